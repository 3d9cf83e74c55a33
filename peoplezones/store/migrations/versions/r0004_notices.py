"""The tables of what people are told by mail: messages, what each is about, how far the log has been looked at."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_TEXTS = ("person", "subject", "text", "made", "came_to", "done", "sha256")
_MORE_TEXTS = ("reason", "again", "claimed_by", "claimed_until", "prepared")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "message",
        sa.Column("id", _TEXT, nullable=False),
        *(sa.Column(name, _TEXT, nullable=False) for name in _TEXTS),
        sa.Column("tries", sa.Integer, nullable=False),
        *(sa.Column(name, _TEXT, nullable=False) for name in _MORE_TEXTS),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_message_came_to", "message", ["came_to"])
    op.create_table(
        "news",
        sa.Column("identity", _TEXT, nullable=False),
        sa.Column("message", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("identity"),
        sa.ForeignKeyConstraint(["message"], ["message.id"], deferrable=True, initially="DEFERRED"),
    )
    op.create_table(
        "news_begun",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_row"), autoincrement=False, nullable=False),
        sa.Column("since", _TEXT, nullable=False),
        sa.Column("since_entry", sa.Integer, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
