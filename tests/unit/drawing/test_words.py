"""Any string can be drawn, and shows what it is."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.drawing import NotDrawable
from peoplezones.drawing.type import ELLIPSIS, drawable, is_drawable, width_of, wrapped
from peoplezones.drawing.words import as_day, as_number, length_in_words, number_in_words, plain

ANY_TEXT = st.text(st.characters(), max_size=60)  # lone surrogates too


@given(ANY_TEXT)
def test_plain_text_has_nothing_that_cannot_be_seen(text: str) -> None:
    found = plain(text)
    assert not [char for char in found if category(char) in ("Cc", "Cs", "Cn", "Zl", "Zp")]
    assert not [char for char in found if category(char) == "Cf" and char not in "\u200c\u200d"]
    assert plain(found) == found


def test_what_turns_the_direction_of_text_shows_and_what_takes_no_room_goes() -> None:
    assert plain("pay\u202egnp.exe") == "pay\ufffdgnp.exe"
    assert plain("Ex\u200bample\ufeff") == "Example"
    assert plain("a\tb\n\nc ") == "a b c"
    assert plain("5\u00a0km") == "5\u00a0km"
    assert plain("\u0645\u06cc\u200c\u062e") == "\u0645\u06cc\u200c\u062e"  # Persian is misspelt without


@given(ANY_TEXT, st.floats(30, 200), st.integers(1, 4))
def test_lines_fit_into_their_room(text: str, room: float, most: int) -> None:
    lines = wrapped(text, room, 8, most=most)
    assert 1 <= len(lines) <= most
    assert all(width_of(line, 8) <= room for line in lines)
    if not lines[-1].endswith(ELLIPSIS):
        assert "".join(lines).replace(" ", "") == drawable(text).replace(" ", "")


def test_a_word_that_is_too_long_is_broken_and_what_is_left_out_shows() -> None:
    assert "".join(wrapped("abcdefghij" * 3, 60, 8, most=9)) == "abcdefghij" * 3
    assert wrapped("one two three four five six", 40, 8, most=2)[-1].endswith(ELLIPSIS)


@pytest.mark.parametrize("text", ["Ærø Zażółć", "Ελλάδα", "Пример", "\u0645\u062b\u0627\u0644", "דוגמה"])
def test_these_scripts_can_be_drawn(text: str) -> None:
    assert is_drawable(text)


def test_a_script_that_the_typeface_lacks_shows_as_such() -> None:
    assert not is_drawable("উদাহরণ")
    assert set(drawable("例子")) == {"\ufffd"}


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        ("2019-03-12", "2019-03-12", "within a day"),
        ("2019-03-12", "2019-03-13", "1 day"),
        ("2019-03-12", "2019-03-25", "13 days"),
        ("2019-03-12", "2019-03-26", "2 weeks"),
        ("2019-03-12", "2019-04-03", "3 weeks and 1 day"),
        ("2019-01-01", "2019-04-01", "3 months"),
        ("2019-01-01", "2020-01-01", "1 year"),
        ("2018-01-01", "2020-03-01", "2 years and 2 months"),
    ],
)
def test_how_long_it_is_in_words(begins: str, ends: str, words: str) -> None:
    assert length_in_words(date.fromisoformat(begins), date.fromisoformat(ends)) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(1250, "calls", "1,250 calls"), ("12.5", "%", "12.50%"), (Fraction(1, 3), "", "0.33"), (-3, "£", "\u2212£3")],
)
def test_a_number_is_written_as_people_write_it(value: int | str | Fraction, unit: str, words: str) -> None:
    assert number_in_words(as_number(value), unit) == words


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "twelve", Decimal("1e40"), ""])
def test_what_is_no_number_is_not_drawn(value: float | str | Decimal) -> None:
    with pytest.raises(NotDrawable, match="no number"):
        as_number(value)


def test_what_is_no_day_is_not_drawn() -> None:
    with pytest.raises(NotDrawable, match="'5/11/2019' is no day; write it as 2019-11-05"):
        as_day("5/11/2019")
