"""The table of the files that come with entries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "blob",
        sa.Column("sha256", _TEXT, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("media_type", _TEXT, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
