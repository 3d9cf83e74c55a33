"""What stands before the text of a page, in every format alike."""

from __future__ import annotations

from dataclasses import replace

from peoplezones.documents.errors import PageFaulty
from peoplezones.documents.page import Page

from .letters import on_one_line

_REFERENCE = "Reference"


def tidied(page: Page) -> Page:
    """Return a page whose title and all that stands with it are lines that can be shown; a draft is marked as one.

    Raises PageFaulty where nothing of the title can be seen.
    """
    title = on_one_line(page.title)
    if not title:
        raise PageFaulty("a page needs a title that can be seen")
    marking = on_one_line(page.marking)
    if page.draft:
        marking = f"Draft. {marking}" if marking else "Draft"
    stated = tuple((on_one_line(label), on_one_line(text)) for label, text in page.stated)
    return replace(
        page,
        title=title,
        subtitle=on_one_line(page.subtitle),
        reference=on_one_line(page.reference),
        stated=tuple((label, text) for label, text in stated if label and text),
        language=on_one_line(page.language),
        marking=marking,
        draft=False,
    )


def stated(page: Page) -> tuple[tuple[str, str], ...]:
    """Return the lines that say what a page was made from, with its reference."""
    return ((_REFERENCE, page.reference), *page.stated) if page.reference else page.stated
