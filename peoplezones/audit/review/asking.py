"""Which entries an auditor asks about, and from what on something is worth telling."""

from __future__ import annotations

from datetime import time
from typing import Any

from peoplezones.audit.clock import REST
from peoplezones.domain.record import Value

Entry = dict[str, Any]  # a line of the log, read


class Asked(Value, frozen=True, kw_only=True):
    """What is asked. Whatever is not limited is asked of the whole log.

    `named` are the records that were asked for, `records` these and all that ever referred to them. `by` is a person,
    as who decided or who entered it. `since` and `until` are days of recording, both inclusive (UTC, as in the log).
    """

    named: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    by: str = ""
    since: str = ""
    until: str = ""
    within: int = 10  # minutes: a decision so soon after the step before it is told
    opens: time = time(8)
    closes: time = time(18)
    time_zone: str = "Europe/London"
    holidays: frozenset[str] = frozenset()
    late: int = 14  # days: what was recorded longer after it took effect is told
    quiet: int = REST  # days: a clock that is further ahead of the entry before it is told
    limit: int = 20  # so many of each are told one by one

    def wants(self, entry: Entry) -> bool:
        """Whether the entry is one of those that are asked about."""
        day = entry["at"][:10]
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        if self.by and self.by not in (entry["actor"], entry["entered_by"]):
            return False
        return not self.named or self._about(entry)

    def _about(self, entry: Entry) -> bool:
        """Whether it is about the records asked for: one of them, what opened one, a request that names one."""
        if entry["record"] in self.records or not self.records.isdisjoint(entry["opened"]):
            return True
        return any(self._mentions(value) for value in entry["asked"].values())

    def _mentions(self, value: Any) -> bool:
        values = value if isinstance(value, list) else [value]
        return any(isinstance(item, str) and item in self.named for item in values)
