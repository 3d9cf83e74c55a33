"""Who can put a failed rule right, in the shipped model: what would really change it, and nothing that would not."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

from peoplezones.domain.remedy import conferring, remedies
from peoplezones.domain.workflow import Fact, Guard, Model, Operand, ValueType
from peoplezones.domain.workflow import Test as Comparison
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped

STATE = ValueType(type="state")


@cache
def model() -> Model:
    return load_folder(shipped("workflows") / "revised")


def ways(kind: str, rule: str, state: str = "") -> list[str]:
    workflow = model().workflows[kind]
    guards = [guard for move in workflow.transitions.values() for guard in move.guards]
    guards += [standing.guard for standing in workflow.standing]
    found = next(guard for guard in guards if guard.id == rule)
    return [f"{remedy.kind} {remedy.transition}" for remedy in remedies(model(), workflow, found, state)]


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


@pytest.mark.parametrize(
    ("kind", "rule", "state", "told"),
    [
        ("minimum_set", "communities-heard", "drafted", ["minimum_set amend"]),
        ("strategy", "set-out", "drafted", ["strategy set_out"]),
        ("sharing_agreement", "end-ahead", "drafted", ["sharing_agreement bring_into_force"]),
        ("dataset", "lawfully-held", "used", []),
    ],
)
def test_a_remedy_is_what_can_be_done_from_where_the_record_is(
    kind: str, rule: str, state: str, told: list[str]
) -> None:
    assert [way for way in ways(kind, rule, state) if way.startswith(f"{kind} ")] == told
    assert ways(kind, rule) != ways(kind, rule, state)


def test_a_record_that_is_there_is_not_opened_to_move_it_on() -> None:
    """What stands at the other end of a reference is moved from where it is."""
    workflow = model().workflows["appointment"]
    guard = Guard(
        id="there",
        tests=(Comparison(fact="there", op="is", operands=(Operand(kind="literal", literal="partner"),)),),
        because="the agency takes part",
        clause="X-1",
        basis="house",
    )
    fact = Fact(name="there", label="where the agency is", head="value", path=("represents", "state"), yields=STATE)
    beside = replace(workflow, facts={**workflow.facts, "there": fact})
    found = [f"{remedy.kind} {remedy.transition}" for remedy in remedies(model(), beside, guard, "in_post")]
    assert found == ["agency return"]


def test_who_may_not_act_is_told_how_an_office_is_given_and_how_a_lost_one_comes_back() -> None:
    workflow = model().workflows["person"]
    found = conferring(model(), workflow, workflow.transitions["register"])
    assert [f"{remedy.kind} {remedy.transition}" for remedy in found] == [
        "person register",
        "appointment appoint",
        "board reinstate_secretariat",
    ]
