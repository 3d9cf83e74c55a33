"""Which part of the network is meant: what stands, what is of some kinds, what is around some records."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from peoplezones.domain.errors import UnknownName
from peoplezones.store.naming import resolve, workflow_named
from peoplezones.store.view import BoardView


def standing(graph: Any, keep: Collection[str] = ()) -> Any:
    """Return the network without records that have ended (but for those to keep) and links that no longer hold."""
    ended = [name for name, node in graph.nodes(data=True) if node["final"] and name not in keep]
    found = graph.copy()
    found.remove_nodes_from(ended)
    found.remove_edges_from([edge[:3] for edge in found.edges(keys=True, data="live") if not edge[3]])
    return found


def of_kinds(view: BoardView, graph: Any, kinds: Iterable[str], keep: Collection[str] = ()) -> Any:
    """Return the part of the network that is of some kinds (and what is to be kept). Raises UnknownName."""
    wanted = {workflow_named(view.model, kind).name for kind in kinds}
    return graph.subgraph(name for name, node in graph.nodes(data="kind") if node in wanted or name in keep)


def around(graph: Any, middles: Iterable[str]) -> Any:
    """Return some records of the network and all that they are linked to."""
    found = set(middles)
    for name in tuple(found):
        found |= {*graph.successors(name), *graph.predecessors(name)}
    return graph.subgraph(name for name in graph if name in found)  # in the order of the whole


def named(view: BoardView, graph: Any, names: Iterable[str]) -> list[str]:
    """Return the references of records of the network, by reference or name. Raises UnknownName."""
    found = [resolve(view, view.model.workflows, name) for name in names]
    for reference in found:
        if reference not in graph:
            raise UnknownName(
                f"{reference} has no place of its own in the picture, since it only joins others or the model gives it "
                "none in the network; name one of those that it is about"
            )
    return list(dict.fromkeys(found))
