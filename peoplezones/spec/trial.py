"""One scenario, tried: whether it holds; or which step failed, and what was seen instead."""

from __future__ import annotations

from pathlib import Path

import msgspec
from pytest_bdd.parser import Scenario, Step

from peoplezones.domain.errors import PeopleZonesError

from .observed import Sighting
from .run import try_scenario
from .soundness import clauses_of
from .specification import Specification


class Tale(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A step as it is written: its keyword, its words, its table."""

    keyword: str
    words: str
    line: int
    table: tuple[tuple[str, ...], ...] = ()


class Trial(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A scenario and how it came out: it `failed` at a step, with what was seen `instead`, or holds.

    `file` is named from the folder of features; `shown` is what its own requests have shown, `clauses` what it is
    tagged with, be it by its rule or feature.
    """

    file: str
    line: int
    feature: str
    name: str
    about: str = ""  # what the feature says of itself
    rule: str = ""
    clauses: tuple[str, ...] = ()
    steps: tuple[Tale, ...] = ()
    failed: Tale | None = None
    instead: str = ""
    shown: tuple[Sighting, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it holds."""
        return self.failed is None

    @property
    def place(self) -> str:
        """File and line, as people and editors name a place."""
        return f"{self.file}:{self.line}"


def attempt(specification: Specification, scenario: Scenario, folder: Path) -> Trial:
    """Try a scenario of the features in a folder."""
    begun: list[Step] = []
    shown: frozenset[Sighting] = frozenset()
    instead = ""
    try:
        shown = try_scenario(specification, scenario, begun.append)
    except (AssertionError, PeopleZonesError) as error:
        instead = str(error) or type(error).__name__
    found = as_written(scenario, folder)
    failed = _tale(begun[-1]) if instead else None
    return msgspec.structs.replace(found, failed=failed, instead=instead, shown=tuple(sorted(shown)))


def as_written(scenario: Scenario, folder: Path) -> Trial:
    """Return a scenario of the features in a folder as it is written, untried."""
    return Trial(
        file=Path(scenario.feature.filename).relative_to(folder.absolute()).as_posix(),
        line=scenario.line_number,
        feature=scenario.feature.name,
        about=" ".join(scenario.feature.description.split()),
        rule=scenario.rule.name if scenario.rule else "",
        name=scenario.name,
        clauses=tuple(sorted(clauses_of(scenario))),
        steps=tuple(_tale(step) for step in scenario.steps),
    )


def _tale(step: Step) -> Tale:
    table = tuple(tuple(str(cell) for cell in row) for row in step.datatable.raw()) if step.datatable else ()
    return Tale(keyword=step.keyword.strip(), words=step.name, line=step.line_number, table=table)
