"""A commitment request goes out as a form, comes back filled in, and is entered by the secretary for who signed it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

import pytest

from peoplezones.demo import demo
from tests import made_up_files as made_up
from tests.e2e.conftest import ROOT, Run, process
from tests.unit.forms.filling import in_excel, in_word

SOUGHT = {"zone": "PZ-2020-001", "agency": "Example Police"}
ANSWERS = "pledge,pledge_on_conditions,reserve,decline"
SIGNED = {"S1": "Pat Example", "S2": "Inspector", "S3": "14/10/2020", "S4": "Example"}
PLEDGED = {"Q": "pledge", "A1": "One officer & two cars", "A2": "Chief constable", "A3": "01/11/2020", "A6": "1,200"}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, in which the police have just been asked for a commitment (CM-0006)."""
    place = tmp_path_factory.mktemp("demo") / "demo.db"
    with demo(place) as board:
        board.request("commitment", "seek", values=SOUGHT, entered_by="Sam Example")
    return place


@pytest.fixture
def asked(run: Run, told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A copy of it, in the folder that the test works in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PEOPLEZONES_DB", "demo.db")
    copyfile(told, "demo.db")
    return run


def request(run: Run, name: str = "request.docx") -> bytes:
    """Make the form that goes out."""
    run("form", "make", "commitment", ANSWERS, "CM-0006", "-o", name, "--for", "Pat Example")
    return Path(name).read_bytes()


def returned(run: Run, answers: dict[str, str], name: str = "answer.docx") -> str:
    """Let the form come back."""
    Path(name).write_bytes(in_word(request(run), {**answers, **SIGNED}))
    return name


def test_a_commitment_request_comes_back_and_is_entered(asked: Run) -> None:
    name = returned(asked, PLEDGED)
    told = asked("form", "read", name).output
    assert "Commitment CM-0006, 'Pledge'" in told
    assert "From:       PE-006 (Pat Example)" in told
    assert "A1 What is pledged:" in told
    assert "Nothing is amiss." in told
    would = asked("form", "enter", name, "--as", "Sam Example", "--dry-run").output
    assert "Would be done: 'Pledge'. CM-0006" in would
    done = asked("form", "enter", name, "--as", "Sam Example").output
    assert "Done: 'Pledge'. CM-0006 (One officer & two cars) is now at 'Pledged'" in done
    (line,) = json.loads(asked("log", "--limit", "1", "--json").output)
    assert (line["actor"], line["entered_by"]) == ("PE-006 (Pat Example)", "PE-001 (Sam Example)")
    assert (line["office"][:14], line["document"], line["on"]) == ("Agency officer", name, "2020-10-14")
    asked("evidence", "get", str(line["n"]), "-o", "kept.docx")
    assert Path("kept.docx").read_bytes() == Path(name).read_bytes()
    again = asked("form", "enter", name, "--as", "Sam Example").output
    assert (
        f"Had been done already: 'Pledge'. CM-0006 (One officer & two cars) went to 'Pledged' (entry {line['n']}"
        in again
    )
    again = asked("form", "read", name).output
    assert f"This very file has been entered already: entry {line['n']}." in again
    assert "Entering it again changes nothing." in again
    assert "'form enter' enters it" not in again
    other = asked("form", "enter", name, "--as", "Sam Example", "--on", "2020-10-13", code=2).output
    assert f"this very file has been entered already (entry {line['n']}), and not as you say now" in other
    assert "agree" in asked("rebuild").output


def test_a_workbook_and_another_answer(asked: Run) -> None:
    content = request(asked, "request.xlsx")
    answers = {"Q": "C: Note a reservation", "C1": "No officers to spare.", "C2": "Ask again in May", **SIGNED}
    Path("answer.xlsx").write_bytes(in_excel(content, answers))
    asked("form", "enter", "answer.xlsx", "--as", "Sam Example", "--document", "Reply of 14 October")
    assert "Reserved" in asked("commitment", "show", "CM-0006").output
    assert "Reply of 14 October" in asked("evidence", "list", "CM-0006").output


def test_what_is_amiss_is_told_at_once_and_nothing_is_entered(asked: Run) -> None:
    name = returned(asked, {"Q": "decline", "A6": "many", "S1": "Pat"})
    before = len(json.loads(asked("log", "--json").output))
    for command in (["read"], ["enter", "--as", "Sam Example"]):
        told = asked("form", command[0], name, *command[1:], code=2).output
        assert "A6 Hours pledged: is filled in, and the answer given is 'D: Decline'" in told
        assert "D1 Reasons given: must be given" in told
    assert len(json.loads(asked("log", "--json").output)) == before
    plain = json.loads(asked("form", "read", name, "--json", code=2).stdout)
    assert {"place": "D1 Reasons given", "problem": "must be given"} in plain["problems"]
    assert (plain["transition"], plain["actor"], plain["reference"]) == ("decline", "PE-006", "CM-0006")


def test_a_refusal_explains_itself(asked: Run) -> None:
    name = returned(asked, PLEDGED)
    refused = asked("form", "enter", name, "--as", "Pat Example", "--for", "Con Example", code=3).output
    assert "'Pledge' is for Agency officer of the agency" in refused
    assert "what somebody else decided is entered by Secretariat" in refused


def test_a_signed_statement_comes_beside_the_form(asked: Run) -> None:
    name = returned(asked, PLEDGED)
    Path("signed.pdf").write_bytes(made_up.PDF)
    asked("form", "enter", name, "--as", "Sam Example", "--attach", "statement=signed.pdf")
    assert {one["field"] for one in json.loads(asked("evidence", "list", "CM-0006", "--json").output)} == {
        "statement",
        "document",
    }
    assert "must be written FIELD=FILE" in asked("form", "read", name, "--attach", "signed.pdf", code=2).output


def test_forms_for_each_person_and_nobody_else_is_overwritten(asked: Run) -> None:
    made = json.loads(
        asked("form", "make", "commitment", "reserve", "CM-0006", "-o", "f.docx", "--copies", "--json").output
    )
    assert [(one["file"], one["for"]) for one in made] == [("f-PE-006.docx", "PE-006")]
    first = Path("f-PE-006.docx").read_bytes()
    again = ["form", "make", "commitment", "reserve", "CM-0006", "-o", "f.docx", "--copies"]
    assert "exists already and is left as it is" in asked(*again, code=1).output
    asked(*again, "--overwrite")
    assert Path("f-PE-006.docx").read_bytes() == first
    assert "leave --for out" in asked(*again, "--for", "Pat Example", code=2).output
    other = ["form", "make", "commitment", "reserve", "CM-0006", "-o"]
    assert "ends in .docx or .xlsx" in asked(*other, "f.pdf", code=2).output
    assert "could not be written" in asked(*other, "/nowhere/f.docx", code=1).output
    assert "Note: as things stand PE-007 may not do it" in asked(*other, "g.docx", "--for", "Con Example").output


def test_days_are_told_in_words(asked: Run) -> None:
    name = returned(asked, PLEDGED)
    assert "--on: 'soon' is not a date" in asked("form", "read", name, "--on", "soon", code=2).output


def test_a_file_of_250_mb_is_refused_before_it_is_read(asked: Run, tmp_path: Path) -> None:
    with (tmp_path / "huge.docx").open("wb") as file:
        file.truncate(250_000_000)
    assert "at most 25 MiB can be taken" in asked("form", "read", "huge.docx", code=2).output
    assert "this is a folder" in asked("form", "read", ".", code=2).output


def test_a_form_makes_no_other_command_slower(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom peoplezones.cli.main import root\n"
        "try: root(['form', '--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'docx', 'openpyxl', 'lxml', 'peoplezones.forms'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PEOPLEZONES_CACHE": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip().endswith("[]")
    assert process("form", "--help").returncode == 0
