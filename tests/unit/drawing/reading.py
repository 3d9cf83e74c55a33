"""Looking into figures."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from peoplezones.drawing import Figure

SVG = "{http://www.w3.org/2000/svg}"
NASTY = [
    "<script>alert(1)</script>",
    "]]> <!-- & --> \" ' -- {{ 7 * 7 }} {% raw %}",
    "$x^2$ \\frac{1}{2} $",
    "a\x00b\x1b[31mc\x7f\x85\ud800",
    "\u202eexample\u202c \u2066one\u2069",
    "ze\u200bro\u200dwid\ufeffth\u00ad",
    "اسم مثال و שם לדוגמה",
    "উদাহরণ 例子 🙂",
    "=cmd|' /C calc'!A0",
    "",
]


def root_of(figure: Figure) -> Element:
    """Return a figure's SVG, read."""
    return ElementTree.fromstring(figure.svg)


def ids_of(figure: Figure) -> list[str]:
    """Return every id in a figure's SVG."""
    return [element.attrib["id"] for element in root_of(figure).iter() if "id" in element.attrib]


def targets_of(figure: Figure) -> set[str]:
    """Return what is pointed to in a figure's SVG."""
    values = [value for element in root_of(figure).iter() for value in element.attrib.values()]
    return {found[1] for value in values if (found := re.fullmatch(r"(?:url\()?#(.+-.+?)\)?", value))}
