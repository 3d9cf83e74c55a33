"""Noting which standing conditions a change breaks, and which it puts right."""

from __future__ import annotations

import json
from collections.abc import Iterable

import msgspec

from peoplezones.domain.affected import Watchers, affected, watchers
from peoplezones.domain.record import Outcome, Record, Request
from peoplezones.domain.standing import broken, since_when
from peoplezones.domain.workflow import Model
from peoplezones.store.rows import OpenBreach
from peoplezones.store.workspace import Workspace

Condition = tuple[str, str]  # a record's reference and the id of one of its standing conditions

_watching: dict[str, tuple[Model, Watchers]] = {}  # by digest


class Change(msgspec.Struct, frozen=True):
    """A record before and after, and the scopes of offices that it gave or took away."""

    before: Record
    after: Record
    scopes: tuple[str, ...]


def note_breaches(
    workspace: Workspace, changes: list[Change], request: Request, n: int, earlier: dict[Condition, str]
) -> list[Condition]:
    """Bring breaches into line with how standing conditions come out on the day of recording; return those that begin.

    The day of recording, and not the day on which the request takes effect: what has been entered meanwhile for a
    later day counts. `n` is the entry's number; `earlier` says since when some of the conditions were broken before
    it brought that to light.
    """
    begun = []
    today = request.at[:10]
    for reference in _touched(workspace, changes):
        record = workspace.record(reference)
        if record is None:
            continue
        failing = {standing.guard.id: (standing, outcome) for standing, outcome in broken(workspace, record, today)}
        known = workspace.breaches(reference)
        for condition, breach in list(known.items()):
            if condition not in failing:
                workspace.end_breach(breach, max(request.on, breach.since), n)
        for condition, (standing, outcome) in failing.items():
            if condition not in known:
                since = earlier.get((reference, condition))
                since = since or max(request.on, since_when(workspace, record, standing, today))
                workspace.open_breach(OpenBreach(reference, condition, since, n, _findings(outcome)))
                begun.append((reference, condition))
    return begun


def _touched(workspace: Workspace, changes: list[Change]) -> Iterable[str]:
    """Return the records whose conditions may come out differently, under any model that they may live by."""
    records = [record for change in changes for record in (change.before, change.after)]
    scopes = [scope for change in changes for scope in change.scopes]
    found: dict[str, None] = {}
    for model in workspace.models():
        known = _watching.get(model.digest)
        if known is None or known[0] is not model:
            known = _watching[model.digest] = (model, watchers(model))
        found.update(affected(workspace, known[1], records, scopes))
    return found


def _findings(outcome: Outcome) -> str:
    return json.dumps({f.fact: f.value for f in outcome.findings}, sort_keys=True, default=str, ensure_ascii=False)


def broken_since(workspace: Workspace, conditions: Iterable[Condition], today: str) -> dict[Condition, str]:
    """Return since when each of the conditions has been broken; those that still hold are left out."""
    found: dict[Condition, str] = {}
    for reference, condition in conditions:
        record = workspace.record(reference)
        for standing, _ in broken(workspace, record, today) if record else ():
            if record and standing.guard.id == condition:
                found[reference, condition] = since_when(workspace, record, standing, today)
    return found
