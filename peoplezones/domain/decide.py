"""The heart: what a request is answered, from the workflow, the record, what is around it and the request alone.

Pure: no database, clock, file or network; the request carries its own time. `decide` judges every rule, lets the state
machine move, and returns a `Verdict`: the decision, and where it moved, the record as it now stands.
"""

from __future__ import annotations

from typing import Any

import msgspec

from .correct import decide_amend, decide_undo
from .cycles import judge_cycles
from .facts import Scene
from .machine import ImpossibleMove, leads_to
from .overlay import overlaid
from .record import AMEND, UNDO, Authority, Outcome, Record, Remedy, Request, View
from .rules import entered, judge_guard, judge_people
from .timing import judge_own_entry, judge_request
from .values import listed
from .verdict import Child, Verdict, moved, verdict
from .wording import all_in_words
from .workflow import PREVIOUS, SAME, Model, Transition, Workflow


def decide(view: View, request: Request, reference: str, *, caused: bool = False, model: str = "") -> Verdict:
    """Answer a request about the record `reference` (for an opening, the reference that it would get).

    `caused` marks a record that another transition opens: whoever could make that one may open this one; its guards
    apply. The transition must be one of the record's workflow; values must be in stored form (`service` sees to
    both). `model` is the digest of the model that a new record is to live by, where that is not the one in force.
    """
    fresh = Record(kind=request.kind, reference=reference, model=model or view.model.digest)
    record = view.record(reference) or fresh
    workflow = view.workflow(record)
    if request.transition == AMEND:
        return decide_amend(view, workflow, record, request)
    if request.transition == UNDO:
        return decide_undo(view, workflow, record, request)
    move = workflow.transitions[request.transition]
    changes = _changes(view, workflow, record, request, move)
    asked = msgspec.structs.replace(record, fields={**record.fields, **changes})
    outcomes = [] if move.opening else [_judge_state(view.model_of(record), workflow, record, move)]
    outcomes += judge_request(view, workflow, record, request, caused=caused)
    capacity = None
    if not caused:
        capacity, people = _judge_people(view, workflow, record, asked, request, move)
        outcomes += people
    outcomes += _judge_asked(workflow, move, changes)
    outcomes += judge_cycles(view, workflow, asked, changes)
    outcomes += _judge_guards(view, workflow, asked, request, move)
    after = moved(asked, request, record.state, _target(workflow, record, move))
    outcomes += _judge_standing(view, workflow, record, after, request)
    children = _children(after, view, workflow, request, move) if all(o.held for o in outcomes) else ()
    return verdict(request, record, after, tuple(outcomes), changes, capacity, children)


def _judge_people(
    view: View, workflow: Workflow, record: Record, asked: Record, request: Request, move: Transition
) -> tuple[Authority | None, list[Outcome]]:
    """Judge who acts, and that they may still enter it themselves where the day of it has passed."""
    after = Scene(view, workflow, asked, request.on, request.actor)
    before = after if move.opening else Scene(view, workflow, record, request.on, request.actor)
    capacity, outcomes = judge_people(before, after, view.model_of(record), move)
    return capacity, [*outcomes, *judge_own_entry(before, request, move.by, capacity)]


def _judge_asked(workflow: Workflow, move: Transition, changes: dict[str, Any]) -> list[Outcome]:
    """Judge that what is asked was given: a model may set a child's field from a path that ends in nothing."""
    return [
        Outcome(
            rule="asked",
            held=False,
            needed=f"'{workflow.fields[name].label}' is given",
            clause=move.clause,
            basis=move.basis,
            found="nothing was given",
        )
        for name in move.asks
        if changes.get(name) in (None, "", [])
    ]


def _judge_guards(view: View, workflow: Workflow, asked: Record, request: Request, move: Transition) -> list[Outcome]:
    if not move.guards:
        return []
    scene = overlaid(view, workflow, asked, request.on, request.actor)
    return [judge_guard(scene, view.model_of(asked), guard) for guard in move.guards]


def _judge_standing(view: View, workflow: Workflow, record: Record, after: Record, request: Request) -> list[Outcome]:
    standing = entered(workflow.standing, record.state, after.state)
    if not standing:
        return []
    scene = overlaid(view, workflow, after, request.on, request.actor)
    return [judge_guard(scene, view.model_of(after), condition.guard) for condition in standing]


def _changes(view: View, workflow: Workflow, record: Record, request: Request, move: Transition) -> dict[str, Any]:
    """Return what is asked and what the transition sets, in stored form."""
    if not move.set:
        return dict(request.values)
    overlaid = msgspec.structs.replace(record, fields={**record.fields, **request.values})
    scene = Scene(view, workflow, overlaid, request.on, request.actor)
    values = {name: scene.operand(operand) for name, operand in move.set.items()}
    return {**request.values, **{name: value for name, value in values.items() if value is not None}}


def _judge_state(model: Model, workflow: Workflow, record: Record, move: Transition) -> Outcome:
    held = record.state in move.sources
    titles = listed((f"'{workflow.states[name].title}'" for name in move.sources), "or")
    leading = [m for m in workflow.transitions.values() if m.to in move.sources and record.state in m.sources]
    return Outcome(
        rule="state",
        held=held,
        needed=f"'{move.title}' is made at {titles}",
        clause=move.clause,
        basis=move.basis,
        found="" if held else f"{record.reference} is at '{workflow.states[record.state].title}'",
        remedies=() if held else tuple(_remedy(model, workflow, m) for m in leading),
    )


def _remedy(model: Model, workflow: Workflow, move: Transition) -> Remedy:
    return Remedy(kind=workflow.name, transition=move.name, who=all_in_words(model, workflow, move.by))


def _target(workflow: Workflow, record: Record, move: Transition) -> str:
    """Return the state that the machine leads to, or "" where it leads nowhere from here."""
    try:
        return leads_to(workflow, move.name, record.state, record.previous)
    except ImpossibleMove:
        return "" if move.to in (SAME, PREVIOUS) else move.to


def _children(after: Record, view: View, workflow: Workflow, request: Request, move: Transition) -> tuple[Child, ...]:
    """Return the records that the transition opens, with their values in stored form."""
    scene = Scene(view, workflow, after, request.on, request.actor)
    found = []
    for opening in move.opens:
        targets = scene.follow(opening.for_each) if opening.for_each else [""]
        for each in targets if isinstance(targets, list) else [targets] if targets else []:
            scene.each = each
            values = {name: scene.operand(operand) for name, operand in opening.set.items()}
            given = {name: value for name, value in values.items() if value is not None}
            found.append(Child(kind=opening.kind, transition=opening.transition, values=given))
    return tuple(found)
