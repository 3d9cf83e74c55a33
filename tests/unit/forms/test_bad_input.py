"""What people and worse may send in place of a form: each is told in words, and nothing is entered."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.forms import FormUnreadable
from peoplezones.forms.excel import SHEET
from tests import made_up_files as made_up
from tests.unit.forms.filling import changed, part_of, saved
from tests.unit.forms.house import SIGNED, WAYS, House

ENTITIES = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = b'<!DOCTYPE a SYSTEM "file:///etc/passwd">'
DOCUMENT, SHEET_PART = "word/document.xml", "xl/worksheets/sheet1.xml"

NO_FORM: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "the file is empty"),
    "a PDF": (made_up.PDF, r"it is a PDF\. What is printed, scanned or photographed .* --document-file FILE"),
    "a photo": (made_up.jpeg(), r"it is a JPEG picture\. What is printed, scanned"),
    "a text": (b"I pledge.", r"it is text; save it as Word \(\.docx\) or Excel \(\.xlsx\)"),
    "an OpenDocument text": (made_up.open_document("text"), "it is an OpenDocument text; save it as Word"),
    "a file with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "it has a password, or is an old Word",
    ),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(50), "no kind of file that can be taken"),
    "some other Word document": (made_up.docx(), "is damaged|there is no form's code"),
    "macros": (made_up.docx(**{"word/vbaProject.bin": b"x"}), "holds macros"),
    "a bomb": (made_up.docx(**{"word/media/a.bin": bytes(251 << 20)}), "unpacks to more than 250 MiB"),
}


@pytest.mark.parametrize("odd", NO_FORM)
def test_what_is_no_form_is_told_in_words(house: House, odd: str) -> None:
    content, said = NO_FORM[odd]
    with pytest.raises(FormUnreadable, match=said):
        house.read(content)


def form(house: House, way: str = "Word") -> bytes:
    """Return a form that is in order."""
    return house.filled(way, {"A1": "3", **SIGNED}, "lend")


def at_the_front(content: bytes, part: str, declared: bytes) -> bytes:
    """Return a document one of whose parts begins with a declaration."""
    text = part_of(content, part)
    end = text.index(b"?>") + 2 if text.startswith(b"<?xml") else 0
    return changed(content, {part: text[:end] + declared + text[end:]})


@pytest.mark.parametrize("declared", [ENTITIES, OUTSIDE])
@pytest.mark.parametrize(
    ("way", "part"),
    [
        ("Word", DOCUMENT),
        ("Word", "word/footer1.xml"),
        ("Excel", SHEET_PART),
        ("Excel", "docProps/custom.xml"),
    ],
)
def test_a_part_that_declares_entities_is_refused(house: House, way: str, part: str, declared: bytes) -> None:
    content = form(house, way)
    assert house.problems(content) == []
    with pytest.raises(FormUnreadable, match=f"its part {part} declares entities or a document type"):
        house.read(at_the_front(content, part, declared))


def test_entities_do_not_hide_behind_another_encoding(house: House) -> None:
    content = form(house)
    text = part_of(content, DOCUMENT).decode().partition("?>")[2]
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{ENTITIES.decode()}{text}'.encode("utf-16")
    with pytest.raises(FormUnreadable, match="declares entities"):
        house.read(changed(content, {DOCUMENT: wide}))


def test_two_parts_of_one_name_are_refused(house: House) -> None:
    content = form(house)
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as zipped, pytest.warns(UserWarning, match="Duplicate name"):
        zipped.writestr(DOCUMENT, part_of(content, DOCUMENT).replace(b">3<", b">300<"))
    with pytest.raises(FormUnreadable, match="two parts of one name"):
        house.read(out.getvalue())


SHAPES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "too much": (lambda text: text + b" " * (5 << 20), "far more in it than in a form"),
    "too many elements": (lambda text: text.replace(b"</w:body>", b"<a/>" * 250_000 + b"</w:body>"), "more in it"),
    "too deep": (
        lambda text: text.replace(b"</w:body>", b"<a>" * 5_000 + b"</a>" * 5_000 + b"</w:body>"),
        "nested too deep",
    ),
    "damage": (lambda text: text[: len(text) // 2], "is damaged"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_part_that_no_program_writes_is_refused(house: House, shape: str) -> None:
    alter, said = SHAPES[shape]
    content = form(house)
    with pytest.raises(FormUnreadable, match=said):
        house.read(changed(content, {DOCUMENT: alter(part_of(content, DOCUMENT))}))


@pytest.mark.parametrize("way", ["Word", "Excel"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_form_that_was_cut_short_is_refused(house: House, way: str, share: float) -> None:
    content = form(house, way)
    with pytest.raises(FormUnreadable, match=r"not whole|cut short"):
        house.read(content[: int(len(content) * share)])


def test_a_byte_changed_anywhere_is_no_traceback(house: House) -> None:
    for way in ("Word", "Excel"):
        content = form(house, way)
        for place in range(0, len(content), max(1, len(content) // 40)):
            altered = bytearray(content)
            altered[place] ^= 0x15
            try:
                house.read(bytes(altered))
            except PeopleZonesError:
                continue


# What stands in an answer


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("=cmd|' /C calc'!A0", "begins like a formula of a spreadsheet"),
        ("=1+1", "begins like a formula of a spreadsheet"),
        ("+cmd|' /C calc'!A0", "begins like a formula of a spreadsheet"),
        ("@SUM(A1)", "begins like a formula of a spreadsheet"),
        ("safe \u202egnihton", "character 6 cannot be seen (U+202E right-to-left override)"),
        ("no\u200bthing", "character 3 cannot be seen (U+200B zero width space)"),
        ("\u2066isolated\u2069", "character 1 cannot be seen (U+2066 left-to-right isolate)"),
    ],
)
def test_an_answer_that_is_not_what_it_looks_like_is_told(house: House, way: str, text: str, said: str) -> None:
    content = house.filled(way, {"A1": "3", "A3": text, **SIGNED}, "lend")
    (problem,) = house.problems(content)
    assert problem.startswith("A3 Remark: ")
    assert said in problem


@pytest.mark.parametrize("text", ["+44 20 7946 0000", "-5 degrees", "@home", "a = b", "<script>{{ 1 }}</script>"])
def test_what_only_looks_a_little_like_a_formula_is_taken(house: House, text: str) -> None:
    read = house.read(house.filled("Excel", {"A1": "3", "A3": text, **SIGNED}, "lend"))
    assert (read.problems, read.values["remark"]) == ((), text)


def test_a_formula_is_no_answer_even_with_its_result(house: House) -> None:
    book = load_workbook(io.BytesIO(form(house, "Excel")))
    sheet = book[SHEET]
    place = next(row[2] for row in sheet.iter_rows() if row[0].value == "A1")
    place.value = "=1+2"
    assert house.problems(saved(book)) == [
        f"A1 Days: cell {place.coordinate} holds a formula; write what it comes to in its place"
    ]


def test_numbers_and_days_that_a_program_made_of_text_are_read(house: House) -> None:
    book = load_workbook(io.BytesIO(house.filled("Excel", {"S1": "Bob Example"}, "lend")))
    for row in book[SHEET].iter_rows():
        if row[0].value in ("A1", "S3"):
            row[2].number_format = "General" if row[0].value == "A1" else "dd/mm/yyyy"
            row[2].value = 3.0 if row[0].value == "A1" else date(2026, 3, 2)
    read = house.read(saved(book))
    assert (read.problems, read.values, read.on) == ((), {"days": "3"}, "2026-03-02")


def test_a_row_of_nothing_but_spaces_is_no_row(house: House) -> None:
    book = load_workbook(io.BytesIO(form(house, "Excel")))
    book[SHEET].append([" ", "\t"])
    assert house.problems(saved(book)) == []


def test_a_sheet_that_says_it_is_endless_is_read_no_further_than_a_form_goes(house: House) -> None:
    content = form(house, "Excel")
    text = part_of(content, SHEET_PART)
    far = text.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    assert house.problems(changed(content, {SHEET_PART: far})) == []
    many = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1_000, 2_100))
    with pytest.raises(FormUnreadable, match="more than 2,000 rows"):
        house.read(changed(content, {SHEET_PART: text.replace(b"</sheetData>", many + b"</sheetData>")}))


def test_a_bomb_is_refused_with_little_memory(tmp_path: Path) -> None:
    """The parts of it are read to their ends, a piece at a time, and parsed only within limits."""
    bomb = tmp_path / "bomb.docx"
    bomb.write_bytes(made_up.docx(**{DOCUMENT: b"<a>" + b"<b/>" * (40 << 20) + b"</a>"}))
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (500 << 20, 500 << 20))\n"
        "from peoplezones.service.files import file_at\nfrom peoplezones.forms.parts import taken_apart\n"
        "from peoplezones.forms import FormUnreadable\n"
        "try: taken_apart(file_at(sys.argv[1]))\nexcept FormUnreadable as e: print(e)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(bomb)], capture_output=True, text=True, check=True)
    assert "far more in it than in a form" in done.stdout
