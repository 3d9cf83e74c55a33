"""Every record of a kind as a stream, with the personal values that have not been erased where they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from peoplezones.domain.record import Record
from peoplezones.domain.workflow import Field
from peoplezones.store.reading import personal_values, records_of
from peoplezones.store.workspace import Workspace

_CHUNK = 500


def records_in_plain(view: Workspace, kind: str, fields: Iterable[Field], gone: str | None = None) -> Iterator[Record]:
    """Yield the records of a kind in the order in which they were opened, with those of `fields` that are personal.

    `gone` stands in the place of what was erased.
    """
    names = [field.name for field in fields if field.personal]
    records = records_of(view.connection, view.kinds_of(kind))
    while some := list(islice(records, _CHUNK)):
        yield from _revealed(view, some, names, gone) if names else some


def _revealed(view: Workspace, some: list[Record], names: list[str], gone: str | None) -> Iterator[Record]:
    """Yield the records with commitments replaced by their values."""
    kept = [value for each in some for name in names if (value := each.fields.get(name))]
    values = personal_values(view.connection, kept)
    for each in some:
        here = {name: each.fields.get(name) for name in names}
        plain = {name: values.get(value, gone) if value else None for name, value in here.items()}
        yield msgspec.structs.replace(each, fields={**each.fields, **plain})
