"""Running text that keeps to the width of a terminal, and columns that go by a letter."""

from __future__ import annotations

from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap

import click

from .printing import called, one_line

_LEAST = 40


def width() -> int:
    """Return how many columns there are to write in: of the terminal, or 80 in a pipe (COLUMNS says otherwise)."""
    return max(_LEAST, get_terminal_size().columns)


def paragraph(text: str, indent: str = "", hanging: str | None = None) -> None:
    """Print text, wrapped; lines after the first begin with `hanging` (two more spaces, unless given)."""
    later = f"{indent}  " if hanging is None else hanging
    options = {"break_long_words": False, "break_on_hyphens": False}
    lines = wrap(one_line(text), width(), initial_indent=indent, subsequent_indent=later, **options)  # type: ignore[arg-type]
    for line in lines or [indent.rstrip()]:
        click.echo(line)


def record_called(reference: str, label: str) -> str:
    """Return how a record is called in running text: its reference is not said twice."""
    return label if reference in label else called(reference, label)


def letter(place: int) -> str:
    """Return the letter of a column: A to Z, then AA, AB and so on, as in a spreadsheet."""
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def legend(labels: Iterable[str], indent: str = "  ", first: int = 0) -> None:
    """Print which column means what."""
    known = list(labels)
    longest = max((len(letter(first + place)) for place in range(len(known))), default=1)
    for place, label in enumerate(known):
        name = letter(first + place).ljust(longest)
        paragraph(f"{label}", f"{indent}{name}  ", f"{indent}{' ' * longest}  ")
