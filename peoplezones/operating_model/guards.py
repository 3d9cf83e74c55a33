"""Guards and standing conditions."""

from __future__ import annotations

from typing import cast, get_args

from peoplezones.domain.workflow import Basis, Guard, Standing, Test

from .comparisons import OPS, read_conditions, read_test
from .people import read_people
from .scope import KindScope, Scope
from .shapes import Table, check_id, known
from .source import Map, Node

BASES: tuple[str, ...] = get_args(Basis)
_COMPARED = "fact " + " ".join(OPS)


def read_basis(scope: Scope, table: Table) -> Basis:
    """Return how far a rule leans on its clause."""
    word = table.scalar("basis")
    if known(word, BASES, "basis", scope.problems, f"; it is one of: {', '.join(BASES)}") and word:
        return cast(Basis, word.value)
    return "house"


def read_clause(scope: Scope, table: Table) -> str:
    """Return the clause that is named."""
    return scope.check_clause(table.scalar("clause"))


def read_guard(scope: Scope, declared: KindScope, node: Node) -> Guard:
    """Return a guard of a transition."""
    table = Table(node, "a guard", scope.problems, "id because clause basis", f"{_COMPARED} any_of when")
    return _guard(scope, declared, table)


def read_standing(scope: Scope, declared: KindScope, node: Node) -> Standing:
    """Return a condition that must keep holding in some states."""
    words = "id in because clause basis act"
    table = Table(node, "a standing condition", scope.problems, words, f"{_COMPARED} any_of when")
    states = table.names("in")
    for word in states:
        known(word, declared.states, "state", scope.problems)
    return Standing(
        guard=_guard(scope, declared, table),
        states=tuple(word.value for word in states),
        act=read_people(scope, declared.name, table.node("act")),
    )


def _guard(scope: Scope, declared: KindScope, table: Table) -> Guard:
    kind = declared.name
    return Guard(
        id=check_id(table.scalar("id"), declared.guards, "guard", scope.problems),
        tests=_tests(scope, kind, table),
        because=table.text("because"),
        clause=read_clause(scope, table),
        basis=read_basis(scope, table),
        when=read_conditions(scope, kind, table.node("when")) if table.has("when") else (),
    )


def _tests(scope: Scope, kind: str, table: Table) -> tuple[Test, ...]:
    """Return the one test, or those of `any_of`."""
    if not table.has("any_of"):
        if not table.has("fact"):
            scope.problems.add(table.at, f"{table.what} needs 'fact' and a comparison, or 'any_of'; add them")
        test = read_test(scope, kind, table)
        return (test,) if test else ()
    for word in ("fact", *OPS):
        if table.has(word):
            scope.problems.add(table.key(word), f"'{word}' cannot stand beside 'any_of'; put it among those listed")
    nodes = table.items("any_of")
    if len(nodes) < 2:
        scope.problems.add(
            table.key("any_of"), "'any_of' needs at least two to choose from; add one or write it plainly"
        )
    tests = (read_test(scope, kind, _alternative(scope, node)) for node in nodes)
    return tuple(test for test in tests if test)


def _alternative(scope: Scope, node: Node) -> Table:
    if isinstance(node, Map) and "any_of" in node.entries:
        scope.problems.add(node.entries["any_of"][0], "'any_of' cannot stand inside 'any_of'; declare a fact instead")
    return Table(node, "an alternative", scope.problems, "fact", " ".join(OPS))
