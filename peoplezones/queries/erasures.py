"""Erasures as people read them: of which record, which fields of which entries; never the values."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.record import Decision, Record, Value
from peoplezones.domain.retention import Kept, kept_of
from peoplezones.store.reading import entries_of_personal
from peoplezones.store.view import BoardView

from .explain import decision_names, explain
from .history import Gone
from .naming import names


class Case(Value, frozen=True, kw_only=True):
    """What became of the personal values of one record; `record` is empty for an entry that is about none.

    `reasons` are lines that tell why it was refused.
    """

    record: str
    name: str
    kind_title: str
    moved: bool
    entry: int
    values: tuple[Gone, ...]
    reasons: tuple[str, ...] = ()


def case_of(view: BoardView, decision: Decision, kept: Iterable[Kept]) -> Case:
    """Return an erasure as people read it."""
    record = view.record(decision.reference) if decision.reference else None
    workflow = view.workflow(record) if record else None
    fields = workflow.fields if workflow else {}
    told = explain(view.model, decision, decision_names(view, decision)) if not decision.moved else []
    return Case(
        record=decision.reference,
        name=names(view, [decision.reference]).get(decision.reference, "") if record else "",
        kind_title=workflow.title if workflow else "The Board",
        moved=decision.moved,
        entry=decision.entry,
        values=tuple(
            Gone(one.n, one.name, fields[one.name].label if one.name in fields else one.name.capitalize())
            for one in kept
        ),
        reasons=tuple(told),
    )


class Keeping(Value, frozen=True, kw_only=True):
    """A personal value that is there: which, of which entry, and until when it is kept ("": as long as is needed)."""

    label: str
    entry: int
    until: str


def kept_of_record(view: BoardView, record: Record) -> tuple[Keeping, ...]:
    """Return which personal values of a record are there, in the order of the log, and until when; never the values."""
    fields = view.workflow(record).fields
    kept = kept_of(view, record)
    there = entries_of_personal(view.connection, [one.commitment for one in kept])
    return tuple(
        Keeping(
            label=fields[one.name].label if one.name in fields else one.name.capitalize(),
            entry=one.n,
            until=one.due,
        )
        for one in kept
        if there.get(one.commitment) == one.n
    )
