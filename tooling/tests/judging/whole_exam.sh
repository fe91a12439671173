#!/usr/bin/env bash
# One whole exam, from the genesis to the archive, made with git, ssh-keygen, sha256sum,
# coreutils, awk, sed and age only. It follows the protocol on paper and knows nothing of
# Proeve, so that what it makes and what judges it cannot share a mistake.
#
#   whole_exam.sh DIR INSTRUMENT
#
# DIR gets `ledger` (the repository) and `trust-root`; INSTRUMENT is an instrument's file.
# SPOIL names what is made wrong beside it, any of: text seq base swap form namespace.
# Each has its own folder beside DIR, and ends with what is wrong.
set -euo pipefail
export LC_ALL=C TZ=UTC
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0

dir=$1 instrument=$2 spoil=${SPOIL:-}
here=$(cd "$(dirname "$0")" && pwd)
ledger=$dir/ledger keys=$dir/keys books=$dir/books
mkdir -p "$keys" "$books"

repo=r-$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
group=groups/ei2-2026-a
exam=$group/26-0042-u
nothing=sha256:dd5663cc0741bf98bacfb668682cd1193b8ad6d03af5b86160b7fd5f99d0d3ff

# The people of the reference example.
p01=p-7b0e1c01 p02=p-7b0e1c02 p03=p-7b0e1c03 p05=p-7b0e1c05 p10=p-7b0e1c10
p21=p-7b0e1c21 p34=p-7b0e1c34 p51=p-7b0e1c51 p88=p-7b0e1c88 p90=p-7b0e1c90

# ---------------------------------------------------------------- digests and counting

sha() { sha256sum | cut -d' ' -f1; }

# The files of a scope, one a line: <sha256> <size> <path in the scope>, sorted by path.
# Acts are left out.
table() {
  local folder=$1 names
  if [ "$folder" = tooling ]; then
    cd "$ledger"
    names=$(git ls-files --cached --others -- . ':!exams' | sort)
  elif [ "$folder" = "$group" ]; then
    cd "$ledger/exams/$folder"
    names=group.yml
  else
    mkdir -p "$ledger/exams/$folder"
    cd "$ledger/exams/$folder"
    names=$(git ls-files --cached --others -- . ':!acts' | sort)
  fi
  if [ -z "$names" ]; then return 0; fi
  # shellcheck disable=SC2086 # no path of a ledger holds a space
  { sha256sum $names; echo sizes; wc -c $names; } | awk '
    $1 == "sizes" { sizes = 1; next }
    !sizes { sum[$2] = $1; next }
    $2 in sum { print sum[$2], $1, $2 }'
}

# TRUST 1.6 over lines of such a table.
digest() { printf 'sha256:%s\n' "$( (printf 'proeve-tree/1\n'; cat) | sha)"; }

# The table of R12: row, step, and the files that the row's text is made of.
cat >"$books/rows" <<'ROWS'
create create exam.yml
acquire acquire exam.yml assignment.yml
establish establish exam.yml assignment.yml establishment.yml
appointment appointment appointments.yml
execution execution establishment.yml execution.yml
evidence evidence establishment.yml evidence.yml evidence/
evidence_check evidence_check evidence.yml evidence-check.yml
seal.first assessment evidence-check.yml forms/first.seal.yml
seal.second assessment evidence-check.yml forms/second.seal.yml
unseal assessment forms/first.seal.yml forms/second.seal.yml forms/first.yml forms/second.yml
consensus consensus forms/first.yml forms/second.yml consensus.yml
final result consensus.yml final-assessment.yml
result result final-assessment.yml result.yml
follow_up follow_up result.yml follow-up.yml
archive archive archive.yml
ROWS
cut -d' ' -f1 "$books/rows" | sed 's/$/ 0/' >"$books/seq"
: >"$books/table"

