"""Values in Markdown: a text that says what it says, wherever it is put, and hides nothing.

What somebody typed becomes no heading, list, link, picture, table or tag, starts no page and gives no tick box, for
those all begin with a sign that is kept plain here. Characters that nobody sees, and those that turn the direction of
writing, are shown by number, as in `[U+202E]`: a text reads as it was typed or says that it does not. Joiners (U+200C,
U+200D) stay where scripts and emoji need them, beside letters beyond ASCII.
"""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<!\S)#")
_BEGINNING = re.compile(r"^([#+=-]|\d{1,9}(?=[.)](?:\s|$)))")
_NUMBER = re.compile(r"[0-9]{1,9}")
_JOINER = re.compile("(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])")
_BLANK_LINE = re.compile(r"\n\s*\n")


def in_markdown(value: object) -> str:
    """Return a value as Markdown that shows it as it is, on one line, so that it fits into a list or table."""
    text = _SIGNS.sub(lambda sign: f"\\{sign[0]}", visible(" ".join(str(value).split())))
    return _BEGINNING.sub(_kept_plain, text)


def value_in_markdown(value: object) -> str:
    """Return a value as `in_markdown` does, such that no list begins with it whatever a template writes after it.

    `2019` at the beginning of a line would begin one where a full stop and a space follow.
    """
    text = in_markdown(value)
    return f"&#{ord(text[0])};{text[1:]}" if isinstance(value, str) and _NUMBER.fullmatch(text) else text


def paragraphs_in_markdown(value: object) -> str:
    """Return a text of several lines as Markdown paragraphs, each with its line breaks."""
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return "\n\n".join(_lines(paragraph) for paragraph in _BLANK_LINE.split(text))


def _lines(paragraph: str) -> str:
    return "\\\n".join(in_markdown(line) for line in paragraph.split("\n") if line.strip())


def visible(text: str) -> str:
    """Return a text in which everything can be seen; spaces and line ends stay what they are."""
    if text.isprintable():
        return text
    kept = {match.start() for match in _JOINER.finditer(text)}
    return "".join(
        char if char.isprintable() or char.isspace() or at in kept else f"[U+{ord(char):04X}]"
        for at, char in enumerate(text)
    )


def _kept_plain(beginning: re.Match[str]) -> str:
    """Return what would begin a heading or a list such that it does not: `12.` is kept plain as `12&#46;`."""
    sign = beginning[0]
    return f"&#{ord(sign[0])};{sign[1:]}" if sign.isdigit() else f"\\{sign}"
