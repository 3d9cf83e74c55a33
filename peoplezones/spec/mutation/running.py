"""The whole run: what scenarios look at is noted, then every mutant is tried, by several processes."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from pytest_bdd.parser import Scenario

from peoplezones.domain.errors import UsageError
from peoplezones.spec.run import scenarios_in, understood
from peoplezones.spec.specification import Route, Specification

from .equivalents import load_reasons
from .mutant import Mutant
from .operators import choose, mutants_of
from .places import Places
from .report import Report
from .touching import Failed, Touched, Walked, touched
from .trial import Trials, Tried

_MEMORY = Path("/dev/shm")  # a folder in memory, where there is one; what is made in it is private
_LARGEST_GROUP = 24
Progress = Callable[[int, int], None]


class FeaturesFail(UsageError):
    """Scenarios fail on the model as it is; mend them first, since they can tell nothing from it."""


@contextmanager
def room_for_boards() -> Iterator[Path]:
    """Yield a folder of its own for databases, in memory where that is possible."""
    place = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="peoplezones-", dir=place) as folder:
        yield Path(folder)


def name_of(scenario: Scenario) -> str:
    """Return what people find a scenario by."""
    return f"{Path(scenario.feature.filename).name}:{scenario.line_number}: {scenario.name}"


class Run:
    """Mutants of one model, tried by the features in one folder. `room` is an empty folder for databases."""

    def __init__(self, model: Path, features: Path, room: Path, workers: int = 1) -> None:
        self.room = room
        self.base = Specification(model, features / "journeys", room)
        self.scenarios = list(scenarios_in(features))
        self.acts = [[understood(step) for step in scenario.steps] for scenario in self.scenarios]
        self.workers = workers if "fork" in multiprocessing.get_all_start_methods() else 1
        _ = self.base.model, self.base.journeys, self.base.texts  # read once, before processes part

    def tried(self, mutants: Sequence[Mutant], progress: Progress | None = None) -> list[Tried]:
        """Return how each mutant fared. Raises FeaturesFail where a scenario fails on the model as it is."""
        trials = Trials(self.base, self.acts, *self._looked_at())
        groups = list(_groups(mutants))
        found: dict[int, Tried] = {}
        jobs = ((trials, mutants, group, self.room) for group in groups)
        for answers in self._spread(_try_group, list(jobs)):
            found.update(answers)
            if progress:
                progress(len(found), len(mutants))
        return [found[place] for place in range(len(mutants))]

    def _looked_at(self) -> tuple[dict[int, Touched], dict[Route, Walked]]:
        """Try every scenario on the model as it is, and note what it looks at."""
        numbers = range(len(self.acts))
        shares = [[(n, self.acts[n]) for n in numbers if n % self.workers == share] for share in range(self.workers)]
        jobs = [(self.base, self.room / f"walked-{share}", some) for share, some in enumerate(shares)]
        seen: dict[int, Touched] = {}
        walked: dict[Route, Walked] = {}
        failed = []
        for some, routes in self._spread(_look, jobs):
            walked = {**routes, **walked}
            for number, scenario in some.items():
                if isinstance(scenario, Failed):
                    failed.append(f"{name_of(self.scenarios[number])}: {scenario.why}")
                else:
                    seen[number] = scenario
        if failed:
            told = "scenarios that fail on the model as it is ('peoplezones model prove' tells more): "
            raise FeaturesFail(f"{told}{len(failed)}\n" + "\n".join(sorted(failed)))
        return dict(sorted(seen.items())), walked

    def _spread(self, work: Callable[..., Any], jobs: list[Any]) -> Iterator[Any]:
        """Yield what `work` returns for each job, as it comes; a process sees the jobs as they were when it parted."""
        if self.workers == 1:
            yield from (work(*job) for job in jobs)
            return
        parted = multiprocessing.get_context("fork")
        with parted.Pool(self.workers, _part, (work, jobs)) as pool:
            yield from pool.imap_unordered(_do, range(len(jobs)))


def report_on(
    model: Path, features: Path, kinds: Sequence[str], only: str, workers: int, progress: Progress | None = None
) -> Report:
    """Try the mutants of the model in a folder (all, or those chosen) with the features in another.

    Raises FeaturesFail, ModelInvalid, JourneysInvalid, ReasonsInvalid, UnknownName.
    """
    with room_for_boards() as room:
        run = Run(model, features, room, workers)
        reasons = load_reasons(features, {mutant.name for mutant in mutants_of(run.base.model)})
        mutants = choose(run.base.model, kinds, only)
        tried = run.tried(mutants, progress)
    names = [name_of(scenario) for scenario in run.scenarios]
    here = Path.cwd()
    shown = model.relative_to(here) if model.is_relative_to(here) else model
    return Report(mutants, tried, reasons, names, Places(shown, run.base.texts))


_parted: list[Any] = []  # in each process: what it is to do, and the jobs


def _part(work: Callable[..., Any], jobs: list[Any]) -> None:
    _parted[:] = [work, jobs]


def _do(place: int) -> Any:
    work, jobs = _parted
    return work(*jobs[place])


def _look(base: Specification, room: Path, scenarios: list[Any]) -> Any:
    room.mkdir()
    return touched(base, room, scenarios)


def _groups(mutants: Sequence[Mutant]) -> Iterator[list[int]]:
    """Yield the places of mutants that change the same element: what noticed one is likely to notice the next."""
    for _, group in groupby(range(len(mutants)), key=lambda place: (mutants[place].kind, mutants[place].element)):
        places = list(group)
        for start in range(0, len(places), _LARGEST_GROUP):
            yield places[start : start + _LARGEST_GROUP]


def _try_group(trials: Trials, mutants: Sequence[Mutant], places: list[int], room: Path) -> dict[int, Tried]:
    found: dict[int, Tried] = {}
    last: int | None = None
    with tempfile.TemporaryDirectory(dir=room) as folder:
        for place in places:
            found[place] = trials.run(mutants[place], Path(folder), last)
            last = found[place].by if found[place].by is not None else last
    return found
