"""One fact being read: its words, and the `where` that says which records it looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from peoplezones.domain.workflow import Where

from .comparisons import read_where
from .scope import Scope
from .shapes import Table
from .source import Mark


@dataclass(frozen=True, slots=True)
class Reading:
    """One fact being read."""

    scope: Scope
    kind: str
    table: Table
    head: str
    parts: dict[str, Any]

    def complain(self, at: Mark, message: str) -> None:
        """Note what is wrong with the fact."""
        self.scope.problems.add(at, message)


def read_looked_at(reading: Reading, kinds: tuple[str, ...], at: Mark, *, tied: bool = False) -> None:
    """Read `where` on records of `kinds`, which must be tied to this record unless they are `tied` already."""
    where: tuple[Where, ...] = ()
    before = len(reading.scope.problems)
    if reading.table.has("where"):
        where = read_where(reading.scope, reading.kind, kinds, reading.table.node("where"))
    reading.parts["where"] = where
    leads_here = any(condition.op == "is" and condition.operands[0].kind in ("this", "root") for condition in where)
    unread = len(reading.scope.problems) > before or not all(reading.scope.kinds[kind].known for kind in kinds)
    if not tied and not leads_here and not unread:
        of = " or ".join(kinds)
        reading.complain(
            at, f"nothing ties {of} to this record; compare a reference field of {of} with `this` in `where`"
        )
