"""The only wiring: an address becomes one `Board`, the object that every entry point uses.

board = Board.open("peoplezones.db")
decision = board.request("zone", "give_go_ahead", "PZ-2026-001", {"go_ahead": "DN-2026-004"}, entered_by="Secretary")
if not decision.moved:
    print(board.explain(decision))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine

from peoplezones.domain.errors import PeopleZonesError, UsageError
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.cache import held, model_from_texts
from peoplezones.store.database import open_database, reading
from peoplezones.store.demonstration import clock_of
from peoplezones.store.texts import model_texts
from peoplezones.store.workspace import Workspace

if TYPE_CHECKING:
    from peoplezones.audit.rebuild import Report
    from peoplezones.domain.files import File
    from peoplezones.domain.record import Decision
    from peoplezones.notices import Desk
    from peoplezones.service import Draft, Erased, Erasing, Migration, Service, Wanted
    from peoplezones.service.writer import Clock
    from peoplezones.store.compacting import Left

Address = str | PathLike[str]
Loaded = tuple[Model, Mapping[str, str]]  # a model with its texts, by file name


class NotFounded(PeopleZonesError):
    """This database holds no Board yet; begin one with `peoplezones init`."""


def _model_of(connection: Connection, digest: str) -> Model:
    return model_from_texts(digest, lambda: model_texts(connection, digest))


class Board:
    """One Board: its database, the model in force, the one writer, and the read side."""

    def __init__(self, engine: Engine, clock: Clock | None = None) -> None:
        self.engine = engine
        self._clock = clock
        self._reading = Workspace(_model_of)
        self._viewing = False

    @classmethod
    def open(cls, address: Address, *, read_only: bool = False, clock: Clock | None = None) -> Board:
        """Open a Board's database. Raises StoreError (not there, not ours, newer, older, locked) or NotFounded.

        A demonstration has a clock of its own: in it, it stays the day on which its story ends.
        """
        engine = open_database(address, read_only=read_only)
        board = cls(engine, clock or clock_of(engine))
        with board.view() as view:
            if not view.size:
                raise NotFounded
        return board

    @classmethod
    def found(
        cls,
        address: Address,
        *,
        secretary: str,
        name: str = "Prevention Board",
        model: Path | None = None,
        loaded: Loaded | None = None,
        on: str = "",
        clock: Clock | None = None,
    ) -> Board:
        """Found a Board in a new database, under the model in folder `model` (the one shipped, unless given).

        A model that has been `loaded` already, with its texts, is not read again.
        """
        from peoplezones.operating_model.load import canonical_texts, digest, load_texts
        from peoplezones.operating_model.shipped import shipped
        from peoplezones.service import found

        folder = model or shipped("workflows") / "revised"
        if loaded is None:
            texts = canonical_texts(folder)
            loaded = held(digest(texts)) or load_texts(texts, folder=str(folder)), texts
        board = cls(open_database(address, create=True), clock)
        found(board.service, *loaded, {"board": name, "secretary": secretary}, on)
        return board

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Board:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @cached_property
    def service(self) -> Service:
        """The one writer."""
        from peoplezones.service import Service
        from peoplezones.service.writer import utc_now

        return Service(self.engine, _model_of, self._clock or utc_now)

    @contextmanager
    def view(self) -> Iterator[Workspace]:
        """Yield the Board as it stands, unchanging for the length of the block."""
        if self._viewing:  # a view inside a view sees what that sees
            yield self._reading
            return
        with reading(self.engine) as connection:
            self._reading.begin(connection)
            self._viewing = True
            try:
                yield self._reading
            finally:
                self._viewing = False

    def past(self, on: str = "", at: int = 0) -> Board:
        """Return the Board as it stood on the day `on` (today, unless given), as far as the first `at` entries tell.

        It is a copy in memory, for reading: see `store.past`. Raises UsageError where that day or entry is yet to come,
        or the Board had not been founded.
        """
        from peoplezones.store.past import past

        with self.view() as view:
            day, size = on or self.today(), at or view.size
            if day > self.today():
                raise UsageError(
                    f"{day} is yet to come: a Board can be shown as it stood on a day up to {self.today()}"
                )
            if not 0 < size <= view.size:
                raise UsageError(f"the log has no entry {at}: its last is {view.size}")
            engine = past(view.connection, _model_of, day, size)
        return PastBoard(engine, lambda: datetime.fromisoformat(f"{day}T12:00:00+00:00"))

    @property
    def model(self) -> Model:
        """The operating model in force."""
        with self.view() as view:
            return view.model

    def today(self) -> str:
        """Return today's date (UTC), as the Board's clock has it."""
        now = self._clock() if self._clock else datetime.now(UTC)
        return now.astimezone(UTC).date().isoformat()

    def request(
        self,
        kind: str,
        transition: str,
        record: str = "",
        values: Mapping[str, Any] | None = None,
        *,
        actor: str = "",
        entered_by: str = "",
        document: str = "",
        document_file: File | None = None,
        reason: str = "",
        on: str = "",
        key: str = "",
        seen: int | None = None,
    ) -> Decision:
        """Ask for a transition (or `amend`, `undo`) and return the decision; see `peoplezones.service.Draft`."""
        from peoplezones.service import Draft

        return self.service.request(
            Draft(
                kind=kind,
                transition=transition,
                record=record,
                values=values or {},
                actor=actor,
                entered_by=entered_by,
                document=document,
                document_file=document_file,
                reason=reason,
                on=on,
                key=key,
                seen=seen,
            )
        )

    def adopt(
        self, folder: Path, *, actor: str = "", entered_by: str = "", document: str = "", on: str = ""
    ) -> Decision:
        """Put the model in a folder in force for what begins from now on. Raises ModelInvalid."""
        from peoplezones.operating_model.load import canonical_texts, digest, load_texts
        from peoplezones.service import adopt

        texts = canonical_texts(folder)
        model = held(digest(texts)) or load_texts(texts, folder=str(folder))
        given = {"actor": actor or entered_by, "entered_by": entered_by, "document": document, "on": on}
        return adopt(self.service, model, texts, folder=str(folder), **given)

    def register_key(
        self, key: str, *, replaces: str = "", actor: str = "", entered_by: str = "", document: str = "", on: str = ""
    ) -> Decision:
        """Put a public key of the log (`NAME+ID+KEY`) in force, in the place of the one with the id `replaces`."""
        from peoplezones.service import register_key

        given = {"actor": actor or entered_by, "entered_by": entered_by, "document": document, "on": on}
        return register_key(self.service, key, replaces=replaces, **given)

    def migrate(self, wanted: Wanted, *, dry_run: bool = False) -> tuple[Migration, ...]:
        """Bring records over to the model in force, each with its own decision and what it then still owes."""
        from peoplezones.service import migrate

        return migrate(self.service, wanted, dry_run=dry_run)

    def erase(self, wanted: Erasing, *, dry_run: bool = False) -> tuple[tuple[Erased, ...], Left]:
        """Erase personal values; return what became of them, and what the database's files may still hold of them.

        Where they may (somebody is reading for long), `compact` does the rest later.
        """
        from peoplezones.service import erase
        from peoplezones.store.compacting import Left

        found = erase(self.service, wanted, dry_run=dry_run)
        gone = not dry_run and any(one.decision.moved for one in found)
        return found, self.compact() if gone else Left.NOTHING

    def compact(self) -> Left:
        """Write the database's file anew, so that nothing erased is left in it; see `store.compacting`."""
        from peoplezones.store.compacting import compact

        return compact(self.engine)

    def explain(self, decision: Decision) -> str:
        """Return a decision in plain lines: what moved; or every reason why not, and who can put it right."""
        from peoplezones.queries.explain import decision_names, explain

        with self.view() as view:
            return "\n".join(explain(view.model, decision, decision_names(view, decision)))

    def batch(self, drafts: Iterable[Draft]) -> Iterator[Decision | PeopleZonesError]:
        """Answer many drafts, each with its own decision, yielded after it is safe on disk."""
        return self.service.batch(drafts)

    @property
    def notices(self) -> Desk:
        """What tells people by mail what is new for them, each thing once; see `peoplezones.notices`."""
        from peoplezones.notices import Desk

        return Desk(lambda: self.service, self.view, self.today)

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> Report:
        """Submit the log again to an empty store and report whether it agrees with the tables; see `audit.rebuild`."""
        from peoplezones.audit.rebuild import rebuild

        return rebuild(self.engine, progress)


class PastUnchangeable(PeopleZonesError):
    """What is past can be read and not changed."""


class PastBoard(Board):
    """A Board as it stood: everything can be asked of it, and nothing done."""

    @property
    def service(self) -> Service:
        """Nobody writes to the past. Raises PastUnchangeable."""
        raise PastUnchangeable
