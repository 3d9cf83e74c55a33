"""The Merkle tree over the log: its frontier in `head`, its hashes in `tile`, both made from the entries there are."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

_HASH, _HEIGHT, _WIDTH = 32, 5, 32
_CHUNK = 1_000


def upgrade() -> None:
    """Make the table and the column, and fill them."""
    op.create_table(
        "tile",
        sa.Column("level", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("idx", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("hashes", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("level", "idx"),
    )
    connection = op.get_bind()
    kept = [dict(row) for row in connection.execute(sa.text("SELECT * FROM head")).mappings()]
    op.drop_table("head")
    head = _head()
    frontier = _grow(connection)
    for row in kept:
        connection.execute(head.insert().values(frontier=frontier, **row))


def _head() -> sa.Table:
    """Make the table anew: SQLite adds no column that must be given, and Alembic's copy would not be word for word."""
    return op.create_table(
        "head",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), autoincrement=False, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("log", _TEXT, nullable=False),
        sa.Column("model", _TEXT, nullable=False),
        sa.Column("root_record", _TEXT, nullable=False),
        sa.Column("recorded", _TEXT, nullable=False),
        sa.Column("frontier", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["model"], ["operating_model.digest"], deferrable=True, initially="DEFERRED"),
    )


def _grow(connection: sa.Connection) -> bytes:
    """Write the tiles of the tree over all entries, and return its frontier."""
    hashes: list[bytes] = []  # the largest whole nodes, from left to right
    tiles: dict[tuple[int, int], list[bytes]] = {}
    lines = connection.execute(sa.text("SELECT line FROM entry ORDER BY n"))
    for place, (line,) in enumerate(lines):
        hashes.append(hashlib.sha256(b"\x00" + line.encode()).digest())
        tiles.setdefault((0, place // _WIDTH), []).append(hashes[-1])
        level, index = 0, place
        while index & 1:
            right, left = hashes.pop(), hashes.pop()
            hashes.append(hashlib.sha256(b"\x01" + left + right).digest())
            level, index = level + 1, index >> 1
            if level % _HEIGHT == 0:
                tiles.setdefault((level // _HEIGHT, index // _WIDTH), []).append(hashes[-1])
        if len(tiles) > _CHUNK:
            _write(connection, tiles, whole=True)
    _write(connection, tiles, whole=False)
    return b"".join(hashes)


def _write(connection: sa.Connection, tiles: dict[tuple[int, int], list[bytes]], *, whole: bool) -> None:
    """Write the tiles, those that are full only where `whole`, and let go of them."""
    done = [place for place, hashes in tiles.items() if not whole or len(hashes) == _WIDTH]
    rows = [{"level": level, "idx": idx, "hashes": b"".join(tiles.pop((level, idx)))} for level, idx in done]
    if rows:
        connection.execute(sa.text("INSERT INTO tile (level, idx, hashes) VALUES (:level, :idx, :hashes)"), rows)
