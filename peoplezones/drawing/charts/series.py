"""A measure over time against its baseline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from peoplezones.drawing.errors import NotDrawable
from peoplezones.drawing.figure import Figure
from peoplezones.drawing.marks import INK, PAPER, SOFT, Disc, Line, Mark, Words
from peoplezones.drawing.render import rendered
from peoplezones.drawing.type import width_of
from peoplezones.drawing.words import Day, Number, as_day, as_number, day_in_words, number_in_words, plain

from .axes import SMALL, Days, Numbers
from .frame import EDGE, WIDTH_MM, Flags, Marked, boxed, headed, marks_in_words, points_across

_BLUE = "#1d70b8"
_HEIGHT = 150  # points, of the chart itself
_LINE = 10.5  # points between two lines of text
_APART = 7  # points between two readings, below which they have no dots
_ALL = 12  # readings that are all told in words
_SIGNS = ("£", "%")  # units that belong to each number
_BETTER = {"lower": "lower is better", "higher": "higher is better", "": ""}
Readings = list[tuple[date, Decimal]]


def series(
    title: str,
    points: Iterable[tuple[Day, Number]],
    unit: str = "",
    baseline: Number | None = None,
    marks: Marked = (),
    better: str = "",
    *,
    width_mm: int = WIDTH_MM,
) -> Figure:
    """Return a chart of readings over time: dots on a line, the baseline dashed, marked days with their words.

    Readings may come in any order, also none. `better` is `lower`, `higher` or nothing. Numbers are shown to two
    decimals. Raises NotDrawable.
    """
    if better not in _BETTER:
        raise NotDrawable(f"'{plain(better)}' is no way to be better; say lower, higher or nothing")
    readings = sorted(((as_day(day), as_number(value)) for day, value in points), key=lambda reading: reading[0])
    base = None if baseline is None else as_number(baseline)
    unit, width = plain(unit), points_across(width_mm)
    chart = _Chart(readings, unit, base, marks, width) if readings else None
    head, y = headed(title, _below(unit, better, chart.cut if chart else ""), width)
    body, foot = chart.drawn(y) if chart else _without_readings(base, unit, width, y)
    words = _alternative(readings, unit, base, marks, better)
    return rendered([*head, *body], title, words, width_mm=width_mm, height=foot + EDGE)


def _below(unit: str, better: str, cut: str) -> str:
    """Return what is counted, which way is better and where the scale begins, as people read it."""
    return "; ".join(part for part in ("" if unit in _SIGNS else unit, _BETTER[better], cut) if part)


class _Chart:
    """The chart of one or more readings."""

    def __init__(self, readings: Readings, unit: str, base: Decimal | None, marks: Marked, width: float) -> None:
        self._readings, self._base, self._marks, self._width = readings, base, marks, width
        self._sign = unit if unit in _SIGNS else ""
        values = [value for _, value in readings]
        self._scale = Numbers.holding([*values, *([] if base is None else [base])], 0, _HEIGHT)

    @property
    def cut(self) -> str:
        """Where the scale begins, unless that is zero."""
        low, high = self._scale.ticks[0], self._scale.ticks[-1]
        return "" if low <= 0 <= high else f"the scale begins at {number_in_words(low, self._sign)}"

    def drawn(self, y: float) -> tuple[list[Mark], float]:
        """Return the chart from a height on, and where it ends."""
        scale = self._scale
        names = [number_in_words(tick, self._sign) for tick in scale.ticks]
        left = EDGE + 8 + max(width_of(name, SMALL) for name in names)
        right = self._width - EDGE - 8 - max(width_of(text, 8, True) for text, *_ in self._ends(scale))
        days = Days.holding(
            [*(day for day, _ in self._readings), *(as_day(day) for day, _ in self._marks)], left, right
        )
        flags = Flags(self._marks, days)
        top = y + flags.height + 4
        scale = Numbers(scale.ticks, top, top + _HEIGHT)
        drawn = [*scale.drawn(names, left, right), *flags.drawn(top, scale.foot), *days.drawn(scale.foot)]
        return [*drawn, *self._base_line(scale, left, right), *self._line(days, scale), *self._labels(scale, right)], (
            scale.foot + 16
        )

    def _base_line(self, scale: Numbers, left: float, right: float) -> list[Mark]:
        if self._base is None:
            return []
        y = scale.at(self._base)
        return [Line(((left, y), (right, y)), 1.4, INK, "dashed")]

    def _line(self, days: Days, scale: Numbers) -> list[Mark]:
        found = [(days.at(day), scale.at(value)) for day, value in self._readings]
        dotted = len(found) == 1 or (found[-1][0] - found[0][0]) / (len(found) - 1) >= _APART
        marks: list[Mark] = [Line(tuple(found), 2 if dotted else 0.9, _BLUE)] if len(found) > 1 else []
        if dotted:
            marks += [Disc(x, y, 3, PAPER, _BLUE, 1.8) for x, y in found]
        return marks

    def _ends(self, scale: Numbers) -> list[tuple[str, float, bool]]:
        """Return what stands beside the chart: text, where, whether bold."""
        ends = [(number_in_words(self._readings[-1][1], self._sign), scale.at(self._readings[-1][1]), True)]
        if self._base is not None:
            ends.append((f"baseline {number_in_words(self._base, self._sign)}", scale.at(self._base), False))
        return ends

    def _labels(self, scale: Numbers, right: float) -> list[Mark]:
        """Return the last value and the baseline's beside the chart, one below the other where they are close."""
        (last, at, _), *base = self._ends(scale)
        marks: list[Mark] = []
        for text, beside, _ in base:
            if abs(beside - at) < _LINE:
                middle, apart = (beside + at) / 2, _LINE / 2 * (1 if at <= beside else -1)
                at, beside = middle - apart, middle + apart
            marks.append(Words(right + 6, beside + 3, text, 8, colour=SOFT))
        return [*marks, Words(right + 6, at + 3, last, 8, bold=True)]


