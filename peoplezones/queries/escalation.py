"""Escalation: to whom a deadline that has passed, or a breach that goes on, is told next, and on which day."""

from __future__ import annotations

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value
from peoplezones.domain.wording import all_in_words
from peoplezones.domain.workflow import Deadline, Escalation
from peoplezones.store.view import BoardView

from .due import holidays_unknown, later, working_days_after
from .people import Actor, Found, who_is_meant


class Escalated(Value, frozen=True):
    """Who else hears, from which day on, and whether that day has come; `note` says what is not certain about it."""

    day: str
    reached: bool
    who: str
    actors: tuple[Actor, ...] = ()
    note: str = ""


class Rules:
    """What the model in force and the states say of escalation; whom the Board's own rule means is found out once."""

    def __init__(self, view: BoardView, today: str) -> None:
        self._view, self._today = view, today
        self._of_board: Found | None = None

    def for_deadline(self, record: Record, day: str) -> tuple[Escalated, Found] | None:
        """Return how a deadline on a day is escalated, and to whom; None where there is no day or nobody hears."""
        state = self._view.workflow(record).states.get(record.state)
        if state is None or state.escalate is None:
            return self.for_breach(day)
        scene = Scene(self._view, self._view.workflow(record), record, self._today)
        words = all_in_words(self._view.model_of(record), scene.workflow, state.escalate.to, "and")
        found = self._escalated(state.escalate, day, words)
        return (found, who_is_meant(self._view, scene, state.escalate.to)) if found else None

    def for_breach(self, since: str) -> tuple[Escalated, Found] | None:
        """Return how a breach since a day is escalated, and to whom: by the rule of the model in force."""
        rule, root = self._view.model.escalation, self._view.record(self._view.root)
        if rule is None or root is None:
            return None
        workflow = self._view.workflow(root)
        found = self._escalated(rule, since, all_in_words(self._view.model, workflow, rule.to, "and"))
        if found and self._of_board is None:
            self._of_board = who_is_meant(self._view, Scene(self._view, workflow, root, self._today), rule.to)
        return (found, self._of_board or {}) if found else None

    def _escalated(self, rule: Escalation, day: str, words: str) -> Escalated | None:
        if not (day and rule.to and rule.after):
            return None
        told, note = _after(day, rule.after)
        return Escalated(day=told, reached=told <= self._today, who=words, note=note)


def _after(day: str, delay: Deadline) -> tuple[str, str]:
    """Return the day so long after a day, and what is not certain about it."""
    if delay.kind == "days":
        return later(day, delay.days), ""
    told = working_days_after(day, delay.days)
    return told, holidays_unknown(day, told)
