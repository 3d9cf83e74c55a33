"""The files of a Board's entries: where each belongs, what is in it, and which belong nowhere any more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection, delete, select

from peoplezones.domain.files import digest_of

from .errors import DatabaseDamaged
from .tables import blob, entry, personal

_AT_ONCE = 500


class Kept(msgspec.Struct, frozen=True):
    """What the database says of a file: its digest, its media type, and how many bytes it has."""

    digest: str
    media_type: str
    size: int


class Place(msgspec.Struct, frozen=True):
    """Where a file belongs: the entry that it came with, the field, and the commitment to its digest."""

    n: int
    field: str
    commitment: str
    digest: str


class Secret(msgspec.Struct, frozen=True):
    """What is behind a commitment."""

    field: str
    salt: bytes
    value: str


def attachments_in(line: str) -> list[str]:
    """Return the commitments to files in a line of the log."""
    found = json.loads(line).get("attachments", ())
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def places(connection: Connection) -> Iterator[Place]:
    """Yield where each file belongs that is still kept, in the order of the log."""
    statement = (
        select(personal.c.n, personal.c.field, personal.c.commitment, personal.c.value, entry.c.line)
        .join(blob, blob.c.sha256 == personal.c.value)
        .join(entry, entry.c.n == personal.c.n)
        .order_by(personal.c.n, personal.c.field)
    )
    for row in connection.execute(statement):
        if row.commitment in attachments_in(row.line):  # or it is a text that says no more than such a digest
            yield Place(row.n, row.field, row.commitment, row.value)


def kept_files(connection: Connection, digests: Iterable[str]) -> dict[str, Kept]:
    """Return what is said of the files of these digests, of those that are there."""
    wanted, found = list(dict.fromkeys(digests)), {}
    for start in range(0, len(wanted), _AT_ONCE):
        statement = select(blob.c.sha256, blob.c.media_type, blob.c.size)
        for row in connection.execute(statement.where(blob.c.sha256.in_(wanted[start : start + _AT_ONCE]))):
            found[row.sha256] = Kept(row.sha256, row.media_type, row.size)
    return found


def digests_like(connection: Connection, beginning: str) -> list[str]:
    """Return the digests of the files that begin so."""
    statement = select(blob.c.sha256).where(blob.c.sha256.startswith(beginning, autoescape=True))
    return list(connection.execute(statement.order_by(blob.c.sha256)).scalars())


def secret_of(connection: Connection, commitment: str) -> Secret | None:
    """Return what is behind a commitment, or None where it was erased."""
    statement = select(personal.c.field, personal.c.salt, personal.c.value)
    row = connection.execute(statement.where(personal.c.commitment == commitment)).first()
    return Secret(row.field, bytes(row.salt), row.value) if row else None


def content_of(connection: Connection, digest: str) -> bytes:
    """Return the file of a digest. Raises DatabaseDamaged where it is not there, or another."""
    found = connection.execute(select(blob.c.content).where(blob.c.sha256 == digest)).scalar()
    if found is None:
        raise DatabaseDamaged(f"the file {digest} is not there: put a backup of the database in its place")
    content = found.encode() if isinstance(found, str) else bytes(found)
    if digest_of(content) != digest:
        raise DatabaseDamaged(
            f"the file {digest} is not the one that was kept: its content has SHA-256 {digest_of(content)}. It is not "
            "given out; put a backup of the database in its place. `peoplezones audit verify` tells what else is wrong"
        )
    return content


def all_digests(connection: Connection) -> list[str]:
    """Return the digest of every file, in order."""
    return list(connection.execute(select(blob.c.sha256).order_by(blob.c.sha256)).scalars())


def orphans(connection: Connection) -> list[str]:
    """Return the digests of the files to which no personal value leads any more: each place was erased."""
    living = {place.digest for place in places(connection)}
    return [digest for digest in all_digests(connection) if digest not in living]


def drop_orphans(connection: Connection) -> int:
    """Delete the files whose every place was erased; return how many. Belongs to deleting personal values."""
    gone = orphans(connection)
    for digest in gone:
        connection.execute(delete(blob).where(blob.c.sha256 == digest))
    return len(gone)
