"""One thing that one person should know, and what makes it the same thing when it is looked at again."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from peoplezones.domain.canonical import canonical
from peoplezones.domain.record import Value

#: What there is to tell, the most pressing first: a deadline that was escalated, a breach that was (`raised`), a
#: deadline that has passed, a breach, a deadline that is near, a record that moved, somebody who has no address.
Sort = Literal["escalated", "raised", "passed", "breach", "near", "moved", "unreached"]
SORTS: tuple[Sort, ...] = ("escalated", "raised", "passed", "breach", "near", "moved", "unreached")


class Item(Value, frozen=True, kw_only=True):
    """One thing for one person. No value of a personal field is ever in it.

    `event` is what happened, such that the same event always reads the same. `about` names the record by title of its
    kind, reference and, where that is not personal, name; `stage` is the title of its state. `day` is the deadline, or
    the day since when; `days` how many days it is away, or past. `needed` is what does not hold. `next` is the title of
    the step that leads on, `command` what shows more of it; `yours` tells that this person may take the step.
    """

    identity: str
    person: str
    sort: Sort
    record: str
    about: str
    stage: str
    day: str = ""
    days: int = 0
    words: str = ""
    needed: str = ""
    next: str = ""
    who: str = ""
    command: str = ""
    yours: bool = False
    other: str = ""


def identity_of(log: str, sort: Sort, person: str, *event: str | int) -> str:
    """Return by what a notice is known: the SHA-256 (hex) of the Board's log, the sort, the person and the event."""
    said = canonical({"log": log, "what": sort, "person": person, "event": list(event)})
    return hashlib.sha256(said.encode()).hexdigest()


def for_secretary(item: Item, log: str, secretary: str) -> Item:
    """Return the notice to a secretary that somebody who should know of `item` has no address."""
    identity = identity_of(log, "unreached", secretary, item.identity)
    return msgspec.structs.replace(item, identity=identity, person=secretary, sort="unreached", other=item.person)
