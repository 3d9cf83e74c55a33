"""Any table with headings, from CSV or Excel, as rows of text.

A row's number is the one that people see beside it in a spreadsheet: the headings are mostly row 1; blank rows count.
Files are read as a stream, from one open handle however often they are gone through.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike, fspath
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from .columns import doubled
from .errors import FileUnusable, HeadingsWrong, TableUnreadable

MOST_ROWS = 1_000_000
TEXT_SUFFIXES, BOOK_SUFFIXES = (".csv", ".tsv", ".txt"), (".xlsx",)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BLOCK = 1 << 20

FilePath = str | PathLike[str]


class Row(msgspec.Struct, frozen=True):
    """One row: its number as people see it, and its text by heading."""

    number: int
    cells: dict[str, str]


class Source(Protocol):
    """Where records come from.

    `note` is what people should know about how the file was read; `part` names the part of it that is, once it was.
    """

    note: str
    part: str

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield number and cells of every row, blank ones too, from the beginning."""


class Table:
    """Headings, and the rows below them, which can be gone through again; `digest` tells it from any other table."""

    def __init__(self, name: str, source: Source, digest: str) -> None:
        self.name = name
        self.note = source.note
        self._source = source
        self._heading_row, self.headings = self._find_headings()
        self.digest = f"{digest} {source.part}"

    def _find_headings(self) -> tuple[int, tuple[str, ...]]:
        for number, cells in self._source.records():
            if found := _trimmed([cell.strip() for cell in cells]):
                return number, tuple(found)
        raise TableUnreadable(f"{self.name} has no headings: nothing is written in it")

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield number and cells of every row that is not blank, one cell for each heading."""
        width, count = len(self.headings), 0
        for number, cells in self._source.records():
            if number <= self._heading_row or not (found := _trimmed(cells)):
                continue
            count += 1
            if count > MOST_ROWS:
                raise TableUnreadable(f"{self.name} has more than {MOST_ROWS:,} rows; cut it into several files")
            self._refuse_stray(number, found)
            yield number, (*found, *[""] * (width - len(found)))

    def count(self) -> int:
        """Return how many rows there are, having looked at every one of them."""
        return sum(1 for _ in self.rows())

    def _refuse_stray(self, number: int, cells: list[str]) -> None:
        """Raise where something stands in a column that has no heading."""
        width = len(self.headings)
        if len(cells) > width:
            raise TableUnreadable(
                f"{self.name}, row {number}: there are {len(cells)} cells, but only {width} headings; "
                "put text that has a comma or semicolon in it between quotation marks"
            )
        for place, (heading, cell) in enumerate(zip(self.headings, cells, strict=False), start=1):
            if not heading and cell:
                raise TableUnreadable(f"{self.name}, row {number}: column {place} has no heading, but is not empty")


def read_rows(path: FilePath, *, sheet: str = "") -> Iterator[Row]:
    """Yield every row of a CSV or Excel file that is not blank. Raises what `open_table` does, and HeadingsWrong."""
    with open_table(path, sheet=sheet) as table:
        if problems := doubled(table.headings):
            raise HeadingsWrong(table.name, tuple(problems))
        for number, cells in table.rows():
            yield Row(number, {h: cell for h, cell in zip(table.headings, cells, strict=True) if h})


@contextmanager
def open_table(path: FilePath, *, sheet: str = "") -> Iterator[Table]:
    """Yield the table in a file; in Excel its first sheet, or the one named. Raises FileUnusable or TableUnreadable."""
    found = Path(fspath(path))
    with _open(found) as file:
        start = file.read(8)
        if not start:
            raise TableUnreadable(f"{found} is empty")
        digest = _digest(file)
        yield Table(str(found), _source(file, found, start, sheet), digest)


def _open(path: Path) -> BinaryIO:
    try:
        if path.is_dir():
            raise FileUnusable(f"{path} is a folder; name a file in it")
        if path.exists() and not path.is_file():
            raise FileUnusable(f"{path} is not a file that can be read twice; save it as a file first")
        return path.open("rb")
    except FileNotFoundError:
        raise FileUnusable(f"there is no file {path}") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise FileUnusable(f"{str(path)!r} cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _source(file: BinaryIO, path: Path, start: bytes, sheet: str) -> Source:
    suffix = path.suffix.lower()
    if suffix not in (*TEXT_SUFFIXES, *BOOK_SUFFIXES):
        known = ", ".join((*TEXT_SUFFIXES, *BOOK_SUFFIXES))
        raise FileUnusable(f"{path} is of a type that cannot be read; these can be: {known}")
    if start.startswith(_OLE):
        raise FileUnusable(f"{path} is an old Excel file or has a password; save it as .xlsx or CSV, without one")
    zipped = start.startswith(_ZIP)
    if suffix in BOOK_SUFFIXES:
        from .workbook import SheetSource

        if not zipped:
            raise FileUnusable(f"{path} is not an Excel workbook, although its name says so")
        return SheetSource(file, str(path), sheet)
    from .delimited import TextSource

    if zipped:
        raise FileUnusable(f"{path} is a workbook or archive and not text; give a workbook a name that ends in .xlsx")
    if sheet:
        raise FileUnusable(f"{path} is text and has no sheets; leave the sheet '{sheet}' out")
    return TextSource(file, str(path))


def _digest(file: BinaryIO) -> str:
    file.seek(0)
    found = hashlib.sha256()
    while block := file.read(_BLOCK):
        found.update(block)
    return found.hexdigest()


def _trimmed(cells: list[str]) -> list[str]:
    """Return the cells without the blank ones at the end, blank ones as empty text."""
    found = [cell if cell and not cell.isspace() else "" for cell in cells]
    while found and not found[-1]:
        found.pop()
    return found
