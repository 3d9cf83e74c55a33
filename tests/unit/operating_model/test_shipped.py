"""The folders that travel with the code are found, or their absence is explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from peoplezones.operating_model import shipped as module
from peoplezones.operating_model.shipped import NotShipped, shipped


def test_a_checkout_uses_the_folders_at_its_top() -> None:
    assert shipped("workflows") == Path(__file__).parents[3] / "workflows"


def test_a_folder_that_did_not_travel_is_missed_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "__file__", str(tmp_path / "peoplezones" / "operating_model" / "shipped.py"))
    with pytest.raises(NotShipped, match=r"'templates' is missing from .*: install People Zones again"):
        shipped("templates")
