"""Deadlines: how long a record may stay in a state (`within`), and who hears when that has passed (`escalation`)."""

from __future__ import annotations

from typing import Literal, cast

from peoplezones.domain.workflow import Deadline, Escalation

from .guards import read_basis, read_clause
from .paths import follow, steps_of
from .people import read_people
from .scope import KindScope, Scope
from .shapes import Table, whole
from .source import Map, Node, Text, type_names

_DEADLINES = ("days", "working_days", "every", "date")
_DELAYS = ("days", "working_days")
NOBODY = "nobody"


def read_deadline(scope: Scope, declared: KindScope, node: Node) -> Deadline | None:
    """Return what `within` says."""
    if isinstance(node, Text) and node.value == "next_meeting":
        if scope.model_known and not scope.next_meeting:
            scope.problems.add(
                node.at, "model.yaml does not say where the next meeting is; add `next_meeting: FIELD` there"
            )
        return Deadline(kind="next_meeting")
    forms = "`{days: 28}`, `{working_days: 10}`, `{every: 90}`, `{date: PATH}` or `next_meeting`"
    if not isinstance(node, Map) or len(node.entries) != 1 or next(iter(node.entries)) not in _DEADLINES:
        if type(node) in type_names:
            scope.problems.add(node.at, f"a deadline is written {forms}")
        return None
    ((word, (_, value)),) = node.entries.items()
    if word != "date":
        kind = cast(Literal["days", "working_days", "every"], word)
        return Deadline(kind=kind, days=whole(value, scope.problems, least=1))
    if not isinstance(value, Text):
        scope.problems.add(value.at, f"a deadline is written {forms}")
        return None
    found = follow(scope, (declared.name,), value, many="never")
    if found and found.type != "date":
        scope.problems.add(value.at, f"'{value.value}' is {found.in_words()}; a date is needed here")
    return Deadline(kind="date", path=steps_of(value))


def read_escalate(scope: Scope, declared: KindScope, node: Node) -> Escalation | None:
    """Return what a state says for itself of a deadline that has passed: who else hears, or nobody."""
    if isinstance(node, Text):
        if node.value != NOBODY:
            scope.problems.add(node.at, f"'{node.value}' cannot stand here; write `nobody` or {_WRITTEN}")
        return Escalation(to=())
    table = Table(node, "`escalate`", scope.problems, "to after")
    return Escalation(to=read_people(scope, declared.name, table.node("to")), after=_delay(scope, table.node("after")))


def read_escalation(scope: Scope, table: Table) -> Escalation:
    """Return who hears when any deadline of the model has passed: offices of the Board only."""
    rule = Table(table.node("escalation"), "`escalation`", scope.problems, "to after clause basis")
    return Escalation(
        to=read_people(scope, scope.root_kind, rule.node("to"), words=("office",)),
        after=_delay(scope, rule.node("after")),
        clause=read_clause(scope, rule),
        basis=read_basis(scope, rule),
    )


_WRITTEN = "`{to: [{office: chair}], after: {working_days: 5}}`"


def _delay(scope: Scope, node: Node) -> Deadline | None:
    """Return how long after a deadline: at least a day, for on its own day it has not passed."""
    if not isinstance(node, Map) or len(node.entries) != 1 or next(iter(node.entries)) not in _DELAYS:
        if type(node) in type_names:
            scope.problems.add(node.at, "how long after a deadline is written `{days: 7}` or `{working_days: 5}`")
        return None
    ((word, (_, value)),) = node.entries.items()
    return Deadline(kind=cast(Literal["days", "working_days"], word), days=whole(value, scope.problems, least=1))
