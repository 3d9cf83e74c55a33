"""Carrying out a decision: the record, its references, the offices it confers, the records it opens, and its entry.

`answer` decides and carries out one request inside a workspace. A refusal leaves everything but the log as it was.
"""

from __future__ import annotations

from typing import Any

import msgspec

from peoplezones.domain.decide import decide
from peoplezones.domain.entry import ACT
from peoplezones.domain.offices import conferred, transfers
from peoplezones.domain.record import Decision, Outcome, Record, Request
from peoplezones.domain.verdict import Verdict
from peoplezones.domain.workflow import Workflow
from peoplezones.store.workspace import Workspace

from .breaches import Change, broken_since, note_breaches
from .entry import entry_of, line_of, sealed

Personal = tuple[tuple[str, str, bytes, str], ...]


class Refused(Exception):
    """A record that was to be opened is refused, and so all is; carries the outcomes."""

    def __init__(self, outcomes: tuple[Outcome, ...]) -> None:
        super().__init__()
        self.outcomes = outcomes


def answer(workspace: Workspace, request: Request, personal: Personal = ()) -> Decision:
    """Decide a request, carry it out where it moved, append its entry, and note breaches that begin or end."""
    reference, number = _reference(workspace, request)
    verdict = decide(workspace, request, reference)
    mark = workspace.mark()
    if verdict.decision.moved:
        try:
            return carry_out(workspace, request, verdict, number, personal)
        except Refused as refused:
            workspace.roll_back(mark)
            verdict = _refused(verdict, workspace.record(reference), refused.outcomes)
    return append_refusal(workspace, request, verdict)


def _reference(workspace: Workspace, request: Request) -> tuple[str, tuple[int, int] | None]:
    """Return the record's reference; for an opening the next one, with its year and number."""
    if request.reference:
        return request.reference, None
    return next_reference(workspace, workspace.model.workflows[request.kind], request.on)


def next_reference(workspace: Workspace, workflow: Workflow, on: str) -> tuple[str, tuple[int, int]]:
    """Return the reference that the next record gets, with its year and number: counted, not drawn."""
    year = year_of(workflow, on)
    number = workspace.next_number(workflow.name, year)
    while workspace.record(reference_of(workflow, year, number)):  # kept from an earlier model under another kind
        number += 1
    return reference_of(workflow, year, number), (year, number)


def year_of(workflow: Workflow, on: str) -> int:
    """Return the year in which the records of a kind are counted, 0 where they are counted through."""
    return int(on[:4]) if "{year}" in workflow.reference else 0


def reference_of(workflow: Workflow, year: int, number: int) -> str:
    """Return the reference of a record with this number."""
    return workflow.reference.format(year=f"{year:04}", number=number)


def carry_out(
    workspace: Workspace, request: Request, verdict: Verdict, number: tuple[int, int] | None, personal: Personal
) -> Decision:
    """Carry out a verdict that moved, append its entry, and note breaches that begin or end. Raises Refused."""
    mark = workspace.mark()
    decision, changes = perform(workspace, request, verdict, number, personal)
    fresh = note_breaches(workspace, changes, request, decision.entry, {})
    if fresh:  # was it time that broke it, before this request? Look at how things stood.
        workspace.roll_back(mark)
        earlier = broken_since(workspace, fresh, request.at[:10])
        decision, changes = perform(workspace, request, verdict, number, personal)
        note_breaches(workspace, changes, request, decision.entry, earlier)
    return decision


def perform(
    workspace: Workspace,
    request: Request,
    verdict: Verdict,
    number: tuple[int, int] | None,
    personal: Personal,
    cause: int = 0,
) -> tuple[Decision, list[Change]]:
    """Carry out a verdict that moved, and open what it opens. Raises Refused where one of those is refused."""
    n = workspace.size + 1
    reference = verdict.decision.reference
    before = workspace.record(reference) or Record(kind=request.kind, reference=reference, model=verdict.after.model)
    if number is not None:
        workspace.take_number(request.kind, *number)
    children = _plan_children(workspace, request, verdict)
    opened = tuple(child.reference for child in children)
    model = verdict.after.model
    line = line_of(entry_of(workspace.log, n, model, request, verdict, reference, opened, cause))
    after = sealed(verdict.after, n, line.leaf, opened=number is not None)
    workspace.append(line.row, personal_rows(personal, n, reference))
    workspace.put(after, number)
    if number is None and before.kind != after.kind:
        workspace.rekind(after, year_of(workspace.workflow(after), after.effective))
    changes = [_project(workspace, before, after, n, correction=verdict.correction)]
    for child in children:
        changes += open_record(workspace, child, (), n)
    return msgspec.structs.replace(verdict.decision, entry=n, opened=opened), changes


