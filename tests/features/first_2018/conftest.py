"""The specification of the first operating model: its own journeys, its own Boards."""

from pathlib import Path

import pytest

from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.specification import Boards, Specification


@pytest.fixture(scope="session")
def specification(boards: Boards, tmp_path_factory: pytest.TempPathFactory) -> Specification:
    """The first model, its journeys, and what has been seen of each rule."""
    journeys: Path = shipped("features") / "first-2018" / "journeys"
    room = tmp_path_factory.mktemp("boards-2018")
    return Specification(shipped("workflows") / "first-2018", journeys, room, boards=boards)
