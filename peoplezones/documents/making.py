"""Making a document: from a record, as the Board stood on a day, to a page."""

from __future__ import annotations

from pathlib import Path

from peoplezones.domain.errors import UsageError
from peoplezones.domain.record import Record, Value
from peoplezones.domain.workflow import Document
from peoplezones.filling.fill import fill_texts
from peoplezones.filling.words import day_in_words
from peoplezones.queries.naming import published
from peoplezones.queries.ways import the_record
from peoplezones.store.naming import resolve, root_kind
from peoplezones.store.view import BoardView

from .declared import check_fits, document_named
from .page import Page
from .supplying import Supplying
from .values import Plain, Values

RESTRICTED = "Restricted: may name people; not to be published"
PUBLISHABLE = "May be published: no personal values"


class Wanted(Value, frozen=True):
    """Which document is wanted: its name, of which record ("" for the Board's own), and how.

    `publishable` leaves out every personal value; `draft` allows it at a stage at which it makes no sense yet.
    """

    document: str
    record: str = ""
    publishable: bool = False
    draft: bool = False


def page_of(view: BoardView, wanted: Wanted, today: str, templates: Path | None = None) -> Page:
    """Return a document as a page, from the Board as `view` has it on the day `today`.

    Raises UnknownName (no such document or record), DoesNotFit, UsageError (it is never published), TemplateFaulty.
    """
    workflow, document = document_named(view.model, wanted.document)
    kinds = [workflow.name]
    if not wanted.record and workflow.name != root_kind(view.model):
        raise UsageError(f"say which {workflow.title} '{document.title}' is to be about: give its reference or name")
    reference = resolve(view, kinds, wanted.record) if wanted.record else view.root
    record = the_record(view, reference)
    if not wanted.draft:
        check_fits(view, workflow, document, record)
    public = _is_public(document, wanted)
    with published(view, today if public else ""):
        found = Values(view, today)
        supplying = Supplying(found)
        stated = _stated(view, today)
        values = {**_told(found, document, record, wanted, public, stated), **supplying.all(document.supplies, record)}
        name = found.called(record)
    markdown = fill_texts([(document.template, values)], templates)[0]
    return Page(
        title=document.title,
        subtitle="" if name == reference else name,  # what has no name goes by its reference, which stands below
        reference=reference,
        markdown=markdown,
        stated=stated,
        figures=supplying.figures,
        numbered=document.numbered,
        draft=wanted.draft,
        marking=PUBLISHABLE if public else RESTRICTED,
    )


def _is_public(document: Document, wanted: Wanted) -> bool:
    """Whether the publishable form is made. Raises UsageError where it is wanted of what is never published."""
    if wanted.publishable and document.publish == "never":
        raise UsageError(f"'{document.title}' is never published; leave out --publishable")
    return wanted.publishable or document.publish == "always"


def _stated(view: BoardView, today: str) -> tuple[tuple[str, str], ...]:
    """Return what every document states of itself, besides its reference and its form: from what it was made."""
    return (
        ("As of", day_in_words(today)),
        ("Position of the log", f"entry {view.size:,}"),
        ("Operating model", f"{view.model.title}, {view.model.version}"),
    )


def _told(
    values: Values,
    document: Document,
    record: Record,
    wanted: Wanted,
    public: bool,
    stated: tuple[tuple[str, str], ...],
) -> Plain:
    """Return what every template sees."""
    view = values.view
    root = view.record(view.root)
    return {
        "document": {
            "name": document.name.replace("_", "-"),
            "title": document.title,
            "help": document.help,
            "readers": document.readers,
            "clause": document.clause,
            "today": values.today,
            "position": view.size,
            "publishable": public,
            "draft": wanted.draft,
            "model": {"title": view.model.title, "version": view.model.version},
            "stated": [{"label": label, "text": text} for label, text in stated],
        },
        "record": values.records([record])[0],
        "board": values.records([root])[0] if root else None,
    }
