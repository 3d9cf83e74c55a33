"""A returned file taken apart, safely: what type it is by its content, and its XML parts within limits.

No part may declare a document type: that is what entities are made of (CWE-776, CWE-611), and no office program writes
one. What kind of file it is, whether it is whole, has macros or a password, or is a trap, `domain.filetypes` tells.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.parsers import expat

from peoplezones.domain.files import File, check_size, title_of
from peoplezones.domain.filetypes import PDF, TEXT, examined

from .errors import FormUnreadable

LARGEST_PART = 4 << 20  # bytes of one XML part; a form has a few hundred thousand
LARGEST_XML = 16 << 20
MOST_ELEMENTS, DEEPEST = 200_000, 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD, _EXCEL = "Word document", "Excel workbook"
_XML = (".xml", ".rels", ".vml")
_BY_HAND = (
    "What is printed, scanned or photographed cannot be read as a form: enter it by hand, with the file as its "
    "document (peoplezones KIND TRANSITION REF … --for PERSON --document-file FILE)"
)


class Taken(dict[str, bytes]):
    """The XML parts of an office document, by their names; `is_word` tells Word from Excel."""

    def __init__(self, parts: dict[str, bytes], *, is_word: bool) -> None:
        super().__init__(parts)
        self.is_word = is_word


def taken_apart(file: File) -> Taken:
    """Return the XML parts of a returned form. Raises FormUnreadable, in words for whoever it was sent to."""
    try:
        return _taken_apart(file.content)
    except ValueError as error:
        raise FormUnreadable(f"{file.name} cannot be read as a form: {error}") from None


def _taken_apart(content: bytes) -> Taken:
    if content.startswith(_OLE):
        raise ValueError(
            "it has a password, or is an old Word or Excel file (.doc, .xls); ask for it without one, as .docx or .xlsx"
        )
    check_size(len(content))
    media_type, _ = examined(content)
    title = title_of(media_type)
    if media_type == PDF or media_type.startswith("image/"):
        raise ValueError(f"it is a {title}. {_BY_HAND}")
    if title not in (_WORD, _EXCEL):
        what = "text" if media_type == TEXT else f"an {title}"
        raise ValueError(f"it is {what}; save it as Word (.docx) or Excel (.xlsx), as it went out, and read that")
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        return Taken(_parts(zipped), is_word=title == _WORD)


def _parts(zipped: zipfile.ZipFile) -> dict[str, bytes]:
    infos = zipped.infolist()
    if len({info.filename.casefold() for info in infos}) < len(infos):
        raise ValueError("it has two parts of one name, so that programs would show different things of it")
    wanted = [info for info in infos if info.filename.lower().endswith(_XML)]
    if any(info.file_size > LARGEST_PART for info in wanted) or sum(i.file_size for i in wanted) > LARGEST_XML:
        raise ValueError("there is far more in it than in a form; copy the answers into the form that went out")
    found: dict[str, bytes] = {}
    elements = 0
    for info in wanted:
        found[info.filename] = zipped.read(info)
        elements += _look_through(info.filename, found[info.filename])
        if elements > MOST_ELEMENTS:
            raise ValueError("there is far more in it than in a form; copy the answers into the form that went out")
    return found


def _look_through(name: str, content: bytes) -> int:
    """Return how many elements a part has. Raises ValueError where it declares a type, is too deep or is no XML."""
    parser = expat.ParserCreate(namespace_separator=" ")
    count = depth = 0

    def declared(*_: Any) -> None:
        raise ValueError(f"its part {name[:80]} declares entities or a document type, which no office program writes")

    def begun(*_: Any) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise ValueError(f"its part {name[:80]} is nested too deep, or has more in it than any form")

    def ended(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = declared
    parser.EntityDeclHandler = declared
    parser.StartElementHandler, parser.EndElementHandler = begun, ended
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError(f"its part {name[:80]} is damaged ({error}); open it, save it again and read that") from None
    return count
