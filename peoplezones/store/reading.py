"""Every statement that the read side runs, by name, and the rows that they give."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Select, bindparam, func, select

from peoplezones.domain.entry import ACT, ERASE
from peoplezones.domain.record import Holding, Move, Record

from .errors import DatabaseDamaged
from .rows import OpenBreach, holding_of, move_of, record_of
from .tables import breach, entry, office, personal, record, reference

_CHUNK = 500
_RECORDS = (
    select(record).where(record.c.reference.in_(bindparam("references", expanding=True))).order_by(record.c.opened)
)
_VALUES = select(personal.c.commitment, personal.c.value).where(
    personal.c.commitment.in_(bindparam("commitments", expanding=True))
)
_PLACES = select(personal.c.commitment, personal.c.n).where(
    personal.c.commitment.in_(bindparam("commitments", expanding=True))
)
_WITH_PERSONAL = (
    select(record.c.reference)
    .where(record.c.reference.in_(select(personal.c.record)))
    .order_by(record.c.opened, record.c.number)
)
_EVER_REFERRING = (
    select(reference.c.source)
    .where(reference.c.target.in_(bindparam("targets", expanding=True)))
    .group_by(reference.c.source)
    .order_by(func.min(reference.c.since_entry), reference.c.source)
)
_STATES = (
    select(record.c.state, func.count().label("many"))
    .where(record.c.kind.in_(bindparam("kinds", expanding=True)))
    .group_by(record.c.state)
    .order_by(record.c.state)
)
_IN_USE = (
    select(record.c.model, record.c.kind).group_by(record.c.model, record.c.kind).order_by(func.min(record.c.opened))
)
_HELD = select(office.c.office).where(office.c.until_entry.is_(None)).distinct().order_by(office.c.office)
_REFERRING = (
    select(reference.c.kind, reference.c.field, reference.c.source)
    .where(reference.c.target == bindparam("target"), reference.c.until_entry.is_(None))
    .order_by(reference.c.kind, reference.c.field, reference.c.since_entry, reference.c.source)
)
_OFFICES = (
    select(office)
    .where(office.c.scope == bindparam("scope"))
    .order_by(office.c.office, office.c.since, office.c.since_entry, office.c.source, office.c.slot)
)
_OPEN_BREACHES = (
    select(breach).where(breach.c.until_entry.is_(None)).order_by(breach.c.since, breach.c.record, breach.c.condition)
)
_EVERY = select(entry.c.n, entry.c.line).order_by(entry.c.n)
_IN_ORDER = select(record).order_by(record.c.reference)
_BY_RECORD = (
    select(entry.c.n, entry.c.record, entry.c.line)
    .where(entry.c.record.is_not(None), entry.c.moved == 1)
    .order_by(entry.c.record, entry.c.seq)
)
_MOVES_OF = (
    select(entry.c.record, entry.c.line)
    .where(
        entry.c.record.in_(bindparam("records", expanding=True)),
        entry.c.moved == 1,
        ~((entry.c.kind == ACT) & (entry.c.transition == ERASE)),
    )
    .order_by(entry.c.record, entry.c.seq, entry.c.n)
)
_FIRST_SINCE = select(func.min(entry.c.n)).where(entry.c.recorded >= bindparam("moment"))
_MOVED_FROM = (
    select(entry.c.record)
    .where(entry.c.n >= bindparam("first"), entry.c.moved == 1, entry.c.record.is_not(None))
    .distinct()
    .order_by(entry.c.record)
)
_RECORDED = select(entry.c.n, entry.c.recorded).where(entry.c.n.in_(bindparam("entries", expanding=True)))
_STEPS = select(entry.c.kind, entry.c.transition).distinct().order_by(entry.c.kind, entry.c.transition)
_STREAM = {"yield_per": 1_000}
_ACTS = (
    select(entry.c.line)
    .where(entry.c.record.is_(None), entry.c.kind == ACT, entry.c.transition == bindparam("act"), entry.c.moved == 1)
    .order_by(entry.c.n)
)
_HISTORY = select(entry.c.line).where(entry.c.record == bindparam("record")).order_by(entry.c.n)


def records_of(
    connection: Connection, kinds: tuple[str, ...], states: Iterable[str] | None = None, limit: int | None = None
) -> Iterator[Record]:
    """Yield the records of some kinds, in the order they were opened; only those in `states` where given.

    A kind of the model in force may go by other names in earlier ones: `BoardView.kinds_of` gives them all.
    """
    wanted = select(record).where(record.c.kind.in_(kinds))
    if states is not None:
        wanted = wanted.where(record.c.state.in_(list(states)))
    for row in connection.execute(wanted.order_by(record.c.opened, record.c.number).limit(limit)):
        yield record_of(row)


def records_named(connection: Connection, references: Iterable[str]) -> Iterator[Record]:
    """Yield those of the referenced records that exist."""
    for some in chunks(references):
        for row in connection.execute(_RECORDS, {"references": some}):
            yield record_of(row)


def personal_values(connection: Connection, commitments: Iterable[str]) -> dict[str, str]:
    """Return the personal values behind commitments; those that were erased are left out."""
    found: dict[str, str] = {}
    for some in chunks(commitments):
        found.update({row.commitment: row.value for row in connection.execute(_VALUES, {"commitments": some})})
    return found


def entries_of_personal(connection: Connection, commitments: Iterable[str]) -> dict[str, int]:
    """Return by commitment the number of the entry with which each personal value is kept; erased ones are left out."""
    found: dict[str, int] = {}
    for some in chunks(commitments):
        found.update({row.commitment: row.n for row in connection.execute(_PLACES, {"commitments": some})})
    return found


def records_with_personal(connection: Connection) -> list[str]:
    """Return the references of the records of which personal values are kept, as they were opened."""
    return list(connection.execute(_WITH_PERSONAL).scalars())


def ever_referring(connection: Connection, targets: Iterable[str]) -> list[str]:
    """Return the records that refer to any of `targets`, or ever did, each once, as they came to those of a chunk."""
    parts = (connection.execute(_EVER_REFERRING, {"targets": some}).scalars() for some in chunks(targets))
    return list(dict.fromkeys(source for found in parts for source in found))


def count_by_state(connection: Connection, kinds: tuple[str, ...]) -> dict[str, int]:
    """Return how many records of some kinds are in each state."""
    return {row.state: row.many for row in connection.execute(_STATES, {"kinds": kinds})}


def kinds_in_use(connection: Connection) -> list[tuple[str, str]]:
    """Return digest of the model and kind of every record, each pair once, in the order they were first opened."""
    return [(row.model, row.kind) for row in connection.execute(_IN_USE)]


def offices_held(connection: Connection) -> list[str]:
    """Return the offices that records now confer, each once."""
    return list(connection.execute(_HELD).scalars())


def referring(connection: Connection, target: str) -> list[tuple[str, str, str]]:
    """Return kind, field and reference of every record that now refers to `target`."""
    return [(row.kind, row.field, row.source) for row in connection.execute(_REFERRING, {"target": target})]


def offices_in(connection: Connection, scope: str) -> list[Holding]:
    """Return every holding of an office of `scope`, past and present."""
    return [holding_of(row).holding for row in connection.execute(_OFFICES, {"scope": scope})]


def open_breaches(connection: Connection) -> list[OpenBreach]:
    """Return every recorded breach that has not ended, oldest first."""
    rows = connection.execute(_OPEN_BREACHES)
    return [OpenBreach(r.record, r.condition, r.since, r.since_entry, r.found) for r in rows]


def lines_about(connection: Connection, record_reference: str) -> list[str]:
    """Return the lines of the log that concern one record, moved or refused, oldest first."""
    return list(connection.execute(_HISTORY, {"record": record_reference}).scalars())


def acts_done(connection: Connection, act: str) -> list[str]:
    """Return the lines of one act on the whole Board, such as `register_key`, where it was done, oldest first."""
    return list(connection.execute(_ACTS, {"act": act}).scalars())


def lines(connection: Connection, *, since: str, kind: str, actor: str, limit: int) -> list[str]:
    """Return the last `limit` lines of the log, oldest first: recorded on `since` or later, of a kind, by a person."""
    wanted: Select[Any] = select(entry.c.line).order_by(entry.c.n.desc()).limit(limit)
    if since:
        wanted = wanted.where(entry.c.recorded >= since)
    if kind:
        wanted = wanted.where(entry.c.kind == kind)
    if actor:
        wanted = wanted.where(entry.c.actor == actor)
    return list(connection.execute(wanted).scalars())[::-1]


def every_entry(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield every entry of the log, oldest first, as a stream. Raises DatabaseDamaged at one that cannot be read."""
    for row in connection.execute(_EVERY, execution_options=_STREAM):
        yield _read(row.n, row.line)


