"""How it is told where two values part."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from peoplezones.audit.differences import short_both

texts = st.text("abc", max_size=400)


@given(texts, texts, texts)
@example("a" * 300, "b", "c")
@example("", "b" * 300, "c" * 300)
def test_two_values_that_differ_are_told_from_where_they_do(same: str, one: str, other: str) -> None:
    told = short_both(same + one, same + other)
    assert (told[0] == told[1]) == (one == other)
    assert all(len(text) <= 202 for text in told)
