"""A compiled model is read back as it was, and its format follows the structs."""

from __future__ import annotations

from pathlib import Path

from peoplezones.operating_model.compiled import SHAPE, decode, encode, shape
from peoplezones.operating_model.load import load_folder


def test_the_format_follows_the_structs() -> None:
    assert shape() == SHAPE, "the structs of a model have changed: put this digest into compiled.SHAPE"


def test_a_model_comes_back_as_it_was() -> None:
    model = load_folder(Path(__file__).resolve().parents[3] / "workflows" / "revised")
    assert decode(encode(model)) == model
