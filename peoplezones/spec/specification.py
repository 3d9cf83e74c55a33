"""What all scenarios share: the model, the journeys, Boards that journeys have led somewhere, what was seen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from peoplezones.app import Address, Board
from peoplezones.domain.errors import UnknownName
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import canonical_texts, load_folder
from peoplezones.operating_model.model_file import MODEL_FILE
from peoplezones.operating_model.shipped import shipped

from .feature_reading import JOURNEYS
from .journey import Journey
from .journey_reading import load_journeys
from .observed import Sighting, founding_sightings, sightings
from .walk import Calendar, Listener, Progress, Walk, first_of, found_board
from .way import Stop, before_move, until_state, way


class Leg(NamedTuple):
    """A journey to be walked: of which kind, for what name, until a state is reached or before a transition is made."""

    kind: str
    name: str
    goal: str
    how: Literal["until", "before"]


Route = tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A Board that journeys have led somewhere, kept as a file, with what had been seen on the way."""

    file: Path
    day: date
    progress: Progress
    seen: frozenset[Sighting]
    begun: Route = ()  # the route to the Board that it went on from
    way: tuple[Stop, ...] = ()  # the steps of the last leg


def _remove(file: Path) -> None:
    for ending in (
        "",
        "-wal",
        "-shm",
        "-journal",
    ):  # what is left of a write-ahead log would be read into the next copy
        file.with_name(file.name + ending).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Boards:
    """How Boards are kept under the path of a file: in that file, unless it is said otherwise."""

    address: Callable[[Path], Address] = field(default=lambda path: path)
    copy: Callable[[Path, Path], object] = shutil.copyfile
    remove: Callable[[Path], object] = _remove


@dataclass
class Specification:
    """The model in a folder with its journeys; `room` is a folder for databases, kept as `boards` says."""

    model_folder: Path
    journey_folder: Path
    room: Path
    snapshots: dict[Route, Snapshot] = field(default_factory=dict)
    seen: dict[str, frozenset[Sighting]] = field(default_factory=dict)  # by scenario
    others: dict[str, Specification] = field(default_factory=dict)  # of other models, by the folder of their databases
    boards: Boards = Boards()
    first: Specification | None = None  # whose other models these are, where this is one of many trials of its model

    @cached_property
    def model(self) -> Model:
        """The operating model that is tried."""
        return load_folder(self.model_folder)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The texts of that model, by file name."""
        return canonical_texts(self.model_folder)

    @cached_property
    def journeys(self) -> dict[str, Journey]:
        """Its journeys, by name."""
        return load_journeys(self.journey_folder, self.model, self.models)

    @property
    def models(self) -> Path:
        """The folder in which other models are found, beside this one; the shipped ones where there are none."""
        beside = self.model_folder.resolve().parent
        others = [found for found in beside.glob(f"*/{MODEL_FILE}") if found.parent.name != self.model_folder.name]
        return beside if others else shipped("workflows")

    def folder_of(self, name: str) -> Path:
        """Return the folder of a model by name. Raises UnknownName."""
        if name == self.model.name:
            return self.model_folder
        if not (self.models / name / MODEL_FILE).is_file():
            raise UnknownName(f"no model is called '{name}'; {self.models} has none of that name")
        return self.models / name

    def of(self, name: str) -> Specification:
        """Return the specification of another model by name: its journeys are below the features of this one."""
        if self.first:
            return self.first.of(name)
        room = self.room / f"{name}-{os.getpid()}"  # processes that try the same features do not share databases
        found = self.others.get(room.name)
        if found is None:
            journeys = self.journey_folder.parent / name / JOURNEYS
            room.mkdir(exist_ok=True)
            found = self.others[room.name] = Specification(self.folder_of(name), journeys, room, boards=self.boards)
        return found

    def under(self, model: Model, room: Path, snapshots: dict[Route, Snapshot]) -> Specification:
        """Return the same journeys under another model of the same digest; `snapshots` are known to be alike."""
        first = self.first or self
        other = Specification(self.model_folder, self.journey_folder, room, snapshots, boards=self.boards, first=first)
        other.model, other.texts, other.journeys = model, self.texts, self.journeys
        return other

    def snapshot(self, route: Route) -> Snapshot:
        """Return the Board that a route leads to, walked anew only where nobody has walked it before."""
        found = self.snapshots.get(route)
        if found is None:
            found = self.snapshots[route] = self._walk(route) if route else self._found()
        return found

    def _file(self) -> Path:
        return self.room / f"snapshot-{len(self.snapshots)}.db"

    def _found(self) -> Snapshot:
        """Found a Board and walk the journey that begins it to its end, so that its people are there."""
        first = first_of(self.journeys)
        calendar = Calendar(date.fromisoformat(first.on))
        file, seen = self._file(), set(founding_sightings(self.model))
        place, loaded = self.boards.address(file), (self.model, self.texts)
        with found_board(place, self.journeys, self.model_folder, calendar, loaded=loaded) as board:
            walk = Walk(board, self.journeys, calendar, listen=seen_by(self.model, seen))
            walk.along(first)
        return Snapshot(file, calendar.day, walk.progress, frozenset(seen))

    def _walk(self, route: Route) -> Snapshot:
        leg = route[-1]
        way = self._way(self.snapshot(route[:-1]), leg)
        begun = self._nearest(route, way)
        before = self.snapshot(begun)
        file = self._file()
        seen = set(before.seen)
        board, walk = self.start(before, file, seen_by(self.model, seen))
        with board:
            go(walk, leg)
        return Snapshot(file, walk.calendar.day, walk.progress, frozenset(seen), begun, way)

    def _way(self, before: Snapshot, leg: Leg) -> tuple[Stop, ...]:
        if leg.how == "until":
            journey, end = until_state(self.model, self.journeys, leg.kind, leg.goal)
        else:
            journey, end = before_move(self.journeys, leg.kind, leg.goal)
        return tuple(way(self.model, self.journeys, journey, leg.name, end, before.progress.steps))

    def _nearest(self, route: Route, way: tuple[Stop, ...]) -> Route:
        """Return the route to the nearest Board on the way that is kept already: walking on from there is the same."""
        kept = ((other, found.way) for other, found in self.snapshots.items() if other[:-1] == route[:-1] and other)
        near = [(len(stops), other) for other, stops in kept if way[: len(stops)] == stops]
        return max(near, default=(0, route[:-1]))[1]

    def start(self, snapshot: Snapshot, file: Path, listen: Listener) -> tuple[Board, Walk]:
        """Return a copy of a snapshot's Board, kept in `file`, and a walk that goes on from there."""
        self.boards.copy(snapshot.file, file)
        calendar = Calendar(snapshot.day)
        board = Board.open(self.boards.address(file), clock=calendar)
        return board, Walk(board, self.journeys, calendar, snapshot.progress.copy(), listen)


def go(walk: Walk, leg: Leg) -> str:
    """Walk one leg and return the reference of the record that it leads."""
    walking = walk.to if leg.how == "until" else walk.up_to
    return walking(leg.kind, leg.name, leg.goal)


def seen_by(model: Model, seen: set[Sighting]) -> Listener:
    """Return a listener that adds to `seen` what each decision shows."""
    return lambda decision: seen.update(sightings(model, decision))
