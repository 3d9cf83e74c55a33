"""A page in the format that is asked for: HTML, PDF, Word or Markdown."""

from __future__ import annotations

from pathlib import Path

from peoplezones.documents.page import Page
from peoplezones.domain.errors import UsageError, did_you_mean

FORMATS = {"html": "HTML", "pdf": "PDF/UA-1", "docx": "Word", "md": "Markdown"}


def written(page: Page, form: str, templates: Path | None = None) -> bytes:
    """Return a page in one of FORMATS: the same page gives the same bytes.

    `templates` is a folder whose `document.html` and `document*.css` go before the shipped ones, in HTML and PDF.

    Raises UsageError for another format; PageFaulty for a page that cannot be written; FormatMissing where this machine
    lacks what the format needs; TemplateFaulty for a template of one's own.
    """
    if form not in FORMATS:
        raise UsageError(f"there is no format '{form}'{did_you_mean(form, FORMATS)}; there are {', '.join(FORMATS)}")
    from .front import tidied
    from .reading import read  # imported late, and each format only where it is asked for

    page = tidied(page)
    blocks = read(page)
    match form:
        case "html":
            from .html import in_html

            return in_html(page, blocks, templates).encode()
        case "pdf":
            from .pdf import in_pdf

            return in_pdf(page, blocks, templates)
        case "docx":
            from .word import in_word

            return in_word(page, blocks)
        case _:
            from .plain import in_markdown

            return in_markdown(page, blocks).encode()


__all__ = ["FORMATS", "written"]
