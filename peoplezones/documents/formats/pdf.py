"""A page as PDF: tagged as PDF/UA-1 asks (ISO 14289-1), from the HTML, by WeasyPrint, which fetches nothing for it.

WeasyPrint finds the library Pango on the system. Where that is missing, the other formats work.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

from peoplezones.documents.errors import FormatMissing, PageFaulty
from peoplezones.documents.page import Page
from peoplezones.drawing import Figure

from .blocks import Blocks, Picture
from .html import attribute, in_html
from .parsing import FIGURE
from .tags import with_bodies

PANGO_MISSING = (
    "a PDF needs the library Pango, which cannot be loaded here ({why}). Install it: "
    "on Debian or Ubuntu 'apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core', "
    "on Fedora 'dnf install pango dejavu-sans-fonts', on macOS 'brew install pango', "
    "on Windows with MSYS2 'pacman -S mingw-w64-ucrt-x86_64-pango'. HTML, Word and Markdown need nothing more"
)
_NOT_IN_ANY_FONT = re.compile(r'"(.)" \((U\+[0-9A-F]+)\)', re.DOTALL)


def in_pdf(page: Page, blocks: Blocks, templates: Path | None) -> bytes:
    """Return a page as PDF/UA-1, the same bytes for the same page with the same fonts.

    Raises FormatMissing where Pango is missing or no font has a letter; PageFaulty where a template asks for a file or
    an address; TemplateFaulty, UsageError.
    """
    weasyprint = _weasyprint()
    html = in_html(page, blocks, templates, placed=_placed)
    digest = sha256(html.encode())
    for figure in page.figures.values():
        digest.update(figure.svg.encode())
    fetcher = _fetcher(page.figures)
    with _noted() as notes:
        document = weasyprint.HTML(string=html, base_url=None, url_fetcher=fetcher, media_type="print").render(
            pdf_variant="pdf/ua-1"
        )
        identifier = digest.hexdigest()[:32].encode()
        written: bytes = document.write_pdf(finisher=with_bodies, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    if fetcher.refused:
        raise PageFaulty(
            f"the template asks for '{fetcher.refused[0]}'; a document fetches nothing and holds all it needs"
        )
    _refuse_unknown_letters(notes)
    return written


def _weasyprint() -> Any:
    """Return the library; what it prints itself where Pango is missing is left unsaid."""
    try:
        with redirect_stdout(StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of libraries that a later release will ask for
            import weasyprint  # imported late: it takes a while, and only PDF needs it
    except (OSError, ImportError) as error:
        raise FormatMissing(PANGO_MISSING.format(why=str(error).partition(":")[0])) from error
    return weasyprint


def _placed(picture: Picture, figure: Figure) -> str:
    name, shows = attribute(picture.name), attribute(picture.words)
    return f'<img src="{FIGURE}{name}" alt="{shows}" style="width: {figure.width_mm}mm">'


def _fetcher(figures: Any) -> Any:
    """Return what gives WeasyPrint the figures of the page and refuses every other address, and notes which."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyFigures(URLFetcher):  # type: ignore[misc]  # the library has no types
        def __init__(self) -> None:
            super().__init__(allowed_protocols=())
            self.refused: list[str] = []

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002
            if url.removeprefix(FIGURE) in figures and url.startswith(FIGURE):
                svg = figures[url.removeprefix(FIGURE)].svg
                return URLFetcherResponse(url, svg.encode(), {"Content-Type": "image/svg+xml"})
            self.refused.append(url)
            raise ValueError(f"nothing is fetched: {url}")

    return OnlyFigures()


@contextmanager
def _noted() -> Iterator[list[str]]:
    """Give a list that fills with what WeasyPrint has to say."""
    notes: list[str] = []

    class Noting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            notes.append(record.getMessage())

    logger, handler = logging.getLogger("weasyprint"), Noting(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield notes
    finally:
        logger.removeHandler(handler)


def _refuse_unknown_letters(notes: list[str]) -> None:
    """Raise FormatMissing for letters that no font has: a box in their place says nothing (ISO 14289-1, 7.21.8)."""
    letters = {found[0] for note in notes if ".notdef" in note and (found := _NOT_IN_ANY_FONT.search(note))}
    if letters:
        named = ", ".join(sorted(letters))
        raise FormatMissing(
            f"no font on this machine has {named}; install one that does, such as "
            "fonts-noto-core, fonts-noto-cjk or fonts-noto-color-emoji. HTML, Word and Markdown need none"
        )
