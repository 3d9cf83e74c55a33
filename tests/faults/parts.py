"""The parts of the battery at full length, with controls that must find something wrong, or the part sees nothing."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.databases import Server, server

from . import contest, full, injected, killing, lost, million, power, skew
from .boards import Places
from .figures import Result
from .servers import HasFresh, Schemas

#: How many calls a command that asks for one thing makes, or somewhat more.
COMMANDED = {"openat": 8, "pread64": 20, "pwrite64": 40, "fdatasync": 5, "ftruncate": 3, "unlink": 3}


@dataclass(frozen=True)
class Setting:
    """Where and how a part is run: a folder of its own, the seed, what share of the full length."""

    folder: Path
    seed: int
    scale: float

    def many(self, full_length: int) -> int:
        """Return how often, where it is `full_length` at full length."""
        return max(1, round(full_length * self.scale))

    def inside(self, name: str) -> Path:
        """Return another folder."""
        found = self.folder / name
        found.mkdir()
        return found

    def places(self, name: str = "boards", *, on: Server | None = None) -> HasFresh:
        """Return a place for Boards."""
        return Schemas(on) if on else Places(self.inside(name))


class Part(NamedTuple):
    """A part by name; the first word of it is how it is asked for."""

    name: str
    run: Callable[[Setting], Result]


def controlled(result: Result, *controls: tuple[str, Result, str]) -> Result:
    """Return the result with what each control found: name, result, and the word that must be among what is wrong."""
    figures, wrong = dict(result.figures), list(result.wrong)
    for name, control, word in controls:
        found = [line for line in control.wrong if word in line]
        figures[f"control ({name}) found"] = len(found)
        if not found:
            wrong.append(f"the control ({name}) found nothing: this part cannot see what it looks for")
    return Result(figures, wrong)


def kill(writers: int, on: Server | None = None) -> Callable[[Setting], Result]:
    """Return the part that kills, with so many writers."""

    def run(setting: Setting) -> Result:
        places, apart = setting.places(on=on), setting.places("control", on=on)
        result = killing.Killing(places, writers, setting.seed).run(setting.many(1_000))
        early = killing.Killing(apart, writers, setting.seed, too_early=True).run(1_000)
        return controlled(result, ("acknowledged before the commit", early, "lost"))

    return run


def cut(setting: Setting) -> Result:
    """Cut the power."""
    result = power.Cuts(setting.folder, 600, setting.seed).run(setting.many(3_000))
    normal = power.Cuts(setting.folder, 100, setting.seed, "NORMAL").run(100)
    off = power.Cuts(setting.folder, 100, setting.seed, "OFF").run(100)
    return controlled(result, ("synchronous=NORMAL", normal, "lost"), ("synchronous=OFF", off, "damaged"))


def inject(setting: Setting) -> Result:
    """Have system calls fail: all of them at full length."""
    most = 0 if setting.scale >= 1 else setting.many(900)
    places = Places(setting.inside("boards"))
    found = injected.Injecting(places, setting.seed).run(most)
    tried = [case for case in injected.cases(Counter(COMMANDED)) if case.fault in ("EIO", "ENOSPC")]
    told = injected.Injecting(places, setting.seed).by_command(tried[:: max(1, round(1 / setting.scale))])
    return Result({**found.figures, **told.figures}, [*found.wrong, *told.wrong])


def fill(setting: Setting) -> Result:
    """Fill the disk."""
    return full.Filling(Places(setting.inside("boards")), setting.folder).run()


def contend(on: Server | None = None) -> Callable[[Setting], Result]:
    """Return the part in which eight processes change the same records."""

    def run(setting: Setting) -> Result:
        result = contest.Contest(setting.places(on=on), 8, setting.seed).run(setting.many(10_000))
        blind = contest.Contest(setting.places("control", on=on), 8, setting.seed, blind=True).run(200)
        return controlled(result, ("without naming what was seen", blind, "lost updates"))

    return run


def race(on: Server | None = None) -> Callable[[Setting], Result]:
    """Return the part in which the go-ahead is given while a commitment is withdrawn."""

    def run(setting: Setting) -> Result:
        result = skew.Skew(setting.inside("race"), setting.seed, server=on).run(setting.many(1_000))
        stale = skew.Skew(setting.inside("control"), setting.seed, stale=True, server=on).run(2)
        return controlled(result, ("a stale look", stale, "write skew"))

    return run


def lose(setting: Setting) -> Result:
    """Lose the connection to a server."""
    result = lost.Losing(server).run(setting.many(50))
    keyless = lost.Losing(server, keyless=True).run(1)
    return controlled(result, ("asked again without a key", keyless, "doubled"))


def grow(setting: Setting) -> Result:
    """Make a long log."""
    return million.Growing(Places(setting.inside("boards"))).run(setting.many(1_000_000))


PARTS = [
    Part("million entries, SQLite", grow),
    Part("kill -9, PostgreSQL, 1 writer", kill(1, server)),
    Part("kill -9, PostgreSQL, 4 writers", kill(4, server)),
    Part("kill -9, SQLite, 1 writer", kill(1)),
    Part("kill -9, SQLite, 4 writers", kill(4)),
    Part("power cut, SQLite", cut),
    Part("inject errors, SQLite", inject),
    Part("full disk, SQLite", fill),
    Part("contest, SQLite", contend()),
    Part("contest, PostgreSQL", contend(server)),
    Part("skew, SQLite", race()),
    Part("skew, PostgreSQL", race(server)),
    Part("lost connections, PostgreSQL", lose),
]


def run(name: str, setting: Setting) -> tuple[Result, float]:
    """Run the part of that name; return what it found, and the seconds that it took."""
    part = next(part for part in PARTS if part.name == name)
    begin = time.monotonic()
    setting.folder.mkdir(parents=True)
    try:
        result = part.run(setting)
        if "PostgreSQL" in name:
            result.figures["server"] = server.version()
        return result, time.monotonic() - begin
    finally:
        server.close()
