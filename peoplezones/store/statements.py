"""Every statement that the writer runs, by name; built and compiled once, when first run (`Prepared`)."""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    LargeBinary,
    Table,
    Text,
    Update,
    and_,
    bindparam,
    cast,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from peoplezones.domain.entry import ACT, ERASE

from .prepared import Prepared
from .tables import blob, breach, entry, head, office, operating_model, personal, record, reference, tile

_MOVED = text("1")  # said and not given, or the index of the moves' keys would not serve
_IN_ORDER = (office.c.since_entry, office.c.source, office.c.slot)


def _live_reference() -> Update:
    """Return an update of the row for a reference (`s`, `f`, `t`) that still holds."""
    return update(reference).where(
        reference.c.source == bindparam("s"),
        reference.c.field == bindparam("f"),
        reference.c.target == bindparam("t"),
        reference.c.until_entry.is_(None),
    )


def _erasure() -> ColumnElement[bool]:
    """Return the condition that an entry is an erasure, which is about a record and no move of it."""
    return and_(entry.c.kind == ACT, entry.c.transition == ERASE)


def _put(table: Table, keys: tuple[str, ...], columns: tuple[str, ...]) -> Prepared:
    """Return an insert which, where the row is there already, changes these columns of it."""
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
    return Prepared(lambda: insert(table), f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {changes}")


HEAD = Prepared(lambda: select(head).where(head.c.id == 1))
RECORD = Prepared(lambda: select(record).where(record.c.reference == bindparam("reference")))
REFERRERS = Prepared(
    lambda: (
        select(reference.c.source)
        .where(
            reference.c.target == bindparam("target"),
            reference.c.kind == bindparam("kind"),
            reference.c.field == bindparam("field"),
            reference.c.until_entry.is_(None),
        )
        .order_by(reference.c.since_entry, reference.c.source)
    )
)
OFFICES_OF = Prepared(lambda: select(office).where(office.c.person == bindparam("person")).order_by(*_IN_ORDER))
HOLDERS = Prepared(
    lambda: (
        select(office)
        .where(office.c.scope == bindparam("scope"), office.c.office == bindparam("office"))
        .order_by(*_IN_ORDER)
    )
)
OFFICES_FROM = Prepared(
    lambda: (
        select(office)
        .where(office.c.source == bindparam("source"), office.c.until_entry.is_(None))
        .order_by(office.c.slot)
    )
)
BREACHES = Prepared(
    lambda: (
        select(breach)
        .where(breach.c.record == bindparam("record"), breach.c.until_entry.is_(None))
        .order_by(breach.c.condition)
    )
)
MOVES = Prepared(
    lambda: (
        select(entry.c.line)
        .where(entry.c.record == bindparam("record"), entry.c.moved == _MOVED, ~_erasure())
        .order_by(entry.c.n)
    )
)
REFERENCES_OF_KIND = Prepared(
    lambda: (
        select(record.c.reference)
        .where(
            record.c.kind == bindparam("kind"),
            func.substr(record.c.reference, 1, func.length(bindparam("beginning", type_=Text)))
            == bindparam("beginning"),
        )
        .order_by(record.c.opened.desc())
        .limit(200)
    )
)
LAST_NUMBER = Prepared(
    lambda: select(func.max(record.c.number)).where(
        record.c.kind == bindparam("kind"), record.c.year == bindparam("year")
    )
)
ENTRY_BY_KEY = Prepared(lambda: select(entry.c.line).where(entry.c.key == bindparam("key"), entry.c.moved == _MOVED))
ENTRY = Prepared(lambda: select(entry.c.line).where(entry.c.n == bindparam("n")))
SALT = Prepared(lambda: select(personal.c.salt).where(personal.c.commitment == bindparam("commitment")))
NAME = Prepared(lambda: select(personal.c.value).where(personal.c.commitment == bindparam("commitment")))
MODEL_TEXTS = Prepared(lambda: select(operating_model.c.texts).where(operating_model.c.digest == bindparam("digest")))

ADOPTED = Prepared(
    lambda: select(operating_model.c.digest).order_by(operating_model.c.adopted, operating_model.c.digest)
)
STATES_OF_KIND = Prepared(
    lambda: (
        select(record.c.reference, record.c.state).where(record.c.kind == bindparam("kind")).order_by(record.c.opened)
    )
)

ADD_RECORD = Prepared(lambda: insert(record))
CHANGE_RECORD = Prepared(
    lambda: (
        update(record)
        .where(record.c.reference == bindparam("r"))
        .values(
            {
                c.name: bindparam(c.name)
                for c in record.c
                if c.name not in ("reference", "year", "number", "kind", "opened")
            }
        )
    )
)
REKIND_RECORD = Prepared(
    lambda: (
        update(record)
        .where(record.c.reference == bindparam("r"))
        .values({name: bindparam(name) for name in ("kind", "year", "number")})
    )
)
ADD_REFERENCE = Prepared(lambda: insert(reference))
END_REFERENCE = Prepared(
    lambda: _live_reference().values(until=bindparam("until"), until_entry=bindparam("until_entry"))
)
PLACE_REFERENCE = Prepared(lambda: _live_reference().values(position=bindparam("position")))
PUT_OFFICE = _put(office, ("source", "slot", "since_entry"), ("until", "until_entry"))
PUT_BREACH = _put(breach, ("record", "condition", "since_entry"), ("until", "until_entry"))
PUT_HEAD = _put(head, ("id",), ("size", "log", "model", "root_record", "recorded", "frontier"))
TILE = Prepared(
    lambda: select(cast(tile.c.hashes, LargeBinary)).where(
        tile.c.level == bindparam("level"), tile.c.idx == bindparam("idx")
    )
)
PUT_TILE = _put(tile, ("level", "idx"), ("hashes",))
ADD_ENTRY = Prepared(lambda: insert(entry))
ADD_PERSONAL = Prepared(lambda: insert(personal))
ERASE_PERSONAL = Prepared(lambda: delete(personal).where(personal.c.commitment == bindparam("c")))
HAS_FILE = Prepared(lambda: select(blob.c.size).where(blob.c.sha256 == bindparam("sha256")))
ADD_FILE = Prepared(lambda: insert(blob))
ADD_MODEL = Prepared(lambda: insert(operating_model))
