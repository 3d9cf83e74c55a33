"""The Board as it stood: a copy in memory with nothing in it but what had taken effect on a day.

An entry counts if it took effect on that day or before, and if its number is at most the position asked for. Records
are taken through their moves again, without deciding anything anew; what an entry began and no later one that counts
has ended still holds. So a correction that was made later is not seen, and what was entered late for an early day is.

The content of attached files is left out, and so is consent to be named that has been taken back since.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Row, Table, bindparam, insert, select

from peoplezones.domain.canonical import leaf_hash
from peoplezones.domain.entry import ACT, ERASE
from peoplezones.domain.errors import UsageError
from peoplezones.domain.history import replayed, standing_moves
from peoplezones.domain.offices import conferred
from peoplezones.domain.record import AMEND, Move, Record, consents
from peoplezones.domain.workflow import Model, Workflow

from .database import open_database, writing
from .lots import in_lots
from .reading import records_named
from .rows import move_of, reference_fields, references_in, row_of
from .tables import blob, breach, entry, head, office, operating_model, personal, record, reference

ModelOf = Callable[[Connection, str], Model]
_STREAM = {"yield_per": 1_000}
_AT_ONCE = 1_000
_COUNTING = (
    select(entry)
    .where(entry.c.n <= bindparam("at"), entry.c.effective <= bindparam("day"))
    .order_by(entry.c.n)
    .execution_options(**_STREAM)
)
_FILES = select(blob.c.sha256, blob.c.size, blob.c.media_type)


def past(source: Connection, model_of: ModelOf, on: str, at: int) -> Engine:
    """Return a database in memory that holds the Board as it stood at the end of day `on`, for the log's first `at`.

    Whoever asks disposes of it. Raises UsageError where the Board had not been founded.
    """
    engine = open_database(":memory:", create=True)
    try:
        with writing(engine) as target:
            _Copy(source, target, model_of).make(on, at)
    except BaseException:
        engine.dispose()
        raise
    return engine


class _History(msgspec.Struct):
    """What is known of one record while its entries are read."""

    kind: str
    model: str
    lines: list[str] = []
    opened: int = 0
    changed: int = 0
    leaf: str = ""


class _Copy:
    """Copies what counts from one connection to the other."""

    def __init__(self, source: Connection, target: Connection, model_of: ModelOf) -> None:
        self._source, self._target = source, target
        self._model_of = model_of
        self._models: dict[str, Model] = {}
        self._counted: set[int] = set()
        self._records: dict[str, _History] = {}
        self._last: Row[Any] | None = None
        self._in_force = ""

    def make(self, on: str, at: int) -> None:
        """Fill the database."""
        self._put(entry, self._entries(on, at))
        if self._last is None:
            raise UsageError(f"the Board had not been founded on {on}")
        now = self._source.execute(select(head)).one()
        self._put(operating_model, self._rows(operating_model, "adopted"))
        self._put(personal, self._rows(personal, "n"))
        self._put(blob, ({**row._mapping, "content": b""} for row in self._source.execute(_FILES)))
        records = self._standing()
        self._put(record, (self._record_row(one) for one in records.values()))
        self._put(reference, self._references(records))
        self._put(office, self._offices(records, now.root_record))
        self._put(breach, self._breaches(records))
        whole = {"size": at, "model": self._in_force, "recorded": self._last.recorded, "frontier": b""}
        self._put(head, [{**now._mapping, **whole}])

    def _put(self, table: Table, rows: Iterable[Mapping[Any, Any]]) -> None:
        for some in in_lots(map(dict, rows), _AT_ONCE):
            self._target.execute(insert(table), some)

    def _entries(self, on: str, at: int) -> Iterator[dict[Any, Any]]:
        for row in self._source.execute(_COUNTING, {"at": at, "day": on}):
            self._counted.add(row.n)
            self._last = row
            self._note(row)
            yield dict(row._mapping)

    def _note(self, row: Row[Any]) -> None:
        if row.record is None:
            if row.moved and row.kind == ACT:
                self._note_model(row)
            return
        known = self._records.get(row.record)
        if known is None:
            known = self._records[row.record] = _History(row.kind, json.loads(row.line)["model"], opened=row.n)
        known.leaf = leaf_hash(row.line)
        if row.moved and not (row.kind == ACT and row.transition == ERASE):
            known.lines.append(row.line)
            known.changed = row.n

    def _note_model(self, row: Row[Any]) -> None:
        found = json.loads(row.line)
        self._in_force = (found["asked"] or {}).get("model") or self._in_force or found["model"]

    def _rows(self, table: Table, number: str) -> Iterator[dict[Any, Any]]:
        for row in self._source.execute(select(table), execution_options=_STREAM):
            if row._mapping[number] in self._counted:
                yield dict(row._mapping)

    def _standing(self) -> dict[str, Record]:
        """Return the records as they stood, by reference; none refers to one that was not there yet."""
        found = {name: self._as_it_stood(name, history) for name, history in self._records.items() if history.lines}
        consenting = self._consenting(found)
        return {name: self._without(one, found, consenting) for name, one in found.items()}

    def _consenting(self, found: Mapping[str, Record]) -> set[str]:
        """Return the records that consent to be named, now: who has taken consent back has taken it back for good."""
        asked = [name for name, one in found.items() if self._workflow(one).publicly]
        now = records_named(self._source, asked)
        return {one.reference for one in now if consents(self._workflow(one), one)}

    def _as_it_stood(self, name: str, history: _History) -> Record:
        moves = [move_of(line) for line in history.lines]
        kind, model = history.kind, history.model
        for move in moves:
            if move.migrated:
                kind, model = move.migrated.to_kind, move.migrated.to_model
        blank = Record(
            kind=kind,
            reference=name,
            model=model,
            seq=moves[-1].seq,
            effective=_effective(moves),
            opened=history.opened,
            changed=history.changed,
            leaf=history.leaf,
        )
        return replayed(blank, standing_moves(moves))

    def _without(self, one: Record, found: Mapping[str, Record], consenting: set[str]) -> Record:
        fields = dict(one.fields)
        publicly = self._workflow(one).publicly
        if publicly and fields.get(publicly.consent) is True and one.reference not in consenting:
            fields[publicly.consent] = False
        for name in reference_fields(self._workflow(one)):
            value = fields.get(name)
            if isinstance(value, list):
                fields[name] = [target for target in value if target in found]
            elif value and value not in found:
                del fields[name]
        return msgspec.structs.replace(one, fields=fields)

    def _workflow(self, one: Record) -> Workflow:
        return self._model(one.model).workflows[one.kind]

    def _model(self, digest: str) -> Model:
        found = self._models.get(digest)
        if found is None:
            found = self._models[digest] = self._model_of(self._source, digest)
        return found

    def _record_row(self, one: Record) -> dict[str, Any]:
        """Return a record's row. Nothing is opened in the past, so records may be numbered as they were opened."""
        return {**row_of(one), "year": 0, "number": one.opened}

    def _references(self, records: Mapping[str, Record]) -> Iterator[dict[Any, Any]]:
        """Yield references that held, and those that had ended."""
        begun: dict[tuple[str, str, str], Row[Any]] = {}
        for row in self._source.execute(select(reference).order_by(reference.c.since_entry)):
            if row.since_entry not in self._counted or row.source not in records or row.target not in records:
                continue
            key = (row.source, row.field, row.target)
            if key in begun and begun[key].until_entry in self._counted:
                yield dict(begun[key]._mapping)
            begun[key] = row
        for one in records.values():
            for (field, target), position in references_in(one, reference_fields(self._workflow(one))).items():
                known = begun.pop((one.reference, field, target), None)
                yield {
                    "source": one.reference,
                    "kind": one.kind,
                    "field": field,
                    "target": target,
                    "position": position,
                    "since": known.since if known else one.effective,
                    "since_entry": known.since_entry if known else one.changed,
                    "until": None,
                    "until_entry": None,
                }
        yield from (dict(row._mapping) for row in begun.values() if row.until_entry in self._counted)

    def _offices(self, records: Mapping[str, Record], root: str) -> Iterator[dict[Any, Any]]:
        """Yield offices; one that had not been ended yet lasts until the day that its record said then."""
        for row in self._source.execute(select(office)):
            if row.since_entry not in self._counted or row.source not in records or row.person not in records:
                continue
            found = dict(row._mapping)
            if row.until_entry not in self._counted:
                one = records[row.source]
                holding = conferred(self._workflow(one), one, root, frozenset(self._model(one.model).offices))
                declared = holding.get(row.slot)
                found |= {"until": (declared.until if declared else "") or None, "until_entry": None}
            yield found

    def _breaches(self, records: Mapping[str, Record]) -> Iterator[dict[Any, Any]]:
        for row in self._source.execute(select(breach)):
            if row.since_entry in self._counted and row.record in records:
                over = row.until_entry in self._counted
                yield {**row._mapping, **({} if over else {"until": None, "until_entry": None})}


def _effective(moves: list[Move]) -> str:
    """Return the day on which the last step took effect; a correction of fields is none."""
    return max((move.effective for move in moves if move.transition != AMEND), default="")
