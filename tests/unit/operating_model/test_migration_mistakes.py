"""What a migration leaves out of the earlier model, or says of what is not there, is named at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from peoplezones.domain.errors import ModelInvalid
from peoplezones.operating_model.load import canonical_texts, load_folder, load_texts
from peoplezones.operating_model.shipped import shipped
from tests.engine import MODELS

ALLOTMENT = load_folder(MODELS / "allotment")
MISTAKES = [
    ("{proposed: idea, resting: asleep}", "{proposed: idea}", "the state 'resting' of the earlier plot is left out"),
    ("{name: title, part_of: whole}", "{name: title}", "the field 'part_of' of the earlier plot is left out"),
    ("{to: post, choices: {office: {warden: keeper}}}", "{to: post}", "the choice of office 'warden' of the earlier"),
    (
        "plot:\n        to: garden",
        "allot:\n        to: garden",
        "the kind 'plot' of the earlier model is neither mapped",
    ),
    (
        "plot:\n        to: garden",
        "plott:\n        to: garden",
        "the earlier model has no kind called 'plott'; did you mean",
    ),
    ("resting: asleep}", "resting: asleep, restin: asleep}", "the earlier model has no state called 'restin'; did you"),
    ("part_of: whole}", "part_of: whole, part: whole}", "the earlier model has no field called 'part'; did you mean"),
    ("{warden: keeper}", "{warden: keeper, wardn: keeper}", "the earlier model has no choice called 'wardn'; did you"),
    ("{propose: suggest}", "{propose: suggest, propos: ask}", "the earlier model has no transition called 'propos'"),
    (
        "{name: title, part_of: whole}",
        "{name: title, part_of: title}",
        "the fields 'name' and 'part_of' of the earlier",
    ),
    (
        "pledge: {to: pledge, states: {withdrawn: dropped}, fields: {plot: garden}}",
        "pledge: {to: post}",
        "and another kind is called 'pledge' now",
    ),
    ("resting: asleep}", "resting: asleep, given_up: asleep}", "the state 'given_up' ends a plot, 'asleep' does not"),
]


def problems(old: str, new: str) -> list[str]:
    texts = canonical_texts(MODELS / "commons")
    assert old in texts["model.yaml"], old
    texts["model.yaml"] = texts["model.yaml"].replace(old, new)
    with pytest.raises(ModelInvalid) as wrong:
        load_texts(texts, folder="m", earlier=lambda name: [ALLOTMENT] if name == "allotment" else [])
    return [str(problem) for problem in wrong.value.problems]


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES)
def test_it_is_named_at_its_place(old: str, new: str, message: str) -> None:
    found = problems(old, new)
    assert any(message in problem for problem in found), found
    assert all(problem.startswith("m/model.yaml:3") for problem in found), found
    assert all(problem.endswith("(in 'allotment', version 1)") for problem in found), found


def test_a_folder_finds_the_earlier_model_beside_it(tmp_path: Path) -> None:
    for name in ("allotment", "commons"):
        (tmp_path / name).mkdir()
        for file, text in canonical_texts(MODELS / name).items():
            (tmp_path / name / file).write_text(text)
    load_folder(tmp_path / "commons")
    model = tmp_path / "commons" / "model.yaml"
    model.write_text(model.read_text().replace("proposed: idea, ", ""))
    with pytest.raises(ModelInvalid, match="the state 'proposed' of the earlier plot is left out"):
        load_folder(tmp_path / "commons")
    (tmp_path / "allotment" / "model.yaml").unlink()
    load_folder(tmp_path / "commons")


def test_the_revised_model_maps_everything_of_the_first() -> None:
    first = load_folder(shipped("workflows") / "first-2018")
    revised = load_folder(shipped("workflows") / "revised")
    (migration,) = revised.migrates
    assert migration.model == first.name
    for kind in first.workflows:
        assert migration.kinds[kind].to if kind in migration.kinds else kind in revised.workflows
