"""Jumps of the clock are found from the log alone, and what is no jump is not told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.audit.clock import REST, TOLERANCE, Jump, jumps
from peoplezones.service.writer import moment

BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)


def log(*seconds: float) -> list[dict[str, object]]:
    """Return entries recorded so many seconds after the beginning."""
    return [{"n": n, "at": moment(BEGIN + timedelta(seconds=s))} for n, s in enumerate(seconds, 1)]


def found(*seconds: float) -> list[tuple[int, str, int, int]]:
    return [(jump.n, jump.way, jump.doubtful, jump.seconds) for jump in jumps(log(*seconds))]


def test_a_clock_that_goes_on_does_not_jump() -> None:
    assert found(0, 0, 1, 3_600, 86_400 * REST) == []


def test_2099_and_home_again() -> None:
    there = (datetime(2099, 1, 1, tzinfo=UTC) - BEGIN).total_seconds()
    assert found(0, 10, there, there + 5, there + 9, 20, 30) == [
        (3, "ahead", 3, int(there - 10)),
        (6, "back", 3, int(there + 9 - 20)),
    ]
    told = [str(jump) for jump in jumps(log(0, 10, there, there + 5, 20))]
    assert told == [
        "entry 3: the clock went ahead by 26,602 days and 14 hours, from 2026-03-02T09:00:10.000000Z (entry 2) to "
        "2099-01-01T00:00:00.000000Z: the Board rested, or the clock jumped",
        "entry 5: the clock went back by 26,602 days and 14 hours, from 2099-01-01T00:00:05.000000Z (entry 4) to "
        "2026-03-02T09:00:20.000000Z: entries 3 to 4 read later than this one",
    ]


def test_back_within_a_day_and_home_again() -> None:
    assert found(0, 7_200, 9_000, 3_600, 3_700, 9_100) == [(4, "back", 2, 5_400)]


@pytest.mark.parametrize(("step", "many"), [(TOLERANCE, 0), (TOLERANCE + 1, 1)])
def test_machines_whose_clocks_differ_a_little_are_not_told_of(step: int, many: int) -> None:
    assert len(found(0, 1_000, 1_000 - step, 1_001)) == many


def test_going_back_in_small_steps_is_found() -> None:
    steps = [1_000 - 50 * step for step in range(5)]
    assert found(*steps) == [(3, "back", 1, 100), (5, "back", 3, 100)]


def test_a_long_rest_is_told_once() -> None:
    assert found(0, 86_400 * REST + 1, 86_400 * REST + 2) == [(2, "ahead", 2, 86_400 * REST + 1)]


@given(st.lists(st.integers(0, 5_000), min_size=1, max_size=30))
def test_every_entry_that_reads_much_earlier_than_the_one_before_is_told(seconds: list[int]) -> None:
    told = {jump.n: jump for jump in jumps(log(*seconds)) if jump.way == "back"}
    for n, (before, now) in enumerate(pairwise(seconds), 2):
        if now < before - TOLERANCE:
            assert n in told
    for jump in told.values():
        assert isinstance(jump, Jump)
        assert seconds[jump.doubtful - 1] > seconds[jump.n - 1]
        assert jump.earlier < jump.n
        assert seconds[jump.earlier - 1] - seconds[jump.n - 1] == jump.seconds > TOLERANCE
