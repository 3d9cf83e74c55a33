"""What PostgreSQL and psycopg raise, in words. Codes: appendix A of PostgreSQL's manual.

While a connection is being made, there are no codes, only what the server or libpq said.
"""

from __future__ import annotations

from collections.abc import Callable

from peoplezones.domain.errors import StoreError
from peoplezones.store.errors import (
    ConnectionLost,
    ConstraintBroken,
    DatabaseDamaged,
    DatabaseForbidden,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DiskFailed,
    DiskFull,
)

_Explanation = tuple[Callable[[str], StoreError], str]
_LATER: _Explanation = (DatabaseUnreachable, "cannot be used just now. Nothing was changed: try again in a while")
_LOST: _Explanation = (ConnectionLost, "was lost: the connection broke. Nothing was changed: try again")

#: By SQLSTATE, whole or its class: the exception, and what to say after the place.
_EXPLANATIONS: dict[str, _Explanation] = {
    "55P03": (
        DatabaseLocked,
        "is being written to by another program, which did not finish in time. Nothing was changed: try again, or end "
        "that program",
    ),
    "40": (DatabaseLocked, "was being changed by another program at the same time. Nothing was changed: try again"),
    "57014": (DatabaseLocked, "took too long and was stopped by the server. Nothing was changed: try again"),
    "25006": (
        DatabaseReadOnly,
        "may be read, but not written: it was opened for reading, or the server is a replica. Nothing was changed: "
        "give the address of the primary server",
    ),
    "42501": (
        DatabaseForbidden,
        "does not let your role do this. Nothing was changed: ask whoever keeps the database for what `peoplezones db "
        "grants` prints",
    ),
    "28": (DatabaseUnreachable, "does not let you in: check user and password"),
    "3D000": (DatabaseMissing, "does not exist: have the database made, or give the address of yours with --db"),
    "3F000": (DatabaseMissing, "has no such schema: begin a Board with `peoplezones init`, or name yours (?schema=)"),
    "42P01": (DatabaseDamaged, "lacks a table of a Board: put a backup in its place"),
    "42703": (DatabaseDamaged, "lacks a column of a Board: put a backup in its place"),
    "53100": (DiskFull, "has no room left: the server's disk is full. Nothing was changed: make room and try again"),
    "53": _LATER,
    "57P01": _LOST,
    "57P02": _LOST,
    "57P03": _LATER,
    "57P05": _LOST,
    "25P03": _LOST,
    "08": _LOST,
    "58": (DiskFailed, "could not read or write its disk. Nothing was changed: have the server looked at"),
    "XX001": (DatabaseDamaged, "is damaged: put a backup in its place"),
    "XX002": (DatabaseDamaged, "has a damaged index: have it made anew (REINDEX), or put a backup in its place"),
    "23": (ConstraintBroken, "refused a change, and nothing was changed"),
}

#: What is said while connecting, in English as libpq and most servers speak it; anything else is just not reachable.
_WHILE_CONNECTING: tuple[tuple[str, _Explanation], ...] = (
    ("password", (DatabaseUnreachable, "does not let you in: check user and password")),
    ("no pg_hba.conf entry", (DatabaseUnreachable, "lets nobody in from here: ask whoever keeps the server")),
    ("role ", (DatabaseUnreachable, "does not know this user: check it, or have the role made")),
    ("database ", (DatabaseMissing, "does not exist: have the database made, or give the address of yours with --db")),
    ("too many", _LATER),
    ("remaining connection slots", _LATER),
    ("the database system is", _LATER),
)


def explained(error: BaseException, place: str) -> StoreError | None:
    """Return the fault that says what `error` means for the database at `place`, or None for a mistake of ours."""
    code = getattr(error, "sqlstate", None)
    said = str(error).strip().partition("\n")[0]
    found = _without_code(error, said) if code is None else _EXPLANATIONS.get(code) or _EXPLANATIONS.get(code[:2])
    return None if found is None else found[0](f"{place} {found[1]} ({said})")


def _without_code(error: BaseException, said: str) -> _Explanation | None:
    import psycopg

    if not isinstance(error, psycopg.OperationalError):
        return None
    if not said.startswith(("connection failed", "connection is bad", "connection timeout", "failed to resolve")):
        return _LOST
    _, fatal, told = said.partition("FATAL:")
    for beginning, explanation in _WHILE_CONNECTING:
        if fatal and told.strip().startswith(beginning):
            return explanation
    if "password" in said:  # none was given
        return _WHILE_CONNECTING[0][1]
    return DatabaseUnreachable, "cannot be reached: check that the server runs, and its name and port"
