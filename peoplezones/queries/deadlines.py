"""Every deadline of the Board on a day: what is overdue, what is coming, who hears of it, what can be done next.

A deadline is what a state says with `within`, of whatever kind the record is. `status` and `due` both ask here, so they
always agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value
from peoplezones.domain.wording import all_in_words
from peoplezones.domain.workflow import Transition, Workflow
from peoplezones.store.reading import records_of
from peoplezones.store.view import BoardView

from .due import Due, Meetings, due
from .naming import names_of
from .needs import Step, command
from .people import Actor, Found, named_actors, who_is_meant
from .ways import moves_from
from .why import next_move

_NEVER = "9999-12-31"  # sorts after every day: what has no day yet comes last


class Deadline(Value, frozen=True):
    """A record and the day by which it should leave its state.

    `since` is the day on which it got there. `who` and `actors` are those who hear of it, in words and by person;
    `next` is the step that would lead on, where there is one to name, and `next_actors` are those who may make it.
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


class _Found(Value, frozen=True):
    """A deadline without the names: those are looked up for all at once."""

    record: Record
    due: Due
    tell: Found
    move: Transition | None
    by: Found


def deadlines(view: BoardView, today: str, *, within_days: int | None = None, person: str = "") -> tuple[Deadline, ...]:
    """Return every deadline: those overdue, then those of the next so many days (all, where None), the earliest first.

    What waits for a meeting that has no date yet comes last. With a `person` (a reference), only what that person hears
    of or may do something about, in whatever office, as a deputy too.
    """
    timed = _timed(view, view.model.workflows, today, every=True)
    near = (item for item in timed if within_days is None or not item[1].day or item[1].days_left <= within_days)
    return _told(view, (found for record, passed in near if (found := _found(view, record, passed, today, person))))


def overdue(view: BoardView, kinds: Iterable[str], today: str) -> tuple[Deadline, ...]:
    """Return the records of these kinds that have been in their state for too long, the longest first."""
    late = (item for item in _timed(view, kinds, today) if item[1].overdue)
    return _told(view, (found for record, passed in late if (found := _found(view, record, passed, today))))


def _timed(view: BoardView, kinds: Iterable[str], today: str, *, every: bool = False) -> Iterator[tuple[Record, Due]]:
    """Yield the records of these kinds (and, with `every`, of earlier models' own) that have a deadline."""
    meetings = Meetings(view)
    for names, states in _states(view, kinds, every=every):
        for record in records_of(view.connection, names, states):
            found = due(view, record, today, meetings)
            if found:
                yield record, found


def _states(view: BoardView, kinds: Iterable[str], *, every: bool) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Yield the names under which records of a kind are kept, with the states that set a deadline in any model."""
    seen: set[str] = set()
    for kind in kinds:
        lived_by = [workflow for _, workflow in view.lived_by(kind)]
        names = view.kinds_of(kind)
        seen.update(names)
        yield names, {state for workflow in lived_by for state in _with_deadline(workflow)}
    for model in view.models() if every else ():
        for workflow in model.workflows.values():
            if workflow.name not in seen:
                yield (workflow.name,), set(_with_deadline(workflow))


def _with_deadline(workflow: Workflow) -> list[str]:
    return [state.name for state in workflow.states.values() if state.within]


def _found(view: BoardView, record: Record, passed: Due, today: str, person: str = "") -> _Found | None:
    """Return a deadline with the people concerned; None where `person` is not one of them."""
    workflow = view.workflow(record)
    scene = Scene(view, workflow, record, today)
    move = _step(workflow, record)
    tell = who_is_meant(view, scene, workflow.states[record.state].tell)
    by = who_is_meant(view, scene, move.by) if move else {}
    if person and person not in tell and person not in by:
        return None
    return _Found(record=record, due=passed, tell=tell, move=move, by=by)


def _step(workflow: Workflow, record: Record) -> Transition | None:
    """Return the step towards the goal; without a goal, the only one that leads anywhere else, if there is but one."""
    towards = next_move(workflow, record)
    if towards or workflow.goal:
        return towards
    away = [move for move in moves_from(workflow, record) if move.to not in ("same", record.state)]
    return away[0] if len(away) == 1 else None


def _told(view: BoardView, found: Iterable[_Found]) -> tuple[Deadline, ...]:
    several = sorted(found, key=lambda item: (item.due.day or _NEVER, item.record.reference))
    names = names_of(view, [item.record for item in several])
    tell = named_actors(view, [item.tell for item in several])
    by = named_actors(view, [item.by for item in several])
    return tuple(
        _deadline(view, item, names.get(item.record.reference, ""), hearing, acting)
        for item, hearing, acting in zip(several, tell, by, strict=True)
    )


def _deadline(
    view: BoardView, item: _Found, name: str, hearing: tuple[Actor, ...], acting: tuple[Actor, ...]
) -> Deadline:
    record, workflow = item.record, view.workflow(item.record)
    state = workflow.states[record.state]
    model = view.model_of(record)
    return Deadline(
        kind=record.kind,
        kind_title=workflow.title,
        reference=record.reference,
        name=name,
        state=record.state,
        state_title=state.title,
        since=record.entered,
        due=item.due,
        who=all_in_words(model, workflow, state.tell, "and") if state.tell else "",
        actors=hearing,
        next=Step(
            kind=workflow.name,
            transition=item.move.name,
            title=item.move.title,
            command=f"{command(workflow.name, item.move.name)} {record.reference}",
            who=all_in_words(model, workflow, item.move.by),
        )
        if item.move
        else None,
        next_actors=acting,
    )
