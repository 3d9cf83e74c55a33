"""Boards to measure on: one with an active zone, what is asked of it again and again, and a log of any length."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

from peoplezones.app import Address, Board
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.service.draft import Draft
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, first_of, found_board


def walked(path: Address) -> tuple[Board, str, Calendar]:
    """Return a Board with one active zone, the zone's reference, and the calendar by which it lives."""
    journeys = load_journeys(shipped("features") / "journeys", load_folder(shipped("workflows") / "revised"))
    calendar = Calendar(date.fromisoformat(first_of(journeys).on))
    board = found_board(path, journeys, None, calendar)
    return board, Walk(board, journeys, calendar).to("zone", "Example Wharf", "active"), calendar


def chair(board: Board) -> str:
    """Return who chairs a Board."""
    with board.view() as view:
        return view.holders("chair", view.root)[0].person


def pause_and_go_on(board: Board, reference: str, chair: str) -> list[float]:
    """Suspend and resume a zone: offices both times, and every standing condition of an active zone on the way back."""
    found = []
    for name, values in (("suspend", {"paused_because": "Holidays"}), ("resume", {})):
        begun = time.perf_counter()
        decision = board.request("zone", name, reference, values, entered_by=chair)
        found.append(time.perf_counter() - begun)
        assert decision.moved, decision
    return found


def secretary(board: Board) -> str:
    """Return who is its secretary."""
    with board.view() as view:
        return view.holders("secretariat", view.root)[0].person


def fill(board: Board, secretary: str, size: int) -> None:
    """Make the log this long, with records that no zone refers to."""
    with board.view() as view:
        wanted = max(0, size - view.size)
    for _ in board.batch(people(secretary, wanted)):
        pass


def people(secretary: str, count: int) -> Iterator[Draft]:
    """Yield requests to register people."""
    for number in range(count):
        yield Draft(kind="person", transition="register", values={"name": f"Example {number}"}, entered_by=secretary)
