"""What is missing, as text: a matrix of marks, and below it every cell in words."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.network.gaps import MARKS, MISSING, NOT_ASKED, Cell, Column, Gaps, Row

from .printing import heading, say, table
from .wrapping import legend, letter, paragraph, record_called, width

_WORDS = {MISSING: "Missing", NOT_ASKED: "Not asked for"}
_MARK_WIDTH = 4


def tell_gaps(found: Iterable[Gaps], today: str) -> None:
    """Print every gap."""
    for place, gaps in enumerate(found):
        if place:
            say()
        heading(f"{gaps.title}, {today} ({gaps.leans})")
        _tell(gaps)


def _tell(gaps: Gaps) -> None:
    if not gaps.rows:
        paragraph(f"No {gaps.plural} to look at{_left_out(gaps)}.", "  ")
        return
    if gaps.columns:
        _tell_matrix(gaps)
    elif gaps.matrix:
        say("  Nothing was asked for, and nothing is there.")
    for row in gaps.rows:
        _tell_row(gaps, row)
    if gaps.left_out:
        paragraph(f"Not looked at: {_counted(gaps.left_out)}.", "  ")


def _left_out(gaps: Gaps) -> str:
    return f" ({_counted(gaps.left_out)})" if gaps.left_out else ""


def _counted(stages: dict[str, int]) -> str:
    return ", ".join(f"{count:,} at '{stage}'" for stage, count in stages.items())


def _tell_matrix(gaps: Gaps) -> None:
    """Print the marks, in as many bands of columns as it takes to keep to the width."""
    first = max(len(row.reference) for row in gaps.rows)
    at_once = max(1, (width() - 2 - first) // _MARK_WIDTH)
    for start in range(0, len(gaps.columns), at_once):
        some = range(start, min(start + at_once, len(gaps.columns)))
        rows = [(row.reference, *(MARKS[row.cells[place].standing] for place in some)) for row in gaps.rows]
        table(("", *(letter(place) for place in some)), rows, "  ")
    paragraph(", ".join(f"{mark} {words}" for words, mark in MARKS.items()), "  ")
    legend(_column(column) for column in gaps.columns)


def _column(column: Column) -> str:
    return record_called(column.name, column.label) if column.name.isupper() else column.label


def _tell_row(gaps: Gaps, row: Row) -> None:
    paragraph(f"{record_called(row.reference, row.label)}, {row.state}", "  ")
    columns = {column.name: column.label for column in gaps.columns}
    told: dict[str, list[Cell]] = {}
    for cell in row.cells:
        if cell.standing != NOT_ASKED:
            told.setdefault(f"{MARKS[cell.standing]} {_in_words(cell)}", []).append(cell)
    for words, cells in told.items():
        paragraph(f"{words}: {', '.join(_since(columns[cell.column], cell) for cell in cells)}", "    ")
    for lacking in row.lacking:
        paragraph(f"{lacking.label}: {lacking.text}", "    ")
    if row.groups_missing:
        paragraph(f"without, by {gaps.grouped_by}: {', '.join(row.groups_missing)}", "    ")


def _in_words(cell: Cell) -> str:
    words = _WORDS.get(cell.standing, "")
    return f"{words} ({cell.words})" if words and cell.reference else words or cell.words


def _since(label: str, cell: Cell) -> str:
    return f"{label} ({cell.reference}, {cell.since})" if cell.reference else label
