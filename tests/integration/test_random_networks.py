"""Whatever happened on a Board, its network is what its records say, on every day."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peoplezones.app import Board
from peoplezones.domain.errors import UsageError
from peoplezones.network.change import Changes, change
from peoplezones.network.graph import build, joined
from peoplezones.queries.fields import references_in_field
from peoplezones.service import Draft
from peoplezones.store.reading import records_of
from tests.engine import MODELS, Engine
from tests.random_requests import SETTING, drafts

EXAMPLES = settings.default.max_examples if settings.default else 100
_folder = Path(tempfile.mkdtemp(prefix="networks-"))
_numbers = itertools.count()
DAYS = ("2026-01-01", "2026-01-02", "2026-01-05", "2026-01-20", "2026-02-10", "2026-03-01", "2026-03-02")

#: What the references of the orchards mean: (field, from the record on, live in these states, weight), by kind.
LINKS: dict[str, dict[str, tuple[bool, tuple[str, ...], str]]] = {
    "orchard": {
        "parent": (True, (), ""),
        "helpers": (False, ("tended", "fallow"), ""),
        "boss": (False, (), ""),
        "harvests_due": (True, (), "worth"),
    },
    "harvest": {"orchard": (True, (), "kilos"), "grower": (False, (), "")},
    "post": {"person": (False, ("held",), ""), "body": (True, ("held",), "")},
}
NODES = {"orchard": "node: orchard", "harvest": "node: harvest", "post": "node: {sort: office, joins: true}"}


@pytest.fixture(scope="module", autouse=True)
def _cleared() -> Any:
    yield
    shutil.rmtree(_folder)


@pytest.fixture(scope="module")
def linked() -> Path:
    """The orchards' model, with links."""
    place = _folder / "model"
    shutil.copytree(MODELS / "orchard", place)
    for kind, links in LINKS.items():
        lines = [NODES[kind], "links:"]
        for field, (onward, states, weight) in links.items():
            said = [f"edge: {field}s", *(() if onward else ("reverse: true",))]
            said += [f"in: [{', '.join(states)}]"] if states else []
            said += [f"weight: {weight}"] if weight else []
            lines.append(f"  {field}: {{{', '.join(said)}}}")
        with (place / f"{kind}.yaml").open("a") as file:
            file.write("\n".join(["", *lines, ""]))
    return place


def a_board(linked: Path, asked: list[Draft]) -> Board:
    engine = Engine(_folder / f"{next(_numbers)}.db", str(linked), "2026-03-02")
    for _ in engine.board.batch([*SETTING, *asked]):
        pass
    return engine.board


def _said(view: Any) -> set[tuple[Any, ...]]:
    """Return the edges that the records themselves amount to, read one by one."""
    found = set()
    for kind, links in LINKS.items():
        final = view.model.workflows[kind].final
        for record in records_of(view.connection, (kind,)):
            for field, (onward, states, weight) in links.items():
                live = record.state in states if states else record.state not in final
                for target in references_in_field(record.fields.get(field)):
                    ends = (record.reference, target) if onward else (target, record.reference)
                    weighs = record.fields.get(weight) if weight else None
                    found.add((*ends, field, record.reference, live, record.state, weighs))
    return found


def _drawn(graph: Any) -> list[tuple[Any, ...]]:
    return [
        (start, end, data["field"], data["record"], data["live"], data["state"], data.get("weight"))
        for start, end, data in graph.edges(data=True)
    ]


@settings(max_examples=max(10, EXAMPLES // 4))
@given(asked=st.lists(drafts, max_size=12))
def test_the_network_is_what_the_records_say(linked: Path, asked: list[Draft]) -> None:
    with a_board(linked, asked) as board, board.view() as view:
        graph = build(view)
        drawn = _drawn(graph)
        assert set(drawn) == _said(view)
        assert len(drawn) == len(set(drawn))
        for name, data in graph.nodes(data=True):
            record = view.record(name)
            assert record is not None
            assert (data["kind"], data["state"], data["since"]) == (record.kind, record.state, record.entered)
            assert data["opened"] <= data["since"]
        kinds = {record.reference for kind in LINKS for record in records_of(view.connection, (kind,))}
        assert kinds <= set(graph)
        assert not any(data["joins"] for name, data in joined(graph).nodes(data=True) if graph.out_degree(name))


@settings(max_examples=max(8, EXAMPLES // 8))
@given(asked=st.lists(drafts, max_size=10), days=st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)))
def test_change_is_empty_from_a_day_to_itself_and_mirrored_backwards(
    linked: Path, asked: list[Draft], days: tuple[str, str]
) -> None:
    with a_board(linked, asked) as board:
        there, back = _change(board, *days), _change(board, *reversed(days))
        same = _change(board, days[0], days[0])
    assert not any((same.joined, same.left, same.moved, same.edges_joined, same.edges_left))
    assert (there.joined, there.left) == (back.left, back.joined)
    assert (there.edges_joined, there.edges_left) == (back.edges_left, back.edges_joined)
    swapped = tuple(msgspec.structs.replace(moved, before=moved.after, after=moved.before) for moved in back.moved)
    assert there.moved == swapped
    assert there.nodes[0] + len(there.joined) - len(there.left) == there.nodes[1]
    assert there.edges[0] + len(there.edges_joined) - len(there.edges_left) == there.edges[1]


def _change(board: Board, first: str, second: str) -> Changes:
    with board.past(on=first) as before, board.past(on=second) as after, before.view() as was, after.view() as now:
        return change((was, first), (now, second))


def test_nothing_can_be_told_of_a_day_before_the_board_was_founded(linked: Path) -> None:
    with a_board(linked, []) as board, pytest.raises(UsageError, match="had not been founded"):
        _change(board, "2025-12-31", "2026-01-05")
