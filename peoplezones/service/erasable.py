"""What there is to erase: of a record, of those that refer to it, of an entry, or all that was kept long enough."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from peoplezones.domain.entry import NAME, TEXTS, commitments_of
from peoplezones.domain.errors import UnknownName, UsageError, did_you_mean
from peoplezones.domain.record import Record
from peoplezones.domain.retention import Kept, kept_of
from peoplezones.store.naming import resolve
from peoplezones.store.reading import entries_of_personal, ever_referring, records_with_personal
from peoplezones.store.workspace import Workspace

Part = tuple[str, tuple[Kept, ...]]  # a record ("": an entry that is about none) and values that are kept of it


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which personal values are to go, on which lawful basis, and who says so.

    `records` are references or names; with `and_referring` also the personal fields of every record that refers to one
    of them, or ever did. `fields` picks some (`document` and `reason`: the texts of entries), as the record's own model
    calls them. `entries` are numbers in the log. `due`: everything that has been kept for as long as the model says.
    """

    records: tuple[str, ...] = ()
    and_referring: bool = False
    fields: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    due: bool = False
    basis: str = ""
    actor: str = ""
    entered_by: str = ""
    document: str = ""
    reason: str = ""
    on: str = ""


def check_wanted(wanted: Wanted) -> None:
    """Raise UsageError unless it is said in one way what is to go."""
    ways = sum(map(bool, (wanted.records, wanted.entries, wanted.due)))
    if ways != 1:
        raise UsageError(
            "say what to erase: records by reference or name, entries by number, or everything that is due; "
            "one of these at a time"
        )
    if wanted.and_referring and not wanted.records:
        raise UsageError("--and-referring goes with the record to which others refer; name it")


def erasable(workspace: Workspace, wanted: Wanted, day: str) -> list[Part]:
    """Return the values that are meant and still there, record by record. Raises UnknownName, UsageError."""
    found = {
        reference: left
        for reference, kept in _meant(workspace, wanted, day)
        if (left := tuple(_still_there(workspace, kept)))
    }
    if not found and not wanted.due:
        raise UsageError(
            "nothing of this kind is kept any more, or ever was: KIND show and KIND history tell what there is"
        )
    return list(found.items())


def _meant(workspace: Workspace, wanted: Wanted, day: str) -> Iterator[Part]:
    if wanted.due:
        return _due(workspace, wanted, day)
    return _of_entries(workspace, wanted) if wanted.entries else _of_records(workspace, wanted)


def _due(workspace: Workspace, wanted: Wanted, day: str) -> Iterator[Part]:
    """Yield what has been kept for long enough, record by record."""
    for record in _records(workspace, records_with_personal(workspace.connection)):
        if workspace.workflow(record).retention:
            due = (kept for kept in kept_of(workspace, record) if kept.due and kept.due <= day)
            yield record.reference, tuple(kept for kept in due if not wanted.fields or kept.name in wanted.fields)


def _of_records(workspace: Workspace, wanted: Wanted) -> Iterator[Part]:
    """Yield what is kept of the records that are named, and the personal fields of what refers to them if asked for."""
    kinds = list(workspace.model.workflows)
    named = list(dict.fromkeys(resolve(workspace, kinds, text) for text in wanted.records))
    known: dict[str, None] = dict.fromkeys(TEXTS)
    parts = [(r.reference, _chosen(workspace, r, wanted.fields, known)) for r in _records(workspace, named)]
    if wanted.and_referring:
        others = ever_referring(workspace.connection, named)
        for record in _records(workspace, [source for source in others if source not in named]):
            values = _chosen(workspace, record, wanted.fields, known)
            parts.append((record.reference, tuple(k for k in values if wanted.fields or k.name not in TEXTS)))
    _check_known(wanted, known, "here")
    yield from parts


def _check_known(wanted: Wanted, known: dict[str, None], where: str) -> None:
    for field in wanted.fields:
        if field not in known:
            hint = did_you_mean(field, known) or f"; there are: {', '.join(known)}"
            raise UnknownName(f"no personal field {where} is called '{field}'{hint}")


def _records(workspace: Workspace, references: Iterable[str]) -> Iterator[Record]:
    return (record for reference in references if (record := workspace.record(reference)) is not None)


def _chosen(workspace: Workspace, record: Record, fields: Sequence[str], known: dict[str, None]) -> tuple[Kept, ...]:
    """Return what is kept of a record in these fields, or in all; add the fields that there are to `known`."""
    every = kept_of(workspace, record)
    known |= {field.name: None for field in workspace.workflow(record).fields.values() if field.personal}
    known |= {kept.name: None for kept in every}
    return tuple(kept for kept in every if not fields or kept.name in fields)


def _of_entries(workspace: Workspace, wanted: Wanted) -> Iterator[Part]:
    """Yield what the entries commit to: those about one record together, those about none each by itself."""
    found: dict[str, list[Kept]] = {}
    known: dict[str, None] = dict.fromkeys(TEXTS)
    for n in dict.fromkeys(wanted.entries):
        line = workspace.line(n) if n > 0 else ""
        if not line:
            raise UnknownName(f"the log has no entry {n}: its entries are numbered from 1 to {workspace.size:,}")
        entry = json.loads(line)
        for field, commitment in commitments_of(entry, workspace.model_by(entry["model"])).items():
            name = field.removesuffix(NAME)
            known[name] = None
            if not wanted.fields or name in wanted.fields:
                kept = Kept(n=n, field=field, name=name, commitment=commitment, given=entry["on"])
                found.setdefault(entry["record"] or "", []).append(kept)
    _check_known(wanted, known, "of these entries")
    yield from ((reference, tuple(values)) for reference, values in found.items())


def _still_there(workspace: Workspace, kept: Iterable[Kept]) -> Iterator[Kept]:
    """Yield the values that are not erased. A text that several entries share belongs to the first of them."""
    wanted = list(kept)
    there = entries_of_personal(workspace.connection, [value.commitment for value in wanted])
    return (value for value in wanted if there.get(value.commitment) == value.n)
