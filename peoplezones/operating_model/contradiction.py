"""What a value can still be under several comparisons: so that conditions are found which nothing meets, or all does.

Only comparisons with plain values are weighed; one with `today`, another record or another fact leaves everything
possible, so nothing is ever called impossible that could happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from peoplezones.domain.workflow import Field, Test, ValueType, Where, Workflow

COUNTED = frozenset({"count", "distinct", "holders"})


@dataclass(frozen=True, slots=True)
class Possible:
    """The values that are left: those listed, else those between two ends (None: no end), except some; or none at all.

    `empty` tells whether there may be no value; `whole` that values are numbers of things, or the length of a list.
    """

    values: frozenset[Any] | None = None
    least: Any = None
    most: Any = None
    excluded: frozenset[Any] = frozenset()
    empty: bool = True
    listed: bool = False  # a list: what is compared is its length

    @property
    def nothing(self) -> bool:
        """Whether no value is left, not even an empty one."""
        return not self.empty and self._no_value()

    def _no_value(self) -> bool:
        if self.values is not None:
            return not any(self._within(value) for value in self.values)
        if self.least is None or self.most is None:
            return False
        return bool(self.least > self.most or (self.least == self.most and self.least in self.excluded))

    def _within(self, value: Any) -> bool:
        return (
            value not in self.excluded
            and (self.least is None or value >= self.least)
            and (self.most is None or value <= self.most)
        )

    def under(self, test: Test | Where) -> Possible:
        """Return what is left once the comparison holds."""
        given = _plain(test)
        if given is None:
            return self
        if self.listed:
            return self._under_length(test.op, given)
        if test.op == "given":
            return replace(self, empty=False) if given[0] else replace(self, values=frozenset(), empty=self.empty)
        if test.op == "is_not":
            return replace(self, excluded=self.excluded | {given[0]})
        left = replace(self, empty=self.empty and isinstance(test, Where) and test.or_empty)
        if test.op in ("is", "one_of"):
            wanted = frozenset(given)
            return replace(left, values=wanted if left.values is None else left.values & wanted)
        return left._bounded(test.op, given[0])

    def _bounded(self, op: str, limit: Any) -> Possible:
        if op == "at_least":
            return replace(self, least=limit if self.least is None else max(self.least, limit))
        return replace(self, most=limit if self.most is None else min(self.most, limit))

    def _under_length(self, op: str, given: Sequence[Any]) -> Possible:
        if op == "is" and given[0] == []:
            return self._bounded("at_most", 0)
        if op == "given":
            return self._bounded("at_least", 1) if given[0] else self._bounded("at_most", 0)
        return self._bounded(op, given[0]) if op in ("at_least", "at_most") else self

    def always(self, test: Test) -> bool:
        """Whether the comparison holds of whatever is left."""
        given = _plain(test)
        if given is None or self.nothing:
            return False
        if self.listed:
            left = self.under(test)
            return (left.least, left.most) == (self.least, self.most)
        if test.op == "given":
            return not self.empty if given[0] else self._no_value()
        if test.op == "is_not":
            return not self._possibly(given[0])
        if self.empty:
            return False
        if test.op in ("is", "one_of"):
            return self.values is not None and all(v in given for v in self.values if self._within(v))
        left = self.under(test)
        if self.values is not None:
            return all(left._within(value) for value in self.values if self._within(value))
        return (left.least, left.most) == (self.least, self.most)

    def _possibly(self, value: Any) -> bool:
        return (self.values is None or value in self.values) and self._within(value)


def _plain(test: Test | Where) -> tuple[Any, ...] | None:
    """Return the plain values that a comparison is with, or None where any is found out only later."""
    if not test.operands or any(operand.kind != "literal" for operand in test.operands):
        return None
    return tuple(operand.literal for operand in test.operands)


def possible(workflow: Workflow, name: str, states: Iterable[str] = ()) -> Possible:
    """Return what a fact, a field or `state` of a record can be, before any comparison; `states` are those it is in."""
    if name == "state":
        return Possible(values=frozenset(states or workflow.states), empty=False)
    fact = workflow.facts.get(name)
    if fact is None:
        return possible_of_field(workflow.fields[name]) if name in workflow.fields else Possible()
    if fact.yields.type == "list":
        return Possible(least=0, most=len(fact.choices) or None, empty=False, listed=True)
    if fact.head in COUNTED:
        return Possible(least=0, empty=False)
    if fact.head == "holds":
        return Possible(values=frozenset({True, False}), empty=False)
    return _of_type(fact.yields)


def possible_of_field(field: Field) -> Possible:
    """Return what a field can hold, or that it is empty."""
    if field.many:
        return Possible(least=0, most=field.maximum, empty=False, listed=True)
    if field.type in ("number", "money", "date"):
        return Possible(least=field.minimum, most=field.maximum)
    return _of_type(ValueType(type=field.type, choices=field.choices))


def _of_type(kind: ValueType) -> Possible:
    if kind.type == "yes_no":
        return Possible(values=frozenset({True, False}))
    if kind.type in ("choice", "state") and kind.choices:
        return Possible(values=frozenset(choice.name for choice in kind.choices))
    return Possible()


def together(workflow: Workflow, tests: Iterable[Test], states: Iterable[str] = ()) -> str:
    """Return the first name of which no value meets all the comparisons with it, or nothing where they can be met."""
    by_name: dict[str, list[Test]] = {}
    for test in tests:
        by_name.setdefault(test.fact, []).append(test)
    known = tuple(states)
    for name, of_name in by_name.items():
        if reduce(Possible.under, of_name, possible(workflow, name, known)).nothing:
            return name
    return ""


def always(workflow: Workflow, test: Test, when: Iterable[Test] = (), states: Iterable[str] = ()) -> bool:
    """Whether a comparison holds of every record that there can be, wherever the conditions `when` hold."""
    known = [condition for condition in when if condition.fact == test.fact]
    return reduce(Possible.under, known, possible(workflow, test.fact, states)).always(test)
