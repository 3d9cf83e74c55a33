"""A model can be loaded to be tried although promises are broken; and every part of it can be pointed to."""

from __future__ import annotations

import pytest

from peoplezones.domain.errors import ModelInvalid
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.cache import held, hold, model_from_texts
from peoplezones.operating_model.doubts import Doubts
from peoplezones.operating_model.load import load_texts
from peoplezones.operating_model.places import places
from peoplezones.operating_model.stated import stated
from tests.unit.operating_model.small import TEXTS

HURRY = "  hurry: {title: Hurry, from: open, to: running, by: [{office: chair}], clause: X-1, basis: house}\n"


def changed(old: str, new: str) -> dict[str, str]:
    assert TEXTS["case.yaml"].count(old) == 1
    return {**TEXTS, "case.yaml": TEXTS["case.yaml"].replace(old, new)}


def test_broken_promises_are_collected_apart_from_mistakes() -> None:
    texts = changed("  pause: {title", HURRY + "  pause: {title")
    with pytest.raises(ModelInvalid, match="the promise 'order' is broken"):
        load_texts(texts, folder="m")
    doubts = Doubts()
    model = load_texts(texts, folder="m", doubts=doubts)
    assert "hurry" in model.workflows["case"].transitions
    assert {(found.kind, found.promise.id) for found in doubts.broken} == {("case", "order"), ("case", "gate")}
    at = places(texts, folder="m")
    assert all(found.problem.line == at["case", "promise", found.promise.id].line for found in doubts.broken)
    assert any("start (open), hurry (running)" in found.problem.message for found in doubts.broken)


def test_a_promise_that_counts_on_a_guard_that_is_gone_is_broken_and_no_mistake() -> None:
    texts = changed("guards: [all-in, is-guided]", "guards: [all-in, is-watched]")
    with pytest.raises(ModelInvalid, match="no guard of case is called 'is-watched'"):
        load_texts(texts, folder="m")
    doubts = Doubts()
    load_texts(texts, folder="m", doubts=doubts)
    assert ["'running' can be entered without 'is-watched'" in found.problem.message for found in doubts.broken] == [
        True
    ]


def test_what_no_rule_uses_is_collected_too() -> None:
    texts = changed("facts:\n", "facts:\n  idle: {label: idle, days_since: state}\n")
    doubts = Doubts()
    load_texts(texts, folder="m", doubts=doubts)
    assert ["'idle'" in problem.message for problem in doubts.unused.sorted()] == [True]


def test_any_other_mistake_still_stops_the_model() -> None:
    with pytest.raises(ModelInvalid):
        load_texts(changed("from: paused, to: previous", "from: pausd, to: previous"), folder="m", doubts=Doubts())


def test_a_model_that_is_held_is_found_by_its_digest() -> None:
    texts = changed("  pause: {title", HURRY + "  pause: {title")
    model = load_texts(texts, folder="m", doubts=Doubts())
    assert held(model.digest) is None
    hold(model)
    assert held(model.digest) is model
    assert model_from_texts(model.digest, dict) is model


def test_every_rule_and_clause_has_its_place(model: Model) -> None:
    at = places(TEXTS, folder="m")
    for rule in stated(model):
        mark = at[rule.kind, "guard" if rule.sort == "standing" else rule.sort, rule.name]
        file = f"m/{rule.kind or 'model'}.yaml"
        assert mark.file == file
        line = TEXTS[file.removeprefix("m/")].splitlines()[mark.line - 1]
        assert (rule.name or {"workflow": "workflow:"}.get(rule.sort, rule.sort)) in line
    assert {clause for _, sort, clause in at if sort == "clause"} == set(model.clauses)
