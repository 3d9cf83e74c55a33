"""Jumps of the clock, found from the log alone: entries are in the order of their numbers, moments as the clock read.

What cannot be known is which reading was wrong. Told is where two readings do not follow from one another, and which
entries lie between a jump ahead and the way home.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Literal

import msgspec

#: Seconds by which the clocks of machines that write to one Board may differ without a word: those that are kept right
#: over a network agree to well under a second.
TOLERANCE = 60

#: Days without an entry after which somebody should say whether the Board rested or the clock jumped.
REST = 31

_DAY = 86_400


class Jump(msgspec.Struct, frozen=True, kw_only=True):
    """Entry `n` was recorded at `at`, which does not follow from what the clock read `before`, at entry `earlier`.

    `back`: it is earlier by more than the tolerance, by `seconds`; the entries from `doubtful` up to the one before `n`
    read later than `n` does, so that either theirs or those from `n` on are wrong. `ahead`: so long after that either
    the Board rested or the clock jumped; `doubtful` is `n`.
    """

    n: int
    way: Literal["back", "ahead"]
    at: str
    earlier: int
    before: str
    seconds: int
    doubtful: int

    def __str__(self) -> str:
        """Say it in one line."""
        if self.way == "ahead":
            return (
                f"entry {self.n}: the clock went ahead by {_length(self.seconds)}, from {self.before} (entry "
                f"{self.earlier}) to {self.at}: the Board rested, or the clock jumped"
            )
        one = self.doubtful == self.n - 1
        which = f"entry {self.doubtful} reads" if one else f"entries {self.doubtful} to {self.n - 1} read"
        return (
            f"entry {self.n}: the clock went back by {_length(self.seconds)}, from {self.before} (entry "
            f"{self.earlier}) to {self.at}: {which} later than this one"
        )


class Clock:
    """Watches the readings of a log, entry by entry, in 16 bytes each.

    The latest reading so far is what the next is held against, so that going back in steps that are each within the
    tolerance is found too. After a jump back it starts afresh from there.
    """

    def __init__(self, tolerance: float = TOLERANCE, rest: float = REST) -> None:
        self._tolerance, self._rest = tolerance, rest * _DAY
        self._readings, self._entries = array("d"), array("q")  # the readings only ever grow
        self._latest, self._latest_n = "", 0

    def see(self, n: int, at: str) -> Jump | None:
        """Take down what entry `n` says of its moment; return the jump that it shows, or None."""
        reading = datetime.fromisoformat(at).timestamp()
        gone = reading - self._readings[-1] if self._readings else 0.0
        if -self._tolerance <= gone < 0:
            return None
        found = None
        if gone < 0:
            first = bisect_right(self._readings, reading)
            found = self._jump("back", n, at, -gone, self._entries[first])
            del self._readings[first:], self._entries[first:]
        elif gone > self._rest:
            found = self._jump("ahead", n, at, gone, n)
        self._readings.append(reading)
        self._entries.append(n)
        self._latest, self._latest_n = at, n
        return found

    def _jump(self, way: Literal["back", "ahead"], n: int, at: str, seconds: float, doubtful: int) -> Jump:
        return Jump(
            n=n,
            way=way,
            at=at,
            earlier=self._latest_n,
            before=self._latest,
            seconds=int(seconds),
            doubtful=doubtful,
        )


def jumps(entries: Iterable[Mapping[str, Any]]) -> Iterator[Jump]:
    """Yield the jumps of the clock in a log, given its entries in the order of their numbers (`n` and `at` are read).

    A moment that is none ends it with ValueError: `verify` finds that first.
    """
    clock = Clock()
    for entry in entries:
        found = clock.see(entry["n"], entry["at"])
        if found is not None:
            yield found


def _length(seconds: int) -> str:
    """Return a length of time in words, to the two largest units that matter."""
    days, rest = divmod(seconds, _DAY)
    parts = [(days, "day"), (rest // 3600, "hour"), (rest % 3600 // 60, "minute"), (rest % 60, "second")]
    told = [f"{many:,} {unit}{'' if many == 1 else 's'}" for many, unit in parts if many][:2]
    return " and ".join(told) or "less than a second"
