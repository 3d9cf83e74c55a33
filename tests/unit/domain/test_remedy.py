"""Who can put a failed rule right, in the shipped model: what would really change it, and nothing that would not."""

from __future__ import annotations

from functools import cache

import pytest

from peoplezones.domain.remedy import conferring, remedies
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped


@cache
def model() -> Model:
    return load_folder(shipped("workflows") / "revised")


def ways(kind: str, rule: str) -> list[str]:
    workflow = model().workflows[kind]
    guards = [guard for move in workflow.transitions.values() for guard in move.guards]
    guards += [standing.guard for standing in workflow.standing]
    found = next(guard for guard in guards if guard.id == rule)
    return [f"{remedy.kind} {remedy.transition}" for remedy in remedies(model(), workflow, found)]


@pytest.mark.parametrize(
    ("kind", "rule", "first"),
    [
        ("person", "no-offices", ["appointment end"]),
        ("evaluation", "independent", ["appointment end"]),
        ("zone", "coordinator-funded", ["appointment extend_funding", "appointment appoint"]),
        ("zone", "leaders-in", ["commitment pledge", "commitment fulfil", "commitment ask_leader"]),
    ],
)
def test_a_remedy_is_what_would_change_the_fact(kind: str, rule: str, first: list[str]) -> None:
    assert ways(kind, rule)[: len(first)] == first


def test_a_remedy_opens_no_record_that_could_never_count() -> None:
    assert "commitment seek" not in ways("zone", "leaders-in")


def test_who_may_not_act_is_told_how_an_office_is_given_and_how_a_lost_one_comes_back() -> None:
    workflow = model().workflows["person"]
    found = conferring(model(), workflow, workflow.transitions["register"])
    assert [f"{remedy.kind} {remedy.transition}" for remedy in found] == [
        "person register",
        "appointment appoint",
        "board reinstate_secretariat",
    ]
