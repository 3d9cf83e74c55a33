"""The way that leads somewhere: which journey, how far, and every step of it and of those before, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peoplezones.domain.errors import UnknownName, did_you_mean
from peoplezones.domain.wording import with_article
from peoplezones.domain.workflow import Model

from .journey import NAME, After, Journey, states_reached

Stop = tuple[str, str, int]  # a journey, the name that it is walked for, the place of one of its steps
Steps = Mapping[tuple[str, str], int]  # how far each journey has been walked for each name


def until_state(model: Model, journeys: Mapping[str, Journey], kind: str, state: str) -> tuple[Journey, int]:
    """Return the journey that leads records of a kind to a state, and after how many steps. Raises UnknownName."""
    for journey in _of(journeys, kind):
        if any(reached == state for _, reached in states_reached(model, journeys, journey)):
            return journey, end_of(model, journeys, journey, state)
    raise UnknownName(f"no journey leads {with_article(kind)} to '{state}'; write one in features/journeys")


def before_move(journeys: Mapping[str, Journey], kind: str, transition: str) -> tuple[Journey, int]:
    """Return the journey in which a record of a kind makes a transition, and how many steps come before it."""
    for journey in _of(journeys, kind):
        for place, step in enumerate(journey.steps):
            if (step.kind, step.transition, step.record) == (kind, transition, journey.record):
                return journey, place
    raise UnknownName(f"no journey makes the transition '{transition}' of a {kind}")


def _of(journeys: Mapping[str, Journey], kind: str) -> list[Journey]:
    """Return the journeys that lead records of the kind, the one that has its name first."""
    found = [journey for journey in journeys.values() if journey.kind == kind]
    if not found:
        raise UnknownName(f"no journey leads {with_article(kind)}{did_you_mean(kind, journeys)}")
    return sorted(found, key=lambda journey: (journey.name != kind, journey.name))


def end_of(model: Model, journeys: Mapping[str, Journey], journey: Journey, until: str = "") -> int:
    """Return after how many steps of a journey its record first reaches a state; all, where none is named."""
    places = states_reached(model, journeys, journey)
    return next((place + 1 for place, state in places if state == until != ""), len(journey.steps))


def named(before: After, earlier: Journey, name: str) -> str:
    """Return the name for which an earlier journey is walked."""
    return before.name.replace(NAME, name) or earlier.called


def way(
    model: Model, journeys: Mapping[str, Journey], journey: Journey, name: str, end: int, walked: Steps
) -> list[Stop]:
    """Return the steps that are still to be taken to come so far with a journey, those of earlier ones first."""
    return list(_ahead(model, journeys, journey, name, end, dict(walked)))


def _ahead(
    model: Model,
    journeys: Mapping[str, Journey],
    journey: Journey,
    name: str,
    end: int,
    walked: dict[tuple[str, str], int],
) -> Iterator[Stop]:
    for before in journey.after:
        earlier = journeys[before.journey]
        far = end_of(model, journeys, earlier, before.until)
        yield from _ahead(model, journeys, earlier, named(before, earlier, name), far, walked)
    here = (journey.name, name)
    for place in range(walked.get(here, 0), end):
        walked[here] = place + 1
        yield journey.name, name, place
