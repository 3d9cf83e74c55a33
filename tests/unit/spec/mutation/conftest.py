"""A society with an allotment, a feature that tells its rules, and runs of mutants on both."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from peoplezones.spec.mutation.report import Report
from peoplezones.spec.mutation.running import report_on

ALLOTMENT = Path(__file__).parents[3] / "models" / "allotment"

SOCIETY = """
journey: society
title: A society with its chair
kind: society
record: society
begins: {on: 2020-01-06, board: Example Society, secretary: Sam Example}
steps:
  - {as: secretary, do: person register, with: {name: Ada Example}, save: chair}
  - {as: secretary, do: post appoint, with: {office: chair, person: $chair, body: $society}, save: chair's post}
  - {as: secretary, do: person register, with: {name: Kim Example}, save: member}
"""
PLOT = """
journey: plot
title: A plot until it is planted
kind: plot
record: plot
name: Example end
after: society
steps:
  - {as: member, do: plot propose, with: {name: $name}, save: plot, on: +2}
  - {as: secretary, do: plot ask, for: plot, with: {members: [$member]}, opened: [pledge]}
  - {as: secretary, do: post appoint, with: {office: warden, person: $member, body: $plot}, save: warden's post}
  - {as: member, do: pledge pledge, for: pledge, with: {hours: "10"}}
  - {as: chair, do: plot plant, for: plot}
"""
HOURS = """
  Scenario: Nine hours are not enough
    Given the plot "Example end" is at "Pledges asked for"
    And the secretary has been able to "Appoint"
      | Office | warden      |
      | Person | the member  |
      | Of     | Example end |
    And the member has been able to "Pledge" for the pledge "pledge"
      | Hours | 9 |
    When the chair asks to "Plant" for the plot "Example end"
    Then it is refused only because "at least 10 hours are pledged"
"""
FEATURE = f"""
Feature: Plots
{HOURS}
  Scenario: Ten hours are enough
    Given the plot "Example end" is at "Planted"
    Then there is 1 pledges at "Pledged"

  Scenario: Whoever has not pledged holds it up
    Given the plot "Example end" is at "Pledges asked for"
    When the chair asks to "Plant" for the plot "Example end"
    Then it is refused because "everybody asked has pledged"
"""

Mutating = Callable[..., Report]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with features and journeys of the allotment society."""
    features = tmp_path / "features"
    (features / "journeys").mkdir(parents=True)
    (features / "journeys" / "society.yaml").write_text(dedent(SOCIETY))
    (features / "journeys" / "plot.yaml").write_text(dedent(PLOT))
    (features / "plots.feature").write_text(dedent(FEATURE))
    return features


@pytest.fixture
def mutating(house: Path) -> Mutating:
    """Run the mutants of the allotment society in whose names a text stands."""

    def run(only: str, *kinds: str, workers: int = 1) -> Report:
        return report_on(ALLOTMENT, house, kinds, only, workers)

    return run
