"""What joined and left between two networks that are written out by hand."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.network.change import between
from tests.unit.network.graphs import add_node, network

BEFORE = network(("P1", "works for", "A1"), ("A1", "pledged to", "Z"))
AFTER = network(("A1", "pledged to", "Z"), ("A2", "pledged to", "Z"), nodes=("P1",))


def test_who_joined_and_which_ties_came_and_went() -> None:
    found = between(BEFORE, AFTER, "2020-01-01", "2020-02-01")
    assert [(node.reference, node.label) for node in found.joined] == [("A2", "agency A2")]
    assert found.left == ()
    assert [edge.words for edge in found.edges_joined] == ["agency A2 pledged to zone Z"]
    assert [edge.words for edge in found.edges_left] == ["person P1 works for agency A1"]
    assert (found.nodes, found.edges) == ((3, 4), (2, 2))


def test_a_record_leaves_when_it_comes_to_its_end() -> None:
    after = network(("A1", "pledged to", "Z"))
    add_node(after, "P1", state="off", state_title="Off", final=True)
    found = between(BEFORE, after, "2020-01-01", "2020-02-01")
    assert [node.reference for node in found.left] == ["P1"]
    assert found.moved == ()


def test_a_record_that_is_there_both_times_may_have_moved_on() -> None:
    after = network(("P1", "works for", "A1"), ("A1", "pledged to", "Z"))
    add_node(after, "Z", state="active", state_title="Active")
    (moved,) = between(BEFORE, after, "2020-01-01", "2020-02-01").moved
    assert (moved.reference, moved.before, moved.after) == ("Z", "On", "Active")


def test_a_tie_that_is_no_longer_live_has_gone() -> None:
    found = between(BEFORE, network(("P1", "works for", "A1"), ("A1", "pledged to", "Z"), live=False), "a", "b")
    assert len(found.edges_left) == 2


names = st.sampled_from(["P1", "P2", "A1", "A2", "Z", "C"])
graphs = st.builds(
    lambda edges, ended, live: _made(edges, ended, live),
    st.lists(st.tuples(names, st.sampled_from(["serves", "works for"]), names), max_size=8),
    st.sets(names, max_size=3),
    st.booleans(),
)


def _made(edges: list[tuple[str, str, str]], ended: set[str], live: bool) -> Any:
    graph = network(*edges, live=live)
    for name in ended & set(graph):
        add_node(graph, name, final=True)
    return graph


@given(graphs)
def test_from_a_day_to_itself_nothing_is_different(graph: Any) -> None:
    found = between(graph, graph, "2020-01-01", "2020-01-01")
    assert not any((found.joined, found.left, found.moved, found.edges_joined, found.edges_left))


@given(graphs, graphs)
def test_looked_at_backwards_what_joined_has_left(one: Any, other: Any) -> None:
    there = between(one, other, "2020-01-01", "2020-02-01")
    back = between(other, one, "2020-02-01", "2020-01-01")
    assert (there.joined, there.left) == (back.left, back.joined)
    assert (there.edges_joined, there.edges_left) == (back.edges_left, back.edges_joined)
    assert (there.nodes, there.edges) == (back.nodes[::-1], back.edges[::-1])
    mirrored = [msgspec.structs.replace(one, before=one.after, after=one.before) for one in back.moved]
    assert list(there.moved) == mirrored
