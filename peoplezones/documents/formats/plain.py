"""A page as Markdown: normalised, with what it was made from in its first lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from peoplezones.documents.page import Page

from .blocks import Block, Blocks, Heading, Item, Items, Paragraph, Picture, Quote, Row, Sheet, Table, Typed
from .front import stated
from .parsing import FIGURE
from .plain_words import at_the_beginning, escaped, words_in_markdown

_RULED = {"": ":--", "right": "--:", "center": ":-:"}
_HASHES_AT_THE_END = re.compile(r"#+$")
_RULE = "___"  # unlike --- and ***, it is never taken for the items of a list


def in_markdown(page: Page, blocks: Blocks) -> str:
    """Return a page as Markdown, which ends with one new line."""
    return "\n\n".join([*_front(page), *_Writer(page).blocks(blocks)]) + "\n"


def _front(page: Page) -> Iterator[str]:
    if page.marking:
        yield f"**{escaped(page.marking)}**"
    yield _heading(1, escaped(page.title))
    if page.subtitle:
        yield at_the_beginning(escaped(page.subtitle))
    if lines := [f"**{escaped(label)}:** {escaped(text)}" for label, text in stated(page)]:
        yield "\\\n".join(lines)


def _heading(level: int, text: str) -> str:
    """Return a heading; # at its end is kept from being taken for part of the sign."""
    return f"{'#' * level} {_HASHES_AT_THE_END.sub(lambda found: found[0].replace('#', chr(92) + '#'), text)}"


class _Writer:
    """Writes blocks; knows the figures."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield each block; a list right after another has other signs, or both would be one."""
        others = False
        before: Block | None = None
        for block in blocks:
            if isinstance(block, Sheet):
                continue
            others = isinstance(before, Items) and not others
            yield self._items(block, others=others) if isinstance(block, Items) else self._block(block)
            before = block

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level, inner, _, number):
                text = words_in_markdown(inner, line_end=" ")
                return _heading(level, f"{number} {text}" if number else text)
            case Paragraph(inner, number):
                text = words_in_markdown(inner)
                return f"{number} {text}" if number else at_the_beginning(text)
            case Table():
                return _table(block)
            case Picture(name, words):
                return f"![{escaped(words)}]({FIGURE}{name})"
            case Quote(inner):
                return _before_lines("> ", "\n\n".join(self.blocks(inner)))
            case Typed(text):
                runs = (len(run) for run in re.findall("`+", text))
                fence = "`" * max([3, *(length + 1 for length in runs)])
                return f"{fence}\n{text}\n{fence}"
        return _RULE

    def _items(self, block: Items, *, others: bool) -> str:
        """Return a list: close where each item is one paragraph, with lines between where not."""
        items = []
        for number, item in enumerate(block.items, block.start):
            sign = f"{number}{')' if others else '.'}" if block.ordered and not item.mark else "*" if others else "-"
            items.append(self._item(item, sign))
        is_close = all(len(item.blocks) <= 1 for item in block.items)
        return ("\n" if is_close else "\n\n").join(items)

    def _item(self, item: Item, sign: str) -> str:
        mark = "[ ]" if item.box else item.mark
        match item.blocks:
            case (Paragraph(inner), *rest):
                first = words_in_markdown(inner)
                text = "\n\n".join([f"{mark} {first}" if mark else at_the_beginning(first), *self.blocks(rest)])
            case _:
                text = "\n\n".join([*([mark] if mark else []), *self.blocks(item.blocks)])
        return f"{sign} {_before_lines(' ' * (len(sign) + 1), text).lstrip(' ')}".rstrip()


def _before_lines(sign: str, text: str) -> str:
    return "\n".join(f"{sign}{line}".rstrip() for line in text.split("\n"))


def _table(table: Table) -> str:
    heads = [words_in_markdown(words, in_cell=True) for words in table.heads] or ["" for _ in table.sides]
    lines = [heads, [_RULED[side] for side in table.sides], *map(_row, table.rows)]
    rows = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    return f"**{words_in_markdown(table.caption)}**\n\n{rows}" if table.caption else rows


def _row(row: Row) -> list[str]:
    first, *others = (words_in_markdown(words, in_cell=True) for words in row.cells)
    return [f"**{first}**" if row.headed else first, *others]
