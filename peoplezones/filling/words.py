"""Days as people write them on paper, and what stands where there is nothing."""

from __future__ import annotations

from datetime import date

NOT_GIVEN = "not given"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_in_words(day: str) -> str:
    """Return a day in ISO form as people write it: `5 November 2019`. Raises ValueError."""
    found = date.fromisoformat(day)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"
