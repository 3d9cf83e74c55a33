"""One page: what a document says, before it is HTML, PDF, Word or Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peoplezones.drawing import Figure


@dataclass(frozen=True)
class Page:
    r"""A document in plain values: the same page gives the same bytes in each format.

    `markdown` is CommonMark with tables and without HTML, with headings from the second level down (the first is the
    title). `![what it shows](figure:NAME)`, alone in its paragraph, places one of `figures`, with these words (or else
    its alternative) for whoever does not see it. `\caption …`, alone before a table, is its caption; `\pagebreak`
    begins a new sheet, `\line` is space to write in, and `[ ]` at the beginning of a list item a box to tick. `stated`
    are labels and texts that say what it was made from; `marking` stands at the top of every sheet ("Restricted: …").
    With `numbered`, headings and paragraphs carry numbers.
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
