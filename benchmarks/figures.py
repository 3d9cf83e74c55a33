"""What a benchmark finds, and how it is timed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One promise: what was measured, against what, and the limit of the ratio (or the least per second)."""

    what: str
    found: str
    promised: str
    kept: bool


def ratio(what: str, mine: float, other: float, limit: float) -> Figure:
    """Return how many times as long one took as the other, which is promised to be within a limit."""
    found = f"{mine / other:.2f} times ({mine * 1000:.2f} ms against {other * 1000:.2f} ms)"
    return Figure(what, found, f"within {limit}", mine / other <= limit)


def rate(what: str, count: int, taken: float, least: int = 1_000) -> Figure:
    """Return how many were done a second, of which a least number is promised."""
    return Figure(what, f"{count / taken:,.0f}", f"at least {least:,}", count / taken >= least)


def seconds(action: Callable[[], object]) -> float:
    """Return how long something takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun
