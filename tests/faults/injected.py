"""Errors and `kill -9` at every system call that the database makes in a run of a few requests.

A process is forked with everything imported, waits until strace holds it, and makes the run; strace has the n-th call
of a kind that concerns the Board's files fail, or kills the process there. Once for each n, until a run makes fewer.
"""

from __future__ import annotations

import ctypes
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from peoplezones.app import Board
from peoplezones.domain.errors import StoreError

from .boards import SECRETARY, Places, Told, asked, look, rebuilt
from .figures import Result

REQUESTS = 5  # one of each sort
TRIES = 3
TURN = 5 * 8  # at which the writer begins, so that its keys are its own
CALLS = ("openat", "pread64", "pwrite64", "fdatasync", "fsync", "ftruncate", "unlink", "fcntl", "mmap", "newfstatat")
DIES = "EIO, then SIGKILL"  # at once after the fault was told: what of the request is in the files then stays there
FAULTS = {
    "EIO": CALLS,
    DIES: ("pwrite64", "fdatasync"),
    "ENOSPC": ("openat", "pwrite64", "ftruncate", "mmap"),
    "SIGKILL": CALLS,
}
ENDS = ("", "-wal", "-shm", "-journal")
SAMPLE = 10  # of so many Boards one is submitted again
PR_SET_PTRACER, ANYBODY = 0x59616D61, ctypes.c_ulong(-1)


class Case(NamedTuple):
    """The `n`-th call of one sort is to fail in a way."""

    fault: str
    call: str
    n: int

    @property
    def options(self) -> tuple[str, ...]:
        """What strace is told."""
        how = "signal=SIGKILL" if self.fault == "SIGKILL" else f"error={self.fault.partition(',')[0]}"
        return "-e", f"trace={self.call}", "-e", f"inject={self.call}:{how}:when={self.n}"

    def __str__(self) -> str:
        """Name it."""
        return f"{self.fault} at {self.call} {self.n}"


class Run(NamedTuple):
    """What a run told: what was acknowledged, which keys failed and with what words, and what else it said."""

    told: list[Told]
    failed: dict[str, str]
    odd: list[str]


def make_run(address: str, pipe: int, *, dies: bool) -> None:
    """Make the run, telling on the pipe what came of each request; go on after a fault, or die of it."""

    def tell(*words: object) -> None:
        os.write(pipe, (" ".join(map(str, words)).replace("\n", " ") + "\n").encode())

    board: Board | None = None
    for number in range(TURN, TURN + REQUESTS):
        key = f"w0-{number}"
        for _ in range(TRIES):
            try:
                board = board or Board.open(address)
                decision = board.service.request(asked(key, number))
            except StoreError as fault:
                tell("failed", key, fault)
                if dies:
                    os.kill(os.getpid(), signal.SIGKILL)
            except Exception as error:  # noqa: BLE001 - what the battery looks for
                tell("odd", f"not a StoreError: {key}: {type(error).__name__}: {error}")
            else:
                tell("told", key, decision.entry, int(decision.moved), int(decision.repeated))
                break
        else:
            tell("odd", f"{key} still fails after {TRIES} tries")
    if board is not None:
        board.close()


def traced(address: str, *options: str, dies: bool = False) -> tuple[Run, str]:
    """Make the run with strace looking on; return what it told, and what strace wrote."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        os.close(reading)
        try:
            ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY, 0, 0, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
            make_run(address, writing, dies=dies)
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(process, os.WUNTRACED)
    command = ["strace", "-f", "-p", str(process), *_watched(address), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        first = strace.stderr.readline()
        assert "attached" in first, first
        os.kill(process, signal.SIGCONT)
        seen = strace.stderr.read()
    os.waitpid(process, 0)
    with os.fdopen(reading) as lines:
        return _heard(lines), seen


def _heard(lines: Iterator[str]) -> Run:
    run = Run([], {}, [])
    for line in lines:
        what, _, rest = line.rstrip("\n").partition(" ")
        if what == "told":
            key, entry, moved, repeated = rest.split()
            run.told.append(Told(key, int(entry), moved == "1"))
            if repeated == "1" and "Nothing was changed" in run.failed.get(key, ""):
                run.odd.append(f"untrue: {key} happened, but was told: {run.failed[key]}")
        elif what == "failed":
            key, _, words = rest.partition(" ")
            run.failed[key] = words
        else:
            run.odd.append(rest)
    return run


def commanded(address: str, key: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Ask for a garden by the command line, with strace looking on."""
    asking = ["garden", "suggest", "--title", key, "--purpose", "leeks", "--key", key, "--as", SECRETARY]
    command = [sys.executable, "-m", "peoplezones", "--db", address, *asking]
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", os.devnull, *_watched(address), *options]
    return subprocess.run([*strace, *command], capture_output=True, text=True, check=False)


