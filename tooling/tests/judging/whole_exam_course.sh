# The twelve steps of the exam, rows 6 to 30; read by whole_exam.sh.
# shellcheck shell=bash disable=SC2154 # its names are those of whole_exam.sh

assignment() { # title
  document "$exam/assignment.yml" assignment <<YAML
title: $1
description: Zes armaturen en vier wandcontactdozen in hal 2.
agreements:
  delivered_by_company: [materiaal, hoogwerker]
deviations: []
required_evidence:
  - {id: E1, kind: document, title: Werkvoorbereiding, units: [B1-K1-W1], required: true}
  - {id: E2, kind: photo, title: Leidingwerk, units: [B1-K1-W2], required: true, minimum: 4, no_people: true}
  - {id: E3, kind: photo, title: Groepenkast, units: [B1-K1-W3], required: true, minimum: 2, no_people: true}
  - {id: E4, kind: measurement, title: Meetrapport, units: [B1-K1-W4], required: true}
schedule: {from: "2026-11-02", until: "2026-11-06"}
YAML
}

establish() {
  document "$exam/establishment.yml" establishment <<YAML
committee: ec-techniek
by: $p05
instrument:
$(pinned | sed 's/^/  /')
checklist: {covers_every_work_process: true, right_level: true, feasible: true, safe: true}
deadlines: {evidence: "2026-11-20"}
YAML
  speaks approve exam_committee "$p05" establish
}

schedule() {
  appointments
  speaks approve school_contact "$p21" appointment
}

appointments() {
  document "$exam/appointments.yml" appointments <<'YAML'
appointments:
  - id: a1
    kind: closing_interview
    start: "2026-11-12T10:00:00+01:00"
    minutes: 45
    place: company
    attendees: [student, first_assessor, second_assessor]
YAML
}

execution() { # hours on the second day, status
  document "$exam/execution.yml" execution <<YAML
days:
  - {date: "2026-11-02", hours: 8, place: company, company: c-114}
  - {date: "2026-11-03", hours: $1, place: company, company: c-114}
started: "2026-11-02T08:00:00+01:00"
$(if [ "$2" = finished ]; then printf 'finished: "2026-11-03T16:30:00+01:00"\n'; fi)
status: $2
interruptions: []
help: []
deviations: []
YAML
}

pieces() {
  local number=0 for
  mkdir -p "$ledger/exams/$exam/evidence"
  printf 'items:\n'
  for for in E1 E2 E2 E2 E2 E3 E3 E4; do
    number=$((number + 1))
    printf 'Stuk %s voor %s\n' "$number" "$for" >"$books/piece"
    cp "$books/piece" "$ledger/exams/$exam/evidence/$(sha <"$books/piece")"
    printf '  - {id: e%s, for: %s, kind: file, sha256: "sha256:%s", size: %s, media_type: text/plain, stored: in_repo}\n' \
      "$number" "$for" "$(sha <"$books/piece")" "$(wc -c <"$books/piece")"
  done
}

document "$exam/exam.yml" exam <<YAML
number: "26-0042-u"
process: mei-12/1
language: nl
type: standard
student: $p51
school_contact: $p21
first_assessor: {person: $p90, side: company}
second_assessor: {person: $p34, side: school}
place: company
companies:
  - {company: c-114, part: both, workplace_supervisor: $p88}
committee: ec-techniek
instrument:
$(pinned | sed 's/^/  /')
attempt: 1
YAML
assignment "Verlichting in een magazijn"
speaks approve school_contact "$p21" create # row 6

assignment "Verlichting in hal 2"
act "$p88" workplace_supervisor write acquire >/dev/null
lands school_contact "$p21" acquire # row 7
assignment "Verlichting en stopcontacten in hal 2"
act "$p51" student write acquire >/dev/null
merging=1 lands receiver "$p10" acquire # row 8

wrong_base() { said_base=$nothing speaks approve school_contact "$p21" acquire; }
aside base wrong_base
speaks approve school_contact "$p21" acquire # row 9
act "$p51" student approve acquire >/dev/null
merging=1 lands receiver "$p10" acquire # row 10
wrong_namespace() {
  namespace=git act "$p88" workplace_supervisor approve acquire >/dev/null
  lands school_contact "$p21" acquire
}
aside namespace wrong_namespace
act "$p88" workplace_supervisor approve acquire >/dev/null
lands school_contact "$p21" acquire # row 11

