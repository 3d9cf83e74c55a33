"""Typed values: how what people write becomes what is stored, and back.

Stored forms, the only ones that rules and the log see: text in NFC, dates as `YYYY-MM-DD`, numbers as integers scaled
by their declared decimals, money in pence, yes_no as bool, choices by name, references by reference. Every function
here is pure; what is wrong is raised as `ValueError` with a message for the person who wrote it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .errors import did_you_mean
from .files import File, attachment_of
from .workflow import Choice, Field, ValueType

LARGEST = 2**53 - 1  # RFC 8785 section 3.2.2.3: integers beyond this do not survive every JSON reader
TEXT_LIMIT, LONG_TEXT_LIMIT = 500, 20_000
ERASED = "(erased)"  # what stands in the place of a personal value that is gone
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(
    r"([-+]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?", re.ASCII
)  # a comma parts thousands, never decimals
_POUNDS = re.compile(r"^([-+]?)£")
_YES, _NO = frozenset({"yes", "y", "true"}), frozenset({"no", "n", "false"})


def clean_text(raw: str, *, lines: bool = False) -> str:
    """Return `raw` in NFC without surrounding white space; `lines` allows line ends and tabs.

    Raises ValueError for lone surrogates and control characters (Unicode category Cc), naming which and where.
    """
    if raw.isascii() and raw.isprintable():
        return raw.strip()
    text = raw.replace("\r\n", "\n") if lines else raw
    for position, char in enumerate(text, start=1):
        category = unicodedata.category(char)
        if category == "Cs":
            raise ValueError(f"character {position} is half of a character (a lone surrogate); type it again")
        if category == "Cc" and not (lines and char in "\n\t"):
            raise ValueError(f"character {position} is a control character (U+{ord(char):04X}); take it out")
    return unicodedata.normalize("NFC", text).strip()


def parse_date(raw: str) -> str:
    """Return the calendar date `raw`, which must be written `YYYY-MM-DD` and exist."""
    text = raw.strip()
    if not _DATE.fullmatch(text):
        raise ValueError(f"'{_short(text)}' is not a date; write it as year-month-day, such as 2026-11-22")
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"there is no such day as {text}") from None


def parse_number(raw: str, decimals: int = 0) -> int:
    """Return the decimal number `raw` scaled by 10**decimals, exactly; never through a float."""
    text = raw.strip()
    match = _NUMBER.fullmatch(text) if len(text) <= 40 else None
    if not match:
        raise ValueError(f"'{_short(raw)}' is not a number")
    sign, whole, part = match.group(1), match.group(2).replace(",", ""), (match.group(3) or "").rstrip("0")
    if len(part) > decimals:
        allowed = "be a whole number" if decimals == 0 else f"have at most {decimals} decimal places"
        raise ValueError(f"'{_short(raw)}' must {allowed}")
    scaled = int(whole + part.ljust(decimals, "0"))
    if scaled > LARGEST:
        raise ValueError(f"'{_short(raw)}' is too large; the largest is {LARGEST // 10**decimals:,}")
    return -scaled if sign == "-" else scaled


def parse_choice(raw: str, choices: Sequence[Choice]) -> str:
    """Return the name of the choice that `raw` names, by name or by title, whatever the case."""
    wanted = raw.strip().casefold()
    for choice in choices:
        if wanted in (choice.name.casefold(), choice.name.replace("_", "-").casefold(), choice.title.casefold()):
            return choice.name
    names = [choice.name for choice in choices]
    raise ValueError(f"'{_short(raw)}' is not one of: {', '.join(names)}{did_you_mean(raw, names)}")


def parse_scalar(kind: str, raw: str, *, decimals: int = 0, choices: Sequence[Choice] = ()) -> str | int | bool:
    """Return one value of a field type in stored form, from text; references are taken as text."""
    if kind == "date":
        return parse_date(raw)
    if kind == "number":
        return parse_number(raw, decimals)
    if kind == "money":
        return parse_number(_POUNDS.sub(r"\1", raw.strip(), count=1), 2)
    if kind == "choice":
        return parse_choice(raw, choices)
    if kind == "yes_no":
        word = raw.strip().casefold()
        if word not in _YES and word not in _NO:
            raise ValueError(f"'{_short(raw)}' is neither yes nor no")
        return word in _YES
    return clean_text(raw, lines=kind == "long_text")


def parse_field(field: Field, raw: Any) -> Any:
    """Return a value for `field` in stored form, checked against its type and limits.

    `raw` is text, or what Python and JSON have for it: int, Decimal, date, bool; a list for a field with `many`; for a
    file a `File`, of which what is to be kept is returned (an `Attachment`, whose digest is the stored form).
    """
    if field.type == "file":
        if not isinstance(raw, File):
            raise ValueError("a file is needed here, and not a text: give the path of one")
        return attachment_of(raw, field.maximum if isinstance(field.maximum, int) else None)
    if field.many:
        items = [raw] if isinstance(raw, str) else raw
        if not isinstance(items, (list, tuple)):
            raise ValueError("a list is needed here")
        found = list(dict.fromkeys(_parse_one(field, item) for item in items))
        check_limits(field, found)
        return found
    value = _parse_one(field, raw)
    if field.type in ("text", "long_text") and not value:
        raise ValueError("there is nothing in it")
    check_limits(field, value)
    return value


def check_limits(field: Field, value: Any) -> None:
    """Raise ValueError unless a value, in stored form and not a commitment, is within the limits of its field."""
    if field.many:
        _check_limits(field, len(value), "", unit="entry", units="entries")
    elif field.type in ("text", "long_text"):
        default = TEXT_LIMIT if field.type == "text" else LONG_TEXT_LIMIT
        _check_limits(field, len(value), "", default=default, unit="character", units="characters")
    elif field.type in ("number", "money", "date"):
        _check_limits(field, value, show_value(type_of(field), value))


def _parse_one(field: Field, raw: Any) -> Any:
    if isinstance(raw, bool):
        if field.type != "yes_no":
            raise ValueError("yes or no does not answer this")
        return raw
    if isinstance(raw, Decimal):
        raw = f"{raw:f}"
    elif isinstance(raw, (int, date)):
        raw = str(raw)
    if not isinstance(raw, str):
        raise ValueError(f"a {type(raw).__name__} cannot be taken; write it as text")
    return parse_scalar(field.type, raw, decimals=field.decimals, choices=field.choices)


def _check_limits(
    field: Field, size: Any, shown: str, *, default: int | None = None, unit: str = "", units: str = ""
) -> None:
    highest = default if field.maximum is None else field.maximum
    for limit, wrong, word in ((field.minimum, "<", "at least"), (highest, ">", "at most")):
        if limit is None or not (size < limit if wrong == "<" else size > limit):
            continue
        if unit:
            noun = unit if limit == 1 else units
            raise ValueError(f"{size:,} {units} given; {word} {limit:,} {noun} can be taken")
        raise ValueError(f"{shown} given; it must be {word} {show_value(type_of(field), limit)}")


def type_of(field: Field) -> ValueType:
    """Return the type of what the field holds."""
    if field.many:
        return ValueType(type="list", personal=field.personal)
    return ValueType(type=field.type, decimals=field.decimals, choices=field.choices, personal=field.personal)


def show_value(kind: ValueType, value: Any, names: dict[str, str] | None = None) -> str:
    """Return `value`, in stored form, as people read it; `names` gives the names of references."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, (list, tuple)):
        item_kind = ValueType(type="choice" if kind.choices else "ref", choices=kind.choices)
        return ", ".join(show_value(item_kind, item, names) for item in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return _show_share(value)
    if kind.type == "money":
        return f"{'-' if value < 0 else ''}£{abs(value) // 100:,}.{abs(value) % 100:02d}"
    if kind.type == "number":
        return _show_number(value, kind.decimals)
    if kind.type in ("choice", "state"):
        return next((c.title for c in kind.choices if c.name == value), str(value))
    return named(str(value), (names or {}).get(str(value), ""))


def named(reference: str, name: str) -> str:
    """Return how a record is called: `PZ-2026-001 (Name)`; a name that is gone is said to be only once."""
    return f"{reference} {name if name == ERASED else f'({name})' if name else ''}".strip()


def _show_share(value: Fraction) -> str:
    """Return a percentage with one decimal; what falls short of a whole number never looks as if it were there."""
    shown = Fraction(round(value * 10), 10)
    near = "" if shown == value or shown.denominator != 1 else "just under " if value < shown else "just over "
    return f"{near}{float(shown):.1f}".removesuffix(".0") + "%"


def _show_number(value: int, decimals: int) -> str:
    if decimals == 0:
        return f"{value:,}"
    whole, part = divmod(abs(value), 10**decimals)
    return f"{'-' if value < 0 else ''}{whole:,}.{part:0{decimals}d}"


def check_stored(field: Field, value: Any) -> str | None:
    """Return what is wrong with `value` as a stored form of `field`, or None: what a log is held to."""
    if field.many:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return "is not a list of references"
        return None
    wanted = {"number": int, "money": int, "yes_no": bool}.get(field.type, str)
    if type(value) is not wanted:
        return f"is not a {field.type}"
    return None


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return the items as people list them: `a, b and c`."""
    words = list(items)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else "none"


def _short(text: str, width: int = 60) -> str:
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[: width + 1])
    return printable if len(text) <= width else printable[:width] + "…"
