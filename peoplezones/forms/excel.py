"""A form as an Excel workbook: one sheet to fill in, with lists to choose from, and one beside it that holds the lists.

The places for answers hold text, so that nothing turns into a date or a formula by itself; all else is protected,
without a password, against slips. openpyxl is imported with this module, and this module only where a form is made.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation

from peoplezones.domain.cells import excel_text

from . import texts
from .fixed import PROPERTY, dated, moment_of
from .plan import Plan
from .questions import Question

SHEET, LISTS = "Form", "Lists"
_WIDTHS = {"A": 7, "B": 42, "C": 46, "D": 52}
_ACROSS = 125  # characters that go into a line across the columns B to D
_LINE, _SIZE = 15, 10  # points
_LONG = 5  # lines of an answer that may be long
_THIN = Side(style="thin", color="505050")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TO_FILL = PatternFill("solid", fgColor="FFF9DB")
_HEAD = PatternFill("solid", fgColor="E3E8EF")


def as_excel(plan: Plan) -> bytes:
    """Return a form as a workbook, the same bytes for the same plan."""
    return _Writing(plan).content()


class _Writing:
    """One workbook while it is written, row by row."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._book: Any = Workbook()
        self._sheet: Any = self._book.active
        self._lists: Any = self._book.create_sheet(LISTS)
        self._row = 0
        self._columns = 0

    def content(self) -> bytes:
        """Return the whole workbook."""
        plan = self._plan
        self._set_up()
        self._across(plan.title, _font(bold=True, size=18))
        self._section(texts.ABOUT)
        for label, text in plan.about:
            self._put(("", label, text, ""), bold=True)
        self._section(texts.HOW, *texts.how(plan, excel=True))
        if plan.which is not None:
            self._section(plan.which.label)
            self._questions((plan.which,))
        for offer in plan.offers:
            self._section(f"{offer.letter}: {offer.title}", *filter(None, [offer.help]))
            if offer.questions:
                self._questions(offer.questions)
            else:
                self._across(texts.NOTHING_ASKED)
        self._section(texts.SIGN)
        self._questions(plan.signing)
        self._section(texts.KEPT, *texts.kept(plan))
        self._across(texts.code_line(plan), _font(size=8, color="505050"))
        self._finish()
        out = io.BytesIO()
        self._book.save(out)
        return dated(out.getvalue(), plan.code.made)

    def _set_up(self) -> None:
        sheet, plan = self._sheet, self._plan
        sheet.title = SHEET
        for column, width in _WIDTHS.items():
            sheet.column_dimensions[column].width = width
        properties = self._book.properties
        properties.title, properties.creator, properties.language = plan.title, plan.board, "en-GB"
        properties.created = properties.modified = moment_of(plan.code.made)
        properties.lastModifiedBy, properties.identifier = plan.board, str(plan.code)
        self._book.custom_doc_props.append(StringProperty(name=PROPERTY, value=str(plan.code)))

    def _finish(self) -> None:
        """Protect both sheets, hide the lists, and print on as many pages as it takes, one wide."""
        for sheet in (self._sheet, self._lists):
            sheet.protection.sheet = True
            sheet.protection.formatRows = sheet.protection.formatColumns = False
        self._lists.sheet_state = "hidden"
        setup = self._sheet.page_setup
        setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
        self._sheet.sheet_properties.pageSetUpPr.fitToPage = True
        self._sheet.sheet_view.showGridLines = False

    def _section(self, title: str, *paragraphs: str) -> None:
        self._row += 1
        self._across(title, _font(bold=True, size=14))
        for text in paragraphs:
            self._across(text)

    def _across(self, text: str, font: Font | None = None) -> None:
        """Write a line of text over the columns B to D."""
        self._row += 1
        cell = self._write("B", text)
        cell.font = font or _font()
        self._sheet.merge_cells(f"B{self._row}:D{self._row}")
        self._heighten(_lines(text, _ACROSS, cell.font.size), cell.font.size)

    def _heighten(self, lines: int, size: float = _SIZE) -> None:
        """Give the row the height of so many lines: not every program works it out when it opens a file."""
        self._sheet.row_dimensions[self._row].height = lines * _LINE * max(1.0, size / _SIZE)

    def _questions(self, questions: Iterable[Question]) -> None:
        self._put((texts.NUMBER, texts.QUESTION, texts.ANSWER, "Help"), bold=True, fill=_HEAD)
        for question in questions:
            marks = [question.must, *([texts.PERSONAL] if question.personal else [])]
            among = f"One of: {'; '.join(question.among)}." if question.among else ""
            help_ = " ".join(filter(None, (f"({', '.join(marks)})", question.help, among)))
            self._put((question.code, question.label, "", help_))
            if question.type == "file":
                continue
            self._place_to_write(question)
            if question.type == "long_text" or (question.many and not question.choices):
                self._heighten(_LONG)

    def _put(self, values: tuple[str, ...], *, bold: bool = False, fill: PatternFill | None = None) -> None:
        self._row += 1
        for column, value in zip(_WIDTHS, values, strict=True):
            cell = self._write(column, value)
            cell.border = _BORDER
            cell.font = _font(bold=bold and (fill is not None or column == "B"))
            if fill is not None:
                cell.fill = fill
        self._heighten(max(_lines(value, _WIDTHS[column]) for column, value in zip(_WIDTHS, values, strict=True)))

    def _write(self, column: str, value: str) -> Any:
        cell = self._sheet[f"{column}{self._row}"]
        if value:
            cell.value = excel_text(value)
            cell.data_type = "s"  # or a text that begins with `=` would be a formula
        cell.number_format = "@"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        return cell

    def _place_to_write(self, question: Question) -> None:
        cell = self._sheet[f"C{self._row}"]
        cell.protection = Protection(locked=False)
        cell.fill = _TO_FILL
        listed = [choice.title for choice in question.choices] or ([] if question.many else list(question.among))
        if listed:
            self._offer(cell, listed, question)

    def _offer(self, cell: Any, listed: list[str], question: Question) -> None:
        """Let a cell be chosen from a list, which stands in a column of the other sheet."""
        self._columns += 1
        head = self._lists.cell(1, self._columns, question.code)
        for place, title in enumerate(listed, start=2):
            one = self._lists.cell(place, self._columns, excel_text(title))
            one.data_type = "s"
        column = head.column_letter
        rule = DataValidation(
            type="list",
            formula1=f"'{LISTS}'!${column}$2:${column}${len(listed) + 1}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=question.code,
            error="Choose one from the list, or leave it empty.",
        )
        self._sheet.add_data_validation(rule)
        rule.add(cell)


def _font(*, bold: bool = False, size: int = _SIZE, color: str = "000000") -> Font:
    return Font(name="Arial", bold=bold, size=size, color=color)


def _lines(text: str, width: int, size: float = _SIZE) -> int:
    """Return how many lines a text takes in so many characters, words being kept whole."""
    return max(1, -(-int(len(text) * size / _SIZE * 1.1) // width))
