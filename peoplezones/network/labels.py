"""What a record is called in the network: for people of the Board, or for everybody."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.record import Record
from peoplezones.domain.values import ERASED
from peoplezones.domain.wording import with_article
from peoplezones.queries.naming import names_of
from peoplezones.store.view import BoardView


def labels(view: BoardView, records: Iterable[Record], *, public: bool = False) -> dict[str, str]:
    """Return what each of these records is called, by reference; one without a name goes by its kind and reference."""
    known = list(records)
    names = public_names_of(view, known) if public else names_of(view, known)
    return {
        record.reference: name
        if (name := names.get(record.reference, "")) and name != ERASED
        else f"{view.workflow(record).title} {record.reference}"
        for record in known
    }


def public_names_of(view: BoardView, records: list[Record]) -> dict[str, str]:
    """Return what these records may be called in public, by reference: no personal name."""
    personal = [r for r in records if _is_personal(view, r)]
    hidden = {record.reference for record in personal}
    found = names_of(view, (record for record in records if record.reference not in hidden))
    titles = {r.reference: f"{with_article(view.workflow(r).title.lower())} ({r.reference})" for r in personal}
    return {**found, **titles}


def _is_personal(view: BoardView, record: Record) -> bool:
    workflow = view.workflow(record)
    return bool(workflow.label_field) and workflow.fields[workflow.label_field].personal
