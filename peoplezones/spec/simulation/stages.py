"""How long records stay at each stage, as their histories show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median

from peoplezones.app import Board
from peoplezones.domain.history import standing_moves
from peoplezones.domain.record import AMEND, Move, Value

Stay = tuple[str, str, int, bool]  # kind, state, days, whether it is over


class Stage(Value, frozen=True):
    """How long records of a kind stayed at a stage: those that left it, and those that are there still."""

    kind: str
    state: str
    title: str
    left: int
    median: float
    longest: int
    there: int
    waiting: int  # the days that whoever is there longest has been there


def stays(board: Board, today: str) -> list[Stay]:
    """Return every stay of every record at a stage, in the order in which the records were opened."""
    found = []
    with board.view() as view:
        for kind in view.model.workflows:
            for reference in view.records_in(kind, frozenset()):
                found += [(kind, *stay) for stay in _of_moves(standing_moves(view.moves(reference)), today)]
    return found


def _of_moves(moves: Sequence[Move], today: str) -> Iterator[tuple[str, int, bool]]:
    state, since = "", ""
    for move in moves:
        if move.transition == AMEND or move.to == state:
            continue
        if state:
            yield state, _days(since, move.effective), True
        state, since = move.to, move.effective
    if state:
        yield state, _days(since, today), False


def _days(since: str, until: str) -> int:
    return (date.fromisoformat(until) - date.fromisoformat(since)).days


def observed(board: Board) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return how many days each stay that is over lasted, by kind and state: what a Board's log has seen."""
    found: dict[tuple[str, str], list[int]] = {}
    for kind, state, days, over in stays(board, board.today()):
        if over:
            found.setdefault((kind, state), []).append(days)
    return {key: tuple(days) for key, days in found.items()}


def by_stage(board: Board, today: str) -> tuple[Stage, ...]:
    """Return how long records stayed at each stage, kind by kind, in the order of the model."""
    known = stays(board, today)
    found = []
    for workflow in board.model.workflows.values():
        for state in workflow.states.values():
            days = {
                over: [d for k, s, d, o in known if (k, s, o) == (workflow.name, state.name, over)] for over in (1, 0)
            }
            if state.name not in workflow.final and (days[1] or days[0]):
                found.append(
                    Stage(
                        kind=workflow.name,
                        state=state.name,
                        title=state.title,
                        left=len(days[1]),
                        median=median(days[1]) if days[1] else 0,
                        longest=max(days[1], default=0),
                        there=len(days[0]),
                        waiting=max(days[0], default=0),
                    )
                )
    return tuple(found)
