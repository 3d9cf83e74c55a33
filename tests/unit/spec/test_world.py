"""A scenario's Board: walked to, asked, looked at. The steps work on any model; here it is the allotment society's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from peoplezones.spec.observed import Sighting, not_seen
from peoplezones.spec.run import StepUnknown, scenarios_in, try_scenario
from peoplezones.spec.specification import Specification

from .conftest import ALLOTMENT

Write = Callable[..., Path]


@pytest.fixture
def tried(journeys: Write, features: Callable[[str], Path], tmp_path: Path) -> Callable[[str], Specification]:
    """Try the steps of one scenario; return what it has shown."""
    room = tmp_path / "room"
    room.mkdir()

    def attempt(steps: str) -> Specification:
        specification = Specification(ALLOTMENT, journeys(), room)
        folder = features(f"Feature: Plots\n\n  Scenario: One\n{steps}")
        for scenario in scenarios_in(folder):
            try_scenario(specification, scenario)
        return specification

    return attempt


REFUSED = """
    Given the plot "Example end" is at "Pledges asked for"
    When the chair asks to "Plant" for the plot "Example end"
"""


def test_every_reason_of_a_refusal_is_told_to_who_did_not_expect_it(tried: Callable[[str], Specification]) -> None:
    with pytest.raises(AssertionError) as caught:
        tried(REFUSED + "    Then it is done\n")
    said = str(caught.value)
    assert "Needed: everybody asked has pledged\n     Found:  people who have not pledged: PE-002 (Ada Example)" in said
    assert "Needed: at least 10 hours are pledged\n     Found:  hours pledged: 0" in said


def test_a_refusal_that_no_step_looks_at_fails_the_scenario(tried: Callable[[str], Specification]) -> None:
    with pytest.raises(AssertionError, match="Refused: 'Plant' for PL-2020-001"):
        tried(REFUSED)


def test_a_reason_is_not_the_only_one_where_there_are_others(tried: Callable[[str], Specification]) -> None:
    with pytest.raises(AssertionError, match="that is not the only reason"):
        tried(REFUSED + '    Then it is refused only because "everybody asked has pledged"\n')


def test_a_table_of_reasons_must_be_complete(tried: Callable[[str], Specification]) -> None:
    with pytest.raises(AssertionError, match="the plot has a warden"):
        tried(REFUSED + "    Then it is refused because\n      | everybody asked has pledged |\n")


def test_what_the_engine_decided_is_what_has_been_seen(tried: Callable[[str], Specification]) -> None:
    specification = tried(REFUSED + '    Then it is refused because "everybody asked has pledged"\n')
    seen = {sighting for shown in specification.seen.values() for sighting in shown}
    assert Sighting("plot", "all-pledged", "refused") in seen
    assert Sighting("plot", "all-pledged", "refused alone") in not_seen(specification.model, seen)
    assert Sighting("plot", "all-pledged", "let pass") in not_seen(specification.model, seen)


def test_a_breach_is_seen_with_the_day_it_began(tried: Callable[[str], Specification]) -> None:
    tried(
        """
    Given the plot "Example end" is at "Pledges asked for"
    And the chair has been able to "Pledge" for the pledge "pledge"
      | Hours | 10 |
    And the secretary has been able to "Appoint"
      | Office | warden                       |
      | Person | Ada Example                  |
      | Of     | Example end                  |
      | Ends   | in 5 days                    |
    And the chair has been able to "Plant" for the plot "Example end"
    Then the plot "Example end" is not in breach
    When 8 days pass
    Then the plot "Example end" is in breach because "the plot has a warden" since 2 days ago
    And the chair does not hold the office "Warden" of the plot "Example end"
    And the chair holds the office "Chair"
"""
    )


def test_days_only_go_forward(tried: Callable[[str], Specification]) -> None:
    with pytest.raises(AssertionError, match="a Board's days go forward"):
        tried('    Given the plot "Example end" is at "Proposed"\n    And it is 1 January 2020\n')


def test_a_step_that_nobody_defined_is_named(tried: Callable[[str], Specification]) -> None:
    with pytest.raises(StepUnknown, match="no step is defined as: given it rains"):
        tried("    Given it rains\n")
