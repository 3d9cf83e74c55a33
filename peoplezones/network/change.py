"""What became different in the network between two dates: who joined, left or moved on, which ties came and went.

A record is *in the network* on a day when it had been opened by then and was not at a final stage. A tie is *there* on
a day when it is live (see `graph`), its joins being edges (`graph.joined`). What is there on the second day and not on
the first has joined, what was there on the first and is not on the second has left. So the change from a day to itself
is empty, and that from B to A is the mirror of that from A to B.

Definition: the differences, both ways, of the sets of nodes and of edges of two graphs on the same names
(`networkx.difference` gives that of the edges).
"""

from __future__ import annotations

from typing import Any

from peoplezones.domain.record import Value
from peoplezones.store.view import BoardView

from .graph import build, joined


class Node(Value, frozen=True):
    """A record that joined or left: with the stage that it is at on the day on which it is there."""

    reference: str
    label: str
    kind: str
    kind_title: str
    state: str


class Edge(Value, frozen=True):
    """A tie that came or went, in a sentence: `Example Police pledged to Example Wharf`."""

    start: str
    end: str
    edge: str
    record: str
    words: str


class Moved(Value, frozen=True):
    """A record that is in the network on both days, at another stage."""

    reference: str
    label: str
    kind_title: str
    before: str
    after: str


class Changes(Value, frozen=True, kw_only=True):
    """What is different on the second day from the first: `nodes` and `edges` count what is there on either day."""

    first: str
    second: str
    nodes: tuple[int, int]
    edges: tuple[int, int]
    joined: tuple[Node, ...]
    left: tuple[Node, ...]
    moved: tuple[Moved, ...]
    edges_joined: tuple[Edge, ...]
    edges_left: tuple[Edge, ...]


def change(first: tuple[BoardView, str], second: tuple[BoardView, str], *, public: bool = False) -> Changes:
    """Return what became different from one day to another: each the Board as it stood on the day, and that day."""
    before, after = (build(view, public=public, today=day) for view, day in (first, second))
    _join_alike(before, after)
    return between(joined(before), joined(after), first[1], second[1])


def _join_alike(*graphs: Any) -> None:
    """Let what only joins others in one network do so in the other: of two models, one may not say so yet."""
    joining = {name for graph in graphs for name, joins in graph.nodes(data="joins") if joins}
    for graph in graphs:
        for name in joining & set(graph):
            graph.nodes[name]["joins"] = True


def between(before: Any, after: Any, first: str, second: str) -> Changes:
    """Return what became different from one network, joins being edges, to another."""
    was, now = _Stood(before), _Stood(after)
    later = now if first <= second else was  # what it is called now, whichever way round one looks
    both = [name for name in sorted(was.nodes) if name in now.nodes]
    return Changes(
        first=first,
        second=second,
        nodes=(len(was.nodes), len(now.nodes)),
        edges=(len(was.edges), len(now.edges)),
        joined=tuple(now.node(name) for name in sorted(now.nodes) if name not in was.nodes),
        left=tuple(was.node(name) for name in sorted(was.nodes) if name not in now.nodes),
        moved=tuple(
            Moved(name, later.label(name), later.nodes[name]["kind_title"], was.state(name), now.state(name))
            for name in both
            if was.state(name) != now.state(name)
        ),
        edges_joined=tuple(now.edge(key) for key in sorted(now.edges) if key not in was.edges),
        edges_left=tuple(was.edge(key) for key in sorted(was.edges) if key not in now.edges),
    )


Key = tuple[str, str, str]


class _Stood:
    """A network on a day: the records that are in it, and the ties that are there."""

    def __init__(self, graph: Any) -> None:
        self.graph = graph
        self.nodes = {name: data for name, data in graph.nodes(data=True) if not data["final"]}
        edges = graph.edges(keys=True, data=True)
        self.edges: dict[Key, Any] = {(start, end, key): data for start, end, key, data in edges if data["live"]}

    def state(self, name: str) -> str:
        """Return the stage of a record, as people call it."""
        return str(self.nodes[name]["state_title"])

    def label(self, name: str) -> str:
        """Return what a record is called."""
        return str(self.graph.nodes[name]["label"])

    def node(self, name: str) -> Node:
        """Return a record that joined or left."""
        data = self.nodes[name]
        return Node(name, data["label"], data["kind"], data["kind_title"], data["state_title"])

    def edge(self, key: Key) -> Edge:
        """Return a tie that came or went."""
        start, end, _ = key
        data = self.edges[key]
        words = f"{self.label(start)} {data['edge']} {self.label(end)}"
        return Edge(start, end, data["edge"], data["record"], words)
