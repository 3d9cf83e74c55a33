"""Numbers of headings and paragraphs, as papers of councils have them: as text, which every reader reads out."""

from __future__ import annotations

from dataclasses import replace

from .blocks import Blank, Block, Blocks, Heading, Item, Items, Paragraph

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numbered(blocks: Blocks) -> Blocks:
    """Return blocks with numbers: headings of level 2 are 1, 2 …, paragraphs beneath 1.1, 1.2 …, items (a), (b) ….

    What stands before the first such heading has none, nor have lines to write on and paragraphs in quotes and lists.
    """
    section = paragraph = 0
    found: list[Block] = []
    for block in blocks:
        match block:
            case Heading(level=2):
                section, paragraph = section + 1, 0
                block = replace(block, number=str(section))
            case Paragraph() if section and not any(isinstance(word, Blank) for word in block.inner):
                paragraph += 1
                block = replace(block, number=f"{section}.{paragraph}")
            case Items():
                block = _lettered(block)
        found.append(block)
    return tuple(found)


def _lettered(block: Items, depth: int = 0) -> Items:
    """Return a list with (a), (b) … for marks, and (i), (ii) … in lists within; a box to tick is a mark of its own."""
    name = _letters if depth % 2 == 0 else _roman
    items = []
    for number, item in enumerate(block.items, block.start):
        inner = tuple(_lettered(part, depth + 1) if isinstance(part, Items) else part for part in item.blocks)
        items.append(Item(inner, box=item.box, mark="" if item.box else f"({name(number)})"))
    return replace(block, items=tuple(items))


def _letters(number: int) -> str:
    """Return a … z, aa, ab … for 1 and up; 0 stays a number."""
    found = ""
    while number:
        number, letter = divmod(number - 1, 26)
        found = chr(ord("a") + letter) + found
    return found or "0"


def _roman(number: int) -> str:
    """Return i, ii … xxxix; beyond that nobody counts in Roman numbers."""
    if not 0 < number < 40:
        return str(number)
    found = ""
    for value, sign in _ROMAN:
        while number >= value:
            found, number = found + sign, number - value
    return found
