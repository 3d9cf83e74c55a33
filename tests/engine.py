"""A Board under one of the test models, and short ways to ask it for something and look at what came of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from peoplezones.app import Board
from peoplezones.domain.record import Decision
from peoplezones.store.tables import record
from peoplezones.store.workspace import Workspace
from tests.databases import address_of, plainly

MODELS = Path(__file__).parent / "models"
PROJECTION = ("record", "reference", "office", "breach")


class Clock:
    """A clock that is set by hand, and moves on by a second whenever somebody looks."""

    def __init__(self, day: str) -> None:
        self.now = datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the moment."""
        self.now += timedelta(seconds=1)
        return self.now

    def set(self, day: str) -> None:
        """Set it to nine in the morning of a day."""
        self.now = datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=UTC)


class Engine:
    """A Board with its clock; the secretary is PE-001, called Ann Example."""

    def __init__(self, path: Path, model: str, day: str = "2026-03-01") -> None:
        self.path, self.model = path, model
        self.address = address_of(path)
        self.clock = Clock(day)
        self.board = Board.found(
            self.address,
            secretary="Ann Example",
            name="Green Acres",
            model=MODELS / model,
            clock=self.clock,
            on="2026-01-01",
        )

    def ask(self, kind: str, transition: str, record: str = "", by: str = "PE-001", **more: Any) -> Decision:
        """Ask for a transition; the rest is what `Board.request` takes, or values."""
        options = {name: more.pop(name) for name in OPTIONS if name in more}
        return self.board.request(kind, transition, record, more, entered_by=by, **options)

    def do(self, kind: str, transition: str, record: str = "", by: str = "PE-001", **more: Any) -> str:
        """Make a transition that must succeed, and return the record's reference."""
        decision = self.ask(kind, transition, record, by, **more)
        assert decision.moved, [(o.rule, o.found, o.findings) for o in decision.reasons]
        return decision.reference

    def why_not(self, kind: str, transition: str, record: str = "", by: str = "PE-001", **more: Any) -> list[str]:
        """Ask for what must be refused, see that only the log changes, and return the ids of the rules that failed."""
        before = self.tables()
        size = self.size()
        decision = self.ask(kind, transition, record, by, **more)
        assert not decision.moved
        assert self.tables() == before
        assert self.size() == size + 1
        return [outcome.rule for outcome in decision.reasons]

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return what the database itself says, past all that is ours."""
        return plainly(self.path, statement, *values)

    def size(self) -> int:
        """Return how many entries the log has."""
        return int(self.sql("select count(*) from entry")[0][0])

    def tables(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return the projection, but for the end of each record's chain of entries, which a refusal adds to."""
        found = {name: self.sql(f"select * from {name}") for name in PROJECTION if name != "record"}
        columns = [column.name for column in record.columns if column.name != "leaf"]
        found["record"] = self.sql(f"select {', '.join(columns)} from record")
        return {name: sorted(rows, key=repr) for name, rows in found.items()}  # no database promises an order

    def breaches(self) -> list[tuple[str, str, str]]:
        """Return record, condition and since when, of every breach that has not ended."""
        return self.sql("select record, condition, since from breach where until_entry is null order by 1, 2")

    def state(self, reference: str) -> str:
        """Return the state of a record."""
        return str(self.sql("select state from record where reference = ?", reference)[0][0])

    def field(self, reference: str, name: str) -> Any:
        """Return a field of a record in stored form."""
        with self.board.view() as view:
            record = view.record(reference)
            assert record is not None
            return record.fields.get(name)

    def workspace(self) -> Workspace:
        """Return the writer's workspace."""
        return self.board.service.workspace

    def people(self, *names: str) -> list[str]:
        """Register people and return their references."""
        return [self.do("person", "register", name=name, on="2026-01-02") for name in names]


OPTIONS = ("actor", "document", "document_file", "reason", "on", "key", "seen")
