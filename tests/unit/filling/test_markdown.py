"""A value in Markdown says what it says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from peoplezones.documents.formats.parsing import parser
from peoplezones.filling.markdown import in_markdown, paragraphs_in_markdown, value_in_markdown, visible


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain words, and no more: really (yes)!", "plain words, and no more: really (yes)!"),
        ("a | b", r"a \| b"),
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("[x](javascript:y)", r"\[x\](javascript:y)"),
        ("two\nlines\r\n", "two lines"),
        ("snake_case and _stress_", r"snake_case and \_stress\_"),
        ("*`\\", r"\*\`\\"),
        ("# one", r"\# one"),
        ("- one", r"\- one"),
        ("12. one", "&#49;2. one"),
        ("R&D &lt; Q&A", r"R&D \&lt; Q&A"),
        (12, "12"),
    ],
)
def test_signs_of_markdown_are_kept_plain(value: object, shown: str) -> None:
    assert in_markdown(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Ali\u202etxt.exe", r"Ali\[U+202E\]txt.exe"),
        ("zero\u200bwidth", r"zero\[U+200B\]width"),
        ("\ufeffmark", r"\[U+FEFF\]mark"),
        ("bell\x07", r"bell\[U+0007\]"),
        ("half \ud800", r"half \[U+D800\]"),
        ("a\u200db", r"a\[U+200D\]b"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # noqa: RUF001
        ("\N{WOMAN}\u200d\N{ROCKET}", "\N{WOMAN}\u200d\N{ROCKET}"),
        ("עברית and العربية", "עברית and العربية"),
        ("non-breaking\N{NO-BREAK SPACE}space", "non-breaking space"),
    ],
)
def test_what_nobody_sees_is_shown_by_number_and_letters_stay(value: str, shown: str) -> None:
    assert in_markdown(value) == shown


def test_a_number_that_somebody_typed_begins_no_list() -> None:
    assert [value_in_markdown(value) for value in ("2019", 2019, "20 19", "1234567890")] == [
        "&#50;019",
        "2019",
        "20 19",
        "1234567890",
    ]


def test_a_text_of_several_lines_keeps_its_paragraphs_and_breaks() -> None:
    text = "# First line\r\n- second line\r\n \r\n\r\nNext | paragraph\n"
    assert paragraphs_in_markdown(text) == "\\# First line\\\n\\- second line\n\nNext \\| paragraph"


PLACES = [
    "{}",
    "before {} after",
    "- {}\n- two",
    "- [ ] {}",
    "1. {}",
    "## {}",
    "> {}",
    "| a | b |\n| --- | --- |\n| {} | two |",
    "**{}**",
    "*{}*",
    "({})",
    "[{}](#there)",
    "text\n{}\nmore",
    "{}{}",
    "{}. after",
    "{}) after",
]
SIGNS = st.text(alphabet="\\`*_[]()<>|~#+-=.:!&;1290 \n\tab\"'{}%/@$^é\u202e\u200b", max_size=12)


@settings(max_examples=1500, deadline=None)
@given(st.one_of(SIGNS, st.text(max_size=20)), st.sampled_from(PLACES))
def test_no_text_becomes_markup_wherever_it_is_put(text: str, place: str) -> None:
    said = visible(" ".join(text.split()))
    if not said:
        return
    found = parser().parse(place.replace("{}", value_in_markdown(text)))
    plain = parser().parse(place.replace("{}", "xyzzy"))
    assert _markup(found) == _markup(plain)
    assert _said(found) == _said(plain).replace("xyzzy", said)


def _markup(tokens: Sequence[Token]) -> list[object]:
    """Return what is no text in parsed Markdown."""
    found: list[object] = []
    for token in tokens:
        if token.type == "inline":
            found.append(_markup(token.children or []))
        elif token.type not in ("text", "softbreak"):
            found.append((token.type, token.tag, token.attrs))
    return found


def _said(tokens: Sequence[Token]) -> str:
    """Return the text of parsed Markdown, and the content of whatever else has any."""
    return "".join(
        _said(token.children or []) if token.type == "inline" else " " if token.type == "softbreak" else token.content
        for token in tokens
    )
