"""Messages, one to each person, with everything that is new for them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from peoplezones.filling.fill import fill_pages
from peoplezones.service.outbox import Letter
from peoplezones.store.outbox import Message

from .item import SORTS, Item, Sort
from .text import plain, subject_line, wrapped

TEMPLATE = "notice.txt"
_ANY_ADDRESS = re.compile(r"[^\s<>()\",;:]+@[^\s<>()\",;:]+")
NOBODY = "peoplezones@board.invalid"  # the sender into a maildir where none is named (RFC 2606: never anybody's)

_TITLES: dict[Sort, str] = {
    "escalated": "Overdue, and brought before you",
    "raised": "A rule has not held for some time, and that is brought before you",
    "passed": "Overdue",
    "breach": "A rule no longer holds",
    "near": "Due soon",
    "moved": "New",
    "unreached": "Not told, for want of an e-mail address: please tell them",
}
_SHORT: dict[Sort, str] = {
    "escalated": "overdue and brought before you",
    "raised": "broken and brought before you",
    "passed": "overdue",
    "breach": "broken",
    "near": "due soon",
    "moved": "new",
    "unreached": "to be passed on",
}


def letters(
    people: Mapping[str, Sequence[Item]], board: str, today: str, made: str, sender: str, templates: Path | None
) -> tuple[Letter, ...]:
    """Return the messages that tell each person of their things; a Message-ID follows from what they are.

    `templates` is a folder of the Board's own. Raises TemplateFaulty, UsageError.
    """
    shown = {person: _without_doubles(items) for person, items in people.items()}
    jobs = [(TEMPLATE, _values(items, board, today)) for items in shown.values()]
    texts = fill_pages(jobs, templates) if jobs else []
    return tuple(
        _letter(people[person], shown[person], board, text, made, sender)
        for person, text in zip(people, texts, strict=True)
    )


def _letter(items: Sequence[Item], shown: Sequence[Item], board: str, text: str, made: str, sender: str) -> Letter:
    identities = tuple(sorted(item.identity for item in items))
    return Letter(
        message=Message(
            id=f"{_digest(identities)[:40]}@{(sender or NOBODY).rpartition('@')[2]}",
            person=items[0].person,
            subject=subject_line(f"{plain(board)}: {_in_brief(shown)}"),
            text=wrapped(text),
            made=made,
        ),
        identities=identities,
    )


def _digest(identities: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(identities).encode()).hexdigest()


def _without_doubles(items: Iterable[Item]) -> list[Item]:
    """Return the items, the most pressing first, without what another says too.

    What has been brought before somebody is overdue; what is new tells its deadline, so that it need not be said to be
    near.
    """
    ordered = sorted(items, key=lambda item: (SORTS.index(item.sort), item.day or "9999", item.record, item.identity))
    said = {(item.sort, item.record, item.needed) for item in ordered}
    covers: dict[Sort, Sort] = {"passed": "escalated", "breach": "raised", "near": "moved"}
    return [item for item in ordered if (covers.get(item.sort), item.record, item.needed) not in said]


def _in_brief(items: Sequence[Item]) -> str:
    counted = ((sum(item.sort == sort for item in items), _SHORT[sort]) for sort in SORTS)
    return ", ".join(f"{many} {words}" for many, words in counted if many)


def _values(items: Sequence[Item], board: str, today: str) -> dict[str, Any]:
    """Return what the template sees: texts, numbers and lists."""
    sections = []
    for sort in SORTS:
        some = [_item_values(item) for item in items if item.sort == sort]
        if some:
            sections.append({"what": sort, "title": _TITLES[sort], "notices": some})
    return {"board": plain(board), "today": in_words(today), "how_many": len(items), "sections": sections}


def _item_values(item: Item) -> dict[str, Any]:
    return {
        "record": item.record,
        "name": plain(item.about),
        "stage": plain(item.stage),
        "day": in_words(item.day),
        "days": item.days,
        "words": plain(item.words),
        "needed": plain(item.needed),
        "next": plain(item.next),
        "by": plain(item.who),
        "command": item.command,
        "yours": item.yours,
        "whom": item.other,
    }


def in_words(day: str) -> str:
    """Return a date as people write it, `5 November 2019`; nothing for none."""
    if not day:
        return ""
    found = date.fromisoformat(day)
    return f"{found.day} {found:%B} {found.year}"


def composed(message: Message, address: str, sender: str, *, line_end: str = "\r\n") -> bytes:
    """Return a message as it is sent (RFC 5322; RFC 3834 for what is sent by itself): the same bytes each time."""
    mail = EmailMessage(policy=policy.SMTP.clone(linesep=line_end, cte_type="7bit"))
    mail["From"], mail["To"] = sender or NOBODY, address
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(datetime.fromisoformat(message.made).replace(microsecond=0))
    mail["Message-ID"] = f"<{message.id}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Precedence"] = "bulk"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(message.text, cte="quoted-printable")
    return mail.as_bytes()


def without_addresses(reason: str) -> str:
    """Return what a mail server said, on one line and without the addresses that it named."""
    return plain(_ANY_ADDRESS.sub("(address)", reason))[:300]
