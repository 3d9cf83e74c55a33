"""Which model and features are meant; what is missing is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peoplezones.domain.errors import UsageError
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.folders import features_beside, folders_in, model_meant
from tests.house import ALLOTMENT, house


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return house(tmp_path / "home")


def test_without_a_folder_the_shipped_ones_are_meant() -> None:
    found = folders_in()
    assert found.model.parent == shipped("workflows")
    assert found.journeys == shipped("features") / "journeys"


def test_one_of_several_models_is_named(home: Path) -> None:
    assert folders_in(home).model == home / "workflows"
    (home / "workflows").rename(home / "first")
    (home / "workflows").mkdir()
    (home / "first").rename(home / "workflows" / "first")
    assert folders_in(home).model == home / "workflows" / "first"
    second = home / "workflows" / "second"
    second.mkdir()
    (second / "model.yaml").write_text("model: second\n")
    with pytest.raises(UsageError, match=r"several models \(first, second\); say which with --model NAME"):
        folders_in(home)
    assert folders_in(home, "second").model == second
    with pytest.raises(UsageError, match="has no model 'secnd'; did you mean 'second'"):
        folders_in(home, "secnd")


@pytest.mark.parametrize("gone", ["workflows", "features", "features/journeys"])
def test_a_folder_that_is_missing_is_named(home: Path, gone: str) -> None:
    (home / gone).rename(home / "elsewhere")
    with pytest.raises(UsageError, match=rf"there is no folder '.*/{gone}'; it is where"):
        folders_in(home)


def test_a_folder_without_models_or_features_is_named(home: Path) -> None:
    for file in (home / "features").glob("*.feature"):
        file.unlink()
    with pytest.raises(UsageError, match="has no feature"):
        folders_in(home)
    (home / "workflows" / "model.yaml").unlink()
    with pytest.raises(UsageError, match=r"has no model\.yaml, nor has a folder in it"):
        folders_in(home)


def test_the_features_beside_a_model_go_with_it_and_with_the_folder_that_holds_both(home: Path) -> None:
    assert model_meant(home) == home / "workflows"
    assert model_meant(home / "workflows") == home / "workflows"
    assert features_beside(model_meant(home), "--features") == home / "features"


def test_only_the_shipped_model_and_copies_of_it_can_do_with_the_shipped_features(tmp_path: Path) -> None:
    assert features_beside(model_meant(None), "--features") == shipped("features")
    shutil.copytree(model_meant(None), tmp_path / "copy" / "workflows")
    assert features_beside(tmp_path / "copy" / "workflows", "--features") == shipped("features")
    with pytest.raises(UsageError, match=r"beside '.*allotment' is no folder .*; name yours with --journeys"):
        features_beside(ALLOTMENT, "--journeys")
