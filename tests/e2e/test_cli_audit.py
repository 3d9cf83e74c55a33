"""The auditor's commands `audit review` and `audit events`."""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import pytest
from openpyxl import load_workbook

from peoplezones.audit.events.ocel import EVENT_ATTRIBUTES
from peoplezones.cli.audit import audit
from peoplezones.cli.main import root
from peoplezones.cli.session import Session
from tests.e2e.conftest import ALLOTMENT, ROOT, Run
from tests.ocel import broken_promises, check_schema

SECTIONS = [
    "entered_for_others",
    "two_capacities",
    "two_offices",
    "shortly_after",
    "outside_hours",
    "long_after",
    "exceptions",
    "refusals",
    "corrections",
    "reopened",
    "clock_jumps",
    "board_acts",
]


@pytest.fixture
def busy(society: Run) -> Run:
    """The society with two plots, one of which somebody tried to plant."""
    society("person", "register", "--name", "Bob Example")
    society("post", "appoint", "--office", "chair", "--person", "Bob Example", "--body", "SO-1")
    society("plot", "propose", "--name", "North end")
    society("plot", "propose", "--name", "South end")
    society("plot", "ask", "North end", "--members", "Bob Example")
    society("plot", "plant", "North end", "--for", "Bob Example", "--document", "Minute 7", code=3)
    return society


def reviewed(run: Run, *more: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("audit", "review", "--json", *more).stdout)
    return found


def section(found: dict[str, Any], key: str) -> dict[str, Any]:
    return next(one for one in found["sections"] if one["key"] == key)


def test_a_review_answers_every_question_in_plain_words(busy: Run) -> None:
    told = busy("audit", "review", "--hours", "0-23:59").stdout
    assert "11 entries of 11 in the log were looked at." in told
    assert re.search(r"PE-001 \(Sam Sample\) +6 +0 +0 +1 +Secretariat 3, anyone 2\n", told)
    assert "How those who acted were known: 7 asserted." in told
    assert "Entered by one person for another, from a document: 1 entry\n" in told
    assert "  11. " in told
    assert "PL-2026-001 (North end): Plant - REFUSED" in told.replace(_year(told), "2026")
    assert "entered by PE-001 (Sam Sample), from a document (not kept, since it was refused)" in told
    assert "Found: not done since" in told
    assert "found: hours pledged: 0" in told
    assert "Stages entered again: none\n  No record entered a stage again that it had left." in told
    assert "Of these: 'Found the Board' (1)." in told


def _year(told: str) -> str:
    found = re.search(r"PL-(\d{4})-001", told)
    assert found
    return found[1]


def test_what_a_program_reads_has_the_same_keys_always(busy: Run) -> None:
    found = reviewed(busy)
    assert list(found) == ["entries", "looked_at", "people", "how_known", "sections"]
    assert [one["key"] for one in found["sections"]] == SECTIONS
    for one in found["sections"]:
        assert list(one) == ["key", "title", "none", "count", "counts", "entries", "findings"]
    (refused,) = section(found, "refusals")["findings"]
    assert list(refused) == [
        "entry", "on", "recorded", "record", "record_name", "act", "moved", "by", "by_name", "capacity", "entered_by",
        "says", "others", "rules",
    ]  # fmt: skip
    assert list(refused["rules"][0]) == ["rule", "needed", "leans", "found", "later", "held_by"]
    assert list(found["people"][0]) == [
        "person", "name", "moved", "refused", "entered_by_others", "entered_for_others", "capacities",
    ]  # fmt: skip


def test_the_page_about_auditing_names_every_answer_and_attribute() -> None:
    page = (ROOT / "docs" / "audit.md").read_text("utf-8")
    asked, mined = (
        re.sub(r"\n## .*", "", page.partition(f"\n## {title}\n")[2], flags=re.DOTALL)
        for title in ("What an auditor asks", "Process mining")
    )
    keys = re.findall(r"^\| [^|]+ \| ((?:`\w+`(?:, )?)+) \|", asked, re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(keys)) == ["key", "people", "how_known", *SECTIONS]
    assert [name for name in EVENT_ATTRIBUTES if f"`{name}`" not in mined] == []
    assert [flag for flag in re.findall(r"--[a-z][a-z-]+", asked) if flag not in _flags("review")] == []
    assert [flag for flag in re.findall(r"--[a-z][a-z-]+", mined) if flag not in _flags("events")] == []


def _flags(name: str) -> set[str]:
    context = click.Context(root, info_name="peoplezones", obj=Session("nowhere.db", helping=True))
    command = audit.get_command(context, name)
    assert command is not None
    params = command.get_params(click.Context(command, parent=context))
    return {option for param in params for option in param.opts}


def test_records_of_any_kind_are_asked_for_by_an_option_of_their_own(busy: Run) -> None:
    north = reviewed(busy, "--plot", "North end")
    assert section(north, "refusals")["entries"] == [11]
    assert north["looked_at"] == 4, "proposing, asking, the pledge that this opened, the refusal"
    assert reviewed(busy, "--plot", "South end")["looked_at"] == 1
    assert reviewed(busy, "--plot", "South end", "--plot", "North end")["looked_at"] == 5
    assert reviewed(busy, "--record", "PG-001")["looked_at"] == 2, "the pledge, and what opened it"
    assert reviewed(busy, "--by", "Bob Example")["looked_at"] == 1