def moves_by_record(connection: Connection) -> Iterator[tuple[Record, list[dict[str, Any]]]]:
    """Yield every record with the entries that moved it, by reference. Raises DatabaseDamaged."""
    moved = connection.execute(_BY_RECORD, execution_options=_STREAM)
    following = next(moved, None)
    for row in connection.execute(_IN_ORDER, execution_options=_STREAM):
        found = []
        while following is not None and following.record == row.reference:
            found.append(_read(following.n, following.line))
            following = next(moved, None)
        yield record_of(row), found


def moves_of(connection: Connection, references: Iterable[str]) -> dict[str, list[Move]]:
    """Return the moves of many records at once, oldest first, by reference."""
    found: dict[str, list[Move]] = {}
    for some in chunks(references):
        for row in connection.execute(_MOVES_OF, {"records": some}):
            found.setdefault(row.record, []).append(move_of(row.line))
    return found


def first_since(connection: Connection, moment: str) -> int:
    """Return the number of the first entry that was recorded at a moment (or on a day) or later; 0 where none was."""
    return connection.execute(_FIRST_SINCE, {"moment": moment}).scalar() or 0


def moved_from(connection: Connection, first: int) -> list[str]:
    """Return the references of the records that moved with an entry of this number or a later one."""
    return list(connection.execute(_MOVED_FROM, {"first": first}).scalars())


def recorded_at(connection: Connection, entries: Iterable[int]) -> dict[int, str]:
    """Return by number the moments at which entries were recorded."""
    found: dict[int, str] = {}
    for some in chunks(entries):
        found.update({row.n: row.recorded for row in connection.execute(_RECORDED, {"entries": some})})
    return found


def _read(n: int, line: str) -> dict[str, Any]:
    try:
        found: dict[str, Any] = msgspec.json.decode(line)
    except msgspec.DecodeError:
        raise DatabaseDamaged(f"entry {n} of the log cannot be read: put a backup in its place") from None
    return found


def steps_in_log(connection: Connection) -> list[tuple[str, str]]:
    """Return kind and transition of every entry, each pair once."""
    return [(row.kind, row.transition) for row in connection.execute(_STEPS)]


_Item = TypeVar("_Item", bound=Hashable)


def chunks(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Yield the items in lists that fit into one statement, each item once."""
    wanted = list(dict.fromkeys(items))
    for start in range(0, len(wanted), _CHUNK):
        yield wanted[start : start + _CHUNK]
