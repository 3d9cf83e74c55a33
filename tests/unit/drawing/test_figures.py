"""A figure is the same each time, and fit to stand in a page beside others."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from peoplezones.drawing.charts import series, timeline
from peoplezones.drawing.words import plain
from tests.unit.drawing.reading import NASTY, SVG, ids_of, root_of, targets_of

DRAWN = """
import hashlib, json
from peoplezones.drawing.charts import series, timeline
one = series("Calls", [("2019-01-01", 3), ("2019-02-01", 4)], "calls", 5, [("2019-01-10", "began")], "lower")
two = timeline("Stages", [("Proposed", "2019-01-01", "2019-02-01"), ("Active", "2019-02-01", None)], on="2019-11-05")
print(json.dumps([hashlib.sha256(part).hexdigest() for f in (one, two) for part in (f.svg.encode(), f.png)]))
"""


def _drawn_elsewhere(folder: Path, seed: str) -> list[str]:
    """Return digests of what is drawn in a folder with settings that depend on the seed."""
    folder.mkdir()
    folder.joinpath("matplotlibrc").write_text(f"patch.linewidth: {seed}\nfont.size: 3{seed}\nsvg.fonttype: none\n")
    surroundings = os.environ | {"PYTHONHASHSEED": seed, "TZ": f"Etc/GMT+{seed}", "LC_ALL": "C.UTF-8"}
    surroundings["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[3]), os.environ.get("PYTHONPATH", "")])
    ran = subprocess.run(
        [sys.executable, "-c", DRAWN], cwd=folder, env=surroundings, capture_output=True, check=True, timeout=300
    )
    found: list[str] = json.loads(ran.stdout)
    return found


def test_the_same_input_gives_the_same_bytes_in_two_processes_with_settings_of_their_own(tmp_path: Path) -> None:
    assert _drawn_elsewhere(tmp_path / "a", "1") == _drawn_elsewhere(tmp_path / "b", "2")


@settings(max_examples=15)
@given(st.text(st.characters(), max_size=40) | st.sampled_from(NASTY))
def test_any_title_becomes_an_accessible_picture(title: str) -> None:
    figure = series(title, [("2019-01-01", 3), ("2019-02-01", 2)], title, 4, [("2019-01-10", title)], "lower")
    root = root_of(figure)
    assert root.attrib["role"] == "img"
    named, described = root.attrib["aria-labelledby"], root.attrib["aria-describedby"]
    texts = {element.attrib.get("id"): element.text or "" for element in root}
    assert texts[named] == figure.title == plain(title)
    assert texts[described] == figure.alternative


@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_a_picture_runs_or_styles_the_page_around_it(text: str) -> None:
    figure = timeline(text, [(text, "2019-01-01", "2019-02-01")], [("2019-01-10", text)])
    for element in root_of(figure).iter():
        assert element.tag in {f"{SVG}{name}" for name in ("svg", "g", "path", "use", "defs", "title", "desc")}
        assert not [name for name in element.attrib if name.startswith("on") or name in ("style", "class")]
    assert "<!--" not in figure.svg
    assert "<?xml" not in figure.svg
    assert "<!DOCTYPE" not in figure.svg


def test_two_figures_in_a_page_share_no_id_and_each_finds_its_own() -> None:
    one = series("One", [("2019-01-01", 3)])
    two = series("Two", [("2019-01-01", 3)])
    page = ElementTree.fromstring(f"<body>{one.svg}{two.svg}</body>")
    found = [element.attrib["id"] for element in page.iter() if "id" in element.attrib]
    assert len(found) == len(set(found))
    for figure in (one, two):
        assert targets_of(figure)
        assert targets_of(figure) <= set(ids_of(figure))


def test_the_png_is_as_large_as_the_figure_says_and_carries_the_words() -> None:
    figure = series("Połączenia «przykład»", [("2019-01-01", 3)])
    with Image.open(BytesIO(figure.png)) as picture:
        assert picture.size[0] == pytest.approx(figure.width_mm / 25.4 * 200, abs=1)
        assert picture.size[1] == pytest.approx(figure.height_mm / 25.4 * 200, abs=1)
        assert picture.info["Title"] == figure.title
        assert picture.info["Description"] == figure.alternative
        assert set(picture.info) == {"Title", "Description", "dpi"}


def test_the_room_is_imported_without_matplotlib() -> None:
    told = "import sys, peoplezones.drawing.charts; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False, timeout=60).returncode == 0
