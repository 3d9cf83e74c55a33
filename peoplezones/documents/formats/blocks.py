"""What a page is made of, whatever format it is written in: blocks, and the text in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Text:
    """Letters, as they are."""

    text: str


@dataclass(frozen=True)
class Code:
    """What is typed into a computer, within a sentence."""

    text: str


@dataclass(frozen=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True)
class Blank:
    """Space to write in, up to the end of the line."""


@dataclass(frozen=True)
class Strong:
    """Words that carry weight."""

    inner: Words


@dataclass(frozen=True)
class Emphasis:
    """Words that are stressed."""

    inner: Words


@dataclass(frozen=True)
class Link:
    """Words that lead to an address, or (`#…`) to a heading of the same page."""

    target: str
    inner: Words


_ON_ONE_SHEET = 6  # rows
_SIDE_BY_SIDE, _BETWEEN_COLUMNS = 72, 2  # letters
LONG = 24  # letters of a word beyond which it may be broken

Word: TypeAlias = "Text | Code | Break | Blank | Strong | Emphasis | Link"
Words: TypeAlias = tuple[Word, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 to 6, with an `anchor` that is its own on the page."""

    level: int
    inner: Words
    anchor: str
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Sentences. One that `leads` to a list, table, figure or line to write on stays with its beginning."""

    inner: Words
    number: str = ""
    leads: bool = False


@dataclass(frozen=True)
class Item:
    """One item of a list: with a box to tick, with a mark of its own such as `(a)`, or as lists have it."""

    blocks: Blocks
    box: bool = False
    mark: str = ""


@dataclass(frozen=True)
class Items:
    """A list; `start` is the number of its first item where it is `ordered`."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Row:
    """A row of a table; where it is `headed`, its first cell names what the others are about."""

    cells: tuple[Words, ...]
    headed: bool = False


@dataclass(frozen=True)
class Table:
    """A table; `heads` is empty where only its rows are headed. `sides` says `right`, `center` or nothing by column."""

    heads: tuple[Words, ...]
    rows: tuple[Row, ...]
    sides: tuple[str, ...]
    caption: Words = ()

    @property
    def is_short(self) -> bool:
        """Whether it is kept on one sheet of paper."""
        return len(self.rows) <= _ON_ONE_SHEET

    @property
    def is_to_fill(self) -> bool:
        """Whether most of it is there to be written in; its columns are then equally wide."""
        cells = [words for row in self.rows for words in row.cells]
        return 2 * sum(not plain(words).strip() for words in cells) > len(cells)

    @property
    def is_wide(self) -> bool:
        """Whether its longest words do not fit side by side on upright paper; it is then put on paper that lies."""
        rows = [*([self.heads] if self.heads else []), *(row.cells for row in self.rows)]
        longest = (
            max((len(word) for row in rows for word in plain(row[column]).split()), default=0)
            for column in range(len(self.sides))
        )
        return sum(min(length, LONG) + _BETWEEN_COLUMNS for length in longest) > _SIDE_BY_SIDE


@dataclass(frozen=True)
class Picture:
    """A figure of the page, by name, and what it shows in words, for whoever does not see it."""

    name: str
    words: str


@dataclass(frozen=True)
class Quote:
    """What somebody else said."""

    blocks: Blocks


@dataclass(frozen=True)
class Typed:
    """Lines as they are typed."""

    text: str


@dataclass(frozen=True)
class Rule:
    """A line across the page, between two thoughts."""


@dataclass(frozen=True)
class Sheet:
    """The beginning of a new sheet of paper."""


Block: TypeAlias = "Heading | Paragraph | Items | Table | Picture | Quote | Typed | Rule | Sheet"
Blocks: TypeAlias = tuple[Block, ...]


def plain(words: Words) -> str:
    """Return the letters alone."""
    found = []
    for word in words:
        match word:
            case Text(text) | Code(text):
                found.append(text)
            case Strong(inner) | Emphasis(inner) | Link(_, inner):
                found.append(plain(inner))
            case Break():
                found.append(" ")
    return "".join(found)
