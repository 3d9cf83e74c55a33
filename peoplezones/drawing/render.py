"""Marks become a figure: SVG and PNG, by matplotlib, with nothing in them that changes from one time to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from math import ceil
from typing import Any

from .figure import Figure
from .library import library
from .marks import POINTS_A_MM, Area, Box, Disc, Line, Mark, Words
from .svg import finished
from .type import face, width_of
from .words import plain

_DASHES = {"solid": "-", "dashed": (0, (4, 2.2)), "dotted": (0, (1, 1.8)), "dashdot": (0, (6, 2, 1, 2))}
_AROUND = 1.2  # points of paper around words that have a halo
_ROUND = 0.5523  # of the radius: how far the handles of a Bézier curve reach in a quarter of a circle
DPI = 200


def rendered(
    marks: Iterable[Mark], title: str, alternative: str, *, width_mm: int, height: float, dpi: int = DPI
) -> Figure:
    """Return the figure of marks on a sheet: its width in millimetres, its height in points, rounded up to these."""
    title, alternative = plain(title), plain(alternative)
    height_mm = ceil(height / POINTS_A_MM - 1e-9)
    with _settings():
        sheet = _sheet(marks, width_mm, height_mm)
        svg, png = BytesIO(), BytesIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        sheet.savefig(svg, format="svg", metadata=nothing)
        sheet.savefig(
            png, format="png", dpi=dpi, metadata={"Title": title, "Description": alternative, "Software": None}
        )
    text = finished(svg.getvalue(), title, alternative, width_mm, height_mm)
    return Figure(text, png.getvalue(), title, alternative, width_mm, height_mm)


@contextmanager
def _settings() -> Iterator[None]:
    """Draw by matplotlib's own settings, not by those of whoever's machine this is."""
    matplotlib = library()
    ours = {
        "svg.hashsalt": "peoplezones",
        "svg.fonttype": "path",
        "path.simplify": False,
        "text.hinting": "none",
    }
    settings: Any = {key: value for key, value in matplotlib.rcParamsDefault.items() if not key.startswith("backend")}
    with matplotlib.rc_context(settings | ours):
        yield


def _sheet(marks: Iterable[Mark], width_mm: int, height_mm: int) -> Any:
    from matplotlib.figure import Figure as Sheet
    from matplotlib.transforms import Affine2D

    sheet = Sheet(figsize=(width_mm / 25.4, height_mm / 25.4), facecolor="white")
    place = Affine2D().scale(1 / 72, -1 / 72).translate(0, height_mm / 25.4) + sheet.dpi_scale_trans
    for order, mark in enumerate(_with_halos(marks), start=1):
        artist = _artist(mark)
        artist.set_transform(place)
        artist.set_zorder(order)
        sheet.add_artist(artist)
    return sheet


def _with_halos(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield marks, and before words with a halo some paper."""
    for mark in marks:
        if isinstance(mark, Words) and mark.halo:
            width = width_of(mark.text, mark.size, mark.bold)
            left = mark.x - width * mark.across
            height = mark.size + _AROUND
            yield Box(left - _AROUND, mark.y - 0.8 * height, width + 2 * _AROUND, height, line=0)
        yield mark


def _artist(mark: Mark) -> Any:
    if isinstance(mark, Words):
        return _words(mark)
    if isinstance(mark, Line):
        return _patch(_open(mark), "none", mark.colour, mark.width, mark.style)
    if isinstance(mark, Area):
        return _patch(_closed(mark.points), mark.fill, mark.edge, mark.width, mark.style)
    if isinstance(mark, Box):
        return _patch(_rounded(mark), mark.fill, mark.edge, mark.line, mark.style)
    return _patch(_rounded(_square(mark)), mark.fill, mark.edge, mark.width, "solid")


def _words(mark: Words) -> Any:
    from matplotlib.text import Text

    prop = face(mark.bold).copy()
    prop.set_size(mark.size)
    left = mark.x - mark.across * width_of(mark.text, mark.size, mark.bold)
    text = Text(left, mark.y, mark.text, color=mark.colour, fontproperties=prop, parse_math=False)
    if mark.standing:
        text.set(rotation=90, rotation_mode="anchor")
    return text


def _patch(path: Any, fill: str, edge: str, width: float, style: str) -> Any:
    from matplotlib.patches import PathPatch

    return PathPatch(
        path,
        facecolor=fill,
        edgecolor=edge if width else "none",
        linewidth=width,
        linestyle=_DASHES[style],
        clip_on=False,
    )


def _open(mark: Line) -> Any:
    from matplotlib.path import Path

    if mark.bent:
        return Path(mark.points, [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    return Path(mark.points)


def _closed(points: tuple[tuple[float, float], ...]) -> Any:
    from matplotlib.path import Path

    return Path([*points, points[0]], closed=True)


def _square(disc: Disc) -> Box:
    side = 2 * disc.radius
    return Box(disc.x - disc.radius, disc.y - disc.radius, side, side, radius=disc.radius)


def _rounded(box: Box) -> Any:
    from matplotlib.path import Path

    left, top, right, foot = box.x, box.y, box.x + box.width, box.y + box.height
    if not box.radius:
        return _closed(((left, top), (right, top), (right, foot), (left, foot)))
    r = min(box.radius, box.width / 2, box.height / 2)
    b = r * (1 - _ROUND)
    points = [
        *[(left + r, top), (right - r, top), (right - b, top), (right, top + b), (right, top + r)],
        *[(right, foot - r), (right, foot - b), (right - b, foot), (right - r, foot)],
        *[(left + r, foot), (left + b, foot), (left, foot - b), (left, foot - r)],
        *[(left, top + r), (left, top + b), (left + b, top), (left + r, top), (left + r, top)],
    ]
    side = [Path.LINETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    return Path(points, [Path.MOVETO, *side * 4, Path.CLOSEPOLY])
