"""Whatever a field can hold is read again as it was written, from CSV and from Excel."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peoplezones.domain.cells import protect, split_many, unprotect
from peoplezones.domain.values import LARGEST, clean_text, parse_field
from peoplezones.domain.workflow import Choice, Field
from peoplezones.exchange.cells import excel_of, safe_text, text_of
from peoplezones.exchange.table import open_table
from peoplezones.exchange.writing import write_csv, write_xlsx

CHOICES = (
    Choice(name="red", title="Rose red"),
    Choice(name="blue", title="red"),
    Choice(name="green", title="Same"),
    Choice(name="grey", title="same"),
    Choice(name="odd", title="=Odd; -one"),
)
FIELDS = (
    Field(name="key", type="number", label="Key"),
    Field(name="text", type="text", label="Text"),
    Field(name="long", type="long_text", label="Long"),
    Field(name="day", type="date", label="Day"),
    Field(name="number", type="number", label="Number", decimals=3),
    Field(name="money", type="money", label="Money"),
    Field(name="flag", type="yes_no", label="Flag"),
    Field(name="choice", type="choice", label="Choice", choices=CHOICES),
    Field(name="many", type="ref", label="Many", many=True, to=("thing",)),
)
CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"))
TRICKY = st.sampled_from(["'", "=", "+", "-", "@", '"', ",", ";", "_x0041_", "\ufeff", "\uffff", "e\u0301", "0", " "])
LINES = st.sampled_from(["\n", "\t", "\n\n"])


def texts(*parts: st.SearchStrategy[str], most: int = 12) -> st.SearchStrategy[str]:
    joined = st.lists(st.one_of(CHARACTERS, TRICKY, *parts), max_size=most).map("".join)
    return joined.map(lambda text: clean_text(text, lines=True)).filter(bool)


ROW = st.fixed_dictionaries(
    {
        "key": st.integers(0, 9),
        "text": st.none() | texts(),
        "long": st.none() | texts(LINES),
        "day": st.none() | st.dates().map(date.isoformat),
        "number": st.none() | st.integers(-LARGEST, LARGEST),
        "money": st.none() | st.integers(-LARGEST, LARGEST) | st.integers(-9999, 9999),
        "flag": st.none() | st.booleans(),
        "choice": st.none() | st.sampled_from([choice.name for choice in CHOICES]),
        "many": st.none() | st.lists(st.from_regex(r"[A-Z]{2}-[0-9]{3}", fullmatch=True), min_size=1, unique=True),
    }
)
Rows = list[dict[str, Any]]


def as_csv(path: Path, rows: Rows) -> None:
    shown = ([safe_text(field, text_of(field, row[field.name])) for field in FIELDS] for row in rows)
    write_csv(path, [[field.name for field in FIELDS], *shown])


def as_xlsx(path: Path, rows: Rows) -> None:
    shown = ([excel_of(field, row[field.name]) for field in FIELDS] for row in rows)
    write_xlsx(path, [[(field.name, "@") for field in FIELDS], *shown], "a/b:c")


def read(path: Path) -> Rows:
    with open_table(path) as table:
        assert table.headings == tuple(field.name for field in FIELDS)
        lines = [dict(zip(FIELDS, cells, strict=True)) for _, cells in table.rows()]
    return [{field.name: value(field, text) for field, text in line.items()} for line in lines]


def value(field: Field, text: str) -> Any:
    return parse_field(field, split_many(text) if field.many else text) if text else None


@pytest.mark.parametrize(("suffix", "write"), [("csv", as_csv), ("xlsx", as_xlsx)])
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(ROW, min_size=1, max_size=6))
def test_values_survive_a_file(suffix: str, write: Callable[[Path, Rows], None], rows: Rows) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{suffix}"
        write(path, rows)
        assert read(path) == rows


@given(st.text())
def test_protection_can_always_be_taken_off_and_leaves_no_formula(text: str) -> None:
    assert unprotect(protect(text)) == text
    assert protect(text)[:1] not in tuple("=+-@\t\r")
