"""Text that can be drawn: any string made fit to be seen, days and numbers in words."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from unicodedata import category, normalize

from .errors import NotDrawable

Day = date | str
Number = int | float | Decimal | Fraction | str

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BLANK = re.compile(r"[^\S\u00a0]+")  # a space that does not break stays one
#: What turns the direction of the text around it (UAX 9): a name could disguise another with it.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_JOINERS = "\u200c\u200d"  # Persian and Indian scripts are misspelt without them
_MONTHS = (  # not strftime's, which speaks whichever language the machine does
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DECIMALS = Decimal("0.01")
_MONTH = Fraction(1461, 48)  # days
_A_MONTH_AT_MOST = 59  # days that are told in weeks rather than in months


def plain(text: str) -> str:
    """Return text on one line, without anything that cannot be seen.

    What turns the direction of text, controls and lone surrogates become replacement characters; what takes no room is
    left out.
    """
    text = _BLANK.sub(" ", str(text)).strip()
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_seen, normalize("NFC", _BIDI.sub(_REPLACEMENT, text)))).strip()


def _seen(char: str) -> str:
    kind = category(char)
    if kind in ("Cc", "Cs", "Cn"):
        return _REPLACEMENT
    return "" if kind == "Cf" and char not in _JOINERS else char


def as_day(day: Day) -> date:
    """Return a day that may be written as `2019-11-05`. Raises NotDrawable."""
    if isinstance(day, date):
        return date(day.year, day.month, day.day)
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError):
        raise NotDrawable(f"'{plain(str(day))}' is no day; write it as 2019-11-05") from None


def as_number(value: Number) -> Decimal:
    """Return a number to at most two decimals. Raises NotDrawable."""
    try:
        exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(str(value))
        found = exact.quantize(_DECIMALS)
    except InvalidOperation:
        raise NotDrawable(f"'{plain(str(value))}' is no number that can be drawn") from None
    if not found.is_finite():
        raise NotDrawable(f"'{value}' is no number that can be drawn")
    return found


def day_in_words(day: date) -> str:
    """Return a day as `5 November 2019`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_in_short(day: date) -> str:
    """Return a day as `5 Nov 2019`."""
    return f"{day.day} {month_in_short(day)}"


def month_in_short(day: date) -> str:
    """Return the month of a day as `Nov 2019`."""
    return f"{_MONTHS[day.month - 1][:3]} {day.year}"


def number_in_words(value: Decimal, unit: str = "") -> str:
    """Return a number as people write it, with its unit where there is one: `1,250 calls`, `£3.50`."""
    whole = value == value.to_integral_value()
    text = f"{abs(value):,.0f}" if whole else f"{abs(value):,.2f}"
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    if unit == "£":
        return f"{sign}£{text}"
    return f"{sign}{text}{'' if unit in ('', '%') else ' '}{unit}"


def length_in_words(begins: date, ends: date) -> str:
    """Return how long it is from one day to another: `3 days`, `6 weeks`, `1 year and 2 months`; roughly where long."""
    days = (ends - begins).days
    if days < 14:
        return "within a day" if days < 1 else _count(days, "day")
    if days <= _A_MONTH_AT_MOST:
        weeks, rest = divmod(days, 7)
        return _count(weeks, "week") + (f" and {_count(rest, 'day')}" if rest else "")
    years, months = divmod(round(days / _MONTH), 12)
    parts = [_count(years, "year")] if years else []
    return " and ".join([*parts, *([_count(months, "month")] if months else [])])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
