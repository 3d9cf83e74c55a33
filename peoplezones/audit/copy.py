"""Moving a Board to another database, by submitting its log again there.

What comes of the log is made anew and compared; what is not a projection of it (personal values, and whatever else must
be erasable) is copied. All of it is one transaction: the new database holds the whole Board, or none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import chain, islice

import msgspec
from sqlalchemy import Connection, Engine, Table, insert, select

from peoplezones.domain import merkle
from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.files import digest_of
from peoplezones.store.database import open_database, place_of, reading, writing
from peoplezones.store.demonstration import is_demonstration, mark
from peoplezones.store.dialects import need_personal
from peoplezones.store.errors import DatabaseDamaged
from peoplezones.store.tables import alembic_version, blob, entry, head, metadata, operating_model
from peoplezones.store.tree import unpacked

from .differences import tables_differ
from .rebuild import PROJECTION, Progress, models_differ, resubmit

_CHUNK = 1_000
_FILES = 8  # files that are in memory at once
_MADE_ANEW = (entry, operating_model, alembic_version, *PROJECTION)

#: What no log can give back.
COPIED: tuple[Table, ...] = tuple(table for table in metadata.sorted_tables if table not in (*_MADE_ANEW, blob))


class CopyDiffers(PeopleZonesError):
    """The copy is not the Board it was made of; nothing of it was kept."""


class Copied(msgspec.Struct, frozen=True):
    """A Board that was copied: how many entries its log has, the root of their tree in hex, how many rows beside it."""

    entries: int
    root: str
    beside: int


def copy(source: str | os.PathLike[str], target: str | os.PathLike[str], progress: Progress | None = None) -> Copied:
    """Copy the Board at one address to another, where there must be nothing yet, and prove that they are equal.

    Raises a StoreError where either database cannot be used or the source hides personal values from us, CopyDiffers
    where the Board does not agree with its own log or was written to meanwhile; the target then holds no Board.
    """
    before = open_database(source, read_only=True)
    try:
        with reading(before) as there:
            need_personal(there, place_of(before))
        after = open_database(target, create=True)
        try:
            with reading(before) as there, writing(after) as here:
                done = _copied(there, here, place_of(before), progress)
                _refuse_moved_on(before, done.entries)
            if is_demonstration(before):
                mark(after)
        finally:
            after.dispose()
    finally:
        before.dispose()
    return done


def _copied(there: Connection, here: Connection, place: str, progress: Progress | None) -> Copied:
    wrong = list(models_differ(there))
    if not wrong:
        entries, wrong = resubmit(there, lambda: nullcontext(here), progress)
    if wrong:
        raise CopyDiffers(
            f"{place} does not agree with its own log, and was not copied: {wrong[0]}; `peoplezones rebuild` tells more"
        )
    beside = sum(_copy_rows(table, there, here) for table in COPIED) + _copy_files(there, here, place)
    differ = (tables_differ(table, there, here) for table in (*PROJECTION, operating_model, *COPIED))
    for difference in islice(chain(*differ), 1):
        raise CopyDiffers(
            f"{place} was not copied, for its copy differs: {difference}; `peoplezones rebuild` tells more"
        )
    root, again = _root(there), _root(here)
    if root != again:
        raise CopyDiffers(f"{place} was not copied, for the copy's tree has another root: {again} instead of {root}")
    return Copied(entries, root, beside)


def _copy_rows(table: Table, there: Connection, here: Connection) -> int:
    many = 0
    for rows in _some_rows(table, there):
        here.execute(insert(table), rows)
        many += len(rows)
    return many


def _copy_files(there: Connection, here: Connection, place: str) -> int:
    """Copy the files, each of which must be what its digest names; so they need not be compared again."""
    many = 0
    for row in there.execute(select(blob), execution_options={"yield_per": _FILES}):
        if digest_of(bytes(row.content)) != row.sha256:
            raise CopyDiffers(f"{place} was not copied: the file {row.sha256} is not what its digest names")
        here.execute(insert(blob).values(row._asdict()))
        many += 1
    return many


def _some_rows(table: Table, there: Connection) -> Iterator[list[dict[str, object]]]:
    found = there.execute(select(table), execution_options={"yield_per": _CHUNK})
    for rows in found.mappings().partitions():
        yield [dict(row) for row in rows]


def _root(connection: Connection) -> str:
    """Return the root of the tree over the log, in hex. Raises DatabaseDamaged where there is no head."""
    frontier = connection.execute(select(head.c.frontier)).scalar()
    if frontier is None:
        raise DatabaseDamaged("the log has no head: put a backup in its place")
    return merkle.root(unpacked(bytes(frontier))).hex()


def _refuse_moved_on(source: Engine, size: int) -> None:
    with reading(source) as connection:
        now = connection.execute(select(head.c.size)).scalar()
    if now != size:
        raise CopyDiffers(
            f"{place_of(source)} was written to meanwhile, and was not copied: have nobody write to it, and copy again"
        )
