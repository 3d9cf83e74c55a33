"""A matrix: how it stands where each row and each column meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from peoplezones.domain.values import listed
from peoplezones.drawing.errors import NotDrawable
from peoplezones.drawing.figure import Figure
from peoplezones.drawing.marks import INK, PAPER, POINTS_A_MM, RULE, SOFT, Box, Line, Mark, Words
from peoplezones.drawing.render import rendered
from peoplezones.drawing.type import drawable, wrapped
from peoplezones.drawing.words import plain

from .axes import SMALL
from .frame import EDGE, WIDTH_MM, boxed, headed, points_across

_LINE = 9.5  # points from one line of text to the next
_SIDE = 15.0  # of a cell's mark
_ROWS = 150.0  # points for the names of rows
_WIDE, _NARROW = 56.0, 22.0  # points for a column whose name lies, and for one whose name stands
_LYING = 5  # columns whose names lie
_STANDING = 96.0  # points that a name may stand high
_ALL = 12  # rows that are all told in words


@dataclass(frozen=True)
class Level:
    """One way in which a cell can stand: its name, the sign for it, and how that looks; without a sign, not at all."""

    name: str
    sign: str
    fill: str = PAPER
    ink: str = INK
    edge: str = RULE


def matrix(
    title: str,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[str]],
    levels: Sequence[Level],
    *,
    below: str = "",
    width_mm: int = WIDTH_MM,
) -> Figure:
    """Return a picture of a matrix: each cell names one of the levels. It is wider than asked where it has to be.

    Raises NotDrawable where the cells do not fit the rows, columns and levels.
    """
    known = {level.name: level for level in levels}
    if len(cells) != len(rows) or any(len(row) != len(columns) for row in cells):
        raise NotDrawable("a matrix has a cell for each row and column, and no others")
    if strange := {name for row in cells for name in row} - known.keys():
        raise NotDrawable(f"no level of the matrix is called {listed(sorted(map(plain, strange)))}")
    marks, width, high = laid_out(
        title, rows, columns, [[known[name] for name in row] for row in cells], below, width_mm
    )
    words = _alternative(rows, columns, cells, levels)
    return rendered(marks, title, words, width_mm=round(width / POINTS_A_MM), height=high)


def laid_out(
    title: str, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[Level]], below: str, width_mm: int
) -> tuple[list[Mark], float, float]:
    """Return the marks of a matrix, and how wide and high its sheet is in points."""
    pitch = _WIDE if len(columns) <= _LYING else _NARROW
    width = max(points_across(width_mm), 2 * EDGE + _ROWS + pitch * len(columns))
    marks, y = headed(title, below, width)
    if not rows or not columns:
        body, y = boxed("There is nothing to show.", width, y)
        return [*marks, *body], width, y + EDGE
    body, y = _Grid(rows, columns, pitch).drawn(cells, y)
    key, y = _legend(list(dict.fromkeys(level for row in cells for level in row)), y + 8, width)
    return [*marks, *body, *key], width, y + EDGE


class _Grid:
    """Names of rows and columns, and the cells between them."""

    def __init__(self, rows: Sequence[str], columns: Sequence[str], pitch: float) -> None:
        self._rows, self._columns, self._pitch = rows, columns, pitch
        self._right = EDGE + _ROWS + pitch * len(columns)

    def drawn(self, cells: Sequence[Sequence[Level]], y: float) -> tuple[list[Mark], float]:
        """Return the grid from a height on, and where it ends."""
        marks, y = self._names(y) if self._pitch == _WIDE else self._standing_names(y)
        marks.append(Line(((EDGE, y), (self._right, y)), 0.8, SOFT))
        for name, row in zip(self._rows, cells, strict=True):
            lines = wrapped(name, _ROWS - 10, 8, most=3)
            high = max(_SIDE + 7, _LINE * len(lines) + 7)
            first = y + (high - _LINE * len(lines)) / 2 + 7.6
            marks += [Words(EDGE, first + _LINE * number, line, 8) for number, line in enumerate(lines)]
            for number, level in enumerate(row):
                marks += cell(level, self._middle(number), y + high / 2)
            y += high
            marks.append(Line(((EDGE, y), (self._right, y)), 0.5, RULE))
        return marks, y

    def _middle(self, number: int) -> float:
        return EDGE + _ROWS + self._pitch * (number + 0.5)

    def _names(self, y: float) -> tuple[list[Mark], float]:
        """Return the names of few columns, each over its own."""
        names = [wrapped(name, self._pitch - 6, SMALL, most=5) for name in self._columns]
        foot = y + _LINE * max(map(len, names))
        return [
            Words(self._middle(number), foot - _LINE * (len(lines) - 1 - place), line, SMALL, across=0.5)
            for number, lines in enumerate(names)
            for place, line in enumerate(lines)
        ], foot + 5

    def _standing_names(self, y: float) -> tuple[list[Mark], float]:
        """Return the names of many columns, read from below."""
        names = [wrapped(name, _STANDING, SMALL, most=2) for name in self._columns]
        foot = y + _STANDING
        return [
            Words(self._middle(number) + 2.6 + 8.5 * (place - (len(lines) - 1) / 2), foot, line, SMALL, standing=True)
            for number, lines in enumerate(names)
            for place, line in enumerate(lines)
        ], foot + 5


def cell(level: Level, x: float, y: float) -> list[Mark]:
    """Return how a level looks, around a place."""
    if not level.sign:
        return []
    box = Box(x - _SIDE / 2, y - _SIDE / 2, _SIDE, _SIDE, 3, level.fill, level.edge, 0.9)
    return [box, Words(x, y + 3.2, drawable(level.sign), 9, True, level.ink, across=0.5)]


def _legend(levels: Sequence[Level], y: float, width: float) -> tuple[list[Mark], float]:
    """Return what the signs mean, and where that ends."""
    marks: list[Mark] = []
    each = max(1, int((width - 2 * EDGE) / 140))
    for number, level in enumerate(levels):
        x, at = EDGE + 140 * (number % each), y + 20 * (number // each) + 10
        words = level.name if level.sign else f"no mark: {level.name}"
        marks += [*cell(level, x + _SIDE / 2, at), Words(x + _SIDE + 7, at + 3, drawable(words), 8)]
    return marks, y + 20 * (-(-len(levels) // each))


def _alternative(
    rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[str]], levels: Sequence[Level]
) -> str:
    """Return in words how each row stands where they are few; else how often each level stands there."""
    told = [f"Matrix of {_count(len(rows), 'row')} and {_count(len(columns), 'column')}."]
    if len(rows) > _ALL:
        counts = Counter(name for row in cells for name in row)
        told.append(f"{', '.join(f'{plain(one.name)} {counts[one.name]:,}' for one in levels if counts[one.name])}.")
        return " ".join(told)
    for name, row in zip(rows, cells, strict=True):
        parts = []
        for level in levels:
            found = [plain(column) for column, stands in zip(columns, row, strict=True) if stands == level.name]
            parts += [f"{plain(level.name)}: {listed(found)}"] if found else []
        told.append(f"{plain(name)}: {'; '.join(parts)}.")
    return " ".join(told)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
