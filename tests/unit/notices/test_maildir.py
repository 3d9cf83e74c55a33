"""A maildir folder: made where there is none, each message in it once, and nothing half-written."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from peoplezones.domain.errors import UsageError
from peoplezones.mail import NotSent
from peoplezones.notices.maildir import Maildir

ID = "abc@board.example"


@pytest.fixture
def maildir(tmp_path: Path) -> Maildir:
    found = Maildir(tmp_path / "some" / "where")
    found.make()
    found.make()
    return found


def names(maildir: Maildir, folder: str) -> list[str]:
    return [path.name for path in (maildir.folder / folder).iterdir()]


def test_a_message_is_ready_then_new_and_only_its_owner_may_read_it(maildir: Maildir) -> None:
    maildir.prepare(ID, b"text")
    assert (names(maildir, "ready"), names(maildir, "new")) == (["abc.board.example"], [])
    maildir.deliver(ID)
    (path,) = (maildir.folder / "new").iterdir()
    assert path.read_bytes() == b"text"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(maildir, "ready") == []


def test_what_was_delivered_is_not_delivered_again_whatever_has_become_of_it(maildir: Maildir) -> None:
    maildir.prepare(ID, b"text")
    maildir.deliver(ID)
    next((maildir.folder / "new").iterdir()).unlink()
    maildir.deliver(ID)
    assert names(maildir, "new") == []


def test_what_was_half_written_is_written_anew(maildir: Maildir) -> None:
    (maildir.folder / "ready" / "abc.board.example").write_bytes(b"te")
    maildir.prepare(ID, b"text")
    maildir.deliver(ID)
    assert next((maildir.folder / "new").iterdir()).read_bytes() == b"text"


def test_only_messages_are_tidied_away_and_nothing_that_others_keep_there(maildir: Maildir) -> None:
    cut_short, others = f"{'ab' * 20}.board.example", ["minutes.docx", "folder"]
    (maildir.folder / "ready" / cut_short).write_bytes(b"te")
    (maildir.folder / "ready" / others[0]).write_bytes(b"kept")
    (maildir.folder / "ready" / others[1]).mkdir()
    maildir.tidy(set)
    assert sorted(names(maildir, "ready")) == sorted(others)


def test_a_folder_that_cannot_be_tidied_is_named(maildir: Maildir) -> None:
    (maildir.folder / "ready" / f"{'ab' * 20}.board.example").mkdir()
    with pytest.raises(UsageError, match="ready' cannot be tidied"):
        maildir.tidy(set)


def test_what_is_ready_can_be_withdrawn_and_what_is_delivered_cannot(maildir: Maildir) -> None:
    maildir.prepare(ID, b"text")
    assert maildir.withdraw(ID)
    assert not maildir.withdraw(ID)
    assert names(maildir, "ready") == []


def test_only_what_nobody_is_about_to_deliver_is_tidied_away(maildir: Maildir) -> None:
    maildir.prepare(ID, b"text")
    maildir.prepare(f"{'cd' * 20}@board.example", b"text")
    maildir.tidy(lambda: {ID})
    assert names(maildir, "ready") == ["abc.board.example"]


def test_a_folder_that_is_in_the_way_or_gone_is_named(maildir: Maildir, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be made a maildir"):
        Maildir(tmp_path / "file").make()
    maildir.prepare(ID, b"text")
    maildir.folder.rename(tmp_path / "away")
    with pytest.raises(NotSent, match="is not there any more"):
        maildir.deliver(ID)
    with pytest.raises(NotSent, match="could not be written"):
        maildir.prepare(ID, b"text")
