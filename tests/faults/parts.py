"""The parts of the battery at full length, with controls that must find something wrong, or the part sees nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from . import contest, full, injected, killing, million, power, skew
from .boards import Places
from .figures import Result


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

    def places(self, name: str = "boards") -> Places:
        """Return a place for Boards."""
        return Places(self.inside(name))


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


def kill(writers: int) -> Callable[[Setting], Result]:
    """Return the part that kills, with so many writers."""

    def run(setting: Setting) -> Result:
        result = killing.Killing(setting.places(), writers, setting.seed).run(setting.many(1_000))
        early = killing.Killing(setting.places("control"), writers, setting.seed, too_early=True).run(1_000)
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
    most = 0 if setting.scale >= 1 else setting.many(800)
    return injected.Injecting(setting.places(), setting.seed).run(most)


def fill(setting: Setting) -> Result:
    """Fill the disk."""
    return full.Filling(setting.places(), setting.folder).run()


def contend(setting: Setting) -> Result:
    """Have eight processes change the same records."""
    result = contest.Contest(setting.places(), 8, setting.seed).run(setting.many(10_000))
    blind = contest.Contest(setting.places("control"), 8, setting.seed, blind=True).run(200)
    return controlled(result, ("without naming what was seen", blind, "lost updates"))


def race(setting: Setting) -> Result:
    """Give the go-ahead while a commitment is withdrawn."""
    result = skew.Skew(setting.inside("race"), setting.seed).run(setting.many(1_000))
    stale = skew.Skew(setting.inside("control"), setting.seed, stale=True).run(2)
    return controlled(result, ("a stale look", stale, "write skew"))


def grow(setting: Setting) -> Result:
    """Make a long log."""
    return million.Growing(setting.places()).run(setting.many(1_000_000))


PARTS = [
    Part("million entries, SQLite", grow),
    Part("kill -9, SQLite, 1 writer", kill(1)),
    Part("kill -9, SQLite, 4 writers", kill(4)),
    Part("power cut, SQLite", cut),
    Part("inject errors, SQLite", inject),
    Part("full disk, SQLite", fill),
    Part("contest, SQLite", contend),
    Part("skew, SQLite", race),
]


def run(name: str, setting: Setting) -> tuple[Result, float]:
    """Run the part of that name; return what it found, and the seconds that it took."""
    part = next(part for part in PARTS if part.name == name)
    begin = time.monotonic()
    setting.folder.mkdir(parents=True)
    return part.run(setting), time.monotonic() - begin
