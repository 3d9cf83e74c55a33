"""What a half-typed reference or name may become."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.store.reading import records_of
from peoplezones.store.view import BoardView

from .naming import names_of

_MOST = 60
_LOOKED_AT = 5_000


def suggestions(view: BoardView, kinds: Iterable[str], begun: str) -> list[tuple[str, str]]:
    """Return the references that begin like this, each with its name; where none does, the names that do.

    A name with a space would reach the shell as several words, so its reference stands for it.
    """
    wanted = begun.casefold()
    found: list[tuple[str, str]] = []
    named: list[tuple[str, str]] = []
    for kind in kinds:
        records = list(records_of(view.connection, view.kinds_of(kind), limit=_LOOKED_AT))
        names = names_of(view, records)
        for record in records:
            name = names.get(record.reference, "")
            if record.reference.casefold().startswith(wanted):
                found.append((record.reference, name))
            elif begun and name.casefold().startswith(wanted):
                named.append((record.reference, name) if " " in name else (name, record.reference))
    return (found or named)[:_MOST]
