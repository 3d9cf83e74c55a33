"""The network as XML: GraphML 1.0 and GEXF 1.2.

Written here, since networkx puts the day of writing into the one, and writes the other otherwise where lxml is there.
The columns of nodes and edges are declared with their types before they are used: text, whole numbers, yes or no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from xml.sax import saxutils
from xml.sax.saxutils import escape

_GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)
_GEXF = (
    '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">'
)
_PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>'
_TYPES = {bool: "boolean", int: "long", str: "string"}
Row = dict[str, Any]


@lru_cache(maxsize=8192)  # the same few words come again and again
def quoteattr(text: str) -> str:
    """Return text as the value of an attribute, in quotes."""
    return saxutils.quoteattr(text)


def graphml(graph: Any) -> Iterator[str]:
    """Yield the lines of a network as GraphML."""
    yield _PROLOGUE
    yield _GRAPHML
    parts = (("graph", [graph.graph]), ("node", _rows(graph.nodes(data=True))), ("edge", _rows(graph.edges(data=True))))
    for part, rows in parts:
        for name, type_ in columns(rows).items():
            yield (
                f"  <key id={quoteattr(f'{part}.{name}')} for={quoteattr(part)} attr.name={quoteattr(name)} "
                f"attr.type={quoteattr(type_)}/>"
            )
    yield '  <graph edgedefault="directed">'
    yield from _data("graph", graph.graph, "    ")
    for name, data in graph.nodes(data=True):
        yield f"    <node id={quoteattr(name)}>"
        yield from _data("node", data, "      ")
        yield "    </node>"
    for start, end, key, data in graph.edges(keys=True, data=True):
        yield f"    <edge id={quoteattr(key)} source={quoteattr(start)} target={quoteattr(end)}>"
        yield from _data("edge", data, "      ")
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _data(part: str, data: Row, indent: str) -> Iterator[str]:
    for name, value in data.items():
        yield f"{indent}<data key={quoteattr(f'{part}.{name}')}>{escape(_text(value))}</data>"


def gexf(graph: Any) -> Iterator[str]:
    """Yield the lines of a network as GEXF.

    A node's label and an edge's weight are in the places that the format has for them.
    """
    yield _PROLOGUE
    yield _GEXF
    about = "; ".join(f"{name}: {value}" for name, value in graph.graph.items())
    day = graph.graph.get("on", "")
    yield f"  <meta{f' lastmodifieddate={quoteattr(day)}' if day else ''}>"
    yield f"    <creator>peoplezones</creator>\n    <description>{escape(about)}</description>"
    yield "  </meta>"
    yield '  <graph defaultedgetype="directed" mode="static">'
    yield from _attributes("node", columns(_rows(graph.nodes(data=True))), "label")
    yield from _attributes("edge", columns(_rows(graph.edges(data=True))), "weight")
    yield "    <nodes>"
    for name, data in graph.nodes(data=True):
        label = data.get("label", name)
        yield f"      <node id={quoteattr(name)} label={quoteattr(label)}>"
        yield from _values(data, "label")
        yield "      </node>"
    yield "    </nodes>"
    yield "    <edges>"
    for start, end, key, data in graph.edges(keys=True, data=True):
        weight = f" weight={quoteattr(str(data['weight']))}" if "weight" in data else ""
        yield f"      <edge id={quoteattr(key)} source={quoteattr(start)} target={quoteattr(end)}{weight}>"
        yield from _values(data, "weight")
        yield "      </edge>"
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _attributes(part: str, found: dict[str, str], own: str) -> Iterator[str]:
    """Declare the columns of nodes or edges, but for the one that the format has a place of its own for."""
    wanted = {name: type_ for name, type_ in found.items() if name != own}
    if not wanted:
        return
    yield f'    <attributes class="{part}" mode="static">'
    for name, type_ in wanted.items():
        yield f"      <attribute id={quoteattr(name)} title={quoteattr(name)} type={quoteattr(type_)}/>"
    yield "    </attributes>"


def _values(data: Row, own: str) -> Iterator[str]:
    found = {name: value for name, value in data.items() if name != own}
    if not found:
        return
    yield "        <attvalues>"
    for name, value in found.items():
        yield f"          <attvalue for={quoteattr(name)} value={quoteattr(_text(value))}/>"
    yield "        </attvalues>"


def _rows(found: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    return (one[-1] for one in found)


def columns(rows: Iterable[Row]) -> dict[str, str]:
    """Return the names of what rows hold, each with its type."""
    found: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, _TYPES[type(value)])
    return found


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
