"""A value in Markdown says what it says."""

from __future__ import annotations

import pytest

from peoplezones.filling.markdown import in_markdown


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
