"""Questions about time: outside working hours, long after it took effect, and a clock that jumps."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from peoplezones.audit.clock import TOLERANCE, Clock
from peoplezones.domain.errors import UsageError

from .asking import Asked, Entry
from .question import Models, Question, acted
from .telling import Words

_SATURDAY = 5


class OutsideHours(Question):
    """What was recorded outside working hours, on a weekend or on a bank holiday, by the time where the Board is."""

    key = "outside_hours"
    title = "Recorded outside working hours"
    none = "Nothing was recorded outside working hours."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._zone = zone_called(asked.time_zone)

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find what was entered when nobody works."""
        if wanted and acted(entry) and self._why(entry):
            self.find(entry)

    def _local(self, entry: Entry) -> datetime:
        return datetime.fromisoformat(entry["at"]).astimezone(self._zone)

    def _why(self, entry: Entry) -> str:
        """Return why this was outside working hours, or nothing where it was within them."""
        local = self._local(entry)
        if local.weekday() >= _SATURDAY:
            return "a weekend"
        if local.date().isoformat() in self.asked.holidays:
            return "a bank holiday"
        inside = self.asked.opens <= local.time() < self.asked.closes
        return "" if inside else "before hours" if local.time() < self.asked.opens else "after hours"

    def heading(self) -> str:
        """Return the title, with what working hours are."""
        asked = self.asked
        hours = f"{asked.opens:%H:%M} to {asked.closes:%H:%M} {asked.time_zone}"
        return f"{self.title} (Monday to Friday {hours}, without bank holidays)"

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:  # noqa: ARG002
        """Return day and time as the Board's clock had it, and what was wrong with it."""
        return f"{self._local(entry):%A %Y-%m-%d %H:%M}, {self._why(entry)}"


class LongAfter(Question):
    """What was recorded long after the day on which it took effect."""

    key = "long_after"
    title = "Recorded long after it took effect"
    none = "Nothing was recorded long after it took effect."

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find what is dated back by more days than asked."""
        if wanted and acted(entry) and _days(entry) > self.asked.late:
            self.find(entry)

    def heading(self) -> str:
        """Return the title, with how long is long."""
        return f"{self.title} (more than {self.asked.late} days)"

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:  # noqa: ARG002
        """Return by how many days."""
        return f"recorded {entry['at'][:10]}, {_days(entry):,} days after it took effect"


class ClockJumps(Question):
    """Where the clock went back, or further ahead than a Board is ever quiet."""

    key = "clock_jumps"
    title = "The clock jumped"
    none = "The clock never jumped."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._clock = Clock(rest=asked.quiet)
        self._told: dict[int, str] = {}

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find a reading that does not follow from those before it."""
        jump = self._clock.see(entry["n"], entry["at"])
        if jump and wanted:
            self.find(entry, jump.earlier)
            if entry["n"] in self.others:
                self._told[entry["n"]] = str(jump).partition(": ")[2]

    def heading(self) -> str:
        """Return the title, with what a jump is."""
        return f"{self.title} (back by more than {TOLERANCE} seconds, or ahead by more than {self.asked.quiet} days)"

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:  # noqa: ARG002
        """Return which way, and how far."""
        return self._told[entry["n"]]


def _days(entry: Entry) -> int:
    return (date.fromisoformat(entry["at"][:10]) - date.fromisoformat(entry["on"])).days


def zone_called(name: str) -> ZoneInfo:
    """Return a time zone by name. Raises UsageError where there is none."""
    try:
        found = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            f"there is no time zone '{name[:80]}' here; write one such as Europe/London, and where no zone is found at "
            "all, install the package tzdata"
        ) from None
    return found
