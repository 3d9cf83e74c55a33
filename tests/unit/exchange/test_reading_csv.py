"""What is read from CSV, and what is said of a file that cannot be read."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from peoplezones.exchange import FileUnusable, HeadingsWrong, Row, TableUnreadable, read_rows, table
from peoplezones.exchange.delimited import find_delimiter
from peoplezones.exchange.table import open_table
from tests.unit.exchange.conftest import Lay


def rows(path: Path) -> list[Row]:
    return list(read_rows(path))


def test_rows_have_the_number_that_a_spreadsheet_shows_and_text_by_heading(lay: Lay) -> None:
    path = lay("a.csv", 'name,note\r\none,"two\nlines"\r\n\r\n,\r\nthree,\r\n')
    assert rows(path) == [Row(2, {"name": "one", "note": "two\nlines"}), Row(5, {"name": "three", "note": ""})]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(lay: Lay, encoding: str) -> None:
    assert rows(lay("a.csv", "nâme\nŻółć 🙂\n".encode(encoding))) == [Row(2, {"nâme": "Żółć 🙂"})]


def test_windows_1252_is_read_where_it_is_not_utf_8_and_this_is_said(lay: Lay) -> None:
    path = lay("a.csv", "name\nfine\ncafé — £5\n".encode("cp1252"))
    assert rows(path)[1].cells["name"] == "café — £5"
    with open_table(path) as found:
        assert "line 3" in found.note
        assert "Windows-1252" in found.note


def test_a_file_that_says_it_is_utf_8_and_is_not_is_refused(lay: Lay) -> None:
    with pytest.raises(TableUnreadable, match="line 2: this is not UTF-8"):
        rows(lay("a.csv", b"\xef\xbb\xbfname\ncaf\xe9\n"))


def test_bytes_that_are_no_text_at_all_are_refused(lay: Lay) -> None:
    with pytest.raises(TableUnreadable, match="no text in UTF-8 or Windows-1252"):
        rows(lay("a.csv", b"name\n\x81\x8d\xff\n"))


@pytest.mark.parametrize(
    ("headings", "delimiter"),
    [
        ("a,b,c", ","),
        ("a;b;c", ";"),
        ("a\tb\tc", "\t"),
        ('"a;b;c",d', ","),
        ("Worth, in pounds;Name;Size", ";"),
        ("Worth, in pounds;Name", ";"),
        ("only one", ","),
        ('"say ""a;b""",c', ","),
    ],
)
def test_the_delimiter_is_the_one_that_parts_the_headings(headings: str, delimiter: str) -> None:
    assert find_delimiter(headings) == delimiter


def test_text_that_an_export_protected_is_read_as_it_was(lay: Lay) -> None:
    assert rows(lay("a.csv", "a,b,c\n'=1+1,'plain,''=x\n"))[0].cells == {"a": "=1+1", "b": "'plain", "c": "'=x"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "is empty"),
        ("\n ,\n\n", "has no headings"),
        ("\ufeff", "has no headings"),
        ("a,b\n1,2,3\n", "row 2: there are 3 cells, but only 2 headings"),
        ("a,,b\n1,2,3\n", "row 2: column 2 has no heading"),
        ("a\nok\nno\0t ok\n", "row 3: there is a NUL character"),
        ("\0a\n", "row 1: there is a NUL character"),
        ('a\n1\n"never closed\n2\n', "row 3: a quotation mark is opened and never closed"),
        ('a\n"1"2\n', "row 2: a quotation mark inside a quoted cell must be written twice"),
        ("a\n" + "x" * 200_000, "row 2: a cell is too long"),
        ("a" * (5 << 20), "row 1: there is no line end"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_row(lay: Lay, content: str, problem: str) -> None:
    with pytest.raises(TableUnreadable, match=problem) as raised:
        rows(lay("a.csv", content))
    assert "a.csv" in str(raised.value)


def test_a_row_may_have_fewer_cells_and_blank_ones_more(lay: Lay) -> None:
    assert rows(lay("a.csv", "a,b,\n1\n2,3,,,\n")) == [Row(2, {"a": "1", "b": ""}), Row(3, {"a": "2", "b": "3"})]


def test_doubled_headings_are_all_named_at_once(lay: Lay) -> None:
    with pytest.raises(HeadingsWrong) as raised:
        rows(lay("a.csv", "a b,x,A_B,X,a-b\n"))
    assert len(raised.value.problems) == 2
    assert "columns 1 and 3 and 5" in raised.value.problems[0]


def test_more_rows_than_can_be_taken_are_refused(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 2)
    assert len(rows(lay("a.csv", "a\n1\n\n2\n"))) == 2
    with pytest.raises(TableUnreadable, match="more than 2 rows"):
        rows(lay("a.csv", "a\n1\n2\n3\n"))


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.pdf", b"%PDF", "of a type that cannot be read"),
        ("a.csv", b"PK\x03\x04...", "workbook or archive and not text"),
        ("a.xlsx", b"name\n1\n", "is not an Excel workbook"),
        ("a.csv", b"\xd0\xcf\x11\xe0....", "old Excel file or has a password"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0....", "old Excel file or has a password"),
    ],
)
def test_a_file_of_another_type_is_refused(lay: Lay, name: str, content: bytes, problem: str) -> None:
    with pytest.raises(FileUnusable, match=problem):
        rows(lay(name, content))


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path, problem in [
        (tmp_path / "gone.csv", "there is no file"),
        (tmp_path, "is a folder"),
        (tmp_path / "pipe.csv", "is not a file"),
        (Path("a\0.csv"), "cannot be read"),
        (tmp_path / ("x" * 300 + ".csv"), "cannot be read"),
    ]:
        with pytest.raises(FileUnusable, match=problem):
            rows(path)


def test_a_sheet_of_a_text_is_refused(lay: Lay) -> None:
    with pytest.raises(FileUnusable, match="has no sheets"):
        list(read_rows(lay("a.csv", "a\n"), sheet="First"))


def test_a_long_file_is_read_as_a_stream(lay: Lay) -> None:
    path = lay("a.csv", "name,note\n" + "some name,some note that is a little longer\n" * 50_000)
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_rows(path)) == 50_000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 << 20
