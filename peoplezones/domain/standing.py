"""Standing conditions that no longer hold: which, since when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from .facts import Scene
from .record import Holding, Outcome, Record, View
from .rules import judge_guard
from .through import Through
from .workflow import Guard, Standing, Workflow

_DAY = timedelta(days=1)
_LENGTH = len("2019-11-05")


def broken(view: View, record: Record, day: str) -> list[tuple[Standing, Outcome]]:
    """Return the standing conditions of the record that do not hold on that day, with how they came out."""
    workflow = view.workflow(record)
    if not any(record.state in standing.states for standing in workflow.standing):
        return []
    scene = Scene(view, workflow, record, day)
    model = view.model_of(record)
    judged = ((s, judge_guard(scene, model, s.guard)) for s in workflow.standing if record.state in s.states)
    return [(standing, outcome) for standing, outcome in judged if not outcome.held]


def since_when(view: View, record: Record, standing: Standing, day: str) -> str:
    """Return the first day of the run of days up to `day` on which the condition does not hold.

    The records are taken as they stand, so that only the passing of time makes a difference. Looks no further back than
    the day on which the record entered its state. An office may begin as well as end, so bisection would not do; but a
    condition can only come out differently on either side of a date that was looked at, so whole runs are stepped over.
    """
    workflow = view.workflow(record)
    seen = Dated(view, record)
    kinds = (*view.model_of(record).workflows.values(), *view.model.workflows.values())
    daily = _counts_days(kinds, standing.guard)
    found, first = date.fromisoformat(day), date.fromisoformat(record.entered)
    while found > first:
        earlier = found - _DAY
        if judge_guard(Scene(seen, workflow, record, earlier.isoformat()), view.model_of(record), standing.guard).held:
            break
        found = earlier if daily else max(first, seen.change_before(earlier))
    return found.isoformat()


def _counts_days(kinds: Iterable[Workflow], guard: Guard) -> bool:
    """Whether a rule may come to look at a number of days, in whatever kind: it comes out differently day by day."""
    tests = (*guard.tests, *guard.when)
    waiting = {test.fact for test in tests} | {operand.fact for test in tests for operand in test.operands}
    facts = [fact for kind in kinds for fact in kind.facts.values()]
    known: set[str] = set()
    while waiting:
        known |= waiting
        looked_at = [fact for fact in facts if fact.name in waiting]
        if any(fact.head == "days_since" for fact in looked_at):
            return True
        ends = {name for fact in looked_at for name in (fact.share_of, fact.share_in, *fact.path[-1:])}
        ends |= {operand.fact for fact in looked_at for where in fact.where for operand in where.operands}
        waiting = ends - known
    return False


class Dated(Through):
    """A `View` that takes down every date which the rules may have looked at."""

    def __init__(self, view: View, record: Record) -> None:
        super().__init__(view)
        self._changes: set[date] = {date.min}
        self._note_record(record)

    def change_before(self, day: date) -> date:
        """Return the last day up to `day` on which a comparison with a date could begin to come out differently."""
        return max(change for change in self._changes if change <= day)

    def _note(self, text: Any) -> None:
        if isinstance(text, str) and len(text) == _LENGTH:
            with suppress(ValueError):  # a text of ten letters that is no date
                found = date.fromisoformat(text)
                self._changes |= {found, found + _DAY}

    def _note_record(self, record: Record) -> None:
        for value in (record.entered, *record.fields.values()):
            self._note(value)

    def _noted(self, holdings: Sequence[Holding]) -> Sequence[Holding]:
        for holding in holdings:
            self._note(holding.since)
            self._note(holding.until)
        return holdings

    def record(self, reference: str) -> Record | None:
        """The record, its dates taken down."""
        found = self._view.record(reference)
        if found is not None:
            self._note_record(found)
        return found

    def offices_of(self, person: str) -> Sequence[Holding]:
        """Every office that the person holds or held, its dates taken down."""
        return self._noted(self._view.offices_of(person))

    def holders(self, office: str, scope: str) -> Sequence[Holding]:
        """Everyone who holds or held the office, with the dates taken down."""
        return self._noted(self._view.holders(office, scope))
