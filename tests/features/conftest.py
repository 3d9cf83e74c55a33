"""The features are tried on Boards in files, or on a server (`--database postgresql`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from peoplezones.spec.specification import Boards
from tests import databases


def _copy(source: Path, target: Path) -> None:
    databases.server.put(databases.schema_of(source), databases.schema_of(target))


@pytest.fixture(scope="session")
def boards() -> Boards:
    """How the Boards of scenarios are kept."""
    if databases.chosen == databases.SQLITE:
        return Boards()
    return Boards(databases.address_of, _copy, lambda _: None)  # the next copy replaces it