def test_help_names_the_kinds_and_opens_no_database(run: Run, tmp_path: Path) -> None:
    told = run("audit", "review", "--help").stdout
    assert "(--KIND REF, repeatable)" in told
    assert re.search(r"\bzone, commitment\b", told), "the shipped model, before there is a Board"
    assert "--within MINUTES" in told
    assert not (tmp_path / "society.db").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--plot", "West end"), "no Plot is called 'West end'"),
        (("--record", "XX-9"), "or Society is called 'XX-9'"),
        (("--by", "Nobody"), "no Person is called 'Nobody'"),
        (("--since", "soon"), "--since: 'soon' is not a date"),
        (("--until", "2026-02-30"), "--until: there is no such day as 2026-02-30"),
        (("--hours", "18-8"), "'18-8' are no hours; write them like 8-18"),
        (("--hours", "early"), "'early' are no hours"),
        (("--time-zone", "Nowhere"), "no time zone 'Nowhere' here"),
        (("--time-zone", "../../etc/passwd"), "no time zone"),
        (("--zone", "PZ-1"), "No such option"),
    ],
)
def test_what_cannot_be_asked_is_said_to_be(busy: Run, options: tuple[str, str], told: str) -> None:
    result = busy("audit", "review", *options, code=2)
    assert told in result.output


def test_a_kind_that_is_called_like_an_option_is_asked_for_as_any_record(run: Run, tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.mkdir()
    for file in ALLOTMENT.iterdir():
        name = file.name.replace("pledge", "late")
        (model / name).write_text(re.sub(r"\bpledge\b", "late", file.read_text("utf-8")), "utf-8")
    run("init", "--secretary", "Sam Sample", "--model", str(model))
    assert "days: 3" not in run("audit", "review", "--late", "3").stdout
    assert "(more than 3 days)" in run("audit", "review", "--late", "3").stdout
    assert re.search(r"^ .*\bplot$", run("audit", "review", "--help").stdout, re.MULTILINE), "and is not listed"


def test_the_event_log_is_printed_or_written_alike(busy: Run, tmp_path: Path) -> None:
    printed = busy("audit", "events", "--format", "ocel2").stdout
    document = json.loads(printed)
    check_schema(document)
    assert broken_promises(document) == []
    assert [one["id"] for one in document["events"]] == [f"entry-{n}" for n in range(1, 12)]
    path = tmp_path / "log.jsonocel"
    assert "11 entries" in busy("audit", "events", "--format", "ocel2", "-o", str(path)).stderr
    assert path.read_text("utf-8") == printed


def test_a_table_opens_in_excel_and_is_read_by_tools(busy: Run, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    busy("audit", "events", "--format", "csv", "-o", str(path))
    assert path.read_bytes().startswith(b"\xef\xbb\xbfCase ID,Activity,Timestamp,Resource,")
    assert busy("audit", "events", "--format", "csv").stdout_bytes == path.read_bytes()
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 11
    assert (rows[-1]["Activity"], rows[-1]["Result"]) == ("Plot: Plant", "refused")


def test_a_workbook_holds_moments_numbers_and_no_formula(busy: Run, tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    busy("audit", "events", "--format", "xlsx", "-o", str(path))
    sheet = load_workbook(path)["Events"]
    headings, *rows = sheet.iter_rows()
    assert [cell.value for cell in headings][:4] == ["Case ID", "Activity", "Timestamp (UTC)", "Resource"]
    assert len(rows) == 11
    assert isinstance(rows[0][2].value, datetime)
    assert [row[5].value for row in rows] == list(range(1, 12))
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "d"}


def test_no_cell_is_taken_for_a_formula(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = tmp_path / "model"
    model.mkdir()
    for file in ALLOTMENT.iterdir():
        text = file.read_text("utf-8").replace("title: Plot\n", 'title: "=HYPERLINK(1)"\n')
        (model / file.name).write_text(text.replace("title: Proposed,", 'title: "@now",'), "utf-8")
    run("init", "--secretary", "Sam Sample", "--model", str(model))
    monkeypatch.setenv("PEOPLEZONES_AS", "Sam Sample")
    run("plot", "propose", "--name", "North end")
    rows = list(csv.DictReader(run("audit", "events", "--format", "csv").stdout.removeprefix("\ufeff").splitlines()))
    assert rows[-1]["Activity"] == "'=HYPERLINK(1): Propose"
    assert rows[-1]["To stage"] == "'@now"
    run("audit", "events", "--format", "xlsx", "-o", str(tmp_path / "log.xlsx"))
    last = list(load_workbook(tmp_path / "log.xlsx")["Events"].iter_rows())[-1]
    assert (last[1].value, last[1].data_type) == ("=HYPERLINK(1): Propose", "s")


def test_a_workbook_is_not_printed_and_nothing_is_overwritten_unasked(busy: Run, tmp_path: Path) -> None:
    told = busy("audit", "events", "--format", "xlsx", code=2).output
    assert "name a file for it with -o FILE.xlsx" in told
    path = tmp_path / "log.csv"
    path.write_text("mine")
    assert "exists already" in busy("audit", "events", "--format", "csv", "-o", str(path), code=1).output
    assert path.read_text() == "mine"
    assert (
        "could not be written"
        in busy("audit", "events", "--format", "csv", "-o", str(tmp_path / "no" / "log.csv"), code=1).output
    )
    busy("audit", "events", "--format", "csv", "-o", str(path), "--overwrite")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfCase ID")
    assert sorted(one.name for one in tmp_path.glob("*log*")) == ["log.csv"]


def test_a_reader_that_stops_reading_is_no_fault(busy: Run, tmp_path: Path) -> None:
    command = f"{shlex.quote(sys.executable)} -m peoplezones audit events --format ocel2 | head -c 10"
    found = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PEOPLEZONES_DB": str(tmp_path / "society.db")},
    )
    assert found.stdout == '{\n"objectT'
    assert found.stderr == ""
    assert busy("audit", "events", code=2).output.count("--format")
