"""A full disk: what is there can be read, what is asked is refused with the remedy, and it goes on once there is room.

Filled are a small file system in memory, where one may be mounted, and, anywhere, what a process may write to a file
(`RLIMIT_FSIZE`).
"""

from __future__ import annotations

import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from peoplezones.app import Board
from peoplezones.domain.errors import StoreError

from .apart import apart
from .boards import Places, Told, asked, look, rebuilt
from .figures import Result

SIZE, BALLAST = 1_400, 800 * 1024  # KiB of the small file system, and bytes in it that something else takes
SMALL, TINY = 150_000, 16_000  # bytes a file may have: enough for a dozen requests; not enough for a look in company
MOST = 200  # requests, of which some must find the disk full


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """Yield a folder on a small file system of its own, or None where none may be mounted."""
    place = folder / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}k", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def ask_until_full(address: str) -> str:
    """Ask until the disk is full; return each answer in a line, the fault's last."""
    lines = []
    with Board.open(address) as board:
        try:
            for number in range(MOST):
                decision = board.service.request(asked(f"w0-{number}", number))
                lines.append(f"w0-{number} {decision.entry} {decision.moved:d}")
        except StoreError as fault:
            lines.append(f"{type(fault).__name__}: {fault}")
            with board.view() as view:
                lines.append(f"there are {view.size}")
    return "\n".join(lines)


def size_of(address: str) -> str:
    """Return how many entries a Board has, as a reader sees it."""
    with Board.open(address, read_only=True) as board, board.view() as view:
        return str(view.size)


def leaves_no_room(address: str) -> bool:
    """Whether SQLite needs room to read: it does where the index of the write-ahead log is not there."""
    return not Path(f"{address}-shm").exists()


def plainly(address: str) -> str:
    """Return how many entries a Board has, as SQLite reads it when nobody helps."""
    with closing(sqlite3.connect(address)) as connection:
        return str(connection.execute("select count(*) from entry").fetchone()[0])


class Filling:
    """One run of this part."""

    def __init__(self, places: Places, folder: Path) -> None:
        self._places, self._folder = places, folder
        self.wrong: list[str] = []
        self._figures: dict[str, object] = {}

    def run(self) -> Result:
        """Fill what may be filled."""
        with small_disk(self._folder) as place:
            self._figures["small file system"] = "mounted" if place else "may not be mounted here"
            if place:
                for leave in ("", "-shm"):
                    self._small(place, leave)
        self._limited()
        return Result(self._figures, self.wrong)

    def _small(self, place: Path, leave: str) -> None:
        """Fill a small file system, the writer killed in it; `leave`: a file that a restart does not bring back."""
        address = str(place / "board.db")
        shutil.copy(self._places.fresh(), address)
        ballast = place / "ballast"
        ballast.write_bytes(bytes(BALLAST))
        told = self._fill(address, 0)
        if leave:
            Path(f"{address}{leave}").unlink()
        with ballast.open("ab", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 512)
            except OSError:
                pass
        self._read(address, 0, told[-1].entry)
        ballast.unlink()
        self._go_on(address, told)
        for left in place.iterdir():
            left.unlink()

    def _limited(self) -> None:
        address = self._places.fresh()
        told = self._fill(address, SMALL)
        for leave in ("", "-shm"):
            if leave:
                Path(f"{address}{leave}").unlink()
            self._read(address, TINY, told[-1].entry)
        self._go_on(address, told)

    def _fill(self, address: str, limit: int) -> list[Told]:
        *lines, fault, there = apart(lambda: ask_until_full(address), limit, killed=True).split("\n")
        told = [Told(key, int(entry), moved == "1") for key, entry, moved in (line.split() for line in lines)]
        if (
            not fault.startswith(("DiskFull", "DiskFailed", "OutcomeUnknown"))
            or "again" not in fault
            or "full" not in fault
        ):
            self.wrong.append(f"a request was answered on a full disk by: {fault}")
        if there != f"there are {told[-1].entry}":
            self.wrong.append(f"whoever was refused then read: {there}, and not {told[-1].entry}")
        self._figures["requests until full"] = len(told)
        return told

    def _read(self, address: str, limit: int, size: int) -> None:
        if leaves_no_room(address) and not apart(lambda: plainly(address), limit).startswith("OperationalError"):
            self.wrong.append("the disk was not full: SQLite itself could read, which is the control")
        seen = apart(lambda: size_of(address), limit)
        if seen != str(size):
            self.wrong.append(f"a reader of the full disk saw {seen}, and not {size} entries")
        command = [sys.executable, "-m", "peoplezones", "--db", address, "log", "--limit", "1"]
        held = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit else None
        done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=held)
        if done.returncode or not done.stdout:
            self.wrong.append(f"the command line read nothing on the full disk: {done.stdout}{done.stderr}")
        self._figures["readings while full"] = int(str(self._figures.get("readings while full", 0))) + 2

    def _go_on(self, address: str, told: list[Told]) -> None:
        with Board.open(address) as board:
            for number in range(len(told) + 1):
                again = board.service.request(asked(f"w0-{number}", number))
                if number < len(told) and told[number].moved and not again.repeated:
                    self.wrong.append(f"lost: {told[number].key}")
        self.wrong += [*look(address, told), *rebuilt(address)]
