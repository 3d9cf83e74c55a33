"""What matplotlib writes as SVG, made fit for a page that others read, and for a page that holds several figures.

Accessible by SVG 2 (title and desc) and WAI-ARIA 1.2 (role img). No style sheet and no style attribute, which a page's
content security policy may forbid; every id begins with a digest of the figure, so that no two figures share one.
"""

from __future__ import annotations

import hashlib
import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_FINE = re.compile(r"-?\d+\.\d{3,}")
_POINTS_TO = re.compile(r"(?:url\()?#([^)]+)\)?")


def finished(drawn: bytes, title: str, alternative: str, width_mm: int, height_mm: int) -> str:
    """Return a drawing of matplotlib's as one `svg` element with title and text alternative."""
    root = ElementTree.fromstring(drawn)  # drops comments, which repeat each text
    for style in [*root.iter(f"{{{_SVG}}}defs")]:
        for sheet in style.findall(f"{{{_SVG}}}style"):
            style.remove(sheet)
    for element in root.iter():
        _unstyle(element)
    mark = hashlib.sha256(b"\0".join([drawn, title.encode(), alternative.encode()])).hexdigest()[:12]
    _rename(root, f"f{mark}")
    box = root.get("viewBox", "")
    root.attrib.clear()
    root.attrib |= {"viewBox": box, "width": f"{width_mm}mm", "height": f"{height_mm}mm"}
    root.attrib |= {"role": "img", "aria-labelledby": f"f{mark}-title", "aria-describedby": f"f{mark}-desc"}
    root.attrib |= {"stroke-linejoin": "round", "stroke-linecap": "butt"}
    _say(root, 0, "title", f"f{mark}-title", title)
    _say(root, 1, "desc", f"f{mark}-desc", alternative)
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    ElementTree.indent(root, "")
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _unstyle(element: Element) -> None:
    """Write what a style attribute says as attributes of their own, and numbers no finer than can be seen."""
    for part in element.attrib.pop("style", "").split(";"):
        name, _, value = part.partition(":")
        if name.strip():
            element.set(name.strip(), value.strip())
    if "d" in element.attrib:
        element.set("d", _FINE.sub(lambda number: f"{float(number[0]):.2f}", " ".join(element.attrib["d"].split())))


def _rename(root: Element, prefix: str) -> None:
    """Keep only ids that something points to, and put the prefix before each."""
    used = {match[1] for element in root.iter() for value in element.attrib.values() if (match := _points_to(value))}
    for element in root.iter():
        name = element.attrib.pop("id", None)
        if name in used:
            element.set("id", f"{prefix}-{name}")
        for key, value in element.attrib.items():
            if key != "id" and (match := _points_to(value)):
                element.set(key, value.replace(f"#{match[1]}", f"#{prefix}-{match[1]}"))


def _points_to(value: str) -> re.Match[str] | None:
    """Return what an attribute points to; a colour points to nothing."""
    return None if re.fullmatch("#[0-9a-f]{6}", value) else _POINTS_TO.fullmatch(value)


def _say(root: Element, place: int, name: str, id_: str, text: str) -> None:
    element = Element(f"{{{_SVG}}}{name}", {"id": id_})
    element.text = text
    root.insert(place, element)
