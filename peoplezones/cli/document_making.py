"""How a document is made: the options that say how, and the bytes that come of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .printing import called, say, show_json

if TYPE_CHECKING:
    from peoplezones.app import Board
    from peoplezones.documents.page import Page

FILE = click.Path(path_type=Path, allow_dash=True)
FORMATS = {"html": "HTML", "pdf": "PDF", "docx": "Word", "md": "Markdown"}
TEMPLATES = "PEOPLEZONES_TEMPLATES"


def making_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add how a document is made to a command."""
    for option in (
        click.option(
            "--templates",
            metavar="FOLDER",
            envvar=TEMPLATES,
            type=click.Path(path_type=Path),
            help=f"Templates of your own, which go before the shipped ones. [{TEMPLATES}]",
        ),
        click.option("--publishable", is_flag=True, help="Without any personal value, and names only with consent."),
        click.option(
            "--format",
            "format_",
            type=click.Choice(list(FORMATS)),
            help="In which format. [default: by the ending of FILE; Markdown where it is printed]",
        ),
    ):
        command = option(command)
    return command


@dataclass(frozen=True)
class Making:
    """One document to be made."""

    document: str
    record: str
    format: str
    printed: bool
    publishable: bool
    templates: Path | None
    draft: bool = False

    @classmethod
    def of(
        cls,
        document: str,
        record: str,
        output: Path | None,
        *,
        format_: str | None,
        templates: Path | None,
        **how: bool,
    ) -> Making:
        """Return what is to be made. Raises UsageError where the format is not known."""
        printed = output is None or str(output) == "-"
        format_ = format_ or ("md" if printed else _by_ending(output))
        return cls(document=document, record=record, format=format_, printed=printed, templates=templates, **how)

    def data(self, board: Board, on: str, at: int = 0) -> tuple[Page, bytes]:
        """Return the document, as a page and as bytes, from the Board as it stood on a day."""
        from peoplezones.documents.formats import written
        from peoplezones.documents.making import Wanted, page_of

        wanted = Wanted(document=self.document, record=self.record, publishable=self.publishable, draft=self.draft)
        with board.past(on, at) as then, then.view() as view:
            page = page_of(view, wanted, then.today(), self.templates)
        return page, written(page, self.format, self.templates)


def _by_ending(output: Path | None) -> str:
    from peoplezones.domain.errors import UsageError

    ending = output.suffix.removeprefix(".").lower() if output else ""
    if ending not in FORMATS:
        known = ", ".join(f".{name} ({title})" for name, title in FORMATS.items())
        raise UsageError(f"'{output}' does not say in which format; let it end in one of: {known}, or say --format")
    return ending


def tell_made(page: Page, output: Path, data: bytes, *, as_json: bool) -> None:
    """Say what was made, and where it is."""
    import hashlib

    if as_json:
        stated = dict(page.stated)
        digest = hashlib.sha256(data).hexdigest()
        show_json({"file": str(output), "title": page.title, "digest": digest, "size": len(data), "stated": stated})
    else:
        say(f"{output} holds '{page.title}' for {called(page.reference, page.subtitle)}. {page.marking}.")
