"""A record's history: which of its moves still stand, what they amount to, and who made them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from .record import AMEND, Move, Record, View
from .workflow import KindMapping


def standing_moves(moves: Sequence[Move]) -> list[Move]:
    """Return the moves that still stand: neither taken back nor themselves the taking back of one."""
    gone = {move.takes_back for move in moves if move.takes_back}
    return [move for move in moves if move.n not in gone and not move.takes_back]


def makers(view: View, reference: str, transition: str) -> list[str]:
    """Return who made the transition on the record, each time that it was made and not taken back, oldest first."""
    named = as_called_now(view, view.moves(reference))
    made = [move for move in named if move.transition == transition or move.takes_back]
    return [move.actor for move in standing_moves(made)]


def came_over(moves: Sequence[Move]) -> Move | None:
    """Return the move by which a record came over to the model that it lives by, or None where it began under it."""
    return next((move for move in reversed(moves) if move.migrated), None)


def as_called_now(view: View, moves: Sequence[Move]) -> Sequence[Move]:
    """Return the moves, but for migrations, with transitions and fields as the record's own model calls them.

    What the mapping does not name keeps its name, be it one that the model knows or not.
    """
    if came_over(moves) is None:
        return moves
    found: list[Move] = []
    mappings: list[KindMapping] = []
    for move in reversed(moves):
        if move.migrated:
            mappings.append(view.mapping(move.migrated))
            continue
        for mapping in reversed(mappings):  # the migration that came next after the move goes first
            changes = {mapping.fields.get(name, name): value for name, value in move.changes.items()}
            transition = mapping.transitions.get(move.transition, move.transition)
            move = msgspec.structs.replace(move, transition=transition, changes=changes)
        found.append(move)
    return found[::-1]


def replayed(record: Record, moves: Iterable[Move]) -> Record:
    """Return the record with the state, dates and fields that `moves`, all of which stand, lead to."""
    state, previous, entered = "", "", ""
    fields: dict[str, Any] = {}
    for move in moves:
        fields.update(move.changes)
        if move.migrated:  # no move: it has been at its stage since it got there
            state, previous = move.to, move.migrated.previous
        elif move.to != state and move.transition != AMEND:  # an amendment stays wherever the record was
            state, previous, entered = move.to, state, move.effective
    given = {name: value for name, value in fields.items() if value is not None}
    return msgspec.structs.replace(record, state=state, previous=previous, entered=entered, fields=given)
