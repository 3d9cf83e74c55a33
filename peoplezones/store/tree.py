"""The Merkle tree over the log, as the database keeps it: its frontier in `head`, its hashes in `tile`.

A tile holds up to 32 hashes of one level of the tree, 32 bytes each, from left to right. Only every fifth level is
kept (0: the leaves, 5, 10 …); the nodes between are computed from the tile below them. So an entry adds 32 bytes, and
a proof reads a few tiles however long the log is. (C2SP's tlog-tiles, made to be served as files, are eight levels
high. Each entry rewrites the last tile, and PostgreSQL puts away rows of more than 2 KiB, which takes its time.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from peoplezones.domain import merkle
from peoplezones.domain.errors import StoreError

from . import statements as sql

HASH = 32  # bytes
HEIGHT = 5  # levels of the tree from one level of tiles to the next
WIDTH = 1 << HEIGHT  # hashes in a whole tile


def unpacked(frontier: bytes) -> merkle.Frontier:
    """Return the frontier that `head` keeps as one row of bytes."""
    return tuple(frontier[at : at + HASH] for at in range(0, len(frontier), HASH))


def tiles_of(size: int) -> Iterator[tuple[int, int]]:
    """Yield level and index of every tile of a tree of `size` leaves."""
    level = 0
    while many := size >> HEIGHT * level:
        yield from ((level, index) for index in range((many + WIDTH - 1) // WIDTH))
        level += 1


class Tree:
    """The tree as it is while a Board is written: grows in memory by what is appended, and is saved with it."""

    def __init__(self) -> None:
        self.frontier: merkle.Frontier = ()
        self._last: dict[int, tuple[int, bytes]] = {}  # by level of tiles: index and content of the last one read

    def begin(self, frontier: bytes) -> None:
        """Take up the frontier that the database holds; what was kept of another is let go."""
        found = unpacked(frontier)
        if found != self.frontier:
            self.frontier = found
            self._last.clear()

    def grow(self, connection: Connection, size: int, lines: Iterable[str]) -> bytes:
        """Append lines to a tree of `size` leaves, write its tiles, and return its frontier as `head` keeps it."""
        added: dict[tuple[int, int], list[bytes]] = {}
        frontier = self.frontier
        for place, line in enumerate(lines, size):
            leaf = merkle.leaf(line.encode())
            frontier, whole = merkle.append(place, frontier, leaf)
            added.setdefault((0, place // WIDTH), []).append(leaf)
            for (level, index), found in whole:
                if level % HEIGHT == 0:
                    added.setdefault((level // HEIGHT, index // WIDTH), []).append(found)
        rows = []
        for (level, index), hashes in added.items():
            content = self._before(connection, size, level, index) + b"".join(hashes)
            self._last[level] = index, content
            rows.append({"level": level, "idx": index, "hashes": content})
        sql.PUT_TILE.run(connection, rows)
        self.frontier = frontier
        return b"".join(frontier)

    def _before(self, connection: Connection, size: int, level: int, index: int) -> bytes:
        """Return what a tile held when the tree had `size` leaves."""
        many = max(0, (size >> HEIGHT * level) - index * WIDTH)
        if not many:
            return b""
        known = self._last.get(level)
        content = known[1] if known and known[0] == index else _tile(connection, level, index)
        return content[: many * HASH]


class Tiles:
    """Every tile of a tree, read when it is wanted; the last of each level is kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[int, tuple[int, bytes]] = {}

    def __call__(self, level: int, index: int) -> bytes:
        """Return the content of a tile, empty where there is none."""
        kept = self._kept.get(level)
        if kept is None or kept[0] != index:
            kept = self._kept[level] = index, _tile(self._connection, level, index)
        return kept[1]

    def above(self, level: int, index: int) -> bytes:
        """Return the node above a whole tile: what the tiles of the next level have of it; empty if it is not whole."""
        content = self(level, index)
        return _top([content[at : at + HASH] for at in range(0, len(content), HASH)]) if _whole(content) else b""


class Hashes:
    """The hashes of a tree that is kept in tiles: what proofs are made of."""

    def __init__(self, connection: Connection) -> None:
        self._tiles = Tiles(connection)

    def __call__(self, level: int, index: int) -> bytes:
        """Return the hash of a whole node. Raises StoreError where the tile that leads to it is not there."""
        level, above = divmod(level, HEIGHT)
        place, first = divmod(index << above, WIDTH)
        content = self._tiles(level, place)
        hashes = [content[at * HASH : (at + 1) * HASH] for at in range(first, first + (1 << above))]
        if len(hashes[-1]) != HASH:
            raise StoreError(
                f"tile {place} of level {level} lacks the hash of node {first}: `peoplezones audit verify` tells "
                "what else is wrong; put a backup in its place"
            )
        return _top(hashes)


def _top(hashes: list[bytes]) -> bytes:
    """Return the node above as many hashes as a power of two."""
    while len(hashes) > 1:
        pairs = zip(hashes[::2], hashes[1::2], strict=True)
        hashes = [merkle.parent(left, right) for left, right in pairs]
    return hashes[0]


def _whole(content: bytes) -> bool:
    return len(content) == WIDTH * HASH


def _tile(connection: Connection, level: int, index: int) -> bytes:
    """Return the content of a tile, empty where there is none."""
    found = sql.TILE.scalar(connection, level=level, idx=index)
    return b"" if found is None else bytes(found)
