"""`status`: the Board at a glance. What stands where, what it waits for, what is overdue, what is broken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from peoplezones.domain.record import Record, Value
from peoplezones.domain.workflow import State, Workflow
from peoplezones.store.reading import count_by_state, records_of
from peoplezones.store.view import BoardView

from .breaches import Breach, all_breaches
from .deadlines import Deadline, overdue
from .due import Due, due
from .naming import names_of
from .why import next_way

MOST_PER_STAGE = 12  # records of a stage that are listed; all are counted


class Waiting(Value, frozen=True):
    """A record of the main kind: since when it is there, and what it waits for next."""

    reference: str
    name: str
    since: str
    days: int
    due: Due | None
    next: str
    who: str
    unmet: tuple[str, ...]
    breaches: int


class Stage(Value, frozen=True):
    """One state of the main kind, with how many records are there and the first of them."""

    state: str
    title: str
    count: int
    records: tuple[Waiting, ...]


class Status(Value, frozen=True):
    """The Board as it stands on a day."""

    board: str
    name: str
    today: str
    model: str
    version: str
    main: str
    plural: str
    entries: int
    stages: tuple[Stage, ...]
    overdue: tuple[Deadline, ...]
    breaches: tuple[Breach, ...]


def status(view: BoardView, today: str) -> Status:
    """Return the Board at a glance."""
    model = view.model
    root = view.record(view.root)
    main = model.workflows[model.main]
    found = all_breaches(view, today)
    return Status(
        board=view.root,
        name=names_of(view, [root]).get(view.root, "") if root else "",
        today=today,
        model=model.title,
        version=model.version,
        main=main.name,
        plural=main.plural,
        entries=view.size,
        stages=tuple(_stages(view, main, found, today)),
        overdue=overdue(view, [model.main, *model.watch], today),
        breaches=found,
    )


def _stages(view: BoardView, main: Workflow, breaches: tuple[Breach, ...], today: str) -> Iterable[Stage]:
    kinds = view.kinds_of(main.name)
    counts = count_by_state(view.connection, kinds)
    for state in _states(view, main).values():
        if not counts.get(state.name):
            continue
        records = list(records_of(view.connection, kinds, [state.name], MOST_PER_STAGE))
        names = names_of(view, records)
        yield Stage(
            state=state.name,
            title=state.title,
            count=counts[state.name],
            records=tuple(_waiting(view, r, names.get(r.reference, ""), breaches, today) for r in records),
        )


def _states(view: BoardView, main: Workflow) -> dict[str, State]:
    """Return the states of the main kind, then those that only an earlier model has, by name."""
    earlier = (state for _, workflow in view.lived_by(main.name) for state in workflow.states.values())
    return {**main.states, **{state.name: state for state in earlier if state.name not in main.states}}


def _waiting(view: BoardView, record: Record, name: str, breaches: tuple[Breach, ...], today: str) -> Waiting:
    way = next_way(view, record, today)
    return Waiting(
        reference=record.reference,
        name=name,
        since=record.entered,
        days=(date.fromisoformat(today) - date.fromisoformat(record.entered)).days,
        due=due(view, record, today),
        next=way.title if way else "",
        who=way.who if way else "",
        unmet=tuple(need.needed for need in way.unmet) if way else (),
        breaches=sum(breach.record == record.reference for breach in breaches),
    )
