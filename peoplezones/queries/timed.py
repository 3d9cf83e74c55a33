"""Which records have a deadline, and whom each concerns: without names, which are looked up for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value
from peoplezones.domain.workflow import Transition, Workflow
from peoplezones.store.reading import records_of
from peoplezones.store.view import BoardView

from .due import Due, due
from .escalation import Escalated, Rules
from .meetings import Meetings
from .people import Found, who_is_meant
from .why import next_move


class Timed(Value, frozen=True):
    """A record with its deadline: the step towards its goal, how it is escalated, and the people concerned.

    `tell` are those who hear of it, `by` those who may make the step, `to` those to whom it is escalated.
    """

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


class Reading:
    """One look at all deadlines on a day; what several of them share is read once."""

    def __init__(self, view: BoardView, today: str) -> None:
        self.view, self.today = view, today
        self.meetings = Meetings(view)
        self._rules = Rules(view, today)
        self._steps: dict[tuple[str, ...], Transition | None] = {}

    def timed(self, kinds: Iterable[str] | None = None) -> Iterator[tuple[Record, Due]]:
        """Yield the records of these kinds (of all there ever were, where None) that have a deadline."""
        for record in self.records(kinds):
            found = due(self.view, record, self.today, self.meetings)
            if found:
                yield record, found

    def records(self, kinds: Iterable[str] | None = None) -> Iterator[Record]:
        """Yield the records whose state may set a deadline, be it one that has no day now."""
        for names, states in self._states(kinds):
            yield from records_of(self.view.connection, names, states)

    def _states(self, kinds: Iterable[str] | None) -> Iterator[tuple[tuple[str, ...], set[str]]]:
        """Yield names under which records are kept, with the states that set a deadline in any model."""
        if kinds is not None:
            for kind in kinds:
                workflows = (workflow for _, workflow in self.view.lived_by(kind))
                yield self.view.kinds_of(kind), {name for workflow in workflows for name in _with_deadline(workflow)}
            return
        known: dict[str, set[str]] = {}
        for model in self.view.models():
            for workflow in model.workflows.values():
                known.setdefault(workflow.name, set()).update(_with_deadline(workflow))
        for name, states in known.items():
            yield (name,), states

    def concerning(self, record: Record, passed: Due) -> Timed:
        """Return a deadline with the people concerned."""
        workflow = self.view.workflow(record)
        scene = Scene(self.view, workflow, record, self.today)
        move = self._step(workflow, record)
        escalation, to = self._rules.for_deadline(record, passed.day) or (None, {})
        return Timed(
            record=record,
            due=passed,
            move=move,
            escalation=escalation,
            tell=who_is_meant(self.view, scene, workflow.states[record.state].tell),
            by=who_is_meant(self.view, scene, move.by) if move else {},
            to=to,
        )

    def _step(self, workflow: Workflow, record: Record) -> Transition | None:
        """Return the next step, which is the same for all records of a workflow that stand alike."""
        key = (record.model, record.kind, record.state, record.previous)
        if key not in self._steps:
            self._steps[key] = next_move(workflow, record)
        return self._steps[key]


def _with_deadline(workflow: Workflow) -> list[str]:
    return [state.name for state in workflow.states.values() if state.within]
