"""Writing the outbox: each step in a transaction of its own, and no entry of the log.

A message is claimed before it is sent, and marked when that is done, so that of several runs at once one sends it. A
claim ends by itself, and at once where the process that made it is known to be gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from peoplezones.store import outbox as sql
from peoplezones.store.outbox import LAPSED, SENT, TOLD, Begun, Message
from peoplezones.store.workspace import Workspace

from .writer import Clock, Service, moment

LEASE = timedelta(minutes=10)  # for which nobody else sends what a process has claimed
KEPT = timedelta(days=30)  # after which what could not be sent is news to nobody
_FIRST_GAP, _LONGEST_GAP = timedelta(minutes=15), timedelta(days=1)

AddressOf = Callable[[Workspace, str], str]


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A message that is to be put into the outbox, and the identities of the notices that it holds."""

    message: Message
    identities: tuple[str, ...]


class Claimed(msgspec.Struct, frozen=True, kw_only=True):
    """A message that is ours to send, where to (empty where the person has no address any more), and until when."""

    message: Message
    address: str
    until: datetime


class Outbox:
    """The outbox of a Board, as one run of one process (`by`) writes it; `gone` tells of others whether they ended."""

    def __init__(self, service: Service, by: str, gone: Callable[[str], bool], clock: Clock) -> None:
        self._service = service
        self._by = by
        self._gone = gone
        self._clock = clock
        self._looked_at = ("", "")  # when the last message that was looked at was made, and its id

    def now(self) -> datetime:
        """Return the moment, by the machine's clock."""
        return self._clock().astimezone(UTC)

    def keep(self, letters: Sequence[Letter], seen: Begun | None, now: Begun) -> bool:
        """Put messages into the outbox, all or none; false where another run was quicker and it is to be looked anew.

        `seen` is how far people had been told when we looked, `now` how far they are told with these messages.
        """
        wanted = [identity for letter in letters for identity in letter.identities]
        with self._service.transaction():
            connection = self._service.workspace.connection
            if sql.begun(connection) != seen or sql.told_already(connection, wanted):
                return False
            for letter in letters:
                sql.add(connection, letter.message, letter.identities)
            if now != seen:
                sql.put_begun(connection, now)
        return True

    def claim(self, address_of: AddressOf, *, eager: bool) -> Claimed | None:
        """Return the next message that can be sent, which then nobody else sends for a while, or None.

        It must be due, unless we are `eager`, and its person must have an address now. Each is looked at once.
        """
        now = self.now()
        with self._service.transaction():
            workspace = self._service.workspace
            while some := sql.waiting_after(workspace.connection, *self._looked_at):
                for message in some:
                    self._looked_at = (message.made, message.id)
                    if not (eager or message.again <= moment(now)) or not self._free(message, now):
                        continue
                    address = address_of(workspace, message.person)
                    if address or message.prepared:
                        return self._claimed(message, address, now + LEASE)
        return None

    def _claimed(self, message: Message, address: str, until: datetime) -> Claimed:
        sql.claim(self._service.workspace.connection, message.id, self._by, moment(until))
        counted = msgspec.structs.replace(message, tries=message.tries + 1)
        return Claimed(message=counted, address=address, until=until)

    def _free(self, message: Message, now: datetime) -> bool:
        return message.claimed_until <= moment(now) or self._gone(message.claimed_by)

    def prepared(self, message: Message, folder: str, sha256: str) -> bool:
        """Note that a message lies ready in a maildir, or (with no folder) that it does not; false if it is not ours.

        That is so where we took so long that another run has claimed it.
        """
        with self._service.transaction():
            connection = self._service.workspace.connection
            found = sql.message_by_id(connection, message.id)
            ours = found is not None and found.claimed_by == self._by
            if ours:
                sql.prepare(connection, message.id, folder, sha256)
        return ours

    def under_way(self) -> set[str]:
        """Return the messages that lie ready in a maildir, or that another process may be about to put there."""
        now = self.now()
        with self._service.transaction():
            waiting = sql.messages(self._service.workspace.connection)
            return {message.id for message in waiting if message.prepared or not self._free(message, now)}

    def release(self, message: Message, reason: str) -> None:
        """Note why a message could not be sent; it is tried again later, after a longer time each time."""
        gap = min(_FIRST_GAP * 4 ** min(message.tries - 1, 8), _LONGEST_GAP)
        with self._service.transaction():
            connection = self._service.workspace.connection
            sql.release(connection, message.id, self._by, reason, moment(self.now() + gap))

    def sent(self, message: Message, sha256: str) -> None:
        """Note that a message was sent, and forget what it said and to whom."""
        with self._service.transaction():
            at = moment(self.now())
            sql.finish(self._service.workspace.connection, message.id, SENT, at, sha256=sha256)

    def told(self, person: str) -> int:
        """Note that somebody was told in another way; return of how many messages."""
        with self._service.transaction():
            return self._finished(TOLD, (m for m in self._idle() if m.person == person))

    def lapse(self) -> int:
        """Give up what has waited for too long; return how many messages that were."""
        oldest = moment(self.now() - KEPT)
        with self._service.transaction():
            return self._finished(LAPSED, (m for m in self._idle() if m.made < oldest))

    def _idle(self) -> Iterable[Message]:
        """Return what waits and nobody is sending."""
        now = self.now()
        waiting = sql.messages(self._service.workspace.connection)
        return [m for m in waiting if self._free(m, now) and not m.prepared]

    def _finished(self, came_to: str, messages: Iterable[Message]) -> int:
        many = 0
        for message in messages:
            kept = {"person": message.person, "reason": message.reason} if came_to == LAPSED else {}
            sql.finish(self._service.workspace.connection, message.id, came_to, moment(self.now()), **kept)
            many += 1
        return many
