"""The command line on a small model: what people type, what they see, and with which code it ends."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

from peoplezones.cli import printing
from peoplezones.cli.faults import answered

Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]


def _asked(run: Run) -> None:
    """Register two members and ask both to pledge for a plot."""
    run("person", "register", "--name", "Mia Member")
    run("person", "register", "--name", "Charlie Chair")
    run("post", "appoint", "--office", "chair", "--person", "Charlie Chair", "--body", "The Society")
    run("plot", "propose", "--name", "Long Row", "--rent", "£12.50")
    run("plot", "ask", "long row", "--members", "PE-002", "--members", "Charlie Chair")


def test_init_begins_a_board_and_says_how_to_go_on(run: Run, tmp_path: Path) -> None:
    result = run("init", "--secretary", "Sam Sample")
    assert "Sam Sample is" in result.output
    assert "PEOPLEZONES_AS" in result.output
    assert (tmp_path / "society.db").exists()
    again = run("init", "--secretary", "Sam Sample", code=1)
    assert "exists already" in again.output


def test_status_of_a_new_board_says_how_to_begin(society: Run) -> None:
    output = society("status").output
    assert output.startswith("The Society on ")
    assert "There are none yet. 'peoplezones plot --help' tells how to begin." in output


def test_a_record_is_carried_along_with_names_and_titles(society: Run) -> None:
    _asked(society)
    output = society("plot", "show", "Long Row").output
    assert "Stage:" in output
    assert "Pledges asked for, since" in output
    assert "£12.50" in output
    assert "PE-002 (Mia Member), PE-003 (Charlie Chair)" in output
    table = society("plot", "list").output.splitlines()
    assert table[0].split() == ["Reference", "Stage", "For", "Name"]
    assert "Long Row" in table[1]


def test_a_refusal_gives_every_reason_and_ends_with_3(society: Run) -> None:
    _asked(society)
    output = society("plot", "plant", "Long Row", code=3).output
    assert output.startswith("Refused: 'Plant'")
    for rule in ("may-act", "must-not-act", "all-pledged", "enough-hours", "has-warden", "still-pledged"):
        assert f"Rule:   {rule} (" in output
    assert "To put it right: peoplezones pledge pledge ('Pledge')" in output


def test_a_dry_run_answers_and_keeps_nothing(society: Run) -> None:
    output = society("plot", "propose", "--name", "Long Row", "--dry-run").output
    assert output.startswith("Would be done: 'Propose'.")
    assert " would be at 'Proposed' (" in output
    assert "There are no Plots like that." in society("plot", "list").output
    _asked(society)
    assert society("plot", "plant", "Long Row", "--dry-run", code=3).output.startswith("Would be refused")
    assert "REFUSED" not in society("log").output


def test_the_same_key_makes_it_happen_once(society: Run) -> None:
    words = ("plot", "propose", "--name", "Long Row", "--key", "letter-7")
    assert society(*words).output.startswith("Done")
    assert society(*words).output.startswith("Had been done already")
    assert len(json.loads(society("plot", "list", "--json").output)["rows"]) == 1


def test_somebody_elses_decision_needs_its_document(society: Run) -> None:
    _asked(society)
    words = ("pledge", "pledge", "PG-001", "--hours", "6", "--for", "Mia Member")
    assert "no document is named" in society(*words, code=3).output
    assert society(*words, "--document", "Letter of 2 March").output.startswith("Done")
    history = society("pledge", "history", "PG-001").output
    assert "By:         PE-002 (Mia Member)" in history
    assert "Entered by: PE-001 (Sam Sample)" in history
    assert "Letter of 2 March" in history
    assert " - REFUSED" in history


def test_what_was_refused_is_not_said_to_be_erased(society: Run) -> None:
    _asked(society)
    society("plot", "plant", "Long Row", "--document", "Letter", "--for", "Charlie Chair", code=3)
    history = society("plot", "history", "Long Row").output
    assert "Document:   not kept, since it was refused" in history
    assert "erased" not in history


def test_somebody_unknown_is_named_once_and_the_list_of_the_kind_is_pointed_to(society: Run) -> None:
    output = society("plot", "propose", "--name", "Long Row", "--as", "Nobody", code=2).output
    assert output.count("Nobody") == 1
    assert "; `person list` shows those there are" in output
    assert "; there are none yet" in society("plot", "show", "Short Row", code=2).output


def test_records_that_go_by_no_name_are_there_all_the_same(society: Run) -> None:
    _asked(society)
    assert "; `pledge list` shows those there are" in society("pledge", "show", "Long Row", code=2).output


def test_who_may_not_adopt_is_given_a_command_that_there_is(society: Run) -> None:
    _asked(society)
    model = str(Path(__file__).parents[1] / "models" / "allotment")
    output = society("model", "adopt", model, "--as", "Mia Member", code=3).output
    assert "To put it right: peoplezones model adopt ('Adopt an operating model')" in output


def test_a_narrow_terminal_breaks_no_reference(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(printing, "on_terminal", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    rows = [["CM-0001", "Pledged", "PZ-2026-001 (Long Row)"], ["CM-0002", "Sought", ""]]
    monkeypatch.setenv("COLUMNS", "20")
    printing.table(["Reference", "Stage", "Zone"], rows)
    narrow = capsys.readouterr().out.splitlines()
    assert narrow == ["CM-0001", "  Stage: Pledged", "  Zone:  PZ-2026-001 (Long Row)", "CM-0002", "  Stage: Sought"]
    monkeypatch.setenv("COLUMNS", "80")
    printing.table(["Reference", "Stage", "Zone"], rows)
    assert capsys.readouterr().out.splitlines()[0].split() == ["Reference", "Stage", "Zone"]


def test_amend_and_undo_ask_for_a_reason(society: Run) -> None:
    _asked(society)
    assert "--reason: say why" in society("plot", "amend", "Long Row", "--name", "Short Row", code=2).output
    society("plot", "amend", "Long Row", "--name", "Short Row", "--reason", "misheard")
    assert "Short Row" in society("plot", "list").output
    assert "misheard" in society("plot", "history", "Short Row").output
    society("plot", "undo", "Short Row", "--reason", "too soon", code=3)


def test_why_and_plan_guide_to_the_goal(society: Run) -> None:
    _asked(society)
    output = society("plot", "why", "Long Row", "plant").output
    assert "MISSING everybody asked has pledged" in output
    assert "For:     Chair (now Charlie Chair)" in output
    society("plot", "propose", "--name", "Second")
    plan = society("plot", "plan", "Second").output
    assert "1. Ask for pledges -> Pledges asked for" in plan
    assert "2. Plant -> Planted" in plan
    assert "will be judged on what you give" in plan


def test_everything_that_reads_and_every_decision_speaks_json(society: Run) -> None:
    _asked(society)
    for words in (
        ("status",),
        ("log",),
        ("plot", "list"),
        ("plot", "show", "Long Row"),
        ("plot", "history", "Long Row"),
        ("plot", "why", "Long Row"),
        ("plot", "plan", "Long Row"),
        ("model", "show", "plot"),
    ):
        assert json.loads(society(*words, "--json").output)
    refused = json.loads(society("plot", "plant", "Long Row", "--json", code=3).output)
    assert not refused["moved"]
    assert {"rule", "held", "needed", "found", "clause", "remedies"} <= set(refused["outcomes"][0])


@pytest.mark.parametrize(
    ("words", "kind", "about"),
    [
        (("plot", "show", "PL-9", "--json"), "UnknownName", "PL-9"),
        (("plot", "propose", "--nam", "x", "--json"), "NoSuchOption", "--nam"),
        (("plot", "ask", "PL-2026-001", "--members", "PE-9", "--json"), "InvalidValues", "PE-9"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_in_json_to_whoever_asked_for_json(
    society: Run, words: tuple[str, ...], kind: str, about: str
) -> None:
    _asked(society)
    told = json.loads(society(*words, code=2).stdout)
    assert (told["kind"], told["exit_code"]) == (kind, 2)
    assert about in told["error"]


def test_lists_are_narrowed_by_stage_and_field(society: Run) -> None:
    _asked(society)
    assert "Long Row" in society("plot", "list", "--state", "asked", "--members", "Mia Member").output
    assert "There are no Plots" in society("plot", "list", "--state", "planted").output
    assert "did you mean 'planted'" in society("plot", "list", "--state", "plnted", code=2).output


def test_the_log_is_narrowed_and_names_what_it_does_not_know(society: Run) -> None:
    _asked(society)
    assert "Propose" in society("log", "--kind", "plot", "--by", "Sam Sample", "--since", "2020-01-01").output
    assert "nothing in the log" in society("log", "--since", "2999-01-01").output
    assert "did you mean 'plot'" in society("log", "--kind", "plto", code=2).output
    assert "there is no such day as 2026-02-30" in society("log", "--since", "2026-02-30", code=2).output


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("statsu",), "did you mean 'status'"),
        (("plto", "list"), "did you mean 'plot'"),
        (("plot", "porpose"), "did you mean 'propose'"),
        (("plot", "show", "Long Rwo"), "did you mean 'Long Row'"),
        (("plot", "show", "PL-2026-9"), "did you mean 'PL-"),
        (("plot", "propose", "--nmae", "x"), "--name"),
        (("post", "appoint", "--office", "chiar", "--person", "PE-001", "--body", "SO-1"), "did you mean 'chair'"),
    ],
)
def test_a_mistyped_word_is_answered_with_the_nearest(society: Run, words: tuple[str, ...], hint: str) -> None:
    _asked(society)
    assert hint in society(*words, code=2).output


def test_all_that_is_wrong_with_a_request_is_told_by_option(society: Run) -> None:
    output = society("post", "appoint", "--office", "king", "--starts", "2026-W05-1", code=2).output
    for option in ("--office: 'king' is not one of", "--starts: '2026-W05-1' is not a date", "--person: must be given"):
        assert option in output


def test_who_is_at_the_keyboard_must_be_said(society: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PEOPLEZONES_AS")
    assert "say who you are: --as PERSON" in society("plot", "propose", "--name", "x", code=2).output


@pytest.mark.parametrize("name", ["\x1b[31mred", "nul\x00", "half \ud800", "x" * 100_000, "tab\there"])
def test_text_that_cannot_be_taken_is_refused_and_never_reaches_the_terminal_raw(society: Run, name: str) -> None:
    output = society("plot", "propose", "--name", name, code=2).output
    assert "--name:" in output
    assert not set(output) & {"\x1b", "\x00", "\ud800"}
    for words in (("plot", "show", name), ("plot", "list", "--state", name), ("plot", name)):
        assert not set(society(*words, code=2).output) & {"\x1b", "\x00", "\ud800"}


@pytest.mark.parametrize("name", ["Cafe\u0301 Row", "\u05e9\u05dc\u05d5\u05dd", "Sunny \N{SUNFLOWER} Row"])
def test_names_in_any_script_are_kept_and_found(society: Run, name: str) -> None:
    society("plot", "propose", "--name", name)
    assert json.loads(society("plot", "show", name, "--json").output)["state"] == "proposed"


def test_a_database_that_is_not_there_or_not_ours_is_named_with_a_remedy(run: Run, tmp_path: Path) -> None:
    assert "begin a Board with `peoplezones init`" in run("status", code=1).output
    (tmp_path / "society.db").write_text("not a database, but long enough to look like a file of some kind" * 20)
    assert "is not a database" in run("status", code=1).output
    assert "no place for a database" not in run("--db", str(tmp_path / "other.db"), "status", code=1).output


def test_a_board_is_not_begun_where_nothing_is_kept(run: Run) -> None:
    result = run("init", "--secretary", "Sam Sample", "--db", ":memory:", code=2)
    assert "would be gone when this command ends; name a file with --db" in result.output


def test_a_record_that_cannot_be_read_is_called_damaged_and_not_our_mistake(society: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "society.db")) as database:
        database.execute("UPDATE record SET fields = 'junk' WHERE reference = 'PE-001'")
        database.commit()
    result = society("person", "show", "PE-001", code=1)
    assert "the fields of PE-001 cannot be read: put a backup in its place" in result.output


def test_why_says_that_nobody_holds_an_office(society: Run) -> None:
    society("plot", "propose", "--name", "Long Row")
    assert "For:     Chair (now nobody)" in society("plot", "why", "Long Row", "give-up").output


def test_db_may_stand_anywhere(society: Run, tmp_path: Path) -> None:
    society("init", "--secretary", "Olga Other", "--db", str(tmp_path / "other.db"))
    for words in (("--db", str(tmp_path / "other.db"), "status"), ("status", f"--db={tmp_path / 'other.db'}")):
        assert society(*words).output.startswith("Prevention Board")


def test_help_of_a_transition_tells_who_what_and_why(society: Run) -> None:
    output = " ".join(society("plot", "plant", "--help").output.split())
    for part in (
        "from Pledges asked for",
        "to Planted",
        "for Chair",
        "not for whoever made 'Propose'",
        "all-pledged everybody asked has pledged: T-2, commitment before planting",
        "enough-hours at least 10 hours are pledged: house rule T-2",
        "has-warden the plot has a warden",
        "and it must stay so",
    ):
        assert part in output
    assert "--members PERSON" in society("plot", "ask", "--help").output
    assert "a Pledge for each of members" in society("plot", "ask", "--help").output


def test_help_needs_no_database(run: Run) -> None:
    assert "Kinds of record" in run("--help").output
    assert len(run("--help").output.splitlines()) < 45
    assert "peoplezones" in run(code=2).output


def test_the_tree_follows_the_model_that_the_board_adopted(society: Run) -> None:
    assert "plot, pledge" in society("--help").output
    assert "ask " in society("plot", "--help").output


def test_a_model_is_checked_shown_drawn_and_adopted(society: Run, tmp_path: Path) -> None:
    folder = Path(__file__).parents[1] / "models" / "allotment"
    assert "is sound" in society("model", "check", str(folder)).output
    assert "Everybody asked has pledged".lower() in society("model", "show", "plot").output.lower()
    assert society("model", "diagram", "plot").output.startswith("stateDiagram-v2")
    assert society("model", "diagram", "plot", "--format", "dot").output.startswith("digraph")
    changed = tmp_path / "mine"
    changed.mkdir()
    for file in folder.glob("*.yaml"):
        (changed / file.name).write_text(file.read_text().replace("title: Plant\n", "title: Plant the seeds\n"))
    assert society("model", "adopt", str(changed)).output.startswith("Done")
    assert "Plant the seeds" in society("plot", "--help").output
    assert "not a folder" in society("model", "check", str(changed / "plot.yaml"), code=2).output


def test_a_model_is_named_as_a_folder_or_with_an_option(society: Run) -> None:
    folder = str(Path(__file__).parents[1] / "models" / "allotment")
    assert society("model", "check", "--model", folder).output == society("model", "check", folder).output
    assert "Done" in society("model", "adopt", "--model", folder).output
    assert "name one model" in society("model", "check", folder, "--model", folder, code=2).output
    assert "say which model to adopt" in society("model", "adopt", code=2).output


def test_a_broken_model_is_told_with_every_mistake_and_its_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "model.yaml").write_text("model: x\n\ttitle: y\n")
    assert "model.yaml:2:1" in run("model", "check", str(tmp_path), code=2).output


def test_rebuild_agrees_with_the_tables(society: Run) -> None:
    _asked(society)
    society("plot", "plant", "Long Row", code=3)
    assert "agree" in society("rebuild").output


def test_an_upgrade_with_nothing_to_do_says_so(society: Run) -> None:
    assert "nothing was to be done" in society("db", "upgrade").output


def test_records_go_out_to_a_file_and_come_in_from_one(society: Run, tmp_path: Path) -> None:
    file = tmp_path / "plots.csv"
    file.write_text("name,rent\nOne,10\nTwo,20\nThree,x\n")
    output = society("import", "plot", str(file), code=2).output
    assert "2 moved" in output
    assert "row 4" in output
    assert "2 records were written" in society("export", "plot", str(tmp_path / "out.csv")).output
    assert "One" in (tmp_path / "out.csv").read_text()


def test_an_unexpected_fault_is_told_in_one_line_and_shown_when_debugging(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert answered(lambda: 1 / 0) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "a mistake in People Zones, not yours (ZeroDivisionError: division by zero)" in told
    monkeypatch.setenv("PEOPLEZONES_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        answered(lambda: 1 / 0)


def test_a_full_disk_is_told_as_that_and_not_as_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    def written() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    assert answered(written) == 1
    assert capsys.readouterr().err == (
        "Error: it could not be written: No space left on device. Make room, and run it again.\n"
    )


def test_completion_knows_commands_kinds_transitions_and_references(society: Run, process: Process) -> None:
    _asked(society)

    def completed(line: str) -> list[str]:
        words = line.split(" ")
        done = process(_PEOPLEZONES_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))
        assert done.stderr == ""
        return [answer.partition(",")[2] for answer in done.stdout.splitlines()]

    assert completed("peoplezones sta") == ["status"]
    assert completed("peoplezones plo") == ["plot"]
    assert completed("peoplezones plot pl") == ["plan", "plant"]
    assert completed("peoplezones plot show PL-")[0].startswith("PL-")
    assert completed("peoplezones plot ask Lo") == ["PL-2026-001"]  # its name has a space in it
    assert completed("peoplezones post appoint --office ch") == ["chair"]
    assert completed("peoplezones plot ask x --members PE-") == ["PE-001", "PE-002", "PE-003"]
    assert completed("peoplezones plot propose --as Mi") == ["PE-002"]


def test_completion_is_silent_where_there_is_no_board(process: Process, tmp_path: Path) -> None:
    done = process(
        PEOPLEZONES_DB=str(tmp_path / "none.db"),
        _PEOPLEZONES_COMPLETE="bash_complete",
        COMP_WORDS="peoplezones person show PE",
        COMP_CWORD="3",
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_a_pipe_gets_plain_text_and_closing_it_is_quiet(society: Run, process: Process) -> None:
    for name in ("One", "Two"):
        society("plot", "propose", "--name", name)
    assert "\x1b" not in process("plot", "list").stdout
    closing = subprocess.run(
        f"{sys.executable} -m peoplezones log --json | head -c 1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert closing.stderr == ""


@pytest.mark.parametrize("words", [("--help",), ("plot", "--help"), ("init", "--help"), ("network", "draw", "--help")])
def test_help_imports_nothing_heavy(society: Run, words: tuple[str, ...]) -> None:
    society("status")
    heavy = ("sqlalchemy", "yaml", "alembic", "rich", "networkx", "transitions", "flask", "msgspec", "matplotlib")
    assert _imported(words, heavy) == []


@pytest.mark.parametrize(
    "words", [("plot", "show", "Long Row"), ("status",), ("plot", "why", "Long Row"), ("plot", "list")]
)
def test_reading_imports_no_machine_parser_or_migrations(society: Run, words: tuple[str, ...]) -> None:
    _asked(society)
    _imported(("status",), ())  # this process has the model at hand and keeps none; one of its own does
    assert _imported(words, ("transitions", "yaml", "alembic", "rich", "networkx", "requests", "flask")) == []


def _imported(words: tuple[str, ...], modules: tuple[str, ...]) -> list[str]:
    """Return which of the modules a command imports."""
    code = (
        "import sys, atexit, io\n"
        f"atexit.register(lambda: print([m for m in {modules!r} if m in sys.modules], file=sys.stderr))\n"
        "from peoplezones.cli.main import root\n"
        f"root.main({list(words)!r})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stderr.strip().splitlines()[-1].replace("'", '"'))
    return found