# The Seq of every row if the exam's files become those of the table given (R6); $2 is
# the row that a decision returns to, or -.
counted() {
  awk -v reset="$2" '
    function bound(row, path) {
      return (row, path) in binds || (path ~ /^evidence\// && (row, "evidence/") in binds)
    }
    FILENAME == ARGV[1] { row[++n] = $1; for (i = 3; i <= NF; i++) binds[$1, $i] = 1; next }
    FILENAME == ARGV[2] { seq[$1] = $2; next }
    FILENAME == ARGV[3] { for (i = 1; i <= n; i++) if (bound(row[i], $3)) old[row[i]] = old[row[i]] $0 "\n"; next }
    { for (i = 1; i <= n; i++) if (bound(row[i], $3)) new[row[i]] = new[row[i]] $0 "\n" }
    END {
      for (i = 1; i <= n; i++) {
        if (row[i] == reset) late = 1
        print row[i], seq[row[i]] + (late || old[row[i]] != new[row[i]])
      }
    }' "$books/rows" "$books/seq" "$books/table" "$1"
}

# What lies on disk in the exam, for the two that follow.
look() { table "$exam" >"$books/now"; }

# The Text of a row in the exam as it was looked at (R5).
text() {
  awk -v row="$1" '
    FILENAME == ARGV[1] { if ($1 == row) for (i = 3; i <= NF; i++) binds[$i] = 1; next }
    $3 in binds || ($3 ~ /^evidence\// && "evidence/" in binds)
  ' "$books/rows" "$books/now" | digest
}

# The Seq of a row in the exam as it was looked at (R6).
seq_of() {
  counted "$books/now" - | awk -v row="$1" '$1 == row { print $2 }'
}

step_of() { awk -v row="$1" '$1 == row { print $2 }' "$books/rows"; }

# ------------------------------------------------------------------------- signing

new_key() { ssh-keygen -q -t ed25519 -N '' -C '' -f "$keys/$1"; }
public() { cut -d' ' -f1,2 "$keys/$1.pub"; }
signature() { ssh-keygen -q -Y sign -n "$2" -f "$keys/$1" 2>/dev/null; }

nine() { # scope step action role actor seq text
  printf 'repo: %s\nscope: %s\nstep: %s\naction: %s\nrole: %s\nactor: %s\nseq: %s\ntext: %s\n' \
    "$repo" "$@"
}

# File the lines on standard input as an act of this folder, signed by $2 in namespace $3.
file_act() {
  local folder=$ledger/exams/$1/acts name
  mkdir -p "$folder"
  cat >"$books/payload"
  { cat "$books/payload"; signature "$2" "$3" <"$books/payload"; } >"$books/act"
  name=$(sha <"$books/act")
  mv "$books/act" "$folder/$name.act"
  printf '%s\n' "$folder/$name.act"
}

# Sign an act on a row of the exam as it now lies on disk: actor role action row
act() {
  look
  { printf 'proeve-act/1\n'
    nine "$exam" "$(step_of "$4")" "$3" "$2" "$1" "$(seq_of "$4")" "$(text "$4")"
  } | file_act "$exam" "$1" "${namespace:-proeve-act@v1}"
}

# ------------------------------------------------------------------------- committing

count=0

# Commit all that lies on disk: scope step action role actor seq text
commit() {
  local scope=$1 actor=$5 base subject previous=$books/subject.${1//\//.}
  base=$(cat "$previous" 2>/dev/null || echo "$nothing")
  table "$scope" >"$books/now"
  subject=$(digest <"$books/now")
  if [ "$scope" = "$exam" ]; then
    counted "$books/now" "${reset:--}" >"$books/counted"
    mv "$books/counted" "$books/seq"
    mv "$books/now" "$books/table"
  fi
  printf '%s\n' "$subject" >"$previous"
  base=${said_base:-$base}
  { printf '%s: %s %s\n\n' "$2" "$3" "$scope" | sed 's/^-: //'
    printf 'Proeve-Version: 1\n'
    nine "$@" | sed 's/^\(.\)\([a-z]*\)/Proeve-\1\2/' |
      awk -F: '{ name = substr($1, 8); printf "Proeve-%s%s%s\n", toupper(substr(name, 1, 1)), substr(name, 2), substr($0, length($1) + 1) }'
    printf 'Proeve-Base: %s\nProeve-Subject: %s\n' "$base" "$subject"
  } >"$books/message"
  count=$((count + 1))
  export GIT_AUTHOR_NAME=$actor GIT_AUTHOR_EMAIL=$actor@proeve.invalid
  export GIT_COMMITTER_NAME=$actor GIT_COMMITTER_EMAIL=$actor@proeve.invalid
  export GIT_AUTHOR_DATE="$((1790000000 + 60 * count)) +0000"
  export GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
  cd "$ledger"
  git add --all
  if [ "${merging:-}" ]; then
    merged
  else
    git -c gpg.format=ssh -c user.signingkey="$keys/$actor" commit --quiet -S \
      --allow-empty --cleanup=verbatim --file "$books/message"
  fi
}

# A merge: the second parent is the work as it was handed in, unsigned and without say.
merged() {
  local tree side
  tree=$(git write-tree)
  side=$(printf 'Handed in\n' | git commit-tree "$tree" -p HEAD)
  git update-ref HEAD "$(git -c gpg.format=ssh -c user.signingkey="$keys/$GIT_AUTHOR_NAME" \
    commit-tree "$tree" -p HEAD -p "$side" -S -F "$books/message")"
}

# A commit on a row of the exam as it now lies on disk: action role actor row
speaks() {
  look
  commit "$exam" "$(step_of "$4")" "$1" "$2" "$3" "${said_seq:-$(seq_of "$4")}" \
    "${said_text:-$(text "$4")}"
}

# A landing: role actor row
lands() {
  look
  commit "$exam" "$(step_of "$3")" land "$1" "$2" "$(seq_of "$3")" -
}

# A whole scope: scope role actor seq
approves_whole() {
  table "$1" >"$books/whole"
  commit "$1" - approve "$2" "$3" "$4" "$(digest <"$books/whole")"
}

# Do something wrong in a copy of all that lies here, if it was asked for: name what...
aside() {
  local copy
  copy=$(dirname "$dir")/$1
  case " $spoil " in *" $1 "*) ;; *) return 0 ;; esac
  cp -R "$dir" "$copy"
  shift
  (dir=$copy ledger=$copy/ledger keys=$copy/keys books=$copy/books; "$@")
}

# ------------------------------------------------------------------------- documents

document() { # path kind, the rest on standard input
  local path=$ledger/exams/$1 up
  mkdir -p "$(dirname "$path")"
  up=$(printf 'exams/%s' "$(dirname "$1")" | sed 's|[^/]*|..|g')
  { printf '# yaml-language-server: $schema=%s/schemas/%s.schema.json\nschema: proeve/%s/v1\n' \
      "$up" "$2" "$2"
    cat
  } >"$path"
}

person() { # id side
  local extra=
  if [ "$2" = company ]; then extra='company: c-114'; fi
  new_key "$1"
  printf 'proeve-enrol/1\n%s\n%s\n%s\n' "$repo" "$1" "$(public "$1")" >"$books/claim"
  document "registry/people/${1:2:2}/$1.yml" person <<YAML
id: $1
side: $2
$extra
keys:
  - key: $(public "$1")
    kind: file
    confirmed: true
    proof: |
$(signature "$1" proeve-enrol@v1 <"$books/claim" | sed 's/^/      /')
$(case $1 in "$p34" | "$p90") cat "$books/declaration" ;; esac)
YAML
}
cat >"$books/declaration" <<'YAML'
declarations:
  - id: dv-2026-001
    crebo: ["00001"]
    from: "2026-01-01"
    until: "2030-12-31"
