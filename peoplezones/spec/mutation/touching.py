"""What each scenario looks at: found by trying all of them on a model that notes what is looked up in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from peoplezones.app import Board
from peoplezones.domain.workflow import Model, Workflow
from peoplezones.operating_model.cache import hold
from peoplezones.spec.observed import Sighting
from peoplezones.spec.run import Act, take
from peoplezones.spec.specification import Route, Snapshot, Specification
from peoplezones.spec.walk import Listener, Walk

from .mutant import Key, with_parts


class Notes:
    """Takes down what is looked at, in the set that is open now."""

    def __init__(self) -> None:
        self.now: set[Key] = set()


class _Dict(dict[str, Any]):
    """A mapping that notes which of its entries are looked up."""

    def __init__(self, entries: dict[str, Any], notes: Notes, *here: str) -> None:
        super().__init__(entries)
        self._notes, self._here = notes, here

    def __getitem__(self, name: str) -> Any:
        self._notes.now.add((*self._here, name))
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self._notes.now.add((*self._here, name))
        return super().get(name, default)


class _Tuple(tuple[Any, ...]):
    """A tuple that notes when somebody goes through it."""

    notes: Notes
    here: Key

    def __iter__(self) -> Iterator[Any]:
        self.notes.now.add(self.here)
        return super().__iter__()


def _tuple(items: tuple[Any, ...], notes: Notes, *here: str) -> _Tuple:
    found = _Tuple(items)
    found.notes, found.here = notes, here
    return found


def noting(model: Model, notes: Notes) -> Model:
    """Return the same model; what is looked up in it is noted."""
    return with_parts(model, workflows={name: _noting(workflow, notes) for name, workflow in model.workflows.items()})


def _noting(workflow: Workflow, notes: Notes) -> Workflow:
    name = workflow.name
    parts: dict[str, Any] = {
        part: _Dict(getattr(workflow, part), notes, part, name) for part in ("transitions", "facts", "fields", "states")
    }
    for part in ("standing", "confers", "amend", "undo", "retention"):
        parts[part] = _tuple(getattr(workflow, part), notes, part, name)
    return with_parts(workflow, **parts)


@dataclass(frozen=True, slots=True)
class Walked:
    """A Board that journeys have led somewhere, with what was looked at on the way."""

    snapshot: Snapshot
    keys: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Touched:
    """What one scenario looked at in its own steps, the journeys that it begins with, what it saw, how long it took."""

    keys: frozenset[Key]
    routes: frozenset[Route]
    seen: frozenset[Sighting]
    seconds: float


@dataclass(kw_only=True)
class _Noted(Specification):
    """A specification that keeps what is looked at while journeys are walked apart from the rest."""

    plain: Model
    notes: Notes
    walked: dict[Route, Walked] = field(default_factory=dict)
    used: set[Route] = field(default_factory=set)

    def snapshot(self, route: Route) -> Snapshot:
        """Return the Board that a route leads to; what was looked at to get there is kept with it."""
        self.used.add(route)
        if route not in self.walked:
            before, self.notes.now = self.notes.now, set()
            found = super().snapshot(route)
            earlier = self.walked[found.begun].keys if route else frozenset()
            self.walked[route] = Walked(found, frozenset(self.notes.now) | earlier)
            self.notes.now = before
        return self.walked[route].snapshot

    def start(self, snapshot: Snapshot, file: Path, listen: Listener) -> tuple[Board, Walk]:
        """Return a Board and a walk that finds its way without anything being noted: only what is asked for counts."""
        board, walk = super().start(snapshot, file, listen)
        walk.model = self.plain
        return board, walk


@dataclass(frozen=True, slots=True)
class Failed:
    """A scenario that fails on the model as it is."""

    why: str


def touched(
    base: Specification, room: Path, scenarios: Sequence[tuple[int, list[Act]]]
) -> tuple[dict[int, Touched | Failed], dict[Route, Walked]]:
    """Try some scenarios, each with its number; return what they looked at, and the Boards that journeys led to."""
    notes = Notes()
    noted = noting(base.model, notes)
    specification = _Noted(base.model_folder, base.journey_folder, room, plain=base.model, notes=notes)
    specification.model, specification.texts, specification.journeys = noted, base.texts, base.journeys
    hold(noted)
    found: dict[int, Touched | Failed] = {}
    for number, acts in scenarios:
        notes.now, specification.used = set(), set()
        began = perf_counter()
        try:
            seen, _ = take(specification, acts)
        except Exception as error:  # noqa: BLE001  (whatever it is, it can tell no mutant)
            found[number] = Failed(f"{type(error).__name__}: {error}")
            continue
        routes = frozenset(specification.used)
        before = {sighting for route in routes for sighting in specification.walked[route].snapshot.seen}
        found[number] = Touched(frozenset(notes.now), routes, seen - before, perf_counter() - began)
    hold(base.model)
    return found, specification.walked
