"""Words as Markdown that says what they say, wherever it is put."""

from __future__ import annotations

import re

from .blocks import Blank, Break, Code, Emphasis, Link, Strong, Text, Word, Words, plain

_SIGNS = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_BEGINNING = re.compile(r"[#+=:-]|\d+(?=[.)])")
_TO_WRITE_IN = "\\_" * 24


def escaped(text: str) -> str:
    """Return a text such that none of its letters is a sign of Markdown; some only count `at_the_beginning`."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", text)


def at_the_beginning(text: str) -> str:
    """Return Markdown such that it begins no heading and no list."""
    found = _BEGINNING.match(text)
    if found is None:
        return text
    sign, rest = found[0], text[found.end() :]
    return f"{sign}\\{rest}" if sign.isdigit() else f"\\{text}"


def words_in_markdown(words: Words, *, in_cell: bool = False, line_end: str = "\\\n") -> str:
    """Return words as Markdown; in a cell of a table, `|` is kept from ending it even in code."""
    found = ""
    for index, word in enumerate(words):
        if isinstance(word, Break):
            found += line_end
            continue
        text = _word(word, in_cell, line_end, beside=_beside(words, index))
        is_new_line = index > 0 and isinstance(words[index - 1], Break)
        found += at_the_beginning(text.lstrip()) if is_new_line else text
    return found


def _beside(words: Words, index: int) -> bool:
    """Tell whether a letter stands right before or after a word, where `_` would be no sign."""
    before = plain(words[index - 1 : index])[-1:] if index else ""
    after = plain(words[index + 1 : index + 2])[:1]
    return before.isalnum() or after.isalnum()


def _word(word: Word, in_cell: bool, line_end: str, *, beside: bool) -> str:
    match word:
        case Text(text):
            return escaped(text)
        case Code(text):
            return _code(text.replace("|", "\\|") if in_cell else text)
        case Strong(inner):
            return f"**{words_in_markdown(inner, in_cell=in_cell, line_end=line_end)}**"
        case Emphasis(inner):
            sign = "*" if beside else "_"
            return f"{sign}{words_in_markdown(inner, in_cell=in_cell, line_end=line_end)}{sign}"
        case Link(target, inner):
            if plain(inner) == target and not target.startswith("#"):
                return f"<{target}>"
            return f"[{words_in_markdown(inner, in_cell=in_cell, line_end=line_end)}]({_bare(target)})"
        case Blank():
            return _TO_WRITE_IN
    return line_end


def _bare(target: str) -> str:
    """Return where a link leads, in angle brackets where it would else end early."""
    return f"<{target}>" if "(" in target or ")" in target else target


def _code(text: str) -> str:
    fence = "`"
    while fence in text:
        fence += "`"
    space = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{space}{text}{space}{fence}"