def _project(workspace: Workspace, before: Record, after: Record, n: int, *, correction: bool) -> Change:
    """Bring references and offices into line with the record as it now stands."""
    old, new = workspace.workflow(before), workspace.workflow(after)
    if before.fields != after.fields or before.kind != after.kind:
        workspace.refer(before, after, n)
    confers = old.confers or new.confers
    return Change(before, after, _transfer(workspace, before, after, n, correction=correction) if confers else ())


def _transfer(workspace: Workspace, before: Record, after: Record, n: int, *, correction: bool) -> tuple[str, ...]:
    """End and begin the offices that the record confers; return what they are of."""
    root = workspace.root or after.reference
    old, new = (
        conferred(workspace.workflow(record), record, root, frozenset(workspace.model_of(record).offices))
        for record in (before, after)
    )
    declared = old, new
    live = workspace.offices_from(after.reference)
    held = {slot: one.holding for slot, one in live.items()}
    stays = before.state == after.state or before.model != after.model
    ended, begun = transfers(held, declared, after, stays=stays, correction=correction)
    for slot, holding in ended:
        workspace.end_office(live[slot], holding, n)
    for holding in begun:
        workspace.give_office(holding, n)
    return tuple(holding.scope for holding in (*(holding for _, holding in ended), *begun))


class Planned(msgspec.Struct, frozen=True):
    """A record that is about to be opened: its reference, year and number, and the request that opens it.

    `model` is the digest of the model that it is to live by.
    """

    reference: str
    number: tuple[int, int]
    request: Request
    model: str


def _plan_children(workspace: Workspace, request: Request, verdict: Verdict) -> list[Planned]:
    """Return the records to open, their numbers taken, so that what these open in turn gets others.

    What a record opens lives by the same model as it does.
    """
    planned = []
    model = verdict.after.model
    workflows = workspace.model_by(model).workflows
    for child in verdict.children:
        reference, number = next_reference(workspace, workflows[child.kind], request.on)
        workspace.take_number(child.kind, *number)
        asked = msgspec.structs.replace(
            request,
            kind=child.kind,
            transition=child.transition,
            values=child.values,
            **dict.fromkeys(("reference", "document", "reason", "key"), ""),
            seen=None,
            attachments=(),
            names={},
        )
        planned.append(Planned(reference, number, asked, model))
    return planned


def open_record(workspace: Workspace, planned: Planned, personal: Personal, cause: int) -> list[Change]:
    """Open a record that an entry causes, with whoever caused it answerable. Raises Refused."""
    request = planned.request
    verdict = decide(workspace, request, planned.reference, caused=True, model=planned.model)
    if not verdict.decision.moved:
        raise Refused(tuple(msgspec.structs.replace(o, record=request.kind) for o in verdict.decision.reasons))
    return perform(workspace, request, verdict, planned.number, personal, cause)[1]


def _refused(verdict: Verdict, before: Record | None, outcomes: tuple[Outcome, ...]) -> Verdict:
    """Return the verdict of a transition that failed for what it was to open."""
    decision = verdict.decision
    refused = msgspec.structs.replace(
        decision, moved=False, outcomes=(*decision.outcomes, *outcomes), seq=before.seq if before else 0
    )
    after = before or Record(kind=decision.kind, reference=decision.reference)
    return msgspec.structs.replace(verdict, decision=refused, after=after, children=(), changes={})


def append_refusal(workspace: Workspace, request: Request, verdict: Verdict) -> Decision:
    """Append the entry of a refusal to the log, and to the chain of its record."""
    n = workspace.size + 1
    record = workspace.record(request.reference) if request.reference else None
    model = record.model if record and request.kind != ACT else workspace.model_digest
    line = line_of(entry_of(workspace.log, n, model, request, verdict, request.reference, (), 0))
    workspace.append(line.row, [])
    if record is not None:
        workspace.put(msgspec.structs.replace(record, leaf=line.leaf))
    return msgspec.structs.replace(verdict.decision, entry=n, reference=request.reference)


def personal_rows(personal: Personal, n: int, record: str | None) -> list[dict[str, Any]]:
    """Return the rows that keep the personal values to which entry `n` commits."""
    return [
        {"commitment": kept, "n": n, "record": record, "field": field, "salt": salt, "value": value}
        for field, kept, salt, value in personal
    ]
