"""The tables of the first version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorts by its bytes, as in SQLite
_REFUSED = "the log is append-only: {act} of an entry refused; put a mistake right by a new entry"


def upgrade() -> None:
    """Make every table."""
    _log()
    _projection()
    _network()
    _beside_the_log()


def _log() -> None:
    op.create_table(
        "entry",
        sa.Column("n", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("record", _TEXT),
        sa.Column("seq", sa.Integer),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("transition", _TEXT, nullable=False),
        sa.Column("moved", sa.Integer, sa.CheckConstraint("moved IN (0, 1)", name="moved"), nullable=False),
        sa.Column("effective", _TEXT, nullable=False),
        sa.Column("recorded", _TEXT, nullable=False),
        sa.Column("actor", _TEXT),
        sa.Column("key", _TEXT),
        sa.Column("cause", sa.Integer),
        sa.Column("line", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("n"),
        _checked_at_commit("cause", "entry.n"),
    )
    used_up = sa.text('moved = 1 AND "key" IS NOT NULL')
    op.create_index("ix_entry_key", "entry", ["key"], unique=True, sqlite_where=used_up, postgresql_where=used_up)
    op.create_index("ix_entry_record", "entry", ["record", "seq"])
    if op.get_bind().dialect.name == "sqlite":
        _guard_in_sqlite()
    else:
        _guard_in_postgresql()


def _guard_in_sqlite() -> None:
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER entry_refuses_{act} BEFORE {act.upper()} ON entry BEGIN"
            f" SELECT RAISE(ABORT, '{_REFUSED.format(act=act)}'); END"
        )


def _guard_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION"
        f" '{_REFUSED.format(act='%')}', lower(TG_OP) USING ERRCODE = 'restrict_violation'; END $$"
    )
    for act, row in (("update", "ROW"), ("delete", "ROW"), ("truncate", "STATEMENT")):
        op.execute(
            f"CREATE TRIGGER entry_refuses_{act} BEFORE {act.upper()} ON entry FOR EACH {row}"
            " EXECUTE FUNCTION entry_is_append_only()"
        )
        op.execute(f"ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_refuses_{act}")


def _projection() -> None:
    op.create_table(
        "operating_model",
        sa.Column("digest", _TEXT, nullable=False),
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("version", _TEXT, nullable=False),
        sa.Column("texts", _TEXT, nullable=False),
        sa.Column("adopted", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "record",
        sa.Column("reference", _TEXT, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", _TEXT, nullable=False),
        sa.Column("previous", _TEXT, nullable=False, server_default=""),
        sa.Column("entered", _TEXT, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("effective", _TEXT, nullable=False),
        sa.Column("opened", sa.Integer, nullable=False),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Column("model", _TEXT, nullable=False),
        sa.Column("fields", _TEXT, nullable=False),
        sa.Column("leaf", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("reference"),
        _checked_at_commit("model", "operating_model.digest"),
    )
    op.create_index("ix_record_number", "record", ["kind", "year", "number"], unique=True)
    op.create_index("ix_record_state", "record", ["kind", "state"])


def _network() -> None:
    op.create_table(
        "reference",
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("field", _TEXT, nullable=False),
        sa.Column("target", _TEXT, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("since", _TEXT, nullable=False),
        sa.Column("since_entry", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("until", _TEXT),
        sa.Column("until_entry", sa.Integer),
        sa.PrimaryKeyConstraint("source", "field", "target", "since_entry"),
        _checked_at_commit("source", "record.reference"),
        _checked_at_commit("target", "record.reference"),
        sqlite_with_rowid=False,
    )
    held = sa.text("until_entry IS NULL")
    columns = ["target", "kind", "field"]
    op.create_index("ix_reference_target", "reference", columns, sqlite_where=held, postgresql_where=held)
    op.create_table(
        "office",
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("slot", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("office", _TEXT, nullable=False),
        sa.Column("scope", _TEXT, nullable=False),
        sa.Column("person", _TEXT, nullable=False),
        sa.Column("deputy", sa.Integer, sa.CheckConstraint("deputy IN (0, 1)", name="deputy"), nullable=False),
        sa.Column("since", _TEXT, nullable=False),
        sa.Column("until", _TEXT),
        sa.Column("since_entry", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("until_entry", sa.Integer),
        sa.PrimaryKeyConstraint("source", "slot", "since_entry"),
        _checked_at_commit("source", "record.reference"),
        _checked_at_commit("person", "record.reference"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_office_person", "office", ["person"])
    op.create_index("ix_office_scope", "office", ["scope", "office"])
    op.create_table(
        "breach",
        sa.Column("record", _TEXT, nullable=False),
        sa.Column("condition", _TEXT, nullable=False),
        sa.Column("since", _TEXT, nullable=False),
        sa.Column("since_entry", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("until", _TEXT),
        sa.Column("until_entry", sa.Integer),
        sa.Column("found", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("record", "condition", "since_entry"),
        _checked_at_commit("record", "record.reference"),
        sqlite_with_rowid=False,
    )


def _beside_the_log() -> None:
    op.create_table(
        "personal",
        sa.Column("commitment", _TEXT, nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("record", _TEXT),
        sa.Column("field", _TEXT, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("value", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("commitment"),
        _checked_at_commit("n", "entry.n"),
    )
    op.create_table(
        "head",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), autoincrement=False, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("log", _TEXT, nullable=False),
        sa.Column("model", _TEXT, nullable=False),
        sa.Column("root_record", _TEXT, nullable=False),
        sa.Column("recorded", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        _checked_at_commit("model", "operating_model.digest"),
    )


def _checked_at_commit(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], deferrable=True, initially="DEFERRED")
