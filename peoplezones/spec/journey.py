"""What a journey is: a declared recipe of requests that leads one record through its workflow.

Plain values, the same for every kind; `load_journeys` reads them from `features/journeys/*.yaml` and checks them
against the model, and `Walk` carries them out. How to write one: `docs/features.md`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from peoplezones.domain.workflow import PREVIOUS, SAME, Model

#: What stands for the name that the journey is walked for.
NAME = "$name"

#: What stands, in what is told, for a fact of a record as it is then: `{board unfilled}`.
SHOWN = re.compile(r"\{(?P<alias>[^{}]+) (?P<fact>\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One request: who asks (`actor`), for what, of which record, with which values, so many days after the one before.

    One with a `day` waits for that day, unless it is past already.
    Values are as people write them; `$alias` stands for a record, `$name` for the name, and in a date field `+3` for
    three days after the step. `save` is the alias of the record that it opens, `opened` those of further ones.
    An act (`kind` is `act`) adopts the model that `values` names, or brings a record, or all of them, over to it.
    A step with `refused` must be refused, by exactly these rules. `chapter` and `tell` are for whoever tells the story.
    """

    actor: str
    kind: str
    transition: str
    record: str = ""
    values: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    days: int = 0
    day: str = ""
    enters: str = ""
    document: str = ""
    save: str = ""
    opened: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    chapter: str = ""
    tell: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """A journey that comes before: which, for what name, and until what state of its record (else to its end)."""

    journey: str
    name: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A recipe of requests. One without `after` begins a Board, on day `on`, with what `founders` give."""

    name: str
    title: str
    kind: str
    record: str
    called: str
    steps: tuple[Step, ...]
    after: tuple[After, ...] = ()
    on: str = ""
    founders: Mapping[str, str] = field(default_factory=dict)
    try_next: tuple[str, ...] = ()  # commands that somebody who has walked it may want to give
    model: str = ""  # the earlier model under which it begins, where that is not the one that its folder is about


def states_reached(model: Model, journeys: Mapping[str, Journey], journey: Journey) -> list[tuple[int, str]]:
    """Return, for each step that moves the journey's record, its place among the steps and the state it leads to.

    A journey that begins under an earlier model is only ever walked to its end.
    """
    if journey.model:
        return _founded(model, journey)
    state = previous = _state_before(model, journeys, journey)
    found = []
    for place, step in enumerate(journey.steps):
        if step.refused or not step.kind or step.kind != journey.kind or journey.record not in (step.save, step.record):
            continue
        to = model.workflows[step.kind].transitions[step.transition].to
        if to == PREVIOUS:
            state, previous = previous, state
        elif to not in (SAME, state):
            state, previous = to, state
        found.append((place, state))
    return found or _founded(model, journey)


def _founded(model: Model, journey: Journey) -> list[tuple[int, str]]:
    """Return where the founding act leaves the journey's record: there it still is when all steps have been walked."""
    return [
        (len(journey.steps) - 1, model.workflows[part.kind].transitions[part.transition].to)
        for part in model.founding.opens
        if journey.on and part.alias == journey.record
    ]


def _state_before(model: Model, journeys: Mapping[str, Journey], journey: Journey) -> str:
    """Return the state in which the journeys before this one leave its record, or "" where they do not open it."""
    for earlier in reversed(journey.after):
        other = journeys.get(earlier.journey)
        if other is not None and other.kind == journey.kind and other.record == journey.record:
            reached = states_reached(model, journeys, other)
            return earlier.until or (reached[-1][1] if reached else "")
    return ""
