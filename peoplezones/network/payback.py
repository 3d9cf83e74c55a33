"""Work that was asked for and carried out, for each zone: how much, for and by whom, and how long each step took.

The model declares which kind of record it is, which fields say where, who asked, who did it and how many hours it took,
and which of its transitions count as steps (`payback`).

Source: Annex B: local people and agencies name improvements that they want, and Community Payback carries them out
(B-2.6).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from statistics import median

from peoplezones.domain.history import as_called_now, standing_moves
from peoplezones.domain.record import Record, Value
from peoplezones.domain.values import show_value, type_of
from peoplezones.domain.workflow import Workflow, Works
from peoplezones.queries.fields import references_in_field
from peoplezones.store.reading import records_named
from peoplezones.store.view import BoardView

from .labels import labels, labels_of
from .looking import Named, NotDeclared, of_kind, source_of, stage


class Step(Value, frozen=True):
    """A step that a piece of work took: on which day, how many days after it was asked for, how many after the last."""

    transition: str
    title: str
    on: str
    days: int
    since_last: int


class Work(Value, frozen=True, kw_only=True):
    """One piece of work: who asked and who does it, the hours, where it stands, and its steps in the order taken."""

    reference: str
    label: str
    state: str
    asked_on: str
    asked_by: tuple[Named, ...]
    done_by: tuple[Named, ...]
    hours: int | None
    hours_text: str
    steps: tuple[Step, ...]
    ended: bool


class Taken(Value, frozen=True):
    """How many of the pieces of work took a step, and how many days after they were asked for: median, and most.

    The median is that of those that took it (of an even number the mean of the middle two); None where none did.
    """

    transition: str
    title: str
    count: int
    median_days: float | None
    most_days: int | None


class Share(Value, frozen=True):
    """Who asked for how many, or carried out how many."""

    reference: str
    label: str
    count: int


class Place(Value, frozen=True, kw_only=True):
    """All the work for one zone: how many were asked for, the steps they took, the hours, by whom."""

    reference: str
    label: str
    asked: int
    taken: tuple[Taken, ...]
    hours: int
    hours_text: str
    asked_by: tuple[Share, ...]
    done_by: tuple[Share, ...]
    works: tuple[Work, ...]


class Payback(Value, frozen=True, kw_only=True):
    """The work for every zone that any was asked for, and how it all adds up."""

    title: str
    plural: str
    clause: str
    leans: str
    per: str
    hours_label: str
    places: tuple[Place, ...]
    whole: Place


def payback(view: BoardView, today: str, *, public: bool = False) -> Payback:
    """Return the work asked for and carried out, as things stand on the day. Raises NotDeclared."""
    works = view.model.works
    if works is None:
        raise NotDeclared(view.model, "payback")
    return _Looking(view, works, today, public).found()


class _Looking:
    """Reads every piece of work with its history."""

    def __init__(self, view: BoardView, works: Works, today: str, public: bool) -> None:
        self._view, self._declared, self._today, self._public = view, works, today, public
        self._workflow = view.model.workflows[works.kind]
        self._records = of_kind(view, works.kind)
        self._labels = labels(view, self._records, public=public, today=today)
        self._others = self._called(works.per, *works.asks, *works.does)

    def _called(self, *fields: str) -> dict[str, str]:
        names = (name for record in self._records for field in fields for name in _named(record, field))
        return labels_of(self._view, dict.fromkeys(names), public=self._public, today=self._today)

    def found(self) -> Payback:
        """Return everything."""
        declared = self._declared
        of = self._workflow.fields[declared.per]
        places: dict[str, list[Record]] = {}
        for record in self._records:
            for name in _named(record, declared.per) or [""]:
                places.setdefault(name, []).append(record)
        known = [name for name in places if name]
        order = [record.reference for record in records_named(self._view.connection, known)]
        made = {record.reference: self._work(record) for record in self._records}
        hours = self._workflow.fields.get(declared.hours)
        return Payback(
            title=self._workflow.title,
            plural=self._workflow.plural,
            per=of.label,
            hours_label=hours.label if hours else "",
            places=tuple(self._place(name, [made[r.reference] for r in places[name]]) for name in order),
            whole=self._place("", list(made.values())),
            **source_of(declared.clause, declared.basis),
        )

    def _work(self, record: Record) -> Work:
        workflow = self._view.workflow(record)
        hours = record.fields.get(self._declared.hours) if self._declared.hours else None
        begun, steps = self._steps(record)
        return Work(
            reference=record.reference,
            label=self._labels[record.reference],
            state=stage(workflow, record),
            asked_on=begun,
            asked_by=tuple(self._people(record, self._declared.asks)),
            done_by=tuple(self._people(record, self._declared.does)),
            hours=hours if isinstance(hours, int) else None,
            hours_text=self._hours(hours) if isinstance(hours, int) else "",
            steps=steps,
            ended=record.state in workflow.final,
        )

    def _hours(self, value: int) -> str:
        field = self._workflow.fields.get(self._declared.hours)
        return show_value(type_of(field), value) if field else ""

    def _people(self, record: Record, fields: Iterable[str]) -> Iterator[Named]:
        for field in fields:
            for name in _named(record, field):
                yield Named(name, self._others.get(name, name))

    def _steps(self, record: Record) -> tuple[str, tuple[Step, ...]]:
        """Return the day on which it was asked for, and the first time that each step was taken and not taken back."""
        moves = standing_moves(as_called_now(self._view, self._view.moves(record.reference)))
        begun = last = moves[0].effective if moves else record.entered
        found: dict[str, Step] = {}
        for move in moves:
            if move.transition in self._declared.steps and move.transition not in found:
                title = self._title(move.transition)
                days = (_days(begun, move.effective), _days(last, move.effective))
                found[move.transition] = Step(move.transition, title, move.effective, *days)
                last = move.effective
        return begun, tuple(found.values())

    def _title(self, transition: str) -> str:
        return _transition_title(self._workflow, transition)

    def _place(self, name: str, works: list[Work]) -> Place:
        hours = sum(work.hours or 0 for work in works)
        return Place(
            reference=name,
            label=self._others.get(name, ""),
            asked=len(works),
            taken=tuple(self._taken(step, works) for step in self._declared.steps),
            hours=hours,
            hours_text=self._hours(hours),
            asked_by=_shares(one for work in works for one in work.asked_by),
            done_by=_shares(one for work in works for one in work.done_by),
            works=tuple(works),
        )

    def _taken(self, step: str, works: Iterable[Work]) -> Taken:
        days = [taken.days for work in works for taken in work.steps if taken.transition == step]
        return Taken(step, self._title(step), len(days), median(days) if days else None, max(days, default=None))


def _transition_title(workflow: Workflow, name: str) -> str:
    found = workflow.transitions.get(name)
    return found.title if found else name


def _named(record: Record, field: str) -> list[str]:
    return references_in_field(record.fields.get(field))


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _shares(named: Iterable[Named]) -> tuple[Share, ...]:
    """Return how often each is named, the most often first."""
    counts: dict[Named, int] = {}
    for one in named:
        counts[one] = counts.get(one, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0].reference))
    return tuple(Share(one.reference, one.label, count) for one, count in ordered)
