"""Who links what: the graph of those who may leave and of what they tie together, and what hangs on one of them.

The graph is undirected and simple. Its nodes are the records of the kinds that are to be linked and of those who link
(people); its edges are live ties with somebody who links at one end: an office held, an organisation worked for, a
pledge made. A tie between two bodies without a person is none, for a pledge on paper works with nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import networkx as nx

from peoplezones.domain.record import Value


class Point(Value, frozen=True):
    """Somebody without whom the graph falls apart: the parts that are then cut off, without the largest part."""

    reference: str
    cut_off: tuple[tuple[str, ...], ...]


class Bridge(Value, frozen=True):
    """A tie without which the graph falls apart: its ends, and what is then cut off (the smaller part)."""

    ends: tuple[str, str]
    cut_off: tuple[str, ...]


class Cut(Value, frozen=True):
    """The fewest who would have to leave so that nobody links two sides any more."""

    size: int
    who: tuple[str, ...]


def ties(joined: Any, who: Collection[str], kinds: Collection[str]) -> Any:
    """Return the graph of ties as a `networkx.Graph`, from a network in which joins are edges (`graph.joined`)."""
    found = nx.Graph()
    wanted = {*who, *kinds}
    nodes = {name: data for name, data in sorted(joined.nodes(data=True)) if data["kind"] in wanted}
    found.add_nodes_from((name, {**data, "may_leave": data["kind"] in who}) for name, data in nodes.items())
    for start, end, data in sorted(joined.edges(data=True), key=lambda edge: (edge[0], edge[1], edge[2]["edge"])):
        people = [end for end in (start, end) if end in nodes and nodes[end]["kind"] in who]
        if data["live"] and people and start in nodes and end in nodes and start != end:
            words = (*found.get_edge_data(start, end, {}).get("words", ()), data["edge"])
            found.add_edge(start, end, words=tuple(dict.fromkeys(words)))
    return found


def single_points(graph: Any, middle: str = "") -> list[Point]:
    """Return those who may leave and whose leaving cuts something off that is not merely somebody else.

    What is cut off is told as seen from the node `middle`; without one, from the largest part that is left.

    Definition: articulation points (cut vertices): the graph without one has more connected components than with it.
    Source: J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation, Communications of the
    ACM 16 (1973); `networkx.articulation_points`.
    """
    found = []
    for name in sorted(nx.articulation_points(graph)):
        if graph.nodes[name]["may_leave"]:
            parts = _parts_without(graph, name, middle)
            if parts:
                found.append(Point(name, parts))
    return found


def _parts_without(graph: Any, name: str, middle: str) -> tuple[tuple[str, ...], ...]:
    """Return the bodies in each part into which what hangs on a node falls without it; not those of the main part."""
    around = nx.node_connected_component(graph, name) - {name}
    found = [_bodies(graph, part) for part in nx.connected_components(graph.subgraph(around))]
    parts = sorted((part for part in found if part), key=lambda part: (middle not in part, -len(part), part))
    return tuple(parts[1:])


def _bodies(graph: Any, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(name for name in names if not graph.nodes[name]["may_leave"]))


def bridges(graph: Any) -> list[Bridge]:
    """Return the ties without which some body is cut off from the others.

    Definition: a bridge is an edge that lies on no cycle, so that the graph without it has one component more.
    Source: R. Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2 (1974);
    `networkx.bridges` (which finds them by chain decomposition: J. Schmidt, Information Processing Letters 113, 2013).
    """
    found = []
    for start, end in sorted(tuple(sorted(edge)) for edge in nx.bridges(graph)):
        left = graph.copy()
        left.remove_edge(start, end)
        parts = [_bodies(graph, nx.node_connected_component(left, name)) for name in (start, end)]
        if all(parts):
            found.append(Bridge((start, end), min(parts, key=lambda part: (len(part), part))))
    return found


def least_cut(graph: Any, one: Iterable[str], other: Iterable[str]) -> Cut:
    """Return the fewest of those who may leave, without whom no path leads from one side to the other.

    Definition: a minimum vertex cut between two sets, in which only those who may leave can be taken away: by Menger's
    theorem as many as there are paths between the sides that share nobody. Nobody, where no path leads over anyway. Of
    several such cuts the one nearest to the other side is returned.
    Source: K. Menger, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10 (1927); as a maximum flow through a
    graph whose nodes are split in two: L. Ford and D. Fulkerson, Maximal flow through a network, Canadian Journal of
    Mathematics 8 (1956); `networkx.minimum_cut`.
    """
    flow = nx.DiGraph()
    flow.add_nodes_from(("source", "sink"))
    for name, data in graph.nodes(data=True):
        flow.add_edge((name, "in"), (name, "out"), **({"capacity": 1} if data["may_leave"] else {}))
    for start, end in graph.edges:
        flow.add_edge((start, "out"), (end, "in"))
        flow.add_edge((end, "out"), (start, "in"))
    for name in sorted(one):
        flow.add_edge("source", (name, "in"))
    for name in sorted(other):
        flow.add_edge((name, "out"), "sink")
    size, (near, _) = nx.minimum_cut(flow, "source", "sink")
    people = sorted(name for name in graph if (name, "in") in near and (name, "out") not in near)
    return Cut(int(size), tuple(people))
