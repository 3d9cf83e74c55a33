"""One page: what a document says, before it is HTML, PDF, Word or Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


class Figure(Protocol):
    """A picture with what it says in words; the room `drawing` makes them.

    `svg` runs nothing and fetches nothing; `png` is the same picture; `alternative` says all that the picture shows.
    """

    @property
    def svg(self) -> str:
        """The picture as lines, for HTML and PDF."""

    @property
    def png(self) -> bytes:
        """The picture as dots, for Word."""

    @property
    def title(self) -> str:
        """What stands beneath it."""

    @property
    def alternative(self) -> str:
        """What it shows, for whoever does not see it."""

    @property
    def width_mm(self) -> int:
        """Its width on paper."""

    @property
    def height_mm(self) -> int:
        """Its height on paper."""


@dataclass(frozen=True)
class Page:
    r"""A document in plain values: the same page gives the same bytes in each format.

    `markdown` is CommonMark with tables and without HTML, with headings from the second level down (the first is the
    title). `![what it shows](figure:NAME)`, alone in its paragraph, places one of `figures`; `\caption …`, alone before
    a table, is its caption; `\pagebreak` begins a new sheet, `\line` is space to write in, and `[ ]` at the
    beginning of a list item a box to tick. `stated` are labels and texts that say what it was made from; `marking`
    stands at the top of every sheet ("Restricted: …"). With `numbered`, headings and paragraphs carry numbers.
    """

    title: str
    markdown: str
    subtitle: str = ""
    reference: str = ""
    stated: tuple[tuple[str, str], ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    numbered: bool = False
    language: str = "en-GB"
    draft: bool = False
    marking: str = ""
