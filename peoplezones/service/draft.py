"""What somebody asks for, in their own words: names or references, values as text, nothing resolved yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from peoplezones.domain.files import File


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A request before it is understood.

    `record` names the record to move (reference or name; empty for an opening). `values` have a `File` for a field that
    takes one. `actor` decides, `entered_by` types it in (the same person unless it says otherwise). `document` is where
    it comes from; with `document_file` it says which document that file is. `on` is the effective date, today (UTC)
    unless given. `key` makes it happen once however often it is sent; `seen` is the record's `seq` that the person saw.
    """

    kind: str
    transition: str
    record: str = ""
    values: Mapping[str, Any] = {}
    actor: str = ""
    entered_by: str = ""
    document: str = ""
    document_file: File | None = None
    reason: str = ""
    on: str = ""
    key: str = ""
    seen: int | None = None
    authn: str = "asserted"
