"""`model diff` and `model show --offices` on a small model."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from peoplezones.cli.options import field_option
from peoplezones.domain.workflow import Choice, Field
from peoplezones.operating_model.load import load_folder
from tests.e2e.conftest import ALLOTMENT

Run = Callable[..., Result]


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """The model of the allotment society, changed in two places."""
    folder = tmp_path / "revised"
    shutil.copytree(ALLOTMENT, folder)
    plot = folder / "plot.yaml"
    text = plot.read_text(encoding="utf-8")
    for old, new in (("within: {days: 30}", "within: {days: 60}"), ("by: anyone", "by: [{office: chair}]")):
        assert text.count(old) == 1
        text = text.replace(old, new)
    plot.write_text(text, encoding="utf-8")
    return folder


def test_two_models_are_compared_in_words_with_the_records_concerned(society: Run, revised: Path) -> None:
    society("plot", "propose", "--name", "Long Row")
    output = society("model", "diff", str(revised)).output
    assert "At 'Proposed': should be left within 60 days instead of within 30 days" in output
    assert "1 record is where this holds: PL-" in output
    assert "(Long Row)" in output
    assert "Propose: now also for Chair" in output
    assert "Propose: no longer for anyone who is registered" in output
    back = society("model", "diff", str(revised), str(ALLOTMENT)).output
    assert "within 30 days instead of within 60 days" in back


def test_the_comparison_as_data_names_parts_states_and_records(society: Run, revised: Path) -> None:
    reference = json.loads(society("plot", "propose", "--name", "Long Row", "--json").output)["reference"]
    found = json.loads(society("model", "diff", str(revised), "--json").output)
    assert found["same"] is False
    deadline = next(change for change in found["changes"] if change["part"] == "state")
    assert (deadline["kind"], deadline["name"], deadline["records"]) == ("plot", "proposed", [reference])


def test_a_model_that_the_board_keeps_is_named_by_name_or_digest(society: Run) -> None:
    digest = json.loads(society("model", "check", str(ALLOTMENT), "--json").output)["digest"]
    for named in (digest, digest[:8], "allotment"):
        assert "Nothing that they declare is different." in society("model", "diff", named).output
    assert "did you mean 'allotment'?" in society("model", "diff", "alotment", code=2).output


def test_who_makes_each_stage_move_fits_in_80_columns(society: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = society("model", "show", "plot", "--offices").output.splitlines()
    assert max(map(len, lines)) <= 80
    begun = next(number for number, line in enumerate(lines) if line.startswith("Plant "))
    assert lines[begun].split("  ")[-1] == "Chair; but not whoever made"
    assert lines[begun + 1].split()[-1] == "'Propose'"
    assert "may enter any of these for whoever decided it" in " ".join(lines)


def test_who_makes_each_stage_move_is_told_of_every_transition_as_data(society: Run) -> None:
    rows = json.loads(society("model", "show", "--offices", "--json").output)
    plant = next(row for row in rows if (row["kind"], row["step"]) == ("plot", "plant"))
    assert plant["sources"] == ["Pledges asked for"]
    assert (plant["to"], plant["may"], plant["may_not"]) == ("Planted", ["Chair"], ["whoever made 'Propose'"])
    assert {row["kind"] for row in rows} == {"person", "pledge", "plot", "post", "society"}
    assert "Missing argument" in society("model", "show", code=2).output


def test_choices_stand_in_help_with_what_they_mean() -> None:
    workflow = load_folder(ALLOTMENT).workflows["plot"]
    choices = (Choice(name="left", title="Left side"), Choice(name="both_sides", title="Both sides"))
    field = Field(name="side", type="choice", label="Side", choices=choices)
    assert field_option(workflow, field, asked=False).help == "Side. One of: left (Left side), both_sides."
