"""A decision together with what follows from it: the record as it then stands, and the records it opens."""

from __future__ import annotations

from typing import Any

import msgspec

from .record import Authority, Decision, Migrated, Outcome, Record, Request, Value


class Child(Value, frozen=True, kw_only=True):
    """A record that a transition opens: kind, opening transition and values in stored form."""

    kind: str
    transition: str
    values: dict[str, Any]


class Verdict(Value, frozen=True, kw_only=True):
    """A decision, and where it moved the record after it, what changed, and the records to open."""

    decision: Decision
    after: Record
    changes: dict[str, Any]
    children: tuple[Child, ...] = ()
    correction: bool = False
    takes_back: int = 0
    migrated: Migrated | None = None


def moved(record: Record, request: Request, source: str, to: str) -> Record:
    """Return the record after moving from `source` to `to` on the request's day; staying changes no date of entry."""
    stays = to == source or not to
    return msgspec.structs.replace(
        record,
        state=to or source,
        previous=record.previous if stays else source,
        entered=record.entered if stays else request.on,
        seq=record.seq + 1,
        effective=request.on,
    )


def verdict(
    request: Request,
    before: Record,
    after: Record,
    outcomes: tuple[Outcome, ...],
    changes: dict[str, Any],
    authority: Authority | None,
    children: tuple[Child, ...] = (),
    *,
    correction: bool = False,
    takes_back: int = 0,
) -> Verdict:
    """Return the verdict that the outcomes amount to: moved only if every one held."""
    held = all(outcome.held for outcome in outcomes)
    decision = Decision(
        moved=held,
        kind=request.kind,
        transition=request.transition,
        reference=before.reference,
        source=before.state,
        to=after.state if held else before.state,
        outcomes=outcomes,
        on=request.on,
        authority=authority,
        seq=after.seq if held else before.seq,
    )
    return Verdict(
        decision=decision,
        after=after if held else before,
        changes=changes,
        children=children,
        correction=correction,
        takes_back=takes_back,
    )
