"""Leading many records along journeys at the same time: whose turn it is, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from peoplezones.domain.workflow import Model
from peoplezones.spec.journey import Journey
from peoplezones.spec.walk import Walk, beginning_of
from peoplezones.spec.way import end_of, way

from .setting import Durations

TRIES = 4  # how often a step is asked for before its record is left where it is
_MEETINGS = 28  # days between meetings of the Board, where a stage lasts until the next

Task = tuple[Journey, str, int]  # a step: of which journey, walked for which name, at which place


@dataclass(slots=True, order=True)
class Turn:
    """Somebody's next step and the day on which it is due; the earliest goes first, then whoever began first."""

    day: int
    number: int
    tasks: list[Task] = field(compare=False)
    refused: int = field(default=0, compare=False)


def tasks_of(walk: Walk, journey: Journey, name: str, until: str = "") -> Iterator[Task]:
    """Yield the steps of a journey walked for a name, those of the journeys before it first."""
    end = end_of(walk.model, walk.journeys, journey, until)
    for here, of, place in way(walk.model, walk.journeys, journey, name, end, {}):
        yield walk.journeys[here], of, place


def begun(walk: Walk, chance: Random, records: int) -> list[Turn]:
    """Return a turn for each record of the main kind that is led, and one for each journey of another kind."""
    every = walk.journeys
    known = [j for j in every.values() if not j.on and not beginning_of(every, j).model]  # of this model from the first
    main = [journey for journey in known if journey.kind == walk.board.model.main]
    led = [(chance.choice(main), f"Simulated {number} Example") for number in range(1, records + 1)] if main else []
    led += [(journey, f"{journey.called} (simulated)") for journey in known if journey not in main]
    return [
        Turn(chance.randrange(30), number, list(tasks_of(walk, journey, name)))
        for number, (journey, name) in enumerate(led)
    ]


def shared_by_many(turns: Iterable[Turn]) -> frozenset[tuple[str, str]]:
    """Return the journeys, each with the name that it is walked for, which more than one depend on."""
    counts = Counter(key for turn in turns for key in {(journey.name, name) for journey, name, _ in turn.tasks})
    return frozenset(key for key, count in counts.items() if count > 1)


def still_to_do(walk: Walk, turn: Turn) -> Task | None:
    """Return the next step that nobody has taken; those that another record shared are passed over."""
    while turn.tasks:
        journey, name, place = turn.tasks[0]
        if walk.progress.steps.get((journey.name, name), 0) <= place:
            return turn.tasks[0]
        turn.tasks.pop(0)
    return None


def waiting(model: Model, chance: Random, kind: str, state: str, days: int, durations: Durations) -> int:
    """Return how many days pass before the next step.

    As many as were observed in that stage, where any were. Else what the journey says and some more: as much again as
    the stage's deadline allows at most, and now and then beyond it; a week where it has none.
    """
    observed = durations.get((kind, state))
    if observed:
        return chance.choice(observed)
    known = model.workflows[kind].states.get(state)
    within = known.within if known else None
    limit = (within.days or _MEETINGS) if within else 7
    return days + round(chance.triangular(0, 1.3 * limit, 0.2 * limit))
