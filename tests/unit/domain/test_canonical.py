"""The bytes of an entry, against the `rfc8785` package."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.domain.canonical import LONGEST_LINE, NotCanonical, canonical_line, commitment, leaf_hash
from peoplezones.domain.values import LARGEST

keys = st.text(st.characters(codec="ascii"))
texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(keys, values, max_size=6))
def test_the_bytes_are_those_of_rfc_8785(entry: dict[str, Any]) -> None:
    assert canonical_line(entry).encode() == rfc8785.dumps(entry)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (1.5, "a float has no place"),
        (2**53, "beyond 2.53"),
        (-(2**53), "beyond 2.53"),
        ("\ud800", "lone surrogate"),
        ({"\u00e9": 1}, "not plain ASCII"),
        ({1: 1}, "not plain ASCII"),
        (b"x", "a bytes has no place"),
        ({"a": [{"b": (1, 2.0)}]}, "a float has no place"),
    ],
)
def test_what_the_profile_does_not_allow_is_refused(value: Any, message: str) -> None:
    with pytest.raises(NotCanonical, match=message):
        canonical_line({"it": value})


def test_a_line_is_as_long_as_the_log_takes_and_no_longer() -> None:
    room = LONGEST_LINE - len('{"it":""}')
    assert len(canonical_line({"it": "x" * room}).encode()) == LONGEST_LINE
    with pytest.raises(NotCanonical, match="65,536 bytes"):
        canonical_line({"it": "x" * (room + 1)})
    with pytest.raises(NotCanonical):
        canonical_line({"it": "\u00e9" * (room // 2 + 1)})


def test_a_leaf_is_that_of_rfc_6962() -> None:
    assert leaf_hash("\u00e9") == hashlib.sha256(b"\x00" + "\u00e9".encode()).hexdigest()


def test_a_commitment_is_keyed_and_says_which_field() -> None:
    expected = hmac.new(b"s" * 32, b"peoplezones/personal/v1\x00name\x00Ann", hashlib.sha256).hexdigest()
    assert commitment(b"s" * 32, "name", "Ann") == f"hmac-sha256:{expected}"
    assert commitment(b"s" * 32, "note", "Ann") != commitment(b"s" * 32, "name", "Ann")
