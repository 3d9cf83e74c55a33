"""Rows of the tables as values of the domain, and back."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from peoplezones.domain.record import Holding, Migrated, Move, Record
from peoplezones.domain.workflow import Workflow
from peoplezones.store.errors import DatabaseDamaged

_decode = msgspec.json.decode
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


class LiveHolding(msgspec.Struct, frozen=True):
    """A row of `office`, with the log position that began it."""

    holding: Holding
    since_entry: int
    ended: bool


class OpenBreach(msgspec.Struct, frozen=True):
    """A row of `breach` that has not ended."""

    record: str
    condition: str
    since: str
    since_entry: int
    found: str


def record_of(row: Any) -> Record:
    """Return the record in a row of `record`."""
    return Record(
        kind=row.kind,
        reference=row.reference,
        state=row.state,
        previous=row.previous,
        entered=row.entered,
        seq=row.seq,
        effective=row.effective,
        opened=row.opened,
        changed=row.changed,
        model=row.model,
        fields=_fields(row),
        leaf=row.leaf,
    )


def _fields(row: Any) -> dict[str, Any]:
    try:
        found: dict[str, Any] = _decode(row.fields)
    except msgspec.DecodeError:
        raise DatabaseDamaged(
            f"the fields of {row.reference} cannot be read: put a backup in its place; `peoplezones rebuild` tells "
            "whether anything else is wrong"
        ) from None
    return found


def row_of(record: Record) -> dict[str, Any]:
    """Return the columns of `record`, but for year and number, which a record never changes."""
    return {
        "reference": record.reference,
        "kind": record.kind,
        "state": record.state,
        "previous": record.previous,
        "entered": record.entered,
        "seq": record.seq,
        "effective": record.effective,
        "opened": record.opened,
        "changed": record.changed,
        "model": record.model,
        "fields": _encode(record.fields),
        "leaf": record.leaf,
    }


def holding_of(row: Any) -> LiveHolding:
    """Return the holding in a row of `office`."""
    holding = Holding(
        office=row.office,
        scope=row.scope,
        person=row.person,
        source=row.source,
        slot=row.slot,
        deputy=bool(row.deputy),
        since=row.since,
        until=row.until or "",
    )
    return LiveHolding(holding, row.since_entry, row.until_entry is not None)


def holding_row(live: LiveHolding, until_entry: int | None) -> dict[str, Any]:
    """Return the columns of `office`."""
    held = live.holding
    return {
        "source": held.source,
        "slot": held.slot,
        "office": held.office,
        "scope": held.scope,
        "person": held.person,
        "deputy": int(held.deputy),
        "since": held.since,
        "until": held.until or None,
        "since_entry": live.since_entry,
        "until_entry": until_entry,
    }


def breach_of(row: Any) -> OpenBreach:
    """Return the open breach in a row of `breach`."""
    return OpenBreach(row.record, row.condition, row.since, row.since_entry, row.found)


def breach_row(breach: OpenBreach, until: str | None, until_entry: int | None) -> dict[str, Any]:
    """Return the columns of `breach`."""
    return {
        "record": breach.record,
        "condition": breach.condition,
        "since": breach.since,
        "since_entry": breach.since_entry,
        "until": until,
        "until_entry": until_entry,
        "found": breach.found,
    }


def move_of(line: str) -> Move:
    """Return the move that a moved entry records."""
    entry = _decode(line)
    return Move(
        n=entry["n"],
        seq=entry["seq"],
        transition=entry["transition"],
        actor=entry["actor"],
        effective=entry["on"],
        source=entry["from"],
        to=entry["to"],
        changes=entry["changes"],
        document=entry["document"] or "",
        reason=entry["reason"] or "",
        names=entry.get("names", {}),
        takes_back=entry["takes_back"] or 0,
        migrated=Migrated(**entry["migrated"]) if "migrated" in entry else None,
    )


def reference_fields(workflow: Workflow) -> tuple[str, ...]:
    """Return the names of the fields that refer to other records."""
    return tuple(name for name, field in workflow.fields.items() if field.type == "ref")


def references_in(record: Record, names: tuple[str, ...]) -> dict[tuple[str, str], int]:
    """Return the (field, target) pairs that the record's reference fields hold, with their positions."""
    found: dict[tuple[str, str], int] = {}
    for name in names:
        value = record.fields.get(name)
        for position, target in enumerate(value if isinstance(value, list) else [value] if value else []):
            found[(name, target)] = position
    return found
