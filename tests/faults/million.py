"""A long log: an entry costs no more at its end than at its beginning, and it is verified in little memory.

The control reads the whole log at once, and must take more memory than `verify` may.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
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


def read_at_once(address: str) -> str:
    """Read the whole log into memory: the control."""
    with closing(sqlite3.connect(address)) as connection:
        return str(len(connection.execute("select n, line from entry order by n").fetchall()))


def commanded(address: str, *words: str) -> None:
    """Become the command line, silent, so that its memory is that of this process."""
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.execv(sys.executable, [sys.executable, "-m", "peoplezones", *words, "--db", address])


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
        code, taken = measured(lambda: commanded(address, "audit", "verify"))
        seconds = time.perf_counter() - begin
        if code or taken > LIMIT:
            self.wrong.append(f"`audit verify` ended with {code} and took {taken} MiB; {LIMIT} are allowed")
        _, control = measured(lambda: read_at_once(address))
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
        code, taken = measured(lambda: commanded(address, "rebuild"))
        if code:
            self.wrong.append(f"`rebuild` ended with {code}, after the log was made in {grown} s an entry")
        seconds = round(time.perf_counter() - begin)
        return {"entries submitted again": entries, "seconds for it": seconds, "MiB for it": taken}


def measured(does: Callable[[], object]) -> tuple[int, int]:
    """Do something in a process of its own; return its exit code, and the most memory that it had, in MiB."""
    process = os.fork()
    if not process:
        try:
            does()
            os._exit(0)
        except BaseException:  # noqa: BLE001
            os._exit(70)
    _, status, used = os.wait4(process, 0)
    return os.waitstatus_to_exitcode(status), used.ru_maxrss // 1024
