"""One Board as its database has it, read piece by piece and kept: what the rules and the read side see.

A `BoardView` reads each record once and keeps what it read for as long as nobody else has written (the head tells).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from peoplezones.domain.mapping import kind_now, mapping_of
from peoplezones.domain.record import Holding, Migrated, Move, Record
from peoplezones.domain.workflow import KindMapping, Model, Workflow

from . import statements as sql
from .lookup import Names
from .rows import LiveHolding, OpenBreach, breach_of, holding_of, move_of, record_of

_MOST_RECORDS = 200_000  # beyond this, what is kept is let go at the next transaction

ModelOf = Callable[[Connection, str], Model]


class BoardView:
    """A `domain.record.View` of the Board at the position of its log that the open transaction sees."""

    def __init__(self, model_of: ModelOf) -> None:
        self._model_of = model_of
        self._models: dict[str, Model] = {}
        self.connection: Connection
        self.size = 0
        self.log = self.root = self.model_digest = self.recorded = ""
        self.frontier = b""
        self.published = ""  # the day as of which everything is told as the public may hear it; empty: told in full
        self.forget()

    def forget(self) -> None:
        """Let go of everything that was read."""
        self._records: dict[str, Record | None] = {}
        self._referrers: dict[tuple[str, str, str], dict[str, None]] = {}
        self._by_person: dict[str, list[LiveHolding]] = {}
        self._by_scope: dict[tuple[str, str], list[LiveHolding]] = {}
        self._by_source: dict[str, dict[int, LiveHolding]] = {}
        self._breaches: dict[str, dict[str, OpenBreach]] = {}
        self._numbers: dict[tuple[str, int], int] = {}
        self._moves: dict[str, list[Move]] = {}
        self._names: dict[str, Names] = {}
        self._adopted: list[str] = []
        self._known = (-1, "", "")

    def begin(self, connection: Connection) -> None:
        """Take up a transaction; keep what is in memory only if nobody else has written since."""
        self.connection = connection
        row = sql.HEAD.first(connection)
        found = (row.size, row.log, row.recorded) if row else (0, "", "")
        if found != self._known or len(self._records) > _MOST_RECORDS:
            self.forget()
        self._known = found
        self.size, self.log, self.recorded = found
        self.model_digest, self.root = (row.model, row.root_record) if row else ("", "")
        self.frontier = bytes(row.frontier) if row else b""

    @property
    def model(self) -> Model:
        """The operating model in force."""
        return self.model_by(self.model_digest)

    def model_by(self, digest: str) -> Model:
        """Return a model that the Board has adopted, by digest."""
        found = self._models.get(digest)
        if found is None:
            found = self._models[digest] = self._model_of(self.connection, digest)
        return found

    def models(self) -> list[Model]:
        """Return every model that the Board has adopted, in that order: its records may live by any of them."""
        return [self.model_by(digest) for digest in self.digests()]

    def digests(self) -> list[str]:
        """Return the digest of every model that the Board has adopted, in that order."""
        if not self._adopted:
            self._adopted = sql.ADOPTED.scalars(self.connection)
        return self._adopted

    def teach(self, model: Model) -> None:
        """Make a model known that is not in the database yet."""
        self._models[model.digest] = model

    def has_model(self, digest: str) -> bool:
        """Whether the Board has ever adopted the model."""
        return sql.MODEL_TEXTS.first(self.connection, digest=digest) is not None

    def workflow(self, record: Record) -> Workflow:
        """The workflow that the record follows, under the model it lives by."""
        return self.model_of(record).workflows[record.kind]

    def model_of(self, record: Record) -> Model:
        """The model that the record lives by: the one it began under, or was migrated to."""
        return self.model_by(record.model or self.model_digest)

    def mapping(self, migrated: Migrated) -> KindMapping:
        """How the model to which a record was migrated maps what it was before."""
        before, after = self.model_by(migrated.from_model), self.model_by(migrated.to_model)
        return mapping_of(after, before, migrated.from_kind)

    def record(self, reference: str) -> Record | None:
        """The record, or None where there is none."""
        try:
            return self._records[reference]
        except KeyError:
            row = sql.RECORD.first(self.connection, reference=reference)
            found = self._records[reference] = record_of(row) if row else None
            return found

    def records_in(self, kind: str, states: frozenset[str]) -> Sequence[str]:
        """References of the records of `kind` in one of `states` (in any, where none is given), as they were opened."""
        rows = sql.STATES_OF_KIND.all(self.connection, kind=kind)
        return [row.reference for row in rows if not states or row.state in states]

    def referrers(self, target: str, kind: str, field: str) -> Sequence[str]:
        """References of the records of `kind` whose `field` now refers to `target`, in the order they came to."""
        return list(self._refer(target, kind, field))

    def _refer(self, target: str, kind: str, field: str) -> dict[str, None]:
        key = (target, kind, field)
        found = self._referrers.get(key)
        if found is None:
            rows = sql.REFERRERS.scalars(self.connection, target=target, kind=kind, field=field)
            found = self._referrers[key] = dict.fromkeys(rows)
        return found

    def offices_of(self, person: str) -> Sequence[Holding]:
        """Every office that the person holds or held."""
        return [live.holding for live in self._held_by(person)]

    def _held_by(self, person: str) -> list[LiveHolding]:
        found = self._by_person.get(person)
        if found is None:
            rows = sql.OFFICES_OF.all(self.connection, person=person)
            found = self._by_person[person] = [holding_of(row) for row in rows]
        return found

    def holders(self, office: str, scope: str) -> Sequence[Holding]:
        """Everyone who holds or held the office."""
        return [live.holding for live in self._holders(office, scope)]

    def _holders(self, office: str, scope: str) -> list[LiveHolding]:
        key = (office, scope)
        found = self._by_scope.get(key)
        if found is None:
            rows = sql.HOLDERS.all(self.connection, office=office, scope=scope)
            found = self._by_scope[key] = [holding_of(row) for row in rows]
        return found

    def offices_from(self, source: str) -> dict[int, LiveHolding]:
        """Return the offices that a record now confers, by slot."""
        found = self._by_source.get(source)
        if found is None:
            rows = sql.OFFICES_FROM.all(self.connection, source=source)
            found = self._by_source[source] = {row.slot: holding_of(row) for row in rows}
        return found

    def breaches(self, reference: str) -> dict[str, OpenBreach]:
        """Return the breaches of a record that have not ended, by condition."""
        found = self._breaches.get(reference)
        if found is None:
            rows = sql.BREACHES.all(self.connection, record=reference)
            found = self._breaches[reference] = {row.condition: breach_of(row) for row in rows}
        return found

    def moves(self, reference: str) -> Sequence[Move]:
        """The record's history of moves, oldest first."""
        found = self._moves.get(reference)
        if found is None:
            lines = sql.MOVES.scalars(self.connection, record=reference)
            found = self._moves[reference] = [move_of(line) for line in lines]
        return found

    def named(self, kind: str, name: str) -> list[str]:
        """Return references of the records of `kind` that people call by this name, whatever the case."""
        return self.names(kind).named(name)

    def names_of(self, kind: str) -> list[str]:
        """Return every name by which people call a record of `kind`."""
        return self.names(kind).all()

    def names(self, kind: str) -> Names:
        """Return the names of the records of `kind`."""
        found = self._names.get(kind)
        if found is None:
            found = self._names[kind] = Names(self.connection, self.lived_by(kind))
        return found

    def lived_by(self, kind: str) -> list[tuple[str, Workflow]]:
        """Return the workflows by which records of a kind of the model in force may live, each with its model's digest.

        A model may have several of them: kinds that have become one.
        """
        return [
            (model.digest, workflow)
            for model in self.models()
            for workflow in model.workflows.values()
            if kind_now(self.model, model, workflow.name) == kind
        ]

    def kinds_of(self, kind: str) -> tuple[str, ...]:
        """Return the names under which records of a kind of the model in force may be kept: by then and now."""
        return tuple(dict.fromkeys([kind, *(workflow.name for _, workflow in self.lived_by(kind))]))

    def called_now(self, kind: str) -> str:
        """Return what the model in force calls a kind, which may be one of an earlier model only."""
        if kind in self.model.workflows:
            return kind
        earlier = (model for model in reversed(self.models()) if kind in model.workflows)
        return next((kind_now(self.model, model, kind) for model in earlier), kind)

    def kind_now(self, record: Record) -> str:
        """Return what the model in force calls the kind of a record."""
        return kind_now(self.model, self.model_of(record), record.kind)

    def references_like(self, kind: str, text: str) -> list[str]:
        """Return up to 200 references of the kind, to find the nearest to a mistyped one."""
        return sql.REFERENCES_OF_KIND.scalars(self.connection, kind=kind, beginning=text[:3].upper())

    def line(self, n: int) -> str:
        """Return the line of entry `n`, or "" where there is none."""
        return sql.ENTRY.scalar(self.connection, n=n) or ""

    def line_with_key(self, key: str) -> str | None:
        """Return the line of the move that used up this key, or None."""
        found: str | None = sql.ENTRY_BY_KEY.scalar(self.connection, key=key)
        return found

    def salt_of(self, kept: str) -> bytes | None:
        """Return the salt of a commitment, or None where its value has been erased."""
        found: bytes | None = sql.SALT.scalar(self.connection, commitment=kept)
        return found
