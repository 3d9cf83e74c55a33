"""Offices: who holds what, of what, on which day. The engine knows them only through the word `confers`."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from .facts import Scene
from .record import Holding, Record
from .workflow import Workflow


def in_office(scene: Scene, office: str, of: tuple[str, ...], person: str, day: str) -> Holding | None:
    """Return the person's holding of the office on that day, their own rather than a deputy's, or None."""
    scopes = scene.follow(of) if of else scene.view.root
    wanted = set(scopes) if isinstance(scopes, list) else {scopes}
    held = [
        holding
        for holding in scene.view.offices_of(person)
        if holding.office == office and holding.scope in wanted and holding.on(day)
    ]
    return min(held, key=lambda holding: holding.deputy, default=None)


def conferred(workflow: Workflow, record: Record, root: str, offices: frozenset[str]) -> dict[int, Holding]:
    """Return the offices that the record confers as it now stands, by the position of the `confers` that says so."""
    found: dict[int, Holding] = {}
    for slot, confers in enumerate(workflow.confers):
        person = record.fields.get(confers.to)
        office = confers.office or record.fields.get(confers.office_field)
        scope = {"": root, "this": record.reference}.get(confers.of) or record.fields.get(confers.of)
        if record.state not in confers.states or not (person and scope) or office not in offices:
            continue
        since = record.fields.get(confers.since) if confers.since else None
        found[slot] = Holding(
            office=str(office),
            scope=scope,
            person=person,
            source=record.reference,
            slot=slot,
            deputy=confers.deputy,
            since=since or record.entered,
            until=(record.fields.get(confers.until) or "") if confers.until else "",
        )
    return found


def day_before(day: str) -> str:
    """Return the day before an ISO date."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def closed(holding: Holding, effective: str, *, void: bool) -> Holding:
    """Return the holding as it stands once its record no longer confers it from `effective` on.

    A correction (`void`) means that it was never held; otherwise it was held to the day before. A holding that is
    over already stays as it was.
    """
    last = day_before(holding.since if void else effective)
    return msgspec.structs.replace(holding, until=min(holding.until, last) if holding.until else last)


def transfers(
    live: dict[int, Holding],
    declared: tuple[dict[int, Holding], dict[int, Holding]],
    after: Record,
    *,
    stays: bool,
    correction: bool,
) -> tuple[list[tuple[int, Holding]], list[Holding]]:
    """Return which holdings end, as they then stand by slot, and which begin, when a record changes.

    `live` are those in being; `declared` what the record confers before and after. What is declared as before goes on
    as it is. Where the record stays in its state (`stays`), whoever newly gets an office has it from that day on and
    not from the record's own first day; a correction replaces a holding from the day it began.
    """
    before, wanted = declared
    ended = [
        (slot, closed(held, after.effective, void=correction))
        for slot, held in live.items()
        if slot not in wanted or before.get(slot) != wanted[slot]
    ]
    begun = []
    for slot, holding in wanted.items():
        held = live.get(slot)
        if held is not None and before.get(slot) == holding:
            continue
        since = holding.since
        if correction and held is not None and slot in before and before[slot].since == since:
            since = held.since
        elif stays and not correction:
            since = max(since, after.effective)
        begun.append(msgspec.structs.replace(holding, since=since))
    return ended, begun
