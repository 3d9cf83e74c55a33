"""A page as a Word document: real styles, headings and lists, to be edited and sent back.

The same page gives the same bytes: no date, no name of whoever made it, and a package whose parts are in one order.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from peoplezones.documents.page import Page

from .blocks import Blocks
from .letters import on_one_line
from .word_blocks import Writer
from .word_parts import bordered, field
from .word_styles import styled

_FIRST_PART = "[Content_Types].xml"
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # what a ZIP has where it has none


def in_word(page: Page, blocks: Blocks) -> bytes:
    """Return a page as a Word document."""
    document = docx.Document()
    styled(document, on_one_line(page.language))
    _described(document, page)
    _front(document, page)
    Writer(document, page).blocks(blocks)
    _running(document, page)
    return _packed(document)


def _described(document: Document, page: Page) -> None:
    """Say what the document is; take out what the library's own empty document says of itself."""
    about = document.core_properties
    about.title, about.subject = on_one_line(page.title)[:255], on_one_line(page.subtitle)[:255]
    about.identifier, about.language = on_one_line(page.reference)[:255], on_one_line(page.language)
    about.author = about.comments = about.keywords = about.last_modified_by = about.category = ""
    kept = document.part.package.core_properties._element  # the library has no way to leave a date out
    for part in [part for part in kept if part.tag.endswith(("}created", "}modified"))]:
        kept.remove(part)
    rels = document.part.package.rels
    for name in [name for name, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        rels.pop(name)


def _front(document: Document, page: Page) -> None:
    if marking := _marking(page):
        document.add_paragraph(marking, style="Marking")
    document.add_paragraph(on_one_line(page.title), style="Title")
    if page.subtitle:
        document.add_paragraph(on_one_line(page.subtitle), style="Subtitle")
    stated = [("Reference", page.reference), *page.stated] if page.reference else page.stated
    last = None
    for label, text in stated:
        last = document.add_paragraph(style="Stated")
        last.add_run(f"{on_one_line(label)}: ").bold = True
        last.add_run(on_one_line(text))
    last = last or document.paragraphs[-1]
    bordered(last, "bottom")
    last.paragraph_format.space_after = Pt(14)


def _marking(page: Page) -> str:
    return ". ".join(part for part in ("Draft" if page.draft else "", on_one_line(page.marking)) if part)


def _running(document: Document, page: Page) -> None:
    """Write what stands at the top and bottom of every sheet; the top of the first has the title itself."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    top = section.header.paragraphs[0]
    top.add_run(_marking(page)).bold = True
    top.add_run(f"\t{on_one_line(page.reference)}")
    for footer in (section.footer, section.first_page_footer):
        _at_the_bottom(footer.paragraphs[0], page)
    section.first_page_header.is_linked_to_previous = False


def _at_the_bottom(line: WordParagraph, page: Page) -> None:
    line.add_run(f"{on_one_line(page.title)}\tPage ")
    field(line, "PAGE")
    line.add_run(" of ")
    field(line, "NUMPAGES")


def _packed(document: Document) -> bytes:
    """Return the package with its parts in one order and without dates."""
    made, kept = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as source, ZipFile(kept, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST_PART, name)):
            part = ZipInfo(name, _NO_DATE)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            target.writestr(part, source.read(name))
    return kept.getvalue()
