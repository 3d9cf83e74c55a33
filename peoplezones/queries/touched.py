"""Which records stand where a rule would change: so many, and the first of them by name."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.record import Value
from peoplezones.store.view import BoardView

from .naming import called, names


class Touched(Value, frozen=True):
    """The records of a kind that are in some states: how many, and their references and names, in order."""

    count: int
    records: tuple[str, ...] = ()


def touched(view: BoardView, kind: str, states: Iterable[str]) -> Touched:
    """Return the records of the kind that are in one of the states; none where no state is named."""
    wanted = frozenset(states)
    found = view.records_in(kind, wanted) if wanted else ()
    return Touched(count=len(found), records=tuple(found))


def in_short(view: BoardView, found: Touched, most: int = 3) -> str:
    """Return the first few as people know them: `PZ-2026-001 (Example Wharf) and 4 more`."""
    first = found.records[:most]
    known = names(view, first)
    shown = ", ".join(called(reference, known) for reference in first)
    more = found.count - len(first)
    return f"{shown} and {more:,} more" if more else shown
