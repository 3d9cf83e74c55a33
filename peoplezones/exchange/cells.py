"""One value of a record as a cell, in text and in Excel, such that reading it again gives the same value.

In CSV nothing is taken for a formula: see `domain.cells`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from peoplezones.domain.cells import protect
from peoplezones.domain.values import parse_choice
from peoplezones.domain.workflow import Choice, Field

BETWEEN = "; "
_NUMBER = re.compile(r"-\d+(\.\d+)?", re.ASCII)
_EXCEL_BEGINS = date(1900, 3, 1)  # before this Excel's calendar is one day off
_EXACT = 10**15  # a float shows integers below this exactly


def text_of(field: Field, value: Any, *, names: bool = False) -> str:
    """Return a value in stored form as text that its field reads again; choices by title, or by name if `names`."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return BETWEEN.join(str(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.type in ("number", "money"):
        return _decimal(value, _decimals(field))
    if field.type == "choice":
        return str(value) if names else _title(field.choices, value)
    return str(value)


def safe_text(field: Field, text: str) -> str:
    """Return text for a CSV cell: protected, except for the negative number of a field that holds numbers."""
    if field.type in ("number", "money") and _NUMBER.fullmatch(text):
        return text
    return protect(text)


def excel_of(field: Field, value: Any, *, names: bool = False) -> tuple[Any, str]:
    """Return a value for an Excel cell and its format: numbers and dates as such where Excel holds them exactly."""
    if field.type in ("number", "money") and type(value) is int and abs(value) < _EXACT:
        places = _decimals(field)
        return (value / 10**places if places else value), ("0." + "0" * places if places else "0")
    if field.type == "date" and value:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return str(value), "@"
        return (day, "yyyy-mm-dd") if day >= _EXCEL_BEGINS else (value, "@")
    return text_of(field, value, names=names), "@"


def _decimals(field: Field) -> int:
    return 2 if field.type == "money" else field.decimals


def _decimal(value: int, places: int) -> str:
    if not places:
        return str(value)
    whole, part = divmod(abs(value), 10**places)
    return f"{'-' if value < 0 else ''}{whole}.{part:0{places}d}"


def _title(choices: tuple[Choice, ...], name: str) -> str:
    """Return the title of a choice, or its name where the title would be read as another choice."""
    title = next((choice.title for choice in choices if choice.name == name), name)
    try:
        return title if parse_choice(title, choices) == name else name
    except ValueError:
        return name
