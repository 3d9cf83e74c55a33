"""What is known of a returned form once it has been read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peoplezones.domain.files import File
from peoplezones.domain.record import Value

from .errors import Amiss


class Wanted(Value, frozen=True):
    """What whoever reads a form adds to it.

    `code` is its code, typed; `person` whom it is from; `on` the day from which it holds; `files` what came with it,
    by field. Each overrules what the form says.
    """

    code: str = ""
    person: str = ""
    on: str = ""
    files: Mapping[str, File] = {}


class Said(Value, frozen=True):
    """An answer as it stands on the form: `text`; `value` is what its field reads; `personal` where it is."""

    code: str
    label: str
    text: str
    field: str = ""
    value: Any = None
    personal: bool = False


class FormRead(Value, frozen=True):
    """What a returned form says, and what is amiss with it (`problems`, in the order of the form).

    `awaited` are the files that must come with it and have not been named. `on` is the day from which it is to hold,
    `actor` whose answer it is; `notes` are for whoever enters it; `entered` is the number of the entry that was made
    from this very file, or 0.
    """

    file: str
    code: str
    kind: str
    kind_title: str
    reference: str
    seen: int
    made: str
    transition: str
    title: str
    actor: str
    actor_name: str
    on: str
    key: str
    answers: tuple[Said, ...]
    values: dict[str, Any]
    problems: tuple[Amiss, ...]
    awaited: tuple[Amiss, ...] = ()
    notes: tuple[str, ...] = ()
    entered: int = 0
