"""Runs of `notify` that are killed, and several at once, tell each person of each thing once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from peoplezones.notices import Wanted
from tests.post import Society

from .telling import Telling, mail_server, reader

KILLS = 16


@pytest.fixture
def society(tmp_path: Path) -> Iterator[Society]:
    found = Society(tmp_path)
    yield found
    found.board.close()


@pytest.mark.parametrize("at_once", [1, 3])
def test_in_a_maildir_each_message_is_there_exactly_once(
    society: Society, tmp_path: Path, seed: int, at_once: int
) -> None:
    maildir = tmp_path / "mail"
    telling = Telling(society, Wanted(maildir=maildir), reader(maildir, random.Random(seed)), seed)
    telling.run(KILLS, at_once=at_once)
    assert telling.killed >= KILLS
    assert telling.told() == telling.due()
    assert set(telling.ids().values()) == {1}
    assert telling.ids().keys() == telling.marked_sent()
    assert list(maildir.glob("ready/*")) == []
    assert society.board.rebuild().agrees


@pytest.mark.parametrize("at_once", [1, 3])
def test_a_mail_server_gets_each_message_and_twice_only_what_a_killed_run_had_handed_in(
    society: Society, tmp_path: Path, seed: int, at_once: int
) -> None:
    with mail_server(tmp_path) as (wanted, look):
        telling = Telling(society, wanted, look, seed)
        telling.run(KILLS, at_once=at_once)
    assert telling.killed >= KILLS
    assert telling.told() == telling.due()
    assert telling.ids().keys() == telling.marked_sent()
    assert sum(many - 1 for many in telling.ids().values()) <= telling.killed
    copies: dict[str, set[bytes]] = {}
    for message in telling.came:
        copies.setdefault(str(message["Message-ID"]), set()).add(message.as_bytes())
    assert {len(same) for same in copies.values()} == {1}


def test_runs_at_once_that_nobody_kills_send_each_message_once(society: Society, tmp_path: Path, seed: int) -> None:
    with mail_server(tmp_path) as (wanted, look):
        telling = Telling(society, wanted, look, seed)
        telling.finish(1)
        for plot in range(1, 6):
            society.ask_for_pledges(f"Plot {plot}")
            telling.plots = plot
            telling.finish(4)
    assert telling.ended == 5 * 5 + 2
    assert telling.told() == telling.due()
    assert set(telling.ids().values()) == {1}
