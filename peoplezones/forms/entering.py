"""From a returned form to the request that it makes: on behalf of who signed, with the file itself as its document."""

from __future__ import annotations

from peoplezones.domain.files import File
from peoplezones.service import Draft

from .errors import FormAmiss
from .result import FormRead


def draft_of(read: FormRead, file: File, entered_by: str, document: str = "") -> Draft:
    """Return the request that a form makes, to be entered by somebody. Raises FormAmiss with all that is amiss.

    It is about the record as it stood when the form was made, and happens once however often the same file is entered.
    """
    if read.problems or read.awaited:
        raise FormAmiss(file.name, (*read.problems, *read.awaited))
    return Draft(
        kind=read.kind,
        transition=read.transition,
        record=read.reference,
        values=read.values,
        actor=read.actor,
        entered_by=entered_by,
        document=document,
        document_file=file,
        on=read.on,
        key=read.key,
        seen=read.seen if read.reference else None,
    )
