"""The small model, and a folder of templates of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import load_texts
from tests.unit.operating_model.small import TEXTS

Own = Callable[[str, str], Path]


@pytest.fixture
def model() -> Model:
    """Give the small model."""
    return load_texts(dict(TEXTS), folder="m")


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """Return a function that keeps a template of one's own and gives the folder."""

    def keep(name: str, text: str) -> Path:
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return folder

    return keep
