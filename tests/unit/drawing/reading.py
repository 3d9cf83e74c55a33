"""Looking into figures."""

import re
from collections.abc import Iterable
from itertools import combinations
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from peoplezones.drawing import Figure
from peoplezones.drawing.marks import Mark, Words
from peoplezones.drawing.type import width_of

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


def outline(words: Words) -> tuple[float, float, float, float]:
    """Return where words lie: left, top, right, foot."""
    width = width_of(words.text, words.size, words.bold)
    up, down = 0.76 * words.size, 0.2 * words.size
    if words.standing:
        return words.x - up, words.y - width, words.x + down, words.y
    left = words.x - words.across * width
    return left, words.y - up, left + width, words.y + down


def overlaps(marks: Iterable[Mark]) -> list[tuple[str, str]]:
    """Return the texts that lie on one another."""
    known = [(mark.text, outline(mark)) for mark in marks if isinstance(mark, Words) and mark.text]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(known, 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def outside(marks: Iterable[Mark], width: float, height: float) -> list[str]:
    """Return the texts that do not lie wholly on a sheet."""
    known = [(mark.text, outline(mark)) for mark in marks if isinstance(mark, Words)]
    return [text for text, box in known if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height]
