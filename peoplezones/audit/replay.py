"""Every move of a bundle's log decided again: each must have been allowed by the model of its time.

The lines are put into a database for the time being, and `rebuild` submits them again. Verify the bundle first: replay
says that the decisions follow from the requests, not that nobody changed both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, insert

from peoplezones.domain.canonical import LONGEST_LINE
from peoplezones.service.entry import line_of
from peoplezones.store import tables
from peoplezones.store.database import open_database, writing
from peoplezones.store.errors import ConstraintBroken

from .bundle import LOG, Bundle, BundleWrong, open_bundle
from .lines import LineWrong, entry_in
from .rebuild import Progress, Report, rebuild

_AT_ONCE = 1_000


def replay_bundle(path: str | PathLike[str], progress: Progress | None = None) -> Report:
    """Submit the requests in a bundle's log again; report where what comes of them differs. Raises BundleWrong."""
    with open_bundle(path) as bundle, TemporaryDirectory() as place:
        database = open_database(Path(place, "log.db"), create=True)
        try:
            with writing(database) as connection:
                _put(bundle, connection)
            return rebuild(database, progress, log_only=True)
        except ConstraintBroken as error:
            told = "no log of a Board: one key moved twice, or something was caused by an entry that is not there"
            raise BundleWrong(LOG, f"is {told} ({error})") from None
        finally:
            database.dispose()


def _put(bundle: Bundle, connection: Connection) -> None:
    """Put log and models of a bundle into a database."""
    models = []
    for name in bundle.names("models"):
        texts, named = bundle.text(name), name[len("models/") : -len(".json")]
        models.append({"digest": named, "name": "", "version": "", "texts": texts, "adopted": 0})
    if models:
        connection.execute(insert(tables.operating_model), models)
    rows = _rows(bundle)
    while some := list(islice(rows, _AT_ONCE)):
        connection.execute(insert(tables.entry), some)


def _rows(bundle: Bundle) -> Iterator[dict[str, Any]]:
    """Yield the rows of the log. Raises BundleWrong where a line is none."""
    for n, line in enumerate(bundle.lines(LOG, LONGEST_LINE), 1):
        try:
            entry = entry_in(line)
        except LineWrong as error:
            raise BundleWrong(f"{LOG}, line {n}", str(error)) from None
        if entry["n"] != n:
            raise BundleWrong(f"{LOG}, line {n}", f"holds entry {entry['n']}")
        yield line_of(entry).row
