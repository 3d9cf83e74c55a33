"""What all charts have: a title over them, and days that are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peoplezones.domain.values import listed
from peoplezones.drawing.marks import INK, PALE, POINTS_A_MM, RULE, SOFT, Box, Line, Mark, Words
from peoplezones.drawing.type import width_of, wrapped
from peoplezones.drawing.words import Day, as_day, day_in_short, day_in_words, plain

from .axes import SMALL, Days

WIDTH_MM = 160
EDGE = 2.0  # points around a chart
Marked = Sequence[tuple[Day, str]]
_ROW = 9.5  # points from one line of small text to the next
_GAP = 6  # points between the words of two marks
_MARK_ROOM = 120  # points that the words of a mark may take


def points_across(width_mm: int) -> float:
    """Return a width in points."""
    return width_mm * POINTS_A_MM


def headed(title: str, below: str, width: float) -> tuple[list[Mark], float]:
    """Return a title with a line below it, and where they end."""
    marks: list[Mark] = []
    y = EDGE
    for text, size, bold, colour in ((title, 10.0, True, INK), (below, 8.0, False, SOFT)):
        for line in wrapped(text, width - 2 * EDGE, size, bold=bold) if plain(text) else []:
            y += size * 1.35
            marks.append(Words(EDGE, y, line, size, bold, colour))
    return marks, y + 8


def boxed(text: str, width: float, y: float) -> tuple[list[Mark], float]:
    """Return what stands where there is nothing to draw, and where it ends."""
    lines = wrapped(text, width - 24, 9)
    foot = y + 16 + 12 * len(lines)
    box = Box(EDGE, y, width - 2 * EDGE, foot - y, fill=PALE, edge=RULE)
    return [box, *(Words(12, y + 18 + 12 * number, line, 9) for number, line in enumerate(lines))], foot


@dataclass(frozen=True)
class Flag:
    """A marked day: its words stand over the chart, in a row in which nothing else is in their way."""

    day: date
    lines: tuple[str, ...]
    left: float
    room: float
    row: int  # of the lowest line, from the chart up

    def meets(self, left: float, room: float, row: int, count: int) -> bool:
        """Whether words elsewhere would run into these."""
        beside = left < self.left + self.room + _GAP and self.left < left + room + _GAP
        return beside and row < self.row + len(self.lines) and self.row < row + count


class Flags:
    """The marked days of a chart, and how high their words stand."""

    def __init__(self, marks: Marked, axis: Days) -> None:
        self._axis = axis
        self._flags: list[Flag] = []
        # From the last to the first, so that the line up to the words of an earlier day passes before those of a later.
        for day, words in sorted(((as_day(day), words) for day, words in marks), reverse=True):
            self._add(day, words)

    def _add(self, day: date, words: str) -> None:
        lines = tuple(wrapped(f"{day_in_short(day)}: {words}", _MARK_ROOM, SMALL, most=4))
        room = max(width_of(line, SMALL) for line in lines)
        left = max(0.0, min(self._axis.at(day) + 2, self._axis.right - room - 3))
        row = 0
        while beside := [flag for flag in self._flags if flag.meets(left, room, row, len(lines))]:
            row = max(flag.row + len(flag.lines) for flag in beside)
        self._flags.append(Flag(day, lines, left, room, row))

    @property
    def placed(self) -> tuple[Flag, ...]:
        """Where the words stand."""
        return tuple(self._flags)

    @property
    def height(self) -> float:
        """How much room the words take over the chart, in points."""
        return max((_ROW * (flag.row + len(flag.lines)) + 4 for flag in self._flags), default=0.0)

    def drawn(self, top: float, foot: float) -> list[Mark]:
        """Return the words over a chart between two heights, and for each a line down into it."""
        marks: list[Mark] = []
        for flag in self._flags:
            x, above = self._axis.at(flag.day), top - 4 - _ROW * (flag.row + len(flag.lines) - 1)
            marks.append(Line(((x, above - SMALL), (x, foot)), 1, SOFT, "dashdot"))
            for number, line in enumerate(flag.lines):
                marks.append(Words(flag.left, above + _ROW * number, line, SMALL, halo=True))
        return marks


def marks_in_words(marks: Marked) -> str:
    """Return a sentence that names the marked days, or nothing."""
    known = [f"{plain(words)} on {day_in_words(day)}" for day, words in sorted((as_day(d), w) for d, w in marks)]
    return f"Marked: {listed(known)}." if known else ""
