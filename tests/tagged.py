"""A PDF as assistive technology gets it: its tags in order, with the text that stands in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

_PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


@dataclass
class Tag:
    """An element: its name (`P`, `TH`), its own text or alternative, and the elements in it."""

    name: str
    own: str = ""
    alternative: str = ""
    inner: list[Tag] = field(default_factory=list)
    headers: int = 0

    def all(self, *names: str) -> Iterator[Tag]:
        """Yield the elements in it with one of these names, in order."""
        for tag in self.inner:
            if tag.name in names or not names:
                yield tag
            yield from tag.all(*names)

    @property
    def text(self) -> str:
        """All the text in it."""
        return self.own + "".join(tag.text for tag in self.inner)


class Tagged:
    """A PDF with its structure."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(BytesIO(data))
        trailer: Any = self.reader.trailer
        self.catalog = trailer["/Root"]
        self._pages = {page.indirect_reference.idnum: page for page in self.reader.pages if page.indirect_reference}
        self._texts = {number: _marked_texts(self.reader, page) for number, page in self._pages.items()}
        self.root = Tag("Root")
        structure = self.catalog["/StructTreeRoot"]
        self.root.inner += [self._tag(kid) for kid in _kids(structure["/K"])]

    def _tag(self, element: Any) -> Tag:
        found = Tag(str(element["/S"])[1:], alternative=str(element.get("/Alt", "")))
        attributes = element.get("/A")
        found.headers = len(attributes.get_object().get("/Headers", ())) if attributes else 0
        number = element.raw_get("/Pg").idnum if "/Pg" in element else 0
        for kid in _kids(element.get("/K", [])):
            if isinstance(kid, int):
                found.inner.append(Tag("", own=self._texts[number].get(int(kid), "")))
            elif "/S" in kid:
                found.inner.append(self._tag(kid))
        return found


def _kids(kids: Any) -> list[Any]:
    kids = kids.get_object()
    return [kid.get_object() for kid in kids] if isinstance(kids, list) else [kids]


def _marked_texts(reader: PdfReader, page: Any) -> dict[int, str]:
    """Return the text of each piece of marked content of a page, by its number."""
    fonts = {name: _letters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    found: dict[int, str] = {}
    marks: list[int | None] = []
    letters: dict[bytes, str] = {}
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        if operator == b"Tf":
            letters = fonts[operands[0]]
        elif operator in (b"BDC", b"BMC"):
            about = operands[1] if len(operands) > 1 else None
            marks.append(int(about["/MCID"]) if isinstance(about, dict) and "/MCID" in about else None)
        elif operator == b"EMC":
            marks.pop()
        elif operator in (b"Tj", b"TJ"):
            number = next((mark for mark in reversed(marks) if mark is not None), None)
            if number is not None:
                found[number] = found.get(number, "") + _shown(operands[0], letters)
    return found


def _shown(operand: Any, letters: dict[bytes, str]) -> str:
    parts = operand if isinstance(operand, list) else [operand]
    codes = b"".join(getattr(part, "original_bytes", b"") for part in parts)
    return "".join(letters[codes[at : at + 2]] for at in range(0, len(codes), 2))


def _letters(font: Any) -> dict[bytes, str]:
    """Return what each code of a font means (ISO 32000-1, 9.10.3)."""
    cmap = font["/ToUnicode"].get_object().get_data()
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _PAIR.findall(cmap)
    }
