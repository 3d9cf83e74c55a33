"""What is printed: aligned, whole, and never a control character."""

from __future__ import annotations

import pytest

from peoplezones.cli.printing import clean, days_in_words, one_line, pairs, table
from peoplezones.cli.session import Session, address_in


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x7f", "\x9b", "\r", "\ud800", "\u202e", "\u2066", "\u2028"])
def test_control_characters_are_replaced(sign: str) -> None:
    assert clean(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_line_ends_stay_and_tabs_become_spaces() -> None:
    assert clean("a\n\tb \N{SNOWMAN} שלום") == "a\n b \N{SNOWMAN} שלום"
    assert one_line("a\nb") == "a b"


def test_tables_are_aligned_though_characters_are_wide_or_combine(capsys: pytest.CaptureFixture[str]) -> None:
    table(("A", "B"), [("日本", "x"), ("e\u0301", "y"), ("abcd", "z")])
    assert capsys.readouterr().out.splitlines() == ["A     B", "日本  x", "e\u0301     y", "abcd  z"]


def test_long_values_go_on_below_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    pairs([("Note", "one\ntwo"), ("Longer", "x")])
    assert capsys.readouterr().out == "  Note:   one\n          two\n  Longer: x\n"


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "1 day"), (1200, "1,200 days")])
def test_days_in_words(days: int, words: str) -> None:
    assert days_in_words(days) == words


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        ((), None),
        (("--db", "x", "status"), "x"),
        (("status", "--db=y"), "y"),
        (("--db", "x", "status", "--db", "z"), "z"),
        (("status", "--", "--db", "x"), None),
        (("status", "--db"), None),
        (("--db", "", "status"), ""),
    ],
)
def test_the_address_is_found_wherever_it_stands(arguments: tuple[str, ...], address: str | None) -> None:
    assert address_in(arguments) == address


def test_help_and_no_words_at_all_want_no_database() -> None:
    assert Session.of(()).helping
    assert Session.of(("status", "--help")).helping
    assert not Session.of(("status",)).helping
