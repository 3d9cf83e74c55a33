"""Putting mistakes right by new entries: `amend` corrects fields, `undo` takes a transition back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from .cycles import judge_cycles
from .facts import Scene
from .history import replayed, standing_moves
from .record import AMEND, UNDO, Authority, Move, Outcome, Record, Remedy, Request, View
from .rules import authority
from .timing import judge_own_entry, judge_request
from .values import listed
from .verdict import Verdict, verdict
from .wording import all_in_words
from .workflow import Correction, Model, Who, Workflow


def decide_amend(view: View, workflow: Workflow, record: Record, request: Request) -> Verdict:
    """Answer a request to correct fields: each must be one that may be amended at this stage, by this person.

    State and last effective date stay, so that a correction today keeps nobody from entering what was decided before.
    """
    outcomes = judge_request(view, workflow, record, request)
    scene = Scene(view, workflow, record, request.on, request.actor)
    capacity: Authority | None = None
    for name in sorted(request.values):  # as the log has them, so that a replay judges in the same order
        ever = [correction for correction in workflow.amend if name in correction.fields]
        now = [correction for correction in ever if not correction.states or record.state in correction.states]
        outcomes += _judge_stage(workflow, record, name, ever, bool(now))
        people = tuple(dict.fromkeys(who for correction in now or ever for who in correction.by))
        found = authority(scene, view.model_of(record), people, request.actor, request.on)
        capacity = capacity or found
        words = f"'{workflow.fields[name].label}' can be amended"
        outcomes.append(_judge_by(view.model_of(record), workflow, request, people, words, found))
        outcomes += judge_own_entry(scene, request, people, found)
    if not request.values:
        outcomes.append(_nothing_amended(workflow))
    fields = {**record.fields, **request.values}
    after = msgspec.structs.replace(record, fields=fields, seq=record.seq + 1)
    outcomes += judge_cycles(view, workflow, after, dict(request.values))
    return verdict(request, record, after, tuple(outcomes), dict(request.values), capacity, correction=True)


def _judge_stage(
    workflow: Workflow, record: Record, field: str, corrections: Sequence[Correction], held: bool
) -> list[Outcome]:
    """Judge that the record is at a stage at which the field may be corrected, where stages are named for it."""
    if not corrections or not all(correction.states for correction in corrections):
        return []
    states = dict.fromkeys(state for correction in corrections for state in correction.states)
    titles = listed((f"'{workflow.states[name].title}'" for name in states), "or")
    return [
        Outcome(
            rule="state",
            held=held,
            needed=f"'{workflow.fields[field].label}' is amended at {titles}",
            clause=workflow.clause,
            basis="house",
            found="" if held else f"{record.reference} is at '{workflow.states[record.state].title}'",
        )
    ]


def _nothing_amended(workflow: Workflow) -> Outcome:
    return Outcome(rule="asked", held=False, needed="something is amended", clause=workflow.clause, basis="house")


def decide_undo(view: View, workflow: Workflow, record: Record, request: Request) -> Verdict:
    """Answer a request to take back the record's last transition, if that is one that may be taken back."""
    standing = standing_moves(view.moves(record.reference))
    last = next((m for m in reversed(standing) if m.transition != AMEND), None)
    able = last is not None and last.migrated is None
    allowed = [undo for undo in workflow.undo if able and last is not None and undo.transition == last.transition]
    outcomes = [*judge_request(view, workflow, record, request), _judge_last(workflow, last, bool(allowed))]
    if last is None or not allowed:
        return verdict(request, record, record, tuple(outcomes), {}, None, correction=True)
    people = tuple(who for undo in allowed for who in undo.by)
    scene = Scene(view, workflow, record, request.on, request.actor)
    capacity = authority(scene, view.model_of(record), people, request.actor, request.on)
    title = workflow.transitions[last.transition].title
    outcomes.append(
        _judge_by(view.model_of(record), workflow, request, people, f"'{title}' can be taken back", capacity)
    )
    outcomes += judge_own_entry(scene, request, people, capacity)
    after = replayed(record, [m for m in standing if m.n != last.n])
    after = msgspec.structs.replace(after, seq=record.seq + 1, effective=request.on)
    changes = _changed(record.fields, after.fields)
    return verdict(request, record, after, tuple(outcomes), changes, capacity, correction=True, takes_back=last.n)


def _changed(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Return what each field that differs has become, None where it was emptied."""
    return {name: after.get(name) for name in {**before, **after} if before.get(name) != after.get(name)}


def _judge_last(workflow: Workflow, last: Move | None, allowed: bool) -> Outcome:
    able = [workflow.transitions[undo.transition].title for undo in workflow.undo]
    move = workflow.transitions.get(last.transition) if last else None
    made = "the migration to this model" if last and last.migrated else f"'{move.title}'" if move else "nothing"
    return Outcome(
        rule="undo",
        held=allowed,
        needed="the last transition is one that can be taken back: "
        + (", ".join(f"'{title}'" for title in able) or "none can be, for this kind of record"),
        clause=workflow.clause,
        basis="house",
        found="" if allowed else f"the last was {made}",
    )


def _judge_by(
    model: Model, workflow: Workflow, request: Request, people: tuple[Who, ...], words: str, found: Authority | None
) -> Outcome:
    allowed = all_in_words(model, workflow, people) if people else "nobody"
    held = found is not None
    remedy = Remedy(kind=workflow.name, transition=UNDO if request.transition == UNDO else AMEND, who=allowed)
    return Outcome(
        rule="may-act",
        held=held,
        needed=f"{words} by {allowed}",
        clause=workflow.clause,
        basis="house",
        found="" if held else f"{request.actor} held no such office on {request.on}",
        remedies=() if held or not people else (remedy,),
    )
