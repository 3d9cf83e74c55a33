"""`why`: what is needed next, what is there, who can do it. `plan`: everything between here and the goal."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from peoplezones.domain.errors import UnknownName, did_you_mean
from peoplezones.domain.graph import Step as GraphStep
from peoplezones.domain.graph import Walk, leaving
from peoplezones.domain.record import Record, Value
from peoplezones.domain.values import listed
from peoplezones.domain.workflow import Transition, Workflow
from peoplezones.store.view import BoardView

from .breaches import Breach, breaches_of
from .due import Due, due
from .naming import names_of
from .needs import Need, Step, command
from .owes import Owing, owes_of
from .ways import Way, arrived, moves_from, the_record, way_of


class Why(Value, frozen=True):
    """Where a record stands, and every transition that could come next (or the one that was asked about)."""

    kind: str
    reference: str
    name: str
    state: str
    state_title: str
    since: str
    ways: tuple[Way, ...]
    due: Due | None = None
    breaches: tuple[Breach, ...] = ()
    owes: tuple[Owing, ...] = ()
    final: bool = False


class Plan(Value, frozen=True):
    """The shortest way from here to the goal, each step as it stands today."""

    kind: str
    reference: str
    name: str
    state: str
    state_title: str
    goal: str
    goal_title: str
    reached: bool
    possible: bool
    steps: tuple[Way, ...] = ()
    breaches: tuple[Breach, ...] = ()


def why(view: BoardView, reference: str, today: str, transition: str = "") -> Why:
    """Return what each next transition needs. Raises UnknownName where there is no such record or transition."""
    record = the_record(view, reference)
    workflow = view.workflow(record)
    if transition:
        ways = [_asked_about(view, workflow, record, transition, today)]
    else:
        ways = [way_of(view, record, move, today) for move in _in_order(workflow, record)]
    return Why(
        kind=record.kind,
        reference=record.reference,
        name=names_of(view, [record]).get(record.reference, ""),
        state=record.state,
        state_title=workflow.states[record.state].title,
        since=record.entered,
        ways=tuple(ways),
        due=due(view, record, today),
        breaches=breaches_of(view, record, today),
        owes=owes_of(view, record, today),
        final=record.state in workflow.final,
    )


def _in_order(workflow: Workflow, record: Record) -> list[Transition]:
    """Return the transitions that can come next, the one on the shortest way to the goal first."""
    towards = _ways(workflow, record, [workflow.goal]) if workflow.goal else []
    first = towards[0][0].transition if towards else ""
    return sorted(moves_from(workflow, record), key=lambda move: move.name != first)


def _asked_about(view: BoardView, workflow: Workflow, record: Record, transition: str, today: str) -> Way:
    name = transition.replace("-", "_")
    move = workflow.transitions.get(name)
    if move is None or move.opening:
        known = [t.name.replace("_", "-") for t in workflow.transitions.values() if not t.opening]
        raise UnknownName(
            f"no transition of a {workflow.title} is called '{transition}'{did_you_mean(transition, known)}"
        )
    way = way_of(view, record, move, today)
    if way.now:
        return way
    return msgspec.structs.replace(way, needs=(_elsewhere(workflow, record, move), *way.needs))


def _elsewhere(workflow: Workflow, record: Record, move: Transition) -> Need:
    """Return the need to be at another stage, with the steps that lead from here to it."""
    titles = listed((f"'{workflow.states[name].title}'" for name in move.sources), "or")
    way = next(iter(_ways(workflow, record, move.sources)), None)
    first = workflow.transitions[way[0].transition] if way else None
    steps = () if first is None else (_step(workflow, first),)
    return Need(
        rule="state",
        held=False,
        needed=f"'{move.title}' is made at {titles}",
        clause=move.clause,
        leans=move.clause,
        found=f"{record.reference} is at '{workflow.states[record.state].title}'",
        steps=steps,
    )


def _step(workflow: Workflow, move: Transition) -> Step:
    return Step(
        kind=workflow.name,
        transition=move.name,
        title=move.title,
        command=command(workflow.name, move.name),
        who="",
    )


def _ways(workflow: Workflow, record: Record, states: Iterable[str]) -> list[list[GraphStep]]:
    """Return the shortest ways from where the record is to any of the states, the shortest first."""
    walked = Walk(workflow, leaving(workflow, (record.state, record.previous)))
    found = (walked.way_to(state) for state in states)
    return sorted((way for way in found if way), key=len)


def plan(view: BoardView, reference: str, today: str) -> Plan:
    """Return everything that stands between a record and the goal of its workflow."""
    record = the_record(view, reference)
    workflow = view.workflow(record)
    goal = workflow.goal
    reached = bool(goal) and record.state == goal
    ways = [] if reached or not goal else _ways(workflow, record, [goal])
    return Plan(
        kind=record.kind,
        reference=record.reference,
        name=names_of(view, [record]).get(record.reference, ""),
        state=record.state,
        state_title=workflow.states[record.state].title,
        goal=goal,
        goal_title=workflow.states[goal].title if goal else "",
        reached=reached,
        possible=reached or bool(ways),
        steps=tuple(_steps(view, record, [workflow.transitions[step.transition] for step in ways[0]], today))
        if ways
        else (),
        breaches=breaches_of(view, record, today),
    )


def _steps(view: BoardView, record: Record, moves: Iterable[Transition], today: str) -> list[Way]:
    """Return each step of a plan as it stands today, with what the steps before it ask for still to be given."""
    steps: list[Way] = []
    pending: set[str] = set()
    here = record
    for move in moves:
        way = way_of(view, record, move, today, at=here, pending=pending)
        steps.append(way)
        pending.update((*move.asks, *move.set))
        here = arrived(here, move, way.to, today)
    return steps


def next_way(view: BoardView, record: Record, today: str) -> Way | None:
    """Return the first step of the shortest way to the goal, or None where there is none."""
    move = next_move(view.workflow(record), record)
    return way_of(view, record, move, today) if move else None


def next_move(workflow: Workflow, record: Record) -> Transition | None:
    """Return the first transition of the shortest way to the goal, or None where there is none."""
    if not workflow.goal or record.state == workflow.goal:
        return None
    ways = _ways(workflow, record, [workflow.goal])
    return workflow.transitions[ways[0][0].transition] if ways else None
