"""Everything that can be done about a Board's notices, as `app.Board.notices` hands it out."""

from __future__ import annotations

from collections.abc import Callable

from peoplezones.service.outbox import Outbox
from peoplezones.service.writer import Clock, Service, moment, utc_now
from peoplezones.store.database import place_of
from peoplezones.store.dialects import need_personal
from peoplezones.store.naming import person_kind, resolve
from peoplezones.store.view import BoardView

from .lease import is_gone, this_process
from .run import Done, Plan, ViewOf, Wanted, notify, plan
from .standing import Standing, standing


class Desk:
    """The notices of one Board. `clock` is the machine's, which leases and gaps go by; `today` is the Board's."""

    def __init__(
        self,
        service: Callable[[], Service],
        view: ViewOf,
        today: Callable[[], str],
        clock: Clock = utc_now,
    ) -> None:
        self._service = service
        self._view = view
        self._today = today
        self._clock = clock

    def _outbox(self) -> Outbox:
        """Return the outbox as one run writes it."""
        return Outbox(self._service(), this_process(), is_gone, self._clock)

    def run(self, wanted: Wanted) -> Done:
        """Make the messages that are due and deliver what waits; see `notify` for what it raises."""
        with self._view() as view:
            _need_addresses(view)
        return notify(self._outbox(), self._view, self._today, wanted)

    def plan(self, wanted: Wanted) -> Plan:
        """Return the messages that a run would make now; see `plan` for what it raises, and DatabaseForbidden."""
        with self._view() as view:
            _need_addresses(view)
            return plan(view, self._today(), wanted, moment(self._clock()))

    def told(self, person: str) -> int:
        """Note that somebody, by reference or name, was told in another way; return of how many messages.

        Raises UnknownName.
        """
        with self._view() as view:
            reference = resolve(view, [person_kind(view.model)], person)
        return self._outbox().told(reference)

    def standing(self) -> Standing:
        """Return how the outbox stands. Raises NoticesNotDeclared, DatabaseForbidden."""
        with self._view() as view:
            _need_addresses(view)
            return standing(view)


def _need_addresses(view: BoardView) -> None:
    """Raise DatabaseForbidden where personal values are hidden from us: nobody would seem to have an address."""
    need_personal(view.connection, place_of(view.connection.engine))
