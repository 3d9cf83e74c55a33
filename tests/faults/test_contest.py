"""Many who change the same records at once: nobody's change is lost, and no two pass that could not in turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from .boards import Places
from .contest import Contest
from .skew import Skew

pytestmark = pytest.mark.sqlite


def test_eight_processes_lose_no_update(places: Places, seed: int) -> None:
    result = Contest(places, 8, seed).run(240)
    assert result.wrong == []
    assert int(str(result.figures["too late"])) > 0


def test_updates_that_are_lost_are_found(places: Places, seed: int) -> None:
    result = Contest(places, 4, seed, blind=True).run(160)
    assert any("lost updates" in line for line in result.wrong)


def test_a_go_ahead_and_a_withdrawal_follow_one_another(tmp_path: Path, seed: int) -> None:
    result = Skew(tmp_path, seed).run(14)
    assert result.wrong == []
    assert int(str(result.figures["go-ahead first"])) * int(str(result.figures["withdrawal first"])) > 0


def test_a_go_ahead_that_rests_on_a_stale_look_is_found(tmp_path: Path, seed: int) -> None:
    assert any("write skew" in line for line in Skew(tmp_path, seed, stale=True).run(1).wrong)
