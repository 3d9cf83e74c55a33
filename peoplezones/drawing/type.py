"""How much room text takes, and where its lines break. The typeface is one that matplotlib brings along."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from unicodedata import category

from .library import library
from .words import plain

_FACES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
ELLIPSIS = "…"


@lru_cache(maxsize=2)
def face(bold: bool) -> Any:
    """Return the typeface as matplotlib's properties of a font: from its own file, whatever the system has."""
    from pathlib import Path

    folder = Path(library().get_data_path(), "fonts", "ttf")
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=folder / _FACES[bold])


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """Return the characters that the typeface has in both weights."""
    from matplotlib.font_manager import get_font

    return frozenset.intersection(*(frozenset(get_font(face(bold).get_file()).get_charmap()) for bold in (False, True)))


def drawable(text: str) -> str:
    """Return text that is plain and of which each character can be drawn; see `is_drawable`."""
    text = plain(text)
    return text if text.isascii() else "".join(map(_drawn, text))


def is_drawable(text: str) -> bool:
    """Whether the typeface has every character of a text: Latin, Greek, Cyrillic, Arabic, Hebrew, many signs."""
    return drawable(text) == plain(text) and _REPLACEMENT not in plain(text)


def _drawn(char: str) -> str:
    if ord(char) in _known():
        return char
    return "" if category(char) in ("Cf", "Mn") else _REPLACEMENT


@lru_cache(maxsize=16384)
def width_of(text: str, size: float, bold: bool = False) -> float:
    """Return how wide a drawable text is, in points, at a size in points."""
    from matplotlib.textpath import text_to_path

    prop = face(bold).copy()
    prop.set_size(size)
    width, _, _ = text_to_path.get_text_width_height_descent(text, prop, False)
    return float(width)


def wrapped(text: str, room: float, size: float, *, bold: bool = False, most: int = 3) -> list[str]:
    """Return text as at most `most` lines that fit into `room` points; what is left out shows as an ellipsis."""
    lines: list[str] = []
    words = [word for word in drawable(text).split(" ") if word]
    while words and len(lines) < most:
        line, words = _line(words, room, size, bold)
        lines.append(line)
    if words:
        lines[-1] = _shortened(lines[-1] + ELLIPSIS, room, size, bold)
    return lines or [""]


def _line(words: list[str], room: float, size: float, bold: bool) -> tuple[str, list[str]]:
    """Return the words that fit on a line, at least a part of one, and what is left."""
    count = 1
    while count < len(words) and width_of(" ".join(words[: count + 1]), size, bold) <= room:
        count += 1
    line = " ".join(words[:count])
    if width_of(line, size, bold) <= room:
        return line, words[count:]
    cut = max(1, next(n for n in range(len(line) - 1, -1, -1) if n < 1 or width_of(line[:n], size, bold) <= room))
    return line[:cut], [line[cut:], *words[1:]] if line[cut:] else words[1:]


def _shortened(line: str, room: float, size: float, bold: bool) -> str:
    while len(line) > len(ELLIPSIS) and width_of(line, size, bold) > room:
        line = line[: -len(ELLIPSIS) - 1].rstrip() + ELLIPSIS
    return line