YAML

grants=0
grant() { # person role scope
  grants=$((grants + 1))
  local id
  id=$(printf 'g-7b0e1c%02x' "$grants")
  document "registry/grants/7b/$id.yml" grant <<YAML
id: $id
person: $1
role: $2
scope: "$3"
YAML
}

# A form: part, assessor, rating of every criterion
form() {
  document "$exam/forms/$1.yml" form <<YAML
part: $1
assessor: $2
nonce: "$(cat "$books/nonce.$1")"
instrument:
$(pinned | sed 's/^/  /')
ratings:
$(for id in $criteria; do printf '  %s: {rating: %s}\n' "$id" "$3"; done)
YAML
}

# A seal over a form that nobody else has seen: part, assessor
seal() {
  head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$books/nonce.$1"
  form "$1" "$2" V
  mv "$ledger/exams/$exam/forms/$1.yml" "$books/form.$1"
  local commitment size
  commitment=$(printf '%s\n' proeve-seal/1 "$repo" "$exam" "$1" "$2" \
    "$(sha <"$books/form.$1")" | sha)
  size=$(wc -c <"$books/form.$1")
  { cat "$books/form.$1"; head -c $((4096 - size % 4096)) /dev/zero; } |
    age -a -r "$opening_key" >"$books/box"
  document "$exam/forms/$1.seal.yml" seal <<YAML
part: $1
assessor: $2
commitment: sha256:$commitment
box: |
$(sed 's/^/  /' "$books/box")
YAML
}

pinned() {
  printf 'code: ei2-pvb1-b1-k1\nversion: 1\ndigest: sha256:%s\n' "$(sha <"$instrument")"
}

# ========================================================= the registry, rows 1 to 5

git init --quiet --initial-branch=main "$ledger"
git -C "$ledger" config core.fsync none # a test may lose its disk
git -C "$ledger" config gc.auto 0
age-keygen -o "$keys/opening.txt" 2>/dev/null
opening_key=$(age-keygen -y "$keys/opening.txt")
criteria=$(sed -n 's/^ *- id: \(W[0-9]-C[0-9]\)$/\1/p' "$instrument")

