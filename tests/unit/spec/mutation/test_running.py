"""What loading, promises and scenarios notice of a changed model, and what survives them."""

from pathlib import Path

import pytest

from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.mutation.equivalents import ReasonsInvalid
from peoplezones.spec.mutation.operators import mutants_of
from peoplezones.spec.mutation.report import digest_of, page
from peoplezones.spec.mutation.running import FeaturesFail, Run

from .conftest import ALLOTMENT, HOURS, Mutating


def fates(mutating: Mutating, only: str, *kinds: str, workers: int = 1) -> dict[str, str]:
    return {m.name: fate for m, _, fate in mutating(only, *kinds, workers=workers).fates()}


def test_a_scenario_notices_a_weaker_rule(mutating: Mutating) -> None:
    assert set(fates(mutating, "guard enough-hours").values()) == {"scenario"}


def test_without_that_scenario_the_weaker_rule_survives(mutating: Mutating, house: Path) -> None:
    feature = house / "plots.feature"
    feature.write_text(feature.read_text().replace(HOURS, ""))
    found = fates(mutating, "guard enough-hours")
    weaker = {f"plot: plant: guard enough-hours: {how}" for how in ("dropped", "at_least 9", "at_most 10")}
    assert {name for name, fate in found.items() if fate == "survived"} == weaker


def test_a_stricter_rule_is_noticed_because_the_journey_leads_there_no_more(mutating: Mutating) -> None:
    report = mutating("guard enough-hours: at_least 11")
    (tried,) = report.tried
    assert "is refused" in tried.said or "at least 10 hours are pledged" in tried.said


def test_promises_and_loading_notice_before_any_scenario(mutating: Mutating) -> None:
    assert fates(mutating, "guard all-pledged: dropped") == {"plot: plant: guard all-pledged: dropped": "promise"}
    assert set(fates(mutating, "not_by: without").values()) == {"promise"}
    assert set(fates(mutating, "opens: pledge seek: without").values()) == {"loading"}
    assert fates(mutating, "fact hours: where plot: dropped") == {"plot: fact hours: where plot: dropped": "loading"}


def test_two_workers_find_what_one_finds(mutating: Mutating) -> None:
    one, two = mutating("plot: plant"), mutating("plot: plant", workers=2)
    assert [(tried.how, tried.by, tried.looked) for tried in one.tried] == [
        (tried.how, tried.by, tried.looked) for tried in two.tried
    ]


def test_a_survivor_is_told_with_its_place_and_who_looked(mutating: Mutating) -> None:
    report = mutating("plot: plant: by: anyone")
    ((mutant, tried),) = report.survivors
    place, change, looked = report.told(mutant, tried)
    file, line, _ = place.split(":")
    assert Path(file).resolve() == ALLOTMENT / "plot.yaml"
    assert "by: [{office: chair}]" in (ALLOTMENT / "plot.yaml").read_text().splitlines()[int(line) - 1]
    assert change == "'Plant': anybody may do it"
    assert "Nine hours are not enough" in looked


def test_a_survivor_may_have_a_reason(mutating: Mutating, house: Path) -> None:
    (house / "equivalent.yaml").write_text(
        'equivalent:\n  - {mutant: "plot: plant: by: anyone", because: all are chairs}\n'
    )
    report = mutating("plot: plant: by: anyone")
    assert not report.survivors
    assert "all are chairs" in page(report, digest_of(ALLOTMENT, house))


def test_a_reason_that_is_not_needed_is_a_mistake(mutating: Mutating, house: Path) -> None:
    (house / "equivalent.yaml").write_text(
        'equivalent:\n  - {mutant: "plot: plant: guard enough-hours: dropped", because: nobody counts}\n'
    )
    (problem,) = mutating("guard enough-hours").needless
    assert problem.startswith(f"{house / 'equivalent.yaml'}:2:14: ")
    assert "take the reason out" in problem


def test_a_reason_for_what_there_is_not_is_a_mistake(mutating: Mutating, house: Path) -> None:
    (house / "equivalent.yaml").write_text(
        'equivalent:\n  - {mutant: "plot: plant: by: anyon", because: all are chairs}\n  - {mutant: "plot: ask"}\n'
    )
    with pytest.raises(ReasonsInvalid) as caught:
        mutating("plot: plant")
    assert "equivalent.yaml:2:14: no mutant is called 'plot: plant: by: anyon'" in str(caught.value)
    assert "equivalent.yaml:3:5: a reason needs 'because'" in str(caught.value)


def test_features_that_fail_on_the_model_as_it_is_can_tell_nothing(mutating: Mutating, house: Path) -> None:
    feature = house / "plots.feature"
    feature.write_text(feature.read_text().replace("| 9 |", "| 10 |"))
    with pytest.raises(FeaturesFail, match="Nine hours are not enough"):
        mutating("plot: plant")


def test_the_page_tells_what_it_was_made_from(mutating: Mutating, house: Path) -> None:
    before = digest_of(ALLOTMENT, house)
    assert f"made from {before} " in page(mutating("plot: plant: by: anyone"), before)
    (house / "journeys" / "plot.yaml").write_text((house / "journeys" / "plot.yaml").read_text() + "\n")
    assert digest_of(ALLOTMENT, house) != before


def test_guards_of_the_shipped_model_would_be_missed(tmp_path: Path) -> None:
    run = Run(shipped("workflows") / "revised", shipped("features"), tmp_path)
    sample = [mutant for mutant in mutants_of(run.base.model) if mutant.operator == "guard dropped"][::2]
    assert len(sample) > 30
    survived = [m.name for m, tried in zip(sample, run.tried(sample), strict=True) if tried.how == "survived"]
    assert survived == []
