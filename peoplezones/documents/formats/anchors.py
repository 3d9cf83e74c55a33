"""What headings are called in links, and whether every link within a page leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from peoplezones.documents.errors import PageFaulty
from peoplezones.domain.errors import did_you_mean

from .blocks import Block, Emphasis, Heading, Items, Link, Paragraph, Quote, Strong, Table, Words

_BETWEEN = re.compile(r"[^a-z0-9]+")
_TAKEN = ("main",)  # an id of the template's own


class Anchors:
    """Gives each heading an anchor that no other has."""

    def __init__(self) -> None:
        self._taken = set(_TAKEN)

    def take(self, text: str) -> str:
        """Return `what-is-asked` for "What is asked?", and `what-is-asked-2` for the next of that name."""
        name = _BETWEEN.sub("-", text.casefold()).strip("-") or "section"
        found, count = name, 1
        while found in self._taken:
            count += 1
            found = f"{name}-{count}"
        self._taken.add(found)
        return found


def check_links(title: str, blocks: Iterable[Block]) -> None:
    """Raise PageFaulty where a link leads to a heading that is not there."""
    blocks = tuple(blocks)
    anchors = {block.anchor for block in _all(blocks) if isinstance(block, Heading)}
    for block in _all(blocks):
        for words in _words(block):
            for target in _targets(words):
                if target.startswith("#") and target[1:] not in anchors:
                    nearest = did_you_mean(target[1:], anchors)
                    raise PageFaulty(f"'{title}': the link '{target}' leads to no heading of the page{nearest}")


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Quote):
            yield from _all(block.blocks)
        elif isinstance(block, Items):
            for item in block.items:
                yield from _all(item.blocks)


def _words(block: Block) -> Iterator[Words]:
    if isinstance(block, (Heading, Paragraph)):
        yield block.inner
    elif isinstance(block, Table):
        yield from (block.caption, *block.heads)
        for row in block.rows:
            yield from row.cells


def _targets(words: Words) -> Iterator[str]:
    for word in words:
        if isinstance(word, Link):
            yield word.target
        if isinstance(word, (Link, Strong, Emphasis)):
            yield from _targets(word.inner)
