"""The network as JSON (node-link, as networkx and D3 read it) and its edges as CSV (as Gephi and a spreadsheet do)."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from peoplezones.domain.cells import protect

#: The names that Gephi's import of a spreadsheet looks for come first; it takes each edge as directed by `Type`.
_FOR_GEPHI = ("Id", "Source", "Target", "Type", "Label")
_NAMES = ("source_label", "target_label")


def node_link(graph: Any) -> bytes:
    """Return a network as JSON, with nodes, edges, and what says where it comes from."""
    import networkx as nx

    return (json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1) + "\n").encode()


def edges_as_csv(graph: Any) -> bytes:
    """Return the edges of a network as CSV in UTF-8 with its mark; no cell is taken for a formula."""
    known = dict.fromkeys(name for _, _, data in graph.edges(data=True) for name in data)
    rest = [name for name in known if name != "edge"]
    out = io.StringIO(newline="")
    sheet = csv.writer(out)
    sheet.writerow([*_FOR_GEPHI, *_NAMES, *rest])
    labels = graph.nodes(data="label", default="")
    for start, end, key, data in graph.edges(keys=True, data=True):
        cells = [key, start, end, "Directed", data.get("edge", ""), labels[start], labels[end]]
        sheet.writerow([_cell(value) for value in [*cells, *(data.get(name, "") for name in rest)]])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    """Return a value as a cell: a number as it is, text so that no spreadsheet takes it for a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else protect(str(value))
