"""What each format says: its words in their order, without what a list or a screen adds by itself."""

from __future__ import annotations

import re
from io import BytesIO

import docx
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from tests.pages import words
from tests.tagged import Tag, Tagged

_RULED = re.compile(r"_{24}")


def in_html(data: bytes) -> list[str]:
    """Return the words of HTML."""
    return boxed(" ".join(words(data.decode())))


def in_markdown(data: bytes) -> list[str]:
    """Return the words of Markdown, as any reader of CommonMark shows them."""
    found = []
    for token in MarkdownIt("commonmark").enable("table").parse(data.decode()):
        for part in token.children or ():
            found.append(
                " " if part.type in ("softbreak", "hardbreak") else "" if part.type == "image" else part.content
            )
        if token.type in ("fence", "code_block"):
            found.append(token.content)
        if token.nesting == -1 or token.type in ("fence", "code_block"):
            found.append(" ")
    return boxed(_RULED.sub(" ", "".join(found)))


def in_word(data: bytes) -> list[str]:
    """Return the words of a Word document's body."""
    found = []
    for part in docx.Document(BytesIO(data)).element.body.iter(qn("w:p"), qn("w:t"), qn("w:tab"), qn("w:br")):
        found.append(part.text if part.tag == qn("w:t") else " ")
    return boxed("".join(found))


def boxed(text: str) -> list[str]:
    """Return words; a box to tick is [ ] in Markdown and ☐ elsewhere, and somebody may have typed either."""
    return " ".join(text.split()).replace("[ ]", "☐").split()


def in_pdf(data: bytes) -> str:
    """Return the letters of a PDF in the order of its tags; where lines end there, no space is kept."""
    root = Tagged(data).root
    return "".join("".join(_texts(root)).split())


def _texts(tag: Tag) -> list[str]:
    """Return the texts of a tag without the bullets and numbers that a list adds by itself."""
    if tag.name == "Lbl":
        return []
    return [tag.own, *(text for inner in tag.inner for text in _texts(inner))]
