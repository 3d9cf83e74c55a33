"""Values in Markdown: a text that says what it says, wherever it is put."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*\[\]<>|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_BEGINNING = re.compile(r"^([#+-]|\d+(?=[.)]))")


def in_markdown(value: object) -> str:
    """Return a value as Markdown that shows it as it is, on one line, so that it fits into a list or table."""
    text = _SIGNS.sub(lambda sign: f"\\{sign[0]}", " ".join(str(value).split()))
    return _BEGINNING.sub(_kept_plain, text)


def _kept_plain(beginning: re.Match[str]) -> str:
    """Return what would begin a heading or a list such that it does not: `12.` is kept plain as `12&#46;`."""
    sign = beginning[0]
    return f"&#{ord(sign[0])};{sign[1:]}" if sign.isdigit() else f"\\{sign}"
