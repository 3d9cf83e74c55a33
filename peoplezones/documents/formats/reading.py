"""From a page's Markdown to its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from markdown_it.tree import SyntaxTreeNode

from peoplezones.documents.errors import PageFaulty
from peoplezones.documents.page import Page
from peoplezones.domain.errors import did_you_mean

from .anchors import Anchors, check_links
from .blocks import (
    Blank,
    Block,
    Blocks,
    Heading,
    Item,
    Items,
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
    Words,
    plain,
)
from .letters import on_one_line, shown
from .numbering import numbered
from .parsing import FIGURE, parser
from .sentences import words_of

_BOX = "[ ]"
_NONE = "None"


def read(page: Page) -> Blocks:
    """Return what a page is made of, with numbers where it has them.

    Raises PageFaulty for a figure that the page does not have, and for a link to a heading that it does not have.
    """
    root = SyntaxTreeNode(
        parser().parse(page.markdown)
    )  # letters are left out only later, or signs could form of others
    blocks = _Reader(page).blocks(root.children)
    check_links(page.title, blocks)
    return numbered(blocks) if page.numbered else blocks


class _Reader:
    """Turns nodes into blocks, and remembers which anchors are taken and how deep the last heading was."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.anchors = Anchors()
        self.depth = 1

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Blocks:
        """Return blocks; a paragraph that begins with the sign for a caption is that of the table after it."""
        found: list[Block] = []
        caption: Words = ()
        for node in nodes:
            if caption and node.type != "table":
                raise PageFaulty(f"'{self.page.title}': no table follows the caption '{plain(caption)}'")
            if _is_caption(node):
                caption = words_of(node.children[0])
                continue
            found.extend(
                replace(block, caption=caption) if isinstance(block, Table) else block for block in self._block(node)
            )
            caption = ()
        if caption:
            raise PageFaulty(f"'{self.page.title}': no table follows the caption '{plain(caption)}'")
        return tuple(_leading(found))

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "heading":
                yield from self._heading(node)
            case "paragraph":
                yield from self._paragraph(node)
            case "bullet_list" | "ordered_list":
                start = node.attrs.get("start", 1)
                items = tuple(self._item(item) for item in node.children)
                yield Items(items, node.type == "ordered_list", start if isinstance(start, int) else 1)
            case "table":
                yield _table(node)
            case "blockquote":
                yield Quote(self.blocks(node.children))
            case "fence" | "code_block":
                yield Typed(shown(node.content).rstrip("\n"))
            case "hr":
                yield Rule()

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Heading]:
        """Yield a heading unless it says nothing; none is of the title's level or skips one (WCAG 2.2, 1.3.1)."""
        words = words_of(node.children[0])
        if plain(words).strip():
            self.depth = min(max(int(node.tag[1]), 2), self.depth + 1)
            yield Heading(self.depth, words, self.anchors.take(plain(words)))

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        inline = node.children[0]
        kinds = [child.type for child in inline.children]
        if kinds == ["pagebreak"]:
            yield Sheet()
        elif kinds == ["image"]:
            yield self._picture(inline.children[0])
        elif words := words_of(inline):
            yield Paragraph(words)

    def _picture(self, node: SyntaxTreeNode) -> Picture:
        target = str(node.attrs["src"])
        name = target.removeprefix(FIGURE)
        if not target.startswith(FIGURE):
            raise PageFaulty(f"'{self.page.title}': '{target}' is no figure of this page; nothing is fetched for it")
        if name not in self.page.figures:
            nearest = did_you_mean(name, self.page.figures)
            raise PageFaulty(f"'{self.page.title}': the page has no figure '{name}'{nearest}")
        figure = self.page.figures[name]
        shows = plain(words_of(node)) or on_one_line(figure.alternative)
        return Picture(name, f"{on_one_line(figure.title)}. {shows}")

    def _item(self, node: SyntaxTreeNode) -> Item:
        blocks = self.blocks(node.children)
        match blocks:
            case (Paragraph((Text(text), *others)) as first, *rest) if _has_box(node.children[0]):
                words = (Text(text.removeprefix(_BOX).lstrip()), *others)
                return Item((replace(first, inner=tuple(word for word in words if word != Text(""))), *rest), box=True)
        return Item(blocks)


def _leading(blocks: list[Block]) -> Iterator[Block]:
    """Yield blocks; a paragraph leads to the next where the two must not be on two sheets."""
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph) and _leads(block, after):
            yield replace(block, leads=True)
        elif block is not None:
            yield block


def _leads(block: Paragraph, after: Block | None) -> bool:
    """Tell whether it ends with a colon before a list, table or figure, or is a label or line before a line to fill."""
    if isinstance(after, Paragraph) and Blank() in after.inner:
        return Blank() in block.inner or all(isinstance(word, Strong) for word in block.inner)
    return isinstance(after, (Items, Table, Picture, Typed)) and plain(block.inner).endswith(":")


def _is_caption(node: SyntaxTreeNode) -> bool:
    return (
        node.type == "paragraph" and bool(node.children[0].children) and node.children[0].children[0].type == "caption"
    )


def _has_box(paragraph: SyntaxTreeNode) -> bool:
    """Tell whether an item begins with a box to tick; what somebody typed has a backslash before the bracket."""
    return paragraph.type == "paragraph" and f"{paragraph.children[0].content} ".startswith(f"{_BOX} ")


def _table(node: SyntaxTreeNode) -> Table:
    """Return a table. A row whose first cell is all **strong** is headed by it, and every row where no column is."""
    head, *body = (row for part in node.children for row in part.children)
    heads = tuple(words_of(cell.children[0]) for cell in head.children)
    sides = tuple(_side(cell) for cell in head.children)
    has_heads = any(plain(words).strip() for words in heads)
    cells = (tuple(words_of(cell.children[0]) for cell in row.children) for row in body)
    rows = tuple(_row(found, has_heads) for found in cells) or (_no_rows(len(heads)),)
    return Table(heads if has_heads else (), rows, sides)


def _no_rows(columns: int) -> Row:
    """Return the row of a table that has none: heads that are heads of nothing leave whoever hears them waiting."""
    return Row(((Text(_NONE),), *[()] * (columns - 1)))


def _side(cell: SyntaxTreeNode) -> str:
    """Return the side that a column keeps to, if it is not the one where reading begins."""
    side = str(cell.attrs.get("style", "")).removeprefix("text-align:")
    return side if side in ("right", "center") else ""


def _row(cells: tuple[Words, ...], has_heads: bool) -> Row:
    first = cells[0]
    all_strong = len(first) == 1 and isinstance(first[0], Strong)
    if all_strong:
        cells = (first[0].inner, *cells[1:])  # type: ignore[union-attr]
    return Row(cells, headed=bool(plain(cells[0]).strip()) and (all_strong or not has_heads))