def _without_readings(base: Decimal | None, unit: str, width: float, y: float) -> tuple[list[Mark], float]:
    known = "" if base is None else f" The baseline is {number_in_words(base, unit)}."
    return boxed(f"There is no reading yet.{known}", width, y)


def _alternative(readings: Readings, unit: str, base: Decimal | None, marks: Marked, better: str) -> str:
    """Return in words what the chart shows."""
    known = "" if base is None else f"The baseline is {number_in_words(base, unit)}."
    if not readings:
        return " ".join(part for part in ("Chart without a reading.", known) if part)
    (first, was), (last, now) = readings[0], readings[-1]
    told = [_readings_in_words(readings, unit)]
    if len(readings) > 1:
        told.append(f"From the first to the last reading it {_change(was, now, unit)}.")
    if base is not None:
        told.append(f"The baseline is {number_in_words(base, unit)}; the last reading {_beside(now, base, unit)}.")
    told += [f"{_BETTER[better].capitalize()}." if better else "", marks_in_words(marks)]
    span = day_in_words(first) if first == last else f"{day_in_words(first)} to {day_in_words(last)}"
    count = "1 reading" if len(readings) == 1 else f"{len(readings):,} readings"
    return " ".join(part for part in (f"Line chart of {count}, {span}.", *told) if part)


def _readings_in_words(readings: Readings, unit: str) -> str:
    """Return every reading where they are few, else the first, the lowest, the highest and the last."""
    if len(readings) <= _ALL:
        return f"Readings: {_told(readings, unit)}."
    low, high = min(readings, key=lambda one: one[1]), max(readings, key=lambda one: one[1])
    named = (("First", readings[0]), ("lowest", low), ("highest", high), ("last", readings[-1]))
    return "; ".join(f"{word}: {_told([one], unit)}" for word, one in named) + "."


def _told(readings: Readings, unit: str) -> str:
    return "; ".join(f"{number_in_words(value, unit)} ({day_in_words(day)})" for day, value in readings)


def _change(was: Decimal, now: Decimal, unit: str) -> str:
    if was == now:
        return "did not change"
    return f"{'rose' if now > was else 'fell'} by {number_in_words(abs(now - was), unit)}"


def _beside(now: Decimal, base: Decimal, unit: str) -> str:
    if now == base:
        return "is the same"
    return f"is {number_in_words(abs(now - base), unit)} {'above' if now > base else 'below'} it"
