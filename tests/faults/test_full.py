"""On a full disk a Board can be read, a request is refused with the remedy, and all goes on once there is room."""

from __future__ import annotations

from pathlib import Path

import pytest

from .boards import Places
from .full import Filling

pytestmark = pytest.mark.sqlite


def test_a_full_disk(places: Places, tmp_path: Path) -> None:
    result = Filling(places, tmp_path).run()
    assert result.wrong == []
    assert int(str(result.figures["readings while full"])) >= 4
