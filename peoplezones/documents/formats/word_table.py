"""A table of a Word document: its head is repeated on every sheet and marked as one for who hears it."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell, _Row

from .blocks import Blank, Table, Words, plain
from .word_parts import element
from .word_styles import LYING_WIDTH, TEXT_WIDTH
from .word_words import add_words

_SIDES = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}
_LINE: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": "8A9298"}
_ROOM_TO_WRITE = Mm(10)
_NARROWEST = 6  # letters


def add_table(document: Document, table: Table) -> None:
    """Add a table, as wide as the text of its sheet."""
    found = document.add_table(rows=0, cols=len(table.sides))
    found.autofit = False
    _described(found, table)
    widths = _widths(table)
    style = "In Wide Table" if table.is_wide else "In Table"
    for column, width in zip(found.columns, widths, strict=True):
        column.width = width
    if table.heads:
        row = found.add_row()
        row._tr.get_or_add_trPr().append(element("tblHeader"))
        for cell, words, side, width in zip(row.cells, table.heads, table.sides, widths, strict=True):
            cell.width = width
            _fill(cell, words, side, style, bold=True)
        _keep_with_next(row)
    for number, line in enumerate(table.rows, 1):
        row = found.add_row()
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        if any(isinstance(word, Blank) for words in line.cells for word in words):
            row.height = _ROOM_TO_WRITE
        cells = zip(row.cells, line.cells, table.sides, widths, strict=True)
        for column_number, (cell, words, side, width) in enumerate(cells):
            cell.width = width
            _fill(cell, words, side, style, bold=line.headed and column_number == 0)
        if table.is_short and number < len(table.rows):
            _keep_with_next(row)


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(cell: _Cell, words: Words, side: str, style: str, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.alignment = _SIDES.get(side)
    add_words(paragraph, tuple(word for word in words if not isinstance(word, Blank)), bold=bold)


def _described(found: Any, table: Table) -> None:
    """Draw lines between rows, and say which row and column are heads and what the table is called."""
    properties = found._tbl.tblPr
    for old in [*properties.findall(qn("w:tblLook")), *properties.findall(qn("w:tblBorders"))]:
        properties.remove(old)
    borders = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(side, **_LINE))
    properties.insert_element_before(
        borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription"
    )
    row, column = int(bool(table.heads)), int(any(line.headed for line in table.rows))
    properties.append(element("tblLook", val="0000", firstRow=row, firstColumn=column, noHBand=1, noVBand=1))
    if table.caption:
        properties.append(element("tblCaption", val=plain(table.caption)))


def _widths(table: Table) -> list[int]:
    """Return widths of columns by how much is in them: between a narrow one and what four narrow ones have."""
    rows = [table.heads, *(line.cells for line in table.rows)] if table.heads else [line.cells for line in table.rows]
    lengths = [
        min(max((len(plain(row[column])) for row in rows), default=0), _NARROWEST * 8) + _NARROWEST
        for column in range(len(table.sides))
    ]
    if table.is_to_fill:
        lengths = [1] * len(table.sides)
    width = LYING_WIDTH if table.is_wide else TEXT_WIDTH
    return [int(width * length / sum(lengths)) for length in lengths]