document "$exam/decisions/1-return.yml" decision-return <<YAML
number: 1
kind: return
row: acquire
to: acquire
reason: De doorvoer van de brandwering ontbreekt.
by: $p05
decided_on: "2026-10-20"
YAML
look
decided=$(awk '$3 == "decisions/1-return.yml"' "$books/now" | digest)
returned=$(($(seq_of acquire) + 1))
reset=acquire commit "$exam" acquire decide exam_committee "$p05" "$returned" "$decided" # row 12

assignment "Verlichting, stopcontacten en brandwering in hal 2"
wrong_seq() { said_seq=4 speaks approve school_contact "$p21" acquire; }
aside seq wrong_seq
speaks approve school_contact "$p21" acquire # row 13
act "$p88" workplace_supervisor approve acquire >/dev/null
lands school_contact "$p21" acquire # row 14
act "$p51" student approve acquire >/dev/null
merging=1 lands receiver "$p10" acquire # row 15

wrong_order() {
  schedule
  establish
}
aside swap wrong_order
establish # row 16
wrong_text() { # the digest of the whole folder
  appointments
  table "$exam" >"$books/whole"
  said_text=$(digest <"$books/whole") speaks approve school_contact "$p21" appointment
}
aside text wrong_text
schedule # row 17

execution 4 running
act "$p51" student write execution >/dev/null
merging=1 lands receiver "$p10" execution # row 18
execution 8 finished
act "$p51" student approve execution >/dev/null
merging=1 lands receiver "$p10" execution # row 19
act "$p88" workplace_supervisor approve execution >/dev/null
lands school_contact "$p21" execution # row 20

pieces >"$books/items"
document "$exam/evidence.yml" evidence <"$books/items"
act "$p51" student approve evidence >/dev/null
merging=1 lands receiver "$p10" evidence # row 21

document "$exam/evidence-check.yml" evidence-check <<YAML
complete: true
authentic: true
items:
$(for number in 1 2 3 4 5 6 7 8; do printf '  - {id: e%s, in_order: true}\n' "$number"; done)
YAML
act "$p90" workplace_assessor approve evidence_check >/dev/null
act "$p34" school_assessor approve evidence_check >/dev/null
merging=1 lands receiver "$p10" evidence_check # row 22

# The first assessor seals on what lies there before the second one's seal lands.
seal first "$p90"
landed=$(act "$p90" workplace_assessor seal seal.first)
mv "$landed" "$books/first.act"
mv "$ledger/exams/$exam/forms/first.seal.yml" "$books/first.seal.yml"
seal second "$p34"
speaks seal school_assessor "$p34" seal.second # row 23
mv "$books/first.seal.yml" "$ledger/exams/$exam/forms/first.seal.yml"
mv "$books/first.act" "$landed"
lands receiver "$p10" seal.first # row 24

cp "$books/form.first" "$ledger/exams/$exam/forms/first.yml"
cp "$books/form.second" "$ledger/exams/$exam/forms/second.yml"
wrong_form() { # another rating than was sealed
  form first "$p90" G
  speaks unseal exam_committee "$p05" unseal
}
aside form wrong_form
speaks unseal exam_committee "$p05" unseal # row 25

document "$exam/consensus.yml" consensus <<YAML
by: [first_assessor, second_assessor]
talk: {date: "2026-11-12", place: company}
items:
$(for id in $criteria; do printf '  %s: {first: V, second: V, agreed: V}\n' "$id"; done)
YAML
speaks approve school_assessor "$p34" consensus # row 26
act "$p90" workplace_assessor approve consensus >/dev/null
lands school_contact "$p21" consensus # row 27

document "$exam/final-assessment.yml" final-assessment <<YAML
by: $p90
core_tasks: {B1-K1: V}
outcome: passed
computed: passed
YAML
act "$p90" workplace_assessor approve final >/dev/null
lands school_contact "$p21" final # row 28

document "$exam/result.yml" result <<YAML
committee: ec-techniek
by: $p05
outcome: passed
core_tasks: {B1-K1: V}
computed: passed
counts_as_attempt: true
established_on: "2026-11-18"
YAML
speaks approve exam_committee "$p05" result # row 29

table "$exam" >"$books/now"
document "$exam/archive.yml" archive <<YAML
outcome: passed
retention: {class: exam_work, trigger: diploma, period: P18M, basis: Besluit van de examencommissie}
by: $p03
closed_on: "2026-12-01"
files:
$(awk '{ printf "  %s: sha256:%s\n", $3, $1 }' "$books/now")
YAML
speaks approve admin "$p03" archive # row 30
