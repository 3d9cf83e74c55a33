"""Places for the Boards of the battery's short form."""

from __future__ import annotations

from pathlib import Path

import pytest

from .boards import Places

SEED = 20_260_301


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A folder of Boards."""
    folder = tmp_path / "boards"
    folder.mkdir()
    return Places(folder)


@pytest.fixture
def seed() -> int:
    """The seed of the short form: a build gives the same answer twice."""
    return SEED
