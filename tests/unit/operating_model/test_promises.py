"""Promises are proved on the state graph, and a broken one is shown the shortest way that breaks it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from peoplezones.domain.graph import walk
from peoplezones.domain.workflow import Promise, State, Transition, Who, Workflow
from peoplezones.operating_model.promises import broken
from tests.unit.operating_model.small import TEXTS, problems_of


def after(file: str, old: str, new: str) -> list[str]:
    """Return what is wrong once `old` is `new`."""
    assert TEXTS[file].count(old) == 1
    return [str(problem) for problem in problems_of({**TEXTS, file: TEXTS[file].replace(old, new)})]


def move(name: str, sources: Iterable[str], to: str, not_by: Iterable[str] = ()) -> Transition:
    return Transition(
        name=name,
        title=name,
        sources=tuple(sources),
        to=to,
        by=(Who(kind="anyone"),),
        not_by=tuple(Who(kind="did", transition=other) for other in not_by),
        clause="X-1",
        basis="house",
    )


def workflow(*moves: Transition, final: Iterable[str] = ()) -> Workflow:
    names = dict.fromkeys(name for m in moves for name in (*m.sources, m.to) if name not in ("same", "previous"))
    return Workflow(
        name="thing",
        title="Thing",
        plural="Things",
        help="",
        reference="T-{number}",
        label_field="",
        fields={},
        states={name: State(name=name, title=name) for name in names},
        transitions={m.name: m for m in moves},
        clause="X-1",
        final=tuple(final),
    )


def promise(**words: Any) -> Promise:
    return Promise(id="p", because="", clause="X-1", basis="house", **words)


def test_suspending_and_coming_back_does_not_break_an_order() -> None:
    flow = workflow(
        move("open", [], "a"),
        move("go", ["a"], "b"),
        move("finish", ["b"], "c"),
        move("suspend", ["a", "b"], "s"),
        move("resume", ["s"], "previous"),
    )
    assert list(broken(flow, promise(kind="only_after", state="c", states=("b",)))) == []
    assert walk(flow).states == {"a", "b", "c", "s"}


def test_a_short_cut_is_shown_with_its_transitions_and_states() -> None:
    hurry = "  hurry: {title: Hurry, from: open, to: running, by: [{office: chair}], clause: X-1, basis: house}\n"
    found = after("case.yaml", "  pause: {title", hurry + "  pause: {title")
    assert any(
        "the promise 'order' is broken: 'running' can be reached without 'ready': start (open), hurry (running)" in line
        for line in found
    )
    assert any(
        "the promise 'gate' is broken: 'running' can be entered without 'all-in': start" in line for line in found
    )


def test_a_broken_promise_is_named_at_the_promise() -> None:
    text = TEXTS["case.yaml"].replace("to: previous", "to: running")
    line = text[: text.index("- {id: order")].count("\n") + 1
    found = [str(problem) for problem in problems_of({**TEXTS, "case.yaml": text})]
    assert any(problem.startswith(f"m/case.yaml:{line}:5: the promise 'order' is broken") for problem in found)


def test_a_standing_condition_counts_as_a_guard_of_entering() -> None:
    found = after("case.yaml", "in: [running]", "in: [ready]")
    assert any("'running' can be entered without 'is-guided'" in line for line in found)


def test_coming_back_by_previous_is_no_new_entry_but_a_named_way_back_is() -> None:
    assert problems_of(dict(TEXTS)) == ()
    found = after("case.yaml", "from: paused, to: previous", "from: paused, to: running")
    assert any("'running' can be entered without" in line and "resume (running)" in line for line in found)


def test_a_state_without_a_way_out_breaks_reaching_a_final_one() -> None:
    found = after("case.yaml", "from: any, to: done", "from: [open, ready, running], to: paused")
    assert found == []
    found = after(
        "case.yaml",
        "finish: {title: Finish, from: running, to: done",
        "finish: {title: Finish, from: running, to: ready",
    )
    assert found == []
    text = TEXTS["case.yaml"].replace("from: any, to: done", "from: open, to: done").replace("to: previous", "to: same")
    assert any(
        "no final state can be reached from 'paused' (start (open), pause (paused))" in str(problem)
        for problem in problems_of({**TEXTS, "case.yaml": text})
    )


def test_without_a_refusal_the_same_person_can_make_both() -> None:
    found = after("case.yaml", "    not_by: [{did: prepare}]\n", "")
    assert any(
        "whoever makes 'prepare' can make 'run' after it: start (open), prepare (ready), run (running); "
        "add `not_by: [{did: prepare}]` to 'run'" in line
        for line in found
    )


def test_where_each_can_follow_the_other_both_must_refuse() -> None:
    moves = [move("open", [], "a"), move("back", ["b"], "a")]
    one = workflow(*moves, move("go", ["a"], "b"), move("agree", ["b"], "b", not_by=["go"]))
    both = workflow(*moves, move("go", ["a"], "b", not_by=["agree"]), move("agree", ["b"], "b", not_by=["go"]))
    apart = promise(kind="apart", transitions=("go", "agree"))
    assert [line.split(":")[0] for line in broken(one, apart)] == ["whoever makes 'agree' can make 'go' after it"]
    assert list(broken(both, apart)) == []


def test_an_opening_never_follows_another_transition() -> None:
    flow = workflow(move("open", [], "a"), move("agree", ["a"], "b", not_by=["open"]))
    assert list(broken(flow, promise(kind="apart", transitions=("open", "agree")))) == []


STATES = ["a", "b", "c", "d"]


@st.composite
def workflows(draw: st.DrawFn) -> Workflow:
    count = draw(st.integers(1, 7))
    moves = [move("open", [], draw(st.sampled_from(STATES)))]
    for index in range(count):
        sources = draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=3, unique=True))
        moves.append(move(f"m{index}", sources, draw(st.sampled_from([*STATES, "same"]))))
    return workflow(*moves)


@given(workflows(), st.sampled_from(STATES), st.sampled_from(STATES))
@settings(max_examples=200, deadline=None)
def test_without_previous_the_proof_agrees_with_dominators(flow: Workflow, state: str, before: str) -> None:
    """A state comes only after another if and only if the other dominates it (networkx is the oracle)."""
    graph = nx.DiGraph()
    graph.add_node("")
    for m in flow.transitions.values():
        for source in m.sources or ("",):
            graph.add_edge(source, source if m.to == "same" else m.to)
    dominators = nx.immediate_dominators(graph, "")
    if state == before:
        return
    here, over = state, set()
    while here in dominators and dominators[here] not in (here, None):
        here = dominators[here]
        over.add(here)
    reachable = state in nx.descendants(graph, "")
    kept = not list(broken(flow, promise(kind="only_after", state=state, states=(before,))))
    assert kept == (not reachable or before in over)


@given(workflows())
@settings(max_examples=100, deadline=None)
def test_the_way_to_a_state_can_be_walked(flow: Workflow) -> None:
    reached = walk(flow)
    for node in reached.nodes:
        steps = reached.way(node)
        assert steps[0].source is None
        assert steps[-1].target == node
        assert all(one.target == other.source for one, other in pairwise(steps))
