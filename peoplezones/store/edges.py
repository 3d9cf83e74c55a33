"""What the network is made of, read in bulk: every record with the day on which it opened, and every reference."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, select

from peoplezones.domain.record import Record

from .rows import record_of
from .tables import entry, record, reference

_STREAM = {"yield_per": 5_000}
_OPENED = (
    select(record, entry.c.effective.label("day"))
    .join(entry, entry.c.n == record.c.opened)
    .order_by(record.c.opened, record.c.reference)
)
_REFERENCES = (
    select(reference.c.source, reference.c.field, reference.c.target, reference.c.since)
    .where(reference.c.until_entry.is_(None))
    .order_by(reference.c.source, reference.c.field, reference.c.position, reference.c.target)
)


class Reference(msgspec.Struct, frozen=True, gc=False):
    """A reference that now holds: which record refers to which by which field, and since which day."""

    source: str
    field: str
    target: str
    since: str


def opened_records(connection: Connection) -> Iterator[tuple[Record, str]]:
    """Yield every record with the effective date on which it was opened, as they were opened; one query."""
    for row in connection.execute(_OPENED, execution_options=_STREAM):
        yield record_of(row), row.day


def references_now(connection: Connection) -> Iterator[Reference]:
    """Yield every reference that now holds, by referring record, field and place in its list; one query."""
    for source, field, target, since in connection.execute(_REFERENCES, execution_options=_STREAM):
        yield Reference(source, field, target, since)
