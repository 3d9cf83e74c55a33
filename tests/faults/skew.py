"""The go-ahead of a zone while an agency withdraws its commitment: never both, but in an order that is allowed.

Each looks at what the other changes, and changes what the other looks at: where two such requests are judged side by
side, both may pass, though neither could after the other (write skew). Allowed is the go-ahead and then the
withdrawal, which is noted as a breach; after the withdrawal the go-ahead must be refused. In the control, whoever
gives the go-ahead sees the commitment as it was before it was withdrawn.
"""

from __future__ import annotations

import shutil
import time
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from peoplezones.app import Board
from peoplezones.domain.record import Record
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, first_of, found_board
from peoplezones.store.view import BoardView
from peoplezones.store.workspace import Workspace
from tests.databases import Server

from .apart import apart, at_once
from .boards import look, rebuilt
from .figures import Result
from .servers import Schemas

NAME = "Example Wharf"
SAMPLE = 20
CONDITION = "agencies-still-in"


class Scene(NamedTuple):
    """A Board in which everything is there for the go-ahead of a zone, and who is to do what to what."""

    address: str
    day: date
    zone: str
    decision: str
    pledge: str
    chair: str
    officer: str


def scene(address: str) -> Scene:
    """Walk a zone until everything is there for its go-ahead."""
    model = load_folder(shipped("workflows") / "revised")
    journeys = load_journeys(shipped("features") / "journeys", model)
    first = first_of(journeys)
    calendar = Calendar(date.fromisoformat(first.on))
    with found_board(address, journeys, shipped("workflows") / "revised", calendar, first) as board:
        walk = Walk(board, journeys, calendar, model=model)
        zone = walk.up_to("zone", NAME, "give_go_ahead")
        aliases = ("decision to go ahead", "police pledge", "chair", "police officer")
        found = [walk.found(journeys["zone"], NAME, alias) for alias in aliases]
    return Scene(address, calendar.day, zone, *found)


class Skew:
    """One run of this part."""

    def __init__(self, folder: Path, seed: int, *, stale: bool = False, server: Server | None = None) -> None:
        self._folder, self._random, self._stale, self._server = folder, Random(seed), stale, server
        self._names = [Schemas(server).schema() for _ in range(3)] if server else []
        self._scene = scene(server.address(self._names[0]) if server else str(folder / "scene.db"))
        self.wrong: list[str] = []

    def run(self, trials: int) -> Result:
        """Try it so often."""
        first = 0
        for number in range(trials):
            address = self._place(number)
            self._delays = [self._random.choice((0.0, self._random.uniform(0, 0.01))) for _ in range(2)]
            said = self._one_after_the_other(address) if self._stale else self._race(address)
            first += self._judge(address, said, closely=number % SAMPLE == 0)
        return Result({"trials": trials, "go-ahead first": first, "withdrawal first": trials - first}, self.wrong)

    def _race(self, address: str) -> list[str]:
        begin = time.monotonic() + 0.05
        return at_once([lambda: self._withdraw(address, begin), lambda: self._go_ahead(address, begin)])

    def _one_after_the_other(self, address: str) -> list[str]:
        return [apart(lambda: self._withdraw(address, 0.0)), apart(lambda: self._go_ahead(address, 0.0))]

    def _place(self, number: int) -> str:
        if self._server:
            name = self._names[1 + number % 2]
            self._server.copy(self._names[0], name)
            for act in ("update", "delete", "truncate"):
                self._server.rows(name, f"ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_refuses_{act}")
            return self._server.address(name)
        address = self._folder / f"trial-{number % 2}.db"
        for end in ("", "-wal", "-shm"):
            Path(f"{address}{end}").unlink(missing_ok=True)
        shutil.copy(self._scene.address, address)
        return str(address)

    def _judge(self, address: str, said: list[str], *, closely: bool) -> bool:
        """See that the order is one that is allowed; return whether the go-ahead was first."""
        try:
            (withdrawn, withdrew), (given, went) = (map(int, line.split()) for line in said)
        except ValueError:
            self.wrong.append(f"a process stopped: {said}")
            return False
        if not withdrew:
            self.wrong.append("the commitment could not be withdrawn")
        if withdrawn < given and went:
            self.wrong.append("write skew: the go-ahead was given after the commitment had been withdrawn")
        if given < withdrawn and not went:
            self.wrong.append("the go-ahead was refused, though the commitment stood")
        if bool(self._breaches(address)) != bool(went):
            self.wrong.append(f"the breach is {'not ' if went else ''}noted")
        if closely:
            self.wrong += [*look(address, []), *rebuilt(address)]
        return given < withdrawn

    def _breaches(self, address: str) -> list[str]:
        with Board.open(address, read_only=True) as board, board.view() as view:
            return [condition for condition in view.breaches(self._scene.zone) if condition == CONDITION]

    def _open(self, address: str) -> Board:
        return Board.open(address, clock=Calendar(self._scene.day))

    def _withdraw(self, address: str, begin: float) -> str:
        with self._open(address) as board:
            time.sleep(max(0.0, begin + self._delays[0] - time.monotonic()))
            given = {"reasons": "no officer can be spared"}
            done = board.request("commitment", "withdraw", self._scene.pledge, given, entered_by=self._scene.officer)
        return f"{done.entry} {done.moved:d}"

    def _go_ahead(self, address: str, begin: float) -> str:
        if self._stale:
            self._see_what_was()
        with self._open(address) as board:
            time.sleep(max(0.0, begin + self._delays[1] - time.monotonic()))
            given = {"go_ahead": self._scene.decision}
            done = board.request("zone", "give_go_ahead", self._scene.zone, given, entered_by=self._scene.chair)
        return f"{done.entry} {done.moved:d}"

    def _see_what_was(self) -> None:
        """Have the commitment seen as it was at the beginning, in this process."""
        with Board.open(self._scene.address, read_only=True) as board, board.view() as view:
            before = view.record(self._scene.pledge)
        now = Workspace.record

        def as_it_was(self: BoardView, reference: str) -> Record | None:
            return before if before and reference == before.reference else now(self, reference)

        Workspace.record = as_it_was  # type: ignore[method-assign]
