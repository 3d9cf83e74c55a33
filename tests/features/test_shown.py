"""What the features together must show; scenarios that this session has not tried (a selection, workers) are tried."""

from pathlib import Path

import pytest

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.observed import not_seen
from peoplezones.spec.run import scenario_id, scenarios_in, try_scenario
from peoplezones.spec.soundness import clauses_of, flaws_of_steps, mistakes_in
from peoplezones.spec.specification import Specification

FEATURES = shipped("features")
#: Section 1 of the papers' clauses, the zones themselves: these have scenarios now; other sections follow.
ABOUT_ZONES = ("B-", "S-2.")


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


def test_every_clause_about_zones_has_a_scenario(specification: Specification) -> None:
    named = {clause for scenario in scenarios_in(FEATURES) for clause in clauses_of(scenario)}
    assert not {clause for clause in specification.model.clauses if clause.startswith(ABOUT_ZONES)} - named


def test_features_are_written_without_mistakes(specification: Specification) -> None:
    mistakes = mistakes_in(FEATURES, specification.model)
    assert not mistakes, "\n".join(str(mistake) for mistake in mistakes)


def test_no_step_is_defined_twice_never_used_or_asynchronous() -> None:
    assert not flaws_of_steps(list(scenarios_in(FEATURES)))
