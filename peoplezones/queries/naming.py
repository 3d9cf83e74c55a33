"""What people call things: names of records, and the personal values behind commitments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from peoplezones.domain.record import Record, consents
from peoplezones.domain.values import ERASED, listed, named, show_value, type_of
from peoplezones.domain.workflow import ValueType, Workflow
from peoplezones.store.reading import personal_values, records_named
from peoplezones.store.view import BoardView

NOT_KEPT = "not kept, since it was refused"
NOT_PUBLISHED = "(not published)"


@contextmanager
def published(view: BoardView, day: str) -> Iterator[None]:
    """See the Board as the public may, for the length of the block.

    Every question about it is then answered with public names (as of `day`) and without any personal value, since all
    read names and personal values by way of `names`, `names_of` and `revealed`.
    """
    view.published = day
    try:
        yield
    finally:
        view.published = ""


def names(view: BoardView, references: Iterable[str]) -> dict[str, str]:
    """Return the names of the records that exist and have one, by reference; `(erased)` where a name is gone."""
    return names_of(view, records_named(view.connection, references))


def names_of(view: BoardView, records: Iterable[Record]) -> dict[str, str]:
    """Return the names of these records, by reference."""
    return _public_names_of(view, records, view.published) if view.published else _own_names(view, records)


def _own_names(view: BoardView, records: Iterable[Record]) -> dict[str, str]:
    found: dict[str, str] = {}
    hidden: dict[str, str] = {}
    for record in records:
        workflow = view.workflow(record)
        value = record.fields.get(workflow.label_field) if workflow.label_field else None
        if not value:
            continue
        if workflow.fields[workflow.label_field].personal:
            hidden[record.reference] = value
        else:
            found[record.reference] = str(value)
    if hidden:
        known = _kept_values(view, hidden.values(), ERASED)
        found.update({reference: known[kept] for reference, kept in hidden.items()})
    return found


def revealed(view: BoardView, commitments: Iterable[str], gone: str = ERASED) -> dict[str, str]:
    """Return the values behind commitments, `gone` where there is none to be had."""
    if view.published:
        return dict.fromkeys(commitments, NOT_PUBLISHED)
    return _kept_values(view, commitments, gone)


def _kept_values(view: BoardView, commitments: Iterable[str], gone: str) -> dict[str, str]:
    wanted = list(commitments)
    known = personal_values(view.connection, wanted) if wanted else {}
    return {kept: known.get(kept, gone) for kept in wanted}


def called(reference: str, known: dict[str, str]) -> str:
    """Return how a record is called in running text: `PZ-2026-001 (Name)`."""
    return named(reference, known.get(reference, ""))


def references_in(kind: ValueType, value: Any) -> list[str]:
    """Return what may be references in a value of this type."""
    if kind.type not in ("ref", "list") or kind.choices or not value:
        return []
    return [str(item) for item in value] if isinstance(value, (list, tuple)) else [str(value)]


def in_words(view: BoardView, kind: ValueType, value: Any) -> str:
    """Return one value as people read it, with names beside references."""
    wanted = references_in(kind, value)
    return show_value(kind, value, names(view, wanted) if wanted else None)


def public_names(view: BoardView, references: Iterable[str], today: str) -> dict[str, str]:
    """Return what records that exist are called in what is published, by reference.

    A name that is personal is given only with consent (`publicly` in the workflow); else by what people are there for.
    """
    return _public_names_of(view, records_named(view.connection, references), today)


def _public_names_of(view: BoardView, records: Iterable[Record], today: str) -> dict[str, str]:
    found: dict[str, str] = {}
    consenting: list[Record] = []
    for record in records:
        workflow = view.workflow(record)
        if not workflow.label_field or not workflow.fields[workflow.label_field].personal:
            consenting.append(record)
            continue
        if consents(workflow, record):
            consenting.append(record)
        found[record.reference] = _without_name(view, workflow, record, today)
    found.update({reference: name for reference, name in _own_names(view, consenting).items() if name != ERASED})
    return found


def _without_name(view: BoardView, workflow: Workflow, record: Record, today: str) -> str:
    """Return what stands for a personal name: a post, the offices held, or kind and reference."""
    for name in workflow.publicly.otherwise if workflow.publicly else ():
        if record.fields.get(name):
            return show_value(type_of(workflow.fields[name]), record.fields[name])
    titles = view.model.offices
    held = [holding for holding in view.offices_of(record.reference) if holding.on(today) and holding.office in titles]
    of = names(view, (holding.scope for holding in held if holding.scope != view.root))
    offices = dict.fromkeys(
        titles[holding.office].title + (f", {of[holding.scope]}" if holding.scope in of else "") for holding in held
    )
    return listed(offices) if offices else f"{workflow.title} {record.reference}"
