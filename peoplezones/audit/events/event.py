"""An entry of the log as an event: what happened when, to what, by whom, and to what else it is related."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peoplezones.audit.review.asking import Entry
from peoplezones.domain.entry import ACT
from peoplezones.domain.record import Value
from peoplezones.domain.workflow import Workflow
from peoplezones.store.view import BoardView

from .types import Types

#: How an event is related to the objects that its entry names, but for those in fields, which are called like them.
RECORD, OPENED, ACTOR, ENTERED_BY, AUTHORITY = "record", "opened", "actor", "entered by", "authority"


class Event(Value, frozen=True, kw_only=True):
    """One event. `related` are pairs of an object and how it is related; `broken` the rules that did not hold."""

    n: int
    at: str
    on: str
    type: str
    record: str
    record_type: str
    actor: str
    entered_by: str
    capacity: str
    authn: str
    moved: bool
    source: str
    to: str
    cause: int
    model: str
    broken: tuple[str, ...]
    related: tuple[tuple[str, str], ...]


class Events:
    """Turns the entries of a Board's log into events."""

    def __init__(self, view: BoardView, types: Types) -> None:
        self._view, self._types = view, types

    def event_of(self, entry: Entry) -> Event:
        """Return the event that an entry records. An act on the Board as a whole is about the Board's own record."""
        view, migrated = self._view, entry.get("migrated")
        model = view.model_by(entry["model"])
        workflow = model.workflows.get(migrated["to_kind"] if migrated else entry["kind"])
        before = view.model_by(migrated["from_model"]).workflows[migrated["from_kind"]] if migrated else workflow
        record = entry["record"] or (view.root if entry["kind"] == ACT else "")
        return Event(
            n=entry["n"],
            at=entry["at"],
            on=entry["on"],
            type=self._types.event_type(workflow, entry["kind"], entry["transition"]),
            record=record,
            record_type=self._types.object_type(workflow or self._workflow_of(record)),
            actor=entry["actor"] or "",
            entered_by=entry["entered_by"] or "",
            capacity=_capacity(entry, {name: office.title for name, office in model.offices.items()}),
            authn=entry["authn"],
            moved=entry["moved"],
            source=_title(before, entry["from"]),
            to=_title(workflow, entry["to"]),
            cause=entry["cause"] or 0,
            model=f"{model.title}, {model.version}",
            broken=tuple(dict.fromkeys(one["rule"] for one in entry["outcomes"] if not one["held"])),
            related=tuple(dict.fromkeys(_related(entry, record, workflow))),
        )

    def _workflow_of(self, reference: str) -> Workflow:
        """Return the workflow of a record that an act is about."""
        record = self._view.record(reference)
        assert record is not None
        return self._view.workflow(record)


def _capacity(entry: Entry, titles: dict[str, str]) -> str:
    """Return in what office somebody acted, or `named` or `anyone`."""
    authority = entry["authority"]
    if authority is None:
        return ""
    if authority["office"]:
        return f"{'deputy ' if authority['deputy'] else ''}{titles.get(authority['office'], authority['office'])}"
    return "anyone" if authority["named"] == "anyone" else "named"


def _title(workflow: Workflow | None, state: str) -> str:
    return workflow.states[state].title if workflow and state in workflow.states else state


def _related(entry: Entry, record: str, workflow: Workflow | None) -> Iterator[tuple[str, str]]:
    """Yield the objects that an entry names, each with how it is related; those in fields by the field's name."""
    if record:
        yield record, RECORD
    for reference in entry["opened"]:
        yield reference, OPENED
    if entry["actor"]:
        yield entry["actor"], ACTOR
    if entry["entered_by"] and entry["entered_by"] != entry["actor"]:
        yield entry["entered_by"], ENTERED_BY
    if entry["authority"] and entry["authority"]["source"]:
        yield entry["authority"]["source"], AUTHORITY
    values = entry["changes"] if entry["moved"] else entry["asked"]
    yield from references_of(workflow, values)


def references_of(workflow: Workflow | None, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what reference fields refer to, each with the name of the field."""
    for name, value in values.items():
        field = workflow.fields.get(name) if workflow else None
        if field and field.type == "ref" and value:
            for reference in value if isinstance(value, list) else [value]:
                yield reference, name
