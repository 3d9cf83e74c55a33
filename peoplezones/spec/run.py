"""Trying features without pytest: what the tools of the model use, where the same scenario is tried many times.

The files are parsed by pytest-bdd, so that both read them alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pytest_bdd.parser import Scenario, Step

from peoplezones.domain.errors import UsageError

from .feature_reading import features_in
from .observed import Sighting
from .specification import Specification
from .vocabulary import DEFINITIONS, Definition
from .world import World

Act = Callable[[World], None]


class StepUnknown(UsageError):
    """A step that nobody has defined."""


def scenarios_in(folder: Path) -> Iterator[Scenario]:
    """Yield every scenario of the features in a folder, each row of examples on its own. Raises FeaturesInvalid."""
    for feature in features_in(folder):
        for template in feature.scenarios.values():
            contexts = [context for examples in template.examples for context in examples.as_contexts()]
            for context in contexts or [{}]:
                yield template.render(context)


def scenario_id(scenario: Scenario) -> str:
    """Return what tells a scenario from all others: its file, line and steps (which differ between examples)."""
    steps = " / ".join(f"{step.name}{step.datatable.raw() if step.datatable else ''}" for step in scenario.steps)
    return f"{scenario.feature.filename}:{scenario.line_number}: {steps}"


def matching(step: Step) -> list[tuple[Definition, re.Match[str]]]:
    """Return the definitions that a step matches; there should be exactly one."""
    found = ((d, d.pattern.fullmatch(step.name)) for d in DEFINITIONS if step.type in d.keywords)
    return [(definition, match) for definition, match in found if match]


def try_scenario(
    specification: Specification, scenario: Scenario, begin: Callable[[Step], object] | None = None
) -> frozenset[Sighting]:
    """Try a scenario on a Board of its own, and return what it has shown itself; all that was seen is kept by scenario.

    `begin` is called with each step before it is taken. Raises what the step that fails raises.
    """
    acts = [_begun(step, begin) for step in scenario.steps]
    seen, shown = take(specification, acts)
    specification.seen[scenario_id(scenario)] = seen
    return shown


def _begun(step: Step, begin: Callable[[Step], object] | None) -> Act:
    def act(world: World) -> None:
        if begin:
            begin(step)
        understood(step)(world)

    return act


def understood(step: Step) -> Act:
    """Return what a step does, ready to be done again and again. Raises StepUnknown."""
    definitions = matching(step)
    if not definitions:
        raise StepUnknown(f"no step is defined as: {step.type} {step.name}")
    definition, match = definitions[0]
    values: dict[str, Any] = match.groupdict()
    if step.datatable is not None:
        values["datatable"] = step.datatable.raw()
    return partial(definition.act, **values)


def take(specification: Specification, acts: Iterable[Act]) -> tuple[frozenset[Sighting], frozenset[Sighting]]:
    """Do what steps do on a Board of its own; return all that was seen, and what they have shown themselves.

    Raises what the step that fails raises.
    """
    world = World(specification, specification.room / "trial.db")
    try:
        for act in acts:
            act(world)
        world.all_heard()
        return frozenset(world.seen), frozenset(world.shown)
    finally:
        world.close()
