"""The part of the battery that makes a long log works; at full length it measures."""

from __future__ import annotations

import pytest

from .boards import Places
from .million import LIMIT, Growing

pytestmark = pytest.mark.sqlite


def test_a_log_is_grown_and_verified_in_little_memory(places: Places) -> None:
    result = Growing(places).run(1_500)
    assert result.wrong == []
    assert 0 < int(str(result.figures["MiB taken by verify"])) <= LIMIT
