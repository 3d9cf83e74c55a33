"""Filling forms in as people and their programs do: Word, Excel, and programs that know no content controls."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import load_workbook

from peoplezones.domain.cells import excel_text
from peoplezones.forms.excel import SHEET
from peoplezones.forms.texts import BOX, TICKED
from peoplezones.forms.word import TAG, W14

Answers = Mapping[str, str]
Fill = Callable[[bytes, Answers], bytes]


def in_word(content: bytes, answers: Answers) -> bytes:
    """Fill in a Word form, as Word does it: by its content controls. `A3: red` ticks the box of that choice."""
    document = Document(io.BytesIO(content))
    found = controls(document)
    for code, text in answers.items():
        if f"{code}:{text}" in found:
            tick(found[f"{code}:{text}"])
        else:
            write(found[code], text)
    return saved(document)


def in_plain_word(content: bytes, answers: Answers) -> bytes:
    """Fill in a Word form in a program that makes plain text of content controls, and forgets properties."""
    return without(flat(in_word(content, answers)), "docProps/custom.xml")


def in_excel(content: bytes, answers: Answers) -> bytes:
    """Fill in an Excel form: each answer beside its code."""
    book = load_workbook(io.BytesIO(content))
    sheet: Any = book[SHEET]
    places = {row[0].value: row[2] for row in sheet.iter_rows() if row[0].value}
    for code, text in answers.items():
        places[code].value = excel_text(text)
        places[code].data_type = "s"
    return saved(book)


def controls(document: Any) -> dict[str, Any]:
    """Return the content controls of ours by their tags."""
    tags = {control: control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}") for control in document.element.iter(qn("w:sdt"))}
    return {tag.get(qn("w:val")).removeprefix(TAG): control for control, tag in tags.items() if tag is not None}


def tick(control: Any) -> None:
    """Tick a box."""
    control.find(f".//{{{W14}}}checked").set(f"{{{W14}}}val", "1")
    control.find(f".//{qn('w:t')}").text = TICKED


def write(control: Any, text: str) -> None:
    """Write into a content control, in place of what stands there to be written over."""
    placeholder = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
    if placeholder is not None:
        placeholder.getparent().remove(placeholder)
    paragraph = control.find(f".//{qn('w:p')}")
    lines = [text] if paragraph is None else text.split("\n")  # a control around paragraphs: each line is one
    for place, line in enumerate(lines):
        if place:
            before, paragraph = paragraph, deepcopy(paragraph)
            before.addnext(paragraph)
        _write_line((control if paragraph is None else paragraph).find(f".//{qn('w:r')}"), line)


def _write_line(run: Any, line: str) -> None:
    for child in list(run):
        run.remove(child)
    for part, words in enumerate(line.split("\t")):
        if part:
            run.append(OxmlElement("w:tab"))
        said = OxmlElement("w:t")
        said.text = words
        said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(said)


def flat(content: bytes) -> bytes:
    """Return a Word document whose content controls have become plain text."""
    document = Document(io.BytesIO(content))
    for control in list(document.element.iter(qn("w:sdt"))):
        parent = control.getparent()
        for child in list(control.find(qn("w:sdtContent"))):
            parent.insert(parent.index(control), child)
        parent.remove(control)
    return saved(document)


def saved(what: Any) -> bytes:
    """Return the bytes of a document or workbook."""
    out = io.BytesIO()
    what.save(out)
    return out.getvalue()


def without(content: bytes, part: str) -> bytes:
    """Return an office document without one of its parts."""
    return changed(content, {part: None})


def changed(content: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Return an office document with some parts put in, replaced, or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        kept = {info.filename: old.read(info) for info in old.infolist()} | dict(parts)
        for name, text in kept.items():
            if text is not None:
                new.writestr(name, text)
    return out.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """Return a part of an office document."""
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        return zipped.read(name)


__all__ = ["BOX", "changed", "flat", "in_excel", "in_plain_word", "in_word", "part_of", "without"]
