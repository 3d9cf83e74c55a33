"""`kill -9` loses nothing that was acknowledged, doubles nothing and leaves nothing half done."""

from __future__ import annotations

import pytest

from .boards import Places
from .killing import Killing

pytestmark = pytest.mark.sqlite


@pytest.mark.parametrize("writers", [1, 4])
def test_nothing_is_lost_doubled_or_half_there(places: Places, seed: int, writers: int) -> None:
    result = Killing(places, writers, seed).run(25)
    assert result.wrong == []
    assert result.figures["kills"] == 25
    assert int(str(result.figures["acknowledged"])) > 25


def test_acknowledging_before_the_commit_is_found(places: Places, seed: int) -> None:
    result = Killing(places, 4, seed, too_early=True).run(500)
    assert any(line.startswith("lost") for line in result.wrong)
