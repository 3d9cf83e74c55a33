"""Office documents whose bytes depend on what is in them only: no clock, no order of a dictionary."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime

PROPERTY = "PeopleZonesForm"  # the document property that holds the form's code
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*")
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP file can name


def moment_of(day: str) -> datetime:
    """Return the moment that a document made on a day gives as its own."""
    return datetime.fromisoformat(day)


def fixed(content: bytes, replacing: Mapping[str, bytes] | None = None) -> bytes:
    """Return an office document with the same parts, in the same order, all of the same moment; some `replacing`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = zipfile.ZipInfo(info.filename, _BEGINNING)
            part.compress_type, part.external_attr, part.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            new.writestr(part, (replacing or {}).get(info.filename) or old.read(info))
    return out.getvalue()


def dated(content: bytes, day: str) -> bytes:
    """Return the same with a day in place of the moment at which a program says that it saved it."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        told = book.read(_CORE).decode()
    return fixed(content, {_CORE: _MODIFIED.sub(rf"\g<1>{day}T00:00:00Z", told).encode()})
