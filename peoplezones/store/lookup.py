"""Finding records by what people call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import JSON, ColumnElement, Connection, Text, cast, func, select

from peoplezones.domain.workflow import Workflow

from .tables import personal, record


class Names:
    """The names by which people call the records of one kind, whatever the case."""

    def __init__(self, connection: Connection, lived_by: Iterable[tuple[str, Workflow]]) -> None:
        self._references: dict[str, list[str]] = {}
        self._written: dict[str, str] = {}
        for reference, name in names_of_kind(connection, lived_by):
            self.add(reference, name)

    def add(self, reference: str, name: str) -> None:
        """Take up the name of another record."""
        if name:
            key = name.strip().casefold()
            self._references.setdefault(key, []).append(reference)
            self._written.setdefault(key, name)

    def rename(self, reference: str, name: str) -> None:
        """Take up the name that a record has now."""
        for references in self._references.values():
            if reference in references:
                references.remove(reference)
        self.add(reference, name)

    def named(self, name: str) -> list[str]:
        """Return references of the records that have this name."""
        return self._references.get(name.strip().casefold(), [])

    def all(self) -> list[str]:
        """Return every name, as it is written."""
        return [name for key, name in self._written.items() if self._references[key]]


def names_of_kind(connection: Connection, lived_by: Iterable[tuple[str, Workflow]]) -> Iterator[tuple[str, str]]:
    """Yield (reference, name) of every record of a kind that has a name which has not been erased.

    `lived_by` gives the workflows of the kind, each with its model's digest; where a name is kept may differ.
    """
    ways: dict[tuple[str, str, bool], list[str]] = {}
    for digest, workflow in lived_by:
        if workflow.label_field:
            kept_apart = workflow.fields[workflow.label_field].personal
            ways.setdefault((workflow.name, workflow.label_field, kept_apart), []).append(digest)
    for (kind, field, kept_apart), digests in ways.items():
        label = _text_of(connection, field)
        wanted = select(record.c.reference, personal.c.value if kept_apart else label)
        if kept_apart:
            wanted = wanted.join(personal, personal.c.commitment == label)
        wanted = wanted.where(record.c.kind == kind, record.c.model.in_(digests))
        for reference, name in connection.execute(wanted.order_by(record.c.opened)):
            if name:
                yield reference, name


def _text_of(connection: Connection, field: str) -> ColumnElement[str]:
    """Return the text that a field of a record holds, as SQL."""
    if connection.dialect.name == "postgresql":
        return func.json_extract_path_text(cast(record.c.fields, JSON), field, type_=Text)
    return func.json_extract(record.c.fields, f"$.{field}", type_=Text)
