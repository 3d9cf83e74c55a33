"""`kill -9` at random moments: what was acknowledged is there, once; what was not is there whole or not at all.

Writers are forked from a process that has everything imported, tell on a pipe what they begin and what they were
answered, and are killed one by one, now and then all at once. Whoever takes the place of one that was killed sends its
last answered request and its unanswered one again, with the same keys.
"""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection, event, text

from peoplezones.app import Board
from peoplezones.store.compacting import compact

from .boards import Told, asked, look, rebuilt
from .figures import Result
from .servers import HasFresh

KILLS_A_BOARD = 50  # then another begins, and the log of this one is submitted again
OPENING = 0.2  # seconds until a kill, at most, that may come while the Board is being opened; one in four does
WORKING = 0.05  # and after a first new answer
COMPACTED = 40  # requests after which a writer has the file written anew, as after an erasure
HASTE = 0.001  # seconds: for others to let go of the file then; by which the control is too early

WRITTEN = text("select n, moved from entry where key = :key order by n desc limit 1")

Tell = Callable[[str], None]


@dataclass
class Writer:
    """A writer's place: who is in it now, what was asked in it and what was answered."""

    word: str
    process: int = 0
    pipe: int = -1
    heard: str = ""
    answers: int = 0
    next: int = 0
    under_way: str = ""
    told: list[Told] = field(default_factory=list)


def write(address: str, word: str, start: int, tell: Tell, *, too_early: bool) -> None:
    """Ask for one thing after another for ever, telling what is begun and, once it is answered, what came of it.

    `too_early` is the control: it acknowledges when all is written and nothing committed.
    """
    number, key = start, ""

    def acknowledge(connection: Connection) -> None:
        found = connection.execute(WRITTEN, {"key": key}).first()
        if found:
            tell(f"told {key} {found.n} {found.moved} 0")
            time.sleep(HASTE)

    with Board.open(address) as board:
        if too_early:
            event.listen(board.engine, "commit", acknowledge)
        while True:
            key = f"{word}-{number}"
            tell(f"begin {key}")
            decision = board.service.request(asked(key, number))
            if not too_early:
                tell(f"told {key} {decision.entry} {decision.moved:d} {decision.repeated:d}")
            number += 1
            if number % COMPACTED == 0:
                compact(board.engine, HASTE)


class Killing:
    """One run of the battery's first part, on Boards at some place, with so many writers."""

    def __init__(self, places: HasFresh, writers: int, seed: int, *, too_early: bool = False) -> None:
        self.places, self.many, self.too_early = places, writers, too_early
        self.random = random.Random(f"{seed} {writers}")
        self.address = ""
        self.writers: list[Writer] = []
        self.wrong: list[str] = []
        self.kills = self.acknowledged = self.cut_short = self.committed_untold = self.entries = 0

    def run(self, kills: int) -> Result:
        """Kill so many writers, and return what was found."""
        while self.kills < kills and not (self.wrong and self.too_early):
            self._one_board(min(KILLS_A_BOARD, kills - self.kills))
        figures: dict[str, object] = {
            "kills": self.kills,
            "acknowledged": self.acknowledged,
            "cut short in a request": self.cut_short,
            "committed, not yet acknowledged": self.committed_untold,
            "entries submitted again": self.entries,
        }
        return Result(figures, self.wrong)

    def _one_board(self, kills: int) -> None:
        self.address = self.places.fresh()
        self.writers = [Writer(f"w{number}") for number in range(self.many)]
        last = self.kills + kills
        try:
            while self.kills < last:
                for writer in self.writers:
                    if not writer.process:
                        self._start(writer)
                self._wait()
                at_once = self.many if self.random.random() < 0.1 else 1
                for writer in self.random.sample(self.writers, min(at_once, last - self.kills)):
                    self._kill(writer)
                if self.random.random() < 0.5:  # else the next writer is the first to find what is left
                    self.wrong += look(self.address, self._told())
        finally:
            for writer in self.writers:
                self._end(writer)
        self.wrong += look(self.address, self._told())
        self.wrong += rebuilt(self.address)
        self.acknowledged += len(self._told())
        self.entries += len(self._told())

    def _told(self) -> list[Told]:
        return [one for writer in self.writers for one in writer.told]

    def _start(self, writer: Writer) -> None:
        reading, writing = os.pipe()
        again = max(0, writer.next - 1)  # the last that was answered, once more
        process = os.fork()
        if not process:
            os.close(reading)
            try:
                write(
                    self.address,
                    writer.word,
                    again,
                    lambda line: _say(writing, line),
                    too_early=self.too_early,
                )
            except BaseException as error:  # noqa: BLE001 - a child must never come back into the parent's code
                _say(writing, f"fault {error!r}")
            os._exit(1)
        os.close(writing)
        writer.process, writer.pipe, writer.heard, writer.answers = process, reading, "", 0

    def _wait(self) -> None:
        """Wait for the moment of the next kill."""
        if self.random.random() < 0.25:
            self._listen(self.random.uniform(0, OPENING))
            return
        for _ in range(100):
            if any(writer.answers for writer in self.writers):
                break
            self._listen(0.02)
        self._listen(self.random.uniform(0, WORKING))

    def _listen(self, seconds: float) -> None:
        """Read what the writers tell, for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([writer.pipe for writer in self.writers], [], [], left)
            for writer in self.writers:
                if writer.pipe in ready and not self._read(writer):
                    return  # it has ended of itself, and will be counted when it is buried

    def _read(self, writer: Writer) -> bool:
        found = os.read(writer.pipe, 65_536).decode()
        *lines, writer.heard = (writer.heard + found).split("\n")
        for line in lines:
            self._hear(writer, line)
        return bool(found)

    def _hear(self, writer: Writer, line: str) -> None:
        what, _, rest = line.partition(" ")
        if what == "begin":
            writer.under_way = rest
        elif what == "told":
            key, entry, moved, repeated = rest.split()
            self._answered(writer, Told(key, int(entry), moved == "1"), repeated == "1")
        else:
            self.wrong.append(f"a writer stopped: {rest}")

    def _answered(self, writer: Writer, told: Told, repeated: bool) -> None:
        number = int(told.key.rpartition("-")[2])
        before = next((one for one in reversed(writer.told) if one.key == told.key and one.moved), None)
        if before is not None and not self.too_early and (before.entry != told.entry or not repeated):
            self.wrong.append(f"doubled: {told.key} was answered by entry {before.entry}, and again by {told.entry}")
        if before is None:
            writer.answers += 1
            self.committed_untold += repeated
            writer.told.append(told)
        writer.next, writer.under_way = max(writer.next, number + 1), ""

    def _kill(self, writer: Writer) -> None:
        os.kill(writer.process, signal.SIGKILL)
        self.kills += 1
        self._end(writer)
        self.cut_short += bool(writer.under_way)

    def _end(self, writer: Writer) -> None:
        """Bury a writer, with what it said last."""
        if not writer.process:
            return
        os.kill(writer.process, signal.SIGKILL)
        os.waitpid(writer.process, 0)
        while self._read(writer):
            pass
        os.close(writer.pipe)
        writer.process, writer.pipe = 0, -1


def _say(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())
