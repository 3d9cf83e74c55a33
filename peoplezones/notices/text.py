"""Texts of a message: nothing in them that ends a header, moves a cursor or turns the reading direction; 72 columns."""

from __future__ import annotations

import re
import textwrap

WIDTH = 72
#: Controls (C0 and C1), line separators, bidirectional embeddings, overrides and isolates, lone surrogates.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_SUBJECT = 120


def plain(text: str) -> str:
    """Return a text on one line, without anything that is not to be seen in it."""
    return " ".join(_CONTROL.sub(" ", text).split())


def subject_line(text: str) -> str:
    """Return a text as a subject: on one line, and no longer than people read."""
    line = plain(text)
    return line if len(line) <= _LONGEST_SUBJECT else f"{line[: _LONGEST_SUBJECT - 1].rstrip()}…"


def wrapped(text: str) -> str:
    """Return a text without lines longer than 72 columns, but for words that are; lists go on as they began."""
    lines = [_CONTROL.sub(" ", line).rstrip() for line in text.split("\n")]
    return "\n".join(folded for line in lines for folded in _folded(line)).strip("\n") + "\n"


def _folded(line: str) -> list[str]:
    if len(line) <= WIDTH:
        return [line]
    indent = line[: len(line) - len(line.lstrip())] + ("  " if line.lstrip().startswith(("* ", "- ")) else "")
    folded = textwrap.wrap(
        line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    return folded or [""]
