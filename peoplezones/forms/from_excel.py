"""An Excel workbook that came back, as rows: answers are found by the codes and labels that stand before them.

openpyxl is imported late: it costs more than everything else that a command imports.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from peoplezones.domain.cells import cell_text
from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.files import File

from .errors import FormUnreadable
from .fixed import PROPERTY
from .returned import CODE, Cell, Line, Returned, Row

MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 2_000, 40, 20


def rows_of_excel(file: File) -> Returned:
    """Return what stands in a workbook whose parts have been looked through. Raises FormUnreadable."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validation, of which nothing is read
            book: Any = load_workbook(io.BytesIO(file.content), read_only=True, keep_links=False)
            grid = [row for sheet in book.worksheets[:MOST_SHEETS] for row in _sheet(sheet)]
            kept = [str(one.value) for one in book.custom_doc_props.props if one.name == PROPERTY]
            book.close()
    except PeopleZonesError:
        raise
    except Exception as error:  # openpyxl, zlib and expat each raise their own at a damaged file
        problem = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise FormUnreadable(f"{file.name} is damaged: {problem}; open it, save it again and read that") from error
    written = (cell_text(cell.value) for row in grid for cell in row if type(cell.value) is str)
    codes = [text for text in written if "PZF" in text.upper()]
    return Returned(codes=(*kept, *codes), rows=tuple(_rows(grid)))


def _sheet(sheet: Any) -> Iterator[list[Any]]:
    """Yield the rows of a sheet that are not empty, as cells."""
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS), start=1):
        found = [cell for cell in row if cell.value is not None]
        if found and number > MOST_ROWS:
            raise FormUnreadable(f"the sheet '{sheet.title}' has more than {MOST_ROWS:,} rows, which no form has")
        if found:
            yield list(row)


def _rows(grid: list[list[Any]]) -> Iterator[Row]:
    for row in grid:
        texts = [cell_text(cell.value).strip() for cell in row]
        coded = next((place for place, text in enumerate(texts) if CODE.fullmatch(text)), None)
        if coded is None:
            first = next((place for place, text in enumerate(texts) if text), len(texts))
            yield Row(code="", label="".join(texts[first : first + 1]), answer=_at(row, first + 1))
        else:
            label = texts[coded + 1] if coded + 1 < len(texts) else ""
            yield Row(code=texts[coded], label=label, answer=_at(row, coded + 2))


def _at(row: list[Any], place: int) -> Cell:
    cell = row[place] if place < len(row) else None
    if cell is None or cell.value is None:
        return Cell()
    lines = tuple(Line(text=text) for text in cell_text(cell.value).replace("\r\n", "\n").split("\n"))
    return Cell(lines=lines, where=f"cell {cell.coordinate}", trouble=_trouble(cell))


def _trouble(cell: Any) -> str:
    """Return what is the matter with a cell: a formula is no answer, for nobody knows what it will say tomorrow."""
    if cell.data_type == "f":
        return f"cell {cell.coordinate} holds a formula; write what it comes to in its place"
    if cell.data_type == "e":
        return f"cell {cell.coordinate} holds the error {cell.value}; write the answer in its place"
    return ""
