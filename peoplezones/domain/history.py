"""A record's history: which of its moves still stand, what they amount to, and who made them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from .record import AMEND, Move, Record, View


def standing_moves(moves: Sequence[Move]) -> list[Move]:
    """Return the moves that still stand: neither taken back nor themselves the taking back of one."""
    gone = {move.takes_back for move in moves if move.takes_back}
    return [move for move in moves if move.n not in gone and not move.takes_back]


def makers(view: View, reference: str, transition: str) -> list[str]:
    """Return who made the transition on the record, each time that it was made and not taken back, oldest first."""
    made = [move for move in view.moves(reference) if move.transition == transition or move.takes_back]
    return [move.actor for move in standing_moves(made)]


def replayed(record: Record, moves: Iterable[Move]) -> Record:
    """Return the record with the state, dates and fields that `moves`, all of which stand, lead to."""
    state, previous, entered = "", "", ""
    fields: dict[str, Any] = {}
    for move in moves:
        fields.update(move.changes)
        if move.to != state and move.transition != AMEND:  # an amendment stays wherever the record was
            state, previous, entered = move.to, state, move.effective
    given = {name: value for name, value in fields.items() if value is not None}
    return msgspec.structs.replace(record, state=state, previous=previous, entered=entered, fields=given)
