"""Who links what: graphs in which it can be seen by eye who is hard to do without."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.network.ties import Bridge, Cut, Point, bridges, least_cut, single_points, ties
from tests.unit.network.graphs import network

BODIES = ("agency", "zone", "community")


def linked(*edges: tuple[str, str, str], nodes: tuple[str, ...] = ()) -> Any:
    return ties(network(*edges, nodes=nodes), ["person"], BODIES)


#: P1 works for A1 and leads Z; P2 and P3 both speak for C and work in Z; A2 is asked, but nobody is there.
ZONE = (
    ("P1", "works for", "A1"),
    ("P1", "leads", "Z"),
    ("P2", "speaks for", "C"),
    ("P2", "serves", "Z"),
    ("P3", "speaks for", "C"),
    ("P3", "serves", "Z"),
    ("A1", "pledged to", "Z"),
    ("Z", "asks", "A2"),
)


def test_a_pledge_on_paper_links_nobody() -> None:
    graph = linked(*ZONE)
    assert not graph.has_edge("A1", "Z")
    assert sorted(graph["Z"]) == ["P1", "P2", "P3"]
    assert list(graph["A2"]) == []


def test_a_tie_that_is_over_links_nobody() -> None:
    assert not ties(network(*ZONE, live=False), ["person"], BODIES).edges


def test_several_ties_between_two_are_one_with_all_their_words() -> None:
    graph = linked(("P1", "works for", "A1"), ("P1", "speaks for", "A1"))
    assert graph.edges["P1", "A1"]["words"] == ("speaks for", "works for")


def test_kinds_that_are_not_asked_for_are_left_out() -> None:
    assert sorted(ties(network(*ZONE), ["person"], ["zone"])) == ["P1", "P2", "P3", "Z"]


def test_only_whoever_links_something_alone_is_a_single_point_of_failure() -> None:
    assert single_points(linked(*ZONE), "Z") == [Point("P1", (("A1",),))]


def test_what_is_cut_off_is_told_as_seen_from_the_middle() -> None:
    chain = linked(
        ("P1", "in", "Z"), ("P1", "for", "A1"), ("P2", "for", "A1"), ("P2", "for", "A2"), ("P3", "for", "A2")
    )
    assert single_points(chain, "Z") == [Point("P1", (("A1", "A2"),)), Point("P2", (("A2",),))]
    assert single_points(chain) == [Point("P1", (("Z",),)), Point("P2", (("A2",),))]


def test_whoever_is_cut_off_alone_is_not_missed_as_a_body() -> None:
    """P1 holds P2 to the rest by nothing but Z; without Z nobody may leave, so Z is no single point of failure."""
    assert single_points(linked(("P1", "in", "Z"), ("P2", "in", "Z"))) == []


def test_a_bridge_is_the_only_tie_of_a_body() -> None:
    assert bridges(linked(*ZONE)) == [Bridge(("A1", "P1"), ("A1",)), Bridge(("P1", "Z"), ("A1",))]


def test_there_is_no_bridge_in_a_ring() -> None:
    ring = linked(("P1", "in", "Z"), ("P1", "for", "A1"), ("P2", "for", "A1"), ("P2", "in", "Z"))
    assert bridges(ring) == []
    assert single_points(ring, "Z") == []


def test_the_least_cut_is_the_narrowest_place_between_two_sides() -> None:
    graph = linked(*ZONE)
    assert least_cut(graph, ["C"], ["A1"]) == Cut(1, ("P1",))
    assert least_cut(graph, ["C"], ["Z"]) == Cut(2, ("P2", "P3"))
    assert least_cut(graph, ["C"], ["A2"]) == Cut(0, ())
    assert least_cut(graph, ["C"], ["A1", "Z"]) == Cut(2, ("P2", "P3"))


def test_of_several_least_cuts_the_one_nearest_to_the_other_side_is_told() -> None:
    chain = linked(("P1", "for", "C"), ("P1", "in", "Z"), ("P2", "in", "Z"), ("P2", "for", "A1"))
    assert least_cut(chain, ["C"], ["A1"]) == Cut(1, ("P2",))
    assert least_cut(chain, ["A1"], ["C"]) == Cut(1, ("P1",))


def test_whoever_is_on_both_sides_alone_is_the_cut() -> None:
    graph = linked(("P1", "speaks for", "C"), ("P1", "works for", "A1"))
    assert least_cut(graph, ["C"], ["A1"]) == Cut(1, ("P1",))


def test_nothing_falls_apart_where_there_is_nothing() -> None:
    for graph in (linked(), linked(nodes=("Z",)), linked(nodes=("P1",))):
        assert (single_points(graph, "Z"), bridges(graph)) == ([], [])


edges = st.lists(
    st.tuples(st.sampled_from(["P1", "P2", "P3", "P4"]), st.just("in"), st.sampled_from(["Z", "A1", "A2", "C"])),
    max_size=12,
)


@given(edges)
def test_a_single_point_is_one_whose_leaving_parts_what_hung_together(found: list[tuple[str, str, str]]) -> None:
    graph = linked(*found, nodes=("Z", "A1", "A2", "C"))
    bodies = [name for name in graph if not graph.nodes[name]["may_leave"]]

    def pairs(of: Any) -> set[tuple[str, str]]:
        return {(a, b) for a in bodies for b in bodies if a < b and nx.has_path(of, a, b)}

    for name in [name for name in graph if graph.nodes[name]["may_leave"]]:
        without = graph.copy()
        without.remove_node(name)
        parts = pairs(graph) - pairs(without)
        told = next((point.cut_off for point in single_points(graph) if point.reference == name), ())
        assert bool(parts) == bool(told)


@given(edges)
def test_without_those_in_the_least_cut_nobody_links_the_sides(found: list[tuple[str, str, str]]) -> None:
    graph = linked(*found, nodes=("Z", "A1", "A2", "C"))
    cut = least_cut(graph, ["C"], ["A1", "A2"])
    left = graph.copy()
    left.remove_nodes_from(cut.who)
    assert len(cut.who) == cut.size
    assert not any(nx.has_path(left, "C", agency) for agency in ("A1", "A2"))
    for kept in cut.who:  # and none of them could be spared
        left = graph.copy()
        left.remove_nodes_from(set(cut.who) - {kept})
        assert any(nx.has_path(left, "C", agency) for agency in ("A1", "A2"))
