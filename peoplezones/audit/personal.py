"""Whether the personal values that are kept are those to which the log commits: all of them, but for what it erased.

An entry commits to its personal values, and an erasure is an entry that names them. So a value that is gone without
one was lost, or deleted behind the log's back; one that is still there in spite of one was put back, or never went.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from peoplezones.domain.canonical import commitment
from peoplezones.domain.entry import ACT, ERASE, commitments_of
from peoplezones.domain.erasure import erased_by
from peoplezones.domain.workflow import Model
from peoplezones.store.tables import entry, personal

from .differences import Difference, short


def personal_differ(source: Connection, model_of: Callable[[str], Model]) -> Iterator[Difference]:
    """Yield where the personal values of a Board whose log is sound are not those that its log speaks of."""
    erased = _erased(source)
    rows = source.execute(select(personal).order_by(personal.c.n, personal.c.commitment)).mappings()
    row = next(rows, None)
    for n, record, kept in _committed(source, model_of):
        while row is not None and _place(row) < n:
            yield Difference("personal", row["commitment"], "row", "there", "missing")
            row = next(rows, None)
        here = {}
        while row is not None and _place(row) == n:
            here[row["commitment"]] = row
            row = next(rows, None)
        yield from _of_entry(n, record, kept, here, erased)
    while row is not None:
        yield Difference("personal", row["commitment"], "row", "there", "missing")
        row = next(rows, None)


def _place(row: Any) -> int:
    """Return the number of the entry with which a row says that it is kept; one that is no number belongs nowhere."""
    return row["n"] if isinstance(row["n"], int) else -1


def _erased(source: Connection) -> dict[str, int]:
    """Return by commitment the number of the entry that erased each value."""
    lines = select(entry.c.line).where(entry.c.kind == ACT, entry.c.transition == ERASE, entry.c.moved == 1)
    found = map(json.loads, source.execute(lines.order_by(entry.c.n)).scalars())
    return {one: erasure["n"] for erasure in found for _, _, one in erased_by(erasure)}


def _committed(
    source: Connection, model_of: Callable[[str], Model]
) -> Iterator[tuple[int, str | None, dict[str, str]]]:
    """Yield number, record and the commitments (with their field) that each entry is the first to make."""
    shared: set[str] = set()  # acts on several records name one document
    for line in source.execute(select(entry.c.line).where(entry.c.moved == 1).order_by(entry.c.n)).scalars():
        found = json.loads(line)
        kept = {one: field for field, one in commitments_of(found, model_of(found["model"])).items()}
        if found["kind"] == ACT:
            kept = {one: field for one, field in kept.items() if one not in shared}
            shared |= kept.keys()
        if kept:
            yield found["n"], found["record"], kept


def _of_entry(
    n: int, record: str | None, kept: dict[str, str], here: dict[str, Any], erased: dict[str, int]
) -> Iterator[Difference]:
    """Yield where what is kept with one entry is not what it committed to."""
    for one in here.keys() - kept.keys():
        yield Difference("personal", one, "row", "there", "missing")
    for one, field in kept.items():
        row, gone = here.get(one), erased.get(one)
        if row is None and gone is None:
            yield Difference(
                "personal", one, "row", f"missing, and no entry erased it ('{field}' of entry {n})", "there"
            )
        elif row is not None and gone is not None:
            yield Difference(
                "personal", one, "row", f"there ('{field}' of entry {n})", f"missing: entry {gone} erased it"
            )
        elif row is not None:
            yield from _of_row(row, record, field)


def _of_row(row: Any, record: str | None, field: str) -> Iterator[Difference]:
    one = row["commitment"]
    for name, expected in (("record", record), ("field", field)):
        if row[name] != expected:
            yield Difference("personal", one, name, short(row[name]), short(expected))
            return
    if not isinstance(row["value"], str) or not isinstance(row["salt"], bytes):
        yield Difference("personal", one, "value", "not text and a salt", "as it was given")
    elif commitment(row["salt"], field, row["value"]) != one:
        yield Difference("personal", one, "value", "another", "the one that was committed to")
