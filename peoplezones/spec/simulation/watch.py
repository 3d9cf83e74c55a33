"""Checks after every step that trust nothing that the writer noted: each rule is looked at anew, on every record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peoplezones.app import Board
from peoplezones.domain.facts import Scene
from peoplezones.domain.history import standing_moves
from peoplezones.domain.record import AMEND, Decision, Move, Record
from peoplezones.domain.rules import judge_guard
from peoplezones.domain.workflow import PREVIOUS, Promise, Workflow
from peoplezones.store.workspace import Workspace

Condition = tuple[str, str]  # reference of a record, id of one of its standing conditions


class Watch:
    """Sees after each step whether standing conditions hold or are noted as breached, and whether promises are kept."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._day = ""  # of the last look
        self._by_time: set[Condition] = set()  # what only the passing of days has broken or mended since it was noted
        self.looked_at = 0

    def look(self, today: str, decision: Decision | None = None) -> list[str]:
        """Return what is wrong now; `decision` is what was answered since the last look."""
        with self._board.view() as view:
            wrong = list(self._conditions(view, today))
            if decision is not None and decision.moved:
                wrong += _unguarded(view, decision)
                for reference in (decision.reference, *decision.opened):
                    wrong += _promises(view, reference)
        self._day = today
        return wrong

    def _conditions(self, view: Workspace, today: str) -> Iterator[str]:
        """Yield where the table of breaches and the conditions as they come out now disagree, time alone excepted."""
        for kind, workflow in view.model.workflows.items():
            for reference in view.records_in(kind, frozenset()) if workflow.standing else ():
                record = view.record(reference)
                assert record is not None
                yield from self._of_record(view, record, today)

    def _of_record(self, view: Workspace, record: Record, today: str) -> Iterator[str]:
        noted = set(view.breaches(record.reference))
        workflow = view.workflow(record)
        for standing in workflow.standing:
            name = standing.guard.id
            fails = record.state in standing.states and self._fails(view, workflow, record, name, today)
            if fails == (name in noted):
                self._by_time.discard((record.reference, name))
            elif not self._time_alone(view, workflow, record, name, fails):
                said = "does not hold, and no breach is noted" if fails else "holds, and a breach is noted"
                yield f"{record.reference} at '{workflow.states[record.state].title}': '{name}' {said}"

    def _fails(self, view: Workspace, workflow: Workflow, record: Record, name: str, day: str) -> bool:
        self.looked_at += 1
        guard = next(standing.guard for standing in workflow.standing if standing.guard.id == name)
        return not judge_guard(Scene(view, workflow, record, day), view.model, guard).held

    def _time_alone(self, view: Workspace, workflow: Workflow, record: Record, name: str, fails: bool) -> bool:
        """Whether the condition came out the other way, as things stand, on the day of the last look."""
        condition = (record.reference, name)
        if condition in self._by_time:
            return True
        if self._day and self._fails(view, workflow, record, name, self._day) != fails:
            self._by_time.add(condition)
            return True
        return False


def _promises(view: Workspace, reference: str) -> Iterator[str]:
    record = view.record(reference)
    if record is None:
        return
    workflow = view.workflow(record)
    made = [move for move in standing_moves(view.moves(reference)) if move.transition != AMEND]
    for promise in workflow.promises:
        if promise.kind == "only_after" and promise.state == record.state:
            yield from _order(record, workflow, promise, made)
        elif promise.kind == "apart":
            yield from _apart(record, promise, made)


def _order(record: Record, workflow: Workflow, promise: Promise, made: Sequence[Move]) -> Iterator[str]:
    """Yield states that the record's history should show before the one that it is in, and does not."""
    states = [move.to for move in made]
    before = set(states[: states.index(promise.state)]) if promise.state in states else set(states)
    for state in promise.states:
        if state not in before:
            titles = workflow.states[promise.state].title, workflow.states[state].title
            yield f"{record.reference} is at '{titles[0]}' and never was at '{titles[1]}' (promise '{promise.id}')"


def _apart(record: Record, promise: Promise, made: Sequence[Move]) -> Iterator[str]:
    makers = [{move.actor for move in made if move.transition == name} for name in promise.transitions]
    for person in sorted(set.intersection(*makers)) if makers else ():
        yield f"{record.reference}: {person} made both {' and '.join(promise.transitions)} (promise '{promise.id}')"


def _unguarded(view: Workspace, decision: Decision) -> Iterator[str]:
    """Yield rules that a promise says every entry goes through, and that nobody asked on this one."""
    workflow = view.model.workflows[decision.kind]
    move = workflow.transitions.get(decision.transition)
    if move is None or move.to == PREVIOUS or decision.to == decision.source:
        return
    met = {outcome.rule for outcome in decision.outcomes if outcome.held and not outcome.record}
    for promise in workflow.promises:
        if promise.kind == "only_with" and promise.state == decision.to:
            for guard in promise.guards:
                if guard not in met:
                    where = workflow.states[decision.to].title
                    yield f"{decision.reference} came to '{where}' without '{guard}' (promise '{promise.id}')"
