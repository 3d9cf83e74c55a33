"""A long log: an entry costs no more at its end than at its beginning, and it is verified in little memory.

The control reads the whole log at once, and must take more memory than `verify` may.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import count
from statistics import median

from peoplezones.app import Board
from peoplezones.domain.record import Decision
from peoplezones.service import Draft
from tests.engine import Clock

from .apart import begun, said_by
from .boards import SECRETARY, Places
from .figures import Result

LIMIT = 300  # MiB that `verify` may take
STEP = 100_000  # entries from one measurement to the next
SUBMITTED = 100_000  # entries of the Board that is rebuilt: what is submitted again is kept in memory
FLAT = 1.5  # times what an entry costs in the first half of the log is what it may cost in the second
DAY = "2026-03-01"
CONTROL = """
import sqlite3, sys
len(sqlite3.connect(sys.argv[1]).execute("select n, line from entry order by n").fetchall())
"""
BETWEEN = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def drafts() -> Iterator[tuple[Draft, int]]:
    """Yield requests without end, and how many entries each makes: gardens, ten entries each, in groups of people."""
    people = ("PE-002", "PE-003")
    person, pledge = 4, 3
    for number in count(2):
        if number % 20 == 0:
            people = (f"PE-{person:03}", f"PE-{person + 1:03}")
            person += 2
            for name in people:
                yield _draft("person", "register", name=f"{name} Example"), 1
        garden = f"GA-2026-{number:03}"
        yield _draft("garden", "suggest", title=f"Garden {number}", purpose="leeks", rent="10"), 1
        yield _draft("garden", "ask", garden, members=list(people)), 3
        for who, one in zip(people, (pledge, pledge + 1), strict=True):
            yield _draft("pledge", "pledge", f"PG-{one:03}", who, hours="7"), 1
        yield _draft("pledge", "withdraw", f"PG-{pledge:03}", people[0]), 1
        yield _draft("pledge", "renew", f"PG-{pledge:03}", people[0]), 1
        yield _draft("garden", "amend", garden, rent="11", reason="dearer"), 1
        yield _draft("garden", "plant", garden), 1  # refused: the chair would have to
        pledge += 2


def _draft(
    kind: str, transition: str, record: str = "", by: str = SECRETARY, reason: str = "", **values: object
) -> Draft:
    return Draft(kind=kind, transition=transition, record=record, entered_by=by, reason=reason, values=values)


def grow(address: str, size: int) -> str:
    """Make a Board's log at least so long; return the seconds of computing that an entry took, by step."""
    with Board.open(address, clock=Clock(DAY)) as board:
        with board.view() as view:
            there = view.size
        seconds = []
        source = iter(drafts())
        while there < size:
            some, making = [], 0
            while making < min(STEP, size - there):
                draft, entries = next(source)
                some.append(draft)
                making += entries
            begin = time.process_time()  # not of the clock: others use this machine too
            _answered(board.batch(some))
            seconds.append((time.process_time() - begin) / making)
            there += making
    return " ".join(f"{one:.9f}" for one in seconds)


def _answered(answers: Iterable[object]) -> None:
    for answer in answers:
        assert isinstance(answer, Decision), answer
        assert answer.moved or answer.transition == "plant", answer.reasons


def commanded(address: str, *words: str) -> tuple[str, ...]:
    """Return what runs the command line on a Board."""
    return ("-m", "peoplezones", *words, "--db", address)


class Growing:
    """One run of this part."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.wrong: list[str] = []

    def run(self, entries: int) -> Result:
        """Make a log of so many entries and look at it."""
        address = self._places.fresh()
        grown = said_by(*begun(lambda: grow(address, entries)))
        try:
            costs = [float(one) * 1e6 for one in grown.split()]
        except ValueError:
            return Result({"entries": 0}, [grown])
        half = (len(costs) + 1) // 2  # the first step is left out: in it everything is read for the first time
        first, last = median(costs[1:half] or [0]), median(costs[half:] or [0])
        if len(costs) > 3 and last > FLAT * first:
            self.wrong.append(f"an entry costs {last:.0f} us of computing in the second half, and {first:.0f} before")
        begin = time.perf_counter()
        code, taken = measured(*commanded(address, "audit", "verify"))
        seconds = time.perf_counter() - begin
        if code or taken > LIMIT:
            self.wrong.append(f"`audit verify` ended with {code} and took {taken} MiB; {LIMIT} are allowed")
        _, control = measured("-c", CONTROL, address)
        if control <= LIMIT < entries // 2_000:
            self.wrong.append(f"the control took {control} MiB: a log of this length fits into what is allowed")
        return Result(
            {
                "entries": entries,
                f"microseconds an entry, by {STEP:,}": " ".join(f"{cost:.0f}" for cost in costs),
                "MiB taken by verify": taken,
                "seconds taken by verify": round(seconds),
                "MiB taken by the control": control,
                **self._rebuild(min(SUBMITTED, entries)),
            },
            self.wrong,
        )

    def _rebuild(self, entries: int) -> dict[str, object]:
        """Submit a shorter log again: all of it is then in memory."""
        address = self._places.fresh()
        grown = said_by(*begun(lambda: grow(address, entries)))
        begin = time.perf_counter()
        code, taken = measured(*commanded(address, "rebuild"))
        if code:
            self.wrong.append(f"`rebuild` ended with {code}, after the log was made in {grown} s an entry")
        seconds = round(time.perf_counter() - begin)
        return {"entries submitted again": entries, "seconds for it": seconds, "MiB for it": taken}


def measured(*arguments: str) -> tuple[int, int]:
    """Run Python with these arguments; return its exit code, and the most memory that it had, in MiB.

    A process between keeps the memory of this one out of it: a fork begins with all that its parent holds.
    """
    done = subprocess.run(
        [sys.executable, "-c", BETWEEN, sys.executable, *arguments], stdout=subprocess.PIPE, text=True, check=True
    )
    code, most = done.stdout.split()
    return int(code), int(most) // 1024
