"""What loading notices: what the loader would refuse of a model that is not text any more.

Only what a change of one rule can break is looked at. That a fact or field is now unused is not held against a
mutant: whoever takes a rule out would take that out as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peoplezones.domain.graph import openings, walk
from peoplezones.domain.workflow import PREVIOUS, Fact, Model, Workflow
from peoplezones.operating_model.promises import broken

Noticed = Literal["loading", "promise", ""]


def refusal(model: Model, before: Workflow) -> tuple[Noticed, str]:
    """Return how loading notices what became of a workflow (`loading` or `promise`) and what it says, or two blanks."""
    workflow = model.workflows[before.name]
    for problem in _unsound(model, workflow):
        return "loading", problem
    if workflow.transitions is not before.transitions or workflow.standing is not before.standing:
        for promise in workflow.promises:
            for problem in broken(workflow, promise):
                return "promise", f"{promise.id}: {problem}"
    return "", ""


def _unsound(model: Model, workflow: Workflow) -> Iterator[str]:
    yield from _astray(workflow)
    yield from (
        f"the fact '{fact.name}' is not tied to this record" for fact in workflow.facts.values() if _loose(fact)
    )
    for move in workflow.openings:
        given = {*move.asks, *move.set}
        for field in workflow.fields.values():
            if field.required and field.name not in given:
                yield f"'{field.name}' is required, but '{move.name}' neither asks nor sets it"
    for parent in model.workflows.values():
        for move in parent.transitions.values():
            for opening in move.opens:
                child = model.workflows[opening.kind].transitions[opening.transition]
                yield from _wrongly_set(move.name, child.name, set(opening.set), child.asks, child.takes)


def _astray(workflow: Workflow) -> Iterator[str]:
    reached = walk(workflow).states
    for state in workflow.states:
        if state not in reached:
            yield f"no transition leads to the state '{state}'"
    opened = {step.target[0] for step in openings(workflow)}
    for move in workflow.transitions.values():
        if move.to == PREVIOUS and opened.intersection(move.sources):
            yield f"where '{move.name}' is made there may be no previous state"


def _loose(fact: Fact) -> bool:
    """Whether a fact looks at records of another kind that nothing ties to this one."""
    if not fact.kind:
        return False
    tied = any(w.op == "is" and w.operands[0].kind in ("this", "root") and not w.or_empty for w in fact.where)
    return not tied and not (fact.head == "missing" and not fact.choices)


def _wrongly_set(
    parent: str, child: str, given: set[str], asks: tuple[str, ...], takes: tuple[str, ...]
) -> Iterator[str]:
    for name in asks:
        if name not in given:
            yield f"'{child}', which '{parent}' opens, asks for '{name}'"
    for name in given - {*asks, *takes}:
        yield f"'{child}', which '{parent}' opens, neither asks nor takes '{name}'"
