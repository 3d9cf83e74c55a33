"""Is the log in this database whole? Every line, the tree that is kept of it, the head, the models, personal values.

Nothing is decided again here: that every move was *allowed* is what `rebuild` recomputes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from peoplezones.domain.canonical import commitment
from peoplezones.operating_model.load import digest
from peoplezones.store import tables
from peoplezones.store.database import place_of, reading
from peoplezones.store.dialects import sees_personal
from peoplezones.store.tree import HASH, HEIGHT, WIDTH, Tiles, tiles_of

from .adopted import Adopted
from .as_kept import in_bytes, line_as_kept, whatever_is_kept
from .attached import attached_in
from .checkpoints import Bench, Held, sizes
from .findings import Report
from .kept_files import look_at_files
from .note import PublicKey
from .reporting import report_of
from .walk import Progress, Walk

_AT_ONCE = 1_000  # rows fetched at a time
_COLUMNS = ("n", "record", "seq", "kind", "transition", "moved", "on", "at", "actor", "key", "cause")


def verify(
    engine: Engine,
    checkpoints: Sequence[Held] = (),
    trusted: Sequence[PublicKey] = (),
    progress: Progress | None = None,
) -> Report:
    """Verify the log in a database, and hold checkpoints against it; report what is wrong, first and foremost."""
    with reading(engine) as connection, whatever_is_kept(connection):
        models, lost = _models(connection)
        tree = _KeptTree(connection)
        walk = Walk(models, tree.leaf, sizes(checkpoints))
        for name in lost:
            walk.findings.add(0, f"the model {name[:12]}…", "its text is not the one that its digest names")
        head = connection.execute(select(tables.head)).first()
        total = head.size if head else 0
        personal, adopted = _Personal(connection, walk), Adopted()
        last = ""
        for row in _entries(connection):
            if (entry := _look(walk, personal, row)) is not None:
                last = entry["at"]
                adopted.take(entry)
            if progress and walk.count % _AT_ONCE == 0:
                progress(walk.count, total)
            if walk.findings.enough:
                break
        else:
            personal.finish()
            look_at_files(connection, personal.files, walk.findings)
            tree.finish(walk)
            _look_at_head(walk, head, last, adopted)
            _look_at_adoptions(connection, walk, adopted)
        bench = Bench(walk, trusted)
        bench.try_all(checkpoints)
        return report_of(place_of(engine), walk, bench, trusted, personal_hidden=not sees_personal(connection))


_NAMED = [tables.entry.c[{"on": "effective", "at": "recorded"}.get(name, name)] for name in _COLUMNS]


def _entries(connection: Connection) -> Iterable[Row[Any]]:
    """Yield every row of the log: its line as it is kept, and then what its columns say."""
    statement = select(line_as_kept(connection), *_NAMED).order_by(tables.entry.c.n)
    return connection.execute(statement, execution_options={"yield_per": _AT_ONCE})


def _models(connection: Connection) -> tuple[set[str], list[str]]:
    """Return the digests of the models whose text is there, and of those whose text is another."""
    found, lost = set(), []
    for row in connection.execute(select(tables.operating_model.c.digest, tables.operating_model.c.texts)):
        try:
            same = digest(json.loads(row.texts)) == row.digest
        except (ValueError, TypeError, AttributeError, RecursionError):
            same = False
        if not same:
            lost.append(row.digest)
        found.add(row.digest)
    return found, lost


def _look(walk: Walk, personal: _Personal, row: Row[Any]) -> dict[str, Any] | None:
    """Look at a row of the log; return its entry, or None where its line cannot be read."""
    line: Any = row[0]
    columns: list[Any] = list(row[1:])
    raw = in_bytes(line)
    entry = walk.take(raw)
    personal.compare(columns[0], raw, entry)
    if entry is None:
        return None
    said = [entry[name] for name in _COLUMNS]
    if said != columns and not walk.findings.about(entry["n"]):
        name, one, other = next(three for three in zip(_COLUMNS, columns, said, strict=True) if three[1] != three[2])
        told = f"its column for '{name}' has {one!r}, and its line {other!r}"
        walk.findings.add(entry["n"], f"entry {entry['n']}", told)
    return entry


def _look_at_head(walk: Walk, head: Row[Any] | None, last: str, adopted: Adopted) -> None:
    """Compare the head with the lines."""
    if head is None:
        walk.findings.add(0, "the head", "is missing")
        return
    if head.size != walk.count:
        told = f"counts {head.size} entries, and there are {walk.count}"
        counted = head.size if isinstance(head.size, int) else 0
        walk.findings.add(max(0, min(counted, walk.count)) + 1, "the head", told)
    compared = (
        ("name of the log", head.log, walk.lines.log),
        ("last moment", head.recorded, last),
        ("frontier of the tree", _in_bytes(head.frontier), b"".join(walk.frontier)),
        ("model in force", head.model, adopted.model),
        ("record of the Board's own", head.root_record, adopted.root),
    )
    for name, one, other in compared:
        if one != other and not walk.findings.wrong:
            walk.findings.add(0, "the head", f"has another {name} than the lines say")


def _look_at_adoptions(connection: Connection, walk: Walk, adopted: Adopted) -> None:
    """Compare what is kept beside the text of each model with the text and the lines, where these are right."""
    if walk.findings.wrong:
        return
    for row in connection.execute(select(tables.operating_model)):
        for told in adopted.wrong(row):
            walk.findings.add(0, f"the model {row.digest[:12]}…", told)


class _KeptTree:
    """The tiles of a database, from left to right."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tiles = Tiles(connection)
        self._index, self._tile = -1, b""

    def leaf(self, index: int) -> bytes:
        """Return the leaf that is kept at an index, empty where there is none."""
        if index // WIDTH != self._index:
            self._index = index // WIDTH
            self._tile = self._tiles(0, self._index)
        at = index % WIDTH * HASH
        return self._tile[at : at + HASH]

    def finish(self, walk: Walk) -> None:
        """Compare the tiles above the leaves with the tree; none may be missing, and none be there besides."""
        missing = set(tiles_of(walk.count))
        place = tables.tile.c.level, tables.tile.c.idx
        for level, index in self._connection.execute(select(*place).order_by(*place)):
            missing.discard((level, index))
            told = self._tile_wrong(walk.count, level, index)
            if told and not walk.findings.wrong:
                walk.findings.add(0, f"tile {index} of level {level}", told)
        for level, index in sorted(missing):
            if not walk.findings.wrong:
                walk.findings.add(0, f"tile {index} of level {level}", "is missing")

    def _tile_wrong(self, size: int, level: Any, index: Any) -> str:
        if not (isinstance(level, int) and isinstance(index, int) and level >= 0 and index >= 0):
            return "belongs to no tree"
        many = min(WIDTH, (size >> HEIGHT * level) - index * WIDTH)
        if many <= 0:
            return "belongs to no tree of this size"
        hashes = self._tiles(level, index)
        if len(hashes) != many * HASH:
            return f"holds {len(hashes)} bytes, and not {many * HASH}"
        if level == 0:
            return ""  # the leaves were compared one by one
        below = (self._tiles.above(level - 1, index * WIDTH + place) for place in range(many))
        return "" if b"".join(below) == hashes else "is not what the tiles below it make"


