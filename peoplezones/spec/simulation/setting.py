"""What a simulation is told: how much chance, how many, how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: Observed days in a stage, by kind and stage.
Durations = Mapping[tuple[str, str], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The same setting always gives the same simulation.

    `people` are those who are registered besides the journeys' own; `records` the main kind's records that are led
    along journeys; `days` how long it goes on; `whims` how often of a hundred times somebody asks for something on a
    whim between two steps, and once more after each whim.
    """

    model_folder: Path
    journey_folder: Path
    seed: int = 1
    people: int = 10
    records: int = 5
    days: int = 730
    whims: int = 25
    durations: Durations = field(default_factory=dict)
