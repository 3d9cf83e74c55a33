"""Small networks, written out by hand: `agency`, `zone` and `community` are bodies, `person` may leave."""

from __future__ import annotations

from typing import Any

import networkx as nx


def network(*edges: tuple[str, str, str], nodes: tuple[str, ...] = (), **more: Any) -> Any:
    """Return a network of live edges (from, words, to); a name's first letter says its kind, `more` changes edges."""
    found = nx.MultiDiGraph()
    for name in dict.fromkeys([*nodes, *(end for start, _, onward in edges for end in (start, onward))]):
        add_node(found, name)
    for start, words, end in edges:
        data = {"edge": words, "field": words, "record": start, "since": "2020-01-01", "live": True, "state": "on"}
        found.add_edge(start, end, words, **{**data, **more})
    return found


KINDS = {"A": "agency", "Z": "zone", "C": "community", "P": "person", "J": "pledge"}


def add_node(graph: Any, name: str, **more: Any) -> None:
    """Add a record that is in the network."""
    kind = KINDS[name[0]]
    plain = {"kind": kind, "kind_title": kind.title(), "sort": kind, "label": f"{kind} {name}", "state": "on"}
    dated = {
        "state_title": "On",
        "since": "2020-01-01",
        "opened": "2020-01-01",
        "final": False,
        "joins": kind == "pledge",
    }
    graph.add_node(name, **{**plain, **dated, **more})
