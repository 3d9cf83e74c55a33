"""Where everything lies: in a box, and boxes on a sheet. Nothing is left to chance: the same graph, the same picture.

In a box the middle stands between two columns of names, each with its sign towards the middle. A row is as high as its
words, so no two names can lie on each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from peoplezones.drawing import marks as m
from peoplezones.drawing.type import wrapped

from .boxes import Box, Link
from .signs import Sign

NOTHING = "none"
NAME, WORDS, TITLE = 7.5, 6.5, 9.0  # sizes of type in points
_LINE = {NAME: 9.2, WORDS: 8.0, TITLE: 11.5}
_PAD = 8.0
_GAP = 5.0  # between two rows
_BESIDE = 12.0  # from a sign to its name
_SIGN, _MIDDLE = 4.6, 9.0  # radius
_TIE = "#505a5f"


@dataclass(frozen=True)
class Shown:
    """What a record shows in every box: its name, its sign, a line about it, and the numbers of its boxes."""

    name: str
    sign: Sign
    about: str
    boxes: tuple[int, ...]


@dataclass(frozen=True)
class _Row:
    """A member of a box: its lines of text, and how high they are."""

    member: str
    names: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(2 * _SIGN + 5, _LINE[NAME] * len(self.names) + _LINE[WORDS] * len(self.words)) + _GAP


class Laid:
    """A box with its marks, for a width; they count from its own upper left corner."""

    def __init__(self, box: Box, shown: Mapping[str, Shown], width: float, *, leading: bool = False) -> None:
        self._box, self._shown, self.width = box, shown, width
        self._room = width * 0.335 - _PAD  # of a column of names
        self.marks: list[m.Mark] = []
        y = self._head()
        columns = self._rows(list(box.members))
        high = max((sum(row.height for row in column) for column in columns), default=0)
        high = max(high, 2 * _MIDDLE + _GAP if box.middle and box.links else 0)
        body = y + _PAD / 2
        places = self._columns(columns, body, high)
        self._lines(places, (width / 2, body + high / 2))
        for member, (x, at) in places.items():
            self.marks += shown[member].sign.at(x, at, _SIGN, again=len(shown[member].boxes) > 1)
        if box.middle and box.links:
            self.marks += shown[box.middle].sign.at(width / 2, body + high / 2, _MIDDLE)
        self.height = body + high + _PAD / 2 if box.links else y
        self.marks[:0] = _frame(width, self.height, y - 1 if leading else 0)

    def _head(self) -> float:
        """Draw the title, and return where the body begins."""
        box = self._box
        y = _PAD
        if not box.middle:
            return self._say(f"{box.number}. Linked to nothing here", TITLE, y, bold=True) + _GAP
        middle = self._shown[box.middle]
        again = " (continued)" if box.part > 1 else ""
        y = self._say(f"{box.number}. {middle.name}{again}", TITLE, y, bold=True)
        others = _elsewhere(middle.boxes, box.number)
        about = "; ".join(part for part in (middle.about, "" if box.links else "no link", others) if part)
        return self._say(about, WORDS, y) + _GAP

    def _say(self, text: str, size: float, y: float, *, bold: bool = False) -> float:
        for line in wrapped(text, self.width - 2 * _PAD, size, bold=bold, most=3):
            self.marks.append(m.Words(_PAD, y + size, line, size, bold, m.INK if bold else m.SOFT))
            y += _LINE[size]
        return y

    def _rows(self, members: Sequence[str]) -> tuple[list[_Row], list[_Row]]:
        """Return the members in two columns of about the same height, in order: down the left, then down the right."""
        rows = [self._row(member, 0) for member in members]
        half, high, count = sum(row.height for row in rows) / 2, 0.0, 0
        while count < len(rows) and (not count or high + rows[count].height / 2 <= half):
            high += rows[count].height
            count += 1
        return rows[:count], [self._row(member, 1) for member in members[count:]]

    def _row(self, member: str, side: int) -> _Row:
        shown, link = self._shown[member], self._box.links[member]
        names = tuple(wrapped(shown.name, self._room, NAME, most=3))
        others = _elsewhere(shown.boxes, self._box.number)
        words = "; ".join(
            part for part in ((others, _said(link, side)) if side == 0 else (_said(link, side), others)) if part
        )
        return _Row(member, names, tuple(wrapped(words, self._room, WORDS, most=2)) if words else ())

    def _columns(self, columns: Sequence[Sequence[_Row]], top: float, high: float) -> dict[str, m.Point]:
        """Draw the names of both columns, each centred beside the other, and return where the signs go."""
        places: dict[str, m.Point] = {}
        for side, column in enumerate(columns):
            y = top + (high - sum(row.height for row in column)) / 2
            edge = self._room + _PAD if side == 0 else self.width - self._room - _PAD
            for row in column:
                self._name(row, edge, side, y)
                places[row.member] = (edge + (_BESIDE if side == 0 else -_BESIDE), y + (row.height - _GAP) / 2)
                y += row.height
        return places

    def _name(self, row: _Row, edge: float, side: int, y: float) -> None:
        lines = [(line, NAME, m.INK) for line in row.names] + [(line, WORDS, m.SOFT) for line in row.words]
        y += (row.height - _GAP - sum(_LINE[size] for _, size, _ in lines)) / 2
        for line, size, colour in lines:
            self.marks.append(m.Words(edge, y + size, line, size, colour=colour, across=1 - side))
            y += _LINE[size]

    def _lines(self, places: Mapping[str, m.Point], middle: m.Point) -> None:
        """Draw the links: those among the members below those to the middle."""
        for (one, other), link in self._box.among.items():
            self.marks.append(_across(places[one], places[other], middle[0], link))
        if not self._box.middle:
            return
        for member, (x, y) in places.items():
            link = self._box.links[member]
            towards = (0.45 * x + 0.55 * middle[0], y)
            style: m.Style = "solid" if link.live else "dotted"
            self.marks.append(m.Line(((x, y), towards, middle), 1.1, m.INK, style, bent=True))


def _across(one: m.Point, other: m.Point, middle: float, link: Link) -> m.Line:
    """Return a line between two members: bent towards the middle, the further the more."""
    style: m.Style = "dashed" if link.live else "dotted"
    if one[0] == other[0]:
        deep = min(0.9, 0.25 + abs(one[1] - other[1]) / 260) * (middle - one[0])
        between = (one[0] + deep, (one[1] + other[1]) / 2)
        return m.Line((one, between, other), 0.9, _TIE, style, bent=True)
    return m.Line((one, other), 0.9, _TIE, style)


def _said(link: Link, side: int) -> str:
    """Return the words between a member in the left (0) or right column and the middle, with arrows as they read."""
    to, away = (
        ("\N{NO-BREAK SPACE}→", "\N{NO-BREAK SPACE}←") if side == 0 else ("←\N{NO-BREAK SPACE}", "→\N{NO-BREAK SPACE}")
    )
    parts = [(", ".join(words), arrow) for words, arrow in ((link.there, to), (link.back, away)) if words]
    return "; ".join(f"{words}{arrow}" if side == 0 else f"{arrow}{words}" for words, arrow in parts)


def _elsewhere(found: Sequence[int], here: int) -> str:
    """Return in which other boxes a record is."""
    others = [number for number in found if number != here]
    if not others:
        return ""
    return f"also in {', '.join(map(str, others[:3]))}{f' and {len(others) - 3} more' if len(others) > 3 else ''}"


def _frame(width: float, height: float, band: float) -> list[m.Mark]:
    """Return the outline of a box; with a band behind the title, it is one that the picture is about."""
    if not band:
        return [m.Box(0, 0, width, height, 6, m.PAPER, m.SOFT, 0.8)]
    below: list[m.Mark] = [
        m.Box(0, band, width, height - band, 6, line=0),
        m.Box(0, band, width, 8, line=0),
        m.Line(((0, band), (width, band)), 0.8, m.INK),
    ]
    return [
        m.Box(0, 0, width, height, 6, m.PALE, m.PALE, 0),
        *(below if height > band + 8 else []),  # else there is nothing below the title
        m.Box(0, 0, width, height, 6, NOTHING, m.INK, 1.6),
    ]


def packed(laid: Sequence[Laid], columns: int, gap: float) -> tuple[list[m.Point], float]:
    """Return where boxes of one width go, each into the column that is shortest, and how high the highest becomes."""
    heights = [0.0] * columns
    places = []
    for box in laid:
        column = min(range(columns), key=lambda number: (round(heights[number], 3), number))
        places.append((column * (box.width + gap), heights[column]))
        heights[column] += box.height + gap
    return places, max(heights, default=0) - (gap if laid else 0)


def moved(marks: Iterable[m.Mark], x: float, y: float) -> list[m.Mark]:
    """Return marks at another place."""
    return [_moved(mark, x, y) for mark in marks]


def _moved(mark: m.Mark, x: float, y: float) -> m.Mark:
    from dataclasses import replace

    if isinstance(mark, (m.Line, m.Area)):
        return replace(mark, points=tuple((a + x, b + y) for a, b in mark.points))
    return replace(mark, x=mark.x + x, y=mark.y + y)
