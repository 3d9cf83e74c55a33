"""Submit a Board's log again to an empty store, and compare what comes of it with what the Board holds.

Every request that the log records is decided again, under the model of its time; entries that another one caused are
expected and not submitted twice. The new log must equal the old line by line, and the new tables the old row by row,
so agreement is the audit, the migration test and the backup test in one. The Board itself is only read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import chain, islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, func, select

from peoplezones.domain.canonical import leaf_hash
from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.cache import model_from_texts
from peoplezones.operating_model.load import digest
from peoplezones.service.perform import Refused
from peoplezones.store.database import open_database, reading, writing
from peoplezones.store.dialects import sees_personal
from peoplezones.store.tables import breach, entry, head, office, operating_model, record, reference, tile
from peoplezones.store.texts import model_texts
from peoplezones.store.workspace import Workspace

from .differences import Difference, rows_differ, schema_differs, short, short_both, tables_differ
from .personal import personal_differ
from .submitting import submit

__all__ = ["Difference", "Progress", "Report", "rebuild"]

_CHUNK = 1_000
_MOST = 20  # differences that are told one by one
PROJECTION: tuple[Table, ...] = (record, reference, office, breach, head, tile)

Progress = Callable[[int, int], None]
Writing = Callable[[], AbstractContextManager[Connection]]
_Row = Mapping[Any, Any]


class Report(msgspec.Struct, frozen=True):
    """What a rebuild found: how many entries were submitted again, and the first differences, if any."""

    entries: int
    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        """Whether log and tables agree in everything."""
        return not self.differences


def rebuild(engine: Engine, progress: Progress | None = None, *, log_only: bool = False) -> Report:
    """Submit a Board's log again to an empty store in memory; report whether it agrees with the tables, or where.

    With `log_only` nothing but the log and the models are there to be compared.
    """
    with reading(engine) as source:
        fresh = open_database(":memory:", create=True)
        try:
            with reading(fresh) as target:
                broken = list(schema_differs(source, target))
            if any(difference.table == "table" for difference in broken):
                return Report(0, tuple(broken))
            done, differences = 0, list(models_differ(source))
            if not differences:
                done, differences = resubmit(source, lambda: writing(fresh), progress)
            if not differences and not log_only:
                with reading(fresh) as target:
                    differ = (tables_differ(table, source, target) for table in PROJECTION)
                    differences = list(islice(chain(*differ, _personal_differ(source)), _MOST))
        finally:
            fresh.dispose()
    return Report(done, (*broken, *differences))


def _personal_differ(source: Connection) -> Iterator[Difference]:
    """Yield the personal values that are not as the log has it; none for a role that may not see them."""
    if not sees_personal(source):
        return iter(())
    return personal_differ(source, _model_of(source))


def models_differ(source: Connection) -> Iterator[Difference]:
    """Yield the models whose text is not the one that their digest names."""
    for row in source.execute(select(operating_model).order_by(operating_model.c.adopted)):
        try:
            named = digest(json.loads(row.texts))
        except (ValueError, TypeError, AttributeError, RecursionError):
            named = "none"
        if named != row.digest:
            yield Difference(
                operating_model.name, row.digest, "texts", f"of digest {named}", "of the digest that names it"
            )


def _model_of(source: Connection) -> Callable[[str], Model]:
    return lambda named: model_from_texts(named, lambda: model_texts(source, named))


def resubmit(source: Connection, each: Writing, progress: Progress | None) -> tuple[int, list[Difference]]:
    """Submit every entry again, chunk by chunk, each written to what `each` gives; stop at the first that differs.

    Returns how many entries came out the same, and where the next did not.
    """
    model_of = _model_of(source)
    workspace = Workspace(lambda _, named: model_of(named))
    total = source.execute(select(head.c.size)).scalar()
    if total is None:
        total = source.execute(select(func.count()).select_from(entry)).scalar_one()
    done = 0
    everything = source.execute(select(entry).order_by(entry.c.n), execution_options={"yield_per": _CHUNK})
    for rows in everything.mappings().partitions():
        try:
            with each() as connection:
                workspace.begin(connection)
                for row in rows:
                    differences = _differences(source, workspace, row, done + 1)
                    if differences:
                        return done, differences
                    done += 1
                workspace.flush(rows[-1]["recorded"])
        except PeopleZonesError as error:  # the store refused what the log says: two rows where there may be one
            return done, [Difference("entry", f"{rows[0]['n']} to {rows[-1]['n']}", "projection", str(error), "saved")]
        if progress:
            progress(done, total)
    return done, [] if done == total else [Difference("head", "1", "size", short(total), str(done))]


def _differences(source: Connection, workspace: Workspace, row: _Row, n: int) -> list[Difference]:
    """Submit one entry again unless another caused it; return where the row that comes of it differs, if it does."""
    if row["n"] != n:
        return [Difference("entry", str(n), "row", "missing", "there")]
    try:
        recorded = json.loads(row["line"])
        if workspace.size < n:
            submit(source, workspace, recorded)
        again = _row_again(workspace, n)
        if again["line"] != row["line"]:
            return [_first_difference(source, row, again["line"])]
    except (PeopleZonesError, Refused, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        told, place = str(error) or type(error).__name__, str(getattr(error, "n", n))
        return [Difference("entry", place, "line", "not one that can be submitted again", f"accepted ({short(told)})")]
    return list(rows_differ("entry", str(n), row, again))


def _row_again(workspace: Workspace, n: int) -> _Row:
    """Return the row of entry `n` in the new log. Raises LookupError where the new log has none."""
    pending = workspace.row(n)
    if pending is not None:
        return pending
    found = workspace.connection.execute(select(entry).where(entry.c.n == n)).mappings().first()
    if found is None:
        raise LookupError("nothing came of it")
    return dict(found)


def _first_difference(source: Connection, row: _Row, again: str) -> Difference:
    """Return where two lines part; where only the chain does, the entry whose line lost the hash that was kept."""
    n = str(row["n"])
    then, now = json.loads(row["line"]), json.loads(again)
    names = [name for name in sorted({**then, **now}) if then.get(name) != now.get(name)]
    if not names:
        return Difference("entry", n, "line", "not canonical", "canonical JSON")
    if names == ["prev"] and leaf_hash(row["line"]) == _kept_hash(source, row):
        before = select(entry.c.n).where(entry.c.record == row["record"], entry.c.n < row["n"])
        changed = source.execute(before.order_by(entry.c.n.desc())).scalar()
        return Difference("entry", str(changed), "line", f"of hash {now['prev']}", f"of hash {then['prev']}")
    return Difference("entry", n, names[0], *short_both(then.get(names[0]), now.get(names[0])))


def _kept_hash(source: Connection, row: _Row) -> Any:
    """Return the hash that is kept of an entry: by the next of the same record, or by the record."""
    after = select(entry.c.line).where(entry.c.record == row["record"], entry.c.n > row["n"]).order_by(entry.c.n)
    line = source.execute(after).scalar()
    if line is not None:
        return json.loads(line).get("prev")
    return source.execute(select(record.c.leaf).where(record.c.reference == row["record"])).scalar()
