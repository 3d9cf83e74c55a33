"""What is missing between clauses, rules and scenarios is named with file and line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peoplezones.domain.errors import UsageError
from peoplezones.spec.folders import folders_in
from peoplezones.spec.kept import MOST, keep_results
from peoplezones.spec.prepared import Prepared, prepare, results_needed, results_of
from peoplezones.spec.proving import prove
from peoplezones.spec.tracing import Trace, trace
from peoplezones.spec.trials import try_all
from tests.house import change, house, line_of


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache of the test's own."""
    monkeypatch.setenv("PEOPLEZONES_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return house(tmp_path / "home")


def prepared_in(home: Path) -> Prepared:
    return prepare(folders_in(home), tags_may_be_wrong=True)


def traced(home: Path) -> Trace:
    prepared = prepared_in(home)
    return trace(prepared, results_needed(prepared))


def failures(home: Path) -> list[str]:
    """Return what is missing, with files as seen from the house."""
    return [str(problem).removeprefix(f"{home}/") for problem in traced(home).failures]


def test_where_nothing_is_missing_every_clause_leads_to_a_result(home: Path) -> None:
    found = traced(home)
    assert found.failures == ()
    assert {clause.result for clause in found.clauses} == {"holds"}
    rules = {(r.rule.sort, r.rule.name): r for clause in found.clauses for r in clause.rules}
    assert [trial.name for trial in rules["guard", "enough-hours"].refusing] == ["Ten hours are needed"]
    planting = [trial.name for trial in rules["transition", "plant"].passing]
    assert planting == ["Everybody has pledged and there is a warden"]
    warden = [trial.name for trial in rules["standing", "has-warden"].refusing]
    assert warden == ["A warden is needed", "Everybody has pledged and there is a warden"]


def test_what_a_journey_does_on_the_way_is_not_shown_by_the_scenario(home: Path) -> None:
    rules = {r.rule.name: r for clause in traced(home).clauses for r in clause.rules}
    assert rules["propose"].passing == ()


def test_a_clause_without_rule_needs_a_reason(home: Path) -> None:
    model = home / "workflows" / "model.yaml"
    change(model, "groups:", "  T-4: {paper: test, title: the past}\ngroups:")
    place = f"workflows/model.yaml:{line_of(model, 'T-4:')}:3: "
    assert failures(home) == [f"{place}no rule states T-4 (the past); state it, or say with `context` why none does"]
    change(model, "title: the past}", "title: the past, context: It asks for nothing.}")
    assert failures(home) == []
    change(home / "workflows" / "plot.yaml", "clause: T-1\nreference", "clause: T-4\nreference")
    stale, no_scenario = sorted(failures(home))
    assert stale == f"{place}T-4 is said to be context, but a rule states it (plot); take `context` out"
    assert no_scenario == f"{place}no scenario is tagged with T-4 (the past), which rules state"


def test_a_guard_that_was_not_seen_both_ways_is_named_where_it_stands(home: Path) -> None:
    change(home / "features" / "plots.feature", 'only because "at least 10 hours are pledged"', "because\n| x |")
    plot = home / "workflows" / "plot.yaml"
    found = failures(home)
    here = f"workflows/plot.yaml:{line_of(plot, 'id: enough-hours')}:9: "
    assert f"{here}no scenario has shown 'enough-hours' of plot: refused alone" in found
    step = line_of(home / "features" / "plots.feature", "refused because\n| x |")
    assert f"features/plots.feature:{step}:1: the scenario 'Ten hours are needed' fails at this step" in found


def test_a_tag_that_names_nothing_is_named_with_its_scenario(home: Path) -> None:
    change(home / "features" / "posts.feature", "@T-3", "@T-33")
    found = failures(home)
    assert "features/posts.feature:6:1: no clause is called 'T-33'; did you mean 'T-3'?" in found
    assert any("no scenario is tagged with T-3" in line for line in found)


def test_results_are_kept_until_something_changes(home: Path) -> None:
    with pytest.raises(UsageError, match="have not been tried since something changed"):
        results_needed(prepared_in(home), run=False)
    first = results_of(prepared_in(home))
    assert results_of(prepared_in(home), run=False) == first
    for file in ("workflows/plot.yaml", "features/posts.feature", "features/journeys/plot.yaml"):
        text = (home / file).read_text("utf-8")
        (home / file).write_text(text + "# more\n", "utf-8")
        assert results_of(prepared_in(home), run=False) is None
        (home / file).write_text(text, "utf-8")
        assert results_of(prepared_in(home), run=False) == first


def test_only_the_newest_results_are_kept(home: Path, tmp_path: Path) -> None:
    results = results_needed(prepared_in(home))
    first = next((tmp_path / "cache").glob("*.results"))
    os.utime(first, (0, 0))
    for number in range(MOST):
        (home / "features" / "note.yaml").write_text(f"# {number}\n", "utf-8")
        keep_results(folders_in(home), results)
    assert len(list((tmp_path / "cache").glob("*.results"))) == MOST
    assert not first.exists()


def test_one_process_finds_what_several_find(home: Path) -> None:
    trying = prepared_in(home).trying
    assert try_all(trying, workers=1) == try_all(trying, workers=2)


def test_progress_is_told_until_all_are_tried(home: Path) -> None:
    told: list[tuple[int, int]] = []
    try_all(prepared_in(home).trying, lambda done, total: told.append((done, total)), workers=2)
    assert told[-1] == (7, 7)
    assert sorted(told) == told


def test_a_part_of_the_scenarios_says_nothing_of_what_has_not_been_shown(home: Path) -> None:
    proof = prove(prepared_in(home), "t-3")
    assert [trial.name for trial in proof.trials] == ["Somebody stays in the secretariat", "One of two may go"]
    assert proof.holds
    assert results_of(prepared_in(home), run=False) is None
