"""Proving the promises of a workflow on its state graph; one that is broken is shown by the shortest way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

from peoplezones.domain.graph import Step, Walk, in_words, walk
from peoplezones.domain.workflow import PREVIOUS, Promise, Transition, Workflow


def broken(workflow: Workflow, promise: Promise) -> Iterator[str]:
    """Yield what breaks a promise; nothing where it is kept."""
    return _PROOFS[promise.kind](workflow, promise)


def _only_after(workflow: Workflow, promise: Promise) -> Iterator[str]:
    """With one of `states` taken out of the graph, `state` must be out of reach: the one dominates the other."""
    for before in promise.states:
        if before == promise.state:
            yield f"'{before}' cannot come before itself; take it out"
            continue
        way = walk(workflow, avoid=[before]).way_to(promise.state)
        if way is not None:
            yield f"'{promise.state}' can be reached without '{before}': {in_words(way)}"


def _only_with(workflow: Workflow, promise: Promise) -> Iterator[str]:
    """Every step into `state` from another carries the guards; coming back by `previous` is no new entry."""
    reached, seen = walk(workflow), set[tuple[str, str]]()
    for step in reached.steps:
        source = step.source[0] if step.source else ""
        if step.target[0] != promise.state or source == promise.state or _comes_back(workflow, step):
            continue
        missing = [name for name in promise.guards if name not in _guards_of(workflow, step, source)]
        if missing and (step.transition, source) not in seen:
            seen.add((step.transition, source))
            way = [*(reached.way(step.source) if step.source else []), step]
            lacking = " and ".join(f"'{name}'" for name in missing)
            yield f"'{promise.state}' can be entered without {lacking}: {in_words(way)}"


def _comes_back(workflow: Workflow, step: Step) -> bool:
    return workflow.transitions[step.transition].to == PREVIOUS


def _guards_of(workflow: Workflow, step: Step, source: str) -> set[str]:
    """Return the guards that judge a step: those of its transition and the standing conditions it comes under."""
    standing = (s for s in workflow.standing if step.target[0] in s.states and source not in s.states)
    return {guard.id for guard in workflow.transitions[step.transition].guards} | {
        condition.guard.id for condition in standing
    }


def _reaches_final(workflow: Workflow, _: Promise) -> Iterator[str]:
    reached, seen = walk(workflow), set[str]()
    if not workflow.final:
        yield "no state is final; name one in `final`"
        return
    leading = reached.leading_to(workflow.final)
    for node in reached.nodes:
        if node[0] not in seen and node not in leading:
            seen.add(node[0])
            yield f"no final state can be reached from '{node[0]}' ({in_words(reached.way(node))})"


def _apart(workflow: Workflow, promise: Promise) -> Iterator[str]:
    """Of two transitions, the one that can follow the other must refuse whoever made that one."""
    moves = [workflow.transitions[name] for name in promise.transitions]
    reached = walk(workflow)
    for first, second in permutations(moves, 2):
        if any(who.kind == "did" and who.transition == first.name for who in second.not_by):
            continue
        way = _way_through(workflow, reached, first, second)
        if way is not None:
            yield (
                f"whoever makes '{first.name}' can make '{second.name}' after it: {in_words(way)}; "
                f"add `not_by: [{{did: {first.name}}}]` to '{second.name}'"
            )


def _way_through(workflow: Workflow, reached: Walk, first: Transition, second: Transition) -> list[Step] | None:
    """Return a way on which `first` is made and later `second`, or None."""
    made = [step for step in reached.steps if step.transition == first.name]
    onward = Walk(workflow, made)
    for step in onward.steps:
        if step.transition == second.name and step not in made and step.source is not None:
            way = [*onward.way(step.source), step]
            return [*(reached.way(way[0].source) if way[0].source else []), *way]
    return None


_PROOFS: dict[str, Callable[[Workflow, Promise], Iterator[str]]] = {
    "only_after": _only_after,
    "only_with": _only_with,
    "reaches_final": _reaches_final,
    "apart": _apart,
}
