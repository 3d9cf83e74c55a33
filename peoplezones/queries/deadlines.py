"""Every deadline of the Board on a day: what is overdue, what is coming, who hears of it, what can be done next.

A deadline is what a state says with `within`, of whatever kind the record is. `status` and `due` both ask here, so they
always agree.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from peoplezones.domain.record import Value
from peoplezones.domain.wording import all_in_words
from peoplezones.store.view import BoardView

from . import naming
from .breaches import Breach, all_breaches
from .due import Due, later
from .escalation import Escalated
from .needs import Step, command
from .people import Actor, named_actors
from .timed import Reading, Timed

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
    reading = Reading(view, today)
    return _told(view, (reading.concerning(record, late) for record, late in reading.timed(kinds) if late.overdue))


def breach_concerns(breach: Breach, person: str) -> bool:
    """Whether a person must act on a breach, or has been told of it since."""
    raised = breach.escalation.actors if breach.escalation and breach.escalation.reached else ()
    return any(actor.reference == person for actor in (*breach.actors, *raised))


def _deadlines(view: BoardView, today: str, until: str, person: str) -> tuple[Deadline, ...]:
    reading = Reading(view, today)
    near = (item for item in reading.timed() if not until or item[1].day <= until)
    found = (reading.concerning(record, passed) for record, passed in near)
    return _told(view, (item for item in found if not person or item.concerns(person)))


def _told(view: BoardView, found: Iterable[Timed]) -> tuple[Deadline, ...]:
    """Return the deadlines as people read them, the earliest first."""
    several = sorted(found, key=lambda item: (item.due.day or _NEVER, item.record.reference))
    names = naming.names_of(view, [item.record for item in several])
    actors = iter(named_actors(view, [part for item in several for part in (item.tell, item.by, item.to)]))
    return tuple(
        _deadline(view, item, names.get(item.record.reference, ""), next(actors), next(actors), next(actors))
        for item in several
    )


def _deadline(
    view: BoardView, item: Timed, name: str, tell: tuple[Actor, ...], by: tuple[Actor, ...], to: tuple[Actor, ...]
) -> Deadline:
    record, workflow = item.record, view.workflow(item.record)
    state, raised = workflow.states[record.state], item.escalation
    return Deadline(
        kind=record.kind,
        kind_title=workflow.title,
        reference=record.reference,
        name=name,
        state=record.state,
        state_title=state.title,
        since=record.entered,
        due=item.due,
        who=all_in_words(view.model_of(record), workflow, state.tell, "and"),
        actors=tell,
        next=_step(view, item),
        next_actors=by,
        escalation=msgspec.structs.replace(raised, actors=to) if raised else None,
    )


def _step(view: BoardView, item: Timed) -> Step | None:
    if item.move is None:
        return None
    record, workflow = item.record, view.workflow(item.record)
    return Step(
        kind=workflow.name,
        transition=item.move.name,
        title=item.move.title,
        command=f"{command(workflow.name, item.move.name)} {record.reference}",
        who=all_in_words(view.model_of(record), workflow, item.move.by),
    )
