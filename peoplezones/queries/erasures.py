"""Erasures as people read them: of which record, which fields of which entries; never the values."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.record import Decision, Value
from peoplezones.domain.retention import Kept
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
