"""Whose standing conditions a change may touch: found from the model once, not by looking at every record.

A standing condition looks at facts, a fact at records along references. `watchers` turns those round: for each kind,
the ways that lead from a record of it back to the records whose conditions look at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .record import Record, View
from .workflow import Fact, Model, Where, Workflow

OFFICE = "@office"  # stands for a kind: the scope of an office that is given or taken away


class Step(NamedTuple):
    """One step of a way back.

    With `field` alone: forward along the record's own field. With both: back to the records of `kind` whose `field`
    refers here. With `kind` alone: from the Board's own record, which all may look at, to every record of `kind` (in
    `states`, where given).
    """

    field: str = ""
    kind: str = ""
    states: frozenset[str] = frozenset()


Way = tuple[Step, ...]
Looked = tuple[str, Way]  # a kind of record that is looked at, and the way back from it
Watchers = dict[str, tuple[tuple[str, Way], ...]]


def watchers(model: Model) -> Watchers:
    """Return, by kind of the record that changes, the kinds with standing conditions and the ways to their records."""
    found: dict[str, dict[tuple[str, Way], None]] = {}
    for workflow in model.workflows.values():
        if not workflow.standing:
            continue
        found.setdefault(workflow.name, {})[(workflow.name, ())] = None
        for standing in workflow.standing:
            for test in (*standing.guard.tests, *standing.guard.when):
                for name in (test.fact, *(o.fact for o in test.operands if o.fact)):
                    for kind, way in _looks_at(model, workflow, name):
                        found.setdefault(kind, {})[(workflow.name, _narrowed(way, workflow))] = None
    return {kind: tuple(ways) for kind, ways in found.items()}


def _narrowed(way: Way, workflow: Workflow) -> Way:
    """Return the way with a last step from the Board's own record led only to records that have standing conditions."""
    if not way or way[-1].field:
        return way
    states = frozenset(state for standing in workflow.standing for state in standing.states)
    return (*way[:-1], way[-1]._replace(states=states))


def _looks_at(model: Model, workflow: Workflow, name: str) -> Iterator[Looked]:
    """Yield what a fact of `workflow` looks at; in a loaded model none is computed from itself."""
    fact = workflow.facts.get(name)
    if fact is None:
        return
    for part in (fact.share_of, fact.share_in):
        if part:
            yield from _looks_at(model, workflow, part)
    yield from _along(model, workflow, fact.path)
    yield from _along(model, workflow, fact.person)
    if fact.head in ("holders", "holds"):
        yield from _offices(model, workflow, fact)
    for operand in (o for condition in fact.where for o in condition.operands):
        yield from _along(model, workflow, operand.path)
    if fact.kind:
        yield from _records(model, workflow, fact)
    elif fact.head == "missing" and not fact.choices:
        for kind, way in _ends(model, workflow, fact.path):
            yield from _further(model, kind, (w.field for w in fact.where), way)


def _offices(model: Model, workflow: Workflow, fact: Fact) -> Iterator[Looked]:
    """Yield the ways back from whatever the offices are of that a fact looks at."""
    paths = [fact.path or ("root",), *([("root",)] if fact.also else [])]
    for path in paths:
        for _, way in _ends(model, workflow, path):
            yield OFFICE, way


def _records(model: Model, workflow: Workflow, fact: Fact) -> Iterator[Looked]:
    """Yield the ways back from the records that a fact counts, and what their own facts look at."""
    tie = next((w for w in fact.where if _ties(w)), None)
    field, path = (tie.field, _tied_to(tie)) if tie else (fact.field, fact.path)
    for _, back in _ends(model, workflow, path):
        way = (Step(field), *back)
        yield fact.kind, way
        yield from _further(model, fact.kind, (fact.field, fact.by, *(w.field for w in fact.where)), way)


def _ties(condition: Where) -> bool:
    return condition.op == "is" and condition.operands[0].kind in ("this", "root")


def _tied_to(condition: Where) -> tuple[str, ...]:
    operand = condition.operands[0]
    return ("root", *operand.path) if operand.kind == "root" else operand.path


def _further(model: Model, kind: str, names: Iterable[str], way: Way) -> Iterator[Looked]:
    for name in names:
        for further, rest in _looks_at(model, model.workflows[kind], name):
            yield further, (*rest, *way)


def _start(model: Model, workflow: Workflow, path: tuple[str, ...]) -> tuple[Looked, tuple[str, ...]]:
    """Return where a path starts, and its steps."""
    if path[:1] == ("root",):
        return (model.founding.opens[0].kind, (Step(kind=workflow.name),)), path[1:]
    return (workflow.name, ()), path[1:] if path[:1] == ("this",) else path


def _stages(model: Model, workflow: Workflow, path: tuple[str, ...]) -> Iterator[tuple[list[Looked], str]]:
    """Yield, from start to end of a path, what it has come to and the name of the step that follows ("" at the end)."""
    start, steps = _start(model, workflow, path)
    here = [start]
    for step in steps:
        yield here, step
        here = [
            (target, (Step(step, kind), *way))
            for kind, way in here
            for target in (model.workflows[kind].fields[step].to if step in model.workflows[kind].fields else ())
        ]
    yield here, ""


def _along(model: Model, workflow: Workflow, path: tuple[str, ...]) -> Iterator[Looked]:
    """Yield everything that a path goes through but the record itself, and what the facts in it look at."""
    for here, step in _stages(model, workflow, path) if path else ():
        for kind, way in here:
            if way:
                yield kind, way
            yield from _further(model, kind, (step,), way)


def _ends(model: Model, workflow: Workflow, path: tuple[str, ...]) -> list[Looked]:
    """Return the kinds of record that a path ends at, each with the way back."""
    return list(_stages(model, workflow, path))[-1][0]


def affected(view: View, ways: Watchers, changed: Iterable[Record], scopes: Iterable[str]) -> dict[str, None]:
    """Return references of the records whose standing conditions may come out differently, in a fixed order.

    `changed` are records as they were and as they are; `scopes` what offices were given or taken away of.
    """
    found: dict[str, None] = {}
    for record in changed:
        for kind, way in ways.get(record.kind, ()):
            _walk(view, record, way, kind, found)
    for scope in scopes:
        held_of = view.record(scope)
        for kind, way in ways.get(OFFICE, ()):
            if held_of is not None:
                _walk(view, held_of, way, kind, found)
    return found


def _walk(view: View, start: Record, way: Way, kind: str, found: dict[str, None]) -> None:
    here = [start]
    for step in way:
        names = [name for record in here for name in _step(view, record, step)]
        here = [record for record in map(view.record, dict.fromkeys(names)) if record is not None]
    found.update(dict.fromkeys(record.reference for record in here if record.kind == kind))


def _step(view: View, record: Record, step: Step) -> Iterable[str]:
    if not step.field:
        return view.records_in(step.kind, step.states) if record.reference == view.root else ()
    if step.kind:
        return view.referrers(record.reference, step.kind, step.field)
    value = record.fields.get(step.field)
    return value if isinstance(value, list) else [value] if value else ()
