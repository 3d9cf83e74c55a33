"""The log as a table: one row for each event, in the order of the log, its case being the record that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from peoplezones.audit.review.board import Progress, entries_of
from peoplezones.store.view import BoardView

from .event import RECORD, Event, Events
from .types import Types

#: The first four are what every process-mining tool asks for.
HEADINGS = (
    "Case ID",
    "Activity",
    "Timestamp",
    "Resource",
    "Case type",
    "Entry",
    "Result",
    "From stage",
    "To stage",
    "Acted as",
    "Took effect",
    "Entered by",
    "Actor known by",
    "Caused by entry",
    "Related to",
    "Rules broken",
    "Operating model",
)
_MOMENT, _DAY = "yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd"


def csv_rows(view: BoardView, progress: Progress | None = None) -> Iterator[list[str]]:
    """Yield headings and rows as text, not yet made safe for a spreadsheet."""
    yield list(HEADINGS)
    for event in _events(view, progress):
        yield [str(value) for value in (event.at if place == 2 else value for place, value in enumerate(_row(event)))]


def excel_rows(view: BoardView, progress: Progress | None = None) -> Iterator[list[tuple[Any, str]]]:
    """Yield headings and rows of values with their formats; moments are UTC, which a sheet cannot say of them."""
    yield [(f"{heading} (UTC)" if heading == "Timestamp" else heading, "@") for heading in HEADINGS]
    for event in _events(view, progress):
        yield [(value, _format(value)) for value in _row(event)]


def _events(view: BoardView, progress: Progress | None) -> Iterator[Event]:
    events = Events(view, Types(view))
    return map(events.event_of, entries_of(view, progress))


def _row(event: Event) -> list[Any]:
    """Return the values under the headings; a refused opening, which is about no record, is a case of its own."""
    related = (f"{how}: {reference}" for reference, how in event.related if how != RECORD)
    return [
        event.record or f"entry-{event.n}",
        event.type,
        datetime.fromisoformat(event.at).astimezone(UTC).replace(tzinfo=None),
        event.actor,
        event.record_type,
        event.n,
        "moved" if event.moved else "refused",
        event.source,
        event.to,
        event.capacity,
        date.fromisoformat(event.on),
        event.entered_by,
        event.authn,
        event.cause or "",
        "; ".join(related),
        "; ".join(event.broken),
        event.model,
    ]


def _format(value: Any) -> str:
    if isinstance(value, datetime):
        return _MOMENT
    return _DAY if isinstance(value, date) else "0" if isinstance(value, int) else "@"
