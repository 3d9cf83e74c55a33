"""The picture of a network: everything is in it, nothing lies on anything else, and grey is enough."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.drawing.marks import Line, Words
from peoplezones.network.picture import MOST, Drawing, Stated, TooLarge, drawing_of, picture
from peoplezones.network.picture.boxes import AT_MOST
from peoplezones.network.picture.signs import signs
from tests.unit.drawing.reading import NASTY, outside, overlaps, root_of
from tests.unit.network.made_up import link, network, node, small

STATED = Stated("Example Board", "2019-11-05", 201, "Restricted.")


def _texts(drawing: Drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, Words)]


@pytest.mark.parametrize("size", [3, 30, 300])
def test_no_text_lies_on_another_and_all_of_it_is_on_the_sheet(size: int) -> None:
    drawing = drawing_of(network(size), STATED, "zone")
    assert len(_texts(drawing)) > size
    assert overlaps(drawing.marks) == []
    assert outside(drawing.marks, drawing.width, drawing.height) == []


@pytest.mark.parametrize("size", [3, 30, 300])
def test_every_record_is_named(size: int) -> None:
    graph = network(size)
    drawing = drawing_of(graph, STATED, "zone")
    assert set().union(*([box.middle, *box.members] for box in drawing.boxes)) - {""} == set(graph)


NAMES = [f"N-{number}" for number in range(8)]
KINDS = st.sampled_from(["zone", "agency", "person", "toolkit"])
GRAPHS = st.tuples(
    st.lists(st.tuples(st.sampled_from(NAMES), KINDS, st.text(max_size=50) | st.sampled_from(NASTY))),
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.text(max_size=30), st.booleans()), max_size=20
    ),
)


def _graph(parts: tuple[list[tuple[str, str, str]], list[tuple[str, str, str, bool]]]) -> Any:
    graph = nx.MultiDiGraph()
    for name, kind, label in parts[0]:
        node(graph, name, kind, label)
    for start, end, words, live in parts[1]:
        if start in graph and end in graph:
            link(graph, start, end, words, live=live)
    return graph


@given(GRAPHS)
def test_whatever_the_network_every_link_is_in_a_box_and_no_text_lies_on_another(parts: Any) -> None:
    graph = _graph(parts)
    drawing = drawing_of(graph, STATED, "zone")
    shown = {frozenset((box.middle, member)) for box in drawing.boxes for member in box.members}
    shown |= {frozenset(pair) for box in drawing.boxes for pair in box.among}
    assert {frozenset(edge) for edge in graph.edges()} <= shown
    named = set().union(*([box.middle, *box.members] for box in drawing.boxes))
    assert named - {""} == set(graph)
    assert [box.number for box in drawing.boxes] == list(range(1, len(drawing.boxes) + 1))
    assert overlaps(drawing.marks) == []
    assert outside(drawing.marks, drawing.width, drawing.height) == []


@given(GRAPHS, st.randoms(use_true_random=False))
def test_the_order_in_which_records_come_changes_nothing(parts: Any, chance: Any) -> None:
    graph = _graph(parts)
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    chance.shuffle(nodes)
    chance.shuffle(edges)
    other = nx.MultiDiGraph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    assert drawing_of(other, STATED, "zone") == drawing_of(graph, STATED, "zone")


def test_a_zone_has_a_box_with_all_that_it_is_linked_to_and_the_links_among_them() -> None:
    drawing = drawing_of(small(), STATED, "zone")
    (box,) = drawing.boxes
    assert (box.middle, list(box.members)) == ("PZ-1", ["AG-1", "PE-1"])
    assert (box.links["AG-1"].there, box.links["AG-1"].back) == (("pledged to",), ("asks",))
    assert list(box.among) == [("AG-1", "PE-1")]
    assert not box.among["AG-1", "PE-1"].live
    assert {"1. Example Wharf", "People Zone; Active", "Example Council", "Ada Example"} <= set(_texts(drawing))


def test_what_links_two_is_told_in_words_with_an_arrow_as_they_read() -> None:
    texts = _texts(drawing_of(small(), STATED, "zone"))
    assert "pledged to\u00a0→; asks\u00a0←" in texts  # to the left of the zone
    assert "←\u00a0serves" in texts  # to its right


def test_the_picture_says_of_what_and_when_it_is() -> None:
    texts = _texts(drawing_of(small(), STATED, "zone"))
    assert texts[:2] == [
        "Example Board: who works with whom",
        "As of 5 November 2019, position 201 of the log. 3 records, 4 links. Restricted.",
    ]


def test_in_words_it_tells_what_there_is_to_see() -> None:
    assert drawing_of(small(), STATED, "zone").alternative == (
        "Network as of 5 November 2019: 3 records, 4 links. Records: Agency 1, People Zone 1, Person 1. "
        "Box 1, Example Wharf (People Zone; Active): linked to Agency 1 and Person 1."
    )


def test_who_is_in_several_boxes_is_in_each_with_the_numbers_of_the_others() -> None:
    graph = small()
    node(graph, "PZ-2", "zone", "Example Mill")
    link(graph, "AG-1", "PZ-2", "pledged to")
    drawing = drawing_of(graph, STATED, "zone")
    assert [box.middle for box in drawing.boxes] == ["PZ-1", "PZ-2"]
    texts = _texts(drawing)
    assert texts.count("Example Council") == 2
    assert "also in 2; pledged to\u00a0→; asks\u00a0←" in texts
    assert "also in 1; pledged to\u00a0→" in texts
    assert drawing.alternative.endswith("In several boxes: 1 record; most often Example Council (2).")


def test_links_beside_the_zones_have_boxes_too_the_one_with_most_first() -> None:
    graph = small()
    for number in range(2, 6):
        node(graph, f"PE-{number}", "person", f"Bo Example {number}")
        link(graph, f"PE-{number}", "AG-1", "works for")
    boxes = drawing_of(graph, STATED, "zone").boxes
    assert [(box.middle, list(box.members)) for box in boxes][1:] == [("AG-1", ["PE-2", "PE-3", "PE-4", "PE-5"])]


def test_what_has_too_many_links_for_a_box_goes_on_in_another() -> None:
    graph = nx.MultiDiGraph()
    node(graph, "PZ-1", "zone", "Example Wharf")
    for number in range(AT_MOST + 1):
        node(graph, f"PE-{number:03}", "person", f"Bo Example {number}")
        link(graph, f"PE-{number:03}", "PZ-1", "serves")
    drawing = drawing_of(graph, STATED, "zone")
    assert [len(box.links) for box in drawing.boxes] == [AT_MOST, 1]
    assert "2. Example Wharf (continued)" in _texts(drawing)


def test_a_picture_about_some_records_has_boxes_for_these_alone() -> None:
    graph = network(30)
    drawing = drawing_of(graph, STATED, "zone", ["AG-001"])
    assert {box.middle for box in drawing.boxes} == {"AG-001"}


def test_a_network_without_a_record_and_one_with_one_are_drawn() -> None:
    nothing = picture(nx.MultiDiGraph(), STATED, "zone")
    assert nothing.alternative == "Network as of 5 November 2019: nothing to show."
    assert "There is nothing to show." in _texts(drawing_of(nx.MultiDiGraph(), STATED, "zone"))
    one = nx.MultiDiGraph()
    node(one, "PE-1", "person", "Ada Example")
    assert picture(one, STATED, "zone").alternative == (
        "Network as of 5 November 2019: 1 record, 0 links. Records: Person 1. Linked to nothing: 1 record."
    )
    zone = nx.MultiDiGraph()
    node(zone, "PZ-1", "zone", "Example Wharf")
    assert "People Zone; Active; no link" in _texts(drawing_of(zone, STATED, "zone"))


@pytest.mark.parametrize("name", NASTY)
def test_any_name_can_be_drawn(name: str) -> None:
    graph = small()
    graph.nodes["PZ-1"]["label"] = graph.nodes["AG-1"]["label"] = name
    figure = picture(graph, Stated(name, "2019-11-05", 1, "Restricted."), "zone")
    assert root_of(figure).attrib["role"] == "img"
    assert not [element for element in root_of(figure).iter() if element.tag.endswith("script")]


def test_a_name_that_would_not_do_goes_with_its_reference() -> None:
    graph = small()
    graph.nodes["PE-1"]["label"] = "উদাহরণ"
    node(graph, "AG-2", "agency", "Example Council")
    texts = " ".join(_texts(drawing_of(graph, STATED, "zone")))
    assert "(PE-1)" in texts
    assert "Example Council (AG-1)" in texts
    assert "Example Council (AG-2)" in texts


def test_twenty_four_sorts_are_told_apart_without_colour() -> None:
    sorts = [f"sort {number:02}" for number in range(24)]
    known = signs(sorts, [])
    shapes = {sign.shape for sign in known.values()}
    in_grey = {(sign.shape, sign.fill == "#ffffff", sign.dot)
               for sign in known.values()}  # fmt: skip
    assert len(in_grey) == 24
    assert len(shapes) == 8


def test_the_legend_explains_what_is_there_and_nothing_else() -> None:
    texts = _texts(drawing_of(small(), STATED, "zone"))
    assert {"People Zone: 1", "Agency: 1", "Person: 1", "link that no longer holds"} <= set(texts)
    assert "link between two others in the box" not in texts
    styles = {mark.style for mark in drawing_of(small(), STATED, "zone").marks if isinstance(mark, Line)}
    assert styles == {"solid", "dotted"}


def test_a_picture_that_nobody_could_read_is_not_drawn() -> None:
    graph = nx.MultiDiGraph()
    for number in range(MOST + 1):
        node(graph, f"PE-{number}", "person", "Bo Example")
    with pytest.raises(TooLarge, match=r"2,001 records could not be read \(at most 2,000\).*--of REF.*network export"):
        drawing_of(graph, STATED, "zone")


def test_the_same_network_gives_the_same_bytes() -> None:
    assert picture(small(), STATED, "zone") == picture(small(), STATED, "zone")
