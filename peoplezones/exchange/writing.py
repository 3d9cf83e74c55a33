"""Writing a file whole or not at all: beside its place first, then moved there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from os import fspath
from pathlib import Path
from typing import Any, BinaryIO

from peoplezones.domain.cells import LONGEST_CELL, excel_text
from peoplezones.store.placing import placed

from .errors import NotWritten
from .table import FilePath

MOST_EXCEL_ROWS = 1_048_576


def write_csv(path: FilePath, rows: Iterable[Sequence[str]], *, overwrite: bool = False) -> None:
    """Write rows of text as CSV that Excel opens rightly (UTF-8 with its mark). Raises NotWritten."""
    with whole_file(path, overwrite=overwrite) as file:
        csv_into(file, rows)


def csv_into(file: BinaryIO, rows: Iterable[Sequence[str]]) -> None:
    """Write rows of text as CSV, as `write_csv` does, to where nothing can be taken back."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        csv.writer(text).writerows(rows)
        text.flush()
    finally:
        text.detach()


def write_lines(path: FilePath, lines: Iterable[str], *, overwrite: bool = False) -> None:
    """Write lines of text in UTF-8. Raises NotWritten."""
    with whole_file(path, overwrite=overwrite) as file:
        lines_into(file, lines)


def lines_into(file: BinaryIO, lines: Iterable[str]) -> None:
    """Write lines of text in UTF-8, each with a line feed after it."""
    for line in lines:
        file.write(f"{line}\n".encode())


ExcelRow = Sequence[tuple[Any, str]]  # value, number format


def write_xlsx(path: FilePath, rows: Iterable[ExcelRow], title: str, *, overwrite: bool = False) -> None:
    """Write rows of (value, number format) as a workbook with one sheet. Raises NotWritten."""
    from openpyxl import Workbook

    with whole_file(path, overwrite=overwrite) as file:
        book = Workbook(write_only=True)
        sheet = book.create_sheet(_sheet_title(title))
        sheet.freeze_panes = "A2"
        try:
            for number, row in enumerate(rows, start=1):
                if number > MOST_EXCEL_ROWS:
                    raise NotWritten(f"{path}: a sheet holds {MOST_EXCEL_ROWS:,} rows; export as CSV")
                sheet.append([_cell(sheet, value, style, number) for value, style in row])
        finally:
            sheet.close()
        book.save(file)


def _cell(sheet: Any, value: Any, style: str, number: int) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if value is None or value == "":
        return None
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = style
        return cell
    text = excel_text(value)
    if len(text) > LONGEST_CELL:
        raise NotWritten(f"row {number} has a text of {len(text):,} characters, too long for Excel; export as CSV")
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # or a text that begins with `=` would be a formula
    return cell


@contextmanager
def whole_file(path: FilePath, *, overwrite: bool) -> Iterator[BinaryIO]:
    """Yield a file that takes its place at `path` when the block ends well, and leaves no trace otherwise."""
    goal = Path(fspath(path))
    check_free(goal, overwrite=overwrite)
    try:
        with placed(goal, lambda: check_free(goal, overwrite=overwrite)) as file:
            yield file
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotWritten(f"{str(goal)!r} could not be written: {reason}") from error


def check_free(goal: Path, *, overwrite: bool) -> None:
    """Raise NotWritten where a file cannot be put: before anything that takes long is done for it."""
    if not goal.absolute().parent.is_dir():
        raise NotWritten(f"'{goal}' could not be written: No such file or folder '{goal.parent}'; make it first")
    if goal.is_dir():
        raise NotWritten(f"{goal} is a folder; give a file name in it")
    if goal.exists() and not goal.is_file():  # a device, a pipe: a file in its place would break what others do with it
        raise NotWritten(f"{goal} is a device or a pipe and no file; give another name, or - where that prints it")
    if goal.exists() and not overwrite:
        raise NotWritten(
            f"{goal} exists already and is left as it is; choose another name, or overwrite it (--overwrite)"
        )


def _sheet_title(title: str) -> str:
    """Return a title that Excel takes: at most 31 characters, none of `[]:*?/` and no backslash."""
    return "".join(" " if char in "[]:*?/\\" else char for char in title)[:31] or "Sheet"
