"""What a returned form says, and everything that is amiss with it, told at once and with its place."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl import load_workbook

from peoplezones.domain.errors import UnknownName
from peoplezones.domain.files import File
from peoplezones.forms import FormAmiss, FormUnreadable, draft_of
from peoplezones.forms.code import code_in
from peoplezones.forms.excel import SHEET
from peoplezones.forms.from_word import HIDDEN
from peoplezones.service import Wanted
from tests import made_up_files as made_up
from tests.unit.forms.filling import changed, controls, flat, in_word, part_of, saved, write
from tests.unit.forms.house import LAMP, SIGNED, WAYS, House
from tests.unit.forms.small import write_model

SOLD = {"Q": "sell", "A1": "12.50", **SIGNED}
ANSWERS = ("sell", "lend", "keep")
CHOSEN = {"docx": "sell", "xlsx": "A: Sell it"}


def sold(way: str) -> dict[str, str]:
    """Return the answers of a form that is in order."""
    return {**SOLD, "Q": CHOSEN[WAYS[way][0]]}


@pytest.mark.parametrize("way", WAYS)
def test_a_form_that_is_in_order_is_entered_for_who_signed_it(house: House, way: str) -> None:
    content = house.filled(way, sold(way), *ANSWERS)
    read = house.read(content)
    assert (read.problems, read.transition, read.reference, read.actor) == ((), "sell", LAMP, "PE-002")
    assert (read.on, read.made, read.values) == ("2026-03-02", "2026-03-01", {"sold_for": "12.50"})
    decision = house.enter(content)
    assert (decision.moved, decision.to, decision.on) == (True, "sold", "2026-03-02")
    assert house.engine.field(LAMP, "sold_for") == 1250


def test_the_entry_names_both_people_and_keeps_the_very_file(house: House) -> None:
    content = house.filled("Word", SOLD, *ANSWERS)
    house.enter(content, "Bob's answer.docx")
    (line,) = house.engine.sql("select line from entry order by n desc limit 1")[0]
    assert '"actor":"PE-002"' in line
    assert '"entered_by":"PE-001"' in line
    assert house.engine.sql("select content from blob") == [(content,)]


def test_the_same_file_is_entered_once(house: House) -> None:
    content = house.filled("Excel", sold("Excel"), *ANSWERS)
    first = house.enter(content)
    assert house.read(content).entered == first.entry
    again = house.enter(content, "another name.xlsx")
    assert (again.repeated, again.entry) == (True, first.entry)
    assert house.engine.size() == first.entry


def test_nothing_is_entered_while_anything_is_amiss(house: House) -> None:
    content = house.filled("Word", {"Q": "sell", **SIGNED}, *ANSWERS)
    before = house.engine.size()
    read = house.read(content)
    with pytest.raises(FormAmiss, match=r"nothing was entered from form\.docx:\n  A1 Sold for: must be given"):
        draft_of(read, File("form.docx", content), "Ann Example")
    assert house.engine.size() == before


def test_a_rule_that_refuses_is_a_refusal_as_ever(house: House) -> None:
    cracked = house.take_in(name="Cracked bowl", sound="no", owner="Bob Example")
    decision = house.enter(house.filled("Word", SOLD, *ANSWERS, record=cracked))
    assert [outcome.rule for outcome in decision.reasons] == ["is-sound"]


# Which answer


def test_everything_amiss_is_told_at_once_in_the_order_of_the_form(house: House) -> None:
    wrong = {"Q": "lend", "A1": "5", "B1": "many", "B2": "31/02/2026", "S1": "Bod Example", "S3": "yesterday"}
    assert house.problems(house.filled("Word", wrong, *ANSWERS)) == [
        "A1 Sold for: is filled in, and the answer given is 'B: Lend it'; leave it empty, or choose 'A: Sell it'",
        "B1 Days: 'many' is not a number",
        "B2 Not after: there is no such day as 31/02/2026; write it as day/month/year, such as 05/03/2026",
        "S1 Your full name: no Person is called 'Bod Example'; did you mean 'Bob Example'? If you know who signed, "
        "say so: --for PERSON",
        "S3 Date: 'yesterday' is not a date; write it as day/month/year, such as 05/03/2026",
    ]


def test_two_ticks_are_pointed_out(house: House) -> None:
    content = in_word(house.filled("Word", SOLD, *ANSWERS), {"Q": "lend"})
    assert house.problems(content) == [
        "Q Which of these is your answer?: 2 boxes are ticked (A: Sell it and B: Lend it); tick one"
    ]


def test_no_tick_is_pointed_out_with_the_answer_that_was_meant(house: House) -> None:
    content = house.filled("Word", {"B1": "3", **SIGNED}, *ANSWERS)
    assert house.problems(content) == [
        "Q Which of these is your answer?: no answer is chosen; only questions of 'B: Lend it' are answered"
    ]


def test_an_answer_without_questions_needs_only_its_tick(house: House) -> None:
    assert house.enter(house.filled("Word", {"Q": "keep", **SIGNED}, *ANSWERS)).moved


@pytest.mark.parametrize(
    ("mark", "ticked"), [("x ", True), ("[x] ", True), ("☑ ", True), ("✓", True), ("[ ] ", False), ("□ ", False)]
)
def test_a_box_is_ticked_by_whatever_people_write_into_it(house: House, mark: str, ticked: bool) -> None:
    document = Document(io.BytesIO(flat(house.filled("Word", {"A1": "1", **SIGNED}, *ANSWERS))))
    line = next(p for t in document.tables for c in t.columns[1].cells for p in c.paragraphs if "A: Sell it" in p.text)
    line.runs[0].text, line.runs[1].text = mark, "A: Sell it"
    assert (house.read(saved(document)).transition == "sell") is ticked


def test_a_choice_that_is_none_is_told_with_the_nearest(house: House) -> None:
    content = house.filled("Excel", {"A1": "Vase", "A6": "Rose rde", **SIGNED}, "take_in", record="")
    assert house.problems(content) == [
        "A6 Colour: 'Rose rde' is not one of: Rose red, Sky blue; did you mean 'Rose red'?"
    ]


def test_what_must_be_given_under_a_condition_is_asked_for(house: House) -> None:
    content = house.filled("Excel", {"A1": "Vase", "A6": "Rose red", **SIGNED}, "take_in", record="")
    assert house.problems(content) == ["A15 Why: must be given here"]


def test_the_limits_of_a_field_are_those_of_the_model(house: House) -> None:
    content = house.filled("Word", {"A1": "401", "A2": "31/12/2025", **SIGNED}, "lend")
    assert house.problems(content) == [
        "A1 Days: 401 given; it must be at most 400",
        "A2 Not after: 2025-12-31 given; it must be at least 2026-01-01",
    ]


# Who signed, and when


def test_a_form_that_nobody_signed_or_dated_is_told(house: House) -> None:
    assert house.problems(house.filled("Word", {"A1": "3"}, "lend")) == [
        "S1 Your full name: nobody has signed; send it back to be signed",
        "S3 Date: there is no date; send it back to be dated, or give the day from which it holds (--on)",
    ]


def test_a_form_for_somebody_is_theirs_alone_unless_the_secretary_says_otherwise(house: House) -> None:
    for_bob = house.filled("Word", {"A1": "3", **SIGNED, "S1": " bob  EXAMPLE "}, "lend", person="Bob Example")
    assert house.read(for_bob).actor == "PE-002"
    by_ann = house.filled("Word", {"A1": "3", **SIGNED, "S1": "Ann Example"}, "lend", person="Bob Example")
    assert house.problems(by_ann) == [
        "S1 Your full name: it is signed 'Ann Example', and was made for PE-002 (Bob Example). If you know who signed, "
        "say so: --for PERSON"
    ]
    read = house.read(by_ann, person="PE-001")
    assert (read.problems, read.actor) == ((), "PE-001")
    assert read.notes == ("you say that it is from PE-001 (Ann Example); it is signed 'Ann Example'",)
    with pytest.raises(UnknownName):
        house.read(by_ann, person="Nobody Example")


@pytest.mark.parametrize(
    ("day", "said"), [("06/03/2026", "has not come yet"), ("28/02/2026", "is before the form was made (2026-03-01)")]
)
def test_a_day_that_cannot_be_is_told_unless_the_secretary_gives_one(house: House, day: str, said: str) -> None:
    content = house.filled("Word", {"A1": "3", **SIGNED, "S3": day}, "lend")
    (problem,) = house.problems(content)
    assert said in problem
    assert house.read(content, on="2026-03-04").on == "2026-03-04"
    assert house.problems(content, on="2026-03-04") == []


# What has happened in between


def test_a_form_of_a_record_that_has_moved_on_tells_what_happened(house: House) -> None:
    content = house.filled("Word", SOLD, *ANSWERS)
    house.engine.do("thing", "lend", LAMP, days="3", on="2026-03-02")
    assert house.problems(content) == [
        "The form: TH-001 has moved on since it was made (on 2026-03-01). Since then: 'Lend it' on 2026-03-02. Ask "
        "whether the answer still holds, and make the form anew"
    ]
    house.engine.do("thing", "sell", LAMP, sold_for="1", on="2026-03-03")
    assert [problem for problem in house.problems(content) if "made at" in problem] == [
        f"The form: '{title}' is made at 'In keeping'; TH-001 is at 'Sold'"
        for title in ("Sell it", "Lend it", "Keep it")
    ]


def test_a_form_of_another_board_is_not_read(house: House) -> None:
    code = code_in(house.read(house.filled("Word", SOLD, *ANSWERS)).code)
    assert code is not None
    other = str(type(code)(**{name: getattr(code, name) for name in code.__struct_fields__} | {"log": "0" * 8}))
    with pytest.raises(FormUnreadable, match="is another Board's form: its log begins with 00000000"):
        house.read(house.filled("Word", SOLD, *ANSWERS), code=other)


# Where the answers are


def test_the_code_is_found_at_the_foot_where_the_properties_are_lost(house: House) -> None:
    for way, part in (("Word", "docProps/custom.xml"), ("Excel", "docProps/custom.xml")):
        content = house.filled(way, sold(way), *ANSWERS)
        kept = house.read(content).code
        assert house.read(without_property(content, part)).code == kept


def without_property(content: bytes, part: str) -> bytes:
    """Return a document that has lost the property with the code."""
    text = part_of(content, part)
    return changed(content, {part: text.replace(b"PeopleZonesForm", b"Other")})


def test_a_code_that_is_lost_can_be_typed(house: House) -> None:
    content = house.filled("Word", SOLD, *ANSWERS)
    code = house.read(content).code
    document = Document(io.BytesIO(without_property(content, "docProps/custom.xml")))
    document.sections[0].footer.paragraphs[0].clear()
    bare = saved(document)
    with pytest.raises(FormUnreadable, match="there is no form's code in "):
        house.read(bare)
    typed = "\n ".join(code.lower().split()).replace("-03-", "\N{NON-BREAKING HYPHEN}03-")
    assert house.read(bare, code=f"Form code: {typed}").values == {"sold_for": "12.50"}


def test_a_mistyped_code_is_noticed(house: House) -> None:
    content = house.filled("Word", SOLD, *ANSWERS)
    code = house.read(content).code
    for wrong, said in (
        (code.replace("TH-001", "TH-007"), "does not agree with the check value"),
        (code.replace("@1", "@"), "cannot be understood"),
        (code.replace("PZF1", "PZF2"), "is of version 2"),
        ("nothing", "is no code of a form"),
    ):
        with pytest.raises(FormUnreadable, match=said):
            house.read(content, code=wrong)


def test_a_form_with_two_codes_is_not_guessed_at(house: House) -> None:
    content = house.filled("Word", SOLD, *ANSWERS)
    document = Document(io.BytesIO(content))
    document.add_paragraph(house.read(house.make("lend")).code)
    with pytest.raises(FormUnreadable, match="has the codes of several forms"):
        house.read(saved(document))


def test_rows_may_move_and_text_may_stand_beside_the_place_for_it(house: House) -> None:
    document = Document(io.BytesIO(house.filled("Word", SOLD, *ANSWERS)))
    table = next(t for t in document.tables if t.cell(1, 0).text.startswith("A1"))
    table._tbl.append(table.rows[1]._tr)
    table.cell(1, 1).paragraphs[-1].add_run("given gladly")
    assert house.read(saved(document)).values == {"sold_for": "12.50", "why": "given gladly"}


def test_rows_and_columns_may_be_put_into_a_workbook(house: House) -> None:
    book = load_workbook(io.BytesIO(house.filled("Excel", sold("Excel"), *ANSWERS)))
    sheet = book[SHEET]
    for range_ in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(range_))
    sheet.insert_rows(5, 3)
    sheet.insert_cols(1, 2)
    assert house.read(saved(book)).values == {"sold_for": "12.50"}


def test_a_question_that_is_gone_or_was_put_otherwise_is_told(house: House) -> None:
    document = Document(io.BytesIO(flat(house.filled("Word", SOLD, *ANSWERS))))
    table = next(t for t in document.tables if t.cell(1, 0).text.startswith("A1"))
    table.cell(1, 0).paragraphs[0].runs[0].text = "A1 Given away for"
    table._tbl.remove(table.rows[2]._tr)
    assert house.problems(saved(document))[:2] == [
        "A1 Sold for: this question is no longer on the form: where it stood there is 'Given away for' now. Take the "
        "form as it went out",
        "A2 Why: this question is no longer on the form. Take the form as it went out",
    ]


@pytest.mark.parametrize("way", ["Word", "Excel"])
def test_what_was_on_record_is_never_taken_for_an_answer(house: House, way: str) -> None:
    cup = house.take_in(name="Cup", remark="What was said before")
    content = house.filled(way, {"A1": "3", "A3": "Said now", **SIGNED}, "lend", record=cup)
    if way == "Word":
        document = Document(io.BytesIO(flat(content)))
        table = next(t for t in document.tables if t.cell(1, 0).text.startswith("A1"))
        table._tbl.remove(table.rows[3]._tr)
        altered = saved(document)
    else:
        book = load_workbook(io.BytesIO(content))
        book[SHEET].delete_rows(next(row[0].row for row in book[SHEET].iter_rows() if row[0].value == "A3"))
        altered = saved(book)
    assert house.problems(altered) == [
        "A3 Remark: this question is no longer on the form. Take the form as it went out"
    ]


def test_labels_alone_are_enough_where_the_codes_are_gone(house: House) -> None:
    book = load_workbook(io.BytesIO(house.filled("Excel", sold("Excel"), *ANSWERS)))
    for row in book[SHEET].iter_rows():
        if row[0].value in ("A1", "S1"):
            row[0].value = None
    read = house.read(saved(book))
    assert (read.problems, read.values, read.actor) == ((), {"sold_for": "12.50"}, "PE-002")


def test_a_question_that_stands_there_twice_must_be_answered_alike(house: House) -> None:
    book = load_workbook(io.BytesIO(house.filled("Excel", sold("Excel"), *ANSWERS)))
    sheet = book[SHEET]
    sheet.append(["A1", "Sold for", "13"])
    assert house.problems(saved(book)) == [
        "A1 Sold for: this question stands on the form more than once, with different answers; keep one"
    ]


def test_what_is_deleted_does_not_count_and_what_is_inserted_does(house: House) -> None:
    content = house.filled("Word", SOLD, *ANSWERS)
    text = part_of(content, "word/document.xml").decode()
    marked = re.sub(
        r"<w:r><w:t[^>]*>12\.50</w:t></w:r>",
        '<w:del w:id="9" w:author="B"><w:r><w:delText>12.50</w:delText></w:r></w:del>'
        '<w:ins w:id="8" w:author="B"><w:r><w:t>13.75</w:t></w:r></w:ins>',
        re.sub(r"<w:r><w:rPr><w:color[^>]*/></w:rPr>(<w:t[^>]*>12\.50)", r"<w:r>\1", text),
    )
    assert "delText" in marked
    assert house.read(changed(content, {"word/document.xml": marked.encode()})).values == {"sold_for": "13.75"}


@pytest.mark.parametrize(("code", "value"), [("A1", "days"), ("A3", "remark")])
def test_what_word_puts_into_an_emptied_place_is_no_answer(house: House, code: str, value: str) -> None:
    document = Document(io.BytesIO(house.filled("Word", {"A1": "3", **SIGNED}, "lend")))
    control = controls(document)[code]
    write(control, "Click or tap here to enter text.")
    assert value in house.read(saved(document)).values, "it stands there as if somebody had written it"
    control.find(qn("w:sdtPr")).append(OxmlElement("w:showingPlcHdr"))
    run = control.find(f".//{qn('w:r')}")
    run.insert(0, parse_xml(f'<w:rPr {nsdecls("w")}><w:rStyle w:val="PlaceholderText"/></w:rPr>'))
    assert value not in house.read(saved(document)).values


def test_text_boxes_and_nested_paragraphs_are_read_once(house: House) -> None:
    content = house.filled("Word", {"A1": "3", **SIGNED}, "lend")
    text = part_of(content, "word/document.xml").decode()
    nested = "<w:p>" * 150 + "<w:r><w:t>deep</w:t></w:r>" + "</w:p>" * 150
    boxed = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:drawing><w:txbxContent>{nested}</w:txbxContent></w:drawing></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>deep</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    )
    place = text.index("A3 Remark")
    cell = text.index("[Write here]", place)
    run = text.index("<w:r>", text.index("</w:sdt>", cell) - 400)
    altered = text[:run] + f"<w:r>{boxed}</w:r>" + text[run:]
    assert house.read(changed(content, {"word/document.xml": altered.encode()})).values["remark"] == "deep"


def test_hidden_text_is_no_answer(house: House) -> None:
    document = Document(io.BytesIO(house.filled("Word", SOLD, *ANSWERS)))
    cell = next(t for t in document.tables if t.cell(1, 0).text.startswith("A1")).cell(2, 1)
    run = cell.paragraphs[0].add_run("said in secret")
    run.font.hidden = True
    assert house.problems(saved(document)) == [f"A2 Why: {HIDDEN}"]


# Files that came with a form


def test_a_file_that_is_asked_for_comes_beside_the_form(house: House) -> None:
    content = house.filled("Word", SIGNED, "show_it")
    read = house.read(content)
    (awaited,) = read.awaited
    assert (str(awaited), read.problems) == ("A1 Photo: comes as a file of its own; name it: --attach photo=FILE", ())
    with pytest.raises(FormAmiss, match="comes as a file of its own"):
        house.enter(content)
    photo = File("lamp.png", made_up.png(bare=True))
    assert house.enter(content, files={"photo": photo}).moved
    (name,) = house.engine.sql("select count(*) from blob")[0]
    assert name == 2


def test_a_file_for_what_takes_none_is_amiss(house: House) -> None:
    file = {"days": File("lamp.png", made_up.png(bare=True))}
    assert house.problems(house.filled("Word", {"A1": "3", **SIGNED}, "lend"), files=file) == [
        "The form: 'days' takes no file here; nothing does"
    ]


def test_a_file_that_cannot_be_taken_is_amiss(house: House) -> None:
    content = house.filled("Word", SIGNED, "show_it")
    (problem,) = house.problems(content, files={"photo": File("lamp.png", b"\x89PNG\r\n\x1a\nbroken")})
    assert problem.startswith("A1 Photo: ")


# Where the model changed in between


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The model's next version, which asks for a reason whenever something is lent."""
    folder = write_model(tmp_path / "newer")
    model, thing = folder / "model.yaml", folder / "thing.yaml"
    model.write_text(
        model.read_text().replace('version: "1"', 'version: "2"') + "migrates: [{from: tiny, kinds: {}}]\n"
    )
    thing.write_text(
        thing.read_text().replace("asks: [days], takes: [bound, remark]", "asks: [days, why], takes: [bound]")
    )
    return folder


def test_a_form_stays_good_while_its_record_lives_by_the_model_it_was_made_under(house: House, newer: Path) -> None:
    lend = house.filled("Word", {"A1": "3", **SIGNED}, "lend")
    take_in = house.filled("Excel", {"A1": "Vase", **SIGNED}, "take_in", record="")
    assert house.engine.board.adopt(newer, entered_by="Ann Example").moved
    assert house.problems(lend) == []
    assert house.problems(take_in) == [
        "The form: since it was made (on 2026-03-01) the Board has adopted another operating model, 'A tiny model' "
        "(2), which may ask for something else; make the form anew and ask again"
    ]
    house.engine.board.migrate(Wanted(records=(LAMP,), actor="Ann Example", entered_by="Ann Example"))
    (problem,) = house.problems(lend)
    assert "TH-001 has been brought over to another operating model" in problem
    assert house.problems(house.filled("Word", {"A1": "3", "A2": "Asked", **SIGNED}, "lend")) == []
