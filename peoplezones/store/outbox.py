"""The outbox: what people have been told, what still waits to be told, and who is at it. No part of the log.

Moments are ISO texts in UTC, which compare as text, by the clock of the machine that sends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, and_, bindparam, func, insert, or_, select, update

from peoplezones.domain.entry import ACT
from peoplezones.domain.record import AMEND

from .prepared import Prepared
from .tables import entry, message, news, news_begun

WAITING, SENT, TOLD, LAPSED = "waiting", "posted", "told", "lapsed"
_CHUNK = 500
_SOME = 50


class Begun(msgspec.Struct, frozen=True, kw_only=True):
    """From which day on and after which entry people are told; `entry` is the last that was looked at."""

    since: str
    since_entry: int
    entry: int


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message to one person; whom it is for and what it says are empty once it is done with.

    `came_to` is `waiting`, `posted`, `told` or `lapsed`, since `done`; `sha256` is of the bytes that were sent. `again`
    is the moment before which it is not tried. `claimed_by` is the process that is sending it, until `claimed_until`.
    `prepared` is the maildir in which it lies ready.
    """

    id: str
    person: str
    subject: str
    text: str
    made: str
    came_to: str = WAITING
    done: str = ""
    sha256: str = ""
    tries: int = 0
    reason: str = ""
    again: str = ""
    claimed_by: str = ""
    claimed_until: str = ""
    prepared: str = ""


_KNOWN = select(news.c.identity).where(news.c.identity.in_(bindparam("identities", expanding=True)))
_MESSAGES = Prepared(
    lambda: select(message).where(message.c.came_to == bindparam("wanted")).order_by(message.c.made, message.c.id)
)
_WAITING_AFTER = Prepared(
    lambda: (
        select(message)
        .where(
            message.c.came_to == WAITING,
            or_(
                message.c.made > bindparam("made"),
                and_(message.c.made == bindparam("made"), message.c.id > bindparam("id")),
            ),
        )
        .order_by(message.c.made, message.c.id)
        .limit(_SOME)
    )
)
_MESSAGE = Prepared(lambda: select(message).where(message.c.id == bindparam("id")))
_MANY = Prepared(lambda: select(func.count()).select_from(message).where(message.c.came_to == bindparam("wanted")))
_MOVED_AFTER = Prepared(
    lambda: (
        select(entry.c.record, entry.c.line)
        .where(
            entry.c.n > bindparam("n"),
            entry.c.moved == 1,
            entry.c.record.is_not(None),
            entry.c.kind != ACT,
            entry.c.transition != AMEND,
        )
        .order_by(entry.c.n)
    )
)
_FIRST = Prepared(lambda: select(func.min(entry.c.n)).where(entry.c.recorded >= bindparam("day")))
_BEGUN = Prepared(lambda: select(news_begun.c.since, news_begun.c.since_entry, news_begun.c.entry))
_PUT_BEGUN = Prepared(
    lambda: insert(news_begun),
    " ON CONFLICT (id) DO UPDATE SET since = excluded.since, since_entry = excluded.since_entry,"
    " entry = excluded.entry",
)
_ADD_MESSAGE = Prepared(lambda: insert(message))
_ADD_NOTICE = Prepared(lambda: insert(news))
_CLAIM = Prepared(
    lambda: (
        update(message)
        .where(message.c.id == bindparam("m"))
        .values(claimed_by=bindparam("by"), claimed_until=bindparam("until"), tries=message.c.tries + 1)
    )
)
_PREPARED = Prepared(
    lambda: (
        update(message)
        .where(message.c.id == bindparam("m"))
        .values(prepared=bindparam("folder"), sha256=bindparam("digest"))
    )
)
_RELEASE = Prepared(
    lambda: (
        update(message)
        .where(message.c.id == bindparam("m"), message.c.claimed_by == bindparam("by"))
        .values(claimed_by="", claimed_until="", reason=bindparam("why"), again=bindparam("next"))
    )
)
_FINISH = Prepared(
    lambda: (
        update(message)
        .where(message.c.id == bindparam("m"), message.c.came_to == WAITING)
        .values(
            came_to=bindparam("came"),
            done=bindparam("at"),
            sha256=bindparam("digest"),
            person=bindparam("whom"),
            reason=bindparam("why"),
            subject="",
            text="",
            again="",
            claimed_by="",
            claimed_until="",
            prepared="",
        )
    )
)


