"""Cells of a spreadsheet as text and back: what reads tables, what reads forms and what writes edges share it.

Pure functions. A spreadsheet takes a text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a
formula, and a formula can send away what is on the sheet (CWE-1236). In CSV such text gets an apostrophe, which
`unprotect` takes off.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

LONGEST_CELL = 32_767  # characters that an Excel cell can hold
_TO_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\r\ufffe\uffff]")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_PROTECTED = re.compile(r"'+[=+\-@\t\r]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def protect(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unprotect(text: str) -> str:
    """Return text as it was before `protect`."""
    return text[1:] if text[:1] == "'" and _PROTECTED.match(text) else text


def excel_text(text: str) -> str:
    """Return text as a workbook holds it: what XML cannot hold is escaped (ECMA-376 part 1, 22.9.2.19)."""
    return _TO_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def cell_text(value: Any) -> str:
    """Return what is in an Excel cell as text: dates as ISO, numbers as Excel shows them (15 digits, no false `.0`)."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value) if "_x" in value else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        from decimal import Decimal

        text = format(Decimal(format(value, ".15g")), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(sep=" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def split_many(text: str) -> list[str]:
    """Return the entries of a cell that may hold several, separated by semicolons or line ends."""
    return [entry for part in re.split(r"[;\r\n]", text) if (entry := part.strip())]
