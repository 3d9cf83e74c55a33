"""A small model, and journeys and features written for one test each."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import load_folder

ALLOTMENT = Path(__file__).parents[2] / "models" / "allotment"

BEGINNING = """
journey: society
title: A society with its chair
kind: society
record: society
begins: {on: 2020-01-06, board: Example Society, secretary: Sam Example}
steps:
  - {as: secretary, do: person register, with: {name: Ada Example}, save: chair}
  - {as: secretary, do: post appoint, with: {office: chair, person: $chair, body: $society}, save: chair's post}
"""
PLOT = """
journey: plot
title: A plot, until pledges have been asked for
kind: plot
record: plot
name: Example end
after: society
steps:
  - {as: secretary, do: plot propose, with: {name: $name}, save: plot, on: +2}
  - {as: secretary, do: plot ask, for: plot, with: {members: [$chair]}, opened: [pledge]}
"""


@pytest.fixture(scope="session")
def model() -> Model:
    """The allotment society's model."""
    return load_folder(ALLOTMENT)


@pytest.fixture
def journeys(tmp_path: Path) -> Callable[..., Path]:
    """Write journeys into a folder: the beginning and `plot`, or others by name."""

    def write(**others: str) -> Path:
        folder = tmp_path / "journeys"
        folder.mkdir(exist_ok=True)
        for name, text in {"society": BEGINNING, "plot": PLOT, **others}.items():
            (folder / f"{name}.yaml").write_text(dedent(text))
        return folder

    return write


@pytest.fixture
def features(tmp_path: Path) -> Callable[[str], Path]:
    """Write one feature into a folder of its own."""

    def write(text: str) -> Path:
        folder = tmp_path / "features"
        folder.mkdir()
        (folder / "plot.feature").write_text(dedent(text))
        return folder

    return write
