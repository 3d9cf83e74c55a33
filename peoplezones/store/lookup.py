"""Finding records by what people call them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from peoplezones.domain.workflow import Workflow

from .tables import personal, record


class Names:
    """The names by which people call the records of one kind, whatever the case."""

    def __init__(self, connection: Connection, workflow: Workflow) -> None:
        self.field = workflow.label_field
        self._references: dict[str, list[str]] = {}
        self._written: dict[str, str] = {}
        for reference, name in names_of_kind(connection, workflow):
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


def names_of_kind(connection: Connection, workflow: Workflow) -> Iterator[tuple[str, str]]:
    """Yield (reference, name) of every record of a kind that has a name which has not been erased."""
    if not workflow.label_field:
        return
    label = func.json_extract(record.c.fields, f"$.{workflow.label_field}")
    wanted = select(record.c.reference, label).where(record.c.kind == workflow.name)
    if workflow.fields[workflow.label_field].personal:
        wanted = (
            select(record.c.reference, personal.c.value)
            .join(personal, personal.c.commitment == label)
            .where(record.c.kind == workflow.name)
        )
    for reference, name in connection.execute(wanted.order_by(record.c.opened)):
        if name:
            yield reference, name
