"""No change of a model goes unmentioned, and it is told as people would say it."""

# ruff: noqa: E501 (the table of changes reads by row)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import pytest

from peoplezones.domain.workflow import Basis, Comparison, Deadline, Escalation, FactHead, FieldType, Issue, Model, Part
from peoplezones.operating_model.difference import Change, differences
from peoplezones.operating_model.load import load_texts
from tests.unit.operating_model.small import TEXTS

LITERALS = (
    ("days", "working_days", "date", "next_meeting"),
    *(get_args(literal) for literal in (FieldType, FactHead, Comparison, Basis)),
    ("person", "did", "office"),
    ("today", "actor", "root"),
    ("final", "changed"),
    ("either", "always", "never"),
    ("only_after", "only_with", "reaches_final", "apart"),
)
ABSENT: dict[str, Any] = {  # what stands where nothing stood
    "within": Deadline(kind="days", days=3),
    "after": Deadline(kind="days", days=3),
    "escalate": Escalation(to=()),
    "issue": Issue(transition="run", file="copy"),
}
Mutant = tuple[str, Any]  # where in the model, and the model with that one field changed


def mutants(whole: Model, value: Any, place: str = "") -> Iterator[Mutant]:
    """Yield every value that differs from this one in a single field, however deep."""
    if isinstance(value, Part):
        for name in value.__struct_fields__:
            if name == "digest":
                continue  # of the text, and so different with a comment: no difference of what is declared
            for where, other in mutants(whole, getattr(value, name), f"{place}.{name}"):
                yield where, msgspec.structs.replace(value, **{name: other})
    elif isinstance(value, dict):
        for key, item in value.items():
            yield f"{place}[{key}] gone", {name: kept for name, kept in value.items() if name != key}
            for where, other in mutants(whole, item, f"{place}[{key}]"):
                yield where, {**value, key: other}
    elif isinstance(value, tuple):
        yield from of_a_tuple(whole, value, place)
    else:
        yield place, ABSENT.get(place.rpartition(".")[2], "x") if value is None else of_a_scalar(whole, value)


def of_a_tuple(whole: Model, value: tuple[Any, ...], place: str) -> Iterator[Mutant]:
    if value and not place.endswith((".operands", ".tests", "founding.opens")):  # one at least is always there
        yield f"{place} shorter", value[1:]
    if len(set(map(str, value))) > 1 and not place.endswith("founding.opens"):
        yield f"{place} turned round", value[::-1]
    for index, item in enumerate(value):
        for where, other in mutants(whole, item, f"{place}[{index}]"):
            yield where, (*value[:index], other, *value[index + 1 :])


