"""`model migrate`: tried first, then done, and what is still owed is told until it is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
COMMONS = str(Path(__file__).parents[1] / "models" / "commons")


@pytest.fixture
def adopted(society: Run) -> Run:
    """The society with a plot, and the model of commons adopted."""
    society("person", "register", "--name", "Mia Member")
    society("plot", "propose", "--name", "Long Row", "--rent", "12.50")
    assert society("model", "adopt", COMMONS).output.startswith("Done")
    return society


def test_a_dry_run_tells_each_case_and_keeps_nothing(adopted: Run) -> None:
    before = adopted("log", "--json").output
    output = adopted("model", "migrate", "--all", "--dry-run").output
    assert "PL-2" in output
    assert "(Long Row) would come over: 'Proposed' -> 'Idea'" in output
    assert "'Purpose' is given (T-1; for 'Suggest')" in output
    assert "peoplezones garden amend (Secretariat)" in output
    assert "5 of 5 would come over; 1 of them still owe something." in output
    assert adopted("log", "--json").output == before


def test_one_record_comes_over_and_what_it_owes_is_told_until_it_is_there(adopted: Run) -> None:
    output = adopted("model", "migrate", "long row", "--document", "minute 4").output
    assert "came over (entry 8): 'Proposed' -> 'Idea'" in output
    for command in ("show", "why"):
        told = adopted("garden", command, "Long Row").output
        assert "Still asked of it by the model that it was brought over to" in told
        assert "'Purpose' is given" in told
    adopted("garden", "amend", "Long Row", "--purpose", "Food", "--reason", "asked now")
    for command in ("show", "why"):
        assert "Still asked" not in adopted("garden", command, "Long Row").output
    history = adopted("garden", "history", "Long Row").output
    assert "Bring over to the model in force" in history
    assert "Proposed -> Idea" in history


def test_a_refusal_says_why_and_ends_with_3(adopted: Run) -> None:
    adopted("model", "migrate", "Long Row")
    output = adopted("model", "migrate", "Long Row", code=3).output
    assert "stays as it is, at 'Idea'" in output
    assert "Needed: the record lives by an earlier model" in output
    found = json.loads(adopted("model", "migrate", "Long Row", "--json", code=3).output)
    assert [(case["moved"], [r["rule"] for r in case["reasons"]]) for case in found["records"]] == [
        (False, ["earlier-model"])
    ]


def test_all_at_once_twice_does_nothing_the_second_time(adopted: Run) -> None:
    found = json.loads(adopted("model", "migrate", "--all", "--json").output)
    assert all(case["moved"] and case["entry"] for case in found["records"])
    assert "Every record lives by" in adopted("model", "migrate", "--all").output


def test_what_is_meant_must_be_said(adopted: Run) -> None:
    assert "name the records to bring over" in adopted("model", "migrate", code=2).output
    assert (
        "no kind of record is called 'gardn'" in adopted("model", "migrate", "--all", "--kind", "gardn", code=2).output
    )


def test_records_of_two_models_are_listed_and_exported_side_by_side(adopted: Run, tmp_path: Path) -> None:
    adopted("garden", "suggest", "--title", "New", "--purpose", "Food")
    listed = adopted("garden", "list").output
    assert "Proposed" in listed
    assert "Idea" in listed
    file = tmp_path / "gardens.csv"
    assert adopted("export", "garden", str(file)).output.startswith("2 records")
    text = file.read_text("utf-8-sig")
    assert "Proposed" in text
    assert "New,Food" in text
    adopted("model", "migrate", "--all")
    adopted("export", "garden", str(file), "--overwrite")
    assert "Long Row" in file.read_text("utf-8-sig")
    assert "agree" in adopted("rebuild").output
