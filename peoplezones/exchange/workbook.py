"""Reading one sheet of an Excel workbook, as a stream, within limits.

openpyxl is imported late: it costs more than everything else that a command imports.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any, BinaryIO

from peoplezones.domain.cells import cell_text
from peoplezones.domain.errors import PeopleZonesError, did_you_mean

from .errors import FileUnusable, TableUnreadable

LARGEST_BOOK = 256 << 20  # bytes, unpacked
LARGEST_STRINGS = 64 << 20  # of them the texts, which openpyxl keeps in memory
_STRINGS = "sharedstrings.xml"
_BLOCK = 1 << 20


class SheetSource:
    """Records of the first sheet, or of the one named."""

    note = ""

    def __init__(self, file: BinaryIO, name: str, sheet: str) -> None:
        self.part = ""
        self._file, self._name, self._sheet = file, name, sheet
        self._formulas = self._look_inside()

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield number and cells of every row. Raises TableUnreadable with the row."""
        try:
            rows = self._rows(values=True)
            formulas = self._rows(values=False) if self._formulas else repeat(())
            for number, (row, formula) in enumerate(zip(rows, formulas, strict=False), start=1):
                self._refuse_unusable(row, formula)
                yield number, [cell_text(cell.value) for cell in row]
        except PeopleZonesError:
            raise
        except Exception as error:  # openpyxl, zlib and expat each raise their own at a damaged file
            problem = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
            raise TableUnreadable(f"{self._name} is damaged: {problem}; open it in Excel and save it again") from error

    def _rows(self, *, values: bool) -> Iterator[Any]:
        from openpyxl import load_workbook

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validation, of which nothing is read
            book = load_workbook(self._file, read_only=True, data_only=values, keep_links=False)
        try:
            sheet = self._pick(book.worksheets)
            self.part = sheet.title
            sheet.reset_dimensions()  # what a file says of its own size is often wrong
            yield from sheet.iter_rows()
        finally:
            book.close()

    def _pick(self, sheets: list[Any]) -> Any:
        if not sheets:
            raise TableUnreadable(f"{self._name} has no sheet with cells")
        wanted = self._sheet.strip().casefold()
        found = next((sheet for sheet in sheets if not wanted or sheet.title.casefold() == wanted), None)
        if found is None:
            titles = [sheet.title for sheet in sheets]
            hint = did_you_mean(self._sheet, titles) or f"; it has: {', '.join(titles[:20])}"
            raise FileUnusable(f"{self._name} has no sheet '{self._sheet}'{hint}")
        return found

    def _refuse_unusable(self, row: Iterable[Any], formulas: Iterable[Any]) -> None:
        """Raise at an error value, at a NUL, and at a formula that was never worked out, which would read as empty."""
        for cell in row:
            if cell.data_type == "e":
                raise TableUnreadable(f"{self._name}, row {cell.row}: {cell.coordinate} holds the error {cell.value}")
            if type(cell.value) is str and ("\0" in cell.value or "_x0000_" in cell.value):
                raise TableUnreadable(f"{self._name}, row {cell.row}: {cell.coordinate} holds a NUL character")
        for cell, formula in zip(row, formulas, strict=False):
            if formula.data_type == "f" and cell.value is None and cell.data_type == "n":
                raise TableUnreadable(
                    f"{self._name}, row {formula.row}: the formula in {formula.coordinate} has no result yet; "
                    "open the file in Excel and save it again"
                )

    def _look_inside(self) -> bool:
        """Return whether there are formulas. Raises FileUnusable for what would not fit into memory."""
        self._file.seek(0)
        try:
            with zipfile.ZipFile(self._file) as archive:
                parts = archive.infolist()
                texts = sum(part.file_size for part in parts if part.filename.lower().endswith(_STRINGS))
                if sum(part.file_size for part in parts) > LARGEST_BOOK or texts > LARGEST_STRINGS:
                    raise FileUnusable(f"{self._name} is too large when unpacked; save the sheet as CSV instead")
                sheets = [part for part in parts if part.filename.startswith("xl/worksheets/")]
                return any(_has_formula(archive, part) for part in sheets)
        except PeopleZonesError:
            raise
        except Exception as error:  # zipfile raises half a dozen kinds of exception at a damaged file
            raise TableUnreadable(f"{self._name} is damaged: {error}; open it in Excel and save it again") from error


def _has_formula(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether an element whose name begins with `f` may be in this part; a wrong yes only costs time."""
    with archive.open(part) as text:
        before = b""
        while block := text.read(_BLOCK):
            if b"<f" in before + block or b":f" in before + block:
                return True
            before = block[-1:]
    return False
