"""Texts of a message: nothing ends a header, turns the reading direction or runs beyond 72 columns."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from peoplezones.mail import is_address
from peoplezones.notices.letter import composed, in_words, without_addresses
from peoplezones.notices.text import plain, subject_line, wrapped
from peoplezones.store.outbox import Message
from tests.post import read

anything = st.text(st.characters(exclude_categories=[]))  # lone surrogates, controls and all


def message(subject: str = "News", text: str = "Text\n") -> Message:
    return Message(
        id="abc@board.example",
        person="PE-001",
        subject=subject,
        text=text,
        made="2026-03-01T09:00:00.000000Z",
    )


@given(anything)
@example("one\r\nBcc: all@people.example")
@example("North\u202eend\u2066")
def test_a_plain_text_has_no_line_end_and_no_control(text: str) -> None:
    found = plain(text)
    assert "\n" not in found
    assert "\r" not in found
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in found)
    assert not any(unicodedata.bidirectional(char) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI") for char in found)


@given(anything, anything)
@example("Green Acres\r\nBcc: everybody@people.example\r\n\r\nPay here", "\r\n.\r\nMAIL FROM:<x@y.example>")
def test_no_subject_and_no_text_adds_a_header(subject: str, text: str) -> None:
    sent = composed(message(subject_line(subject), wrapped(text)), "ann@people.example", "notices@board.example")
    found = read(sent)
    headers = "From To Subject Date Message-ID Auto-Submitted Precedence X-Auto-Response-Suppress"
    assert found.keys() == [*headers.split(), "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
    assert (found["To"], found["From"]) == ("ann@people.example", "notices@board.example")
    assert sent.isascii()
    assert all(len(line) <= 998 for line in sent.split(b"\r\n"))  # RFC 5322, section 2.1.1
    assert b"\n" not in sent.replace(b"\r\n", b"")


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=200))
def test_what_was_written_is_what_is_read(text: str) -> None:
    found = read(composed(message(subject_line(text) or "-", wrapped(text)), "ann@people.example", ""))
    assert found["Subject"].split() == (subject_line(text) or "-").split()
    assert found.get_content().replace("\r\n", "\n").rstrip("\n") == wrapped(text).rstrip("\n")


@given(anything)
def test_no_line_is_longer_than_72_columns_but_for_a_word_that_is(text: str) -> None:
    for line in wrapped(text).split("\n"):
        assert len(line) <= 72 or " " not in line.strip()


def test_a_long_line_of_a_list_goes_on_below_itself() -> None:
    long = "* " + "word " * 20
    assert wrapped(long) == "* " + ("word " * 14).strip() + "\n  " + ("word " * 6).strip() + "\n"


def test_the_same_message_is_the_same_bytes() -> None:
    assert composed(message(), "a@b.example", "c@d.example") == composed(message(), "a@b.example", "c@d.example")


@pytest.mark.parametrize(
    "text",
    [
        "ann@people.example",
        "a.b+c@x.people.example",
        "o'neil@people.example",
        "ann@localhost",
    ],
)
def test_addresses(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ann",
        "@people.example",
        "ann@",
        "ann@people..example",
        "ann@-people.example",
        ".ann@people.example",
        "a..b@people.example",
        "ann@people.example, bob@people.example",
        "Ann <ann@people.example>",
        "ann@people.example\n",
        "ann@people.example\r\nBcc: bob@people.example",
        "änn@people.example",
        "ann@pêople.example",
        "ann @people.example",
        f"{'a' * 65}@people.example",
        f"ann@{'a' * 64}.example",
        f"ann@{'.'.join(['a' * 60] * 5)}",
        "ann@people.example\x00",
        "mailto:ann@people.example",
        "07700 900123",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert not is_address(text)


@given(st.one_of(anything, st.from_regex(r"[^@]+@[^@]+", fullmatch=True)))
def test_whatever_counts_as_an_address_stands_in_a_header_and_an_envelope_as_it_is(text: str) -> None:
    if is_address(text):
        assert read(composed(message(), text, ""))["To"] == text
        assert not set(text) & set(' \t\r\n<>,;:"()[]\\')


@given(st.emails(), anything)
def test_what_a_server_says_is_kept_without_addresses(address: str, around: str) -> None:
    assume(is_address(address))
    said = without_addresses(f"{around} <{address}>: unknown {address}, {address}")
    assert f"<{address}>" not in said
    assert f" {address}" not in said
    assert plain(said) == said
    assert len(said) <= 300


def test_dates_are_written_as_people_write_them() -> None:
    assert in_words("2019-11-05") == "5 November 2019"
    assert in_words("") == ""
