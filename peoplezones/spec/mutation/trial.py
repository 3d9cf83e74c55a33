"""Trying one mutant: what loading says of it, then every scenario that could notice it, until one fails.

A Board that a journey led somewhere without looking at what is changed is the same under the mutant and is taken as it
is. The others are walked to anew under the mutant: a mutant that counts as noticed has been lived through from the
founding of its Board.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Literal, NamedTuple

from peoplezones.operating_model.cache import hold
from peoplezones.spec.observed import How as Seen
from peoplezones.spec.observed import Sighting
from peoplezones.spec.run import Act, take
from peoplezones.spec.specification import Route, Specification

from .alike import standing
from .loading import refusal
from .mutant import Mutant
from .touching import Touched, Walked

How = Literal["loading", "promise", "scenario", "survived"]
_TELLING: tuple[Seen, ...] = ("refused alone", "broken", "refused")


class Tried(NamedTuple):
    """How a mutant fared: what noticed it, which scenario and what it said; or which scenarios looked and did not."""

    how: How
    by: int | None = None
    said: str = ""
    looked: tuple[int, ...] = ()
    seconds: float = 0.0


@dataclass
class Trials:
    """What every trial needs: the specification, the steps of each scenario, and what each has looked at."""

    base: Specification
    acts: Sequence[list[Act]]
    touched: Mapping[int, Touched]
    walked: Mapping[Route, Walked]
    _standing: dict[Route, str] = field(default_factory=dict)

    def run(self, mutant: Mutant, room: Path, first: int | None = None) -> Tried:
        """Try a mutant in an empty folder, the scenario `first` before others."""
        began = perf_counter()
        model = mutant.of(self.base.model)
        how, problem = refusal(model, self.base.model.workflows[mutant.kind])
        if how:
            return Tried(how, said=problem, seconds=perf_counter() - began)
        stale = {route for route, walked in self.walked.items() if not mutant.keys.isdisjoint(walked.keys)}
        kept = {route: walked.snapshot for route, walked in self.walked.items() if route not in stale}
        trial = _Trial(self, mutant, self.base.under(model, room, kept), stale)
        hold(model)
        try:
            for number, said in trial.failing(first):
                return Tried("scenario", number, said, seconds=perf_counter() - began)
            return Tried("survived", looked=tuple(trial.looked), seconds=perf_counter() - began)
        finally:
            hold(self.base.model)
            for file in room.iterdir():
                file.unlink()

    def standing(self, route: Route) -> str:
        """Return how the Board stands to which a route leads under the model as it is."""
        if route not in self._standing:
            self._standing[route] = standing(self.walked[route].snapshot.file)
        return self._standing[route]


class _Trial:
    """One mutant being tried; `stale` are the routes on which what it changes is looked at."""

    def __init__(self, trials: Trials, mutant: Mutant, specification: Specification, stale: set[Route]) -> None:
        self._trials, self._mutant, self._specification, self._stale = trials, mutant, specification, stale
        self.looked: list[int] = []

    def failing(self, first: int | None) -> Iterator[tuple[int, str]]:
        """Yield the scenarios that fail, with what is said: first of those that look themselves at what is changed.

        A scenario that only begins where a journey looked at it can notice only that the journey leads elsewhere now.
        """
        looking = [number for number, scenario in self._known() if not self._mutant.keys.isdisjoint(scenario.keys)]
        yield from self._fail(sorted(looking, key=lambda number: (number != first, self._rank(number))))
        far = {route: (len(route), len(self._trials.walked[route].snapshot.way)) for route in self._stale}
        differing = {route for route in sorted(far, key=far.__getitem__) if self._leads_elsewhere(route)}
        rest = [number for number, scenario in self._known() if not differing.isdisjoint(scenario.routes)]
        yield from self._fail(sorted(set(rest) - set(looking), key=self._rank))

    def _known(self) -> Iterator[tuple[int, Touched]]:
        yield from self._trials.touched.items()

    def _rank(self, number: int) -> tuple[int, bool, float]:
        """Return the likeliest first: where the rule alone has refused something; then the quickest."""
        scenario, mutant = self._trials.touched[number], self._mutant
        ways = [Sighting(mutant.kind, mutant.rule, how) in scenario.seen for how in _TELLING] if mutant.rule else []
        likely = ways.index(True) if True in ways else len(ways)
        return likely, not self._stale.isdisjoint(scenario.routes), scenario.seconds

    def _fail(self, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
        for number in numbers:
            self.looked.append(number)
            try:
                take(self._specification, self._trials.acts[number])
            except AssertionError as error:
                yield number, str(error)
            except Exception as error:  # noqa: BLE001  (a mutant may make the engine stumble anywhere)
                yield number, f"{type(error).__name__}: {error}"

    def _leads_elsewhere(self, route: Route) -> bool:
        try:
            return standing(self._specification.snapshot(route).file) != self._trials.standing(route)
        except Exception:  # noqa: BLE001  (refused on the way; scenarios that walk it will say so)
            return True
