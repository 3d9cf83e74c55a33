"""A Board whose things are asked about by forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine import Engine
from tests.unit.forms.house import House
from tests.unit.forms.small import write_model


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A Board with Ann Example, who keeps it, Bob Example, and a lamp that is Bob's."""
    engine = Engine(tmp_path / "house.db", str(write_model(tmp_path / "model")))
    yield House(engine)
    engine.board.close()
