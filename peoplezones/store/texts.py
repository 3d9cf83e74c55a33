"""The text of the models that a Board has adopted."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from peoplezones.domain.errors import StoreError

from .tables import operating_model


def model_texts(connection: Connection, digest: str) -> dict[str, str]:
    """Return file name and text of a model by digest. Raises StoreError where the database does not have it."""
    found = connection.execute(select(operating_model.c.texts).where(operating_model.c.digest == digest)).scalar()
    if found is None:
        raise StoreError(f"the database does not hold the operating model {digest[:12]}…; put a backup in its place")
    texts: dict[str, str] = json.loads(found)
    return texts


def has_model(connection: Connection, digest: str) -> bool:
    """Whether the database holds the text of a model."""
    return (
        connection.execute(select(operating_model.c.digest).where(operating_model.c.digest == digest)).first()
        is not None
    )
