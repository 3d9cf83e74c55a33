"""The deadlines of the Board as events of a calendar, with what tells a calendar which event has moved or is over.

Everything is read from the log: an event is one stay of a record at a stage, and is known by the entry that began it.
Its `sequence` is the number of the last entry that could have moved it, and rises whenever the day does; its `stamp`
the moment at which that was recorded. So the same log gives the same events, whoever asks.

Names are those of what is published (`publicly` in the model), people are not named, and offices stand in words: a
calendar is shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from peoplezones.domain.record import Move, Record, Value
from peoplezones.domain.values import named
from peoplezones.domain.wording import all_in_words
from peoplezones.store.reading import first_since, moved_from, moves_of, recorded_at, records_named
from peoplezones.store.view import BoardView

from .due import deadline_of, due, later
from .meetings import Meetings
from .naming import public_names
from .stays import Earlier, Stay, stays
from .timed import Reading, Timed

KEPT_DAYS = 28  # for so long an event that is over is still shown, as cancelled
_AT_ONCE = 500  # records whose moves are read together


class Event(Value, frozen=True):
    """A whole day of the calendar: what it is called, what it says, and whether it is over (`cancelled`)."""

    uid: str
    sequence: int
    stamp: str
    day: str
    title: str
    lines: tuple[str, ...]
    category: str
    cancelled: bool = False


def calendar(view: BoardView, today: str, *, until: str = "", person: str = "") -> tuple[Event, ...]:
    """Return the events up to a day (all, where there is none), by day: deadlines, meetings, and what is over since.

    With a `person`, only the deadlines that this person hears of or may do something about.
    """
    first = first_since(view.connection, later(today, -KEPT_DAYS)) or view.size + 1
    found = [*_Deadlines(view, today, until, person, first).sketches(), *_meetings(view, until, first)]
    stamps = recorded_at(view.connection, (one.entry for one in found))
    names = public_names(view, {one.reference for one in found}, today)
    return tuple(sorted((_event(view, one, names, stamps) for one in found), key=lambda one: (one.day, one.uid)))


class _Sketch(Value, frozen=True):
    """An event without names: about which record, known by which entry, last changed by which."""

    reference: str
    known_by: str
    entry: int
    day: str
    what: str
    stage: str = ""
    lines: tuple[str, ...] = ()
    category: str = ""
    cancelled: bool = False


def _event(view: BoardView, found: _Sketch, names: Mapping[str, str], stamps: Mapping[int, str]) -> Event:
    called = named(found.reference, names.get(found.reference, ""))
    return Event(
        uid=f"{found.reference}.{found.known_by}@{view.log}",
        sequence=found.entry,
        stamp=stamps[found.entry],
        day=found.day,
        title=f"{found.what}: {called}{f' - {found.stage}' if found.stage else ''}",
        lines=found.lines,
        category=found.category,
        cancelled=found.cancelled,
    )


class _Deadlines:
    """The deadlines as sketches: those that stand, and those that were gone with entry `first` or later."""

    def __init__(self, view: BoardView, today: str, until: str, person: str, first: int) -> None:
        self._view, self._today, self._until, self._person, self._first = view, today, until, person, first
        self._reading = Reading(view, today)
        self._meetings: dict[int, Meetings] = {}  # as they were planned before an entry

    def sketches(self) -> Iterator[_Sketch]:
        """Yield them, record by record."""
        seen: set[str] = set()
        for record, moves in self._with_moves(filter(self._is_worth_reading, self._reading.records())):
            seen.add(record.reference)
            yield from self._of_record(record, moves)
        moved = (name for name in moved_from(self._view.connection, self._first) if name not in seen)
        for record, moves in self._with_moves(records_named(self._view.connection, moved)):
            yield from self._of_record(record, moves)

    def _is_worth_reading(self, record: Record) -> bool:
        """Whether a record has a day that is asked for, or may have lost one of late."""
        found = due(self._view, record, self._today, self._reading.meetings)
        if found and found.day and not (self._until and found.day > self._until):
            return True
        return any(one.changed >= self._first for one in self._involved(record))

    def _with_moves(self, records: Iterable[Record]) -> Iterator[tuple[Record, list[Move]]]:
        waiting = iter(records)
        while some := list(islice(waiting, _AT_ONCE)):
            moves = moves_of(self._view.connection, (record.reference for record in some))
            for record in some:
                yield record, moves[record.reference]

    def _of_record(self, record: Record, moves: Sequence[Move]) -> Iterator[_Sketch]:
        for stay in stays(moves):
            if not stay.ended:
                yield from self._going_on(record, stay)
            elif stay.ended >= self._first:
                yield from self._over(record.reference, stay, stay.ended)

    def _going_on(self, record: Record, stay: Stay) -> Iterator[_Sketch]:
        found = due(self._view, record, self._today, self._reading.meetings)
        concerned = self._involved(record)
        if not (found and found.day):
            yield from self._without_day(record, stay, concerned)
            return
        told = self._reading.concerning(record, found)
        if self._wanted(told) and not (self._until and found.day > self._until):
            yield self._sketch(told, stay, max(one.changed for one in concerned), self._lines(told))

    def _without_day(self, record: Record, stay: Stay, concerned: Iterable[Record]) -> Iterator[_Sketch]:
        """Yield the event of a record that stays where it is while its day is gone, if it had one until of late."""
        since = max(stay.began + 1, self._first)
        entries = {move.n for one in concerned for move in self._view.moves(one.reference) if move.n >= since}
        over = (
            sketch for entry in sorted(entries, reverse=True) for sketch in self._over(record.reference, stay, entry)
        )
        yield from islice(over, 1)

    def _over(self, reference: str, stay: Stay, gone: int) -> Iterator[_Sketch]:
        """Yield an event that is over since entry `gone`, as it was before it; nothing if it had no day then."""
        then = Earlier(self._view, gone - 1)
        meetings = self._meetings.setdefault(gone, Meetings(then))
        record = then.record(reference)
        found = due(then, record, self._today, meetings) if record else None
        if record is None or found is None or not found.day:
            return
        told = self._reading.concerning(record, found)
        if self._wanted(told):
            yield self._sketch(told, stay, gone, ("This is no longer due.",), cancelled=True)

    def _wanted(self, told: Timed) -> bool:
        return not self._person or told.concerns(self._person)

    def _involved(self, record: Record) -> list[Record]:
        """Return the records on which the day depends: this one, and those along the path to a date or a meeting."""
        deadline = deadline_of(self._view, record)
        root = self._view.record(self._view.root)
        found, here, path = [record], record, deadline.path[:-1] if deadline else ()
        if root and (path[:1] == ("root",) or (deadline and deadline.kind == "next_meeting")):
            found.append(root)
            here = root
        for step in path:
            target = here.fields.get(step)
            following = self._view.record(target) if isinstance(target, str) else None
            if following:
                found.append(following)
                here = following
        return found

    def _sketch(
        self, told: Timed, stay: Stay, entry: int, lines: tuple[str, ...], *, cancelled: bool = False
    ) -> _Sketch:
        workflow = self._view.workflow(told.record)
        return _Sketch(
            reference=told.record.reference,
            known_by=str(stay.began),
            entry=entry,
            day=told.due.day,
            what="No longer due" if cancelled else "Due",
            stage=workflow.states[told.record.state].title,
            lines=lines,
            category=workflow.title,
            cancelled=cancelled,
        )

    def _lines(self, told: Timed) -> tuple[str, ...]:
        record, workflow = told.record, self._view.workflow(told.record)
        model, state = self._view.model_of(record), workflow.states[record.state]
        lines = [
            f"{workflow.title} {record.reference} has been at '{state.title}' since {record.entered}.",
            f"Until {told.due.day}: {told.due.words}.",
        ]
        if told.due.note:
            lines.append(f"Not certain: {told.due.note}.")
        if state.tell:
            lines.append(f"Who hears of it: {all_in_words(model, workflow, state.tell, 'and')}.")
        if told.move:
            lines.append(f"Next: {told.move.title}, by {all_in_words(model, workflow, told.move.by)}.")
        if told.escalation:
            lines.append(f"If it is still open on {told.escalation.day}, these hear too: {told.escalation.who}.")
        return tuple(lines)


def _meetings(view: BoardView, until: str, first: int) -> Iterator[_Sketch]:
    """Yield the Board's meetings that are to come or were planned of late, and those put off without another day."""
    for meeting in Meetings(view).planned:
        too_late = bool(until) and meeting.day > until
        if meeting.entry < first if meeting.off else too_late:
            continue
        yield _Sketch(
            reference=view.root,
            known_by=f"meeting-{meeting.began}",
            entry=meeting.entry,
            day=meeting.day,
            what="Meeting put off" if meeting.off else "Meeting",
            lines=("This meeting has been put off; it has no other day yet.",) if meeting.off else (),
            category="Meeting",
            cancelled=meeting.off,
        )
