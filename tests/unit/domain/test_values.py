"""What people write, what is stored, and what people read."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.domain.values import (
    ERASED,
    LARGEST,
    check_stored,
    clean_text,
    listed,
    parse_date,
    parse_field,
    parse_number,
    parse_scalar,
    show_value,
)
from peoplezones.domain.workflow import Choice, Field, ValueType

CHOICES = (Choice(name="in_post", title="In post"), Choice(name="left", title="Has left"))


def field(type: Any, **more: Any) -> Field:  # noqa: A002
    return Field(name="it", type=type, label="It", **more)


@given(st.integers(-LARGEST, LARGEST), st.integers(0, 6))
def test_a_number_that_is_shown_reads_back_as_the_same(value: int, decimals: int) -> None:
    shown = show_value(ValueType(type="number", decimals=decimals), value)
    assert parse_scalar("number", shown, decimals=decimals) == value


@given(st.integers(-LARGEST, LARGEST))
def test_money_that_is_shown_reads_back_as_the_same(value: int) -> None:
    assert parse_scalar("money", show_value(ValueType(type="money"), value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_a_decimal_is_taken_exactly(value: Decimal) -> None:
    assert parse_field(field("number", decimals=2), value) == int(value * 100)


@given(st.text())
def test_text_is_stored_in_nfc_or_refused(raw: str) -> None:
    try:
        text = clean_text(raw)
    except ValueError:
        assert any(unicodedata.category(char) in ("Cc", "Cs") for char in raw)
    else:
        assert text == unicodedata.normalize("NFC", text) == text.strip()
        assert clean_text(text) == text


@pytest.mark.parametrize(
    ("kind", "raw", "stored"),
    [
        ("text", "  Cafe\u0301 ", "Caf\u00e9"),
        ("text", "\u05d3\u05e0\u05d9 \U0001f333", "\u05d3\u05e0\u05d9 \U0001f333"),
        ("long_text", "one\r\n\ttwo", "one\n\ttwo"),
        ("date", " 2024-02-29 ", "2024-02-29"),
        ("date", date(2026, 1, 2), "2026-01-02"),
        ("number", "1,234", 1234),
        ("number", "+7", 7),
        ("number", 7, 7),
        ("number", Decimal("1E+3"), 1000),
        ("money", "£1,234.5", 123450),
        ("money", "-£0.05", -5),
        ("money", "£-0.05", -5),
        ("money", "12", 1200),
        ("yes_no", "YES", True),
        ("yes_no", "n", False),
        ("yes_no", True, True),
        ("choice", "in-post", "in_post"),
        ("choice", "HAS LEFT", "left"),
        ("ref", " PE-001 ", "PE-001"),
    ],
)
def test_each_type_has_one_stored_form(kind: str, raw: Any, stored: Any) -> None:
    subject = field(kind, choices=CHOICES)
    found = parse_field(subject, raw)
    assert found == stored
    assert type(found) is type(stored)
    assert check_stored(subject, found) is None


@pytest.mark.parametrize(
    ("kind", "raw", "message"),
    [
        ("text", "a\x00b", "character 2 is a control character .U.0000."),
        ("text", "a\nb", "character 2 is a control character"),
        ("text", "a\ud800", "character 2 is half of a character"),
        ("long_text", "a\x1bb", "control character"),
        ("text", "   ", "there is nothing in it"),
        ("text", "x" * 100_000, "100,000 characters given; at most 500"),
        ("date", "2026-W05-1", "is not a date"),
        ("date", "20260105", "is not a date"),
        ("date", "2026-02-29", "there is no such day"),
        ("date", "\u0662\u0660\u0662\u0666-01-01", "is not a date"),
        ("number", str(2**53), "is too large"),
        ("number", 2**53, "is too large"),
        ("number", -(2**53), "is too large"),
        ("number", "9" * 100_000, "is not a number"),
        ("number", "12,50", "is not a number"),
        ("number", "1,5", "is not a number"),
        ("number", "1e3", "is not a number"),
        ("number", "\u0661\u0662", "is not a number"),
        ("number", "1.5", "must be a whole number"),
        ("number", Decimal("NaN"), "is not a number"),
        ("number", 1.5, "a float cannot be taken"),
        ("number", True, "yes or no does not answer this"),
        ("money", "£12,50", "is not a number"),
        ("money", "1.005", "must have at most 2 decimal places"),
        ("money", "££5", "is not a number"),
        ("yes_no", "maybe", "is neither yes nor no"),
        ("choice", "in_pots", "is not one of: in_post, left; did you mean 'in_post'"),
        ("text", ["a"], "a list cannot be taken"),
    ],
)
def test_what_is_wrong_is_said(kind: str, raw: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        parse_field(field(kind, choices=CHOICES), raw)
    assert len(str(caught.value)) < 300
    str(caught.value).encode()


@pytest.mark.parametrize(
    ("subject", "low", "high"),
    [
        (field("number", decimals=1, minimum=10, maximum=20), "0.9", "2.1"),
        (field("money", minimum=100, maximum=200), "0.99", "2.01"),
        (field("date", minimum="2026-01-01", maximum="2026-12-31"), "2025-12-31", "2027-01-01"),
        (field("text", minimum=2, maximum=3), "a", "abcd"),
        (field("ref", many=True, minimum=1, maximum=2), [], ["a", "b", "c"]),
    ],
)
def test_limits_hold_at_both_ends(subject: Field, low: Any, high: Any) -> None:
    for raw, word in ((low, "at least"), (high, "at most")):
        with pytest.raises(ValueError, match=word):
            parse_field(subject, raw)


def test_a_list_holds_each_entry_once() -> None:
    assert parse_field(field("ref", many=True), ["b", "a", "b"]) == ["b", "a"]
    assert parse_field(field("ref", many=True), "a") == ["a"]


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (ValueType(type="text"), None, "nothing"),
        (ValueType(type="list"), [], "none"),
        (ValueType(type="list"), ["PE-001", "PE-002"], "PE-001 (Ann), PE-002"),
        (ValueType(type="number"), Fraction(100, 3), "33.3%"),
        (ValueType(type="number"), Fraction(50), "50%"),
        (ValueType(type="number"), Fraction(1999999, 100000), "just under 20%"),
        (ValueType(type="number"), Fraction(2000001, 100000), "just over 20%"),
        (ValueType(type="yes_no"), False, "no"),
        (ValueType(type="choice", choices=CHOICES), "left", "Has left"),
        (ValueType(type="list", choices=CHOICES), ["left"], "Has left"),
    ],
)
def test_values_are_shown_as_people_read_them(kind: ValueType, value: Any, shown: str) -> None:
    assert show_value(kind, value, {"PE-001": "Ann"}) == shown


def test_a_list_in_words() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"], "or")] == ["none", "a", "a, b or c"]


def test_a_stored_value_of_another_type_is_noticed() -> None:
    assert check_stored(field("number"), True) == "is not a number"
    assert check_stored(field("ref", many=True), "PE-001") == "is not a list of references"


def test_dates_and_numbers_beyond_the_calendar_are_refused() -> None:
    for raw in ("0000-01-01", "2026-13-01", "2026-00-10"):
        with pytest.raises(ValueError, match="no such day"):
            parse_date(raw)
    assert parse_number(str(LARGEST)) == LARGEST


def test_a_name_that_is_gone_stands_once_beside_its_reference() -> None:
    kind = ValueType(type="ref")
    assert [show_value(kind, "PE-001", {"PE-001": name}) for name in (ERASED, "Ann", "")] == [
        "PE-001 (erased)",
        "PE-001 (Ann)",
        "PE-001",
    ]
