"""`audit key` and `audit checkpoint`: who signs, where it goes, and what is never signed."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from peoplezones.audit.note import checkpoint_in, public_key, signed_by

from .mail_server import mail_server

Run = Callable[..., Result]


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A folder for keys, which is not that of the database."""
    folder = tmp_path / "keys"
    folder.mkdir()
    return folder


@pytest.fixture
def signing(society: Run, keys: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The society, whose log has a key."""
    society("audit", "key", "new", "-o", str(keys / "log.key"))
    monkeypatch.setenv("PEOPLEZONES_KEY", str(keys / "log.key"))
    return society


def register(run: Run, name: str) -> None:
    run("person", "register", "--name", name)


def database(tmp_path: Path) -> Path:
    return tmp_path / "society.db"


def rewrite(tmp_path: Path, statement: str) -> None:
    """Change the database past all that is ours."""
    with sqlite3.connect(database(tmp_path)) as connection:
        for name in ("entry_refuses_update", "entry_refuses_delete"):
            connection.execute(f"drop trigger if exists {name}")
        connection.execute(statement)
    connection.close()


def test_a_key_is_made_in_a_file_of_its_own_and_registered_by_an_entry(society: Run, keys: Path) -> None:
    file = keys / "log.key"
    told = society("audit", "key", "new", "-o", str(file)).output
    assert file.stat().st_mode & 0o777 == 0o600
    shown = json.loads(society("audit", "key", "show", "--json").output)
    assert [(row["entry"], row["until"]) for row in shown] == [(5, None)]
    assert shown[0]["key"] in told
    assert society("audit", "key", "show", str(file)).output.strip() == shown[0]["key"]
    entry = json.loads(society("log", "--limit", "1", "--json").output)[0]
    assert (entry["title"], entry["office"]) == ("Register a key of the log", "Secretariat")
    assert "agree" in society("rebuild").output


def test_the_secret_is_nowhere_in_the_database_nor_in_what_is_told(society: Run, keys: Path, tmp_path: Path) -> None:
    told = society("audit", "key", "new", "-o", str(keys / "log.key"), "--json").output
    secret = (keys / "log.key").read_text().strip().split("+", 4)[4]
    files = [*tmp_path.glob("society.db*")]
    assert files
    assert all(secret.encode() not in file.read_bytes() for file in files)
    assert secret not in told


def test_a_refused_key_leaves_no_file_and_the_refusal_is_logged(signing: Run, keys: Path) -> None:
    output = signing("audit", "key", "new", "-o", str(keys / "second.key"), code=3).output
    assert "a new key replaces the one in force" in output
    assert "--replaces-with OLDKEYFILE" in output
    assert not (keys / "second.key").exists()
    assert "REFUSED" in signing("log", "--limit", "1").output


def test_whoever_may_not_is_refused_and_told_who_may(signing: Run, keys: Path) -> None:
    register(signing, "Mia Member")
    output = signing("audit", "key", "new", "-o", str(keys / "mine.key"), "--as", "Mia Member", code=3).output
    assert "a key of the log is registered by Secretariat" in output
    assert "peoplezones audit key new" in output


def test_what_is_misunderstood_leaves_no_file_and_no_entry(society: Run, keys: Path) -> None:
    before = society("log", "--json").output
    for wrong in (["--as", "Nobody Example"], ["--on", "tomorrow"], ["--replaces-with", str(keys / "none.key")]):
        society("audit", "key", "new", "-o", str(keys / "log.key"), *wrong, code=2)
    told = society("audit", "key", "new", "-o", str(keys / "none" / "log.key"), code=1).output
    assert "make it first" in told
    assert not (keys / "log.key").exists()
    assert society("log", "--json").output == before


def test_a_key_that_was_lost_is_named_by_its_id(signing: Run, keys: Path) -> None:
    lost = json.loads(signing("audit", "key", "show", "--json").output)[0]["id"]
    new = ["audit", "key", "new", "-o", str(keys / "new.key"), "--replaces", lost]
    assert "once" in signing(*new, "--replaces-with", str(keys / "log.key"), code=2).output
    assert "8 hexadecimal digits" in signing(*new[:-1], "lost", code=2).output
    signing(*new)
    signing("audit", "checkpoint", "--key", str(keys / "new.key"))


def test_a_key_is_never_written_over_nor_beside_the_database(society: Run, keys: Path, tmp_path: Path) -> None:
    (keys / "log.key").write_text("precious")
    assert "never written over" in society("audit", "key", "new", "-o", str(keys / "log.key"), code=1).output
    assert (keys / "log.key").read_text() == "precious"
    assert "beside the database" in society("audit", "key", "new", "-o", str(tmp_path / "log.key"), code=2).output
    assert not (tmp_path / "log.key").exists()


def test_a_key_whose_entry_is_missing_is_entered_from_its_file(society: Run, keys: Path, tmp_path: Path) -> None:
    shutil.copy(database(tmp_path), keys / "before.db")
    society("audit", "key", "new", "-o", str(keys / "log.key"))
    shutil.copy(keys / "before.db", database(tmp_path))  # as if the entry had never come about
    assert "never registered" in society("audit", "checkpoint", "--key", str(keys / "log.key"), code=2).output
    society("audit", "key", "enter", str(keys / "log.key"))
    assert "a key is put in force once" in society("audit", "key", "enter", str(keys / "log.key"), code=3).output
    society("audit", "checkpoint", "--key", str(keys / "log.key"))


def test_a_key_that_others_can_read_does_not_sign(signing: Run, keys: Path) -> None:
    (keys / "log.key").chmod(0o644)
    assert "chmod 600" in signing("audit", "checkpoint", code=2).output


def test_a_damaged_key_is_told(signing: Run, keys: Path) -> None:
    file = keys / "log.key"
    file.write_text(file.read_text().replace("A", "B", 1))
    assert "no secret key, or not a whole one" in signing("audit", "checkpoint", code=2).output


def test_the_checkpoint_that_is_printed_is_the_note_and_nothing_else(signing: Run) -> None:
    note, said = checkpoint_in(signing("audit", "checkpoint").output)
    key = json.loads(signing("audit", "key", "show", "--json").output)[0]["key"]
    assert said.size == 5
    assert [str(one.key) for one in signed_by(note, [public_key(key)])] == [key]
    assert json.loads(signing("audit", "checkpoint", "--json").output)["note"] == str(note)


def test_the_checkpoint_of_an_earlier_size_is_the_one_that_was_signed_then(signing: Run) -> None:
    then = signing("audit", "checkpoint").output
    register(signing, "Mia Member")
    assert signing("audit", "checkpoint").output != then
    assert signing("audit", "checkpoint", "--size", "5").output == then
    assert "the log has 6 entries" in signing("audit", "checkpoint", "--size", "7", code=2).output
    assert "no key had been registered yet" in signing("audit", "checkpoint", "--size", "4", code=2).output


def test_without_a_key_nothing_is_signed_and_the_way_out_is_told(society: Run) -> None:
    output = society("audit", "checkpoint", code=2).output
    assert "--key FILE" in output
    assert "audit key new" in output


def test_after_a_change_of_keys_both_can_sign_and_the_old_one_alone_not(signing: Run, keys: Path) -> None:
    old, new = str(keys / "log.key"), str(keys / "new.key")
    signing("audit", "key", "new", "-o", new, "--replaces-with", old)
    assert "must sign" in signing("audit", "checkpoint", "--key", old, code=2).output
    note = checkpoint_in(signing("audit", "checkpoint", "--key", new, "--key", old).output)[0]
    shown = json.loads(signing("audit", "key", "show", "--json").output)
    assert [(row["entry"], row["until"]) for row in shown] == [(5, 6), (6, None)]
    assert [str(one.key) for one in signed_by(note, [public_key(row["key"]) for row in shown])] == [
        row["key"] for row in shown[::-1]
    ]
    assert "entry 5" in signing("audit", "key", "show").output


def test_a_folder_gets_one_file_for_each_size_and_nothing_where_the_log_has_not_grown(
    signing: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    assert "is in" in signing("audit", "checkpoint", "--to", str(folder)).output
    first = (folder / "0000000000000005.txt").stat().st_mtime_ns
    assert "Nothing new" in signing("audit", "checkpoint", "--to", str(folder)).output
    assert (folder / "0000000000000005.txt").stat().st_mtime_ns == first
    register(signing, "Mia Member")
    signing("audit", "checkpoint", "--to", str(folder))
    assert sorted(file.name for file in folder.iterdir()) == ["0000000000000005.txt", "0000000000000006.txt"]
    assert signing("audit", "verify", "--against", str(folder)).output.startswith("Nothing is wrong")


def test_a_file_always_has_the_newest(signing: Run, tmp_path: Path) -> None:
    file = tmp_path / "latest.txt"
    for size in (5, 6):
        signing("audit", "checkpoint", "-o", str(file))
        assert checkpoint_in(file.read_text())[1].size == size
        register(signing, f"Mia Member {size}")
    file.write_text("my shopping list\n")
    assert "is no checkpoint" in signing("audit", "checkpoint", "-o", str(file), code=2).output
    assert file.read_text() == "my shopping list\n"


def test_a_second_key_adds_its_signature_to_what_is_kept(signing: Run, keys: Path, tmp_path: Path) -> None:
    old, new, file = str(keys / "log.key"), str(keys / "new.key"), tmp_path / "latest.txt"
    signing("audit", "key", "new", "-o", new, "--replaces-with", old)
    signing("audit", "checkpoint", "--key", new, "-o", str(file))
    signing("audit", "checkpoint", "--key", new, "--key", old, "-o", str(file))
    assert len(checkpoint_in(file.read_text())[0].signatures) == 2


@pytest.mark.parametrize("way", ["cut short", "put back", "rewritten", "another"])
def test_a_log_that_is_not_what_it_was_is_not_signed(
    signing: Run, keys: Path, tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    shutil.copy(database(tmp_path), keys / "before.db")
    register(signing, "Mia Member")
    signing("audit", "checkpoint", "--to", str(kept))
    wanted, code = "rewritten, cut short or put back", 1
    if way == "another":
        monkeypatch.setenv("PEOPLEZONES_DB", str(tmp_path / "other.db"))
        signing("init", "--secretary", "Sam Sample", "--model", str(Path(__file__).parents[1] / "models" / "allotment"))
        signing("audit", "key", "new", "-o", str(keys / "other.key"))
        monkeypatch.setenv("PEOPLEZONES_KEY", str(keys / "other.key"))
        wanted, code = "is of another log", 2
    else:
        shutil.copy(keys / "before.db", database(tmp_path))
        for name in {"cut short": [], "put back": ["Ben Example"], "rewritten": ["Ben Example", "Eve Example"]}[way]:
            register(signing, name)
    output = signing("audit", "checkpoint", "--to", str(kept), code=code).output
    assert wanted in output
    assert "0000000000000006.txt" in output
    assert [file.name for file in kept.iterdir()] == ["0000000000000006.txt"]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("update entry set line = replace(line, 'Sample', 'Simple') || ' ' where n = 6", "entry 6"),
        ("delete from entry where n = 6", "does not agree with the head"),
        ("update head set size = 5", "the tree does not agree with the head"),
        ("update head set frontier = zeroblob(64)", "the tree does not agree with the head"),
        ("update tile set hashes = zeroblob(192)", "the tree does not agree with the head"),
        ("delete from tile", "lacks the hash"),
        ("update entry set line = replace(line, '+A', '+B') where n = 5", "entry 5"),
    ],
)
def test_a_log_that_does_not_agree_with_itself_is_not_signed(
    signing: Run, tmp_path: Path, statement: str, told: str
) -> None:
    register(signing, "Mia Member")
    rewrite(tmp_path, statement)
    output = signing("audit", "checkpoint", code=1).output
    assert told in output
    assert "audit verify" in output


def test_the_entry_of_a_key_is_held_against_the_tree_however_long_ago_it_was(
    signing: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peoplezones.audit.checkpoint._LOOKED_AT", 1)
    register(signing, "Mia Member")
    rewrite(tmp_path, """update entry set line = replace(line, '"seen":null', '"seen":1') where n = 5""")
    assert "entry 5 does not agree with the tree" in signing("audit", "checkpoint", code=1).output
    rewrite(tmp_path, "update entry set line = replace(line, '+A', '+B') where n = 5")
    assert "an entry that registers a key cannot be read" in signing("audit", "checkpoint", code=1).output


def test_a_checkpoint_that_no_key_of_the_log_has_signed_is_looked_into_before_anything_is_signed(
    signing: Run, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    text = signing("audit", "checkpoint").output
    (kept / "0000000000000005.txt").write_text(text.replace("\n5\n", "\n4\n"))
    assert "is false" in signing("audit", "checkpoint", "--to", str(kept), code=1).output


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with somewhere to push to."""
    git(tmp_path, "init", "--quiet", "--bare", "-b", "main", "origin.git")
    git(tmp_path, "clone", "--quiet", "origin.git", "clone")
    folder = tmp_path / "clone"
    git(folder, "config", "user.name", "Sam Sample")
    git(folder, "config", "user.email", "sam@society.example")
    git(folder, "checkout", "--quiet", "-B", "main")
    git(folder, "config", "push.default", "current")
    return folder


def test_a_repository_gets_one_commit_for_each_size_and_nothing_else_of_it(signing: Run, repository: Path) -> None:
    (repository / "other.txt").write_text("mine")
    git(repository, "add", "other.txt")
    for name in ("Mia Member", "Ben Example"):
        signing("audit", "checkpoint", "--git", str(repository))
        assert "Nothing new" in signing("audit", "checkpoint", "--git", str(repository)).output
        register(signing, name)
    signing("audit", "checkpoint", "--git", str(repository), "--push")
    assert git(repository, "log", "--format=%s", "origin/main").count("Checkpoint of ") == 3
    assert git(repository, "status", "--porcelain") == "A  other.txt\n"


def test_a_commit_that_failed_is_made_the_next_time(signing: Run, repository: Path) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n")
    hook.chmod(0o755)
    assert "not today" in signing("audit", "checkpoint", "--git", str(repository), code=1).output
    hook.unlink()
    signing("audit", "checkpoint", "--git", str(repository))
    assert git(repository, "log", "--format=%s").count("Checkpoint of 5 entries") == 1


def test_a_folder_that_is_no_repository_gets_nothing(signing: Run, tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    assert "not a git repository" in signing("audit", "checkpoint", "--git", str(folder), code=1).output
    assert list(folder.iterdir()) == []


def test_auditors_get_the_checkpoint_by_mail_as_a_file(signing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEOPLEZONES_MAIL_FROM", "board@society.example")
    with mail_server() as server:
        monkeypatch.setenv("PEOPLEZONES_SMTP", f"smtp://sam:pass%20word@{server.address}")
        told = signing("audit", "checkpoint", "--mail", "a@audit.example", "--mail", "b@audit.example").output
    assert "mailed to a@audit.example, b@audit.example" in told
    ((sender, recipients, message),) = server.messages
    assert (sender, recipients) == ("board@society.example", ["a@audit.example", "b@audit.example"])
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "checkpoint-5.txt"
    assert attached.get_payload(decode=True) == signing("audit", "checkpoint").output.encode()
    body = message.get_body()
    assert body is not None
    assert "had 5 entries" in body.get_content()
    assert len(server.logins) == 1


def test_mail_that_somebody_does_not_get_is_told(signing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEOPLEZONES_MAIL_FROM", "board@society.example")
    with mail_server("gone@audit.example") as server:
        monkeypatch.setenv("PEOPLEZONES_SMTP", f"smtp://{server.address}")
        both = ["--mail", "a@audit.example", "--mail", "gone@audit.example"]
        assert "but not for gone@audit.example" in signing("audit", "checkpoint", *both, code=1).output
        assert "for none of gone@" in signing("audit", "checkpoint", "--mail", "gone@audit.example", code=1).output
    assert len(server.messages) == 1
    assert "could not be used" in signing("audit", "checkpoint", "--mail", "a@audit.example", code=1).output


@pytest.mark.parametrize(
    ("server", "sender", "to"),
    [
        ("", "board@society.example", "a@audit.example"),
        ("http://mail.example", "board@society.example", "a@audit.example"),
        ("smtp://mail.example:port", "board@society.example", "a@audit.example"),
        ("smtp://mail.example", "", "a@audit.example"),
        ("smtp://mail.example", "board@society.example", "nobody"),
        ("smtp://mail.example", "board@society.example", "a@audit.example\nBcc: x@audit.example"),
    ],
)
def test_mail_that_cannot_be_sent_is_told_before_anything_is_signed(
    signing: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, server: str, sender: str, to: str
) -> None:
    monkeypatch.setenv("PEOPLEZONES_SMTP", server)
    monkeypatch.setenv("PEOPLEZONES_MAIL_FROM", sender)
    signing("audit", "checkpoint", "--mail", to, "-o", str(tmp_path / "c.txt"), code=2)
    assert not (tmp_path / "c.txt").exists()
