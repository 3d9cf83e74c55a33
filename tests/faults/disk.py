"""A disk as the system calls of a run leave it, and the ways in which a power cut may find it.

Promised by a disk: what was written to a file before its last `fsync` or `fdatasync` has come back is there, and so is
every change of a folder before that of the folder. Nothing else is: of later writes any sectors may be there and any
not, in any order; a file may be as long as before or as after; one that was made or removed may be there or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from random import Random
from typing import NamedTuple

SECTOR = 512
CALLS = (
    *("openat", "creat", "open", "pwrite64", "write", "pwritev", "fsync", "fdatasync", "ftruncate", "fallocate"),
    *("unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "truncate", "sync_file_range", "mkdir"),
)

_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(?:<.*>)?(?: .*)?$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Call(NamedTuple):
    """A system call that succeeded: its name, its arguments as strace has them, its texts in bytes, and its answer."""

    name: str
    arguments: str
    texts: tuple[bytes, ...]
    answer: int


def calls(trace: Iterable[str]) -> Iterator[Call]:
    """Yield the calls of a trace that `strace -f -y -xx` wrote of one process of one thread."""
    for line in trace:
        if "(" not in line or line.rstrip().endswith("?"):
            continue
        found = _CALL.match(line)
        if found is None:
            if " +++ " in line or " --- " in line:
                continue
            raise ValueError(f"a line of the trace could not be read: {line[:80]}")
        name, arguments, answer = found[1], found[2], int(found[3])
        if answer >= 0:
            texts = tuple(bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(arguments))
            yield Call(name, _TEXT.sub('""', arguments), texts, answer)


@dataclass
class File:
    """A file: what of it is sure to be there, and what was done to it since (a place and bytes, or a length)."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes] | int] = field(default_factory=list)

    def settle(self) -> None:
        """Make everything sure."""
        for change in self.since:
            self.sure = changed(self.sure, change)
        self.since.clear()


def changed(content: bytearray, change: tuple[int, bytes] | int) -> bytearray:
    """Return the content after a write or a change of length."""
    end = change if isinstance(change, int) else change[0] + len(change[1])
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if isinstance(change, int):
        del content[change:]
    else:
        content[change[0] : end] = change[1]
    return content


class Disk:
    """One folder of a disk, brought along by calls."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._names: dict[str, File] = {}  # as a program sees it
        self._sure: dict[str, File] = {}
        self._since: list[tuple[str, File | None]] = []
        self._open: dict[int, File | None] = {}  # None: the folder

    def apply(self, call: Call) -> str | None:
        """Bring the disk along by a call; return what was written where it went to standard output."""
        does: Callable[[Call], str | None] | None = getattr(self, f"_{call.name}", None)
        if does is None:
            raise ValueError(f"what {call.name} does to a disk is not known here")
        return does(call)

    def _openat(self, call: Call) -> None:
        path = call.texts[0].decode("utf-8", "replace")
        self._open.pop(call.answer, None)
        if path == self._folder:
            self._open[call.answer] = None
        elif self._ours(path):
            name = PurePath(path).name
            if name not in self._names:
                self._name(name, File())
            self._open[call.answer] = self._names[name]
            if "O_TRUNC" in call.arguments:
                self._names[name].since.append(0)

    def _write(self, call: Call) -> str | None:
        if int(call.arguments.partition("<")[0]) == 1:
            return call.texts[0].decode()
        assert self._file(call) is None, "a write without a place"
        return None

    def _pwrite64(self, call: Call) -> None:
        file = self._file(call)
        if file is not None:
            place = int(call.arguments.rpartition(",")[2])
            file.since.append((place, call.texts[0][: call.answer]))

    def _ftruncate(self, call: Call) -> None:
        file = self._file(call)
        if file is not None:
            file.since.append(int(call.arguments.rpartition(",")[2]))

    def _fdatasync(self, call: Call) -> None:
        number = int(call.arguments.partition("<")[0])
        file = self._open.get(number)
        if file is not None:
            file.settle()
        elif number in self._open:
            for name, made in self._since:
                self._sure.pop(name, None)
                if made is not None:
                    self._sure[name] = made
            self._since.clear()

    _fsync = _fdatasync

    def _unlink(self, call: Call) -> None:
        path = call.texts[0].decode("utf-8", "replace")
        if self._ours(path):
            self._name(PurePath(path).name, None)

    def _ours(self, path: str) -> bool:
        return str(PurePath(path).parent) == self._folder and not path.endswith("-shm")

    def _name(self, name: str, file: File | None) -> None:
        self._names.pop(name, None)
        if file is not None:
            self._names[name] = file
        self._since.append((name, file))

    def _file(self, call: Call) -> File | None:
        return self._open.get(int(call.arguments.partition("<")[0]))

    def after_a_cut(self, random: Random) -> dict[str, bytes]:
        """Return the files, by name, as a power cut at this moment may leave them."""
        likely = random.choice((0.0, 0.1, 0.5, 0.9, 1.0, random.random()))
        torn = random.random() < 0.5
        names = dict(self._sure)
        for name, made in self._since:
            if random.random() < likely:
                names.pop(name, None)
                if made is not None:
                    names[name] = made
        return {name: bytes(_left(file, random, likely, torn)) for name, file in names.items()}


def _left(file: File, random: Random, likely: float, torn: bool) -> bytearray:
    """Return what is left of a file; `torn`: some sectors of a write may be there and others not."""
    content = bytearray(file.sure)
    for change in file.since:
        parts = _sectors(change) if torn and not isinstance(change, int) else [change]
        for part in parts:
            if random.random() < likely:
                content = changed(content, part)
    return content


def _sectors(change: tuple[int, bytes]) -> Iterator[tuple[int, bytes]]:
    place, data = change
    end = place + len(data)
    while place < end:
        until = min(end, (place // SECTOR + 1) * SECTOR)
        yield place, data[: until - place]
        place, data = until, data[until - place :]
