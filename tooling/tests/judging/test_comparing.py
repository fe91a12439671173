"""A later version of a document is told field by field, and a form never is."""

from proeve.model.document import Data
from proeve.rules.comparing import MOST, changed_fields

Told = list[tuple[str, str, object, object]]
FILE = "assignment.yml"


def told(was: dict[str, Data], now: dict[str, Data], file: str = FILE) -> Told:
    changes = changed_fields({file: was}, {file: now}, {file})
    return [(one.file, "/".join(one.field), one.was, one.now) for one in changes]


def test_a_field_that_was_changed_added_or_removed_is_told() -> None:
    was: dict[str, Data] = {"title": "Kast", "gone": 1, "same": True}
    now: dict[str, Data] = {"title": "Kast 2", "same": True, "new": "x"}
    assert told(was, now) == [
        (FILE, "title", "Kast", "Kast 2"),
        (FILE, "gone", 1, None),
        (FILE, "new", None, "x"),
    ]


def test_an_entry_of_a_list_is_found_by_its_id_when_it_moves() -> None:
    one: Data = {"id": "e1", "title": "Foto"}
    two: Data = {"id": "e2", "title": "Verslag"}
    changed: Data = {"id": "e2", "title": "Verslag 2"}
    assert told({"items": [one, two]}, {"items": [changed, one]}) == [
        (FILE, "items/e2/title", "Verslag", "Verslag 2")
    ]


def test_entries_without_ids_of_their_own_are_counted() -> None:
    assert told({"tools": ["tang"]}, {"tools": ["tang", "meter"]}) == [
        (FILE, "tools/2", None, "meter")
    ]
    twice: Data = [{"id": "e1", "size": 1}, {"id": "e1", "size": 2}]
    assert told({"items": twice}, {"items": [{"id": "e1", "size": 1}]}) == [
        (FILE, "items/2/id", "e1", None),
        (FILE, "items/2/size", 2, None),
    ]


def test_yes_is_not_one() -> None:
    assert told({"photo_ban": True}, {"photo_ban": 1}) == [(FILE, "photo_ban", True, 1)]


def test_a_first_version_has_nothing_to_be_compared_with() -> None:
    assert changed_fields({}, {FILE: {"title": "Kast"}}, {FILE}) == ()


def test_what_an_assessor_found_is_never_compared() -> None:
    assert told({"rating": "O"}, {"rating": "G"}, "forms/first.yml") == []


def test_a_story_does_not_grow_with_the_documents() -> None:
    was: dict[str, Data] = {f"k{n}": "a" * 5000 for n in range(MOST * 2)}
    now: dict[str, Data] = {f"k{n}": "b" for n in range(MOST * 2)}
    found = told(was, now)
    assert len(found) == MOST
    assert all(len(str(one[2])) < 500 for one in found)
