"""The tables of a Board's database, as SQLAlchemy Core metadata.

`entry` is the log. `record`, `reference`, `office`, `breach`, `head` and `tile` are its projection: submitting the log
again gives the same rows. `personal` holds what must be erasable. `operating_model` holds the text that governs.

Dates are ISO text, so that they sort and compare as text and need no conversion. Flags are 0 or 1. Positions in the
log (`opened`, `changed`, `since_entry`, `until_entry`, `cause`) are values of `entry.n`. `migrations` must always
lead to the identical database; a test holds them to it. Foreign keys are checked at commit, so that a
projection may write its rows in any order; what they cost: docs/decisions/0002-store.md.

Text sorts and compares by its bytes on every database: so do references and dates, whatever a server's language.
A partial index that named PostgreSQL here would import its whole dialect at every start; `postgresql_board` adds it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    event,
    text,
)
from sqlalchemy import Text as _AnyText

from peoplezones.store.append_only import guards

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

Text = _AnyText().with_variant(_AnyText(collation="C"), "postgresql")


def _checked_at_commit(column: str) -> ForeignKey:
    """Return a foreign key to `column`, checked when the transaction commits."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


record = Table(
    "record",
    metadata,
    Column("reference", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("previous", Text, nullable=False, server_default=""),
    Column("entered", Text, nullable=False),  # the effective date at which it entered its state
    Column("seq", Integer, nullable=False),  # how many moves it has made
    Column("effective", Text, nullable=False),  # the last effective date: none may be earlier
    Column("opened", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("model", Text, _checked_at_commit("operating_model.digest"), nullable=False),
    Column("fields", Text, nullable=False),  # JSON; personal values as commitments only
    Column("leaf", Text, nullable=False),  # hash of this record's last entry, in hex
)
Index("ix_record_number", record.c.kind, record.c.year, record.c.number, unique=True)
Index("ix_record_state", record.c.kind, record.c.state)

#: The edges of the network, with when they held. `kind` is the source's. The primary key leads with `source`.
reference = Table(
    "reference",
    metadata,
    Column("source", Text, _checked_at_commit("record.reference"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("field", Text, primary_key=True),
    Column("target", Text, _checked_at_commit("record.reference"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("since", Text, nullable=False),
    Column("since_entry", Integer, primary_key=True, autoincrement=False),
    Column("until", Text),
    Column("until_entry", Integer),
    sqlite_with_rowid=False,
)
Index(
    "ix_reference_target",
    reference.c.target,
    reference.c.kind,
    reference.c.field,
    sqlite_where=reference.c.until_entry.is_(None),
)

#: Who held which office of what, conferred by `source`; `slot` numbers the offices that one record confers.
office = Table(
    "office",
    metadata,
    Column("source", Text, _checked_at_commit("record.reference"), primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("office", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("person", Text, _checked_at_commit("record.reference"), nullable=False),
    Column("deputy", Integer, CheckConstraint("deputy IN (0, 1)", name="deputy"), nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text),
    Column("since_entry", Integer, primary_key=True, autoincrement=False),
    Column("until_entry", Integer),
    sqlite_with_rowid=False,
)
Index("ix_office_person", office.c.person)
Index("ix_office_scope", office.c.scope, office.c.office)

#: A standing condition that does not hold: `since` when it broke, `found` when that was noticed.
breach = Table(
    "breach",
    metadata,
    Column("record", Text, _checked_at_commit("record.reference"), primary_key=True),
    Column("condition", Text, primary_key=True),
    Column("since", Text, nullable=False),
    Column("since_entry", Integer, primary_key=True, autoincrement=False),
    Column("until", Text),
    Column("until_entry", Integer),
    Column("found", Text, nullable=False),
    sqlite_with_rowid=False,
)

#: The log. `line` is the canonical JSON that is hashed; the other columns repeat what is searched by.
entry = Table(
    "entry",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("record", Text),
    Column("seq", Integer),
    Column("kind", Text, nullable=False),
    Column("transition", Text, nullable=False),
    Column("moved", Integer, CheckConstraint("moved IN (0, 1)", name="moved"), nullable=False),
    Column("effective", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("actor", Text),
    Column("key", Text),
    Column("cause", Integer, _checked_at_commit("entry.n")),
    Column("line", Text, nullable=False),
)
Index(
    "ix_entry_key",
    entry.c.key,
    unique=True,
    sqlite_where=(entry.c.moved == text("1")) & entry.c.key.is_not(None),
)
Index("ix_entry_record", entry.c.record, entry.c.seq)

#: Personal values behind the commitments that the log holds; deleting a row erases the value for good.
personal = Table(
    "personal",
    metadata,
    Column("commitment", Text, primary_key=True),
    Column("n", Integer, _checked_at_commit("entry.n"), nullable=False),
    Column("record", Text),
    Column("field", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("value", Text, nullable=False),
)

#: Files that came with entries, each once, by the SHA-256 of its content in hex. A row of `personal` says where it
#: belongs: its value is the digest, and its commitment is among the entry's `attachments`. With the last it goes.
blob = Table(
    "blob",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

#: One row: the size of the log, its id, the model in force, the Board's own record, the last moment recorded, and the
#: frontier of the Merkle tree (32 bytes for each of its largest whole nodes, from left to right).
head = Table(
    "head",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True, autoincrement=False),
    Column("size", Integer, nullable=False),
    Column("log", Text, nullable=False),
    Column("model", Text, _checked_at_commit("operating_model.digest"), nullable=False),
    Column("root_record", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
)

#: The hashes of the tree: `hashes` holds up to 32 of 32 bytes, of level 5 * `level`, from node 32 * `idx` on.
tile = Table(
    "tile",
    metadata,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("idx", Integer, primary_key=True, autoincrement=False),
    Column("hashes", LargeBinary, nullable=False),
)

#: Every model that was ever adopted, as JSON of file name to text; `adopted` is the entry that adopted it.
operating_model = Table(
    "operating_model",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("texts", Text, nullable=False),
    Column("adopted", Integer, nullable=False),
)

#: Messages to people about what they should know, waiting or done with; no projection of the log. `person` is a
#: reference: the address is looked up when it is sent. Once done with, who it was for and what it said are emptied.
message = Table(
    "message",
    metadata,
    Column("id", Text, primary_key=True),  # its Message-ID without the angle brackets (RFC 5322)
    Column("person", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("made", Text, nullable=False),  # like all moments here by the machine's clock, not the Board's
    Column("came_to", Text, nullable=False),  # waiting, posted, told (by somebody, in another way) or lapsed
    Column("done", Text, nullable=False),
    Column("sha256", Text, nullable=False),  # of the bytes that were sent, in hex
    Column("tries", Integer, nullable=False),
    Column("reason", Text, nullable=False),  # why it could not be sent
    Column("again", Text, nullable=False),  # not to be tried before then
    Column("claimed_by", Text, nullable=False),  # the process that is sending it
    Column("claimed_until", Text, nullable=False),
    Column("prepared", Text, nullable=False),  # the maildir in which it lies ready to be delivered
)
Index("ix_message_came_to", message.c.came_to)

#: What somebody has been told of, or is about to be: the hash of what it is about and whom it is for, so that nobody
#: is told of a thing twice.
news = Table(
    "news",
    metadata,
    Column("identity", Text, primary_key=True),
    Column("message", Text, _checked_at_commit("message.id"), nullable=False),
)

#: One row: from which day and which entry on people are told, and which entry was the last that was looked at.
news_begun = Table(
    "news_begun",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True, autoincrement=False),
    Column("since", Text, nullable=False),
    Column("since_entry", Integer, nullable=False),
    Column("entry", Integer, nullable=False),
)

#: Alembic's own table, here so that a new database can be made without importing Alembic.
alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False, primary_key=True),
)
alembic_version.primary_key.name = "alembic_version_pkc"


@event.listens_for(entry, "after_create")
def _guard_the_log(_: Table, connection: Connection, **__: Any) -> None:
    for statement in guards(connection.dialect.name):
        connection.execute(text(statement))