def begun(connection: Connection) -> Begun | None:
    """Return since when people are told, or None where nobody has ever been."""
    row = _BEGUN.first(connection)
    return Begun(since=row.since, since_entry=row.since_entry, entry=row.entry) if row else None


def put_begun(connection: Connection, now: Begun) -> None:
    """Save since when people are told, and how far the log has been looked at."""
    _PUT_BEGUN.run(connection, [{"id": 1, **msgspec.structs.asdict(now)}])


def told_already(connection: Connection, identities: Iterable[str]) -> set[str]:
    """Return which of these notices have been put into the outbox before."""
    wanted = list(dict.fromkeys(identities))
    found: set[str] = set()
    for start in range(0, len(wanted), _CHUNK):
        some = wanted[start : start + _CHUNK]
        found.update(connection.execute(_KNOWN, {"identities": some}).scalars())
    return found


def add(connection: Connection, letter: Message, identities: Iterable[str]) -> None:
    """Put a message into the outbox, with the notices that it holds."""
    _ADD_MESSAGE.run(connection, [msgspec.structs.asdict(letter)])
    _ADD_NOTICE.run(connection, [{"identity": identity, "message": letter.id} for identity in identities])


def messages(connection: Connection, came_to: str = WAITING) -> Sequence[Message]:
    """Return the messages that came to this, the oldest first."""
    return [Message(**row._asdict()) for row in _MESSAGES.all(connection, wanted=came_to)]


def waiting_after(connection: Connection, made: str, id_: str) -> Sequence[Message]:
    """Return some of the messages that wait, the oldest first: those after the one that was made then."""
    return [Message(**row._asdict()) for row in _WAITING_AFTER.all(connection, made=made, id=id_)]


def message_by_id(connection: Connection, id_: str) -> Message | None:
    """Return a message, or None where there is none."""
    row = _MESSAGE.first(connection, id=id_)
    return Message(**row._asdict()) if row else None


def how_many(connection: Connection, came_to: str) -> int:
    """Return how many messages came to this."""
    return int(_MANY.scalar(connection, wanted=came_to))


def claim(connection: Connection, id_: str, by: str, until: str) -> None:
    """Save that a process is sending a message, and until when nobody else is to."""
    _CLAIM.run(connection, [{"m": id_, "by": by, "until": until}])


def prepare(connection: Connection, id_: str, folder: str, sha256: str) -> None:
    """Save in which maildir a message lies ready, and the digest of its bytes."""
    _PREPARED.run(connection, [{"m": id_, "folder": folder, "digest": sha256}])


def moved_after(connection: Connection, n: int) -> list[tuple[str, str]]:
    """Return record and line of every entry after `n` that moved a record, the oldest first."""
    return [(row.record, row.line) for row in _MOVED_AFTER.all(connection, n=n)]


def first_recorded_on(connection: Connection, day: str) -> int | None:
    """Return the first entry that was recorded on a day or later, or None."""
    found: int | None = _FIRST.scalar(connection, day=day)
    return found


def release(connection: Connection, id_: str, by: str, reason: str, again: str) -> None:
    """Save why a message could not be sent, and before when not to try again, unless another claimed it meanwhile."""
    _RELEASE.run(connection, [{"m": id_, "by": by, "why": reason, "next": again}])


def finish(connection: Connection, id_: str, came_to: str, at: str, *, sha256: str = "", **kept: str) -> None:
    """Save what came of a message, and forget what it said; `person` and `reason` are kept only where given."""
    who, why = kept.get("person", ""), kept.get("reason", "")
    _FINISH.run(connection, [{"m": id_, "came": came_to, "at": at, "digest": sha256, "whom": who, "why": why}])
