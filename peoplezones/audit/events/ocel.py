"""OCEL 2.0, the standard for object-centric event logs, as JSON.

Source: https://www.ocel-standard.org/specification/formats/json/. Objects are records, events are entries. Both are
written as they are read, so that a long log needs no more memory than a short one; types come first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from peoplezones.audit.review.asking import Entry
from peoplezones.audit.review.board import Progress, entries_of
from peoplezones.domain.record import Migrated, Record
from peoplezones.domain.workflow import Field, KindMapping
from peoplezones.store.reading import kinds_in_use, moves_by_record, steps_in_log
from peoplezones.store.view import BoardView

from .event import Event, Events, references_of
from .types import STATE, TEXT, TIME, TRUTH, WHOLE, Types, attributes_of

EMPTIED = "null"  # the standard has no value for what is no longer there; tools read this as such
_COMMITMENT = "hmac-sha256:"
#: What every event may say of itself, with its type.
EVENT_ATTRIBUTES = {
    "entry": WHOLE,
    "moved": TRUTH,
    "took effect": TIME,
    "from": TEXT,
    "to": TEXT,
    "capacity": TEXT,
    "actor known by": TEXT,
    "caused by": WHOLE,
    "rules broken": TEXT,
    "operating model": TEXT,
}


def ocel_lines(view: BoardView, progress: Progress | None = None) -> Iterator[str]:
    """Yield a Board's log as the lines of an OCEL 2.0 document: types, then every record, then every entry."""
    types = Types(view)
    events = Events(view, types)
    attributes = types.object_types(kinds_in_use(view.connection))
    event_types = types.event_types(steps_in_log(view.connection))
    yield "{"
    yield from _array("objectTypes", (_type(name, declared) for name, declared in attributes.items()), ",")
    yield from _array("eventTypes", (_type(name, EVENT_ATTRIBUTES) for name in event_types), ",")
    yield from _array("objects", (object_of(view, types, *each) for each in moves_by_record(view.connection)), ",")
    yield from _array("events", (_event(events.event_of(entry)) for entry in entries_of(view, progress)), "")
    yield "}"


def _array(name: str, items: Iterable[dict[str, Any]], end: str) -> Iterator[str]:
    """Yield the lines of an array, one for each item."""
    yield f'"{name}": ['
    before = ""
    for item in items:
        if before:
            yield f"{before},"
        before = json.dumps(item, ensure_ascii=False)
    if before:
        yield before
    yield f"]{end}"


def _type(name: str, attributes: dict[str, str]) -> dict[str, Any]:
    return {"name": name, "attributes": [{"name": each, "type": type_} for each, type_ in attributes.items()]}


def _event(event: Event) -> dict[str, Any]:
    values = {
        "entry": str(event.n),
        "moved": _truth(event.moved),
        "took effect": _day(event.on),
        "from": event.source,
        "to": event.to,
        "capacity": event.capacity,
        "actor known by": event.authn,
        "caused by": str(event.cause) if event.cause else "",
        "rules broken": "; ".join(event.broken),
        "operating model": event.model,
    }
    return {
        "id": f"entry-{event.n}",
        "type": event.type,
        "time": event.at,
        "attributes": [{"name": name, "value": value} for name, value in values.items() if value],
        "relationships": [{"objectId": reference, "qualifier": how} for reference, how in event.related],
    }


def object_of(view: BoardView, types: Types, record: Record, moves: list[Entry]) -> dict[str, Any]:
    """Return a record as an object: what each of its fields became, and when; and what it now refers to."""
    workflow = view.workflow(record)
    told = {field.name for field in attributes_of(workflow)}
    attributes = [
        {"name": name, "time": at, "value": value}
        for at, name, value in _history(view, moves)
        if name == STATE or name in told
    ]
    related = dict.fromkeys(references_of(workflow, record.fields))
    return {
        "id": record.reference,
        "type": types.object_type(workflow),
        "attributes": attributes,
        "relationships": [{"objectId": reference, "qualifier": name} for reference, name in related],
    }


def _history(view: BoardView, moves: list[Entry]) -> Iterator[tuple[str, str, str]]:
    """Yield when which attribute became what, oldest first: the state, and fields by the names that they have now."""
    known: dict[str, str] = {}
    for entry, mappings in _with_mappings(view, moves):
        migrated = entry.get("migrated")
        workflow = view.model_by(entry["model"]).workflows.get(migrated["to_kind"] if migrated else entry["kind"])
        if workflow is None:
            continue
        told = {STATE: workflow.states[entry["to"]].title if entry["to"] in workflow.states else entry["to"]}
        fields = {field.name: field for field in attributes_of(workflow)}
        for name, value in entry["changes"].items():
            if name in fields and not str(value).startswith(_COMMITMENT):
                told[_called_now(name, mappings)] = shown(fields[name], value)
        for name, text in told.items():
            if known.get(name) != text:
                known[name] = text
                yield entry["at"], name, text


def _with_mappings(view: BoardView, moves: list[Entry]) -> list[tuple[Entry, tuple[KindMapping, ...]]]:
    """Return each entry with the mappings of the migrations that came after it, the next one first."""
    found: list[tuple[Entry, tuple[KindMapping, ...]]] = []
    mappings: tuple[KindMapping, ...] = ()
    for entry in reversed(moves):
        found.append((entry, mappings))
        if "migrated" in entry:
            mappings = (view.mapping(Migrated(**entry["migrated"])), *mappings)
    return found[::-1]


def _called_now(name: str, mappings: tuple[KindMapping, ...]) -> str:
    for mapping in mappings:
        name = mapping.fields.get(name, name)
    return name


def shown(field: Field, value: Any) -> str:
    """Return a value in stored form as its attribute has it: a date as a moment, a choice by title."""
    if value is None:
        return EMPTIED
    if isinstance(value, bool):
        return _truth(value)
    if field.type in ("number", "money"):
        places = 2 if field.type == "money" else field.decimals
        whole, part = divmod(abs(value), 10**places)
        return f"{'-' if value < 0 else ''}{whole}{f'.{part:0{places}d}' if places else ''}"
    if field.type == "date":
        return _day(value)
    return next((choice.title for choice in field.choices if choice.name == value), str(value))


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _day(day: str) -> str:
    """Return a day as the moment at which it begins, since the standard knows moments only."""
    return f"{day}T00:00:00Z"
