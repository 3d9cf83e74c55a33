"""What is exported is read again as it was: by networkx, by a spreadsheet and, as far as its format tells, by Gephi."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.domain.cells import unprotect
from peoplezones.network.exporting import FORMATS, FormatUnknown, clean, export_into, exported_graph, format_for
from tests.unit.drawing.reading import NASTY
from tests.unit.network.made_up import link, network, node, small

ABOUT = {"title": "Example Board", "on": "2019-11-05", "position": "201", "form": "Restricted."}
TEXT = st.text(st.characters(), max_size=30) | st.sampled_from(NASTY)
NAMES = [f"N-{number}" for number in range(6)]
LINK = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    TEXT,
    st.booleans(),
    st.none() | st.integers(-(2**53) + 1, 2**53 - 1),
)
PARTS = st.tuples(st.lists(st.tuples(st.sampled_from(NAMES), TEXT, TEXT)), st.lists(LINK, max_size=12))


def _graph(parts: Any) -> Any:
    graph = nx.MultiDiGraph()
    for name, label, state in parts[0]:
        node(graph, name, "person", label, state_title=state)
    for start, end, words, live, weight in parts[1]:
        if start in graph and end in graph:
            link(graph, start, end, words, live=live, **({} if weight is None else {"weight": weight}))
    return graph


def _exported(graph: Any, format_: str) -> bytes:
    file = io.BytesIO()
    export_into(file, graph, format_, ABOUT)
    return file.getvalue()


def _file(graph: Any, format_: str) -> io.BytesIO:
    return io.BytesIO(_exported(graph, format_))


def _edges(graph: Any) -> dict[str, Any]:
    """Return the edges by their ids, as GEXF has them: networkx reads an edge's id as an attribute."""
    return {data["id"]: (a, b, {k: v for k, v in data.items() if k != "id"}) for a, b, data in graph.edges(data=True)}


@given(PARTS)
def test_graphml_is_read_again_as_it_was(parts: Any) -> None:
    graph = _graph(parts)
    found = nx.read_graphml(_file(graph, "graphml"), force_multigraph=True, edge_key_type=str)
    whole = exported_graph(graph, ABOUT)
    assert found.nodes == whole.nodes
    assert found.adj == whole.adj
    assert {name: found.graph[name] for name in ABOUT} == ABOUT


@given(PARTS)
def test_gexf_is_read_again_as_it_was(parts: Any) -> None:
    graph = _graph(parts)
    found = nx.read_gexf(_file(graph, "gexf"))
    whole = exported_graph(graph, ABOUT)
    assert dict(found.nodes(data=True)) == dict(whole.nodes(data=True))
    assert _edges(found) == {key: (a, b, data) for a, b, key, data in whole.edges(keys=True, data=True)}


@given(PARTS)
def test_json_is_read_again_as_it_was(parts: Any) -> None:
    graph = _graph(parts)
    found = nx.node_link_graph(json.load(_file(graph, "json")), edges="edges")
    assert nx.utils.graphs_equal(found, exported_graph(graph, ABOUT))


@given(PARTS)
def test_the_edges_in_csv_are_those_of_the_network_and_no_cell_is_a_formula(parts: Any) -> None:
    graph = _graph(parts)
    text = _exported(graph, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    whole = exported_graph(graph, ABOUT)
    wanted = [
        (key, a, b, data["edge"], str(data["live"]).lower(), str(data.get("weight", "")))
        for a, b, key, data in whole.edges(keys=True, data=True)
    ]
    found = [
        (
            unprotect(row["Id"]),
            row["Source"],
            row["Target"],
            unprotect(row["Label"]),
            row["live"],
            row.get("weight", ""),
        )
        for row in rows
    ]
    assert found == wanted
    cells = [cell for row in rows for name, cell in row.items() if name != "weight"]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(PARTS)
def test_text_is_what_it_was_but_for_what_xml_cannot_hold(parts: Any) -> None:
    graph = _graph(parts)
    found = exported_graph(graph, ABOUT)
    for name, data in graph.nodes(data=True):
        label, now = data["label"], found.nodes[name]["label"]
        assert len(label) == len(now)
        changed = {was for was, is_ in zip(label, now, strict=True) if was != is_}
        assert not [char for char in changed if char.isprintable() and char != "\ufffe"]


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert clean("a\x00b\x1bc\ud800\uffff") == "a\ufffdb\ufffdc\ufffd\ufffd"
    assert clean("a\tb\nc\r") == "a b c "
    assert clean("\u202eexample \u200b اسم") == "\u202eexample \u200b اسم"


def test_every_edge_has_an_id_of_its_own() -> None:
    graph = small()
    link(graph, "PE-1", "PZ-1", "serves")
    root = ElementTree.fromstring(_exported(graph, "graphml"))
    ids = [edge.attrib["id"] for edge in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert ids == ["PZ-1.about", "AG-1.about", "PE-1.about", "PE-1.about.2", "PE-1.about.3"]


def test_gexf_has_what_gephi_asks_for() -> None:
    graph = small()
    link(graph, "AG-1", "PZ-1", "pays for work in", weight=120_000)
    space = "{http://www.gexf.net/1.2draft}"
    root = ElementTree.fromstring(_exported(graph, "gexf"))
    assert root.attrib["version"] == "1.2"
    meta, drawn = root
    assert meta.attrib["lastmodifieddate"] == "2019-11-05"
    assert drawn.attrib == {"defaultedgetype": "directed", "mode": "static"}
    assert [part.tag.removeprefix(space) for part in drawn] == ["attributes", "attributes", "nodes", "edges"]
    declared = {
        part.attrib["class"]: {one.attrib["id"]: one.attrib["type"] for one in part}
        for part in drawn.findall(f"{space}attributes")
    }
    assert declared["node"]["final"] == declared["edge"]["live"] == "boolean"
    assert declared["node"]["since"] == "string"
    for part, name in (("node", "nodes"), ("edge", "edges")):
        used = {one.attrib["for"] for one in drawn.iterfind(f"{space}{name}//{space}attvalue")}
        assert used <= set(declared[part])
    known = {one.attrib["id"] for one in drawn.iterfind(f"{space}nodes/{space}node")}
    assert all(
        {one.attrib["source"], one.attrib["target"]} <= known for one in drawn.iterfind(f"{space}edges/{space}edge")
    )
    assert [one.attrib["weight"] for one in drawn.iterfind(f"{space}edges/{space}edge") if "weight" in one.attrib] == [
        "120000"
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_network_gives_the_same_bytes(format_: str) -> None:
    assert _exported(network(30), format_) == _exported(network(30), format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_network_without_a_record_is_a_file_too(format_: str) -> None:
    assert _exported(nx.MultiDiGraph(), format_)


def test_the_format_is_what_is_chosen_or_else_how_the_file_ends() -> None:
    assert format_for("who.GEXF") == "gexf"
    assert format_for("who.txt", "csv") == "csv"
    with pytest.raises(FormatUnknown, match=r"'who.txt' does not say in which format.*\.gexf.*--format"):
        format_for("who.txt")
