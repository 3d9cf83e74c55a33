"""The meetings of the Board, as its own record planned them: held, to come, or put off."""

from __future__ import annotations

from functools import cached_property

from peoplezones.domain.history import as_called_now
from peoplezones.domain.record import Value, View


class Planned(Value, frozen=True):
    """A meeting: the entry that first planned it, the last one about it, and its day; `off` where it has none now."""

    began: int
    entry: int
    day: str
    off: bool = False


class Meetings:
    """The meetings of the Board, read from the log once."""

    def __init__(self, view: View) -> None:
        self._view = view

    @cached_property
    def planned(self) -> tuple[Planned, ...]:
        """Every meeting that was planned, in the order in which they were.

        A meeting whose day is changed before that day is put off and stays the same meeting; once its day has come,
        it took place, and what is planned then is another.
        """
        field = self._view.model.next_meeting
        if not field or not self._view.root:
            return ()
        found: list[Planned] = []
        for move in as_called_now(self._view, self._view.moves(self._view.root)):
            if field not in move.changes:
                continue
            day = move.changes[field] or ""
            if found and (found[-1].off or move.effective < found[-1].day):
                last = found.pop()
                found.append(Planned(began=last.began, entry=move.n, day=day or last.day, off=not day))
            elif day:
                found.append(Planned(began=move.n, entry=move.n, day=day))
        return tuple(found)

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days of the meetings, in order, without those that were put off."""
        return tuple(sorted({meeting.day for meeting in self.planned if not meeting.off}))

    def after(self, day: str) -> str:
        """Return the first meeting after a day, or "" where none is known."""
        return next((meeting for meeting in self.days if meeting > day), "")
