"""`list`: the records of a kind, by stage and by what their fields hold."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from peoplezones.domain.errors import UnknownName, UsageError, did_you_mean
from peoplezones.domain.record import Record, Value
from peoplezones.domain.values import parse_scalar
from peoplezones.domain.workflow import Field, Workflow
from peoplezones.store.naming import resolve, workflow_named
from peoplezones.store.reading import records_of
from peoplezones.store.view import BoardView

from .fields import Shown, references_in_field, shown_all
from .naming import names_of, revealed


class Row(Value, frozen=True):
    """A record in a list; `fields` are those that its workflow lists, where they are given."""

    reference: str
    name: str
    state: str
    state_title: str
    since: str
    days: int
    fields: tuple[Shown, ...]


class Listing(Value, frozen=True):
    """The records of a kind that were asked for, in the order in which they were opened."""

    kind: str
    title: str
    plural: str
    columns: tuple[tuple[str, str], ...]  # name and label of the fields listed
    rows: tuple[Row, ...]


def listing(
    view: BoardView, kind: str, today: str, state: str = "", filters: Mapping[str, str] | None = None
) -> Listing:
    """Return the records of a kind. Raises UnknownName or UsageError where a state, field or value is not understood.

    A text field matches where it holds the text, whatever the case; any other where it equals the value.
    """
    workflow = workflow_named(view.model, kind)
    states = None if not state else [_state_meant(view, workflow, state)]
    records = list(records_of(view.connection, view.kinds_of(workflow.name), states))
    for name, text in (filters or {}).items():
        records = _filtered(view, workflow, records, name.replace("-", "_"), text)
    listed = [field for field in workflow.list_fields if field in workflow.fields]
    names = names_of(view, records)
    fields = _fields(view, records, listed)
    return Listing(
        kind=workflow.name,
        title=workflow.title,
        plural=workflow.plural,
        columns=tuple((name, workflow.fields[name].label) for name in listed),
        rows=tuple(
            _row(view.workflow(record), record, names.get(record.reference, ""), shown, today)
            for record, shown in ((record, fields[record.reference]) for record in records)
        ),
    )


def _state_meant(view: BoardView, workflow: Workflow, text: str) -> str:
    """Return the state that a text names, by the model in force or else an earlier one. Raises UnknownName."""
    try:
        return state_named(workflow, text)
    except UnknownName:
        for _, earlier in view.lived_by(workflow.name):
            with suppress(UnknownName):
                return state_named(earlier, text)
        raise


def _fields(view: BoardView, records: list[Record], listed: list[str]) -> dict[str, tuple[Shown, ...]]:
    """Return by reference the fields that are listed, each as the model that the record lives by declares it."""
    found: dict[str, tuple[Shown, ...]] = {}
    for model in dict.fromkeys(record.model for record in records):
        some = [record for record in records if record.model == model]
        values = [{name: value for name, value in r.fields.items() if name in listed} for r in some]
        fields = shown_all(view, view.workflow(some[0]), values)
        found.update(zip((record.reference for record in some), fields, strict=True))
    return found


def _row(workflow: Workflow, record: Record, name: str, fields: tuple[Shown, ...], today: str) -> Row:
    return Row(
        reference=record.reference,
        name=name,
        state=record.state,
        state_title=workflow.states[record.state].title,
        since=record.entered,
        days=(date.fromisoformat(today) - date.fromisoformat(record.entered)).days,
        fields=fields,
    )


def state_named(workflow: Workflow, text: str) -> str:
    """Return the state that `text` names, by name or title. Raises UnknownName with the nearest."""
    wanted = text.strip().casefold().replace("-", "_")
    for state in workflow.states.values():
        if wanted in (state.name, state.title.casefold().replace("-", "_")):
            return state.name
    known = [name.replace("_", "-") for name in workflow.states]
    hint = did_you_mean(text, known) or f"; there are: {', '.join(known)}"
    raise UnknownName(f"a {workflow.title} has no stage called '{text}'{hint}")


def _filtered(view: BoardView, workflow: Workflow, records: list[Record], name: str, text: str) -> list[Record]:
    field = workflow.fields.get(name)
    if field is None:
        raise UnknownName(f"a {workflow.title} has no field called '{name}'{did_you_mean(name, workflow.fields)}")
    if field.type in ("text", "long_text", "file"):
        texts = _texts(view, field, records)
        return [record for record in records if text.casefold() in texts.get(record.reference, "").casefold()]
    wanted = _wanted(view, field, text)
    if field.type == "ref":
        return [record for record in records if wanted in references_in_field(record.fields.get(name))]
    return [record for record in records if record.fields.get(name) == wanted]


def _texts(view: BoardView, field: Field, records: list[Record]) -> dict[str, str]:
    found = {r.reference: str(r.fields[field.name]) for r in records if r.fields.get(field.name)}
    if not field.personal:
        return found
    known = revealed(view, found.values(), "")
    return {reference: known[kept] for reference, kept in found.items()}


def _wanted(view: BoardView, field: Field, text: str) -> Any:
    if field.type == "ref":
        return resolve(view, field.to, text)
    try:
        return parse_scalar(field.type, text, decimals=field.decimals, choices=field.choices)
    except ValueError as error:
        raise UsageError(f"--{field.name.replace('_', '-')}: {error}") from None
