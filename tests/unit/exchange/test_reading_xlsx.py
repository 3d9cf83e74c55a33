"""What is read from Excel, and what is said of a workbook that cannot be read."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from peoplezones.exchange import FileUnusable, Row, TableUnreadable, read_rows, workbook
from tests.unit.exchange.books import rewrite_part, share_strings, write_book

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a workbook goes."""
    return tmp_path / "a.xlsx"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (12.5, "12.5"),
        (0.1 + 0.2, "0.3"),
        (1e21, "1000000000000000000000"),
        (-0.000001, "-0.000001"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2026, 11, 22), "2026-11-22"),
        (datetime(2026, 11, 22), "2026-11-22"),  # noqa: DTZ001 Excel knows no zones
        (datetime(2026, 11, 22, 10, 30), "2026-11-22 10:30:00"),  # noqa: DTZ001
        (time(10, 30), "10:30:00"),
        ("007", "007"),
        ("'=x", "'=x"),
        ("_x0041_", "A"),
    ],
)
def test_a_cell_is_read_as_people_see_it(path: Path, value: Any, text: str) -> None:
    write_book(path, {"One": [["a"], [value]]})
    assert list(read_rows(path)) == [Row(2, {"a": text})]


def test_texts_are_read_from_where_excel_puts_them(path: Path) -> None:
    share_strings(write_book(path, {"One": [["a", "b"], ["one", "two"]]}))
    assert list(read_rows(path)) == [Row(2, {"a": "one", "b": "two"})]


def test_blank_rows_count_and_are_left_out(path: Path) -> None:
    write_book(path, {"One": [[], ["a", "b"], [None, None], [1, None]]})
    assert list(read_rows(path)) == [Row(4, {"a": "1", "b": ""})]


def test_the_first_sheet_is_read_or_the_one_named(path: Path) -> None:
    write_book(path, {"One": [["a"], [1]], "Other": [["a"], [2]]})
    assert [row.cells["a"] for row in read_rows(path)] == ["1"]
    assert [row.cells["a"] for row in read_rows(path, sheet="other")] == ["2"]
    with pytest.raises(FileUnusable, match="no sheet 'Othr'; did you mean 'Other'"):
        list(read_rows(path, sheet="Othr"))


def test_what_a_sheet_says_of_its_own_size_is_not_believed(path: Path) -> None:
    write_book(path, {"One": [["a", "b"], [1, 2]]})
    rewrite_part(path, SHEET, 'ref="A1:B2"', 'ref="A1"')
    assert list(read_rows(path)) == [Row(2, {"a": "1", "b": "2"})]


def test_an_error_value_is_refused_with_its_place(path: Path) -> None:
    write_book(path, {"One": [["a"], ["#REF!"]]})
    with pytest.raises(TableUnreadable, match="row 2: A2 holds the error #REF!"):
        list(read_rows(path))


def test_a_formula_without_a_result_is_refused_and_one_with_a_result_is_read(path: Path) -> None:
    write_book(path, {"One": [["a"], ["=1+1"]]})
    with pytest.raises(TableUnreadable, match="row 2: the formula in A2 has no result yet"):
        list(read_rows(path))
    rewrite_part(path, SHEET, "<v />" if b"<v />" in _sheet(path) else "<v></v>", "<v>2</v>")
    assert list(read_rows(path)) == [Row(2, {"a": "2"})]


def _sheet(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(SHEET)


def test_a_nul_character_is_refused_with_its_place(path: Path) -> None:
    write_book(path, {"One": [["a"], ["x_x0000_"]]})
    with pytest.raises(TableUnreadable, match="row 2: A2 holds a NUL"):
        list(read_rows(path))


def test_a_row_with_more_cells_than_headings_is_refused(path: Path) -> None:
    write_book(path, {"One": [["a"], [1, 2]]})
    with pytest.raises(TableUnreadable, match="row 2: there are 2 cells, but only 1 headings"):
        list(read_rows(path))


@pytest.mark.parametrize(("limit", "size"), [("LARGEST_BOOK", 1000), ("LARGEST_STRINGS", 1000)])
def test_a_workbook_that_would_not_fit_into_memory_is_refused_unopened(
    path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, size: int
) -> None:
    share_strings(write_book(path, {"One": [["a"], ["text" * 1000]]}))
    monkeypatch.setattr(workbook, limit, size)
    with pytest.raises(FileUnusable, match="too large when unpacked"):
        list(read_rows(path))


def test_a_zip_bomb_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open(SHEET, "w") as part:
            for _ in range(257):
                part.write(bytes(1 << 20))
    assert path.stat().st_size < 4 << 20
    with pytest.raises(FileUnusable, match="too large when unpacked"):
        list(read_rows(path))


def test_entities_that_grow_without_end_are_refused(path: Path) -> None:
    write_book(path, {"One": [["a"], ["b"]]})
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    start = _sheet(path).decode()[:10]
    rewrite_part(path, SHEET, start, f'<!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">{grown}]>{start}')
    rewrite_part(path, SHEET, "<sheetData>", "<sheetData><row><c><v>&e11;</v></c></row>")
    with pytest.raises(TableUnreadable, match="is damaged"):
        list(read_rows(path))


def test_a_damaged_workbook_is_refused(path: Path) -> None:
    write_book(path, {"One": [["a"], ["b"]]})
    whole = path.read_bytes()
    for content in (whole[: len(whole) // 2], whole[:400] + bytes(200) + whole[600:], b"PK\x03\x04"):
        path.write_bytes(content)
        with pytest.raises(TableUnreadable, match="is damaged"):
            list(read_rows(path))


def test_an_archive_that_is_no_workbook_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(TableUnreadable, match="is damaged"):
        list(read_rows(path))
