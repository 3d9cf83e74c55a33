"""Which file an address names, and what can be seen to be wrong with it before SQLite looks."""

from __future__ import annotations

import os
import re
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from peoplezones.store.errors import DatabaseAddressInvalid, DatabaseMissing, DatabaseUnreachable, NotABoard
from peoplezones.store.sqlite import MEMORY


def file_named_by(address: str | os.PathLike[str]) -> str:
    """Return the path, or `:memory:`, that a path or a URL names."""
    named = os.fspath(address)
    if not named or "\0" in named:
        raise DatabaseAddressInvalid(f"{named!r} is no place for a database: give the path of a file")
    if not re.match(r"[A-Za-z][\w.+-]*://", named):
        return named
    try:
        url = make_url(named)
    except (ArgumentError, ValueError) as error:
        raise DatabaseAddressInvalid(
            f"an address that begins {named.partition(':')[0]!r} could not be understood: give the path of a file, "
            "or sqlite:///PATH"
        ) from error
    if url.get_backend_name() != "sqlite" or url.host or url.query:
        raise DatabaseAddressInvalid(
            f"{url.render_as_string()!r} cannot be used: this version keeps a Board in an SQLite file; "
            "give its path, or sqlite:///PATH"
        )
    return url.database or MEMORY


def refuse_unusable(path: Path, create: bool) -> None:
    """Refuse a folder, a missing file, or a new file that has no folder to be in."""
    shown = printable(str(path))
    try:
        if path.is_dir():
            raise NotABoard(f"{shown} is a folder: give the file in which your Board is kept")
        if create and not path.absolute().parent.is_dir():
            folder = printable(str(path.absolute().parent))
            raise DatabaseMissing(f"{shown} cannot be made: there is no folder {folder}; make it first")
        if not create and not path.exists():
            raise DatabaseMissing(
                f"{shown} does not exist: begin a Board with `peoplezones init`, or name the file of yours with --db"
            )
    except OSError as error:  # a name too long, a folder that may not be entered
        raise DatabaseUnreachable(f"{shown} could not be opened: {error.strerror}; choose another place") from error


def printable(path: str) -> str:
    """Return `path` such that it can be printed anywhere: control characters and stray bytes are escaped."""
    return path if path.isprintable() else path.encode("unicode_escape").decode("ascii")
