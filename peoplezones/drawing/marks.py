"""What is drawn, as plain values: points (1/72 inch) from the upper left corner, to the right and down.

Colours are chosen so that they differ in grey as well; whatever tells things apart does so by form, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Style = Literal["solid", "dashed", "dotted", "dashdot"]

POINTS_A_MM = 72 / 25.4
INK = "#0b0c0c"
SOFT = "#505a5f"  # 7:1 on white
RULE = "#b1b4b6"
PALE = "#f3f2f1"
PAPER = "#ffffff"


@dataclass(frozen=True)
class Words:
    """One line of drawable text on its baseline; `halo` keeps lines that pass below it apart from it.

    It begins at `x`, or `across` of its width before that: 0.5 centres it, 1 has it end there. Text that is `standing`
    begins at the place and goes up from there.
    """

    x: float
    y: float
    text: str
    size: float = 8
    bold: bool = False
    colour: str = INK
    across: float = 0
    halo: bool = False
    standing: bool = False


@dataclass(frozen=True)
class Line:
    """A line through points; with `bent` set, a curve from the first to the last, drawn towards the one between."""

    points: tuple[Point, ...]
    width: float = 1
    colour: str = INK
    style: Style = "solid"
    bent: bool = False


@dataclass(frozen=True)
class Area:
    """A closed shape with straight sides."""

    points: tuple[Point, ...]
    fill: str = PAPER
    edge: str = INK
    width: float = 1
    style: Style = "solid"


@dataclass(frozen=True)
class Box:
    """A rectangle, with rounded corners where `radius` says so."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0
    fill: str = PAPER
    edge: str = INK
    line: float = 1
    style: Style = "solid"


@dataclass(frozen=True)
class Disc:
    """A circle."""

    x: float
    y: float
    radius: float
    fill: str = PAPER
    edge: str = INK
    width: float = 1


Mark = Words | Line | Area | Box | Disc
