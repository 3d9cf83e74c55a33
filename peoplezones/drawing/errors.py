"""What can be wrong with what is to be drawn."""

from __future__ import annotations

from peoplezones.domain.errors import UsageError


class NotDrawable(UsageError):
    """This cannot be drawn."""
