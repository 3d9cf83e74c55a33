"""Networks that are made up, to the contract of `network.graph`."""

from __future__ import annotations

import random
from typing import Any

import networkx as nx

KINDS = {
    "zone": "People Zone",
    "agency": "Agency",
    "person": "Person",
    "payback": "Community Payback project",
    "initiative": "Initiative",
}


def node(graph: Any, name: str, kind: str, label: str, **more: Any) -> None:
    """Add a record."""
    plain = {"state": "active", "state_title": "Active", "since": "2019-01-01", "opened": "2019-01-01"}
    known = {"kind": kind, "kind_title": KINDS.get(kind, kind.title()), "sort": kind, "label": label}
    graph.add_node(name, **{**known, **plain, "final": False, "joins": False, **more})


def link(graph: Any, start: str, end: str, words: str, **more: Any) -> None:
    """Add a link."""
    known = {"edge": words, "field": "about", "record": start, "since": "2019-01-01", "live": True, "state": "active"}
    graph.add_edge(start, end, f"about {graph.number_of_edges()}", **{**known, **more})


def small() -> Any:
    """Return a zone with an agency and a person who works there."""
    graph = nx.MultiDiGraph()
    node(graph, "PZ-1", "zone", "Example Wharf")
    node(graph, "AG-1", "agency", "Example Council")
    node(graph, "PE-1", "person", "Ada Example")
    link(graph, "AG-1", "PZ-1", "pledged to")
    link(graph, "PZ-1", "AG-1", "asks")
    link(graph, "PE-1", "PZ-1", "serves")
    link(graph, "PE-1", "AG-1", "works for", live=False)
    return graph


def network(size: int, seed: int = 1) -> Any:
    """Return a network of so many records: a zone for every twelve, agencies that serve many, people, projects."""
    chance, graph = random.Random(seed), nx.MultiDiGraph()
    zones = [f"PZ-{number:03}" for number in range(max(1, size // 12))]
    agencies = [f"AG-{number:03}" for number in range(min(8, max(1, size // 5)))]
    for number, name in enumerate(zones):
        node(
            graph,
            name,
            "zone",
            f"Example Quarter {number} and the estates around it" if number % 3 else f"Wharf {number}",
        )
    for number, name in enumerate(agencies):
        node(graph, name, "agency", f"Example Agency for the {number}. purpose")
    for number in range(size - len(zones) - len(agencies)):
        kind = chance.choice(["person", "person", "payback", "initiative"])
        name = f"{kind[:2].upper()}-{number:03}"
        node(graph, name, kind, f"{KINDS[kind]} by the example mill {number}")
        if chance.random() < 0.9:
            link(graph, name, chance.choice(zones), "takes place in")
        if chance.random() < 0.5:
            link(graph, name, chance.choice(agencies), "belongs to", live=chance.random() < 0.9)
    for name in zones:
        for agency in chance.sample(agencies, min(len(agencies), chance.randint(1, 5))):
            link(graph, agency, name, "pledged to")
    return graph
