"""How unevenly something is spread: amounts whose figures are known by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.network.concentration import gini, share_of_the_most

amounts = st.lists(st.integers(0, 10**6), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([5, 5, 5, 5], Fraction(0)),  # all carry the same
        ([0, 0, 0, 12], Fraction(3, 4)),  # one of four carries everything: (n - 1) / n
        ([1, 2, 3], Fraction(2, 9)),  # pairs differ by 1, 1, 2: (2 * 4) / (2 * 9 * 2)
        ([0, 10], Fraction(1, 2)),
        ([7], Fraction(0)),
        ([0, 0], None),
        ([], None),
    ],
)
def test_the_gini_coefficient_is_that_worked_out_by_hand(values: list[int], found: Fraction | None) -> None:
    assert gini(values) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([4, 3, 2, 1], Fraction(9, 10)),
        ([2, 2], Fraction(1)),
        ([0, 5, 0, 5, 0, 5, 5], Fraction(3, 4)),
        ([0, 0, 0], None),
        ([], None),
    ],
)
def test_the_three_with_most_have_this_share(values: list[int], found: Fraction | None) -> None:
    assert share_of_the_most(values) == found


@given(amounts)
def test_the_short_way_to_the_gini_coefficient_gives_what_its_definition_says(values: list[int]) -> None:
    count, total = len(values), sum(values)
    differences = sum(abs(one - other) for one in values for other in values)
    assert gini(values) == (Fraction(differences, 2 * count * total) if total else None)


@given(amounts, st.integers(1, 1000))
def test_what_everybody_carries_many_times_over_is_spread_as_before(values: list[int], times: int) -> None:
    assert gini(value * times for value in values) == gini(values)
    assert share_of_the_most(value * times for value in values) == share_of_the_most(values)
