"""What is exported, that it does no harm in a spreadsheet, and that it can be imported again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from peoplezones.app import Board
from peoplezones.domain.errors import UnknownName
from peoplezones.exchange import FileUnusable, NotWritten, export_file, import_file, read_rows
from peoplezones.store.database import writing
from peoplezones.store.tables import personal
from tests.unit.exchange.conftest import Lay
from tests.unit.exchange.tiny import write_model

KEEPER = "Ann Example"
VALUES = {
    "name": "=1+1",
    "made_on": "2020-01-31",
    "size": "-1.5",
    "worth": "12.50",
    "sound": "no",
    "colour": "red",
    "owner": "PE-001",
    "keepers": ["PE-001", "PE-002"],
    "remark": "-two\nlines",
    "secret": "@hidden",
}


@pytest.fixture
def filled(board: Board) -> Board:
    """A Board with two things, one of them with every field."""
    board.request("person", "register", values={"name": "Bo Example"}, entered_by=KEEPER)
    board.request("thing", "take_in", values=VALUES, entered_by=KEEPER, on="2026-01-02")
    board.request("thing", "take_in", values={"name": "plain"}, entered_by=KEEPER, on="2026-01-03")
    return board


def test_records_are_exported_with_labels_and_nothing_personal(filled: Board, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert export_file(filled, "thing", path) == 2
    first, second = read_rows(path)
    assert first.cells == {
        "reference": "TH-001",
        "state": "In keeping",
        "since": "2026-01-02",
        "Name of it": "=1+1",
        "Made on": "2020-01-31",
        "Size": "-1.5",
        "Worth, in pounds": "12.50",
        "Sound": "no",
        "Colour": "Rose red",
        "Owner": "PE-001",
        "Kept by": "PE-001; PE-002",
        "Remark": "-two\nlines",
        "Sold for": "",
        "twin_a": "",
        "twin_b": "",
    }
    assert second.cells["Name of it"] == "plain"
    assert b"hidden" not in path.read_bytes()


def test_text_is_kept_from_being_a_formula_and_negative_numbers_stay_numbers(filled: Board, tmp_path: Path) -> None:
    export_file(filled, "thing", tmp_path / "a.csv", personal=True)
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfreference,")
    text = raw.decode()
    assert ",'=1+1," in text
    assert ",-1.5,12.50," in text
    assert '"\'-two\nlines"' in text
    assert ",'@hidden," in text


def test_names_of_the_model_are_written_where_asked_for(filled: Board, tmp_path: Path) -> None:
    export_file(filled, "thing", tmp_path / "a.csv", names=True)
    first = next(iter(read_rows(tmp_path / "a.csv")))
    assert list(first.cells)[3:6] == ["name", "made_on", "size"]
    assert (first.cells["state"], first.cells["colour"]) == ("kept", "red")


def test_a_workbook_holds_numbers_and_dates_and_no_formulas(filled: Board, tmp_path: Path) -> None:
    export_file(filled, "thing", tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    sheet = book.worksheets[0]
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert sheet.title == "Things"
    assert row["Name of it"].data_type == "s"
    assert (row["Size"].value, row["Size"].number_format) == (-1.5, "0.0")
    assert (row["Worth, in pounds"].value, row["Worth, in pounds"].number_format) == (12.5, "0.00")
    assert row["Made on"].value == datetime(2020, 1, 31)  # noqa: DTZ001 Excel knows no zones
    book.close()


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("names", [True, False])
def test_what_is_exported_opens_the_same_records_elsewhere(
    filled: Board, tmp_path: Path, suffix: str, names: bool
) -> None:
    path = tmp_path / f"a.{suffix}"
    export_file(filled, "thing", path, personal=True, names=names, for_transition="")
    with Board.found(tmp_path / "other.db", secretary=KEEPER, model=write_model(tmp_path / "again")) as other:
        other.request("person", "register", values={"name": "Bo Example"}, entered_by=KEEPER)
        report = import_file(other, "thing", path, entered_by=KEEPER)
        assert len(report.moved) == 2
        export_file(other, "thing", tmp_path / "b.csv", personal=True)
    export_file(filled, "thing", tmp_path / "c.csv", personal=True)
    here, there = ([{**row.cells, "since": ""} for row in read_rows(tmp_path / name)] for name in ("b.csv", "c.csv"))
    assert here == there


def test_a_kind_without_records_gives_a_form_to_fill_in(board: Board, tmp_path: Path) -> None:
    assert export_file(board, "thing", tmp_path / "a.csv", for_transition="sell") == 0
    assert (tmp_path / "a.csv").read_text("utf-8-sig") == "Sold for\n"


def test_erased_values_are_shown_as_such_and_left_empty_in_a_form(filled: Board, tmp_path: Path) -> None:
    with writing(filled.engine) as connection:
        connection.execute(personal.delete().where(personal.c.field == "secret"))
    export_file(filled, "thing", tmp_path / "a.csv", personal=True)
    assert [row.cells["Secret"] for row in read_rows(tmp_path / "a.csv")] == ["(erased)", ""]
    export_file(filled, "thing", tmp_path / "b.csv", personal=True, for_transition="take_in")
    assert [row.cells["Secret"] for row in read_rows(tmp_path / "b.csv")] == ["", ""]


def test_a_file_is_written_whole_or_not_at_all(filled: Board, tmp_path: Path, lay: Lay) -> None:
    path = lay("a.xlsx", "precious")
    with pytest.raises(NotWritten, match="exists already"):
        export_file(filled, "thing", path)
    values = {"name": "long", "remark": "_x0041_" * 2_800}  # escaped it is beyond what an Excel cell holds
    assert filled.request("thing", "take_in", values=values, entered_by=KEEPER).moved
    with pytest.raises(NotWritten, match="too long for Excel; export as CSV"):
        export_file(filled, "thing", path, overwrite=True)
    assert path.read_text() == "precious"
    assert not list(tmp_path.glob(".*.part"))
    assert export_file(filled, "thing", tmp_path / "a.csv") == 3


def test_places_that_cannot_be_written_are_refused(filled: Board, tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    for path, problem in [
        (tmp_path / "folder.csv", "is a folder"),
        (tmp_path / "gone" / "a.csv", "could not be written: No such file"),
        (tmp_path / "a\0.csv", "could not be written"),
    ]:
        with pytest.raises(NotWritten, match=problem):
            export_file(filled, "thing", path)
    with pytest.raises(FileUnusable, match=r"ends in \.csv or \.xlsx"):
        export_file(filled, "thing", tmp_path / "a.pdf")
    with pytest.raises(UnknownName, match="did you mean 'thing'"):
        export_file(filled, "thingy", tmp_path / "a.csv")
