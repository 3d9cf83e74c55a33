"""What is refused before it is read, and what text becomes."""

from __future__ import annotations

import sys

import pytest

from peoplezones.operating_model.source import List, Map, Problem, Problems, Text, read


def mistakes(text: str) -> list[str]:
    problems = Problems()
    read("f.yaml", text, problems)
    return [str(problem) for problem in problems.sorted()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", "f.yaml:1:4: an anchor (&x) is not allowed"),
        ("a: b\nc: *x\n", "f.yaml:2:4: an alias (*x) is not allowed"),
        ("a: !!int 1\n", "f.yaml:1:4: a tag (tag:yaml.org,2002:int) is not allowed"),
        ("a: ! b\n", "f.yaml:1:4: a tag (!) is not allowed"),
        ("a: b\n---\nc: d\n", "f.yaml:2:1: a second document begins"),
        ("%YAML 1.1\n---\na: b\n", "f.yaml:1:1: directives"),
        ("a: b\nb: c\na: d\n", "f.yaml:3:1: 'a' was already given on line 1"),
        ("? [a]\n: b\n", "f.yaml:1:3: a list cannot name anything"),
        ("a:\n\tb: c\n", "f.yaml:2:1: a tab is here; use spaces"),
        ("a: b\x00\n", "f.yaml:1:5: a character that cannot be shown (U+0000)"),
        ("a: b\u202ec\n", "f.yaml:1:5: a character that cannot be shown (U+202E)"),
        ("a: \ud800\n", "f.yaml:1:4: a character that cannot be shown (U+D800)"),
        ("a: b\n#" + "x" * 1_048_576, "f.yaml:1:1: the file is larger than 1,048,576 bytes"),
        ("a: [b, c\n", "f.yaml:2:1: this is not YAML"),
        ("a: 'b\n", "it began on line 1"),
        ("", "f.yaml:1:1: the file is empty"),
        ("# only a remark\n", "the file is empty"),
        ("- a\n", "f.yaml:1:1: a file must be a mapping (`word: value`), not a list"),
        ("a: {b: c, d}\n", "f.yaml:1:11: nothing is written after 'd'"),
        ("a: b\nc:\n", "f.yaml:2:1: nothing is written after 'c'"),
        ("a: [b, ~]\n", "f.yaml:1:8: nothing is written here"),
        ("a: null\n", "f.yaml:1:4: nothing is written here"),
    ],
)
def test_what_the_language_leaves_out_is_refused_with_its_place(text: str, expected: str) -> None:
    assert any(expected in mistake for mistake in mistakes(text)), mistakes(text)


@pytest.mark.parametrize("text", ["[" * 20_000, "a: " + "{" * 20_000, "- " * 20_000, "a: " + "[" * 1_000_000])
def test_deep_nesting_is_refused_before_the_rest_is_read(text: str) -> None:
    calls: list[str] = []
    sys.setprofile(lambda _frame, event, _what: calls.append(event))
    try:
        found = mistakes(text)
    finally:
        sys.setprofile(None)
    assert len(found) == 1
    assert "nested more than 32 deep" in found[0]
    assert len(calls) < 5_000


def test_thirty_two_levels_are_allowed_and_thirty_three_are_not() -> None:
    assert mistakes("a: " + "[" * 30 + "b" + "]" * 30) == []
    assert mistakes("a: " + "[" * 31 + "b" + "]" * 31) == [
        "f.yaml:1:35: this is nested more than 32 deep; make it flatter"
    ]


def test_no_scalar_gets_a_type_from_the_way_it_looks() -> None:
    tree = read("f.yaml", "a: [no, 010, 2019-11-05, 1.0, on, 'null']\nyes: off\n", Problems())
    assert isinstance(tree, Map)
    _, items = tree.entries["a"]
    assert isinstance(items, List)
    assert [item.value for item in items.items if isinstance(item, Text)] == [
        "no",
        "010",
        "2019-11-05",
        "1.0",
        "on",
        "null",
    ]
    assert "yes" in tree.entries


def test_columns_count_characters_and_not_bytes() -> None:
    assert mistakes("é: ü\n“é”: *x\n") == ["f.yaml:2:6: an alias (*x) is not allowed; write the value out"]


def test_problems_sort_by_file_line_and_column() -> None:
    places = [("b", 1, 1), ("a", 10, 2), ("a", 9, 3), ("a", 10, 1)]
    found = sorted(Problem(*place, "m") for place in places)
    assert [str(problem) for problem in found] == ["a:9:3: m", "a:10:1: m", "a:10:2: m", "b:1:1: m"]


def test_a_few_tabs_are_named_and_not_thousands() -> None:
    assert len(mistakes("a:\n" + "\t\n" * 5_000)) == 10
