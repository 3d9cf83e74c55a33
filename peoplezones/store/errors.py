"""What can be wrong with a Board's database, each with its place and its remedy.

Each database has a module that explains what its driver raises: `sqlite_errors`, `postgresql_errors`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from peoplezones.domain.errors import StoreError


class DatabaseAddressInvalid(StoreError):
    """The address of the database could not be understood."""

    exit_code = 2


class DatabaseMissing(StoreError):
    """There is no database at this place."""


class DatabaseExists(StoreError):
    """There is something at this place already."""


class NotABoard(StoreError):
    """This is not the database of a Board."""


class DatabaseOlder(StoreError):
    """This database was last written by an earlier version of People Zones."""


class DatabaseNewer(StoreError):
    """This database was written by a newer version of People Zones."""


class DatabaseLocked(StoreError):
    """Another program is using the database and does not let go of it."""


class DatabaseReadOnly(StoreError):
    """The database may be read, but not written."""


class DatabaseForbidden(StoreError):
    """The role by which the database was opened may not do this."""


class DatabaseUnreachable(StoreError):
    """The database could not be opened."""


class DatabaseUnsuitable(StoreError):
    """The database is not set up so that it can keep a Board."""


class DriverMissing(StoreError):
    """What it takes to speak to this database is not installed."""


class ConnectionLost(StoreError):
    """The connection to the database was lost. Nothing was changed: try again."""


class OutcomeUnknown(StoreError):
    """The database was lost while a change was being confirmed: the log tells whether it happened."""


class DiskFull(StoreError):
    """There is no room left for the database."""


class DiskFailed(StoreError):
    """The disk could not be read or written."""


class DatabaseDamaged(StoreError):
    """The database is damaged."""


class ConstraintBroken(StoreError):
    """The database refused a row that contradicts what it holds."""


Explainer = Callable[[BaseException, str], StoreError | None]

#: The exceptions of each driver that is in use, and who explains them; a driver is imported only where it is needed.
_EXPLAINERS: dict[type[BaseException], Explainer] = {}


def understand(raised: type[BaseException], explainer: Explainer) -> None:
    """Have `explaining` explain a driver's exceptions; `explainer` returns None for a mistake of ours."""
    _EXPLAINERS[raised] = explainer


def explained(error: BaseException, place: str) -> StoreError | None:
    """Return the fault that says what `error` means for the database at `place`, or None for a mistake of ours."""
    original = (error.orig or error) if isinstance(error, DBAPIError) else error
    explainers = (explain for raised, explain in _EXPLAINERS.items() if isinstance(original, raised))
    return next((explain(original, place) for explain in explainers), None)


def _raised() -> tuple[type[BaseException], ...]:
    return (DBAPIError, *_EXPLAINERS)


@contextmanager
def explaining(place: str) -> Iterator[None]:
    """Turn what the database raises inside the block into a `StoreError` about `place`."""
    try:
        yield
    except _raised() as error:
        fault = explained(error, place)
        if fault is None:
            raise
        raise fault from error
