"""Every scenario of the first model, and what they together must show."""

from pathlib import Path

import pytest
from pytest_bdd import scenarios

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.feature_reading import feature_files
from peoplezones.spec.observed import not_seen
from peoplezones.spec.run import scenario_id, scenarios_in, try_scenario
from peoplezones.spec.soundness import clauses_of, mistakes_in
from peoplezones.spec.specification import Specification

FEATURES = shipped("features") / "first-2018"
OUTER = shipped("features")

scenarios(*map(str, feature_files(FEATURES)))


@pytest.fixture(scope="module")
def tried(specification: Specification) -> Specification:
    """The specification when every scenario has been tried."""
    failed = []
    for scenario in scenarios_in(FEATURES):
        if scenario_id(scenario) not in specification.seen:
            try:
                try_scenario(specification, scenario)
            except (AssertionError, PeopleZonesError) as error:
                failed.append(f"{Path(scenario.feature.filename).name}:{scenario.line_number} {scenario.name}: {error}")
    assert not failed, "\n".join(failed)
    return specification


def test_every_rule_of_the_first_model_is_seen_to_let_pass_and_to_refuse(tried: Specification) -> None:
    missing = not_seen(tried.model, (sighting for seen in tried.seen.values() for sighting in seen))
    assert not missing, "not seen yet:\n" + "\n".join(f"{s.kind} {s.rule}: {s.how}" for s in missing)


def test_every_clause_of_the_first_model_has_a_scenario_or_says_why_not(specification: Specification) -> None:
    named = {clause for scenario in scenarios_in(FEATURES) for clause in clauses_of(scenario)}
    wanted = {clause.id for clause in specification.model.clauses.values() if not clause.context}
    assert {clause for clause in wanted if not clause.startswith("X-")} <= named


def test_its_features_are_written_without_mistakes(specification: Specification) -> None:
    mistakes = mistakes_in(FEATURES, specification.model)
    assert not mistakes, "\n".join(map(str, mistakes))


def test_they_are_not_mixed_with_those_of_the_revised_model() -> None:
    inner = set(feature_files(FEATURES))
    assert inner
    assert not inner & set(feature_files(OUTER))
    assert inner | set(feature_files(OUTER)) == set(OUTER.rglob("*.feature"))
