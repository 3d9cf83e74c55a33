"""A measure over time: what the chart says, and that nothing in it lies on anything else."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.drawing import NotDrawable
from peoplezones.drawing.charts import series
from peoplezones.drawing.charts.axes import Days, Numbers
from peoplezones.drawing.charts.frame import Flags
from tests.unit.drawing.reading import SVG, root_of

CALLS: list[tuple[str, int | str]] = [("2019-03-01", 40), ("2019-01-01", 44), ("2019-02-01", "41.50")]
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


def test_the_chart_tells_in_words_what_it_shows() -> None:
    figure = series("Calls", CALLS, "calls a month", 42, [("2019-01-15", "the zone began")], "lower")
    assert figure.title == "Calls"
    assert figure.alternative == (
        "Line chart of 3 readings, 1 January 2019 to 1 March 2019. "
        "Readings: 44 calls a month (1 January 2019); 41.50 calls a month (1 February 2019); "
        "40 calls a month (1 March 2019). "
        "From the first to the last reading it fell by 4 calls a month. "
        "The baseline is 42 calls a month; the last reading is 2 calls a month below it. "
        "Lower is better. Marked: the zone began on 15 January 2019."
    )
    assert figure.width_mm == 160


def test_one_reading_and_none_are_drawn_too() -> None:
    one = series("Calls", [("2019-01-01", 5)], "calls", 5, better="higher")
    assert one.alternative == (
        "Line chart of 1 reading, 1 January 2019. Readings: 5 calls (1 January 2019). "
        "The baseline is 5 calls; the last reading is the same. Higher is better."
    )
    none = series("Calls", [], "calls", 5)
    assert none.alternative == "Chart without a reading. The baseline is 5 calls."
    assert none.height_mm < one.height_mm
    assert series("Calls", []).alternative == "Chart without a reading."


def test_of_many_readings_the_telling_ones_are_told() -> None:
    first = date(2010, 1, 1)
    figure = series("Calls", [(first + timedelta(days=7 * n), n % 10) for n in range(400)])
    assert figure.alternative == (
        "Line chart of 400 readings, 1 January 2010 to 25 August 2017. "
        "First: 0 (1 January 2010); lowest: 0 (1 January 2010); highest: 9 (5 March 2010); last: 9 (25 August 2017). "
        "From the first to the last reading it rose by 9."
    )


def test_in_grey_the_baseline_is_dashed_and_the_readings_have_dots() -> None:
    paths = [element.attrib for element in root_of(series("Calls", CALLS, baseline=42)).iter(f"{SVG}path")]
    blue = [path for path in paths if path.get("stroke") == "#1d70b8"]
    assert len(blue) == 1 + len(CALLS)
    assert not [path for path in blue if "stroke-dasharray" in path]
    assert len([path for path in paths if "stroke-dasharray" in path]) == 1


@pytest.mark.parametrize(
    ("points", "baseline", "better", "problem"),
    [
        ([("2019-13-01", 1)], None, "", "'2019-13-01' is no day"),
        ([("2019-01-01", "many")], None, "", "'many' is no number"),
        ([], "none", "", "'none' is no number"),
        ([], None, "sideways", "'sideways' is no way to be better; say lower, higher or nothing"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    points: list[tuple[str, int | str]], baseline: str | None, better: str, problem: str
) -> None:
    with pytest.raises(NotDrawable, match=problem):
        series("Calls", points, baseline=baseline, better=better)


@given(st.lists(st.decimals(-(10**6), 10**6, places=2), min_size=1))
def test_the_scale_holds_every_number_with_few_round_ticks(values: list[Decimal]) -> None:
    scale = Numbers.holding(values, 0, 100)
    assert scale.ticks[0] <= min(values) <= max(values) <= scale.ticks[-1]
    assert 2 <= len(scale.ticks) <= 8
    assert all(0 <= scale.at(value) <= 100 for value in values)


def test_a_scale_that_does_not_begin_at_zero_says_so() -> None:
    assert Numbers.holding([Decimal(30), Decimal(42)], 0, 1).ticks[0] == 0
    assert Numbers.holding([Decimal(950), Decimal(1000)], 0, 1).ticks[0] == 950
    assert len(series("P", [("2019-01-01", 950), ("2019-02-01", 1000)]).svg) > len(
        series("P", [("2019-01-01", 50), ("2019-02-01", 1000)]).svg
    )


@given(st.lists(st.dates(), min_size=1))
def test_days_lie_on_their_axis_and_have_room_for_their_names(days: list[date]) -> None:
    axis = Days.holding(days, 40, 400)
    assert all(40 <= axis.at(day) <= 400 for day in days)
    ticks = [axis.at(day) for day, _ in axis.ticks()]
    assert all(40 <= place <= 400 for place in ticks)
    assert all(after - before >= 40 for before, after in pairwise(ticks))


@given(st.lists(st.tuples(DAYS, st.text("abc def", min_size=1, max_size=90)), min_size=1, max_size=12))
def test_the_words_of_marked_days_do_not_run_into_each_other(marks: list[tuple[date, str]]) -> None:
    flags = Flags(marks, Days.holding([day for day, _ in marks], 40, 400))
    boxes = [(flag.left, flag.row, flag.left + flag.room, flag.row + len(flag.lines)) for flag in flags.placed]
    assert len(boxes) == len(marks)
    for number, one in enumerate(boxes):
        assert 0 <= one[0] <= one[2] <= 400
        for two in boxes[:number]:
            assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
