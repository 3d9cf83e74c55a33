"""Parts of a Word document that python-docx has no words for (ECMA-376, part 1)."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def element(tag: str, **attributes: str | int) -> Any:
    """Return `<w:tag w:name="value"/>`."""
    found = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), str(value))
    return found


def bordered(paragraph: Paragraph, side: str) -> None:
    """Draw a line at a side of a paragraph."""
    borders = element("pBdr")
    borders.append(element(side, val="single", sz=8, space=6, color="16191C"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def field(paragraph: Paragraph, code: str) -> None:
    """Add what Word counts by itself, such as `PAGE`."""
    found = element("fldSimple", instr=f" {code} ")
    run = element("r")
    text = element("t")
    text.text = "1"
    run.append(text)
    found.append(run)
    paragraph._p.append(found)


def tick_box(paragraph: Paragraph, sign: str, font: str) -> None:
    """Add a box that can be ticked in Word (2010 and later); elsewhere it is the sign that it shows."""
    box = element("sdt")
    properties = element("sdtPr")
    check = OxmlElement("w14:checkbox", nsdecls={"w14": _W14})
    for name, value in (("w14:checked", "0"), ("w14:checkedState", "2612"), ("w14:uncheckedState", "2610")):
        part = OxmlElement(name, nsdecls={"w14": _W14})
        part.set(f"{{{_W14}}}val", value)
        if value != "0":
            part.set(f"{{{_W14}}}font", font)
        check.append(part)
    properties.append(check)
    box.append(properties)
    content = element("sdtContent")
    run = element("r")
    fonts = element("rPr")
    fonts.append(element("rFonts", ascii=font, hAnsi=font, eastAsia=font, hint="eastAsia"))
    run.append(fonts)
    text = element("t")
    text.text = sign
    run.append(text)
    content.append(run)
    box.append(content)
    paragraph._p.append(box)


def bookmarked(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark all that a paragraph has so far such that links can lead there."""
    begin, end = element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)
    first = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(first, begin)
    paragraph._p.append(end)


def linked(paragraph: Paragraph, *, bookmark: str = "", address: str = "") -> Any:
    """Add a link and return it, for runs to be moved into it."""
    found = OxmlElement("w:hyperlink")
    if bookmark:
        found.set(qn("w:anchor"), bookmark)
    else:
        found.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    found.set(qn("w:history"), "1")
    paragraph._p.append(found)
    return found


def numbered_anew(document: Any, style_number: int, start: int) -> int:
    """Return the id of a numbering like that of a style's, which begins at `start`."""
    numbering = document.part.numbering_part.element
    kind = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == style_number)
    num = numbering.add_num(kind)
    num.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(num.numId)
