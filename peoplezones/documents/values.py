"""What a template sees of records: plain values, in words beside what they stand for.

A record is `{reference, name, kind, title, state, state_title, since, days, final, due, fields, facts}`; a field or
fact is `{label, type, text, value, given, records}`: `text` for people, `value` in plain form (dates in ISO form, a
choice by name, references; whole numbers, and others as their digits), `given` whether there is any, `records` those
referred to. A `text` is never empty: where nothing was given, it says so; a `value` that may hold several is a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record
from peoplezones.domain.values import ERASED, listed, show_value, type_of
from peoplezones.domain.workflow import ValueType, Workflow
from peoplezones.filling.words import NOT_GIVEN, day_in_words
from peoplezones.queries.due import Meetings, due
from peoplezones.queries.naming import names, names_of, references_in, revealed
from peoplezones.store.view import BoardView

Plain = dict[str, Any]


class Values:
    """Records as plain values, as they stand on a day."""

    def __init__(self, view: BoardView, today: str) -> None:
        self.view, self.today = view, today
        self.meetings = Meetings(view)

    def records(self, records: Sequence[Record], facts: Iterable[str] = ()) -> list[Plain]:
        """Return records with the facts named, looking up every name at once."""
        wanted = tuple(facts)
        scenes = [Scene(self.view, self.view.workflow(record), record, self.today) for record in records]
        found = [{name: scene.value(name) for name in wanted} for scene in scenes]
        mentioned = {record.reference for record in records}
        for scene, values in zip(scenes, found, strict=True):
            mentioned.update(_mentioned(scene, values))
        known = names(self.view, sorted(mentioned))
        hidden = revealed(self.view, [kept for scene in scenes for kept in _hidden(scene)])
        return [self._record(*both, known, hidden) for both in zip(scenes, found, strict=True)]

    def called(self, record: Record) -> str:
        """Return what people call a record: its name, or else its reference."""
        return names_of(self.view, [record]).get(record.reference, "") or record.reference

    def facts(self, record: Record, facts: Iterable[str]) -> Plain:
        """Return facts of a record by name."""
        found: Plain = self.records([record], facts)[0]["facts"]
        return found

    def value(self, kind: ValueType, value: Any, label: str = "") -> Plain:
        """Return one value of a type."""
        return told(label, kind, value, names(self.view, references_in(kind, value)))

    def _record(
        self, scene: Scene, facts: Mapping[str, Any], known: Mapping[str, str], hidden: Mapping[str, str]
    ) -> Plain:
        record, workflow = scene.this, scene.workflow
        state = workflow.states.get(record.state)
        until = due(self.view, record, self.today, self.meetings)
        return {
            "reference": record.reference,
            "name": known.get(record.reference, "") or record.reference,
            "kind": record.kind,
            "title": workflow.title,
            "state": record.state,
            "state_title": state.title if state else record.state,
            "since": record.entered,
            "days": (date.fromisoformat(self.today) - date.fromisoformat(record.entered)).days,
            "final": record.state in workflow.final,
            "due": until and {"day": until.day, "text": until.words, "overdue": until.overdue, "days": until.days_over},
            "fields": self._fields(scene, known, hidden),
            "facts": {name: _fact(workflow, name, value, known) for name, value in facts.items()},
        }

    def _fields(self, scene: Scene, known: Mapping[str, str], hidden: Mapping[str, str]) -> Plain:
        """Return every field that the record has or could have, also under the model in force."""
        now = self.view.model.workflows.get(self.view.kind_now(scene.this))
        every = {**(now.fields if now else {}), **scene.workflow.fields}
        found = {}
        for name, field in every.items():
            value = scene.this.fields.get(name)
            if field.personal and value:
                found[name] = _personal(field.label, field.type, hidden[value])
            else:
                found[name] = told(field.label, type_of(field), value, known)
        return found


def told(label: str, kind: ValueType, value: Any, known: Mapping[str, str]) -> Plain:
    """Return a value with its label and text; `known` are the names of references."""
    several = kind.type == "list"
    given = value is not None and value != "" and value != []
    records: list[dict[str, str]] = [
        {"reference": reference, "name": known.get(reference, "") or reference}
        for reference in references_in(kind, value)
    ]
    return {
        "label": label,
        "type": kind.type,
        "text": _text(kind, value, records) if given else "none" if several else NOT_GIVEN,
        "value": _plain(kind, value) if given else [] if several else None,
        "given": given,
        "records": records,
    }


def _text(kind: ValueType, value: Any, records: Sequence[Plain]) -> str:
    if records:
        return listed(record["name"] for record in records)
    if kind.type == "date":
        return day_in_words(value)
    if kind.choices and isinstance(value, (list, tuple)):
        titles = {choice.name: choice.title for choice in kind.choices}
        return listed(titles.get(str(item), str(item)) for item in value)
    return show_value(kind, value)


def _plain(kind: ValueType, value: Any) -> Any:
    """Return a value as JSON has it; a number with decimals as its digits, so that it is not rounded on the way."""
    if isinstance(value, bool) or not isinstance(value, (int, Fraction)):
        return list(value) if isinstance(value, tuple) else value
    if isinstance(value, Fraction):
        return str(value)
    decimals = 2 if kind.type == "money" else kind.decimals
    if not decimals:
        return value
    return show_value(ValueType(type="number", decimals=decimals), value).replace(",", "")


def _personal(label: str, type_: str, text: str) -> Plain:
    gone = text == ERASED
    shown = f"file {text[:12]}" if type_ == "file" and not gone else text
    return {"label": label, "type": type_, "text": shown, "value": None if gone else text, "given": True, "records": []}


def _fact(workflow: Workflow, name: str, value: Any, known: Mapping[str, str]) -> Plain:
    fact = workflow.facts.get(name)
    if fact is None:  # a record of an earlier model, which knew no such fact
        return told(name.replace("_", " "), ValueType(type="text"), None, {})
    if fact.yields.personal:
        return told(fact.label, ValueType(type="yes_no"), bool(value), {})
    return told(fact.label, fact.yields, value, known)


def _mentioned(scene: Scene, facts: Mapping[str, Any]) -> Iterable[str]:
    for name, field in scene.workflow.fields.items():
        yield from references_in(type_of(field), scene.this.fields.get(name)) if field.type == "ref" else ()
    for name, value in facts.items():
        fact = scene.workflow.facts.get(name)
        yield from references_in(fact.yields, value) if fact and not fact.yields.personal else ()


def _hidden(scene: Scene) -> Iterable[str]:
    for name, field in scene.workflow.fields.items():
        kept = scene.this.fields.get(name)
        if field.personal and kept:
            yield kept
