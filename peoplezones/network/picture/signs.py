"""Signs: which shape stands for which sort of record. Shapes tell sorts apart without colour, colours only help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from peoplezones.drawing.marks import INK, PAPER, Area, Disc, Mark

#: Corners, turn in degrees, how deep it is cut in between the corners (1 not at all), size beside a circle.
_SHAPES = (
    (0, 0, 1.0, 1.0),  # circle
    (4, 45, 1.0, 1.15),  # square
    (3, 0, 1.0, 1.3),  # triangle
    (4, 0, 1.0, 1.25),  # diamond
    (5, 0, 0.45, 1.45),  # star
    (3, 180, 1.0, 1.3),  # triangle on its tip
    (5, 0, 1.0, 1.12),  # pentagon
    (4, 45, 0.42, 1.45),  # cross of four points
)
_COLOURS = ("#1d70b8", "#f47738", "#00703c", "#d53880", "#4c2c92", "#b58840", "#28a197", "#d4351c")
_MIDDLE = (6, 0, 1.0, 1.15)  # hexagon, kept for what the Board is about
_MIDDLE_FILL = "#ffdd00"
_OUTLINE = 2.8  # points from a sign to its second outline
Shape = tuple[int, int, float, float]


@dataclass(frozen=True)
class Sign:
    """A shape with its fill, and a dot in it or not."""

    shape: Shape
    fill: str
    dot: bool = False

    def at(self, x: float, y: float, radius: float, *, again: bool = False) -> list[Mark]:
        """Return the sign at a place; with a second outline where it stands elsewhere again."""
        outline = [_drawn(self.shape, x, y, radius + _OUTLINE / self.shape[3], PAPER)] if again else []
        dot = [Disc(x, y, radius * 0.3, INK, INK, 0)] if self.dot else []
        return [*outline, _drawn(self.shape, x, y, radius, self.fill), *dot]


def _drawn(shape: Shape, x: float, y: float, radius: float, fill: str) -> Mark:
    corners, turn, cut, size = shape
    if not corners:
        return Disc(x, y, radius, fill, INK, 0.8)
    steps = corners if cut == 1 else 2 * corners
    points = []
    for step in range(steps):
        angle = 2 * pi * step / steps + turn * pi / 180
        far = radius * size * (cut if cut != 1 and step % 2 else 1)
        points.append((x + far * sin(angle), y - far * cos(angle)))
    return Area(tuple(points), fill, INK, 0.8)


def signs(sorts: Iterable[str], main: Sequence[str] = ()) -> dict[str, Sign]:
    """Return a sign for each sort; the most frequent have the plainest. The sorts of `main` have the hexagon.

    Eight shapes in colour, then the same in white, then with a dot: 24 sorts are told apart without colour. Any more
    share the last.
    """
    frequent = sorted(Counter(sorts).items(), key=lambda found: (-found[1], found[0]))
    found = {sort: Sign(_MIDDLE, _MIDDLE_FILL) for sort in main}
    names = [sort for sort, _ in frequent if sort not in found]
    styles = [
        *(Sign(shape, colour) for shape, colour in zip(_SHAPES, _COLOURS, strict=True)),
        *(Sign(shape, PAPER) for shape in _SHAPES),
        *(Sign(shape, PAPER, dot=True) for shape in _SHAPES),
    ]
    return found | {sort: styles[min(number, len(styles) - 1)] for number, sort in enumerate(names)}


def legend_order(graph: Any, known: dict[str, Sign]) -> list[tuple[str, str, int]]:
    """Return every sort of a graph with its title and how many there are, in the order of the signs."""
    titles: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for _, node in graph.nodes(data=True):
        titles.setdefault(node["sort"], set()).add(node["kind_title"])
        counts[node["sort"]] += 1
    return [(sort, " or ".join(sorted(titles[sort])), counts[sort]) for sort in known if sort in counts]
