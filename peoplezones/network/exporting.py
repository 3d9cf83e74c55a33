"""The network in a file, for programs that draw and reckon with graphs: GraphML, GEXF, JSON, and its edges as CSV.

Every edge has an id of its own in the whole file, since Gephi keeps only one of those that share one. Text is as it is
in the records, but for what XML 1.0 cannot hold (its section 2.2): tabs and line ends become spaces, other control
characters and lone surrogates become replacement characters, in every format alike. What is written is read again by
networkx as `exported_graph` gives it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO

from peoplezones.domain.errors import UsageError

from .as_tables import edges_as_csv, node_link
from .as_xml import gexf, graphml

FORMATS: Mapping[str, Callable[[Any], Iterator[str]]] = {
    "graphml": graphml,
    "gexf": gexf,
    "json": node_link,
    "csv": edges_as_csv,
}
_BLANK = re.compile("[\t\n\r\x85\u2028\u2029]")
_NOT_IN_XML = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class FormatUnknown(UsageError):
    """The network cannot be written in this format."""


def format_for(name: str, chosen: str = "") -> str:
    """Return the format that is chosen, or that a file's name ends with. Raises FormatUnknown."""
    ending = chosen or name.rpartition(".")[2]
    if ending.lower() not in FORMATS:
        raise FormatUnknown(
            f"'{name}' does not say in which format: end its name in .graphml, .gexf, .json or .csv, or choose --format"
        )
    return ending.lower()


def export_into(file: BinaryIO, graph: Any, format_: str, about: Mapping[str, str]) -> None:
    """Write a network in a format; `about` says where it comes from (`title`, `on`, `position`, `form`)."""
    for line in FORMATS[format_](exported_graph(graph, about)):
        file.write(f"{line}\n".encode())


def exported_graph(graph: Any, about: Mapping[str, str]) -> Any:
    """Return a network as it is exported: text that XML can hold, and edges whose keys are unique in the whole of it.

    A key is the record that refers, its field and, where that is not enough, a number.
    """
    import networkx as nx

    found = nx.MultiDiGraph(**{name: clean(text) for name, text in about.items()})
    for name, data in graph.nodes(data=True):
        found.add_node(clean(name), **{key: _clean(value) for key, value in data.items()})
    seen: Counter[str] = Counter()
    for start, end, data in graph.edges(data=True):
        base = clean(f"{data['record']}.{data['field']}")
        seen[base] += 1
        key = base if seen[base] == 1 else f"{base}.{seen[base]}"
        found.add_edge(clean(start), clean(end), key, **{name: _clean(value) for name, value in data.items()})
    return found


def clean(text: str) -> str:
    """Return text that XML can hold."""
    if text.isascii() and text.isprintable():
        return text
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", _BLANK.sub(" ", text))


def _clean(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value
