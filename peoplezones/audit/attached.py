"""Which files came with an entry, by what the log says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def attached_in(entry: Mapping[str, Any] | None) -> frozenset[str]:
    """Return the commitments to files in an entry; none where it cannot be read."""
    given = entry.get("attachments") if entry else None
    return frozenset(one for one in given if isinstance(one, str)) if isinstance(given, list) else frozenset()
