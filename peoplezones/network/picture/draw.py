"""The picture: title, boxes, legend, and what it shows in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from peoplezones.domain.errors import UsageError
from peoplezones.drawing import Figure
from peoplezones.drawing import marks as m
from peoplezones.drawing.render import DPI, rendered
from peoplezones.drawing.type import is_drawable, wrapped
from peoplezones.drawing.words import as_day, day_in_words, plain

from .boxes import Box, boxes
from .layout import Laid, Shown, moved, packed
from .legend import legend, used
from .signs import legend_order, signs
from .telling import alternative

MOST = 2_000  # records in a picture
_WIDTH_MM = 160  # of a picture of one column, as it goes on a page
_TALLEST = 620  # points that one column may be high before there are two
_COLUMN = 310.0  # points, where there are several
_GAP = 12.0
_EDGE = 4.0
_WIDE = 1.414  # how much wider than high a large sheet is, about
_PIXELS = 9_000  # that a sheet may be wide or high


class TooLarge(UsageError):
    """A picture of so many records could not be read."""


@dataclass(frozen=True)
class Stated:
    """What a picture says of where it comes from: the Board's name, the day, the log's position, which form."""

    board: str
    on: str
    position: int
    form: str

    @property
    def title(self) -> str:
        """The picture's title."""
        return f"{plain(self.board)}: who works with whom"

    def below(self, graph: Any) -> str:
        """Return the line below the title."""
        size = f"{_count(len(graph), 'record')}, {_count(graph.number_of_edges(), 'link')}"
        return f"{self.when[0].upper()}{self.when[1:]}. {size}. {self.form}"

    @property
    def when(self) -> str:
        """The day and the position of the log."""
        return f"as of {day_in_words(as_day(self.on))}, position {self.position:,} of the log"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@dataclass(frozen=True)
class Drawing:
    """What a picture is made of, before it is drawn: marks on a sheet, in points."""

    marks: tuple[m.Mark, ...]
    width: float
    height: float
    boxes: tuple[Box, ...]
    alternative: str


def picture(graph: Any, stated: Stated, main: str = "", about: Sequence[str] = ()) -> Figure:
    """Return the picture of a network (see `network.graph`); records of the kind `main` have boxes first.

    With `about`, only these records have boxes. Raises TooLarge.
    """
    drawing = drawing_of(graph, stated, main, about)
    dpi = min(DPI, int(_PIXELS * 72 / max(drawing.width, drawing.height)))
    width_mm = round(drawing.width / m.POINTS_A_MM)
    return rendered(drawing.marks, stated.title, drawing.alternative, width_mm=width_mm, height=drawing.height, dpi=dpi)


def drawing_of(graph: Any, stated: Stated, main: str = "", about: Sequence[str] = ()) -> Drawing:
    """Return what the picture of a network is made of. Raises TooLarge."""
    if len(graph) > MOST:
        raise TooLarge(
            f"a picture of {len(graph):,} records could not be read (at most {MOST:,}); name those that it should be "
            "about (--of REF), or give the network to a program for graphs (network export)"
        )
    nodes: dict[str, Any] = dict(graph.nodes(data=True))
    first = list(about) or sorted(name for name, node in nodes.items() if node["kind"] == main)
    known = signs((node["sort"] for node in nodes.values()), sorted({nodes[name]["sort"] for name in first}))
    order = {sort: number for number, sort in enumerate(known)}
    rank = {name: (order[node["sort"]], plain(node["label"]).casefold(), name) for name, node in nodes.items()}
    found = boxes(graph, first, rank, only=bool(about))
    shown = _shown(nodes, found, known)
    sheet = _Sheet(found, shown, first)
    head, y = sheet.head(stated.title, stated.below(graph))
    body, y = sheet.body(y)
    key, y = legend(legend_order(graph, known), known, used(found, shown), (_EDGE, y), sheet.width - 2 * _EDGE)
    words = alternative(graph, found, shown, stated.on)
    return Drawing((*head, *body, *key), sheet.width, y + _EDGE, tuple(found), words)


def _shown(nodes: Mapping[str, Any], found: Sequence[Box], known: Mapping[str, Any]) -> dict[str, Shown]:
    """Return how each record is shown; by its reference too where its name alone would not do."""
    numbers: dict[str, list[int]] = defaultdict(list)
    named: dict[tuple[str, str], int] = defaultdict(int)
    for node in nodes.values():
        named[node["kind"], plain(node["label"])] += 1
    for box in found:
        for name in dict.fromkeys([*([box.middle] if box.middle else []), *box.members]):
            numbers[name].append(box.number)
    shown = {}
    for name, node in nodes.items():
        label = plain(node["label"])
        unclear = not label or not is_drawable(label) or named[node["kind"], label] > 1
        about = "; ".join(plain(node[part]) for part in ("kind_title", "state_title") if node.get(part))
        whole = f"{label} ({name})".strip() if unclear and name not in label else label
        shown[name] = Shown(whole, known[node["sort"]], about, tuple(numbers[name]))
    return shown


class _Sheet:
    """The boxes of a picture on a sheet: one below the other if they fit on a page, else in columns."""

    def __init__(self, found: Sequence[Box], shown: Mapping[str, Shown], first: Sequence[str]) -> None:
        leading = set(first)
        self.columns, self.width = 1, _WIDTH_MM * m.POINTS_A_MM
        self._boxes = [Laid(box, shown, self.width - 2 * _EDGE, leading=box.middle in leading) for box in found]
        if packed(self._boxes, 1, _GAP)[1] > _TALLEST:
            self._boxes = [Laid(box, shown, _COLUMN, leading=box.middle in leading) for box in found]
            self.columns = min(range(2, max(3, len(found) + 1)), key=self._far_from_wide)
            self.width = _wide(self.columns)

    def _far_from_wide(self, columns: int) -> float:
        return abs(log(_wide(columns) / packed(self._boxes, columns, _GAP)[1] / _WIDE))

    def head(self, title: str, below: str) -> tuple[list[m.Mark], float]:
        """Return title and what stands below it, and where they end."""
        marks: list[m.Mark] = []
        y = _EDGE
        for text, size, bold in ((title, 14.0 if self.columns > 1 else 11.0, True), (below, 8.0, False)):
            for line in wrapped(text, self.width - 2 * _EDGE, size, bold=bold):
                y += size * 1.35
                marks.append(m.Words(_EDGE, y, line, size, bold, m.INK if bold else m.SOFT))
        return marks, y + 10

    def body(self, y: float) -> tuple[list[m.Mark], float]:
        """Return the boxes, and where they end."""
        places, high = packed(self._boxes, self.columns, _GAP)
        marks = [
            mark
            for box, (left, top) in zip(self._boxes, places, strict=True)
            for mark in moved(box.marks, _EDGE + left, y + top)
        ]
        return marks, y + high + (14 if self._boxes else 0)


def _wide(columns: int) -> float:
    return columns * (_COLUMN + _GAP) - _GAP + 2 * _EDGE
