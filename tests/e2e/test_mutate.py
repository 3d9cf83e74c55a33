"""`model mutate` from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.house import house

Run = Callable[..., Result]
ALLOTMENT = str(Path(__file__).parents[1] / "models" / "allotment")
JOURNEY = """
journey: society
title: A society with its chair
kind: society
record: society
begins: {on: 2020-01-06, board: Example Society, secretary: Sam Example}
steps:
  - {as: secretary, do: person register, with: {name: Ada Example}, save: chair}
"""
FEATURE = """
Feature: Plots

  Scenario: Nobody plants before pledges have been asked for
    Given the chair has been able to "Propose"
      | Name | Example end |
    When the secretary asks to "Ask for pledges" for the plot "Example end"
      | People asked to pledge | the chair |
    Then it is done
"""


@pytest.fixture
def features(tmp_path: Path) -> str:
    (tmp_path / "features" / "journeys").mkdir(parents=True)
    (tmp_path / "features" / "journeys" / "society.yaml").write_text(JOURNEY)
    (tmp_path / "features" / "plots.feature").write_text(FEATURE)
    return str(tmp_path / "features")


def test_it_lists_the_mutants(run: Run) -> None:
    listed = run("model", "mutate", ALLOTMENT, "--list", "--kind", "plot", "--only", "enough-hours: at_least")
    assert listed.output.splitlines() == [
        "plot: plant: guard enough-hours: at_least 11",
        "plot: plant: guard enough-hours: at_least 9",
    ]


def test_survivors_are_a_refusal(run: Run, features: str) -> None:
    words = ("--features", features, "--only", "plot: ask: by: anyone", "--workers", "1")
    output = run("model", "mutate", ALLOTMENT, *words, code=3).output
    assert "'Ask for pledges': anybody may do it" in output
    assert "Nobody plants before pledges have been asked for" in output
    assert output.rstrip().endswith("1 survived.")


def test_what_is_noticed_is_told_as_json(run: Run, features: str) -> None:
    words = ("--features", features, "--only", "plot: ask: to:", "--json", "--workers", "2")
    (mutant,) = json.loads(run("model", "mutate", ALLOTMENT, *words).output)["mutants"]
    assert (mutant["fate"], mutant["operator"]) == ("loading", "retargeted")


def test_the_table_is_of_all_mutants(run: Run, features: str, tmp_path: Path) -> None:
    words = ("--features", features, "--kind", "plot", "-o", str(tmp_path / "table.md"))
    result = run("model", "mutate", ALLOTMENT, *words, code=2)
    assert "the table is of all mutants" in result.output


def test_what_somebody_wrote_is_not_overwritten(run: Run, features: str, tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("mine")
    for place, said in (
        (mine, "was not made by this"),
        (tmp_path / "no" / "table.md", "does not exist; make it first"),
    ):
        result = run("model", "mutate", ALLOTMENT, "--features", features, "-o", str(place), code=1)
        assert said in result.output
    assert mine.read_text() == "mine"


def test_the_table_is_written(run: Run, features: str, tmp_path: Path) -> None:
    run("model", "mutate", ALLOTMENT, "--features", features, "-o", str(tmp_path / "table.md"), code=3)
    text = (tmp_path / "table.md").read_text()
    assert "| Kind | Made | Loading | Promise | Scenario | Equivalent | Survived |" in text
    assert "| plot |" in text
    assert "- `plot: ask: by: anyone`" in text


def test_the_features_beside_a_model_of_ones_own_notice(run: Run, tmp_path: Path) -> None:
    home = house(tmp_path / "home")
    words = ("--only", "plot: plant: guard enough-hours: dropped", "--workers", "1")
    for named in (home, home / "workflows"):
        assert "1 mutants: 1 noticed" in run("model", "mutate", str(named), *words).output


def test_a_model_without_features_is_not_tried_on_those_of_another(run: Run) -> None:
    for tool, option in (("mutate", "--features"), ("simulate", "--journeys")):
        output = run("model", tool, ALLOTMENT, code=2).output
        assert output.endswith(f"name yours with {option}\n")
