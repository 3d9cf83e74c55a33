"""A form as a Word document (ECMA-376): headings, tables with labels before answers, and a content control for each.

Every answer is a content control whose tag is the question's code, so that it is found wherever it ends up; the code
stands before the label as well, for programs that do not know content controls. python-docx is imported with this
module, and this module only where a form is made.
"""

from __future__ import annotations

import io
from itertools import count
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from . import texts
from .fixed import PROPERTY, fixed, moment_of
from .plan import Plan
from .questions import Question

TAG = "pz:"  # what the tags of our content controls begin with
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_GREY = RGBColor(0x50, 0x50, 0x50)
_WIDTHS = (Cm(8), Cm(9))
_MARGINS = (  # between the lines of a table and what stands in it, in twentieths of a point
    f"<w:tblCellMar {nsdecls('w')}>"
    '<w:top w:w="60" w:type="dxa"/><w:left w:w="110" w:type="dxa"/>'
    '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar>'
)
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
)


def as_word(plan: Plan) -> bytes:
    """Return a form as a Word document, the same bytes for the same plan."""
    return _Writing(plan).content()


class _Writing:
    """One document while it is written; content controls are numbered in their order."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._numbers = count(1)
        self._document = Document()

    def content(self) -> bytes:
        """Return the whole document."""
        plan = self._plan
        self._set_up()
        self._document.add_heading(plan.title, 0)
        self._section(texts.ABOUT)
        self._facts()
        self._section(texts.HOW, *texts.how(plan, excel=False))
        if plan.which is not None:
            self._section(plan.which.label)
            self._questions((plan.which,))
        for offer in plan.offers:
            self._section(f"{offer.letter}: {offer.title}", *filter(None, [offer.help]))
            if offer.questions:
                self._questions(offer.questions)
            else:
                self._document.add_paragraph(texts.NOTHING_ASKED)
        self._section(texts.SIGN)
        self._questions(plan.signing)
        self._section(texts.KEPT, *texts.kept(plan))
        self._foot()
        out = io.BytesIO()
        self._document.save(out)
        return fixed(out.getvalue())

    def _set_up(self) -> None:
        """Set language, type, title and properties."""
        document, plan = self._document, self._plan
        styles: Any = document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Arial", Pt(11)
        normal.paragraph_format.space_after = Pt(6)
        for section in document.sections:
            section.page_width, section.page_height = Cm(21), Cm(29.7)
            section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
        for name in ("Title", "Heading 1"):
            style = styles[name]
            style.font.name, style.font.color.rgb = "Arial", RGBColor(0, 0, 0)
            style.element.rPr.rFonts.set(qn("w:asciiTheme"), "minorHAnsi")
            del style.element.rPr.rFonts.attrib[qn("w:asciiTheme")]
            for theme in ("w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                style.element.rPr.rFonts.attrib.pop(qn(theme), None)
            style.element.rPr.rFonts.set(qn("w:hAnsi"), "Arial")
        styles["Title"].font.size, styles["Heading 1"].font.size = Pt(20), Pt(14)
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")
        core = document.core_properties
        core.title, core.author, core.language, core.comments = plan.title, plan.board, "en-GB", ""
        core.created = core.modified = moment_of(plan.code.made)
        core.last_modified_by, core.identifier, core.revision = plan.board, str(plan.code), 1
        self._keep_code()

    def _keep_code(self) -> None:
        """Put the form's code among the document's properties, and leave the template's thumbnail out."""
        package = self._document.part.package
        for name, relation in list(package.rels.items()):
            if relation.reltype.endswith("/thumbnail"):
                package.rels.pop(name)
        content = _PROPERTIES.format(name=PROPERTY, value=self._plan.code).encode()
        place = PackURI("/docProps/custom.xml")
        package.relate_to(
            Part(place, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, content, package), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
        )

    def _section(self, title: str, *paragraphs: str) -> None:
        self._document.add_heading(title, 1)
        for text in paragraphs:
            self._document.add_paragraph(text)

    def _facts(self) -> None:
        table = self._table("What", "As it stands", texts.ABOUT)
        for label, text in self._plan.about:
            cells = table.add_row().cells
            cells[0].paragraphs[0].add_run(label).bold = True
            cells[1].text = text
            _size(cells)
            _tighten(cells)

    def _questions(self, questions: tuple[Question, ...]) -> None:
        table = self._table(texts.QUESTION, texts.ANSWER, "Questions, each with the place for its answer beside it")
        for question in questions:
            row = table.add_row()
            _size(row.cells)
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            self._label(row.cells[0], question)
            self._answer(row.cells[1], question)
            _tighten(row.cells)

    def _table(self, left: str, right: str, summary: str) -> Any:
        """Return a table with a header row that repeats on every page, and a description."""
        table: Any = self._document.add_table(1, 2, style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = width
        properties = table._tbl.tblPr
        description = OxmlElement("w:tblDescription")
        description.set(qn("w:val"), summary)
        properties.find(qn("w:tblLook")).addprevious(parse_xml(_MARGINS))  # their order is fixed
        properties.append(description)
        for cell, text in zip(table.rows[0].cells, (left, right), strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        _size(table.rows[0].cells)
        _tighten(table.rows[0].cells)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return table

    def _label(self, cell: Any, question: Question) -> None:
        """Write code and label on the first line, and below them what helps to answer."""
        paragraph = cell.paragraphs[0]
        paragraph.add_run(question.place).bold = True
        marks = [question.must, *([texts.PERSONAL] if question.personal else [])]
        for text in filter(None, (f"({', '.join(marks)})", question.help, _among(question))):
            run = cell.add_paragraph().add_run(text)
            run.font.size, run.font.color.rgb = Pt(9), _GREY

    def _answer(self, cell: Any, question: Question) -> None:
        if question.type == "file":
            return
        paragraph = cell.paragraphs[0]
        for place, choice in enumerate(question.choices):
            here = cell.add_paragraph() if place else paragraph
            here._p.append(self._box(question, choice.name, choice.title))
            here.add_run(f" {choice.title}")
        if question.type == "long_text" or (question.many and not question.choices):
            paragraph._p.addprevious(self._place_for_lines(question))
        elif not question.choices:
            paragraph._p.append(self._place_to_write(question))

    def _box(self, question: Question, name: str, title: str) -> Any:
        """Return a box to tick (w14:checkbox of [MS-DOCX] 2.6.1.2); a program that knows none shows its sign."""
        state = f'<w14:checked w14:val="0"/>{_sign("checkedState", "2612")}{_sign("uncheckedState", "2610")}'
        font = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
        return self._control(
            f"{question.code}:{name}",
            title,
            f'<w14:checkbox xmlns:w14="{W14}">{state}</w14:checkbox>',
            f"<w:r><w:rPr>{font}</w:rPr><w:t>{texts.BOX}</w:t></w:r>",
        )

    def _place_for_lines(self, question: Question) -> Any:
        """Return a content control around paragraphs: line ends inside a line do not survive every program."""
        paragraph = f'<w:p><w:pPr><w:spacing w:after="20"/></w:pPr>{self._to_write_over()}</w:p>'
        return self._control(question.code, question.place, "<w:showingPlcHdr/>", paragraph)

    def _place_to_write(self, question: Question) -> Any:
        kind = "<w:text/>"
        if question.type == "date":
            shown = '<w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/><w:calendar w:val="gregorian"/>'
            kind = f"<w:date>{shown}</w:date>"
        return self._control(question.code, question.place, f"<w:showingPlcHdr/>{kind}", self._to_write_over())

    def _to_write_over(self) -> str:
        return f'<w:r><w:rPr><w:color w:val="{_GREY}"/></w:rPr><w:t>{texts.WRITE}</w:t></w:r>'

    def _control(self, tag: str, alias: str, kind: str, runs: str) -> Any:
        """Return a content control inside a line (ECMA-376 part 1, 17.5.2.31); it cannot be taken out by mistake."""
        control: Any = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag/><w:id/>"
            f'<w:lock w:val="sdtLocked"/>{kind}</w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>'
        )
        properties = control.find(qn("w:sdtPr"))
        for name, value in (("alias", alias[:64]), ("tag", f"{TAG}{tag}"), ("id", str(next(self._numbers)))):
            properties.find(qn(f"w:{name}")).set(qn("w:val"), value)
        return control

    def _foot(self) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        run = paragraph.add_run(texts.code_line(self._plan))
        run.font.size, run.font.color.rgb = Pt(8), _GREY


def _sign(name: str, character: str) -> str:
    return f'<w14:{name} w14:val="{character}" w14:font="MS Gothic"/>'


def _size(cells: Any) -> None:
    for cell, width in zip(cells, _WIDTHS, strict=True):
        cell.width = width


def _tighten(cells: Any) -> None:
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(1)


def _among(question: Question) -> str:
    return f"One of: {'; '.join(question.among)}." if question.among else ""
