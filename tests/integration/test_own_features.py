"""A Board tries its own features, on its own model, with the steps that are installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.sqlite  # features are copied as files

ROOT = Path(__file__).parents[2]

CONFTEST = """
from pathlib import Path
import pytest

@pytest.fixture(scope="session")
def model_folder():
    return Path("workflows")

@pytest.fixture(scope="session")
def journey_folder():
    return Path("features/journeys")
"""
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

  @T-1
  Scenario: Anybody proposes a plot
    When the chair asks to "Propose"
      | Name | Example end |
    Then it is done
    And the plot "Example end" is at "Proposed"

  Scenario: Nobody plants before pledges have been asked for
    Given the chair has been able to "Propose"
      | Name | Example end |
    When the chair asks to "Plant" for the plot "Example end"
    Then it is done
"""


def test_a_board_tries_its_own_features_with_the_installed_steps(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "models" / "allotment", tmp_path / "workflows")
    (tmp_path / "features" / "journeys").mkdir(parents=True)
    (tmp_path / "features" / "journeys" / "society.yaml").write_text(JOURNEY)
    (tmp_path / "features" / "plots.feature").write_text(FEATURE)
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_features.py").write_text('from pytest_bdd import scenarios\n\nscenarios("features")\n')
    command = [sys.executable, "-m", "pytest", "-p", "peoplezones.spec.plugin", "--strict-markers", "-q"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PEOPLEZONES_CACHE": str(tmp_path / "cache")}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "1 failed, 1 passed" in run.stdout, run.stdout + run.stderr
    assert "Needed: 'Plant' is made at 'Pledges asked for'" in run.stdout
