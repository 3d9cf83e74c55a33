"""`network draw` and `network export`, on the demonstration and on Boards with names that nobody should have."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from PIL import Image

from peoplezones.app import Board
from peoplezones.network.graph import build, joined
from tests.e2e.conftest import ROOT, Run, process

WHARF = "Example Wharf (made up)"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def place(demonstration: Path) -> Path:
    """The demonstration's database."""
    return demonstration


@pytest.fixture
def network(run: Run, place: Path) -> Callable[..., str]:
    """Return a function that runs a command about the demonstration's network and gives what it printed."""

    def asked(*arguments: str, code: int = 0) -> str:
        return run("network", *arguments, "--db", str(place), code=code).output

    return asked


def desc(path: Path) -> str:
    """Return the text alternative in an SVG."""
    return ElementTree.fromstring(path.read_bytes()).findtext(f"{SVG}desc") or ""


def test_the_network_is_drawn_as_svg_and_png_and_told_in_words(network: Callable[..., str], tmp_path: Path) -> None:
    svg, png = tmp_path / "who.svg", tmp_path / "who.PNG"
    told = network("draw", "-o", str(svg))
    assert f"{svg} holds the picture 'Example Prevention Board: who works with whom'" in told
    assert desc(svg) in told
    assert "People Zone 4" in desc(svg)
    network("draw", "-o", str(png))
    with Image.open(png) as picture:
        assert picture.format == "PNG"
        assert picture.info["Description"] == desc(svg)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix) == ["who.PNG", "who.svg"]


def test_a_file_that_is_there_stays_unless_it_may_be_overwritten(network: Callable[..., str], tmp_path: Path) -> None:
    mine = tmp_path / "mine.svg"
    mine.write_text("mine")
    assert "exists already and is left as it is" in network("draw", "-o", str(mine), code=1)
    assert mine.read_text() == "mine"
    network("draw", "-o", str(mine), "--overwrite")
    assert desc(mine)


