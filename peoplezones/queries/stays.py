"""How long a record was at a stage, and how it stood by then: read from its history, entry by entry.

A stay begins with the entry that took the record to a stage and ends with the one that took it away. An entry that is
taken back gives back the stay that it had ended, so that what goes on is the same as before.
"""

from __future__ import annotations

from collections.abc import Sequence

from peoplezones.domain.history import replayed, standing_moves
from peoplezones.domain.record import AMEND, Move, Record, Value, View
from peoplezones.domain.through import Through


class Stay(Value, frozen=True):
    """A stay at a stage: the number of the entry that began it, and of the one that ended it (0: it goes on)."""

    began: int
    ended: int = 0


def stays(moves: Sequence[Move]) -> tuple[Stay, ...]:
    """Return the stays of a record at its stages, oldest first, by the moves that it made."""
    found: dict[int, int] = {}  # which entry began each -> which ended it
    here: list[int] = []  # what would be gone back to, the present one last
    state = ""
    for move in moves:
        if move.takes_back:
            if here and here[-1] == move.takes_back:
                found[here.pop()] = move.n
                if here:
                    found[here[-1]] = 0
        elif move.to != state and not move.migrated and move.transition != AMEND:
            if here:
                found[here[-1]] = move.n
            here.append(move.n)
            found[move.n] = 0
        state = move.to
    return tuple(Stay(began=began, ended=ended) for began, ended in found.items())


class Earlier(Through):
    """The Board as far as the log's first entries tell of records and what they did; offices are those of now."""

    __slots__ = ("_last",)

    def __init__(self, view: View, last: int) -> None:
        super().__init__(view)
        self._last = last

    def moves(self, reference: str) -> Sequence[Move]:
        """The record's moves up to that entry."""
        return [move for move in self._view.moves(reference) if move.n <= self._last]

    def record(self, reference: str) -> Record | None:
        """The record as it stood after that entry; None where it had not been opened."""
        now, moves = self._view.record(reference), self._view.moves(reference)
        made = [move for move in moves if move.n <= self._last]
        if now is None or not made or len(made) == len(moves):
            return now if made else None
        kind, model = now.kind, now.model
        for move in reversed(moves[len(made) :]):
            if move.migrated:
                kind, model = move.migrated.from_kind, move.migrated.from_model
        blank = Record(
            kind=kind,
            reference=reference,
            model=model,
            seq=made[-1].seq,
            effective=max(move.effective for move in made if move.transition != AMEND),
            opened=now.opened,
            changed=made[-1].n,
        )
        return replayed(blank, standing_moves(made))
