"""Stages as a timeline: what it says of each."""

from io import BytesIO

import pytest
from PIL import Image

from peoplezones.drawing import NotDrawable
from peoplezones.drawing.charts import timeline
from tests.unit.drawing.reading import SVG, root_of

STAGES = [
    ("Proposed", "2018-11-02", "2018-11-20"),
    ("Decided", "2018-11-20", "2018-11-20"),
    ("Active", "2018-11-20", None),
]


def test_it_tells_of_each_stage_from_when_until_when_and_how_long() -> None:
    figure = timeline("How it came about", STAGES, [("2018-11-20", "the Board met")], on="2019-11-20")
    assert figure.alternative == (
        "Timeline of 3 stages as of 20 November 2019. "
        "Proposed: 2 November 2018 to 20 November 2018, 2 weeks and 4 days. "
        "Decided: 20 November 2018, within a day. "
        "Active: since 20 November 2018, 1 year so far. "
        "Marked: the Board met on 20 November 2018."
    )


def test_a_stage_that_is_not_over_is_told_apart_by_form() -> None:
    over, open_ = (timeline("T", [("Active", "2019-01-01", until)]) for until in ("2019-11-05", None))
    dashed = [
        [path for path in root_of(figure).iter(f"{SVG}path") if "stroke-dasharray" in path.attrib]
        for figure in (over, open_)
    ]
    assert [len(paths) for paths in dashed] == [0, 1]
    assert open_.alternative == "Timeline of 1 stage. Active: since 1 January 2019, not over yet."


def test_without_a_stage_there_is_a_picture_that_says_so() -> None:
    assert timeline("T", []).alternative == "Timeline without a stage."


def test_each_stage_has_a_row() -> None:
    assert timeline("T", STAGES * 10).height_mm > timeline("T", STAGES).height_mm * 5


@pytest.mark.parametrize("on", ["2018-11-20", "2019-11-20", None])
def test_no_words_run_over_the_edge(on: str | None) -> None:
    image = Image.open(BytesIO(timeline("T", STAGES, on=on).png)).convert("L")
    at_the_edge = image.crop((image.width - 4, 0, image.width, image.height))
    assert at_the_edge.getextrema() == (255, 255)


def test_a_stage_that_ends_before_it_begins_is_not_drawn() -> None:
    with pytest.raises(NotDrawable, match="'Active' ends on 2018-01-01, before it begins on 2019-01-01"):
        timeline("T", [("Active", "2019-01-01", "2018-01-01")])
