"""What a form that goes out says, to people and to the programs that they read it with."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from peoplezones.domain.errors import UnknownName
from peoplezones.forms import FormImpossible, make_copies, make_form
from peoplezones.forms.excel import LISTS, SHEET
from tests.unit.forms.filling import part_of
from tests.unit.forms.house import LAMP, House

#: In the order of ECMA-376 part 1, 17.4.59, which Word insists on.
PROPERTIES = ("tblStyle", "tblW", "jc", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription")


def text_of(content: bytes) -> str:
    """Return all text of a Word document."""
    document = Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_a_form_says_what_it_is_about_and_what_it_asks(house: House) -> None:
    text = text_of(house.make("sell", "lend"))
    for said in (
        "Thing TH-001: your answer",
        "Thing TH-001 (Lamp)",
        "In keeping",
        "Green Acres, Keeper",
        "A: Sell it",
        "It goes to whoever pays.",
        "A1 Sold for\n(must be given)\nIn pounds, such as 1,250.00.",
        "A2 Why\n(must be given where Colour is Rose red)\nAt most 40 characters.",
        "A4 Secret\n(may be left empty, personal)",
        "B1 Days\n(must be given)\nA number in figures, without decimals. At least 1. At most 400.",
        "Answers marked 'personal'",
        "How long: 'Secret' and this form for 2 years after the record came to its end at 'Sold'.",
        "A form proves nothing by itself",
    ):
        assert said in text, said


def test_no_name_of_a_person_stands_on_a_form_but_of_whom_it_is_for(house: House) -> None:
    assert "Bob Example" not in text_of(house.make("sell"))
    assert "PE-002" in text_of(house.make("sell")), "the owner, as people are called in public"
    for_bob = text_of(house.make("sell", person="PE-002"))
    assert for_bob.count("Bob Example") == 1
    assert "Ann Example" not in for_bob


def test_records_to_choose_from_are_listed_where_they_are_few_and_no_people(house: House) -> None:
    text = text_of(house.make("take_in", record=""))
    assert "One of: TH-001 (Lamp)." in text
    assert "Bob Example" not in text
    for number in range(12):
        house.take_in(name=f"Cup {number}")
    assert "One of: TH-001" not in text_of(house.make("take_in", record=""))


def test_an_answer_without_questions_is_signed_for(house: House) -> None:
    assert "Nothing more is asked. By signing below you ask for it." in text_of(house.make("keep"))


# How it is made


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_same_form_has_the_same_bytes(house: House, form: str) -> None:
    one, two = (house.make("sell", "lend", form=form) for _ in range(2))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as zipped:
        assert {info.date_time for info in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2026-03-01T00:00:00Z" in part_of(one, "docProps/core.xml")


def test_a_word_form_can_be_read_out(house: House) -> None:
    content = house.make("sell", "lend")
    document = Document(io.BytesIO(content))
    assert [p.style.name for p in document.paragraphs if p.style and p.style.name.startswith(("Title", "Head"))] == [
        "Title",
        *["Heading 1"] * 7,
    ]
    assert document.core_properties.title == "Thing TH-001: your answer"
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    for table in document.tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        order = [child.tag.rpartition("}")[2] for child in table._tbl.tblPr]
        assert order == sorted(order, key=PROPERTIES.index)
        assert order[-1] == "tblDescription"
    ids = re.findall(rb'<w:id w:val="(\d+)"', part_of(content, "word/document.xml"))
    assert len(ids) == len(set(ids)) > 8
    assert not [name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if "thumbnail" in name]


def test_an_excel_form_takes_answers_as_text_and_nothing_anywhere_else(house: House) -> None:
    content = house.make("take_in", record="", form="xlsx")
    book = load_workbook(io.BytesIO(content))
    sheet = book[SHEET]
    assert sheet.protection.sheet
    assert book[LISTS].sheet_state == "hidden"
    coded = {row[0].value: row for row in sheet.iter_rows() if re.fullmatch(r"[A-S]\d+", str(row[0].value))}
    free = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert free == {row[2].coordinate for code, row in coded.items() if row[1].value != "Photo"}
    assert {sheet[place].number_format for place in free} == {"@"}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert not [cell for row in book[LISTS].iter_rows() for cell in row if cell.data_type == "f"]
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists[coded["A6"][2].coordinate] == "'Lists'!$B$2:$B$3"
    assert [book[LISTS][f"B{n}"].value for n in (1, 2, 3)] == ["A6", "Rose red", "Sky blue"]


def test_choices_of_one_title_are_told_apart(house: House) -> None:
    text = text_of(house.make("take_in", record=""))
    assert " Same (dark)\n Same (light)\n =Odd; (x) one" in text


# Whom it is for


def test_there_is_a_copy_for_each_person_who_may_do_it(house: House) -> None:
    with house.engine.board.view() as view:
        made = make_copies(view, "thing", ["sell"], "Lamp", today="2026-03-01", form="docx")
        assert [one.person for one in made] == ["PE-002", "PE-001"]
        with pytest.raises(FormImpossible, match="nobody in particular"):
            make_copies(view, "thing", ["lend"], "Lamp", today="2026-03-01", form="docx")
        with pytest.raises(FormImpossible, match="who may open a record"):
            make_copies(view, "thing", ["take_in"], "", today="2026-03-01", form="docx")


def test_whoever_makes_a_form_is_told_that_its_person_may_not_do_it(house: House) -> None:
    cup = house.take_in(name="Cup", owner="Ann Example")
    with house.engine.board.view() as view:
        made = make_form(view, "thing", ["sell"], cup, person="PE-002", today="2026-03-01", form="docx")
    assert made.notes == (
        "as things stand PE-002 may not do it: 'Sell it' is for the person named as owner in the thing or Keeper",
    )


@pytest.mark.parametrize(
    ("kind", "moves", "record", "said"),
    [
        ("thing", "sell", "", "say which Thing 'Sell it' is about"),
        ("thing", "take_in", LAMP, "'Take in' opens a new Thing; leave the reference out"),
        ("thing", "", LAMP, "name the transitions"),
        ("thing", "sel", LAMP, "no transition called 'sel'; did you mean 'sell'"),
        ("thin", "sell", LAMP, "did you mean 'thing'"),
        ("house", "found", "", "is made by nobody"),
        ("thing", "sell", "TH-999", "no Thing is called 'TH-999'"),
    ],
)
def test_a_form_that_cannot_be_is_not_made(house: House, kind: str, moves: str, record: str, said: str) -> None:
    with house.engine.board.view() as view, pytest.raises((FormImpossible, UnknownName), match=said):
        make_form(view, kind, moves.split(","), record, today="2026-03-01", form="docx")


def test_no_form_is_made_for_what_the_record_is_past(house: House) -> None:
    house.engine.do("thing", "sell", LAMP, sold_for="1", on="2026-03-01")
    with pytest.raises(FormImpossible, match="'Lend it' is made at 'In keeping'; TH-001 is at 'Sold'"):
        house.make("lend")


def test_a_form_is_word_or_excel(house: House) -> None:
    with pytest.raises(FormImpossible, match=r"ends in \.docx or \.xlsx"):
        house.make("lend", form="pdf")
