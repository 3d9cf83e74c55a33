"""The same on a PostgreSQL server, and what can only happen to one: it stops, and the way to it is cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import Server

from .contest import Contest
from .killing import Killing
from .lost import Losing
from .servers import Schemas
from .skew import Skew


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server of our own, which may be restarted while others test on theirs."""
    own = Server()
    yield own
    own.close()


def test_nothing_is_lost_doubled_or_half_there(server: Server, seed: int) -> None:
    result = Killing(Schemas(server), 4, seed).run(10)
    assert result.wrong == []
    assert int(str(result.figures["acknowledged"])) > 0


def test_eight_processes_lose_no_update(server: Server, seed: int) -> None:
    result = Contest(Schemas(server), 8, seed).run(160)
    assert result.wrong == []
    assert int(str(result.figures["too late"])) > 0


def test_a_go_ahead_and_a_withdrawal_follow_one_another(server: Server, tmp_path: Path, seed: int) -> None:
    assert Skew(tmp_path, seed, server=server).run(5).wrong == []


def test_of_a_request_that_was_lost_the_truth_is_told_and_the_next_is_answered(server: Server) -> None:
    result = Losing(server).run(1)
    assert result.wrong == []
    assert result.figures["cut after at COMMIT: it had happened"] == 1
    assert result.figures["cut before at COMMIT: it had happened"] == 0
    assert result.figures["lost between requests"] == 1


def test_asking_again_without_a_key_is_found(server: Server) -> None:
    assert any("doubled" in line for line in Losing(server, keyless=True).run(1).wrong)
