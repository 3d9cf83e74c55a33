"""A report can be written, mended and imported again until nothing is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from peoplezones.app import Board
from peoplezones.exchange import NotWritten, import_file, read_rows
from tests.unit.exchange.conftest import Lay

KEEPER = "Ann Example"


def test_rows_with_problems_are_written_mended_and_imported_again(board: Board, lay: Lay, tmp_path: Path) -> None:
    path = lay("a.csv", "name,size,made on\ngood,1,\nbig,100,\nbad,x,never\n'=bad,y,\n")
    report = import_file(board, "thing", path, entered_by=KEEPER)
    mend = tmp_path / "mend.csv"
    assert report.write_csv(mend) == 3
    big, bad, formula = list(read_rows(mend))
    assert list(big.cells) == ["name", "size", "made on", "key", "problem", "problem 2"]
    assert big.cells["problem"].startswith("needed: at most 99 long")
    assert bad.cells["problem 2"].startswith("made on: 'never' is not a date")
    assert formula.cells["name"] == "=bad"
    assert b"'=bad" in mend.read_bytes()

    text = mend.read_text("utf-8-sig")
    mend.write_text(text.replace("big,100", "big,99").replace("bad,x,never", "bad,2,2020-01-01"), encoding="utf-8")
    second = import_file(board, "thing", mend, entered_by=KEEPER)
    assert [(len(second.moved), len(second.faulty))] == [(2, 1)]
    mend.write_text(mend.read_text().replace("bad,y", "bad,3"), encoding="utf-8")
    third = import_file(board, "thing", mend, entered_by=KEEPER)
    assert (len(third.moved), len(third.repeated), third.troubles) == (1, 2, ())


def test_a_report_on_a_mended_file_has_only_the_new_problems(board: Board, lay: Lay, tmp_path: Path) -> None:
    path = lay("a.csv", "name,problem,key,Problem 2\n,old,k,older\n")
    import_file(board, "thing", path, entered_by=KEEPER).write_csv(tmp_path / "b.csv")
    (row,) = read_rows(tmp_path / "b.csv")
    assert row.cells == {"name": "", "key": "k", "problem": "name: must be given (Name of it)"}


def test_a_report_does_not_write_over_another_file(board: Board, lay: Lay) -> None:
    path = lay("a.csv", "name\n\n")
    report = import_file(board, "thing", path, entered_by=KEEPER)
    with pytest.raises(NotWritten, match="exists already"):
        report.write_csv(path)
    assert path.read_text() == "name\n\n"
    assert report.write_csv(path, overwrite=True) == 0


def test_a_refusal_has_names_beside_references(board: Board, lay: Lay) -> None:
    other = board.request("person", "register", values={"name": "Ben Example"}, entered_by=KEEPER).reference
    report = import_file(board, "thing", lay("a.csv", "name\ngood\n"), entered_by=other)
    assert f"found: {other} (Ben Example) held no such office" in report.refused[0].problems[0]
