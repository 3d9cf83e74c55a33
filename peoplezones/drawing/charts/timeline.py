"""Stages as a timeline: when each began and ended, and how long it took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from peoplezones.drawing.errors import NotDrawable
from peoplezones.drawing.figure import Figure
from peoplezones.drawing.marks import INK, RULE, SOFT, Area, Box, Line, Mark, Words
from peoplezones.drawing.render import rendered
from peoplezones.drawing.type import width_of, wrapped
from peoplezones.drawing.words import Day, as_day, day_in_short, day_in_words, length_in_words, plain

from .axes import SMALL, Days
from .frame import EDGE, WIDTH_MM, Flags, Marked, boxed, headed, marks_in_words, points_across

_DONE, _OPEN = "#1d70b8", "#d2e2f1"
_TITLES = 0.34  # of the width
_LINE = 10.5  # points between two lines of text
_BAR = 10
_BESIDE = 5  # points from a bar to its words
_LEAST = 3  # points that a bar is wide, however short the stage


@dataclass(frozen=True)
class Stage:
    """One stage, from a day until another, or until it is looked at."""

    title: str
    begins: date
    ends: date | None

    def length(self, today: date | None) -> str:
        """Return how long it took, or has taken so far."""
        if self.ends is not None:
            return length_in_words(self.begins, self.ends)
        return f"{length_in_words(self.begins, today)} so far" if today else "not over yet"

    def days(self) -> str:
        """Return from when until when it was, in short."""
        if self.ends is None:
            return f"since {day_in_short(self.begins)}"
        if self.ends == self.begins:
            return day_in_short(self.begins)
        return f"{day_in_short(self.begins)} to {day_in_short(self.ends)}"


def timeline(
    title: str,
    stages: Iterable[tuple[str, Day, Day | None]],
    marks: Marked = (),
    *,
    on: Day | None = None,
    width_mm: int = WIDTH_MM,
) -> Figure:
    """Return a chart with a bar for each stage (title, from, until), in the order given, with its length in words.

    A stage without an end goes on until `on`, or to the chart's right edge, and shows it by a paler bar with a point.
    Raises NotDrawable where a stage ends before it begins.
    """
    found = [
        Stage(plain(name), as_day(begins), None if ends is None else as_day(ends)) for name, begins, ends in stages
    ]
    for stage in found:
        if stage.ends is not None and stage.ends < stage.begins:
            raise NotDrawable(f"the stage '{stage.title}' ends on {stage.ends}, before it begins on {stage.begins}")
    today, width = None if on is None else as_day(on), points_across(width_mm)
    below = f"As of {day_in_words(today)}" if today else ""
    head, y = headed(title, below, width)
    body, foot = _drawn(found, marks, today, y, width) if found else boxed("No stage has begun yet.", width, y)
    words = _alternative(found, marks, today)
    return rendered([*head, *body], title, words, width_mm=width_mm, height=foot + EDGE)


def _drawn(stages: list[Stage], marks: Marked, today: date | None, y: float, width: float) -> tuple[list[Mark], float]:
    """Return a row for each stage below the marked days, above the axis."""
    left = EDGE + width * _TITLES
    known = [day for stage in stages for day in (stage.begins, stage.ends) if day is not None]
    room = max(width_of(stage.length(today), SMALL) for stage in stages) + _LEAST + _BAR / 2 + _BESIDE + EDGE
    axis = Days.holding([*known, *(as_day(day) for day, _ in marks), *([today] if today else [])], left, width - room)
    flags = Flags(marks, axis)
    top = y + flags.height
    rows, foot = [], top
    for stage in stages:
        row, foot = _row(stage, axis, today, foot, width)
        rows += row
    ticks: list[Mark] = [Line(((axis.at(day), top), (axis.at(day), foot)), 0.5, RULE) for day, _ in axis.ticks()]
    return [*ticks, *flags.drawn(top, foot), *rows, *axis.drawn(foot)], foot + 16


def _row(stage: Stage, axis: Days, today: date | None, top: float, width: float) -> tuple[list[Mark], float]:
    """Return the row of a stage from a height on, and where it ends."""
    lines = wrapped(stage.title, width * _TITLES - 12, 8, bold=True, most=2)
    foot = top + 9 + _LINE * (len(lines) + 1)
    marks: list[Mark] = [Line(((EDGE, foot), (width - EDGE, foot)), 0.5, RULE)]
    for number, line in enumerate(lines):
        marks.append(Words(EDGE, top + 12 + _LINE * number, line, 8, bold=True))
    marks.append(Words(EDGE, top + 12 + _LINE * len(lines), stage.days(), SMALL, colour=SOFT))
    begins, ends = axis.at(stage.begins), axis.at(stage.ends or max(today or axis.last, stage.begins))
    bar, ends = _bar(stage, begins, max(ends, begins + _LEAST), (top + foot) / 2)
    return [*marks, bar, Words(ends + _BESIDE, (top + foot) / 2 + 2.7, stage.length(today), SMALL, halo=True)], foot


def _bar(stage: Stage, begins: float, ends: float, middle: float) -> tuple[Mark, float]:
    """Return the bar of a stage, and where it ends; one that is not over is paler and points on."""
    half = _BAR / 2
    if stage.ends is not None:
        return Box(begins, middle - half, ends - begins, _BAR, fill=_DONE, edge=INK, line=0.8), ends
    point = (ends + half, middle)
    corners = ((begins, middle - half), (ends, middle - half), point, (ends, middle + half), (begins, middle + half))
    return Area(corners, _OPEN, INK, 0.8, "dashed"), ends + half


def _alternative(stages: list[Stage], marks: Marked, today: date | None) -> str:
    """Return in words what the timeline shows."""
    if not stages:
        return "Timeline without a stage."
    told = [f"{stage.title}: {_span(stage)}, {stage.length(today)}." for stage in stages]
    count = "1 stage" if len(stages) == 1 else f"{len(stages)} stages"
    as_of = f" as of {day_in_words(today)}" if today else ""
    return " ".join(part for part in (f"Timeline of {count}{as_of}.", *told, marks_in_words(marks)) if part)


def _span(stage: Stage) -> str:
    if stage.ends is None:
        return f"since {day_in_words(stage.begins)}"
    if stage.ends == stage.begins:
        return day_in_words(stage.begins)
    return f"{day_in_words(stage.begins)} to {day_in_words(stage.ends)}"
