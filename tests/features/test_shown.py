"""What the features together must show; scenarios that this session has not tried (a selection, workers) are tried."""

from pathlib import Path

import pytest

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.folders import folders_in
from peoplezones.spec.observed import not_seen
from peoplezones.spec.prepared import prepare
from peoplezones.spec.run import scenario_id, scenarios_in, try_scenario
from peoplezones.spec.soundness import flaws_of_steps, mistakes_in
from peoplezones.spec.specification import Specification
from peoplezones.spec.tracing import gaps, trace
from peoplezones.spec.trial import as_written
from peoplezones.spec.trials import Results

FEATURES = shipped("features")


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


def test_every_rule_has_been_seen_to_let_pass_and_to_refuse(tried: Specification) -> None:
    missing = not_seen(tried.model, (sighting for seen in tried.seen.values() for sighting in seen))
    assert not missing, "not seen yet:\n" + "\n".join(f"{s.kind} {s.rule}: {s.how}" for s in missing)


def test_every_clause_has_its_rules_and_scenarios_or_a_reason_why_not() -> None:
    prepared = prepare(folders_in())
    written = tuple(as_written(scenario, FEATURES) for scenario in prepared.trying.scenarios)
    clauses = trace(prepared, Results(trials=written, seen=frozenset())).clauses
    missing = list(gaps(clauses))
    assert not missing, "\n".join(str(problem) for problem in missing)


def test_features_are_written_without_mistakes(specification: Specification) -> None:
    mistakes = mistakes_in(FEATURES, specification.model)
    assert not mistakes, "\n".join(str(mistake) for mistake in mistakes)


def test_no_step_is_defined_twice_never_used_or_asynchronous() -> None:
    assert not flaws_of_steps(list(scenarios_in(FEATURES)))
