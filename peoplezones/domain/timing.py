"""The engine's own rules about a request: its two dates, its two people, and what the person had seen.

They are the same for every model and protect the log itself; a model cannot switch them off.
"""

from __future__ import annotations

from .facts import Scene
from .record import AMEND, Authority, Outcome, Record, Request, View
from .rules import authority
from .wording import BUILT_IN, all_in_words
from .workflow import Who, Workflow


def judge_request(
    view: View, workflow: Workflow, record: Record, request: Request, *, caused: bool = False
) -> list[Outcome]:
    """Judge the effective date (not before the record's last, nor in the future), who enters, and what was seen."""
    outcomes = [_not_after(request)]
    if record.effective and request.transition != AMEND:
        outcomes.append(_not_before(record, request))
    if request.entered_by != request.actor and not caused:
        outcomes.append(_may_enter(view, workflow, record, request))
    if request.seen is not None and request.seen != record.seq:
        outcomes.append(_has_moved_on(view, workflow, record, request))
    return outcomes


def _not_after(request: Request) -> Outcome:
    today = request.at[:10]
    return Outcome(
        rule="not-after",
        held=request.on <= today,
        needed="it takes effect on a day that has come",
        clause="",
        basis=BUILT_IN,
        found="" if request.on <= today else f"{request.on} is after {today}, the day of recording (UTC)",
    )


def _not_before(record: Record, request: Request) -> Outcome:
    """Judge that effective dates do not go back within a record.

    A last effective date that lies after the day of recording can only come of a clock that was wrong, then or now. It
    holds nothing up: the day of recording is early enough. `audit.clock` tells of such jumps from the log.
    """
    held = request.on >= min(record.effective, request.at[:10])
    return Outcome(
        rule="not-before",
        held=held,
        needed="it takes effect no earlier than the step before it",
        clause="",
        basis=BUILT_IN,
        found="" if held else f"{record.reference} last changed with effect from {record.effective}",
    )


def _may_enter(view: View, workflow: Workflow, record: Record, request: Request) -> Outcome:
    """Judge that whoever enters somebody else's act may do so on the day of recording, and names a document."""
    model = view.model
    scene = Scene(view, workflow, record, request.at[:10], request.entered_by)
    allowed = authority(scene, model, model.enters_for_others, request.entered_by, request.at[:10])
    who = all_in_words(model, workflow, model.enters_for_others)
    missing = []
    if allowed is None:
        missing.append(f"{request.entered_by} holds no such office today")
    if not request.document:
        missing.append("no document is named")
    return Outcome(
        rule="may-enter",
        held=not missing,
        needed=f"what somebody else decided is entered by {who}, naming the document it comes from",
        clause="",
        basis=BUILT_IN,
        found=" and ".join(missing),
    )


def judge_own_entry(
    scene: Scene, request: Request, people: tuple[Who, ...], capacity: Authority | None
) -> list[Outcome]:
    """Judge that whoever enters their own act of an earlier day still has the right to act on the day of recording.

    Without this, whoever once held an office could for ever after add to the past in its name. `people` are those who
    may act.
    """
    today = request.at[:10]
    own = request.entered_by == request.actor
    if not own or request.on >= today or capacity is None or not capacity.office:
        return []
    model = scene.view.model
    held = authority(scene, model, people, request.actor, today) is not None
    who = all_in_words(model, scene.workflow, model.enters_for_others)
    return (
        []
        if held
        else [
            Outcome(
                rule="may-enter",
                held=False,
                needed=f"whoever enters an act of their own still holds the office, or {who} enters it from a document",
                clause="",
                basis=BUILT_IN,
                found=f"{request.actor} no longer holds the office today",
            )
        ]
    )


def _has_moved_on(view: View, workflow: Workflow, record: Record, request: Request) -> Outcome:
    since = [move for move in view.moves(record.reference) if move.seq > (request.seen or 0)]
    titles = [
        f"'{workflow.transitions[m.transition].title}' on {m.effective}"
        if m.transition in workflow.transitions
        else f"{m.transition} on {m.effective}"
        for m in since
    ]
    return Outcome(
        rule="seen",
        held=False,
        needed=f"the record still stands as it was seen (at {request.seen})",
        clause="",
        basis=BUILT_IN,
        found=f"it is at {record.seq}; since then: {', '.join(titles) or 'nothing'}",
    )
