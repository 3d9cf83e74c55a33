"""The small model, as texts and loaded."""

from __future__ import annotations

import pytest

from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import load_texts
from tests.unit.operating_model.small import TEXTS


@pytest.fixture
def texts() -> dict[str, str]:
    """Give the texts of the small model."""
    return dict(TEXTS)


@pytest.fixture
def model(texts: dict[str, str]) -> Model:
    """Give the small model, loaded."""
    return load_texts(texts, folder="m")