class _Personal:
    """The personal values of a database, walked through beside the lines that commit to them."""

    def __init__(self, connection: Connection, walk: Walk) -> None:
        order = tables.personal.c.n, tables.personal.c.commitment
        statement = select(*(tables.personal.c[name] for name in _VALUE)).order_by(*order)
        self._rows: Iterator[Row[Any]] = iter(connection.execute(statement, execution_options={"yield_per": _AT_ONCE}))
        self._next = next(self._rows, None)
        self._walk = walk
        self.files: dict[str, int] = {}  # by digest: the entry with which it came

    def compare(self, n: int, line: bytes, entry: dict[str, Any] | None) -> None:
        """Compare the values of entry `n` with its line, and with the record that it is about."""
        while (row := self._next) is not None:
            kept, of, record, field, salt, value = tuple(row)
            if isinstance(of, int) and of > n:
                return
            told = _value_wrong(kept, of, field, salt, value, line if of == n else b"")
            if not told and entry is not None and record != entry["record"]:
                told = f"is said to be of {record}, and the entry is about {entry['record']}"
            if told:
                place = of if isinstance(of, int) else 0
                self._walk.findings.add(place, f"entry {of}, personal value of '{field}'", told)
            elif of == n and kept in attached_in(entry):
                self.files.setdefault(value, n)
            self._next = next(self._rows, None)

    def finish(self) -> None:
        """Tell of values that belong to no line."""
        if self._next is not None:
            where = f"personal value of '{self._next.field}'"
            self._walk.findings.add(0, where, f"belongs to entry {self._next.n}, which is not there")


_VALUE = ("commitment", "n", "record", "field", "salt", "value")


def _value_wrong(kept: object, n: object, field: object, salt: object, value: object, line: bytes) -> str:
    if not isinstance(n, int) or not isinstance(field, str):
        return "is not told of an entry and a field"
    if not isinstance(value, str) or not isinstance(salt, bytes):
        return "is not a text with its salt"
    if "\0" in field:
        return "has a field with a zero byte, so that it could be another value of another field"
    try:
        same = commitment(salt, field, value) == kept
    except UnicodeEncodeError:
        return "is no text in UTF-8"
    if not same:
        return "is not the one that was committed to"
    return "" if f'"{kept}"'.encode() in line else "is not one that the entry committed to"


def _in_bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else b""
