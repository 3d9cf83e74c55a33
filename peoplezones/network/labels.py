"""What a record is called in the network: for people of the Board, or for everybody."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.record import Record
from peoplezones.domain.values import ERASED
from peoplezones.queries.naming import names_of, public_names
from peoplezones.store.reading import records_named
from peoplezones.store.view import BoardView


def labels(view: BoardView, records: Iterable[Record], *, public: bool = False, today: str = "") -> dict[str, str]:
    """Return what each of these records is called, by reference; one without a name goes by its kind and reference.

    In `public` nobody goes by a personal name who has not agreed to it, but by what they are there for on the day
    `today` (the day on which the log was last written to, unless given).
    """
    known = list(records)
    hidden = [record for record in known if public and _is_personal(view, record)]
    open_ = [record for record in known if not (public and _is_personal(view, record))]
    names = names_of(view, open_)
    if hidden:
        names |= public_names(view, (record.reference for record in hidden), today or view.recorded[:10])
    return {record.reference: _called(view, record, names.get(record.reference, "")) for record in known}


def labels_of(view: BoardView, references: Iterable[str], *, public: bool = False, today: str = "") -> dict[str, str]:
    """Return what the records with these references are called."""
    return labels(view, records_named(view.connection, references), public=public, today=today)


def _called(view: BoardView, record: Record, name: str) -> str:
    return name if name and name != ERASED else f"{view.workflow(record).title} {record.reference}"


def _is_personal(view: BoardView, record: Record) -> bool:
    workflow = view.workflow(record)
    return bool(workflow.label_field) and workflow.fields[workflow.label_field].personal
