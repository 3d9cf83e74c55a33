"""A Board moves between databases by its log: what arrives is the same, or nothing arrives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from peoplezones.app import Board, NotFounded
from peoplezones.audit import copy as copying
from peoplezones.audit.copy import COPIED, CopyDiffers, copy
from peoplezones.cli.main import root
from peoplezones.demo import demo
from peoplezones.domain.files import digest_of
from peoplezones.store.errors import DatabaseExists
from tests.databases import SQLITE, Address, altered, choose, chosen
from tests.engine import Engine

from .conftest import Place


@pytest.fixture
def lived(tmp_path: Path) -> Iterator[Engine]:
    """A Board in a file, with people, a refusal and a correction."""
    before = chosen
    choose(SQLITE)
    engine = Engine(tmp_path / "society.db", "allotment")
    engine.people("Bob", "Cy", "Zoë ☂")
    engine.do("post", "appoint", office="chair", person="PE-002", body="SO-1", on="2026-01-02")
    engine.do("plot", "propose", name="North end", rent="12.50", on="2026-01-02", key="k1")
    engine.do("plot", "ask", "PL-2026-001", members=["Bob", "Cy"], on="2026-01-02")
    engine.why_not("plot", "plant", "PL-2026-001", by="PE-002")
    engine.do("plot", "amend", "PL-2026-001", rent="3", reason="slip")
    yield engine
    engine.board.close()
    choose(before)


def tables(address: Address) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a Board's database holds, in one order."""
    from peoplezones.store.database import open_database, reading
    from peoplezones.store.tables import metadata

    engine = open_database(address, read_only=True)
    with reading(engine) as connection:
        found = {
            table.name: [tuple(row) for row in connection.execute(table.select().order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return found


def test_a_board_that_goes_to_a_server_and_back_is_the_same_and_lives_on(
    lived: Engine, place: Place, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    there = copy(lived.address, place.address, lambda done, total: seen.append((done, total)))
    back = copy(place.address, tmp_path / "back.db")
    assert there == back
    assert (there.entries, seen[-1]) == (lived.size(), (lived.size(), lived.size()))
    assert tables(lived.address) == tables(place.address) == tables(tmp_path / "back.db")
    for address in (place.address, tmp_path / "back.db"):
        with Board.open(address, clock=lived.clock) as board:
            values = {"name": "North end", "rent": "12.50"}
            again = board.request("plot", "propose", "", values, entered_by="PE-001", key="k1", on="2026-01-02")
            assert (again.repeated, again.reference) == (True, "PL-2026-001")
            assert board.request("plot", "propose", values={"name": "West"}, entered_by="Zoë ☂").moved
            assert board.rebuild().agrees


def test_only_what_no_log_gives_back_is_copied() -> None:
    assert "personal" in {table.name for table in COPIED}
    assert not {"entry", "record", "head", "tile", "operating_model"} & {table.name for table in COPIED}


def test_a_place_with_anything_in_it_is_refused_and_left(lived: Engine, place: Place) -> None:
    copy(lived.address, place.address)
    before = tables(place.address)
    for target in (place.address, lived.address):
        with pytest.raises(DatabaseExists, match="left as it is"):
            copy(lived.address, target)
    assert tables(place.address) == before


@pytest.mark.parametrize(
    "statement",
    [
        "update entry set line = replace(line, 'propose', 'prop0se') where transition = 'propose'",
        "update record set state = 'planted'",
        "delete from tile",
        "update operating_model set texts = replace(texts, 'a', 'b')",
    ],
)
def test_a_board_that_does_not_agree_with_its_log_is_not_copied(lived: Engine, place: Place, statement: str) -> None:
    with pytest.raises(CopyDiffers, match=r"not copied.*`peoplezones rebuild` tells more"):
        copy(altered(lived.path, statement), place.address)
    with pytest.raises(NotFounded):
        Board.open(place.address)
    copy(lived.address, place.address)  # and the place can still be used


def test_a_board_that_is_written_to_meanwhile_is_not_copied(lived: Engine, place: Place) -> None:
    def meanwhile(done: int, total: int) -> None:
        assert done == total
        lived.do("plot", "propose", name="Meanwhile")

    with pytest.raises(CopyDiffers, match="was written to meanwhile"):
        copy(lived.address, place.address, meanwhile)
    with pytest.raises(NotFounded):
        Board.open(place.address)


def test_a_copy_that_is_cut_short_leaves_no_board(lived: Engine, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise Cut

    monkeypatch.setattr(copying, "_root", cut)
    with pytest.raises(Cut):
        copy(lived.address, place.address)
    with pytest.raises(NotFounded):
        Board.open(place.address)


def test_a_demonstration_stays_one_on_a_server_and_is_replaced_there(place: Place, tmp_path: Path) -> None:
    with demo(place.address) as board:
        size = board.rebuild().entries
    with Board.open(place.address) as board:
        today = board.today()
    assert copy(place.address, tmp_path / "demo.db").entries == size
    with Board.open(tmp_path / "demo.db") as board:
        assert board.today() == today
    with demo(place.address) as board:
        assert board.rebuild().entries == size
    place.sql(f"comment on schema {place.schema} is 'ours'")
    with pytest.raises(DatabaseExists, match="is not a demonstration"):
        demo(place.address)


def test_the_command_says_what_was_proved_and_no_password(lived: Engine, place: Place) -> None:
    address = place.server.address(place.schema, username="postgres", password="secret")
    done = CliRunner().invoke(root, ["db", "copy", str(lived.address), address])
    assert done.exit_code == 0, done.output
    assert f"{lived.size()} entries, and the root of their tree is" in done.output
    assert "secret" not in done.output
    place.sql(f"drop schema {place.schema} cascade")
    done = CliRunner().invoke(root, ["db", "copy", "--json", str(lived.address), address])
    assert json.loads(done.output)["entries"] == lived.size()


def test_files_come_along_and_each_is_what_its_digest_names(lived: Engine, place: Place) -> None:
    content = bytes(range(256)) * 40
    add = "insert into blob (sha256, size, media_type, content) values (?, ?, 'text/plain', ?)"
    lived.sql(add, digest_of(content), len(content), content)
    copy(lived.address, place.address)
    assert place.sql("select sha256, content from blob") == [(digest_of(content), content)]
    place.sql(f"drop schema {place.schema} cascade")
    lived.sql(add, "0" * 64, len(content), content)
    with pytest.raises(CopyDiffers, match="not what its digest names"):
        copy(lived.address, place.address)
