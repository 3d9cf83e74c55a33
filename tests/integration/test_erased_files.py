"""After an erasure the value stands in no file of the database: no table, no free page, no write-ahead log."""

from __future__ import annotations

import itertools
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from peoplezones.app import Board
from peoplezones.domain.errors import PeopleZonesError, UsageError
from peoplezones.domain.record import Decision
from peoplezones.service import Draft, Erasing, erase
from peoplezones.store import sqlite
from peoplezones.store.compacting import Left, compact
from tests.engine import Engine
from tests.random_requests import SETTING, drafts

pytestmark = pytest.mark.sqlite
ENDINGS = ("", "-wal", "-shm", "-journal")


def content(path: Path) -> bytes:
    """Return everything in the files of a database."""
    files = (path.with_name(path.name + ending) for ending in ENDINGS)
    return b"".join(file.read_bytes() for file in files if file.exists())


def marked(length: int) -> str:
    """Return a text that no other has, so long that a page, or several, cannot hold it, beyond ASCII."""
    return (f"{secrets.token_hex(8)} wohnt in der Bäckerstraße. " * (length // 40 + 1))[: max(length, 16)]


def register(engine: Engine, length: int = 0) -> tuple[str, list[bytes]]:
    """Register somebody and return their reference, and what must be found nowhere when they are erased."""
    name, note, document, reason = (marked(length) for _ in range(4))
    values = {"name": name[:500], "note": note, "document": document[:2_000]}
    reference = engine.do("person", "register", **values)
    later = marked(length)
    engine.do("person", "amend", reference, note=later, reason=reason[:2_000])
    return reference, [text[:16].encode() for text in (name, note, document, reason, later)]


def found_in(path: Path, values: list[bytes]) -> list[bytes]:
    there = content(path)
    return [value for value in values if value in there]


@pytest.fixture
def reader(society: Engine) -> Iterator[sqlite3.Connection]:
    """Another program that has the database open."""
    connection = sqlite3.connect(society.path, isolation_level=None)
    connection.execute("select count(*) from entry").fetchall()
    yield connection
    connection.close()


def wanted(*records: str) -> Erasing:
    return Erasing(records=records, entered_by="PE-001", basis="mistake")


@pytest.mark.parametrize("length", [0, 400, 5_000, 19_000])
def test_nothing_is_left_in_any_file_while_others_have_it_open(
    society: Engine, reader: sqlite3.Connection, length: int
) -> None:
    people = [register(society, length) for _ in range(8)]
    society.sql("pragma wal_checkpoint(passive)")  # some of it is in the file, and all of it in the log beside it
    people += [register(society, length) for _ in range(8)]
    values = [value for _, some in people for value in some]
    assert found_in(society.path, values) == values
    reader.execute("select count(*) from personal").fetchall()
    _, left = society.board.erase(wanted(*(reference for reference, _ in people)))
    assert not left
    assert found_in(society.path, values) == []
    assert b"Ann Example" in content(society.path)
    assert society.board.rebuild().agrees


def test_somebody_who_reads_for_long_holds_it_back_and_it_can_be_finished_later(
    society: Engine, reader: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference, values = register(society)
    reader.execute("begin")
    reader.execute("select count(*) from personal").fetchall()
    monkeypatch.setattr(compact, "__defaults__", (0.05,))
    (found,), left = society.board.erase(wanted(reference))
    assert found.decision.moved
    assert left == Left.HELD_BACK
    assert found_in(society.path, values) == values
    assert not society.sql("select * from personal where record = ?", reference)
    assert society.board.compact() == Left.HELD_BACK
    reader.execute("commit")
    assert not society.board.compact()
    assert found_in(society.path, values) == []


def test_an_erasure_that_was_cut_short_is_finished_by_compacting(society: Engine) -> None:
    reference, values = register(society)
    erase(society.board.service, wanted(reference))
    assert found_in(society.path, values) == values  # as if the program had been killed here
    society.board.close()
    with Board.open(society.path) as board:
        assert not board.compact()
    assert found_in(society.path, values) == []


def test_without_compacting_the_search_finds_what_was_deleted(society: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A control: without `secure_delete` and a new file, a deleted value is still in the file."""
    monkeypatch.setattr(sqlite, "_SETTINGS", sqlite._SETTINGS.replace("secure_delete = ON", "secure_delete = OFF"))
    society.board.close()
    society.board = Board.open(society.path, clock=society.clock)
    reference, values = register(society)
    erase(society.board.service, wanted(reference))
    society.board.close()
    assert society.sql("pragma wal_checkpoint(truncate)")[0][0] == 0
    assert found_in(society.path, values) != []


_SHORT_OF_ROOM = """
import resource, sys
from peoplezones.app import Board
from peoplezones.service import Erasing
most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
with Board.open(sys.argv[1]) as board:
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, most))
    (found,), left = board.erase(Erasing(records=(sys.argv[2],), entered_by="PE-001", basis="mistake"))
    print(found.decision.moved, left.name)
"""


def test_where_there_is_no_room_the_erasure_stands_and_is_finished_later(society: Engine) -> None:
    reference, values = register(society, 5_000)
    society.board.close()
    done = subprocess.run(
        [sys.executable, "-c", _SHORT_OF_ROOM, str(society.path), reference], capture_output=True, text=True, check=True
    )
    assert done.stdout == "True HELD_BACK\n"
    with Board.open(society.path) as board:
        assert not society.sql("select * from personal where record = ?", reference)
        assert not board.compact()
        assert found_in(society.path, values) == []
        assert board.rebuild().agrees


def test_a_server_keeps_its_own_files() -> None:
    assert compact(create_engine("postgresql+psycopg://nobody@localhost/nothing")) == Left.WITH_SERVER


def test_a_board_in_memory_has_no_files() -> None:
    with Board.found(":memory:", secretary="Ann Example") as board:
        assert not board.compact()


# Whatever is asked and erased, in whatever order

_folder = Path(tempfile.mkdtemp(prefix="erased-"))
_numbers = itertools.count()
_records = ["PE-001", "PE-002", "PE-003", "TR-1", "OR-2026-001", "OR-2026-002", "HA-001", "PO-001", "PO-002"]
_fields = st.sampled_from([(), (), ("note",), ("name",), ("document", "reason"), ("minute",)])


@pytest.fixture(scope="module", autouse=True)
def _cleared() -> Any:
    yield
    shutil.rmtree(_folder)


erasings = st.one_of(
    st.builds(
        Erasing,
        records=st.lists(st.sampled_from(_records), min_size=1, max_size=2).map(tuple),
        and_referring=st.booleans(),
        fields=_fields,
        basis=st.sampled_from(["mistake", "request", "over"]),
        entered_by=st.sampled_from(["PE-001"] * 5 + ["PE-002"]),
        document=st.sampled_from(["", "letter"]),
    ),
    st.builds(
        Erasing,
        entries=st.lists(st.integers(0, 30), min_size=1, max_size=3).map(tuple),
        basis=st.just("mistake"),
        entered_by=st.just("PE-001"),
        reason=st.sampled_from(["", "a slip"]),
    ),
    st.builds(Erasing, due=st.just(True), entered_by=st.just("PE-001")),
)


def unlike_any_other(draft: Draft) -> Draft:
    """Return a draft whose personal values are its own, so that they can be searched for."""
    values = {
        name: f"{value} {secrets.token_hex(8)}" if name in ("name", "note", "minute") and value else value
        for name, value in draft.values.items()
    }
    texts = {
        name: f"{text} {secrets.token_hex(8)}" for name in ("document", "reason") if (text := getattr(draft, name))
    }
    return msgspec.structs.replace(draft, values=values, key="", **texts)


@given(st.lists(st.one_of(drafts, drafts, erasings), min_size=1, max_size=25))
def test_whatever_is_erased_no_hash_changes_and_nothing_is_left(wishes: list[Draft | Erasing]) -> None:
    engine = Engine(_folder / f"{next(_numbers)}.db", "orchard", "2026-03-02")
    for answer in engine.board.batch(map(unlike_any_other, SETTING)):
        assert isinstance(answer, Decision)
    gone: set[str] = set()
    for wish in wishes:
        before, lines = _kept(engine), _lines(engine)
        try:
            if isinstance(wish, Draft):
                engine.board.service.request(unlike_any_other(wish))
            else:
                found, left = engine.board.erase(wish)
                assert not left
                named = {value.commitment for one in found if one.decision.moved for value in one.values}
                after = _kept(engine)
                assert before.keys() - after.keys() == named
                gone |= {before[one] for one in named}
        except (UsageError, PeopleZonesError):
            assert _kept(engine) == before
        assert _lines(engine)[: len(lines)] == lines
    there = content(engine.path)
    assert [value for value in gone if len(value) > 16 and value.encode() in there] == []
    report = engine.board.rebuild()
    assert report.agrees, report.differences
    engine.board.close()


def _kept(engine: Engine) -> dict[str, str]:
    return dict(engine.sql("select commitment, value from personal"))


def _lines(engine: Engine) -> list[tuple[Any, ...]]:
    return engine.sql("select line from entry order by n")
