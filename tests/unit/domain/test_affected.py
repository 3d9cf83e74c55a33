"""Which ways lead back from a record to those whose standing conditions look at it, one condition at a time."""

from __future__ import annotations

import msgspec
import pytest

from peoplezones.domain.affected import OFFICE, Step, Way, watchers
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import canonical_texts, load_texts
from tests.engine import MODELS

UP = Step("parent", "orchard")


@pytest.fixture(scope="module")
def orchard() -> Model:
    return load_texts(canonical_texts(MODELS / "orchard"), folder="orchard")


def only(model: Model, condition: str) -> Model:
    """Return the model with one standing condition."""
    workflows = {
        name: msgspec.structs.replace(w, standing=tuple(s for s in w.standing if s.guard.id == condition))
        for name, w in model.workflows.items()
    }
    return msgspec.structs.replace(model, workflows=workflows)


@pytest.mark.parametrize(
    ("condition", "ways"),
    [
        ("kept", {(OFFICE, ())}),
        ("whole-kept", {("orchard", (UP,)), (OFFICE, (UP,))}),
        ("due-in", {("harvest", (Step("harvests_due", "orchard"),))}),
        ("boss-away", {(OFFICE, ()), ("orchard", (UP,)), ("person", (Step("boss", "orchard"), UP))}),
    ],
)
def test_a_condition_is_watched_from_everything_it_looks_at(
    orchard: Model, condition: str, ways: set[tuple[str, Way]]
) -> None:
    found = {(kind, way) for kind, some in watchers(only(orchard, condition)).items() for _, way in some}
    assert found == {("orchard", ()), *ways}


def test_what_is_looked_at_from_the_boards_own_record_leads_to_all_in_the_states_concerned(orchard: Model) -> None:
    found = watchers(only(orchard, "safe"))
    every = [way for way in found["trust"] if way[1]]
    assert [(kind, way[-1].kind) for kind, way in every] == [("orchard", "orchard")]
    assert every[0][1][-1].states == frozenset({"tended", "fallow"})
    assert (every[0][1]) == found[OFFICE][0][1]


def test_a_record_that_is_tied_through_the_boards_own_is_watched(orchard: Model) -> None:
    found = watchers(only(orchard, "no-favours"))
    assert {way[0] for _, way in found["harvest"]} == {Step("grower")}


def test_an_office_of_the_board_held_besides_is_watched_too(orchard: Model) -> None:
    kept = only(orchard, "kept")
    facts = kept.workflows["orchard"].facts
    both = msgspec.structs.replace(facts["keepers"], also="secretariat")
    workflow = msgspec.structs.replace(kept.workflows["orchard"], facts={**facts, "keepers": both})
    found = watchers(msgspec.structs.replace(kept, workflows={**kept.workflows, "orchard": workflow}))
    assert [way[-1].kind for _, way in found[OFFICE] if way] == ["orchard"]
    assert ("orchard", ()) in found[OFFICE]
