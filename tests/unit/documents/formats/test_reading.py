"""From Markdown to blocks: what is a caption, a head, a number, a box to tick, and what is only text."""

from __future__ import annotations

import pytest

from peoplezones.documents.errors import PageFaulty
from peoplezones.documents.formats.blocks import (
    Block,
    Blocks,
    Break,
    Heading,
    Item,
    Items,
    Paragraph,
    Row,
    Sheet,
    Strong,
    Table,
    Text,
    plain,
)
from peoplezones.documents.formats.numbering import numbered
from peoplezones.documents.formats.reading import read
from peoplezones.documents.page import Page


def blocks(markdown: str, *, numbers: bool = False) -> Blocks:
    return read(Page("A page", markdown, numbered=numbers))


def only(markdown: str) -> Block:
    (found,) = blocks(markdown)
    return found


def test_headings_begin_below_the_title_and_skip_no_level() -> None:
    found = [block for block in blocks("# a\n\n#### b\n\n###### c\n\n## d\n\n###\n") if isinstance(block, Heading)]
    assert [(block.level, plain(block.inner)) for block in found] == [(2, "a"), (3, "b"), (4, "c"), (2, "d")]


def test_headings_of_one_name_have_anchors_of_their_own() -> None:
    found = [
        block.anchor
        for block in blocks("## What now?\n\n## What, now\n\n## Main\n\n## 李\n")
        if isinstance(block, Heading)
    ]
    assert found == ["what-now", "what-now-2", "main-2", "section"]


def test_a_row_is_headed_by_a_strong_first_cell_or_where_no_column_is_headed() -> None:
    table = only("| a | b |\n| :-: | --: |\n| **c** | d |\n| **e** f | |\n")
    assert isinstance(table, Table)
    assert table.sides == ("center", "right")
    assert table.rows == (
        Row(((Text("c"),), (Text("d"),)), headed=True),
        Row(((Strong((Text("e"),)), Text(" f")), ()), headed=False),
    )
    labels = only("| | |\n| --- | --- |\n| c | d |\n")
    assert isinstance(labels, Table)
    assert (labels.heads, labels.rows[0].headed) == ((), True)


def test_a_caption_belongs_to_the_table_after_it() -> None:
    table = only("\\caption Who *promised*\n\n| a |\n| --- |\n| b |\n")
    assert isinstance(table, Table)
    assert plain(table.caption) == "Who promised"
    for alone in ("\\caption Nothing after it\n", "\\caption One\n\nText.\n"):
        with pytest.raises(PageFaulty, match="'A page': no table follows the caption"):
            blocks(alone)
    assert only("\\\\caption typed by somebody") == Paragraph((Text("\\caption typed by somebody"),))


def test_a_paragraph_that_ends_with_a_colon_leads_to_what_follows() -> None:
    found = blocks("One:\n\n- a\n\nTwo.\n\n| a |\n| --- |\n| b |\n\nThree:\n\nFour:\n")
    assert [block.leads for block in found if isinstance(block, Paragraph)] == [True, False, False, False]


def test_lines_to_write_on_stay_with_their_heading_and_with_one_another() -> None:
    found = blocks("**For the agency**\n\nName: \\line\n\nDate: \\line\n\nSend it back.\n\n\\line\n")
    assert [block.leads for block in found if isinstance(block, Paragraph)] == [True, True, False, False, False]


def test_a_box_to_tick_is_one_only_where_nobody_typed_it() -> None:
    assert only("- [ ] yes\n- \\[ \\] no\n- [ ]\n- [x] no\n") == Items(
        (
            Item((Paragraph((Text("yes"),)),), box=True),
            Item((Paragraph((Text("[ ] no"),)),)),
            Item((Paragraph(()),), box=True),
            Item((Paragraph((Text("[x] no"),)),)),
        )
    )


def test_a_sheet_begins_where_the_template_says_and_not_where_somebody_typed_it() -> None:
    assert blocks("\\pagebreak\n\n\\\\pagebreak\n") == (Sheet(), Paragraph((Text("\\pagebreak"),)))


def test_space_is_single_and_what_cannot_be_seen_has_a_number() -> None:
    assert only("a  \u00a0b\nc\\\nd\u202ee&#0;") == Paragraph((Text("a b c"), Break(), Text("d[U+202E]e\ufffd")))


def test_html_is_text() -> None:
    assert only("<b>a</b> &lt;i&gt;") == Paragraph((Text("<b>a</b> <i>"),))
    assert blocks("<div>\n\na") == (Paragraph((Text("<div>"),)), Paragraph((Text("a"),)))


@pytest.mark.parametrize(
    ("count", "last"),
    [(26, "(z)"), (27, "(aa)"), (53, "(ba)")],
)
def test_items_are_lettered_beyond_the_alphabet(count: int, last: str) -> None:
    (found,) = numbered((Items(tuple(Item(()) for _ in range(count))),))
    assert isinstance(found, Items)
    assert [item.mark for item in found.items][-1] == last


def test_items_within_items_have_roman_numbers() -> None:
    inner = Items(tuple(Item(()) for _ in range(41)))
    (found,) = numbered((Items((Item((inner,)),)),))
    assert isinstance(found, Items)
    (within,) = found.items[0].blocks
    assert isinstance(within, Items)
    marks = [item.mark for item in within.items]
    assert marks[:4] == ["(i)", "(ii)", "(iii)", "(iv)"]
    assert (marks[8], marks[39], marks[40]) == ("(ix)", "(40)", "(41)")


def test_only_paragraphs_beneath_a_section_are_numbered() -> None:
    found = blocks("First.\n\n## A\n\nSecond.\n\n### B\n\nThird.\n\nName: \\line\n\n## C\n\nFourth.\n", numbers=True)
    numbers = [block.number for block in found if isinstance(block, (Heading, Paragraph))]
    assert numbers == ["", "1", "1.1", "", "1.2", "", "2", "2.1"]
