"""A matrix: what it says, and that nothing in it lies on anything else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.drawing import NotDrawable
from peoplezones.drawing.charts import Level, matrix
from peoplezones.drawing.charts.matrix import laid_out
from peoplezones.drawing.marks import Box, Words
from tests.unit.drawing.reading import NASTY, outside, overlaps

LEVELS = (Level("there", "+", "#00703c", "#ffffff"), Level("missing", "x"), Level("not asked", ""))
THERE, MISSING, NOT_ASKED = LEVELS
NAMES = st.lists(st.text(max_size=60) | st.sampled_from(NASTY), min_size=1, max_size=12)


def test_it_tells_in_words_how_each_row_stands() -> None:
    figure = matrix("Agencies", ["One"], ["A", "B", "C"], [["there", "missing", "there"]], LEVELS)
    assert figure.alternative == "Matrix of 1 row and 3 columns. One: there: A and C; missing: B."
    assert figure.width_mm == 160


def test_of_many_rows_it_tells_how_often_each_level_stands_there() -> None:
    figure = matrix("Agencies", [f"Z {n}" for n in range(20)], ["A", "B"], [["there", "missing"]] * 20, LEVELS)
    assert figure.alternative == "Matrix of 20 rows and 2 columns. there 20, missing 20."


@given(NAMES, NAMES, st.data())
def test_no_text_lies_on_another(rows: list[str], columns: list[str], data: Any) -> None:
    cells = [[data.draw(st.sampled_from(LEVELS)) for _ in columns] for _ in rows]
    marks, width, high = laid_out("Agencies in each zone", rows, columns, cells, "As of today", 160)
    assert overlaps(marks) == []
    assert outside(marks, width, high) == []


def test_more_columns_than_fit_make_it_wider() -> None:
    columns = [f"Agency {number}" for number in range(30)]
    assert matrix("Agencies", ["One"], columns, [["there"] * 30], LEVELS).width_mm > 250


def test_every_cell_has_its_sign_and_the_legend_those_that_are_there() -> None:
    marks, _, _ = laid_out("Agencies", ["One", "Two"], ["A", "B"], [[THERE, THERE], [THERE, NOT_ASKED]], "", 160)
    texts = [mark.text for mark in marks if isinstance(mark, Words)]
    assert texts.count("+") == 3 + 1
    assert {"there", "no mark: not asked"} <= set(texts)
    assert "missing" not in texts
    assert len([mark for mark in marks if isinstance(mark, Box)]) == 3 + 1


def test_a_matrix_without_rows_says_so() -> None:
    figure = matrix("Agencies", [], ["A"], [], LEVELS)
    assert figure.alternative == "Matrix of 0 rows and 1 column."


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ([["there"]], "a cell for each row and column"),
        ([["there", "there"], ["there", "there"]], "a cell for each row and column"),
        ([["there", "elsewhere"]], "no level of the matrix is called elsewhere"),
    ],
)
def test_cells_that_do_not_fit_are_not_drawn(cells: list[list[str]], problem: str) -> None:
    with pytest.raises(NotDrawable, match=problem):
        matrix("Agencies", ["One"], ["A", "B"], cells, LEVELS)
