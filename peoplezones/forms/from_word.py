"""A Word document that came back, as rows: answers are found by the tags of their content controls, or by their labels.

Elements are known by their local names, so that documents of either edition of ECMA-376 read alike. What is deleted
and not yet accepted does not count, what is inserted does: people see it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from .fixed import PROPERTY
from .parts import Taken
from .returned import Cell, Line, Returned, Row, split_code
from .texts import WRITE

TAG = "pz:"
_BODY = "word/document.xml"
_MARGIN = re.compile(r"word/(footer|header|footnotes)[0-9]*\.xml")
_LEFT_OUT = frozenset(
    ("del", "moveFrom", "rPr", "pPr", "sdtPr", "Fallback", "instrText", "delText", "txbxContent", "p")
)
_AS_TEXT = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
HIDDEN = "some of it is hidden text; make it visible or take it out"


def rows_of_word(parts: Taken) -> Returned:
    """Return what stands in a Word document."""
    body = fromstring(parts[_BODY])
    margins = [fromstring(content) for name, content in sorted(parts.items()) if _MARGIN.fullmatch(name)]
    properties = fromstring(parts["docProps/custom.xml"]) if "docProps/custom.xml" in parts else None
    kept = [] if properties is None else list(_property(properties))
    return Returned(codes=(*kept, *map(_whole_text, (*margins, body))), rows=tuple(_rows(body)))


def _property(properties: Element) -> Iterator[str]:
    for one in properties:
        if one.get("name") == PROPERTY:
            yield "".join(one.itertext())


def _whole_text(part: Element) -> str:
    return "\n".join(line.text for paragraph in _paragraphs(part) for line in _Reading().paragraph(paragraph))


def _paragraphs(element: Element) -> Iterator[Element]:
    """Yield every paragraph, those in text boxes too, none twice, and none that is only there to be written over."""
    for child in element:
        name = _name(child)
        if name == "p":
            yield child
        if name != "Fallback" and not (name == "sdt" and _is_placeholder(child)):
            yield from _paragraphs(child)


def _rows(element: Element) -> Iterator[Row]:
    """Yield the rows of every table, and content controls of ours that stand in none."""
    for child in element:
        if _name(child) == "tr":
            yield _row(child)
        elif _name(child) == "sdt" and _tag(child) and not any(_name(inner) == "tr" for inner in child.iter()):
            yield Row(code=_tag(child).partition(":")[0], label="", answer=_cell([child]), tagged=True)
        else:
            yield from _rows(child)


def _row(row: Element) -> Row:
    cells = list(_cells(row))
    tags = [tag for element in row.iter() if _name(element) == "sdt" and (tag := _tag(element))]
    first = _cell(cells[:1])
    code, label = split_code(next((line.text for line in first.lines if line.text.strip()), ""))
    if not tags:
        return Row(code=code, label=label, answer=_cell(cells[1:2]))
    answer = next((place for place in cells if _has_tag(place)), cells[-1])
    return Row(code=tags[0].partition(":")[0], label=label, answer=_cell([answer]), tagged=True)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if _name(child) == "tc":
            yield child
        elif _name(child) in ("sdt", "sdtContent", "ins"):
            yield from _cells(child)


def _has_tag(place: Element) -> bool:
    return any(_name(element) == "sdt" and _tag(element) for element in place.iter())


def _cell(places: list[Element]) -> Cell:
    reading = _Reading()
    lines = [line for place in places for line in reading.lines(place)]
    return Cell(lines=tuple(lines), trouble=HIDDEN if reading.hidden else "")


class _Reading:
    """The reading of one place: its lines, and whether anything in it is hidden."""

    def __init__(self) -> None:
        self.hidden = False
        self._name = ""
        self._ticked: bool | None = None

    def lines(self, place: Element) -> Iterator[Line]:
        """Yield the lines of a cell, or of a content control that stands by itself."""
        for paragraph in list(_paragraphs(place)) or [place]:
            yield from self.paragraph(paragraph)

    def paragraph(self, paragraph: Element) -> Iterator[Line]:
        """Yield the lines of a paragraph; the box that stands in it goes with the first of them."""
        self._name, self._ticked = "", None
        first, *others = "".join(self._texts(paragraph)).split("\n")
        yield Line(text=first, name=self._name, ticked=self._ticked)
        for text in others:
            yield Line(text=text)

    def _texts(self, element: Element) -> Iterator[str]:
        for child in element:
            name = _name(child)
            if name == "t":
                yield child.text or ""
            elif name in _AS_TEXT:
                yield _AS_TEXT[name]
            elif name == "r":
                yield from self._run(child)
            elif name == "sdt":
                yield from self._control(child)
            elif name not in _LEFT_OUT:
                yield from self._texts(child)

    def _run(self, run: Element) -> Iterator[str]:
        text = "".join(self._texts(run))
        if text.strip() and _is_on(_find(run, "rPr", "vanish")):
            self.hidden = True
        yield text

    def _control(self, control: Element) -> Iterator[str]:
        content = _find(control, "sdtContent")
        text = "" if content is None else "".join(self._texts(content))
        box = _find(control, "sdtPr", "checkbox")
        if box is not None:  # besides its two signs, it holds whether it is ticked ([MS-DOCX] 2.6.1.2)
            self._name = _tag(control).partition(":")[2]
            self._ticked = _is_on(next((one for one in box if not _name(one).endswith("State")), None))
        if not _is_placeholder(control):
            yield text


def _is_placeholder(control: Element) -> bool:
    """Whether what a content control holds is only to be written over: our words, or those that Word puts there."""
    if not _is_on(_find(control, "sdtPr", "showingPlcHdr")):
        return False
    text = "".join(control.itertext())
    styles = (_value(element) for element in control.iter() if _name(element) == "rStyle")
    return not text.strip() or text.strip() == WRITE or any(style == "PlaceholderText" for style in styles)


def _find(element: Element, *names: str) -> Element | None:
    """Return the descendant at the end of a path of local names."""
    here: Element | None = element
    for name in names:
        here = None if here is None else next((child for child in here if _name(child) == name), None)
    return here


def _tag(control: Element) -> str:
    """Return the tag of a content control of ours without its beginning, or ""."""
    tag = _find(control, "sdtPr", "tag")
    value = "" if tag is None else _value(tag)
    return value.removeprefix(TAG) if value.startswith(TAG) else ""


def _is_on(element: Element | None) -> bool:
    """Whether a switch is there and on (ECMA-376 part 1, 17.17.4)."""
    return element is not None and _value(element).lower() not in ("0", "false", "off")


def _value(element: Element) -> str:
    return next((value for name, value in element.attrib.items() if name.rpartition("}")[2] == "val"), "")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