def of_a_scalar(whole: Model, value: Any) -> Any:
    """Return another value of the same sort: of a name that is declared, another that is."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, list):
        return [*value, "x"]
    declared: list[tuple[str, ...]] = [tuple(whole.offices), tuple(whole.workflows), *LITERALS]
    for names in declared:
        if value in names:
            return next(name for name in names if name != value)
    return f"{value or ''}x"


@pytest.fixture(scope="module")
def small() -> Model:
    """Give the small model, which has one of everything."""
    return load_texts(TEXTS, folder="m")


def test_no_change_of_any_field_of_any_part_goes_unmentioned(small: Model) -> None:
    tried = 0
    for where, mutant in mutants(small, small):
        assert mutant != small, where
        assert differences(small, mutant), where
        assert differences(mutant, small), where
        tried += 1
    assert tried > 1200, tried


def test_every_change_is_said_in_words_and_stands_once(small: Model) -> None:
    for where, mutant in mutants(small, small):
        found = differences(small, mutant)
        assert len(set(map(str, found))) == len(found), where
        assert all(change.words.strip() for change in found), where


def test_a_model_does_not_differ_from_itself(small: Model) -> None:
    assert differences(small, load_texts(TEXTS, folder="elsewhere")) == ()


def test_a_comment_is_no_difference(small: Model) -> None:
    commented = load_texts({**TEXTS, "case.yaml": "# a comment\n" + TEXTS["case.yaml"]}, folder="m")
    assert commented.digest != small.digest
    assert differences(small, commented) == ()


RULE = "      - {id: noted, fact: note, given: true, because: there is a note, clause: X-1, basis: house}\n"
SAID = [
    (RULE, "", "Run", "no longer needs: there is a note (house rule X-1)", ("ready",)),
    ("fact: age, at_most: 90", "fact: age, at_most: 60", "Run", "the rule 'ripe': holds where days since it opened is at most 60; it was where days since it opened is at most 90", ("ready",)),
    ("open: {title: Open, within: {days: 30}", "open: {title: Open, within: {days: 60}", "At 'Open'", "should be left within 60 days instead of within 30 days", ("open",)),
    ("by: [{office: keeper}, {office: guide, of: this}]", "by: [{office: keeper}]", "Prepare", "no longer for Guide of this case", ("open",)),
    ("    by: [{office: chair}]\n    not_by: [{did: prepare}]", "    by: [{office: chair}, {office: keeper}]\n    not_by: [{did: prepare}]", "Run", "now also for Keeper", ("ready",)),
    ("asks: [title]\n    takes: [side, helpers,", "asks: [title, side]\n    takes: [helpers,", "Start", "must now be given: 'Side'", ()),
    ("from: [open, ready, running], to: paused", "from: [open, ready], to: paused", "Pause", "no longer from 'Running'", ("open", "ready", "running")),
    ("from: running, to: done", "from: running, to: paused", "Finish", "leads to 'Paused' instead of 'Done'", ("running",)),
    ("    fact: guides\n    at_least: 1\n", "    fact: guides\n    at_least: 2\n", "While at 'Running' (is-guided)", "holds where guides is at least 2; it was where guides is at least 1", ("running",)),
    ("undo:\n  - {transition: pause, by: [{office: chair}]}\n", "", "Taking back 'Pause'", "can no longer be taken back", ("paused",)),
    ("due: {type: date, label: Due}", "due: {type: date, label: Due, min: 2020-01-01}", "Field 'Due'", "the least is now '2020-01-01' instead of nothing", ("open", "ready", "running", "paused")),
    ("tell: [{office: keeper}],\n    escalate: {to: [{office: guide, of: this}], after: {days: 7}}", "tell: [{office: keeper}]", "At 'Open'", "overdue now goes on to whom the model says instead of Guide of this case, 7 days after it", ("open",)),
    ("escalate: {to: [{office: guide, of: this}], after: {days: 7}}", "escalate: nobody", "At 'Open'", "overdue now goes on to nobody else instead of Guide of this case, 7 days after it", ("open",)),
    ("for: {years: 6}", "for: {months: 30}", "Keeping Note and Reason", "kept for 30 months instead of 6 years", ("done",)),
    ("  - {id: old-notes, fields: [note], for: {months: 1}, after: changed, clause: X-1, basis: house}\n", "", "Keeping Note", "no longer erased 1 month after another value, or none, took its place", ("open", "ready", "running", "paused")),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "words", "states"), SAID, ids=[row[3][:40] for row in SAID])
def test_a_change_is_told_as_people_would_say_it(
    small: Model, old: str, new: str, place: str, words: str, states: tuple[str, ...]
) -> None:
    assert TEXTS["case.yaml"].count(old) == 1
    changed = load_texts({**TEXTS, "case.yaml": TEXTS["case.yaml"].replace(old, new)}, folder="m")
    found = [change for change in differences(small, changed) if change.place == place]
    assert words in [change.words for change in found], found
    assert {change.states for change in found if change.words == words} == {states}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("after: {working_days: 5}", "after: {days: 1}", "is told 1 day after a deadline instead of 5 working days"),
        ("to: [{office: chair}], after", "to: [{office: keeper}], after", "is now also told to Keeper"),
        (
            "escalation: {to: [{office: chair}], after: {working_days: 5}, clause: X-1, basis: house}\n",
            "",
            "is no longer told to anybody but those whom a stage names",
        ),
    ],
)
def test_who_hears_of_what_is_overdue_is_told_as_people_would_say_it(
    small: Model, old: str, new: str, words: str
) -> None:
    assert TEXTS["model.yaml"].count(old) == 1
    changed = load_texts({**TEXTS, "model.yaml": TEXTS["model.yaml"].replace(old, new)}, folder="m")
    assert words in [c.words for c in differences(small, changed) if c.place == "What is overdue"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("before: 5", "before: 9", "people are told 9 days before a deadline instead of 5"),
        (", before: 5", "", "people are told 7 days before a deadline instead of 5"),
        ("notices: {address: mail, before: 5}\n", "", "nobody can be written to any more"),
    ],
)
def test_how_people_are_told_is_told_as_people_would_say_it(small: Model, old: str, new: str, words: str) -> None:
    assert TEXTS["model.yaml"].count(old) == 1
    changed = load_texts({**TEXTS, "model.yaml": TEXTS["model.yaml"].replace(old, new)}, folder="m")
    assert [c.words for c in differences(small, changed) if c.place == "Telling people by mail"] == [words]


def test_names_that_people_do_not_see_are_listed_and_no_json(small: Model) -> None:
    """Where only the name of a field is another, its label cannot tell the two apart."""
    named = {**TEXTS, "case.yaml": re.sub(r"\bhelpers\b", "assistants", TEXTS["case.yaml"])}
    named["model.yaml"] = named["model.yaml"].replace("asked_in: helpers", "asked_in: assistants")
    said = [change.words for change in differences(small, load_texts(named, folder="m")) if change.place == "Start"]
    assert len(said) == 1
    assert re.fullmatch(r"takes is now [a-z_, ]*assistants[a-z_, ]* instead of [a-z_, ]*helpers[a-z_, ]*", said[0])


def test_a_new_kind_and_one_that_is_gone_are_told(small: Model) -> None:
    fewer = msgspec.structs.replace(
        small, workflows={name: kind for name, kind in small.workflows.items() if name != "pledge"}
    )
    assert _of(differences(fewer, small), "pledge") == ["a new kind of record: What somebody commits to a case."]
    assert _of(differences(small, fewer), "pledge") == ["this kind of record is no longer there"]


def _of(changes: tuple[Change, ...], kind: str) -> list[str]:
    return [change.words for change in changes if change.kind == kind]