@pytest.mark.parametrize(
    ("arguments", "code", "problem"),
    [
        (["draw", "-o", "who.gif"], 2, "'who.gif' is no name for a picture: end it in .svg or .png"),
        (["draw", "-o", "no such folder/who.svg"], 1, "folder 'no such folder'"),
        (["draw", "-o", "who.svg", "--on", "2999-01-01"], 2, "is yet to come"),
        (["draw", "-o", "who.svg", "--on", "5 November"], 2, "--on: "),
        (["draw", "-o", "who.svg", "--of", "Example Warf (made up)"], 2, f"did you mean '{WHARF}'?"),
        (["draw", "-o", "who.svg", "--of", "CM-0001"], 2, "CM-0001 has no place of its own in the picture"),
        (["draw", "-o", "who.svg", "--kind", "agencyy"], 2, "did you mean 'agency'?"),
        (["gaps", "-o", "gaps.svg"], 2, "there are several matrices; choose one by --only agencies, communities or"),
        (["gaps", "-o", "gaps.svg", "--only", "board"], 2, "this is no matrix"),
        (
            ["gaps", "--only", "agencys"],
            2,
            "the model declares no gaps with the id 'agencys'; did you mean 'agencies'?",
        ),
        (["gaps", "-o", "gaps.pdf", "--only", "agencies"], 2, "'gaps.pdf' is no name for a picture"),
        (["export", "-o", "who.txt"], 2, "'who.txt' does not say in which format"),
        (["export", "-o", "no such folder/who.csv"], 1, "folder 'no such folder'"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    network: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    problem: str,
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert problem in network(*arguments, code=code)
    assert list((tmp_path / "here").iterdir()) == []


def _drawn(network: Callable[..., str], path: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(network("draw", "-o", str(path), "--json", *arguments))
    return found


def test_a_picture_of_one_zone_fits_on_a_page_and_is_about_nothing_else(
    network: Callable[..., str], tmp_path: Path
) -> None:
    found = _drawn(network, tmp_path / "zone.svg", "--of", WHARF)
    assert found["width_mm"] == 160
    assert found["height_mm"] < 240
    assert f"Box 1, {WHARF} (People Zone; Active)" in found["alternative"]
    assert "Box 2" not in found["alternative"]


def test_it_shows_how_things_stood_on_a_day(network: Callable[..., str], tmp_path: Path) -> None:
    before = _drawn(network, tmp_path / "before.svg", "--on", "2019-01-31")["alternative"]
    assert before.startswith("Network as of 31 January 2019: ")
    assert "New Parks" in before
    assert WHARF not in before


def test_what_has_ended_is_drawn_only_where_it_is_asked_for(network: Callable[..., str], tmp_path: Path) -> None:
    standing, everything = tmp_path / "standing.svg", tmp_path / "all.svg"
    network("draw", "-o", str(standing))
    network("draw", "-o", str(everything), "--all")
    assert "Issue 2" in desc(everything)
    assert "Issue" not in desc(standing).split("Box 1")[0]


def test_only_some_kinds_are_drawn_where_that_is_asked(network: Callable[..., str], tmp_path: Path) -> None:
    told = _drawn(network, tmp_path / "some.svg", "--kind", "agency", "--kind", "person")["alternative"]
    assert "Records: Person 21, Agency 11. " in told


def test_a_matrix_of_what_is_missing_is_drawn(network: Callable[..., str], tmp_path: Path) -> None:
    told = network("gaps", "-o", str(tmp_path / "gaps.svg"), "--only", "agencies")
    assert desc(tmp_path / "gaps.svg") in told
    assert desc(tmp_path / "gaps.svg") == (
        f"Matrix of 1 row and 3 columns. {WHARF} (PZ-2020-001): there: Example Police and Example Council; "
        "settled: Example Health Trust."
    )


def test_only_what_is_asked_for_is_told_of_what_is_missing(network: Callable[..., str]) -> None:
    (found,) = json.loads(network("gaps", "--only", "communities", "--json"))
    assert found["id"] == "communities"


def test_every_format_has_the_whole_network(network: Callable[..., str], place: Path, tmp_path: Path) -> None:
    with Board.open(place, read_only=True) as board, board.view() as view:
        whole = build(view)
    files = {name: tmp_path / f"who.{name}" for name in ("graphml", "gexf", "json", "csv")}
    for path in files.values():
        told = network("export", "-o", str(path))
        assert f"holds {len(whole)} records and {whole.number_of_edges()} links" in told
    graphml = nx.read_graphml(files["graphml"], force_multigraph=True, edge_key_type=str)
    gexf = nx.MultiDiGraph(nx.read_gexf(files["gexf"]))
    plain = nx.node_link_graph(json.loads(files["json"].read_text(encoding="utf-8")), edges="edges")
    for graph in (graphml, gexf, plain):
        assert dict(graph.nodes(data=True)) == dict(whole.nodes(data=True))
        assert graph.number_of_edges() == whole.number_of_edges()
    assert plain.graph == {name: graphml.graph[name] for name in ("title", "on", "position", "form")}
    rows = list(csv.DictReader(io.StringIO(files["csv"].read_text(encoding="utf-8-sig"))))
    assert {(row["Source"], row["Target"]) for row in rows} == set(whole.to_directed().edges())
    assert len(rows) == whole.number_of_edges()


def test_what_only_joins_others_becomes_links_where_that_is_asked(
    network: Callable[..., str], place: Path, tmp_path: Path
) -> None:
    with Board.open(place, read_only=True) as board, board.view() as view:
        whole = joined(build(view))
    told = json.loads(network("export", "-o", str(tmp_path / "who.csv"), "--joined", "--json"))
    assert (told["format"], told["records"], told["links"]) == ("csv", len(whole), whole.number_of_edges())


def test_nobody_is_named_in_public(network: Callable[..., str], tmp_path: Path) -> None:
    restricted, public = tmp_path / "restricted.json", tmp_path / "public.json"
    network("export", "-o", str(restricted))
    network("export", "-o", str(public), "--public")
    for name in ("Con Example", "Lou Example", "Kit Example"):
        assert name in restricted.read_text(encoding="utf-8")
        assert name not in public.read_text(encoding="utf-8")
    told = _drawn(network, tmp_path / "public.svg", "--public", "--of", "Con Example")
    assert "Con Example" not in (tmp_path / "public.svg").read_text(encoding="utf-8")
    assert "Con Example" not in told["alternative"]


def test_two_processes_draw_and_export_the_same_bytes(place: Path, tmp_path: Path) -> None:
    kept = []
    for seed in ("1", "2"):
        found = []
        for command, name in (("draw", "who.svg"), ("draw", "who.png"), ("export", "who.gexf")):
            path = tmp_path / f"{seed}-{name}"
            done = process("network", command, "-o", str(path), "--db", str(place), PYTHONHASHSEED=seed)
            assert isinstance(done, subprocess.CompletedProcess)
            assert (done.returncode, done.stderr) == (0, "")
            found.append(path.read_bytes())
        kept.append(found)
    assert kept[0] == kept[1]


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "{{ 7 * 7 }} $x^2$",
        "=cmd|' /C calc'!A0",
        "Ze\u200bro Exam\u200dple",
        "\u0627\u0633\u0645 \u0645\u062b\u0627\u0644",
    ],
)
def test_a_board_with_any_names_is_drawn_and_exported(run: Run, tmp_path: Path, name: str) -> None:
    run("init", "--secretary", name, "--board", name)
    svg = tmp_path / "who.svg"
    run("network", "draw", "-o", str(svg))
    root = ElementTree.fromstring(svg.read_bytes())
    assert not [element for element in root.iter() if element.tag == f"{SVG}script"]
    for ending in ("graphml", "gexf", "json", "csv"):
        run("network", "export", "-o", str(tmp_path / f"who.{ending}"))
    gexf = nx.read_gexf(tmp_path / "who.gexf")
    assert name in {label for _, label in gexf.nodes(data="label")}
    rows = csv.reader(io.StringIO((tmp_path / "who.csv").read_text(encoding="utf-8-sig")))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_the_page_about_pictures_and_files_can_be_followed_to_the_letter(
    run: Run, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "network-drawing.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    commands = re.findall("^peoplezones (.+)$", page, re.MULTILINE)
    assert len(commands) >= 9
    for command in commands:
        run(*shlex.split(command), "--db", str(place))
    (code,) = re.findall("```python\n(.*?)```", page, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
