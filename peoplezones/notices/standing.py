"""How the outbox stands: what waits and why, who cannot be reached, what was given up."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.record import Value
from peoplezones.queries.naming import names
from peoplezones.store import outbox as sql
from peoplezones.store.outbox import LAPSED, SENT, TOLD, WAITING, Message
from peoplezones.store.view import BoardView

from .addresses import address_of

NO_ADDRESS = "no e-mail address: tell them yourself"


class Waiting(Value, frozen=True, kw_only=True):
    """A message that waits: whom it is for, what it says, since when, how often it was tried and why it still waits.

    `reached` is false where the person has no address. `failed` tells that it could not be sent when last tried.
    """

    id: str
    person: str
    name: str
    subject: str
    text: str
    made: str
    tries: int
    reason: str
    again: str
    reached: bool
    failed: bool


class Standing(Value, frozen=True, kw_only=True):
    """The outbox: since which day people are told, what waits, what was given up, how many were sent or told."""

    since: str
    waiting: tuple[Waiting, ...]
    lapsed: tuple[Waiting, ...]
    sent: int
    told: int

    @property
    def failing(self) -> tuple[Waiting, ...]:
        """What could not be sent although there is an address."""
        return tuple(one for one in self.waiting if one.failed and one.reached)


def standing(view: BoardView) -> Standing:
    """Return how the outbox stands. Raises NoticesNotDeclared."""
    waiting, lapsed = sql.messages(view.connection, WAITING), sql.messages(view.connection, LAPSED)
    known = names(view, {message.person for message in (*waiting, *lapsed)})
    begun = sql.begun(view.connection)
    return Standing(
        since=begun.since if begun else "",
        waiting=_in_order(_waiting(view, message, known) for message in waiting),
        lapsed=_in_order(_waiting(view, message, known) for message in lapsed),
        sent=sql.how_many(view.connection, SENT),
        told=sql.how_many(view.connection, TOLD),
    )


def _in_order(some: Iterable[Waiting]) -> tuple[Waiting, ...]:
    return tuple(sorted(some, key=lambda one: (one.person, one.made, one.id)))


def _waiting(view: BoardView, message: Message, known: dict[str, str]) -> Waiting:
    reached = bool(address_of(view, message.person))
    return Waiting(
        id=message.id,
        person=message.person,
        name=known.get(message.person, ""),
        subject=message.subject,
        text=message.text,
        made=message.made,
        tries=message.tries,
        reason=message.reason if reached or message.came_to != WAITING else NO_ADDRESS,
        again=message.again,
        reached=reached,
        failed=bool(message.reason),
    )
