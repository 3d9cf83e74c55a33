"""Every sort of small change is made of a model, each with a name of its own."""

from pathlib import Path

import pytest

from peoplezones.domain.errors import UnknownName
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.mutation.comparing import shifted
from peoplezones.spec.mutation.operators import choose, chosen, mutants_of

MODELS = Path(__file__).parents[3] / "models"


@pytest.mark.parametrize(
    ("model", "name", "operator"),
    [
        ("allotment", "plot: plant: guard enough-hours: dropped", "guard dropped"),
        ("allotment", "plot: plant: guard enough-hours: at_least 11", "threshold shifted"),
        ("allotment", "plot: plant: guard enough-hours: at_least 9", "threshold shifted"),
        ("allotment", "plot: plant: guard enough-hours: at_most 10", "comparison flipped"),
        ("allotment", "plot: plant: guard all-pledged: is_not []", "comparison flipped"),
        ("allotment", "post: end: guard one-stays: when office dropped", "when dropped"),
        ("allotment", "post: end: guard one-stays: when office is_not secretariat", "comparison flipped"),
        ("allotment", "plot: plant: by: anyone", "by widened"),
        ("allotment", "post: appoint: by: without chair", "by narrowed"),
        ("allotment", "plot: plant: not_by: without whoever did propose", "not_by dropped"),
        ("allotment", "plot: ask: asks: members may be left out", "ask eased"),
        ("allotment", "plot: propose: takes: without rent", "take dropped"),
        ("allotment", "plot: ask: opens: pledge seek: dropped", "opens dropped"),
        ("allotment", "plot: ask: opens: pledge seek: without plot", "set dropped"),
        ("allotment", "pledge: withdraw: from: without pledged", "source dropped"),
        ("allotment", "plot: plant: from: also proposed", "source added"),
        ("allotment", "plot: ask: to: planted", "retargeted"),
        ("allotment", "plot: fact hours: where state: dropped", "where dropped"),
        ("allotment", "plot: fact hours: count", "counted otherwise"),
        ("allotment", "post: fact others: except", "counted otherwise"),
        ("allotment", "plot: field name: not required", "required dropped"),
        ("allotment", "pledge: field hours: minimum 2", "limit shifted"),
        ("allotment", "plot: field part_of: not acyclic", "acyclic dropped"),
        ("allotment", "plot: state asked: no deadline", "deadline dropped"),
        ("allotment", "plot: state asked: within 15", "deadline shifted"),
        ("allotment", "plot: state asked: tell without secretariat", "tell dropped"),
        ("allotment", "plot: standing has-warden: dropped", "standing dropped"),
        ("allotment", "plot: standing still-pledged: without resting", "standing narrowed"),
        ("allotment", "plot: standing has-warden: at_least 2", "threshold shifted"),
        ("allotment", "post: confers office to person: without until", "office dates dropped"),
        ("allotment", "post: confers office to deputy: deputy", "deputy flipped"),
        ("allotment", "plot: amend name …: by anyone", "by widened"),
        ("allotment", "plot: amend name …: without rent", "correction dropped"),
        ("allotment", "plot: undo rest: dropped", "undo dropped"),
        ("allotment", "plot: undo rest: by anyone", "by widened"),
    ],
)
def test_a_change_is_made(model: str, name: str, operator: str) -> None:
    found = {mutant.name: mutant for mutant in chosen(MODELS / model)}
    assert name in found
    assert found[name].operator == operator


@pytest.mark.parametrize("folder", [MODELS / "allotment", MODELS / "orchard", shipped("workflows") / "revised"])
def test_names_differ_and_stay(folder: Path) -> None:
    model = load_folder(folder)
    names = [mutant.name for mutant in mutants_of(model)]
    assert len(set(names)) == len(names) > 50
    assert names == [mutant.name for mutant in mutants_of(load_folder(folder))]


@pytest.mark.parametrize("folder", [MODELS / "allotment", MODELS / "orchard"])
def test_each_changes_its_own_kind_only(folder: Path) -> None:
    model = load_folder(folder)
    for mutant in mutants_of(model):
        other = mutant.of(model)
        assert [kind for kind in model.workflows if other.workflows[kind] != model.workflows[kind]] == [mutant.kind]
        assert other.digest == model.digest


def test_only_those_that_are_wanted() -> None:
    model = load_folder(MODELS / "allotment")
    assert {mutant.kind for mutant in choose(model, ["post"], "")} == {"post"}
    assert all("by: anyone" in mutant.name for mutant in choose(model, [], "by: anyone"))
    with pytest.raises(UnknownName, match="did you mean 'plot'"):
        choose(model, ["plots"], "")


@pytest.mark.parametrize(
    ("value", "more"), [(2, 3), ("2020-02-28", "2020-02-29"), (True, None), ("soon", None), (None, None)]
)
def test_a_limit_is_shifted_by_one(value: object, more: object) -> None:
    assert shifted(value, 1) == more


def test_what_every_opening_asks_and_no_correction_empties_is_not_mutated() -> None:
    assert "pledge: field plot: not required" not in {mutant.name for mutant in chosen(MODELS / "allotment")}
