"""What WeasyPrint leaves to be done on the tags of a PDF."""

from __future__ import annotations

from typing import Any

_WITHIN_ITEM = (b"/Lbl", b"/LBody")


def with_bodies(_document: Any, pdf: Any) -> None:
    """Give every list item one body for all but its label, as PDF/UA-1 asks (ISO 32000-1, 14.8.4.3.3).

    WeasyPrint gives one to text alone, and leaves paragraphs and tables in an item without. A nested list it hangs
    beside the item.
    """
    import pydyf

    for item in [found for found in pdf.objects if _is(found, b"/LI")]:
        kids = [(kid, _at(pdf, kid)) for kid in item["K"]]
        if all(_is(found, *_WITHIN_ITEM) for _, found in kids):
            continue
        body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "Pg": item["Pg"], "P": item.reference})
        pdf.add_object(body)
        body["K"] = pydyf.Array(kid for kid, found in kids if not _is(found, b"/Lbl"))
        for _, found in kids:
            if _is(found, b"/LBody"):
                found["S"] = "/Div"
            if not _is(found, b"/Lbl"):
                found["P"] = body.reference
        item["K"] = pydyf.Array([*(kid for kid, found in kids if _is(found, b"/Lbl")), body.reference])


def _is(found: Any, *tags: bytes) -> bool:
    """Tell whether an object is an element of the structure with one of these tags."""
    tag = found.get("S") if isinstance(found, dict) else None
    return (tag.encode() if isinstance(tag, str) else tag) in tags


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
