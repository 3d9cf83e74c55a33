"""Power cuts: what a Board's file may look like after one, at any moment of a run, and whether all is there.

The run's system calls are recorded, and disks are rebuilt from them (`tests.faults.disk`).
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from peoplezones.app import Board, NotFounded
from peoplezones.domain.errors import StoreError
from peoplezones.store.errors import DatabaseMissing

from .boards import Told, asked, begin, entries, look, rebuilt
from .disk import CALLS, Call, Disk, calls
from .figures import Result

SAMPLE = 20  # of so many images one is submitted again, and asked for more


class Cuts:
    """Images of the disk of one run, each looked at."""

    def __init__(self, folder: Path, requests: int, seed: int, synchronous: str = "FULL") -> None:
        self._folder, self._random = folder, Random(f"{seed} {synchronous}")
        self._home = folder / f"run-{synchronous}"
        self._image = folder / f"image-{synchronous}"
        self._calls = record(self._home, requests, synchronous)
        self._requests = requests
        self._seen: Counter[str] = Counter()
        self.wrong: list[str] = []

    def run(self, images: int) -> Result:
        """Make and look at so many images."""
        moments = sorted(self._moment() for _ in range(images))
        disk, told, done = Disk(self._home), list[Told](), 0
        begun = False
        for number, moment in enumerate(moments):
            for call in self._calls[done:moment]:
                answer = disk.apply(call)
                if answer == "told begun\n":
                    begun = True
                elif answer:
                    told.append(_read(answer))
            done = moment
            found = [*self._look(disk, told, begun=begun, closely=number % SAMPLE == 0)]
            self.wrong += [f"after call {moment} of {len(self._calls)}: {line}" for line in found]
        return Result({"images": images, "system calls": len(self._calls), **self._seen}, self.wrong)

    def _moment(self) -> int:
        """Return after how many calls the power is cut: one time in ten, while the Board is being founded."""
        founded = next(place for place, call in enumerate(self._calls) if call.texts == (b"told begun\n",))
        return self._random.randrange((founded if self._random.random() < 0.1 else len(self._calls)) + 1)

    def _look(self, disk: Disk, told: list[Told], *, begun: bool, closely: bool) -> Iterator[str]:
        """Yield what is wrong with one image."""
        shutil.rmtree(self._image, ignore_errors=True)
        self._image.mkdir()
        for name, content in disk.after_a_cut(self._random).items():
            (self._image / name).write_bytes(content)
        address = str(self._image / "board.db")
        try:
            with Board.open(address, read_only=True):
                pass
        except (NotFounded, DatabaseMissing) as fault:
            yield from [f"lost: the Board ({fault})"] if begun else self._begin_again(address)
            return
        except StoreError as fault:
            whole = list(self._begin_again(address)) if not begun else ["lost"]
            yield from [f"damaged: {fault}"] if whole else []
            return
        yield from self._whole(address, told, closely)

    def _whole(self, address: str, told: list[Told], closely: bool) -> Iterator[str]:
        try:
            wrong = look(address, told)
            with closing(sqlite3.connect(address)) as connection:
                found = connection.execute("pragma integrity_check").fetchone()[0]
            if found != "ok":
                wrong.append(f"damaged: {found}")
            there = [row.key for row in entries(address)[0] if row.key]
            more = len(there) - len(told)
            self._seen["with a request that was not yet acknowledged"] += more == 1
            if more > 1:
                wrong.append(
                    f"{more} requests are there that were not acknowledged, though each waited for the one before"
                )
            if closely and not wrong:
                wrong += self._go_on(address, len(told))
                self._seen["submitted again"] += 1
            yield from wrong
        except (StoreError, sqlite3.DatabaseError, LookupError, TypeError, ValueError) as error:
            yield f"damaged: {type(error).__name__}: {error}"

    def _go_on(self, address: str, number: int) -> Iterator[str]:
        """Ask for the next thing, and submit everything again."""
        with Board.open(address) as board:
            board.service.request(asked(f"w0-{number}", number))
        yield from rebuilt(address)

    def _begin_again(self, address: str) -> Iterator[str]:
        """Found the Board that had not been founded yet: what is left of the first try is not in the way."""
        self._seen["before the founding was acknowledged"] += 1
        try:
            begin(address)
        except StoreError as fault:
            yield f"cannot be founded: {fault}"


def _read(line: str) -> Told:
    _, key, entry, moved = line.split()
    return Told(key, int(entry), moved == "1")


def record(home: Path, requests: int, synchronous: str) -> list[Call]:
    """Make the run in a process of its own, and return what it asked of the system that a disk may notice."""
    home.mkdir()
    trace = home.parent / f"{home.name}.trace"
    command = ["strace", "-f", "-qq", "-y", "-xx", "-s", "16777216", "-o", str(trace), "-e", f"trace={','.join(CALLS)}"]
    command += [sys.executable, "-m", "tests.faults.recorded", str(home / "board.db"), str(requests), synchronous]
    subprocess.run(command, check=True, stdout=subprocess.PIPE)
    with trace.open(encoding="ascii") as lines:
        found = [call for call in calls(lines) if _matters(call, str(home))]
    trace.unlink()
    return found


def _matters(call: Call, home: str) -> bool:
    """Whether a call is about the run's folder, or tells an answer on standard output."""
    if call.name == "write":
        return call.texts[0].startswith(b"told ")
    shown = bytes(int(two, 16) for two in _hex(call.arguments)).decode("utf-8", "replace")
    return home in shown or any(text.decode("utf-8", "replace").startswith(home) for text in call.texts[:1])


def _hex(arguments: str) -> list[str]:
    return [part[:2] for part in arguments.split("\\x")[1:]]
