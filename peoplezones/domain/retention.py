"""For how long personal values are kept: which a record's entries committed to, and from which day each is due.

Only the log is looked at, so that a replay, which has no personal values, comes to the same answer.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec

from .entry import NAME, TEXTS
from .history import as_called_now
from .record import Move, Record, Value, View
from .workflow import Period, Retention, Workflow

_COMMITMENT = re.compile(r"hmac-sha256:[0-9a-f]{64}")


class Kept(Value, frozen=True, kw_only=True):
    """A personal value as the log knows it, erased or not: the entry and field in which it was given, its commitment.

    `name` is what the record's own model calls the field. `given` and `replaced` are effective dates, the latter empty
    while no other value has taken its place. `due` is the day from which it is no longer to be kept, or empty.
    """

    n: int
    field: str
    name: str
    commitment: str
    given: str
    replaced: str = ""
    due: str = ""


def kept_of(view: View, record: Record) -> tuple[Kept, ...]:
    """Return every personal value that was ever given of a record, in the order of the log, with when it is due."""
    workflow, moves = view.workflow(record), view.moves(record.reference)
    found = {kept.commitment: kept for kept in _values(view, workflow, moves)}
    replaced = _replaced(as_called_now(view, moves))
    for move in moves:
        for name in TEXTS:
            text = getattr(move, name)
            if text:
                found[text] = Kept(n=move.n, field=name, name=name, commitment=text, given=move.effective)
    every = [_with_dates(workflow, record, kept, replaced.get(kept.commitment, "")) for kept in found.values()]
    every += _names(moves, every)
    return tuple(sorted(every, key=lambda kept: (kept.n, kept.field)))


def _names(moves: Sequence[Move], every: Sequence[Kept]) -> Iterator[Kept]:
    """Yield what files are called: kept for as long as the files, of which the names say something."""
    called = {move.n: move.names for move in moves if move.names}
    for kept in every:
        name = called.get(kept.n, {}).get(kept.field)
        if name:
            yield msgspec.structs.replace(kept, field=f"{kept.field}{NAME}", commitment=name)


def _values(view: View, workflow: Workflow, moves: Sequence[Move]) -> Iterator[Kept]:
    """Yield the values of personal fields where each was first given; bringing a record over gives none."""
    then = [move for move in moves if not move.migrated]
    now = as_called_now(view, moves)
    seen: set[str] = set()
    for move, renamed in zip(then, now, strict=True):
        called = {value: name for name, value in renamed.changes.items() if _is_commitment(value)}
        for field, value in move.changes.items():
            if _is_commitment(value) and value not in seen:
                name = called.get(value, field)
                declared = workflow.fields.get(name)
                if declared is None or declared.personal:
                    seen.add(value)
                    yield Kept(n=move.n, field=field, name=name, commitment=value, given=move.effective)


def _is_commitment(value: Any) -> bool:
    return isinstance(value, str) and _COMMITMENT.fullmatch(value) is not None


def _replaced(moves: Sequence[Move]) -> dict[str, str]:
    """Return by commitment the day since which another value, or none, has stood in its place."""
    held: dict[str, str] = {}
    since: dict[str, str] = {}
    for move in moves:
        for name, value in move.changes.items():
            if held.get(name, value) != value:
                since[held[name]] = move.effective
            held.pop(name, None)
            if isinstance(value, str):
                held[name] = value
                since.pop(value, None)
    return since


def _with_dates(workflow: Workflow, record: Record, kept: Kept, replaced: str) -> Kept:
    dated = msgspec.structs.replace(kept, replaced=replaced)
    days = (due_by(rule, record, dated) for rule in workflow.retention if kept.name in rule.fields)
    return msgspec.structs.replace(dated, due=min((day for day in days if day), default=""))


def due_by(rule: Retention, record: Record, kept: Kept) -> str:
    """Return the day from which a rule no longer keeps a value, or "" where that has not begun to count."""
    if rule.after == "given":
        return later(kept.given, rule.period)
    if rule.after == "changed":
        return later(kept.replaced, rule.period) if kept.replaced else ""
    return later(max(record.entered, kept.given), rule.period) if record.state in rule.states else ""


def later(day: str, period: Period) -> str:
    """Return the day so many days, months or years after another; the last of a month where it has no such day."""
    start = date.fromisoformat(day)
    if period.unit == "days":
        return (start + timedelta(days=period.number)).isoformat()
    months = start.year * 12 + start.month - 1 + period.number * (12 if period.unit == "years" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1])).isoformat()
