"""How far to look ahead, as people type it: `30d`, `6w`, `3m`, `1y`."""

from __future__ import annotations

import re

import click

from peoplezones.domain.errors import UsageError

_WRITTEN = re.compile(r"\s*(\d{1,4})\s*([dwmy])\s*", re.ASCII | re.IGNORECASE)
AHEAD = "30d"


def within_option(default: str = AHEAD) -> click.Option:
    """Return `--within`."""
    words = f"How far to look ahead, in days, weeks, months or years (30d, 6w, 3m, 1y). [default: {AHEAD}]"
    return click.Option(["--within"], metavar="PERIOD", default=default, help=words)


def day_within(text: str, today: str) -> str:
    """Return the last day of a period that begins today. Raises UsageError."""
    from peoplezones.domain.retention import later
    from peoplezones.domain.workflow import Period

    found = _WRITTEN.fullmatch(text)
    if not found:
        raise UsageError(f"--within: '{text}' is no period; write 30d, 6w, 3m or 1y (days, weeks, months, years)")
    number, unit = int(found[1]), found[2].lower()
    periods = {
        "d": Period(number=number, unit="days"),
        "w": Period(number=number * 7, unit="days"),
        "m": Period(number=number, unit="months"),
        "y": Period(number=number, unit="years"),
    }
    try:
        return later(today, periods[unit])
    except (OverflowError, ValueError):
        raise UsageError(f"--within: {text} from {today} is beyond the calendar; look less far ahead") from None
