"""Word: it opens, is made of real styles, and says to assistive technology what is what."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_LEADER
from docx.oxml.ns import qn

from peoplezones.documents.formats import written
from peoplezones.documents.page import Page
from tests.unit.documents.formats.samples import samples

PAGES = samples()


def opened(page: Page):  # type: ignore[no-untyped-def]
    return docx.Document(BytesIO(written(page, "docx")))


def test_title_headings_and_paragraphs_have_styles_of_their_own() -> None:
    found = [(line.style.name, line.text) for line in opened(PAGES["paper"]).paragraphs]
    assert found[:4] == [
        ("Marking", "Draft. Restricted: has personal data"),
        ("Title", "Proposal to commission a People Zone: Example Wharf"),
        ("Subtitle", "Report of the secretary to the Example Board, 12 November 2026"),
        ("Stated", "Reference: D-2026-003"),
    ]
    assert ("Heading 1", "1\tPurpose") in found
    assert ("Heading 2", "Why now") in found
    assert ("Numbered Paragraph", "1.2\tThe analysis found two routes.") in found
    assert ("List", "(a)\tcommission the zone;") in found
    assert ("List 2", "(ii)\treports each quarter;") in found
    assert ("Quote", "We were not asked before. Now we are.") in found


def test_lists_of_a_letter_are_lists_and_each_counts_from_its_own_beginning() -> None:
    document = opened(Page("A page", "1. a\n2. b\n\nText.\n\n5. e\n6. f\n\n- g\n  - h\n"))
    lines = {line.text: line for line in document.paragraphs}
    assert [lines[text].style.name for text in "aegh"] == ["List Number", "List Number", "List Bullet", "List Bullet 2"]
    numbers = [lines[text]._p.pPr.numPr.numId.val for text in "abef"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    starts = {num.numId: num for num in document.part.numbering_part.element.num_lst}
    assert starts[numbers[2]].find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val")) == "5"


def test_the_head_of_a_table_is_repeated_and_marked_and_no_row_is_torn() -> None:
    table, other = opened(PAGES["paper"]).tables
    first, *rows = table.rows
    assert [cell.text for cell in first.cells] == ["Agency", "Promise", "Hours"]
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept == [True, True, True, None]  # and so on one sheet
    kept = [
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in opened(PAGES["long table"]).tables[0].rows
    ]
    assert kept == [True, *[None] * 120]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Promises by agency"
    looks = [found._tbl.tblPr.find(qn("w:tblLook")) for found in (table, other)]
    assert [(look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) for look in looks] == [("1", "1"), ("0", "1")]


def test_a_table_that_is_too_wide_has_a_sheet_that_lies_on_its_side() -> None:
    document = opened(PAGES["matrix"])
    assert [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections] == [False, True, False]
    assert [section.different_first_page_header_footer for section in document.sections] == [True, False, False]
    assert document.sections[1].header.paragraphs[0].text == "Restricted\t"
    assert round(sum(column.width for column in document.tables[0].columns) / 36000) == 253


def test_a_line_that_leads_to_a_table_stays_with_it() -> None:
    document = opened(Page("A page", "This is asked:\n\n| a |\n| --- |\n| b |\n\nThat was all.\n"))
    lines = {line.text: line.paragraph_format.keep_with_next for line in document.paragraphs}
    assert (lines["This is asked:"], lines["That was all."]) == (True, None)


def test_a_figure_is_a_picture_with_words() -> None:
    document = opened(PAGES["paper"])
    figures = PAGES["paper"].figures
    shapes = document.inline_shapes
    assert [shape._inline.docPr.get("descr") for shape in shapes] == [
        f"Reports of threats by month. {figures['reports'].alternative}",
        "Stages of the zone. Three stages, of which one goes on.",
    ]
    assert [round(shape.width.mm) for shape in shapes] == [min(figure.width_mm, 166) for figure in figures.values()]


def test_it_says_its_language_and_title_and_neither_date_nor_author() -> None:
    document = opened(PAGES["paper"])
    about = document.core_properties
    assert (about.title, about.subject) == (PAGES["paper"].title, PAGES["paper"].subtitle)
    assert (about.identifier, about.language) == ("D-2026-003", "en-GB")
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert (about.created, about.modified) == (None, None)
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    names = ZipFile(BytesIO(written(PAGES["paper"], "docx"))).namelist()
    assert names[0] == "[Content_Types].xml"
    assert not [name for name in names if "thumbnail" in name]


def test_marking_reference_title_and_numbers_stand_on_every_sheet() -> None:
    section = opened(PAGES["paper"]).sections[0]
    assert section.header.paragraphs[0].text == "Draft. Restricted: has personal data\tD-2026-003"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        assert line.text == f"{PAGES['paper'].title}\tPage  of "
        assert [field.get(qn("w:instr")) for field in line._p.iter(qn("w:fldSimple"))] == [" PAGE ", " NUMPAGES "]


def test_a_form_has_lines_to_write_on_boxes_to_tick_and_a_sheet_of_its_own_for_the_signature() -> None:
    document = opened(PAGES["form"])
    lines = {line.text: line for line in document.paragraphs}
    stop = lines["Name: \t"].paragraph_format.tab_stops[0]
    assert (stop.leader, round(stop.position.mm)) == (WD_TAB_LEADER.LINES, 166)
    boxes = [box for box in document.element.body.iter() if box.tag.endswith("}checkbox")]
    assert len(boxes) == 3
    assert "".join(text.text for text in boxes[0].getparent().getparent().iter(qn("w:t"))) == "☐"
    assert lines["Signed"].paragraph_format.page_break_before is True
    assert document.tables[0].rows[1].height.mm == pytest.approx(10, abs=0.1)


def test_links_lead_to_an_address_or_to_a_heading() -> None:
    document = opened(PAGES["paper"])
    links = list(document.element.body.iter(qn("w:hyperlink")))
    bookmarks = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    assert links[0].get(qn("w:anchor")) in bookmarks
    assert [document.part.rels[link.get(qn("r:id"))].target_ref for link in links[1:]] == [
        "https://example.org/buses",
        "mailto:secretary@example.org",
    ]
