"""The styles of a Word document: plain, wide margins, one family of letters that every office has."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from .word_parts import element

LETTERS = "Arial"
TYPED = "Consolas"
INK, SOFT, LINK = RGBColor(0x16, 0x19, 0x1C), RGBColor(0x3C, 0x44, 0x4A), RGBColor(0x0B, 0x4A, 0x8F)
_SIDE, _TOP = Mm(22), Mm(24)
TEXT_WIDTH, LYING_WIDTH = Mm(210 - 44), Mm(297 - 44)
INDENT = Mm(12)
STEP = Mm(9)
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
# What each is: points, bold, colour, points before and after.
_SIZES: dict[str, tuple[float, bool, RGBColor, float, float]] = {
    "Normal": (11, False, INK, 0, 6),
    "Title": (21, True, INK, 0, 4),
    "Subtitle": (13, False, SOFT, 0, 10),
    "Heading 1": (15, True, INK, 18, 6),
    "Heading 2": (12.5, True, INK, 14, 4),
    "Heading 3": (11, True, INK, 12, 4),
    "Heading 4": (11, True, INK, 12, 4),
    "Heading 5": (11, True, INK, 12, 4),
    "Caption": (11, True, INK, 8, 4),
    "Header": (9, False, SOFT, 0, 0),
    "Footer": (9, False, SOFT, 0, 0),
    "Quote": (11, False, INK, 6, 6),
}
_OWN: dict[str, tuple[float, bool, RGBColor, float, float]] = {
    "Marking": (11, True, INK, 0, 12),
    "Stated": (10, False, SOFT, 0, 2),
    "Numbered Paragraph": (11, False, INK, 0, 6),
    "Typed Lines": (10, False, INK, 6, 6),
    "In Table": (10.5, False, INK, 2, 2),
    "In Wide Table": (8, False, INK, 2, 2),
}
_LISTS = ("List", "List Bullet", "List Number", "List Continue")


def styled(document: Document, language: str) -> None:
    """Give an empty document its paper, its language and its styles."""
    _paper(document)
    _language(document, language)
    for name, look in _SIZES.items():
        _looks(document.styles[name], look)
    for name, look in _OWN.items():
        _looks(document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), look)
    _indented(document)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = LINK, True
    typed = document.styles.add_style("Typed Words", WD_STYLE_TYPE.CHARACTER)
    _letters(typed, TYPED)
    _letters(document.styles["Typed Lines"], TYPED)


def _paper(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = _SIDE
    section.top_margin = section.bottom_margin = _TOP
    section.header_distance = section.footer_distance = Mm(12)
    settings = document.settings.element
    compatible = element("compat")
    mode = element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    compatible.append(mode)  # else Word opens it in "compatibility mode", as if it were of 2007
    for old in settings.findall(qn("w:compat")):
        settings.replace(old, compatible)


def _language(document: Document, language: str) -> None:
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)


def _looks(style: ParagraphStyle, look: tuple[float, bool, RGBColor, float, float]) -> None:
    size, bold, colour, before, after = look
    _letters(style, LETTERS)
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, False, colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.15
    for kept in [*style.element.pPr.findall(qn("w:pBdr")), *style.element.rPr.findall(qn("w:spacing"))]:
        kept.getparent().remove(kept)


def _letters(style: Any, name: str) -> None:
    """Set the family of letters, in place of those that a theme gives."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in _THEMED:
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for attribute in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{attribute}"), name)


def _indented(document: Document) -> None:
    """Set where text stands: lists by depth, numbered paragraphs, quotes, and what has a place to the right."""
    for name in _LISTS:
        for depth in (1, 2, 3):
            style = document.styles[name if depth == 1 else f"{name} {depth}"]
            style.paragraph_format.left_indent = STEP * depth
            hangs = 0 if name == "List Continue" else -STEP
            style.paragraph_format.first_line_indent = hangs
            style.paragraph_format.space_after = Pt(4)
    formats = {name: document.styles[name].paragraph_format for name in (*_SIZES, *_OWN)}
    formats["Numbered Paragraph"].left_indent, formats["Numbered Paragraph"].first_line_indent = INDENT, -INDENT
    formats["Quote"].left_indent = INDENT
    formats["Caption"].keep_with_next = True
    for name in ("Header", "Footer"):
        formats[name].tab_stops.clear_all()
        formats[name].tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def lying(document: Document) -> None:
    """Begin a sheet that lies on its side."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)


def upright(document: Document) -> None:
    """Begin a sheet that stands upright again."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Mm(210), Mm(297)


def write_in(paragraph_format: Any) -> None:
    """Have a tab be a ruled line up to the right edge of the text."""
    paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
