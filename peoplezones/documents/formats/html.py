"""A page as HTML: one file that needs no other and runs nothing. The PDF is made from the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from peoplezones.documents.page import Page
from peoplezones.documents.render import render
from peoplezones.drawing import Figure

from .blocks import (
    LONG,
    Blank,
    Block,
    Blocks,
    Break,
    Code,
    Emphasis,
    Heading,
    Item,
    Items,
    Link,
    Paragraph,
    Picture,
    Quote,
    Row,
    Rule,
    Sheet,
    Strong,
    Table,
    Text,
    Typed,
    Word,
    Words,
    plain,
)
from .letters import on_one_line

TEMPLATE = "document.html"
_LONG_WORD = re.compile(rf"(\S{{{LONG + 1},}})")
TICK_BOX = "\N{BALLOT BOX}"

_BOX = f'<span class="mark" role="img" aria-label="Box to tick">{TICK_BOX}</span> '

Placed = Callable[[Picture, Figure], str]


def in_html(page: Page, blocks: Blocks, templates: Path | None, *, placed: Placed | None = None) -> str:
    """Return a page as HTML; `placed` gives the element of a figure, which is else the SVG itself.

    Raises TemplateFaulty, UsageError.
    """
    values = {
        "title": page.title,
        "subtitle": page.subtitle,
        "reference": page.reference,
        "marking": page.marking,
        "language": page.language,
        "numbered": page.numbered,
        "stated": [{"label": label, "text": text} for label, text in page.stated],
        "text": _Writer(page, placed or _inline).blocks(blocks),
    }
    return render(TEMPLATE, values, templates)


def _inline(picture: Picture, figure: Figure) -> str:
    """Return the SVG, read out as one picture with what it shows.

    Where it is too wide, it scrolls by itself: made smaller, nobody could read what is in it.
    """
    svg = figure.svg[figure.svg.index("<svg") :]
    drawn = f'<div role="img" aria-label="{attribute(picture.words)}">{svg}</div>'
    return f'<div class="picture" role="group" aria-label="{attribute(figure.title)}" tabindex="0">{drawn}</div>'


def attribute(text: str) -> str:
    """Return a text as the value of an attribute."""
    return escape(on_one_line(text), quote=True)


class _Writer:
    """Writes blocks; knows the figures, and under which heading it is."""

    def __init__(self, page: Page, placed: Placed) -> None:
        self.page = page
        self.placed = placed
        self.heading = page.title
        self.tables = 0

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(f"{self._block(block)}\n" for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                self.heading = plain(block.inner)
                inner = f"{_mark(block.number)}{words_in_html(block.inner)}"
                return f'<h{block.level} id="{block.anchor}">{inner}</h{block.level}>'
            case Paragraph(inner, number, leads):
                names = " ".join(
                    name
                    for name, has in (("numbered", number), ("leading", leads), ("alone", inner == (Blank(),)))
                    if has
                )
                named = f' class="{names}"' if names else ""
                return f"<p{named}>{_mark(number)}{words_in_html(inner)}</p>"
            case Items():
                return self._items(block)
            case Table():
                return self._table(block)
            case Picture(name):
                return f"<figure>{self.placed(block, self.page.figures[name])}</figure>"
            case Quote(inner):
                return f"<blockquote>\n{self.blocks(inner)}</blockquote>"
            case Typed(text):
                label = attribute(f"As typed, under {self.heading}")
                return f'<pre role="group" aria-label="{label}" tabindex="0">{escape(text)}</pre>'
            case Rule():
                return "<hr>"
            case Sheet():
                return '<div class="sheet"></div>'

    def _items(self, block: Items) -> str:
        """Return a list. `role` keeps it one for VoiceOver, which takes lists without bullets for none."""
        tag = "ol" if block.ordered else "ul"
        named = ' class="marked" role="list"' if any(item.mark or item.box for item in block.items) else ""
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        return f"<{tag}{named}{start}>\n{''.join(map(self._item, block.items))}</{tag}>"

    def _item(self, item: Item) -> str:
        """Return an item; what it begins with needs no paragraph of its own.

        The rest is held together, or else WeasyPrint tags lists in it as if they came after it.
        """
        mark = _BOX if item.box else _mark(item.mark)
        match item.blocks:
            case (Paragraph(inner), *rest):
                rest_of_it = f"\n<div>\n{self.blocks(rest)}</div>" if rest else ""
                return f"<li>{mark}{words_in_html(inner)}{rest_of_it}</li>\n"
        return f"<li>{mark}<div>\n{self.blocks(item.blocks)}</div></li>\n"

    def _table(self, table: Table) -> str:
        """Return a table that scrolls by itself where it is too wide, with the keyboard too."""
        self.tables += 1
        name = f"table_{self.tables}"  # no anchor of a heading has a _
        label = f'aria-labelledby="{name}"' if table.caption else f'aria-label="{attribute(self.heading)}"'
        names = " ".join(
            name
            for name, has in (
                ("table", True),
                ("whole", table.is_short),
                ("wide", table.is_wide),
                ("tofill", table.is_to_fill),
            )
            if has
        )
        parts = [f'<div class="{names}" role="group" {label} tabindex="0">\n<table>\n']
        if table.caption:
            parts.append(f'<caption id="{name}">{words_in_html(table.caption)}</caption>\n')
        if table.heads:
            heads = (_cell("th", words, side, "col") for words, side in zip(table.heads, table.sides, strict=True))
            parts.append(f"<thead>\n<tr>{''.join(heads)}</tr>\n</thead>\n")
        if table.rows:
            parts.append(f"<tbody>\n{''.join(_row(row, table.sides) for row in table.rows)}</tbody>\n")
        return "".join([*parts, "</table>\n</div>"])


def words_in_html(words: Words) -> str:
    """Return words as HTML."""
    return "".join(map(_word, words))


def _word(word: Word) -> str:
    match word:
        case Text(text):
            return _breakable(text)
        case Code(text):
            return f"<code>{_breakable(text)}</code>"
        case Break():
            return "<br>"
        case Blank():
            return '<span class="blank"></span>'
        case Strong(inner):
            return f"<strong>{words_in_html(inner)}</strong>"
        case Emphasis(inner):
            return f"<em>{words_in_html(inner)}</em>"
        case Link(target, inner):
            # Only letters: WeasyPrint tags a link around other elements such that it is none (PDF/UA-1, 7.18.5).
            return f'<a href="{escape(target, quote=True)}">{escape(plain(inner), quote=False)}</a>'


def _breakable(text: str) -> str:
    """Return a text whose long words may be broken, or a cell could grow beyond the paper."""
    parts = (escape(part, quote=False) for part in _LONG_WORD.split(text))
    return "".join(f'<span class="long">{part}</span>' if at % 2 else part for at, part in enumerate(parts))


def _mark(text: str) -> str:
    return f'<span class="mark">{escape(text)}</span> ' if text else ""


def _row(row: Row, sides: tuple[str, ...]) -> str:
    cells = (
        _cell("th", words, side, "row") if row.headed and column == 0 else _cell("td", words, side)
        for column, (words, side) in enumerate(zip(row.cells, sides, strict=True))
    )
    return f"<tr>{''.join(cells)}</tr>\n"


def _cell(tag: str, words: Words, side: str, scope: str = "") -> str:
    scoped = f' scope="{scope}"' if scope else ""
    named = f' class="{side}"' if side else ""
    return f"<{tag}{scoped}{named}>{words_in_html(words)}</{tag}>"
