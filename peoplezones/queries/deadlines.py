"""Every deadline of the Board on a day: what is overdue, what is coming, who hears of it, what can be done next.

A deadline is what a state says with `within`, of whatever kind the record is. `status` and `due` both ask here, so they
always agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value
from peoplezones.domain.wording import all_in_words
from peoplezones.domain.workflow import Transition, Workflow
from peoplezones.store.reading import records_of
from peoplezones.store.view import BoardView

from . import naming
from .breaches import Breach, all_breaches
from .due import Due, Meetings, due, later
from .escalation import Escalated, Rules
from .needs import Step, command
from .people import Actor, Found, named_actors, who_is_meant
from .why import next_move

_NEVER = "9999-12-31"  # sorts after every day: what has no day yet comes last


class Deadline(Value, frozen=True):
    """A record and the day by which it should leave its state.

    `since` is the day on which it got there. `who` and `actors` are those who hear of it, in words and by person;
    `next` is the step towards the goal, where its kind has one, and `next_actors` are those who may make it.
    `escalation` says who else hears once the day has passed.
    """

    kind: str
    kind_title: str
    reference: str
    name: str
    state: str
    state_title: str
    since: str
    due: Due
    who: str
    actors: tuple[Actor, ...]
    next: Step | None = None
    next_actors: tuple[Actor, ...] = ()
    escalation: Escalated | None = None


class Agenda(Value, frozen=True):
    """What is due on a day (`today`) and up to another (`until`, empty where there is no end), and what is broken.

    `person` is the reference of the only one whom it is to concern, and `name` what that person is called.
    """

    today: str
    until: str
    person: str
    name: str
    overdue: tuple[Deadline, ...]
    coming: tuple[Deadline, ...]
    undated: tuple[Deadline, ...]
    breaches: tuple[Breach, ...]


def agenda(view: BoardView, today: str, *, until: str = "", person: str = "") -> Agenda:
    """Return what is overdue, what is coming up to a day, what waits for a meeting without a date, and the breaches."""
    found = _deadlines(view, today, until, person)
    breaches = all_breaches(view, today)
    return Agenda(
        today=today,
        until=until,
        person=person,
        name=naming.names(view, [person]).get(person, "") if person else "",
        overdue=tuple(item for item in found if item.due.overdue),
        coming=tuple(item for item in found if item.due.day and not item.due.overdue),
        undated=tuple(item for item in found if not item.due.day),
        breaches=tuple(breach for breach in breaches if not person or breach_concerns(breach, person)),
    )


def deadlines(view: BoardView, today: str, *, within_days: int | None = None, person: str = "") -> tuple[Deadline, ...]:
    """Return every deadline: those overdue, then those of the next so many days (all, where None), the earliest first.

    What waits for a meeting that has no date yet comes last. With a `person` (a reference), only what that person hears
    of or may do something about, in whatever office, as a deputy too.
    """
    return _deadlines(view, today, "" if within_days is None else later(today, within_days), person)


def overdue(view: BoardView, kinds: Iterable[str], today: str) -> tuple[Deadline, ...]:
    """Return the records of these kinds that have been in their state for too long, the longest first."""
    reading = _Reading(view, today)
    late = (reading.found(record, passed) for record, passed in reading.timed(kinds) if passed.overdue)
    return reading.told(found for found in late if found)


def breach_concerns(breach: Breach, person: str) -> bool:
    """Whether a person must act on a breach, or has been told of it since."""
    raised = breach.escalation.actors if breach.escalation and breach.escalation.reached else ()
    return any(actor.reference == person for actor in (*breach.actors, *raised))


def _deadlines(view: BoardView, today: str, until: str, person: str) -> tuple[Deadline, ...]:
    reading = _Reading(view, today)
    near = (item for item in reading.timed() if not until or item[1].day <= until)
    told = (reading.found(record, passed, person) for record, passed in near)
    return reading.told(found for found in told if found)


class _Found(Value, frozen=True):
    """A deadline without the names: those are looked up for all at once."""

    record: Record
    due: Due
    move: Transition | None
    escalation: Escalated | None
    tell: Found
    by: Found
    to: Found

    def concerns(self, person: str) -> bool:
        """Whether a person hears of it, or may make the next step."""
        told = self.escalation is not None and self.escalation.reached and person in self.to
        return person in self.tell or person in self.by or told


class _Reading:
    """One look at all deadlines on a day; what several of them share is read once."""

    def __init__(self, view: BoardView, today: str) -> None:
        self._view, self._today = view, today
        self._meetings = Meetings(view)
        self._rules = Rules(view, today)
        self._steps: dict[tuple[str, ...], Transition | None] = {}

    def timed(self, kinds: Iterable[str] | None = None) -> Iterator[tuple[Record, Due]]:
        """Yield the records of these kinds (of all there ever were, where None) that have a deadline."""
        for names, states in self._states(kinds):
            for record in records_of(self._view.connection, names, states):
                found = due(self._view, record, self._today, self._meetings)
                if found:
                    yield record, found

    def _states(self, kinds: Iterable[str] | None) -> Iterator[tuple[tuple[str, ...], set[str]]]:
        """Yield names under which records are kept, with the states that set a deadline in any model."""
        if kinds is not None:
            for kind in kinds:
                workflows = (workflow for _, workflow in self._view.lived_by(kind))
                yield self._view.kinds_of(kind), {name for workflow in workflows for name in _with_deadline(workflow)}
            return
        known: dict[str, set[str]] = {}
        for model in self._view.models():
            for workflow in model.workflows.values():
                known.setdefault(workflow.name, set()).update(_with_deadline(workflow))
        for name, states in known.items():
            yield (name,), states

    def found(self, record: Record, passed: Due, person: str = "") -> _Found | None:
        """Return a deadline with the people concerned; None where `person` is not one of them."""
        workflow = self._view.workflow(record)
        scene = Scene(self._view, workflow, record, self._today)
        move = self._step(workflow, record)
        escalation, to = self._rules.for_deadline(record, passed.day) or (None, {})
        found = _Found(
            record=record,
            due=passed,
            move=move,
            escalation=escalation,
            tell=who_is_meant(self._view, scene, workflow.states[record.state].tell),
            by=who_is_meant(self._view, scene, move.by) if move else {},
            to=to,
        )
        return found if not person or found.concerns(person) else None

    def _step(self, workflow: Workflow, record: Record) -> Transition | None:
        """Return the next step, which is the same for all records of a workflow that stand alike."""
        key = (record.model, record.kind, record.state, record.previous)
        if key not in self._steps:
            self._steps[key] = next_move(workflow, record)
        return self._steps[key]

    def told(self, found: Iterable[_Found]) -> tuple[Deadline, ...]:
        """Return the deadlines as people read them, the earliest first."""
        several = sorted(found, key=lambda item: (item.due.day or _NEVER, item.record.reference))
        names = naming.names_of(self._view, [item.record for item in several])
        people = [part for item in several for part in (item.tell, item.by, item.to)]
        actors = iter(named_actors(self._view, people))
        return tuple(
            self._deadline(item, names.get(item.record.reference, ""), next(actors), next(actors), next(actors))
            for item in several
        )

    def _deadline(
        self, item: _Found, name: str, tell: tuple[Actor, ...], by: tuple[Actor, ...], to: tuple[Actor, ...]
    ) -> Deadline:
        record, workflow = item.record, self._view.workflow(item.record)
        state = workflow.states[record.state]
        raised = item.escalation
        return Deadline(
            kind=record.kind,
            kind_title=workflow.title,
            reference=record.reference,
            name=name,
            state=record.state,
            state_title=state.title,
            since=record.entered,
            due=item.due,
            who=all_in_words(self._view.model_of(record), workflow, state.tell, "and"),
            actors=tell,
            next=self._as_step(item),
            next_actors=by,
            escalation=msgspec.structs.replace(raised, actors=to) if raised else None,
        )

    def _as_step(self, item: _Found) -> Step | None:
        if item.move is None:
            return None
        record, workflow = item.record, self._view.workflow(item.record)
        return Step(
            kind=workflow.name,
            transition=item.move.name,
            title=item.move.title,
            command=f"{command(workflow.name, item.move.name)} {record.reference}",
            who=all_in_words(self._view.model_of(record), workflow, item.move.by),
        )


def _with_deadline(workflow: Workflow) -> list[str]:
    return [state.name for state in workflow.states.values() if state.within]