for who in "$p01" "$p02" "$p03" "$p05" "$p10" "$p21" "$p34"; do person "$who" school; done
document registry/root.yml root <<YAML
repo: $repo
threshold: 2
keys:
  - {person: $p01, key: $(public "$p01")}
  - {person: $p02, key: $(public "$p02")}
  - {person: $p03, key: $(public "$p03")}
time_stamping: []
witnesses: []
YAML
document registry/school.yml school <<YAML
name: Vakcollege De Grienden
environment: live
languages: [nl, en]
contacts: {content: $p05, technical: $p03}
policy:
  levels: standard
  evidence_check: {completeness: second_assessor, authenticity: first_assessor}
  dispute: third_assessor
  quorum: {establish: 1, result: 1, decision: 1}
  deadlines: {evidence: 14}
  untimed: show
  retention: {}
  evidence: {store: in_repo, maximum_bytes: 65536, types: [text/plain]}
  attempts: [passed, not_passed]
  best_counts: true
YAML
grant "$p01" super_admin '*'
grant "$p02" super_admin '*'
grant "$p03" admin '*'
grant "$p05" exam_committee '*'
grant "$p10" receiver '*'
grant "$p21" school_contact ei2-2026-a
grant "$p34" school_assessor '*'
document registry/committees/ec-techniek.yml committee <<YAML
id: ec-techniek
title: Examencommissie techniek
programmes: ["00001"]
members:
  - {person: $p05, capacity: chair, from: "2026-08-01", mandated: true}
opening_keys: [$opening_key]
period: {from: "2026-08-01"}
YAML
document registry/companies/c-114.yml company <<'YAML'
id: c-114
recognition: {status: recognised, checked_at: "2026-09-01"}
YAML
mkdir -p "$ledger/exams/registry/instruments/ei2-pvb1-b1-k1"
cp "$instrument" "$ledger/exams/registry/instruments/ei2-pvb1-b1-k1/1.yml"
document registry/instruments/ei2-pvb1-b1-k1/1.establishment.yml instrument-establishment <<YAML
committee: ec-techniek
by: $p05
origin: {kind: own_validated, reference: Valideringsverslag 2026-03}
instrument:
$(pinned | sed 's/^/  /')
established_on: "2026-08-20"
YAML
approves_whole registry super_admin "$p01" 1 # row 1

genesis=$(git cat-file commit HEAD | sha)
printf 'proeve:%s:sha256:%s\n' "$repo" "$genesis" >"$dir/trust-root"
for who in "$p02 super_admin" "$p03 admin"; do
  { printf 'proeve-genesis/1\n'
    nine registry - approve "${who#* }" "${who% *}" 1 "$(cat "$books/subject.registry")"
    printf 'genesis: sha256:%s\n' "$genesis"
  } | file_act registry "${who% *}" proeve-genesis@v1 >/dev/null
done
commit registry - land super_admin "$p01" 1 - # row 2

printf 'exams/** -text\n' >"$ledger/.gitattributes"
printf 'site_name: Vakcollege De Grienden\n' >"$ledger/mkdocs.yml"
mkdir -p "$ledger/schemas"
printf '{}\n' >"$ledger/schemas/exam.schema.json"
table tooling >"$books/whole"
{ printf 'proeve-act/1\n'
  nine tooling - approve super_admin "$p02" 1 "$(digest <"$books/whole")"
} | file_act registry "$p02" proeve-act@v1 >/dev/null
approves_whole tooling super_admin "$p01" 1 # row 3

person "$p51" student
person "$p88" company
person "$p90" company
grant "$p88" workplace_supervisor ei2-2026-a
grant "$p90" workplace_assessor ei2-2026-a
table registry >"$books/whole"
{ printf 'proeve-act/1\n'
  nine registry - approve exam_committee "$p05" 2 "$(digest <"$books/whole")"
} | file_act registry "$p05" proeve-act@v1 >/dev/null
approves_whole registry admin "$p03" 2 # row 4

document "$group/group.yml" group <<YAML
id: ei2-2026-a
title: Elektro niveau 2, klas A
crebo: "00001"
cohort: "2026"
route: bbl
school_contacts: [$p21]
students: [$p51]
companies: [c-114]
YAML
approves_whole "$group" school_contact "$p21" 1 # row 5

# ============================================================= the exam, rows 6 to 30

# shellcheck source=/dev/null
. "$here/whole_exam_course.sh"
