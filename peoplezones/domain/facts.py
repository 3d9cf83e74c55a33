"""Facts: named values computed from a record and those around it, through a `View` and nothing else.

A `Scene` is one record on one day. Each fact is computed at most once a scene. A list that was never given is an
empty list.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from .record import Record, View
from .workflow import Fact, Operand, Test, Where, Workflow

_MISSING = object()


class Scene:
    """A record as the rules see it on a day: `this`, overlaid with what is asked, and the view around it."""

    __slots__ = ("actor", "each", "known", "this", "today", "view", "workflow")

    def __init__(self, view: View, workflow: Workflow, this: Record, today: str, actor: str = "") -> None:
        self.view, self.workflow, self.this, self.today, self.actor = view, workflow, this, today, actor
        self.each = ""
        self.known: dict[str, Any] = {}

    def get(self, reference: str) -> Record | None:
        """Return the record, overlaid where it is this one."""
        return self.this if reference == self.this.reference else self.view.record(reference)

    def value(self, name: str) -> Any:
        """Return what `name` stands for: a fact, a field, `state` or `reference` of this record."""
        found = self.known.get(name, _MISSING)
        if found is _MISSING:
            found = self.known[name] = self.of(self.this, name)
        return found

    def of(self, record: Record, name: str) -> Any:
        """Return what `name` stands for of a record: a fact, a field, `state` or `reference`."""
        if name == "state":
            return record.state
        if name == "reference":
            return record.reference
        own = record is self.this
        workflow = self.workflow if own else self.view.workflow(record)
        fact = workflow.facts.get(name)
        if fact is None:
            value = record.fields.get(name)
            return [] if value is None and name in workflow.fields and workflow.fields[name].many else value
        if not own:
            return Scene(self.view, workflow, record, self.today, self.actor).value(name)
        value = _HEADS[fact.head](self, fact)
        return [] if value is None and fact.yields.type == "list" else value

    def follow(self, path: Sequence[str]) -> Any:
        """Return what lies along `path` from this record: a value, a list where a step has several, or None.

        The empty path and ("this",) are the record itself.
        """
        steps = path[1:] if path and path[0] == "this" else path
        if path and path[0] == "root":
            steps, here = path[1:], [self.view.root]
        else:
            here = [self.this.reference]
        several = False
        for step in steps:
            found: list[Any] = []
            for reference in here:
                record = self.get(reference)
                value = self.of(record, step) if record is not None else None
                if isinstance(value, (list, tuple)):
                    several = True
                    found.extend(value)
                elif value is not None:
                    found.append(value)
            here = found
        if several:
            return list(dict.fromkeys(here))
        return here[0] if here else None

    def operand(self, operand: Operand) -> Any:
        """Return the value of the right-hand side of a comparison, or of what is set."""
        kind = operand.kind
        if kind == "literal":
            return operand.literal
        if kind == "today":
            return self.today
        if kind == "actor":
            return self.actor
        if kind == "this":
            return self.follow(operand.path)
        if kind == "each":
            return self.each
        if kind == "root":
            return self.view.root
        return self.value(operand.fact)

    def holds(self, test: Test) -> bool:
        """Whether the test holds of this record."""
        return compare(self.value(test.fact), test.op, [self.operand(o) for o in test.operands])

    def matches(self, record: Record, where: Iterable[Where]) -> bool:
        """Whether another record matches every condition."""
        for condition in where:
            value = self.of(record, condition.field)
            if condition.or_empty and (value is None or value == "" or value == []):
                continue
            if not compare(value, condition.op, [self.operand(o) for o in condition.operands]):
                return False
        return True

    def records(self, kind: str, where: Sequence[Where]) -> list[Record]:
        """Return the records of `kind` that match; the condition that ties them to this one is looked up by index."""
        tie = next(w for w in where if w.op == "is" and w.operands[0].kind in ("this", "root"))
        targets = _as_list(self.operand(tie.operands[0]))
        rest = [w for w in where if w is not tie]
        references = dict.fromkeys(r for t in targets for r in self.view.referrers(t, kind, tie.field))
        found = (self.get(reference) for reference in references)
        return [record for record in found if record is not None and self.matches(record, rest)]


def compare(value: Any, op: str, operands: Sequence[Any]) -> bool:
    """Whether `value` stands in relation `op` to the operands.

    An empty value satisfies only `given: false` and `is_not`. A list is compared by its length with `at_least` and
    `at_most`; two lists are equal where they share a value.
    """
    empty = value is None or value == ""
    if op == "given":
        return (not empty and value != []) is bool(operands[0])
    if op == "is_not":
        return empty or not _equal(value, operands[0])
    if empty or any(operand is None for operand in operands):
        return False
    if op == "is":
        return _equal(value, operands[0])
    if op == "one_of":
        return any(_equal(value, operand) for operand in operands)
    size, limit = _size(value), _size(operands[0])
    return bool(size >= limit if op == "at_least" else size <= limit)


def _size(value: Any) -> Any:
    return len(value) if isinstance(value, (list, tuple)) else value


def _equal(value: Any, other: Any) -> bool:
    """Equality; where either is a list of references, that they share one (an empty list equals only an empty list)."""
    if isinstance(value, list) or isinstance(other, list):
        left, right = _as_list(value), _as_list(other)
        return bool(set(left) & set(right)) if left and right else left == right
    return bool(value == other)


def _as_list(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _count(scene: Scene, fact: Fact) -> int:
    return len(scene.records(fact.kind, fact.where))


def _values(scene: Scene, fact: Fact) -> list[Any]:
    found = (scene.of(record, fact.field) for record in scene.records(fact.kind, fact.where))
    return [value for value in found if value is not None and value != ""]


def _distinct(scene: Scene, fact: Fact) -> int:
    return len({item for value in _values(scene, fact) for item in _as_list(value)})


def _sum(scene: Scene, fact: Fact) -> int:
    return sum(_values(scene, fact))


def _latest(scene: Scene, fact: Fact) -> Any:
    """The value of the record with the highest `by`; of several, of the one that was opened last."""
    records = [r for r in scene.records(fact.kind, fact.where) if scene.of(r, fact.field) not in (None, "")]
    dated = [(scene.of(r, fact.by), r.opened or math.inf, r) for r in records]  # one that is being opened is the last
    found = max(dated, key=lambda item: (item[0] is not None, item[0], item[1]), default=None)
    return scene.of(found[2], fact.field) if found else None


def _missing(scene: Scene, fact: Fact) -> list[str]:
    names = [c.name for c in fact.choices] if fact.choices else _as_list(scene.follow(fact.path))
    if not fact.kind:
        elements = [(name, scene.get(name)) for name in names]
        return [name for name, record in elements if record is None or not scene.matches(record, fact.where)]
    if any(w.op == "is" and w.operands[0].kind in ("this", "root") for w in fact.where):
        seen = {item for value in _values(scene, fact) for item in _as_list(value)}
        return [name for name in names if name not in seen]
    return [name for name in names if not _any_match(scene, fact, name)]


def _any_match(scene: Scene, fact: Fact, name: str) -> bool:
    records = (scene.get(reference) for reference in scene.view.referrers(name, fact.kind, fact.field))
    return any(record is not None and scene.matches(record, fact.where) for record in records)


def _value(scene: Scene, fact: Fact) -> Any:
    return scene.follow(fact.path)


def _days_since(scene: Scene, fact: Fact) -> int | None:
    day = scene.this.entered if fact.path == ("state",) else scene.follow(fact.path)
    return (date.fromisoformat(scene.today) - date.fromisoformat(day)).days if day else None


def _share(scene: Scene, fact: Fact) -> Fraction | None:
    part, whole = scene.value(fact.share_of), scene.value(fact.share_in)
    return Fraction(100 * (part or 0), whole) if whole else None


def _scopes(scene: Scene, fact: Fact) -> list[str]:
    return _as_list(scene.follow(fact.path)) if fact.path else [scene.view.root]


def _holders(scene: Scene, fact: Fact) -> int:
    left_out = scene.this.reference if fact.except_this else ""
    people = {p for scope in _scopes(scene, fact) for p in _in_office(scene, fact.office, scope, left_out)}
    return len(people & _in_office(scene, fact.also, scene.view.root) if fact.also else people)


def _in_office(scene: Scene, office: str, scope: str, left_out: str = "") -> set[str]:
    holdings = scene.view.holders(office, scope)
    return {h.person for h in holdings if h.on(scene.today) and (not left_out or h.source != left_out)}


def _holds(scene: Scene, fact: Fact) -> bool:
    people = set(_as_list(scene.follow(fact.person)))
    holdings = (h for scope in _scopes(scene, fact) for h in scene.view.holders(fact.office, scope))
    return any(h.person in people and h.on(scene.today) for h in holdings)


_HEADS: dict[str, Callable[[Scene, Fact], Any]] = {
    "count": _count,
    "distinct": _distinct,
    "sum": _sum,
    "latest": _latest,
    "missing": _missing,
    "value": _value,
    "days_since": _days_since,
    "share": _share,
    "holders": _holders,
    "holds": _holds,
}
