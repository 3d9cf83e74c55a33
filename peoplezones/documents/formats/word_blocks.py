"""Blocks as paragraphs and tables of a Word document."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from peoplezones.documents.page import Page

from .blocks import Block, Blocks, Heading, Item, Items, Paragraph, Picture, Quote, Rule, Sheet, Table, Typed
from .html import TICK_BOX
from .word_parts import bookmarked, bordered, numbered_anew, tick_box
from .word_styles import INDENT, STEP, TEXT_WIDTH, lying, upright
from .word_table import add_table
from .word_words import add_words

_DEEPEST = 3
_BOX_FONT = "MS Gothic"


class Writer:
    """Writes blocks one after another; knows the figures, and whether a new sheet is due."""

    def __init__(self, document: Document, page: Page) -> None:
        self.document = document
        self.page = page
        self.new_sheet = False
        self.bookmarks = 0

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Write blocks."""
        for block in blocks:
            self._block(block)

    def _paragraph(self, style: str) -> WordParagraph:
        found = self.document.add_paragraph(style=style)
        if self.new_sheet:
            found.paragraph_format.page_break_before = True
            self.new_sheet = False
        return found

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(_, number):
                self._sentences(block, "Numbered Paragraph" if number else "Normal")
            case Items():
                self._items(block, depth=1)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case Quote(inner):
                self._quote(inner)
            case Typed(text):
                self._paragraph("Typed Lines").add_run(text)
            case Rule():
                bordered(self._paragraph("Normal"), "bottom")
            case Sheet():
                self.new_sheet = True

    def _sentences(self, block: Paragraph, style: str) -> None:
        line = self._paragraph(style)
        if block.number:
            line.add_run(f"{block.number}\t")
        line.paragraph_format.keep_with_next = block.leads or None
        add_words(line, block.inner)

    def _quote(self, blocks: Blocks) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._sentences(block, "Quote")
            else:
                self._block(block)

    def _heading(self, block: Heading) -> None:
        line = self._paragraph(f"Heading {block.level - 1}")
        if block.number:
            line.add_run(f"{block.number}\t")
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = INDENT, -INDENT
        add_words(line, block.inner)
        self.bookmarks += 1
        bookmarked(line, block.anchor.replace("-", "_")[:40], self.bookmarks)

    def _table(self, block: Table) -> None:
        if block.is_wide:
            lying(self.document)
            self.new_sheet = False
        if block.caption:
            add_words(self._paragraph("Caption"), block.caption)
        elif self.new_sheet:
            self._paragraph("In Table")
        add_table(self.document, block)
        if block.is_wide:
            upright(self.document)
        else:
            self._paragraph("In Table")  # or two tables would grow together

    def _picture(self, block: Picture) -> None:
        figure = self.page.figures[block.name]
        line = self._paragraph("Normal")
        picture = line.add_run().add_picture(BytesIO(figure.png), width=min(Mm(figure.width_mm), TEXT_WIDTH))
        picture._inline.docPr.set("descr", block.words)

    def _items(self, block: Items, depth: int) -> None:
        at = "" if depth == 1 else f" {min(depth, _DEEPEST)}"
        style = f"List Number{at}" if block.ordered else f"List Bullet{at}"
        number = 0
        if block.ordered and not any(item.mark for item in block.items):
            kept = self.document.styles[style].element.pPr.numPr.numId.val
            number = numbered_anew(self.document, kept, block.start)
        for item in block.items:
            self._item(item, f"List{at}" if item.mark or item.box else style, number, depth)

    def _item(self, item: Item, style: str, number: int, depth: int) -> None:
        line = self._paragraph(style)
        if item.box:
            tick_box(line, TICK_BOX, _BOX_FONT)
            line.add_run("\t")
        elif item.mark:
            line.add_run(f"{item.mark}\t")
        elif number:
            properties = line._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, number
        if self.page.numbered:
            line.paragraph_format.left_indent = INDENT + STEP * depth
        rest = item.blocks
        match rest:
            case (Paragraph(inner), *others):
                add_words(line, inner)
                rest = tuple(others)
        for block in rest:
            self._within(block, depth)

    def _within(self, block: Block, depth: int) -> None:
        """Write what follows in an item, as deep as the item is."""
        match block:
            case Items():
                self._items(block, depth + 1)
            case Paragraph(inner):
                line = self._paragraph("List Continue" if depth == 1 else f"List Continue {min(depth, _DEEPEST)}")
                if self.page.numbered:
                    line.paragraph_format.left_indent = INDENT + STEP * depth
                add_words(line, inner)
            case _:
                self._block(block)
