"""Features are checked as they are written: every mistake has its file and line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from peoplezones.domain.workflow import Model
from peoplezones.spec import definition
from peoplezones.spec.run import scenarios_in
from peoplezones.spec.soundness import flaws_of_steps, mistakes_in

FEATURE = """\
Feature: Plots
  What people do with plots.

  @T-1
  Rule: Plots are proposed

    Scenario: One
      Given it is 3 March 2020
      Then it is done
"""


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("@T-1", "@T-9", "plot.feature:7:1: no clause is called 'T-9'; did you mean"),
        ("Then it is done", "Then it is finished", "plot.feature:9:1: no step is defined as: Then it is finished"),
        ("Then it is done", "When it is done", "nothing is looked at; end the scenario with `Then`"),
        ("Then it is done", "Then it is refused because", "this step and its table do not go together"),
        (
            "it is done\n",
            "it is done\n        | a | b |\n",
            "plot.feature:9:1: this step and its table do not go together",
        ),
        (
            "it is done\n",
            "it is done\n\n    Scenario: One\n      Then it is done\n",
            "line 7 has a scenario of this name",
        ),
        ("  @T-1\n", "", "plot.feature:4:1: the rule 'Plots are proposed' names no clause; write `@`"),
        ("@T-1\n  Rule: Plots are proposed\n", "", "plot.feature:5:1: this scenario stands under no `Rule:`"),
        ("Scenario: One", "Scenario: One part_of another", "plot.feature:7:19: 'part_of' is a word from the inside"),
        ("do with plots", "do in a state machine", "plot.feature:2:23: 'state machine' is a word from the inside"),
        ("Scenario: One", "Scenario: Move the record", "plot.feature:7:20: 'the record' is a word from the inside"),
        ("Rule: Plots", "Rule: all-pledged plots", "plot.feature:5:9: 'all-pledged' is a word from the inside"),
        (
            "it is done\n",
            "the plot shows\n        | still-pledged | given_up |\n",
            "plot.feature:10:27: 'given_up' is a word from the inside",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(
    features: Callable[[str], Path], model: Model, written: str, instead: str, said: str
) -> None:
    assert any(said in str(mistake) for mistake in mistakes_in(features(FEATURE.replace(written, instead)), model))


def test_a_feature_without_mistakes_has_none(features: Callable[[str], Path], model: Model) -> None:
    assert mistakes_in(features(FEATURE), model) == ()


@pytest.mark.parametrize("said", ["is refused because <part_of>", 'is sent back because "a transition"', "is done"])
def test_placeholders_and_what_the_program_says_are_no_words_from_the_inside(
    features: Callable[[str], Path], model: Model, said: str
) -> None:
    found = mistakes_in(features(FEATURE.replace("is done", said)), model)
    assert not [mistake for mistake in found if "from the inside" in mistake.message]


def test_steps_that_are_twice_there_unused_or_asynchronous_are_flaws(
    features: Callable[[str], Path],
) -> None:
    before = len(definition.DEFINITIONS)

    @definition.step("then", r"it is done")  # type: ignore[arg-type]
    async def done_again() -> None:
        """Never run: it would not be waited for."""

    try:
        flaws = flaws_of_steps(list(scenarios_in(features(FEATURE))))
    finally:
        del definition.DEFINITIONS[before:]
    assert "defined 2 times: then it is done" in flaws
    assert "asynchronous, so it would never be waited for: done_again" in flaws
    assert any(flaw.startswith("never used: ") for flaw in flaws)
