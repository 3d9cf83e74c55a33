"""Records that only join others become edges between them."""

from __future__ import annotations

from peoplezones.network.graph import joined
from tests.unit.network.graphs import network

PLEDGE = (("A1", "pledges", "J1"), ("J1", "pledged to", "Z"))


def test_what_a_pledge_joins_is_one_edge() -> None:
    graph = network(*PLEDGE, record="J1")
    graph.edges["A1", "J1", "pledges"]["since"] = "2020-03-01"
    graph.edges["J1", "Z", "pledged to"]["weight"] = 40
    found = joined(graph)
    ((start, end, data),) = found.edges(data=True)
    assert (start, end, data["edge"], data["by"], data["record"]) == ("A1", "Z", "pledged to", "pledges", "J1")
    assert (data["since"], data["weight"], data["live"]) == ("2020-03-01", 40, True)
    assert sorted(found) == ["A1", "Z"]


def test_it_is_live_only_where_both_are() -> None:
    graph = network(*PLEDGE, record="J1")
    graph.edges["A1", "J1", "pledges"]["live"] = False
    assert [data["live"] for _, _, data in joined(graph).edges(data=True)] == [False]


def test_two_pledges_between_the_same_two_stay_two() -> None:
    graph = network(*PLEDGE, record="J1")
    graph.update(network(("A1", "pledges", "J2"), ("J2", "pledged to", "Z"), record="J2"))
    assert len(joined(graph).edges) == 2


def test_each_that_runs_to_it_is_joined_with_each_that_runs_from_it() -> None:
    graph = network(
        ("P1", "holds", "J1"), ("P2", "stands in for", "J1"), ("J1", "serves", "Z"), ("J1", "for", "A1"), record="J1"
    )
    assert sorted((start, end) for start, end in joined(graph).edges()) == [
        ("P1", "A1"),
        ("P1", "Z"),
        ("P2", "A1"),
        ("P2", "Z"),
    ]


def test_what_others_say_of_it_goes_with_it() -> None:
    graph = network(*PLEDGE, record="J1")
    graph.update(network(("A2", "decides on", "J1")))
    assert sorted((start, end) for start, end in joined(graph).edges()) == [("A1", "Z")]
    assert "A2" in joined(graph)


def test_one_whose_edges_all_run_one_way_stays() -> None:
    graph = network(("J1", "pledged to", "Z"), record="J1")
    assert sorted(joined(graph)) == ["J1", "Z"]


def test_the_network_itself_is_not_changed() -> None:
    graph = network(*PLEDGE, record="J1")
    joined(graph)
    assert sorted(graph) == ["A1", "J1", "Z"]
