"""How a value compares with others, by every word of the language."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from peoplezones.domain.facts import compare


@pytest.mark.parametrize("empty", [None, ""])
@pytest.mark.parametrize(
    ("op", "operands"), [("is", [1]), ("is", [None]), ("one_of", [1, None]), ("at_least", [0]), ("at_most", [0])]
)
def test_an_empty_value_satisfies_no_demand(empty: Any, op: str, operands: list[Any]) -> None:
    assert not compare(empty, op, operands)


@pytest.mark.parametrize("empty", [None, ""])
@pytest.mark.parametrize("other", [1, None, "x"])
def test_an_empty_value_is_not_anything(empty: Any, other: Any) -> None:
    assert compare(empty, "is_not", [other])


@pytest.mark.parametrize(
    ("value", "given"), [(None, False), ("", False), ([], False), (0, True), (False, True), ([1], True)]
)
def test_what_is_given(value: Any, given: bool) -> None:
    assert compare(value, "given", [given])
    assert not compare(value, "given", [not given])


@pytest.mark.parametrize(
    ("value", "op", "operands", "holds"),
    [
        (3, "is", [3], True),
        (3, "is_not", [3], False),
        (3, "one_of", [1, 3], True),
        (3, "one_of", [], False),
        (3, "at_least", [3], True),
        (3, "at_least", [4], False),
        (3, "at_most", [3], True),
        (3, "at_most", [2], False),
        (3, "at_least", [None], False),
        ("2026-01-02", "at_most", ["2026-01-10"], True),
        (True, "is", [True], True),
        (Fraction(100, 3), "at_least", [33], True),
        (Fraction(100, 3), "at_most", [33], False),
        (Fraction(50), "is", [50], True),
        ([], "is", [[]], True),
        (["a"], "is", [[]], False),
        ([], "is_not", [[]], False),
        (["a"], "is_not", [[]], True),
        (["a", "b"], "is", ["b"], True),
        (["a", "b"], "is", [["b", "c"]], True),
        (["a", "b"], "is", [["c"]], False),
        ("b", "is", [["a", "b"]], True),
        (["a", "b"], "is_not", ["b"], False),
        (["a", "b"], "one_of", ["c", "b"], True),
        (["a", "b"], "at_least", [2], True),
        (["a", "b"], "at_most", [1], False),
        ([], "at_most", [0], True),
        (["a", "b"], "at_least", [["x"]], True),
    ],
)
def test_values_compare(value: Any, op: str, operands: list[Any], holds: bool) -> None:
    assert compare(value, op, operands) is holds
