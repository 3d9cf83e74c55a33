"""Showing things: aligned plain text in a pipe, the same with bold headings on a terminal; JSON where asked for.

Whatever comes from data passes `clean` first, so that no control character ever reaches a terminal.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size
from typing import Any

import click

#: C0 and C1 controls but line ends, bidirectional embeddings, overrides and isolates, line separators, lone surrogates.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    """Return `text` such that it can be printed anywhere; line ends stay."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub(lambda match: " " if match.group() == "\t" else _REPLACEMENT, text)


def one_line(text: str) -> str:
    """Return `text`, clean, on one line."""
    return " ".join(clean(text).split("\n"))


def called(reference: str, name: str) -> str:
    """Return how a record is called: `PZ-2026-001 (Name)`; a name that is gone is said to be only once."""
    from peoplezones.domain.values import named

    return named(reference, name)


def on_terminal() -> bool:
    """Whether people look at this directly."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def styled() -> bool:
    """Whether text may be set off from other text; NO_COLOR says not."""
    return not os.environ.get("NO_COLOR")


def say(text: str = "") -> None:
    """Print a line."""
    click.echo(clean(text))


def heading(text: str) -> None:
    """Print a heading, bold on a terminal that may be styled."""
    click.echo(click.style(clean(text), bold=True) if on_terminal() and styled() else clean(text))


def show_json(value: Any) -> None:
    """Print a value as JSON; msgspec structs as objects, exact fractions as text."""
    import json

    import msgspec

    plain = msgspec.to_builtins(value, enc_hook=str)
    click.echo(json.dumps(plain, indent=2, ensure_ascii=True))


def pairs(rows: Iterable[tuple[str, str]], indent: str = "  ", columns: int = 0) -> None:
    """Print labels and values, aligned; a value of several lines, or wider than `columns`, goes on below itself."""
    known = [(one_line(label), clean(value)) for label, value in rows]
    width = max((_width(label) for label, _ in known), default=0)
    if columns:
        known = [(label, _wrapped(value, columns - len(indent) - width - 2)) for label, value in known]
    for label, value in known:
        first, *rest = value.split("\n")
        click.echo(f"{indent}{label}:{' ' * (width - _width(label))} {first}".rstrip())
        for line in rest:
            click.echo(f"{indent}{' ' * (width + 2)}{line}".rstrip())


def _wrapped(value: str, columns: int) -> str:
    """Return a value broken between words so that no line is wider, unless a single word is."""
    lines: list[str] = []
    for paragraph in value.split("\n"):
        lines.append("")
        for word in paragraph.split(" "):
            if lines[-1] and _width(lines[-1]) + 1 + _width(word) > columns:
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return "\n".join(lines)


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], indent: str = "") -> None:
    """Print rows under headers: wrapped to the width of a terminal, whole and aligned in a pipe."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    if on_terminal():
        draw = _rich_table if _fits(headers, cells, indent) else _blocks
        draw(headers, cells, indent)
        return
    widths = [max(_width(row[column]) for row in [list(headers), *cells]) for column in range(len(headers))]
    for row in [list(headers), *cells]:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        click.echo(f"{indent}{'  '.join(padded)}".rstrip())


def _fits(headers: Sequence[str], cells: Sequence[Sequence[str]], indent: str) -> bool:
    """Whether a table can be wrapped to the terminal's width without breaking a word, a reference above all."""
    columns = zip(headers, *cells, strict=True)
    least = [max(_width(word) for cell in column for word in [*cell.split(), ""]) for column in columns]
    return len(indent) + sum(least) + 2 * len(least) <= get_terminal_size().columns


def _blocks(headers: Sequence[str], cells: Iterable[Sequence[str]], indent: str) -> None:
    """Print one row after the other, where the terminal is too narrow for a table."""
    for row in cells:
        heading(f"{indent}{row[0]}")
        pairs(((header, cell) for header, cell in zip(headers[1:], row[1:], strict=True) if cell), f"{indent}  ")


def _rich_table(headers: Sequence[str], cells: Iterable[Sequence[str]], indent: str) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    drawn = Table(
        box=None, pad_edge=False, header_style="bold" if styled() else "", show_edge=False, padding=(0, 2, 0, 0)
    )
    for header in headers:
        drawn.add_column(Text(header), overflow="fold")
    for row in cells:
        drawn.add_row(*(Text(cell) for cell in row))
    Console(highlight=False, emoji=False, markup=False).print(Padding(drawn, (0, 0, 0, len(indent))))


def _width(text: str) -> int:
    """Return how many columns a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(char) in ("Mn", "Me", "Cf") else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def place_from_here(path: str) -> str:
    """Return a path as seen from the current folder, where it lies in it."""
    here = os.getcwd() + os.sep  # noqa: PTH109
    return path.removeprefix(here)


def days_in_words(days: int) -> str:
    """Return a number of days in words: `today`, `1 day`, `12 days`."""
    return "today" if days == 0 else "1 day" if days == 1 else f"{days:,} days"


def progress(done: int, total: int | None) -> None:
    """Show on a terminal, on one line of standard error, how far something has come."""
    if sys.stderr.isatty():
        of = f" of {total:,}" if total else ""
        click.echo(f"\r{done:,}{of}", nl=done == total, err=True)
