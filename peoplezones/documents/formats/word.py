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
from .front import stated
from .word_blocks import Writer
from .word_parts import bordered, field
from .word_styles import styled

_FIRST_PART = "[Content_Types].xml"
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # what a ZIP has where it has none


def in_word(page: Page, blocks: Blocks) -> bytes:
    """Return a page as a Word document."""
    document = docx.Document()
    styled(document, page.language)
    _described(document, page)
    _front(document, page)
    Writer(document, page).blocks(blocks)
    _running(document, page)
    return _packed(document)


def _described(document: Document, page: Page) -> None:
    """Say what the document is; take out what the library's own empty document says of itself."""
    about = document.core_properties
    about.title, about.subject = page.title[:255], page.subtitle[:255]
    about.identifier, about.language = page.reference[:255], page.language
    about.author = about.comments = about.keywords = about.last_modified_by = about.category = ""
    kept = document.part.package.core_properties._element  # the library has no way to leave a date out
    for part in [part for part in kept if part.tag.endswith(("}created", "}modified"))]:
        kept.remove(part)
    rels = document.part.package.rels
    for name in [name for name, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        rels.pop(name)


def _front(document: Document, page: Page) -> None:
    if page.marking:
        document.add_paragraph(page.marking, style="Marking")
    document.add_paragraph(page.title, style="Title")
    if page.subtitle:
        document.add_paragraph(page.subtitle, style="Subtitle")
    for label, text in stated(page):
        line = document.add_paragraph(style="Stated")
        line.add_run(f"{label}: ").bold = True
        line.add_run(text)
    last = document.paragraphs[-1]
    bordered(last, "bottom")
    last.paragraph_format.space_after = Pt(14)


def _running(document: Document, page: Page) -> None:
    """Write what stands at the top and bottom of every sheet; the top of the first has the title itself."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    top = section.header.paragraphs[0]
    top.add_run(page.marking).bold = True
    top.add_run(f"\t{page.reference}")
    for footer in (section.footer, section.first_page_footer):
        _at_the_bottom(footer.paragraphs[0], page)
    section.first_page_header.is_linked_to_previous = False


def _at_the_bottom(line: WordParagraph, page: Page) -> None:
    line.add_run(f"{page.title}\tPage ")
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
