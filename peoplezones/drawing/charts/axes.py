"""Scales of charts: days and numbers become places on the sheet, with ticks where people expect them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from peoplezones.drawing.marks import RULE, SOFT, Line, Mark, Words
from peoplezones.drawing.words import day_in_short, month_in_short

_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)  # between two ticks
_DAYS = (1, 7, 14)
_TICK = 58  # points that a tick's label takes, with the room around it
_FEW_DAYS = 84  # shown by days or weeks and not by months
_FAR = Decimal("0.9")  # of the largest number, from which on the smallest is far from zero
_LEAST_DAYS = 28  # that an axis shows
SMALL = 7.5  # points


@dataclass(frozen=True)
class Days:
    """Days from left to right."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def holding(cls, days: Iterable[date], left: float, right: float) -> Days:
        """Return an axis that holds all these days, and a little more where they are one or few."""
        found = sorted(days)
        missing = max(0, _LEAST_DAYS - (found[-1] - found[0]).days)
        before = min(missing // 2, (found[0] - date.min).days)
        after = min(missing - missing // 2, (date.max - found[-1]).days)
        return cls(found[0] - timedelta(days=before), found[-1] + timedelta(days=after), left, right)

    def at(self, day: date) -> float:
        """Return where a day lies."""
        return self.left + (self.right - self.left) * (day - self.first).days / (self.last - self.first).days

    def ticks(self) -> list[tuple[date, str]]:
        """Return days to be named, with their names: no more than there is room for."""
        most = max(2, int((self.right - self.left) / _TICK))
        span = (self.last - self.first).days
        if span <= _FEW_DAYS:
            step = next((step for step in _DAYS if span / step <= most), _DAYS[-1])
            days = [self.first + timedelta(days=n) for n in range(0, span + 1, step)]
            return [(day, day_in_short(day)) for day in days]
        step = next((step for step in _MONTHS if span / 30.44 / step <= most), _MONTHS[-1])
        return [(day, month_in_short(day)) for day in self._months(step)]

    def _months(self, step: int) -> list[date]:
        """Return the first days of every so many months, counted from January or a round year."""
        number = -(-(self.first.year * 12 + self.first.month - (self.first.day == 1)) // step) * step
        found = []
        while number < 12 * date.max.year:
            day = date(number // 12, number % 12 + 1, 1)
            if day > self.last:
                break
            found.append(day)
            number += step
        return found

    def drawn(self, y: float) -> list[Mark]:
        """Return the axis with its ticks, at a height."""
        marks: list[Mark] = [Line(((self.left, y), (self.right, y)), 0.8, SOFT)]
        for day, name in self.ticks():
            x = self.at(day)
            marks += [
                Line(((x, y), (x, y + 3)), 0.8, SOFT),
                Words(x, y + 12, name, SMALL, colour=SOFT, across=0.5),
            ]
        return marks


@dataclass(frozen=True)
class Numbers:
    """Numbers from the foot up."""

    ticks: tuple[Decimal, ...]
    top: float
    foot: float

    @classmethod
    def holding(cls, values: Iterable[Decimal], top: float, foot: float) -> Numbers:
        """Return an axis that holds all these numbers; from zero, unless all of them are far from it."""
        low, high = min(values := list(values)), max(values)
        if low > 0 and (low < high * _FAR or low == high):
            low = Decimal(0)
        elif high < 0 and (high > low * _FAR or low == high):
            high = Decimal(0)
        if low == high:
            high = Decimal(1)
        step = _step((high - low) / 5)
        first, last = low // step - (low % step < 0), -(-high // step)
        count = int(last - first) + (last * step < high)
        return cls(tuple((first + n) * step for n in range(count + 1)), top, foot)

    def at(self, value: Decimal) -> float:
        """Return where a number lies."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.foot - (self.foot - self.top) * float((value - low) / (high - low))

    def drawn(self, names: Iterable[str], left: float, right: float) -> list[Mark]:
        """Return a line across the chart for each tick, with its name before it."""
        marks: list[Mark] = []
        for tick, name in zip(self.ticks, names, strict=True):
            y = self.at(tick)
            marks += [Line(((left, y), (right, y)), 0.5, RULE), Words(left - 5, y + 2.7, name, SMALL, across=1)]
        return marks


def _step(least: Decimal) -> Decimal:
    """Return the smallest round number that is no smaller."""
    least = max(least, Decimal("0.01"))  # numbers are told to two decimals
    power = Decimal(10) ** least.adjusted()
    return next(power * part for part in (1, 2, 5, 10) if power * part >= least)
