"""What scenarios have shown of each rule: observed in the decisions of the engine, never claimed by a tag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from peoplezones.domain.entry import ACT
from peoplezones.domain.record import Decision
from peoplezones.domain.workflow import PREVIOUS, Model, Workflow

How = Literal["let pass", "refused", "refused alone", "broken", "made"]


class Sighting(NamedTuple):
    """One rule of a kind, and how it was seen: `alone` means as the only reason, `broken` after it had held.

    A transition goes by its name and is `made`.
    """

    kind: str
    rule: str
    how: How


def sightings(model: Model, decision: Decision) -> Iterator[Sighting]:
    """Yield what a decision shows of the guards and standing conditions that applied."""
    if decision.kind == ACT:
        return
    alone = len(decision.reasons) == 1
    for outcome in decision.outcomes:
        kind = outcome.record or decision.kind
        if not outcome.applies or outcome.rule not in _rules(model, kind):
            continue
        if outcome.held:
            if decision.moved:
                yield Sighting(kind, outcome.rule, "let pass")
            continue
        yield Sighting(kind, outcome.rule, "refused")
        if alone:
            yield Sighting(kind, outcome.rule, "refused alone")


def shown_by(model: Model, decision: Decision) -> Iterator[Sighting]:
    """Yield what somebody shows who asks for this themselves: the rules, and the transition where it was made."""
    yield from sightings(model, decision)
    if decision.moved and decision.transition in model.workflows[decision.kind].transitions:
        yield Sighting(decision.kind, decision.transition, "made")


def founding_sightings(model: Model) -> Iterator[Sighting]:
    """Yield what founding a Board shows: that it was let pass by the guards that always apply."""
    for part in model.founding.opens:
        for guard in model.workflows[part.kind].transitions[part.transition].guards:
            if not guard.when:
                yield Sighting(part.kind, guard.id, "let pass")


def not_seen(model: Model, seen: Iterable[Sighting]) -> list[Sighting]:
    """Return what has yet to be seen: a guard to let pass and to refuse alone, a standing condition also broken.

    A standing condition need only be seen broken where it depends on something and only openings lead to its states:
    nothing refers yet to a record that is only now opened, so it does not apply then.
    """
    known = frozenset(seen)
    wanted = []
    for workflow in model.workflows.values():
        for move, guard in workflow.guards():
            ways: tuple[How, ...] = ("let pass", "refused alone") if move else ("let pass", "refused", "broken")
            if not move and guard.when and not _entered_later(workflow, guard.id):
                ways = ("broken",)
            wanted += [Sighting(workflow.name, guard.id, how) for how in ways]
    return [sighting for sighting in wanted if sighting not in known]


def _entered_later(workflow: Workflow, condition: str) -> bool:
    """Whether a record that is open already can come under a standing condition."""
    states = next(s.states for s in workflow.standing if s.guard.id == condition)
    moves = (move for move in workflow.transitions.values() if not move.opening)
    return any(move.to in (*states, PREVIOUS) and not set(move.sources) <= set(states) for move in moves)


def _rules(model: Model, kind: str) -> frozenset[str]:
    return frozenset(guard.id for _, guard in model.workflows[kind].guards())