def _watched(address: str) -> list[str]:
    """Return the options that have strace look at a Board's files and their folder only."""
    folder = os.path.dirname(address)  # noqa: PTH120 - as the database names it
    return [option for path in (folder, *(f"{address}{end}" for end in ENDS)) for option in ("-P", path)]


def counted(places: Places) -> Counter[str]:
    """Return how often a run makes each call."""
    _, seen = traced(places.fresh(), "-e", f"trace={','.join(CALLS)}")
    return Counter(re.findall(r"^(?:\[pid +\d+\] )?(\w+)\(", seen, re.MULTILINE))


def cases(counts: Counter[str]) -> list[Case]:
    """Return every case that there is."""
    return [Case(fault, call, n) for fault, some in FAULTS.items() for call in some for n in range(1, counts[call] + 1)]


class Injecting:
    """One run of this part."""

    def __init__(self, places: Places, seed: int) -> None:
        self._places, self._random = places, Random(seed)
        self._seen: Counter[str] = Counter()
        self.wrong: list[str] = []

    def run(self, most: int = 0) -> Result:
        """Try every case, or `most` of them."""
        known = cases(counted(self._places))
        if 0 < most < len(known):  # not SQLite's lock calls: where it cannot unlock, it tries for half a minute
            return self.go_through(self._random.sample([case for case in known if case.call != "fcntl"], most))
        return self.go_through(known)

    def go_through(self, chosen: Sequence[Case]) -> Result:
        """Try some cases."""
        for number, case in enumerate(chosen):
            self.wrong += [f"{case}: {line}" for line in self._try(case, closely=number % SAMPLE == 0)]
        return Result({"cases": len(chosen), **self._seen}, self.wrong)

    def _try(self, case: Case, *, closely: bool) -> Iterator[str]:
        address = self._places.fresh()
        run, _ = traced(address, *case.options, dies=case.fault == DIES)
        self._seen[f"{case.fault}: requests that failed"] += len(run.failed)
        self._seen[f"{case.fault}: runs that went on to the end"] += len(run.told) == REQUESTS
        yield from run.odd
        yield from look(address, run.told)
        yield from self._again(address, run)
        if closely:
            yield from rebuilt(address)
            self._seen["submitted again"] += 1

    def by_command(self, chosen: Sequence[Case]) -> Result:
        """Try some cases on the command line: it fails in words or not at all, and asked again it happens once."""
        for case in chosen:
            address, key = self._places.fresh(), "by command"
            done = commanded(address, key, *case.options)
            told = done.stderr
            self._seen["commands that failed"] += done.returncode != 0
            words = told.startswith("Error: ") and "Traceback" not in told and "mistake in People Zones" not in told
            if done.returncode not in (0, 1) or (done.returncode == 1) != words:
                self.wrong.append(f"{case}: the command ended with {done.returncode}: {told}")
            again = commanded(address, key)
            if again.returncode or ("Nothing was changed" in told and "already" in again.stdout.lower()):
                self.wrong.append(f"{case}: asked again: {again.stdout}{again.stderr}, after {told}")
            self.wrong += [f"{case}: {line}" for line in [*look(address, []), *rebuilt(address)]]
        return Result({"commands": len(chosen), **self._seen}, self.wrong)

    def _again(self, address: str, run: Run) -> Iterator[str]:
        """Send everything again with the same keys, and see that what was said of it is true."""
        known = {one.key: one for one in run.told}
        with Board.open(address) as board:
            for number in range(TURN, TURN + REQUESTS):
                key = f"w0-{number}"
                words = "" if key in known else run.failed.get(key, "")
                decision = board.service.request(asked(key, number))
                if key in known and known[key].moved and decision.entry != known[key].entry:
                    yield f"doubled: {key}"
                if decision.repeated and "Nothing was changed" in words:
                    yield f"untrue: {key} happened, but was told: {words}"
        yield from look(address, run.told)
