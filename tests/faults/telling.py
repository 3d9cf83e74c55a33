"""`kill -9` of runs that tell people what is new: each thing is told once, whoever is killed when.

Runs are forked from a process that has everything imported, and killed at random moments; several run at once. Between
them the Board moves on. In a maildir each message must be there exactly once, though somebody reads and deletes what
comes. A mail server, in a process of its own, must get each at least once, more than once only where a run was killed
between handing it in and noting that, and then the very same again.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

from peoplezones.app import Board
from peoplezones.mail import MailServer
from peoplezones.notices import Wanted
from peoplezones.store import outbox as sql
from peoplezones.store.database import reading
from tests.mail_box import post_office
from tests.post import Society, read

TAKING = 0.03  # seconds between taking a message and saying so: the window in which a kill makes it come twice
_TAKEN = "taken.jsonl"
_ABOUT = re.compile(r"^\* Pledge (PG-[0-9]+)\r?$", re.MULTILINE)


class Telling:
    """One run of the test: `wanted` says where messages go, `look` returns those that came there since it was asked."""

    def __init__(self, society: Society, wanted: Wanted, look: Callable[[], list[EmailMessage]], seed: int) -> None:
        self.society, self.wanted, self.look = society, wanted, look
        self.random = random.Random(seed)
        self.came: list[EmailMessage] = []
        self.plots = self.killed = self.ended = 0
        self.working = 0.0  # seconds

    def run(self, kills: int, *, at_once: int) -> None:
        """Kill so many runs, `at_once` at a time, then let one end, and take in what came."""
        self._wait(self._begin())
        self.measure(at_once)
        while self.killed < kills:
            if self.random.random() < 0.7:
                self.plots += 1
                self.society.ask_for_pledges(f"Plot {self.plots}")
            running = [self._begin() for _ in range(at_once)]
            time.sleep(self.random.uniform(0, self.working))
            for process in running:
                if self.random.random() < 0.8:
                    os.kill(process, signal.SIGKILL)
                self._wait(process)
            if self.random.random() < 0.5:
                self.came += self.look()
        self.finish(at_once)

    def measure(self, at_once: int) -> None:
        """See how long runs take that have something to tell: until when they are killed, at the latest."""
        self.plots += 1
        self.society.ask_for_pledges(f"Plot {self.plots}")
        begun = time.monotonic()
        for process in [self._begin() for _ in range(at_once)]:
            self._wait(process)
        self.working = time.monotonic() - begun

    def finish(self, at_once: int) -> None:
        """Let several runs end undisturbed, and take in what came."""
        for process in [self._begin() for _ in range(at_once)]:
            self._wait(process)
        self._wait(self._begin())
        self.came += self.look()

    def _begin(self) -> int:
        self.society.board.engine.dispose()  # no connection is carried over into another process
        process = os.fork()
        if not process:
            code = 1
            try:
                with Board.open(self.society.address, clock=self.society.clock) as board:
                    board.notices.run(self.wanted)
                code = 0
            except Exception:  # noqa: BLE001 - a child must never come back into the parent's code
                traceback.print_exc()
            finally:
                os._exit(code)
        return process

    def _wait(self, process: int) -> None:
        _, status = os.waitpid(process, 0)
        if os.WIFSIGNALED(status):
            self.killed += 1
        else:
            assert os.waitstatus_to_exitcode(status) == 0
            self.ended += 1

    def ids(self) -> Counter[str]:
        """Return how often each message came, by Message-ID."""
        return Counter(str(message["Message-ID"]).strip("<>") for message in self.came)

    def told(self) -> Counter[str]:
        """Return how often each person was told of each pledge that they were asked for, each message counted once."""
        once = {str(message["Message-ID"]): message for message in self.came}.values()
        return Counter(about for message in once for about in _ABOUT.findall(message.get_content()))

    def due(self) -> Counter[str]:
        """Return what people were to be told: each of the two of each plot, once."""
        return Counter(f"PG-{number + 1:03}" for number in range(2 * self.plots))

    def marked_sent(self) -> set[str]:
        """Return the messages that the Board says were sent; nothing else may be left."""
        with reading(self.society.board.engine) as connection:
            assert sql.messages(connection) == []
            return {message.id for message in sql.messages(connection, sql.SENT)}


def reader(maildir: Path, choose: random.Random) -> Callable[[], list[EmailMessage]]:
    """Return somebody who reads what comes into a maildir, and then deletes it or files it away."""

    def look() -> list[EmailMessage]:
        found = []
        for path in sorted(maildir.glob("new/*")):
            found.append(read(path.read_bytes()))
            if choose.random() < 0.5:
                path.unlink()
            else:
                path.rename(maildir / "cur" / f"{path.name}:2,S")
        return found

    return look


@contextmanager
def mail_server(folder: Path) -> Iterator[tuple[Wanted, Callable[[], list[EmailMessage]]]]:
    """Yield a mail server in a process of its own, and what tells what it has taken since it was last asked."""
    taken, ready = folder / _TAKEN, folder / "port"
    taken.touch()
    process = os.fork()
    if not process:
        _serve(taken, ready)
    try:
        while not ready.exists() or not ready.read_text():
            time.sleep(0.01)
        server = MailServer("127.0.0.1", int(ready.read_text()), False, "", "", "notices@board.example")
        yield Wanted(server=server, sender="notices@board.example"), _since(taken)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _serve(taken: Path, ready: Path) -> None:
    try:
        with taken.open("a") as file, post_office(keep=lambda raw: _note(file.fileno(), raw)) as office:
            ready.write_text(office.address.rpartition(":")[2])
            while True:
                time.sleep(60)
    finally:
        os._exit(1)


def _note(file: int, raw: bytes) -> None:
    os.write(file, json.dumps(raw.decode("latin-1")).encode() + b"\n")
    time.sleep(TAKING)


def _since(taken: Path) -> Callable[[], list[EmailMessage]]:
    known = 0

    def look() -> list[EmailMessage]:
        nonlocal known
        lines = taken.read_text().splitlines()
        fresh, known = lines[known:], len(lines)
        return [read(json.loads(line).encode("latin-1")) for line in fresh]

    return look
