"""Words as runs of a Word paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docx.text.paragraph import Paragraph
from docx.text.run import Run

from .blocks import Blank, Break, Code, Emphasis, Link, Strong, Text, Word, Words
from .word_parts import linked
from .word_styles import write_in


@dataclass(frozen=True)
class _Look:
    """How words look where they stand."""

    bold: bool = False
    italic: bool = False
    style: str = ""


def add_words(paragraph: Paragraph, words: Words, *, bold: bool = False) -> None:
    """Add words to the end of a paragraph."""
    if any(isinstance(word, Blank) for word in words):
        write_in(paragraph.paragraph_format)
    _add(paragraph, words, _Look(bold=bold))


def _add(paragraph: Paragraph, words: Words, look: _Look) -> list[Run]:
    return [run for word in words for run in _runs(paragraph, word, look)]


def _runs(paragraph: Paragraph, word: Word, look: _Look) -> list[Run]:
    match word:
        case Text(text):
            return [_run(paragraph, text, look)]
        case Code(text):
            return [_run(paragraph, text, replace(look, style="Typed Words"))]
        case Strong(inner):
            return _add(paragraph, inner, replace(look, bold=True))
        case Emphasis(inner):
            return _add(paragraph, inner, replace(look, italic=True))
        case Break():
            run = paragraph.add_run()
            run.add_break()
            return [run]
        case Blank():
            return [_run(paragraph, "\t", look)]
        case Link(target, inner):
            return _link(paragraph, target, inner, look)


def _run(paragraph: Paragraph, text: str, look: _Look) -> Run:
    run = paragraph.add_run(text, style=look.style or None)
    run.bold, run.italic = look.bold or None, look.italic or None
    return run


def _link(paragraph: Paragraph, target: str, inner: Words, look: _Look) -> list[Run]:
    is_within = target.startswith("#")
    bookmark = target[1:].replace("-", "_")[:40] if is_within else ""
    link = linked(paragraph, bookmark=bookmark, address="" if is_within else target)
    runs = _add(paragraph, inner, replace(look, style="Hyperlink"))
    for run in runs:
        link.append(run._r)
    return []
