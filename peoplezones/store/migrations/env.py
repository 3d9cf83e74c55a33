"""Run by Alembic inside the transaction that `peoplezones.store.upgrade` has begun."""

from __future__ import annotations

from alembic import context

from peoplezones.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
