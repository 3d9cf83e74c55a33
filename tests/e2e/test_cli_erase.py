"""`erase`: looked at first, then done; what is told, what is refused, and what the other commands then show."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from peoplezones.store import compacting

ROOT = Path(__file__).parents[2]
Run = Callable[..., Result]
pytestmark = pytest.mark.sqlite


@pytest.fixture
def mia(society: Run) -> Run:
    """The society with Mia (PE-002), of whom something has been put right."""
    society("person", "register", "--name", "Mia Member", "--note", "Keeps bees", "--document", "Letter of 2 March")
    society("person", "amend", "PE-002", "--note", "Keeps hens", "--reason", "The bees have gone")
    return society


def told(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.output)
    return found


def content(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_a_dry_run_tells_fields_and_entries_but_no_value_and_needs_no_basis(mia: Run) -> None:
    before = mia("log", "--json").output
    output = mia("erase", "mia member", "--dry-run").output
    assert output == (
        "PE-002 (Mia Member): would be erased\n"
        "  Document: entry 5\n"
        "  Name:     entry 5\n"
        "  Note:     entries 5 and 6\n"
        "  Reason:   entry 6\n"
        "5 values in all. Nothing was erased.\n"
    )
    assert mia("log", "--json").output == before


def test_what_is_erased_stands_in_no_file_and_every_command_says_so(mia: Run, tmp_path: Path) -> None:
    output = mia("erase", "Mia Member", "--basis", "request", "--document", "E-mail of May").output
    assert output.startswith("PE-002 (erased): erased (entry 7)\n  Document: entry 5\n")
    for value in (b"Mia Member", b"Keeps bees", b"Keeps hens", b"Letter of 2 March", b"The bees"):
        assert value not in content(tmp_path)
    assert b"E-mail of May" in content(tmp_path)
    assert "PE-002: (erased)" in mia("person", "show", "PE-002").output
    assert "PE-002" in mia("person", "why", "PE-002").output
    history = mia("person", "history", "PE-002").output
    assert "5. " in history
    assert "PE-002 (erased): Register" in history
    assert "Lawful basis: Asked for by the person" in history
    assert "Note (entries 5 and 6)" in history
    assert "E-mail of May" in history
    shown = told(mia("person", "show", "PE-002", "--json"))
    assert [(field["raw"], field["text"]) for field in shown["fields"]] == [(None, "(erased)")] * 2
    mia("export", "person", str(tmp_path / "people.csv"), "--personal")
    assert "PE-002,Known," in (tmp_path / "people.csv").read_text("utf-8-sig")
    assert ",(erased),(erased)" in (tmp_path / "people.csv").read_text("utf-8-sig")
    assert "agree" in mia("rebuild").output


def test_an_auditor_verifies_and_replays_what_was_erased_from(mia: Run, tmp_path: Path) -> None:
    mia("erase", "PE-002", "--basis", "request", "--field", "note")
    mia("audit", "export", "-o", str(tmp_path / "bundle.zip"))
    bundle = str(tmp_path / "bundle.zip")
    for words in (("verify",), ("replay",), ("verify", bundle), ("replay", bundle)):
        assert mia("audit", *words).exit_code == 0
    second = subprocess.run([sys.executable, str(ROOT / "docs" / "verify.py"), bundle], capture_output=True, text=True)
    assert second.returncode == 0, second.stdout + second.stderr


def test_a_form_that_was_exported_does_not_name_anybody_erased(mia: Run, tmp_path: Path) -> None:
    mia("erase", "PE-002", "--basis", "request", "--field", "note")
    file = tmp_path / "people.csv"
    file.write_text("reference,transition,name,note,reason\nPE-002,amend,Mia M,(erased),new name\n", "utf-8")
    mia("import", "person", str(file), "--as", "Sam Sample")
    shown = told(mia("person", "show", "PE-002", "--json"))
    assert [field["text"] for field in shown["fields"]] == ["Mia M", "(erased)"]
    assert "(erased)" not in "".join(told_values(tmp_path))


def told_values(folder: Path) -> Iterator[str]:
    connection = sqlite3.connect(folder / "society.db")
    yield from (value for (value,) in connection.execute("select value from personal"))
    connection.close()


def test_a_refusal_says_why_ends_with_3_and_changes_nothing(mia: Run) -> None:
    output = mia("erase", "PE-002", "--basis", "mistake", "--as", "Mia Member", code=3).output
    assert "Refused: 'Erase personal values' for PE-002 (Mia Member), for 1 reason. Nothing has changed" in output
    assert "Needed: personal values are erased by Chair or Secretariat" in output
    assert "To put it right: peoplezones erase ('Erase personal values'), by Chair or Secretariat" in output
    assert "Keeps hens" in mia("person", "show", "PE-002").output
    found = told(mia("erase", "PE-002", "--basis", "mistake", "--as", "Mia Member", "--json", code=3))
    assert [(case["moved"], case["record"]) for case in found["erasures"]] == [(False, "PE-002")]
    assert found["erasures"][0]["reasons"]
    assert "REFUSED" in mia("log").output


def test_what_stays_with_all_that_refers_to_somebody_is_told(mia: Run) -> None:
    mia("plot", "propose", "--name", "North end")
    mia("pledge", "seek", "--plot", "North end", "--person", "PE-002", "--document", "Letter of Mia Member")
    only = ("--field", "document", "--field", "reason", "--basis", "request")
    for dry in (("--dry-run",), ()):
        assert (
            "--field document --field reason"
            in mia("erase", "PE-002", "--and-referring", "--basis", "request", *dry).output
        )
    assert "Letter of Mia Member" in mia("pledge", "history", "PG-001").output
    output = mia("erase", "PE-002", "--and-referring", *only).output
    assert output == "PG-001: erased (entry 10)\n  Document: entry 8\n"
    assert "Letter of Mia Member" not in mia("pledge", "history", "PG-001").output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("PE-002",), "--basis: must be given; there are: request, mistake"),
        (("--basis", "request"), "say what to erase: records by reference or name"),
        (("PE-002", "--field", "notes", "--basis", "request"), "did you mean 'note'"),
        (("PE-009", "--basis", "request"), "PE-00"),
        (("--entry", "99", "--basis", "request"), "the log has no entry 99"),
        (("PE-002", "--basis", "request", "--on", "31 May"), "--on: '31 May' is not a date"),
    ],
)
def test_what_cannot_be_understood_is_said_and_ends_with_2(mia: Run, words: tuple[str, ...], says: str) -> None:
    assert says in mia("erase", *words, code=2).output


def test_one_entry_in_json(mia: Run) -> None:
    found = told(mia("erase", "--entry", "6", "--basis", "mistake", "--json"))
    assert found["remaining"] == ""
    (case,) = found["erasures"]
    assert [(one["entry"], one["field"], one["label"]) for one in case["values"]] == [
        (6, "note", "Note"),
        (6, "reason", "Reason"),
    ]


def test_somebody_who_is_reading_holds_it_back_and_it_is_finished_later(
    mia: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compacting.compact, "__defaults__", (0.05,))
    reader = sqlite3.connect(tmp_path / "society.db", isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from entry").fetchall()
    output = mia("erase", "PE-002", "--basis", "request").output
    assert "finish with: peoplezones db compact" in output
    assert b"Keeps hens" in content(tmp_path)
    assert "finish with: peoplezones db compact" in mia("db", "compact", code=1).output
    reader.close()
    assert "written anew" in mia("db", "compact").output
    assert b"Keeps hens" not in content(tmp_path)


def test_where_no_period_is_declared_nothing_is_due(mia: Run) -> None:
    assert "--basis: the model in force says for nothing how long" in mia("erase", "--due", code=2).output


def test_the_shipped_model_keeps_for_so_long_and_no_longer(run: Run, tmp_path: Path) -> None:
    run("init", "--secretary", "Sam Sample", "--on", "2020-01-01")
    by = ("--as", "Sam Sample")
    assert run("erase", "--due", *by).output == "Nothing is due to be erased.\n"
    run("person", "register", "--name", "Mia Member", "--contact", "mia@old.example", "--on", "2020-01-02", *by)
    run("person", "amend", "PE-002", "--contact", "mia@new.example", "--reason", "moved", "--on", "2020-02-01", *by)
    run("person", "leave", "PE-002", "--on", "2021-01-01", *by)
    seen = run("erase", "--due", "--dry-run", *by).output
    assert seen.startswith("PE-002 (Mia Member): would be erased\n  Contact: entries 5 and 6\n")
    assert run("erase", "--due", *by).output.startswith("PE-002 (Mia Member): erased (entry 8)\n  Contact: entries 5")
    assert b"mia@" not in content(tmp_path)
    assert run("erase", "--due", *by).output == "Nothing is due to be erased.\n"
    assert "It has been kept for as long as the Board keeps it" in run("log").output
