"""`notify`: what it tells on the terminal and to programs, and with which code it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.mail_box import post_office
from tests.post import delivered, model_with_mail

Run = Callable[..., Result]


@pytest.fixture
def society(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The society, begun to be told, with Mia (PE-002) who has an address, and Dee (PE-003) who has none."""
    monkeypatch.delenv("PEOPLEZONES_SMTP", raising=False)
    monkeypatch.setenv("PEOPLEZONES_MAIL_FROM", "notices@board.example")
    run("init", "--secretary", "Sam Sample", "--board", "The Society", "--model", str(model_with_mail(tmp_path)))
    monkeypatch.setenv("PEOPLEZONES_AS", "Sam Sample")
    run("notify", "--maildir", str(tmp_path / "mail"))
    run("person", "register", "--name", "Mia Member", "--mail", "mia@people.example")
    run("person", "register", "--name", "Dee Member", "--mail", "at the gate")
    run("plot", "propose", "--name", "North end")
    return run


def ask(society: Run) -> None:
    """Have both be asked to pledge to the plot, whose reference has the year in it."""
    plot = json.loads(society("plot", "list", "--json").output)["rows"][0]["reference"]
    society("plot", "ask", plot, "--members", "Mia Member", "--members", "Dee Member")


def test_a_dry_run_shows_the_messages_and_changes_nothing(society: Run, tmp_path: Path) -> None:
    ask(society)
    for _ in range(2):
        output = society("notify", "--dry-run").output
        assert output.startswith("To PE-002 (Mia Member)\nSubject: The Society: 2 new\n\nThe Society: what you should")
        assert "\nTo PE-003 (Dee Member) (no e-mail address)\n" in output
        assert output.endswith("2 messages would be made. Nothing was sent or noted.\n")
    told = json.loads(society("notify", "--dry-run", "--json").output)
    assert [(m["person"], m["reached"], m["subject"]) for m in told["messages"]] == [
        ("PE-002", True, "The Society: 2 new"),
        ("PE-003", False, "The Society: 2 new"),
    ]
    assert delivered(tmp_path / "mail") == []
    assert "people.example" not in output


def test_a_run_tells_what_it_did_and_who_must_be_told_otherwise(society: Run, tmp_path: Path) -> None:
    ask(society)
    output = society("notify", "--maildir", str(tmp_path / "mail")).output
    assert output.startswith("2 messages made, 1 sent.\nWaiting\n  PE-003 (Dee Member): The Society: 2 new\n")
    assert "no e-mail address: tell them yourself" in output
    assert [str(message["To"]) for message in delivered(tmp_path / "mail")] == ["mia@people.example"]
    again = society("notify", "--maildir", str(tmp_path / "mail")).output
    assert again.startswith("0 messages made, 0 sent.\nWaiting\n")
    status = society("notify", "--status").output
    assert (
        "\nFor PE-003 (Dee Member); once told: peoplezones notify --told PE-003\nThe Society: what you should" in status
    )
    assert "Mia Member" not in status
    output = society("notify", "--told", "Dee Member").output
    assert output == "Noted: 1 message need not be sent.\nNothing waits.\n"
    assert society("notify", "--status").output == "Nothing waits.\n"


def test_what_could_not_be_sent_makes_the_run_fail_and_is_shown_with_its_reason(
    society: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    society("person", "amend", "PE-002", "--mail", "refused@people.example", "--reason", "moved")
    ask(society)
    with post_office() as office:
        monkeypatch.setenv("PEOPLEZONES_SMTP", f"smtp://{office.address}")
        output = society("notify", code=1).output
        assert "2 messages made, 0 sent." in output
        assert "127.0.0.1 said 550 5.1.1 <(address)>: nobody of that name" in output
        assert "tried 1 time; next after " in output
        assert society("notify", "--status", code=1).output.partition("\n\nFor PE-003")[0] in output
        told: dict[str, Any] = json.loads(society("notify", "--status", "--json", code=1).output)
        assert [one["failed"] for one in told["outbox"]["waiting"]] == [True, False]
        society("person", "amend", "PE-002", "--mail", "mia@people.example", "--reason", "a mistake")
        told = json.loads(society("notify", "--retry", "--json").output)
        assert told["run"] == {"made": 0, "sent": 1, "lapsed": 0, "cut_short": ""}
        assert office.took() == ["mia@people.example"]


def test_wrong_use_is_told_with_the_remedy(society: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "set PEOPLEZONES_SMTP to the mail server" in society("notify", code=2).output
    assert "exclude each other" in society("notify", "--dry-run", "--status", code=2).output
    (tmp_path / "file").write_text("")
    assert "cannot be made a maildir" in society("notify", "--maildir", str(tmp_path / "file"), code=2).output
    assert "--since" in society("notify", "--dry-run", "--since", "yesterday", code=2).output
    monkeypatch.setenv("PEOPLEZONES_MAIL_FROM", "a\nb@people.example")
    assert "is no mail address" in society("notify", "--maildir", str(tmp_path / "mail"), code=2).output


def test_a_model_without_notices_says_what_to_add(run: Run) -> None:
    run("init", "--secretary", "Sam Sample", "--model", "tests/models/allotment")
    output = run("notify", "--dry-run", code=1).output
    assert "add `notices` to its model.yaml and adopt it" in output


def test_help_imports_nothing_of_mail() -> None:
    code = (
        "import sys; from peoplezones.cli.main import root\n"
        "try: root(['notify', '--help'])\nexcept SystemExit: pass\n"
        "print([name for name in ('smtplib', 'jinja2', 'email.message') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.endswith("[]\n")
