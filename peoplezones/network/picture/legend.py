"""The legend of a picture: what its signs and lines mean, those that it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peoplezones.drawing import marks as m
from peoplezones.drawing.type import wrapped

from .boxes import Box
from .layout import Shown, moved
from .signs import Sign

_SIZE = 7.5
_LINE = 9.5
_CELL = 150.0  # points that an entry takes, at least
_SAMPLE = 24.0  # points before its words
_AGAIN = "again"
_NOTES: dict[str, tuple[float, str]] = {
    "solid": (1.1, "link to what is in the middle of the box; its words read as the arrow points"),
    "dashed": (0.9, "link between two others in the box"),
    "dotted": (1.1, "link that no longer holds"),
    _AGAIN: (0, "second outline: in several boxes, whose numbers stand below the name"),
}


def used(found: Sequence[Box], shown: Mapping[str, Shown]) -> set[str]:
    """Return which styles of lines a picture has, and whether anything stands in several boxes."""
    links = [link for box in found if box.middle for link in box.links.values()]
    among = [link for box in found for link in box.among.values()]
    return {
        *(["solid"] if any(link.live for link in links) else []),
        *(["dashed"] if any(link.live for link in among) else []),
        *(["dotted"] if not all(link.live for link in [*links, *among]) else []),
        *([_AGAIN] if any(len(shown[name].boxes) > 1 for box in found for name in box.members) else []),
    }


def legend(
    sorts: Sequence[tuple[str, str, int]], known: Mapping[str, Sign], styles: set[str], place: m.Point, width: float
) -> tuple[list[m.Mark], float]:
    """Return the legend from a place on, and where it ends: sorts with how many there are, then lines."""
    left, y = place
    if not sorts:
        return [m.Words(left, y + 10, "There is nothing to show.", 9)], y + 16
    marks: list[m.Mark] = [m.Line(((left, y), (left + width, y)), 0.5, m.RULE)]
    columns = max(1, int(width / _CELL))
    y += 8
    for begin in range(0, len(sorts), columns):
        some = [(known[sort], f"{title}: {count:,}") for sort, title, count in sorts[begin : begin + columns]]
        y = _row(marks, some, (left, y), width / columns)
    for style in _NOTES:
        if style in styles:
            y = _note(marks, style, (left, y), width)
    return marks, y


def _row(marks: list[m.Mark], entries: Sequence[tuple[Sign, str]], place: m.Point, cell: float) -> float:
    """Draw some entries beside each other, and return where they end."""
    left, y = place
    most = 1
    for number, (sign, text) in enumerate(entries):
        x = left + number * cell
        lines = wrapped(text, cell - _SAMPLE - 6, _SIZE, most=2)
        marks += moved(sign.at(0, 0, 4.6), x + 9, y + 6)
        marks += [m.Words(x + _SAMPLE, y + 8.7 + _LINE * n, line, _SIZE) for n, line in enumerate(lines)]
        most = max(most, len(lines))
    return y + _LINE * most + 5


def _note(marks: list[m.Mark], style: str, place: m.Point, width: float) -> float:
    """Draw what a line, or a second outline, means, and return where that ends."""
    left, y = place
    thick, text = _NOTES[style]
    if style == _AGAIN:
        marks += Sign((0, 0, 1.0, 1.0), m.PAPER).at(left + 9, y + 6, 3, again=True)
    else:
        marks.append(m.Line(((left, y + 6), (left + 18, y + 6)), thick, m.INK, style))  # type: ignore[arg-type]
    for line in wrapped(text, width - _SAMPLE, _SIZE):
        marks.append(m.Words(left + _SAMPLE, y + 8.7, line, _SIZE))
        y += _LINE
    return y + 3.5
