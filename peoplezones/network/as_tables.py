"""The network as JSON (node-link, as networkx and D3 read it) and its edges as CSV (as Gephi and a spreadsheet do)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from peoplezones.domain.cells import protect

#: The names that Gephi's import of a spreadsheet looks for come first; it takes each edge as directed by `Type`.
_FOR_GEPHI = ("Id", "Source", "Target", "Type", "Label")
_NAMES = ("source_label", "target_label")


def node_link(graph: Any) -> Iterator[str]:
    """Yield a network as JSON in the shape of `networkx.node_link_data`, a line for each node and edge."""
    yield f'{{"directed": true, "multigraph": true, "graph": {_json(graph.graph)},'
    yield '"nodes": ['
    yield from _listed({**data, "id": name} for name, data in graph.nodes(data=True))
    yield '], "edges": ['
    edges = graph.edges(keys=True, data=True)
    yield from _listed({**data, "source": start, "target": end, "key": key} for start, end, key, data in edges)
    yield "]}"


def _listed(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield rows, with a comma after each but the last."""
    before = ""
    for row in rows:
        if before:
            yield f"{before},"
        before = _json(row)
    if before:
        yield before


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Line:
    """Gives back what a CSV writer writes."""

    def write(self, text: str) -> str:
        return text


def edges_as_csv(graph: Any) -> Iterator[str]:
    """Yield the edges of a network as lines of CSV; no cell is taken for a formula. The mark of UTF-8 comes first."""
    known = dict.fromkeys(name for _, _, data in graph.edges(data=True) for name in data)
    rest = [name for name in known if name != "edge"]
    sheet = csv.writer(_Line(), lineterminator="\r")  # each line ends in a line feed besides
    yield "\ufeff" + _row(sheet, [*_FOR_GEPHI, *_NAMES, *rest])
    labels = graph.nodes(data="label", default="")
    for start, end, key, data in graph.edges(keys=True, data=True):
        cells = [key, start, end, "Directed", data.get("edge", ""), labels[start], labels[end]]
        yield _row(sheet, [*cells, *(data.get(name, "") for name in rest)])


def _row(sheet: Any, values: Iterable[Any]) -> str:
    return str(sheet.writerow([_cell(value) for value in values]))


def _cell(value: Any) -> str:
    """Return a value as a cell: a number as it is, text so that no spreadsheet takes it for a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else protect(str(value))
