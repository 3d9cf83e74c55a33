"""The Merkle tree in the database: it grows with the log, survives what fails, and comes to Boards that had none."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine as Database
from sqlalchemy import select

from peoplezones.audit.rebuild import rebuild
from peoplezones.domain import merkle
from peoplezones.domain.canonical import canonical_line, leaf_hash
from peoplezones.domain.errors import StoreError
from peoplezones.service import Draft
from peoplezones.store import tables
from peoplezones.store.database import HEAD_REVISION, engine_for, open_database, reading, writing
from peoplezones.store.tree import Hashes, Tree, unpacked
from peoplezones.store.upgrade import migrate, upgrade
from tests.databases import address_of
from tests.engine import Engine


def roots(lines: list[str]) -> list[bytes]:
    """Return the root of the tree over the first 0, 1, 2 … lines."""
    found: list[bytes] = [merkle.EMPTY]
    frontier: merkle.Frontier = ()
    for place, line in enumerate(lines):
        frontier, _ = merkle.append(place, frontier, merkle.leaf(line.encode()))
        found.append(merkle.root(frontier))
    return found


def lines_of(engine: Engine) -> list[str]:
    return [row[0] for row in engine.sql("select line from entry order by n")]


def many(engine: Engine, how_many: int) -> None:
    """Make many entries in a few transactions."""
    drafts = (
        Draft(kind="plot", transition="propose", values={"name": f"Plot {n}"}, entered_by="PE-001")
        for n in range(how_many)
    )
    assert all(not isinstance(answer, Exception) for answer in engine.board.batch(drafts))


def test_every_transaction_leaves_the_tree_of_all_entries(planted: Engine) -> None:
    for name in ("First", "Second"):
        planted.do("plot", "propose", name=name)
        with reading(planted.board.engine) as connection:
            frontier = unpacked(connection.execute(select(tables.head.c.frontier)).scalar_one())
        assert merkle.root(frontier) == roots(lines_of(planted))[-1]


def test_proofs_are_made_of_tiles_whole_and_partial(planted: Engine) -> None:
    many(planted, 700)
    lines = lines_of(planted)
    size, known = len(lines), roots(lines)
    assert size > 512
    with reading(planted.board.engine) as connection:
        hashes = Hashes(connection)
        for index in (0, 31, 32, 255, 256, 511, 512, size - 1):
            path = merkle.inclusion(index, size, hashes)
            assert merkle.root_from_inclusion(index, size, merkle.leaf(lines[index].encode()), path) == known[size]
        for old in (1, 31, 32, 33, 255, 256, 257, 512, size - 1):
            merkle.check_consistency(old, known[old], size, known[size], merkle.consistency(old, size, hashes))
        kept = connection.execute(select(tables.tile).order_by(tables.tile.c.level, tables.tile.c.idx)).all()
    whole, rest = divmod(size, 32)
    leaves = [*((0, index, 32) for index in range(whole)), *([(0, whole, rest)] if rest else [])]
    assert [(row.level, row.idx, len(row.hashes) // 32) for row in kept] == [*leaves, (1, 0, whole)]


def test_what_is_rehearsed_or_fails_leaves_the_tree_as_it_was(planted: Engine) -> None:
    before = planted.sql("select frontier from head"), planted.sql("select hashes from tile")
    draft = Draft(kind="plot", transition="propose", values={"name": "Never"}, entered_by="PE-001")
    planted.board.service.rehearse(draft)
    assert (planted.sql("select frontier from head"), planted.sql("select hashes from tile")) == before
    planted.do("plot", "propose", name="After all")
    assert rebuild(planted.board.engine).agrees


def test_somebody_elses_entries_are_built_upon(planted: Engine) -> None:
    from peoplezones.app import Board

    with Board.open(planted.address, clock=planted.clock) as other:
        for n in range(3):
            other.request("plot", "propose", values={"name": f"Theirs {n}"}, entered_by="PE-001")
            planted.do("plot", "propose", name=f"Ours {n}")
    assert rebuild(planted.board.engine).agrees


def test_a_tile_that_is_cut_short_is_named(planted: Engine) -> None:
    planted.sql("update tile set hashes = substr(hashes, 1, 64)")
    with reading(planted.board.engine) as connection:
        with pytest.raises(StoreError, match="tile 0 of level 0 lacks the hash of node 2"):
            Hashes(connection)(0, 2)
    found = rebuild(planted.board.engine).differences
    assert [(difference.table, difference.row) for difference in found] == [("tile", "0 0")]


def test_a_tree_that_grows_in_any_steps_is_the_same(tmp_path: Path) -> None:
    lines = [f"{n}" for n in range(70_000)]
    content = []
    for steps in ([70_000], [1, 30, 1, 1, 991, 1, 1, 31_743, 1, 37_230]):
        database = open_database(address_of(tmp_path / f"{len(steps)}.db"), create=True)
        start, frontier = 0, b""
        for step in steps:
            with writing(database) as connection:
                tree = Tree()
                tree.begin(frontier)
                frontier = tree.grow(connection, start, lines[start : start + step])
            start += step
        with reading(database) as connection:
            rows = connection.execute(select(tables.tile).order_by(tables.tile.c.level, tables.tile.c.idx)).all()
            content.append((start, frontier, [tuple(row) for row in rows]))
        database.dispose()
    assert content[0] == content[1]
    assert {level for level, _, _ in content[0][2]} == {0, 1, 2, 3}


def first_format(source: Engine, path: Path) -> Database:
    """Return a Board as the first version kept it: no tree, and entries of format 1."""
    database = engine_for(path, create=True)
    with writing(database) as connection:
        connection.exec_driver_sql("pragma application_id = 1348100708")
        migrate(connection, "0001")
        new: dict[str, str] = {}
        with closing(sqlite3.connect(source.path)) as old:
            old.row_factory = sqlite3.Row
            for table in reversed(tables.metadata.sorted_tables):
                if table.name in ("tile", "alembic_version"):
                    continue
                for row in old.execute(f"select * from {table.name} order by 1"):
                    values = {name: row[name] for name in row.keys() if name != "frontier"}  # noqa: SIM118
                    if table.name == "entry":
                        values["line"] = _first(values["line"], new)
                    connection.exec_driver_sql(
                        f"insert into {table.name} ({', '.join(values)}) values ({', '.join('?' * len(values))})",
                        tuple(values.values()),
                    )
        for before, after in new.items():
            connection.exec_driver_sql("update record set leaf = ? where leaf = ?", (after, before))
    return database


def _first(line: str, new: dict[str, str]) -> str:
    """Return a line as format 1 had it; `new` maps the leaves of lines before to those that they then have."""
    entry = json.loads(line)
    del entry["attachments"], entry["signature"]
    entry["v"], entry["prev"] = 1, new.get(entry["prev"], entry["prev"])
    found = canonical_line(entry)
    new[leaf_hash(line)] = leaf_hash(found)
    return found


@pytest.mark.sqlite
def test_a_board_of_the_first_version_gets_its_tree_and_goes_on(planted: Engine, tmp_path: Path) -> None:
    many(planted, 300)
    path = tmp_path / "first.db"
    first_format(planted, path).dispose()
    assert upgrade(path) == ("0001", HEAD_REVISION)
    database = open_database(path)
    report = rebuild(database)
    assert report.agrees, report.differences
    assert report.entries == planted.size()
    database.dispose()

    from peoplezones.app import Board

    with Board.open(path, clock=planted.clock) as board:
        assert board.request("plot", "propose", values={"name": "Of today"}, entered_by="PE-001").moved
        assert board.rebuild().agrees
