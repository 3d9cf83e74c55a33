"""Trying every scenario: in this process, or spread over the machine's processors where they can be shared."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from pytest_bdd.parser import Scenario

from peoplezones.domain.workflow import Model
from peoplezones.operating_model.cache import hold

from .folders import Folders
from .journey import Journey
from .observed import Sighting
from .specification import Specification
from .trial import Trial, attempt

Progress = Callable[[int, int], object]


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """Every scenario tried, by file and line, and all that was seen in those that hold, be it on the way."""

    trials: tuple[Trial, ...]
    seen: frozenset[Sighting]


@dataclass(frozen=True, slots=True)
class Trying:
    """What is tried: scenarios, on a model that was loaded already, with journeys that were read already."""

    folders: Folders
    model: Model
    journeys: dict[str, Journey]
    scenarios: tuple[Scenario, ...]

    def specification(self, room: Path) -> Specification:
        """Return what its scenarios share in one process, with a folder for their databases."""
        hold(self.model)
        found = Specification(self.folders.model, self.folders.journeys, room)
        found.model, found.journeys = self.model, self.journeys
        return found

    def part(self, specification: Specification, scenarios: Iterable[Scenario]) -> Results:
        """Try some of the scenarios."""
        specification.seen.clear()
        trials = tuple(attempt(specification, scenario, self.folders.features) for scenario in scenarios)
        return Results(trials=trials, seen=frozenset(s for seen in specification.seen.values() for s in seen))


def try_all(trying: Trying, progress: Progress | None = None, workers: int = 0) -> Results:
    """Try all scenarios, one file after the other on each processor; `progress` hears how many of how many are tried.

    `workers` is how many processes there are (0: one for each processor that can be used).
    """
    files: dict[str, list[Scenario]] = {}
    for scenario in trying.scenarios:
        files.setdefault(scenario.feature.filename, []).append(scenario)
    parts = sorted(files.values(), key=len, reverse=True)
    found: list[Results] = []
    with TemporaryDirectory(prefix="peoplezones-") as folder:
        for result in _tried(trying, parts, Path(folder), workers or _processors()):
            found.append(result)
            if progress:
                progress(sum(len(part.trials) for part in found), len(trying.scenarios))
    trials = sorted((trial for part in found for trial in part.trials), key=lambda trial: (trial.file, trial.line))
    return Results(trials=tuple(trials), seen=frozenset().union(*(part.seen for part in found)))


def _processors() -> int:
    """Return how many processes can share the work: one where a process cannot be forked."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tried(trying: Trying, parts: list[list[Scenario]], room: Path, workers: int) -> Iterator[Results]:
    if workers == 1 or len(parts) == 1:
        specification = trying.specification(room)
        for part in parts:
            yield trying.part(specification, part)
        return
    context = multiprocessing.get_context("fork")  # what is tried is inherited, not sent
    with ProcessPoolExecutor(workers, context, _begin, (trying, parts, room)) as pool:
        waiting = [pool.submit(_part, index) for index in range(len(parts))]
        try:
            for done in as_completed(waiting):
                yield done.result()
        finally:
            for future in waiting:
                future.cancel()


_inherited: list[tuple[Trying, list[list[Scenario]], Specification]] = []


def _begin(trying: Trying, parts: list[list[Scenario]], room: Path) -> None:
    """Begin a process: Boards that journeys have led somewhere are kept in a folder of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops it stops the process that waits
    own = room / str(os.getpid())
    own.mkdir()
    _inherited.append((trying, parts, trying.specification(own)))


def _part(index: int) -> Results:
    trying, parts, specification = _inherited[-1]
    return trying.part(specification, parts[index])
