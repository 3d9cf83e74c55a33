"""The Board of one scenario: who asks for what, what was answered, how things stand. Steps are thin over this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import text

from peoplezones.app import Board
from peoplezones.domain.errors import UnknownName, UsageError
from peoplezones.domain.files import File
from peoplezones.domain.record import Decision, Outcome, Record
from peoplezones.domain.workflow import Field, Model, Workflow
from peoplezones.service import Erasing, Wanted
from peoplezones.store.naming import resolve
from peoplezones.store.workspace import Workspace

from .definition import expect
from .observed import Sighting, shown_by, sightings
from .specification import Leg, Route, Specification, go
from .walk import Walk
from .words import day_named, explained, field_named, file_saying

Rows = Sequence[Sequence[str]]


class World:
    """A Board in a file of its own, begun as a copy of where journeys lead; opened when it is first needed."""

    def __init__(self, specification: Specification, file: Path) -> None:
        self.specification = specification
        self.home = specification  # whose journeys have led the Board here: another one's where it began otherwise
        self.model: Model = specification.model
        self.seen: set[Sighting] = set()
        self.shown: set[Sighting] = set()  # what was seen because the scenario itself asked or looked, not on the way
        self.found_broken: set[str] = set()  # records that a step has found in breach
        self.decision: Decision | None = None
        self.fault: UsageError | None = None
        self._file = file
        self._route: Route | None = ()  # None once something besides journeys has happened
        self._opened: tuple[Board, Walk] | None = None
        self._unheard = False  # refused, and no step has looked at it yet

    @property
    def board(self) -> Board:
        """The scenario's Board."""
        return self._open()[0]

    @property
    def walk(self) -> Walk:
        """The journeys walked on it, and the records that they saved."""
        return self._open()[1]

    @property
    def today(self) -> date:
        """The day that it is in the scenario."""
        return self.walk.calendar.day

    def _open(self) -> tuple[Board, Walk]:
        if self._opened is None:
            snapshot = self.home.snapshot(self._route or ())
            if self.home is self.specification:
                self.seen |= snapshot.seen
            self._opened = self.home.start(snapshot, self._file, self._hear)
        return self._opened

    @property
    def files(self) -> list[Path]:
        """The files of the database, those that SQLite keeps beside it too."""
        return [self._file.with_name(self._file.name + ending) for ending in ("", "-wal", "-shm", "-journal")]

    def close(self) -> None:
        """Let go of the database and take it away."""
        if self._opened:
            self._opened[0].close()
            self.specification.boards.remove(self._file)
        self._opened = None

    def begin_under(self, name: str) -> None:
        """Let the Board be one that works by another model, with that model's journeys."""
        expect(self._route == (), "a Board begins by a model; say so before anything else")
        self.close()
        self.home = self.specification.of(name)
        self.model = self.home.model

    def adopt(self, name: str, **how: str) -> None:
        """Adopt a model, by name."""
        self._act(lambda board: [board.adopt(self.specification.folder_of(name), **how)])
        self.model = self.board.model

    def migrate(self, wanted: Wanted) -> None:
        """Bring records over to the model in force; what was answered is what became of the first that stays behind."""
        self._act(lambda board: [found.decision for found in board.migrate(wanted)])

    def register_key(self, key: str, replaces: str, **how: str) -> None:
        """Put a key of the log in force."""
        self._act(lambda board: [board.register_key(key, replaces=replaces, **how)])

    def erase(self, wanted: Erasing) -> None:
        """Erase personal values; nothing is answered where nothing was due."""
        self._act(lambda board: [found.decision for found in board.erase(wanted)[0]])

    def _act(self, act: Callable[[Board], list[Decision]]) -> None:
        self.all_heard()
        board = self.board
        self._route = None
        self.decision = self.fault = None
        try:
            decisions = act(board)
        except UsageError as fault:
            self.fault = fault
        else:
            refused = [decision for decision in decisions if not decision.moved]
            self.decision = next(iter(refused), decisions[-1] if decisions else None)
        self._unheard = self.fault is not None or (self.decision is not None and not self.moved)

    def reach(self, leg: Leg) -> str:
        """Walk a leg of a journey and return the reference of its record; one that the scenario made stays as it is."""
        workflow = self.model.workflows[leg.kind]
        if self._route != () and not self.walk.has_walked(leg.kind, leg.name) and self.exists(workflow, leg.name):
            return self.reference(workflow, leg.name)
        if self._route is None:
            return go(self.walk, leg)
        self.close()
        self._route = (*self._route, leg)
        return go(self.walk, leg)  # there already: finds the record and makes no request

    def turn_to(self, day: date) -> None:
        """Let it be that day."""
        expect(day >= self.today, f"it is {self.today} already; a Board's days go forward")
        if day != self.today:
            self._route = None
        self.walk.calendar.day = day

    def person(self, words: str) -> str:
        """Return whom `the chair` or `"Ada Example"` means, as a request takes it."""
        if words.startswith("the "):
            return self.walk.progress.latest.get(words.removeprefix("the ")) or _nobody(words, self.walk)
        return words.strip('"')

    def reference(self, workflow: Workflow, words: str) -> str:
        """Return the reference of the record of a kind that goes by an alias, a name or its reference."""
        known = self.walk.progress.latest.get(words)
        with self.board.view() as view:
            record = view.record(known) if known else None
            if record is not None and record.kind == workflow.name:
                return record.reference
            return resolve(view, [workflow.name], words)

    def exists(self, workflow: Workflow, words: str) -> bool:
        """Whether there is such a record."""
        try:
            self.reference(workflow, words)
        except UnknownName:
            return False
        return True

    def record(self, view: Workspace, reference: str) -> Record:
        """Return a record as it stands."""
        record = view.record(reference)
        if record is None:
            raise AssertionError(f"there is no {reference}")
        return record

    def name_it(self, alias: str) -> None:
        """Give what was opened or moved last a name that the scenario uses from now on."""
        reference = self.decision.reference if self.decision else ""
        expect(bool(reference), "nothing has been opened or moved yet")
        self.walk.progress.latest[alias] = reference

    def ask(self, kind: str, transition: str, record: str = "", rows: Rows = (), **how: Any) -> Decision | None:
        """Make a request; keep the decision, or the fault where it could not be understood."""
        self.all_heard()
        board = self.board
        self._route = None
        self.decision = self.fault = None
        try:
            decision = board.request(kind, transition, record, self._values(kind, transition, record, rows), **how)
        except UsageError as fault:
            self.fault = fault
        else:
            self.decision = decision
            self._hear(decision)
            self.shown.update(shown_by(self.model, decision))
        self._unheard = self.fault is not None or not decision.moved
        return self.decision

    def _hear(self, decision: Decision) -> None:
        digest = self.specification.model.digest
        with self.board.view() as view:
            record = view.record(decision.reference) if decision.reference else None
            if (record.model if record else view.model_digest) == digest:
                self.seen.update(sightings(self.specification.model, decision))
            for reference, condition in view.connection.execute(text("select record, condition from breach")):
                found = self.record(view, reference)
                if decision.moved and found.model == digest:
                    self.seen.add(Sighting(found.kind, condition, "broken"))

    def note(self, sighting: Sighting) -> None:
        """Keep what a step has found by looking."""
        self.seen.add(sighting)
        self.shown.add(sighting)

    def heard(self) -> None:
        """Note that a step looks at what was answered."""
        self._unheard = False

    def all_heard(self) -> None:
        """Raise AssertionError where something was refused and no step looked at it."""
        unheard, self._unheard = self._unheard, False
        expect(not unheard, self.answer)

    @property
    def moved(self) -> bool:
        """Whether what was asked for last happened."""
        return self.decision is not None and self.decision.moved

    @property
    def reasons(self) -> tuple[Outcome, ...]:
        """Why what was asked for last was refused; none where it was not."""
        return self.decision.reasons if self.decision else ()

    def answer(self) -> str:
        """Return in words what was answered last."""
        if self.fault is not None:
            return str(self.fault)
        if self.decision is None:
            return "nothing has been asked for yet"
        return explained(self.board, self.decision)

    def _values(self, kind: str, transition: str, record: str, rows: Rows) -> dict[str, Any]:
        """Return what a table gives: label (or name) of a value in one column, the value in the other."""
        workflow = self._workflow(kind, record)
        move = workflow.transitions.get(transition)
        names = (*move.asks, *move.takes) if move else tuple(n for c in workflow.amend for n in c.fields)
        values: dict[str, Any] = {}
        for label, value in rows:
            field = field_named(workflow, label, names)
            if field.many:
                values.setdefault(field.name, []).extend(self._value(field, part.strip()) for part in value.split(","))
            else:
                values[field.name] = self._value(field, value)
        return values

    def _workflow(self, kind: str, reference: str) -> Workflow:
        """Return the workflow that a record follows, or that a new one would follow."""
        with self.board.view() as view:
            record = view.record(reference) if reference else None
            return view.workflow(record) if record else self.model.workflows[kind]

    def _value(self, field: Field, words: str) -> str | File:
        if field.type == "date" and words:
            return day_named(words, self.today).isoformat()
        if field.type == "ref":
            return self.walk.progress.latest.get(words.removeprefix("the "), words)
        if field.type == "file" and words:
            return file_saying(field, words)
        return words


def _nobody(words: str, walk: Walk) -> str:
    known = ", ".join(walk.progress.latest)
    raise UnknownName(f"nobody here is known as '{words}'; a journey saves: {known}")
