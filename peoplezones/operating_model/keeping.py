"""For how long personal values are kept (`retention` of a kind), and who may erase them (`erasure` of the model)."""

from __future__ import annotations

from typing import Literal, cast

from peoplezones.domain.entry import TEXTS
from peoplezones.domain.workflow import Erasure, Period, Retention

from .fields import read_choices
from .guards import read_basis, read_clause
from .people import read_people
from .scope import KindScope, Scope
from .shapes import Table, check_id, known, whole
from .source import Map, Mark, Node, Text

_LONGEST = {"days": 73_000, "months": 2_400, "years": 200}
_AFTER = "`final`, `given`, `changed` or `{states: [...]}`"


def read_erasure(scope: Scope, table: Table) -> Erasure:
    """Return who may erase personal values, on which lawful bases, and which of these is that of values due."""
    act = Table(table.node("erasure"), "`erasure`", scope.problems, "by lawful_bases clause basis", "when_due")
    bases = read_choices(scope, act.node("lawful_bases"))
    due = act.scalar("when_due") if act.has("when_due") else None
    if due is not None:
        known(due, {basis.name for basis in bases}, "lawful basis", scope.problems)
    elif any(isinstance(d.tree, Map) and "retention" in d.tree.entries for d in scope.kinds.values()):
        scope.problems.add(act.at, "kinds say for how long they keep values; name the basis for that under 'when_due'")
    return Erasure(
        by=read_people(scope, scope.root_kind, act.node("by"), words=("office",)),
        lawful_bases=bases,
        when_due=due.value if due else "",
        clause=read_clause(scope, act),
        basis=read_basis(scope, act),
    )


def read_retentions(scope: Scope, declared: KindScope, nodes: list[Node]) -> tuple[Retention, ...]:
    """Return for how long the personal values of a kind are kept."""
    seen: dict[str, Mark] = {}
    rules = tuple(_retention(scope, declared, node, seen) for node in nodes)
    _check_apart(scope, declared, rules)
    return rules


def _retention(scope: Scope, declared: KindScope, node: Node, seen: dict[str, Mark]) -> Retention:
    table = Table(node, "`retention`", scope.problems, "id fields for after clause basis")
    period = _period(scope, table.node("for"))
    after, states = _after(scope, declared, table)
    return Retention(
        id=check_id(table.scalar("id"), seen, "retention", scope.problems),
        fields=_fields(scope, declared, table, after),
        period=period,
        after=cast(Literal["final", "states", "given", "changed"], after),
        states=states,
        clause=read_clause(scope, table),
        basis=read_basis(scope, table),
    )


def _period(scope: Scope, node: Node) -> Period:
    if not isinstance(node, Map) or len(node.entries) != 1 or next(iter(node.entries)) not in _LONGEST:
        if isinstance(node, (Map, Text)):
            scope.problems.add(node.at, "a period is written `{days: 90}`, `{months: 18}` or `{years: 6}`")
        return Period(number=1, unit="days")
    ((unit, (_, value)),) = node.entries.items()
    number = whole(value, scope.problems, least=1)
    if number > _LONGEST[unit]:
        scope.problems.add(value.at, f"at most {_LONGEST[unit]:,} {unit} can be counted; write fewer")
    return Period(number=number, unit=cast(Literal["days", "months", "years"], unit))


def _after(scope: Scope, declared: KindScope, table: Table) -> tuple[str, tuple[str, ...]]:
    """Return from when the period counts, and the states that it counts from."""
    node = table.node("after")
    if isinstance(node, Map):
        inner = Table(node, "`after`", scope.problems, "states")
        words = inner.names("states")
        found = [word for word in words if known(word, declared.states, f"state of {declared.name}", scope.problems)]
        return "states", tuple(word.value for word in found)
    word = table.scalar("after")
    if word is None:
        return "given", ()
    if word.value not in ("final", "given", "changed"):
        scope.problems.add(word.at, f"'{word.value}' is nothing that a period can count from; write {_AFTER}")
    if word.value == "final" and not declared.final:
        scope.problems.add(word.at, f"{declared.name} has no final state; write the states, or {_AFTER}")
    return word.value, declared.final if word.value == "final" else ()


def _fields(scope: Scope, declared: KindScope, table: Table, after: str) -> tuple[str, ...]:
    """Return what is kept: fields, which must be personal, and the texts of entries."""
    found = []
    for word in table.names("fields"):
        if word.value in TEXTS:
            if after == "changed":
                scope.problems.add(word.at, f"nothing ever takes the place of a '{word.value}'; take it out")
            found.append(word.value)
        elif known(word, {*declared.field_marks, *TEXTS}, f"field of {declared.name}", scope.problems):
            field = declared.fields.get(word.value)
            if field is not None and not field.personal:
                message = f"'{word.value}' is not personal: it is in the log, where nothing can be erased; take it out"
                scope.problems.add(word.at, message)
            found.append(word.value)
    return tuple(found)


def _check_apart(scope: Scope, declared: KindScope, rules: tuple[Retention, ...]) -> None:
    """Complain of values that two rules of one sort keep for different times."""
    seen: set[tuple[str, str]] = set()
    assert declared.tree is not None
    for rule in rules:
        for name in rule.fields:
            for place in rule.states or (rule.after,):
                if (name, place) in seen:
                    at = declared.tree.entries["retention"][0]
                    message = f"two rules keep '{name}' for some time after '{place}'; leave one of them"
                    scope.problems.add(at, message)
                seen.add((name, place))
