"""`network` on the command line: legible, in JSON, on any day, and clear where there is nothing to tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from peoplezones.cli.wrapping import letter
from tests.e2e.conftest import ROOT

Run = Callable[..., Result]
EACH = ("gaps", "load", "resilience", "payback")
WIDTH = 80


@pytest.fixture
def ask(run: Run, demonstration: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command of `network` on the demonstration's Board."""
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    return lambda *words, code=0: run("network", *words, "--db", str(demonstration), code=code)


def _json(ask: Run, *words: str) -> Any:
    return json.loads(ask(*words, "--json").stdout)


@pytest.mark.parametrize("words", [(name,) for name in EACH] + [("change", "2019-12-01", "2020-10-14")], ids=" ".join)
def test_no_line_is_wider_than_a_terminal_of_80_columns(ask: Run, words: tuple[str, ...]) -> None:
    told = ask(*words).output
    assert len(told.splitlines()) > 5
    assert [line for line in told.splitlines() if len(line) > WIDTH] == []


def test_the_same_is_said_in_json(ask: Run) -> None:
    agencies = next(part for part in _json(ask, "gaps", "--on", "2020-06-15") if part["id"] == "agencies")
    (row,) = agencies["rows"]
    assert [(cell["standing"], cell["words"]) for cell in row["cells"]] == [
        ("there", "Pledged"),
        ("awaited", "Sought"),
        ("held back", "Reserved"),
    ]
    people = _json(ask, "load")[0]
    assert people["concentration"][0]["label"] == "offices held"
    assert people["bearers"][0]["amounts"][0]["limit"] == 3
    assert _json(ask, "resilience")[0]["around"][0]["cut"] == 2
    assert _json(ask, "payback")["clause"] == "B-2.6"


def test_a_withdrawn_pledge_is_a_mark_and_a_word_on_that_day_and_gone_later(ask: Run) -> None:
    then, now = ask("gaps", "--on", "2020-09-26").output, ask("gaps").output
    assert "  PZ-2020-001  !  +  o\n" in then
    assert "! Withdrawn: Example Police (CM-0001, 2020-09-25)" in then
    assert "agencies neither pledged nor excused: AG-002 (Example Police)" in then
    assert "  PZ-2020-001  +  +  o\n" in now
    assert "agencies neither pledged nor excused: none" in now


def test_resilience_never_names_anybody_who_has_not_agreed(ask: Run) -> None:
    names = {bearer["label"] for bearer in _json(ask, "load")[0]["bearers"]}
    assert "Con Example" in names
    told = ask("resilience").output + ask("resilience", "--json").output
    assert not [name for name in names if name in told]


@pytest.mark.parametrize("words", [("load",), ("payback",), ("change", "2019-12-01", "2020-10-14")], ids=" ".join)
def test_a_public_paper_names_nobody_who_has_not_agreed(ask: Run, words: tuple[str, ...]) -> None:
    names = {bearer["label"] for bearer in _json(ask, "load")[0]["bearers"]}
    assert [name for name in names if name in ask(*words).output]
    assert not [name for name in names if name in ask(*words, "--public").output]
    assert not [name for name in names if name in ask(*words, "--public", "--json").output]


def test_what_one_model_draws_as_a_record_and_the_next_as_a_tie_has_not_left(ask: Run) -> None:
    """Appointments were records of the network under the first model, and join others under the one adopted since."""
    found = _json(ask, "change", "2019-01-01", "2019-12-01")
    assert found["left"] == []
    assert not [node for node in found["joined"] if node["kind"] == "appointment"]
    assert not [edge for edge in found["edges_left"] if edge["start"] == "PE-001"]


def test_from_a_day_to_itself_nothing_is_different(ask: Run) -> None:
    assert "Nothing is different." in ask("change", "2020-06-01", "2020-06-01").output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("gaps", "--on", "yesterday"), "--on: 'yesterday' is not a date"),
        (("gaps", "--on", "2019-02-29"), "--on: there is no such day as 2019-02-29"),
        (("load", "--on", "2031-01-01"), "2031-01-01 is yet to come"),
        (("change", "2017-01-01", "2020-01-01"), "the Board had not been founded on 2017-01-01"),
        (("change", "2020-01-01", "soon"), "TO: 'soon' is not a date"),
        (("load", "--on", "2019-01-01"), "'People Zones, first operating model', does not declare 'load'"),
        (("gap",), "there is no command 'gap'; did you mean 'gaps'?"),
    ],
    ids=str,
)
def test_what_cannot_be_told_is_said_with_the_remedy(ask: Run, words: tuple[str, ...], message: str) -> None:
    assert message in ask(*words, code=2).output


def test_a_board_of_its_secretary_alone_gets_sensible_words(run: Run) -> None:
    run("init", "--secretary", "Sam Sample")
    gaps = run("network", "gaps").output
    assert "No People Zones to look at." in gaps
    assert "constituencies without a member: Public health of an upper-tier authority" in gaps
    load = run("network", "load").output
    assert "PE-001 (Sam Sample)  1  0  0  0" in load
    assert "No Agencies to look at." in load
    assert "No People Zones to look at." in run("network", "resilience").output
    assert "None has been asked for yet." in run("network", "payback").output


def test_a_model_without_it_says_so_in_json_too(process: Callable[..., Any]) -> None:
    model = ROOT / "workflows" / "first-2018"
    assert process("init", "--secretary", "Sam Sample", "--model", str(model)).returncode == 0
    for word in EACH:
        told = process("network", word, "--json")
        assert told.returncode == 2
        assert f"does not declare '{word}'" in json.loads(told.stdout)["error"]
        assert "Traceback" not in told.stderr


def test_a_matrix_of_many_columns_is_parted_in_bands(capsys: pytest.CaptureFixture[str]) -> None:
    from peoplezones.cli.telling_gaps import tell_gaps
    from peoplezones.network.gaps import Cell, Column, Gaps, Row

    columns = tuple(Column(f"AG-{n:03}", f"Example agency {n}") for n in range(60))
    cells = tuple(Cell(column.name, "missing", "nothing there") for column in columns)
    row = Row("PZ-2020-001", "Example Wharf", "Active", (), cells)
    some: Any = {"title": "Agencies", "clause": "B-2.10", "leans": "B-2.10", "plural": "Zones", "left_out": {}}
    tell_gaps([Gaps(id="agencies", rows=(row,), columns=columns, matrix=True, **some)], "2020-01-01")
    told = capsys.readouterr().out.splitlines()
    assert all(len(line) <= WIDTH for line in told)
    assert sum(line.split()[1:].count("x") for line in told if line.startswith("  PZ-2020-001  x")) == 60
    assert "  BH  AG-059 (Example agency 59)" in told


def test_columns_go_by_letters_as_in_a_spreadsheet() -> None:
    assert [letter(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
