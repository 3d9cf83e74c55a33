"""Whatever the clock says: entries stay in the order of their numbers, and a wrong one holds up no later work."""

from __future__ import annotations

import json

import pytest

from peoplezones.app import Board
from peoplezones.audit.clock import jumps
from tests.engine import Clock, Engine


def order(engine: Engine) -> list[int]:
    return [n for (n,) in engine.sql("select n from entry order by n")]


def jumped(engine: Engine) -> list[tuple[int, str]]:
    """Return the entries at which the log shows a jump."""
    entries = (json.loads(line) for (line,) in engine.sql("select line from entry order by n"))
    return [(jump.n, jump.way) for jump in jumps(entries)]


def test_2099_and_home_again(planted: Engine) -> None:
    calm = planted.size()
    planted.clock.set("2099-05-05")
    planted.do("plot", "rest", "PL-2026-001", by="PE-003")
    planted.clock.set("2026-03-02")
    planted.do("plot", "resume", "PL-2026-001", by="PE-003")
    assert planted.state("PL-2026-001") == "planted"
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-03-02")
    assert order(planted) == list(range(1, calm + 4))
    assert jumped(planted) == [(calm + 1, "ahead"), (calm + 2, "back")]
    assert planted.board.rebuild().agrees


def test_once_home_again_effective_dates_do_not_go_back_either(planted: Engine) -> None:
    planted.clock.set("2099-05-05")
    planted.do("plot", "rest", "PL-2026-001", by="PE-003")
    planted.clock.set("2026-03-02")
    assert planted.why_not("plot", "resume", "PL-2026-001", by="PE-003", on="2026-03-01") == ["not-before"]
    planted.do("plot", "resume", "PL-2026-001", by="PE-003")
    assert planted.why_not("plot", "rest", "PL-2026-001", by="PE-003", on="2026-03-01") == ["not-before"]


@pytest.mark.parametrize("day", ["2026-02-28", "2026-01-05"])
def test_a_clock_that_was_set_back_holds_up_nothing(planted: Engine, day: str) -> None:
    planted.do("plot", "rest", "PL-2026-001", by="PE-003")
    planted.clock.set(day)
    planted.do("plot", "resume", "PL-2026-001", by="PE-003")
    planted.do("plot", "rest", "PL-2026-001", by="PE-003")
    assert [way for _, way in jumped(planted)][-1] == "back"
    assert planted.board.rebuild().agrees


def test_who_held_an_office_before_the_jump_still_does_and_one_given_in_2099_is_given_again(planted: Engine) -> None:
    planted.clock.set("2099-05-05")
    post = planted.do("post", "appoint", office="warden", person="Bob", body="PL-2026-001")
    planted.do("post", "end", "PO-003")
    planted.clock.set("2026-03-02")
    planted.do("plot", "rest", "PL-2026-001", by="PE-003")  # whose office ended in 2099
    assert planted.why_not("plot", "resume", "PL-2026-001", by="PE-002") == ["may-act"]
    planted.do("post", "end", post)
    planted.do("post", "appoint", office="warden", person="Bob", body="PL-2026-001")
    planted.do("plot", "resume", "PL-2026-001", by="PE-002")
    assert planted.board.rebuild().agrees


def test_what_was_asked_for_in_2099_can_be_taken_back(planted: Engine) -> None:
    planted.clock.set("2099-05-05")
    planted.do("plot", "rest", "PL-2026-001", by="PE-003")
    planted.clock.set("2026-03-02")
    planted.do("plot", "undo", "PL-2026-001", by="PE-003", reason="the clock was wrong")
    assert planted.state("PL-2026-001") == "planted"
    assert planted.board.rebuild().agrees


def test_two_machines_with_different_clocks_write_in_turn(planted: Engine) -> None:
    calm = planted.size()
    ahead = Clock("2026-03-09")
    with Board.open(planted.address, clock=ahead) as other:
        for turn in range(3):
            moves = (
                (("rest", other), ("resume", planted.board))
                if turn % 2
                else (("rest", planted.board), ("resume", other))
            )
            for transition, board in moves:
                assert board.request("plot", transition, "PL-2026-001", entered_by="PE-003").moved
    assert order(planted) == list(range(1, calm + 7))
    assert {way for _, way in jumped(planted)} == {"back"}
    assert planted.board.rebuild().agrees
