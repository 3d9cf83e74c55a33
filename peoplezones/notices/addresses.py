"""Where people are written to: what the model says is their address, where it is there and is one."""

from __future__ import annotations

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.workflow import Notices
from peoplezones.mail import is_address
from peoplezones.queries.naming import revealed
from peoplezones.store.view import BoardView


class NoticesNotDeclared(PeopleZonesError):
    """The model in force does not say where people are written to: add `notices` to its model.yaml and adopt it."""


def declared(view: BoardView) -> Notices:
    """Return what the model in force says of notices. Raises NoticesNotDeclared."""
    notices = view.model.notices
    if notices is None:
        raise NoticesNotDeclared
    return notices


def address_of(view: BoardView, person: str) -> str:
    """Return a person's e-mail address, or "" where there is none: not given, erased, or something else than that."""
    record = view.record(person)
    kept = record.fields.get(declared(view).address) if record else None
    if not isinstance(kept, str):
        return ""
    text = revealed(view, [kept], "")[kept].strip()
    return text if is_address(text) else ""
