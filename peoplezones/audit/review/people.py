"""Questions about people: for whom something was entered, in what capacity they acted, how soon after one another."""

from __future__ import annotations

from datetime import datetime, timedelta
from sys import intern

from .asking import Asked, Entry
from .question import Models, Question, acted, is_step
from .telling import ANYONE, Words, in_short, span

_MOST_STEPS = 10_000  # last steps of records, beyond which those of long ago are let go of


class EnteredForOthers(Question):
    """What one person entered for another, and from which document."""

    key = "entered_for_others"
    title = "Entered by one person for another, from a document"
    none = "Everybody entered what they decided themselves."

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find an entry of two people."""
        if wanted and acted(entry) and entry["entered_by"] != entry["actor"]:
            self.find(entry)

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:  # noqa: ARG002
        """Return who entered it, and from which document."""
        document = words.text(entry, "document")
        return f"entered by {words.called(entry['entered_by'])}" + (f", from {document}" if document else "")


class TwoCapacities(Question):
    """Who acted on one record in more than one capacity: proposed it in one office and decided it in another.

    What anyone may do is done in none.
    """

    key = "two_capacities"
    title = "One person in two capacities on one record"
    none = "Nobody acted on one record in two capacities."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._before: dict[str, dict[str, tuple[int, ...]]] = {}  # by person and record: capacity, entry, capacity ...
        self._capacities: dict[tuple[str, str, str], int] = {}

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find the first act of a person in each capacity after the first."""
        authority = entry["authority"]
        if not entry["moved"] or not acted(entry) or authority is None or not entry["record"]:
            return
        if authority["named"] == ANYONE:
            return
        capacity = (authority["office"], authority["scope"], authority["named"])
        known = self._capacities.setdefault(capacity, len(self._capacities))
        records = self._before.setdefault(entry["actor"], {})
        before = records.get(entry["record"], ())
        if known in before[::2]:
            return
        if before and wanted:
            self.find(entry, *before[1::2])
        records[intern(entry["record"])] = (*before, known, entry["n"])

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:
        """Return in what other capacities the same person acted before."""
        before = (f"{in_short(words, other)} as {words.capacity(other)} (entry {other['n']})" for other in others)
        return f"as {words.capacity(entry)}; before that {' and '.join(before)}"


class TwoOffices(Question):
    """Who acted in two offices on one day."""

    key = "two_offices"
    title = "One person in two offices on one day"
    none = "Nobody acted in two offices on one day."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._days: dict[str, dict[str, dict[tuple[str, str], int]]] = {}  # by day and person

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find the first act of a person in each office after the day's first."""
        authority = entry["authority"]
        if not entry["moved"] or not acted(entry) or authority is None or not authority["office"]:
            return
        offices = self._days.setdefault(entry["on"], {}).setdefault(intern(entry["actor"]), {})
        office = (authority["office"], authority["scope"])
        if office in offices:
            return
        if offices and wanted:
            self.find(entry, *offices.values())
        offices[office] = entry["n"]

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:
        """Return in which other offices the same person acted on the same day."""
        same = (f"{words.capacity(other)} in entry {other['n']} ({in_short(words, other)})" for other in others)
        return f"as {words.capacity(entry)}; on the same day as {' and as '.join(same)}"


class ShortlyAfter(Question):
    """What was decided within minutes of the step before it, who by and after whom."""

    key = "shortly_after"
    title = "Decided shortly after the step before it"
    none = "Nothing was decided shortly after the step before it."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._last: dict[str, tuple[int, str, str, str]] = {}
        self._counts = {"after_somebody_else": 0, "after_the_same_person": 0}
        self._most = _MOST_STEPS
        self._within = timedelta(minutes=asked.within)

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find a step that took effect on the day of the one before it and was recorded soon after it."""
        if not is_step(entry):
            return
        before = self._last.get(entry["record"])
        self._last[entry["record"]] = (entry["n"], entry["at"], entry["on"], entry["actor"])
        if len(self._last) > self._most:
            self._forget(entry["at"])
        if before is None or not wanted or not acted(entry) or before[2] != entry["on"]:
            return
        passed = datetime.fromisoformat(entry["at"]) - datetime.fromisoformat(before[1])
        if timedelta() <= passed <= self._within:
            self._counts["after_the_same_person" if before[3] == entry["actor"] else "after_somebody_else"] += 1
            self.find(entry, before[0])

    def _forget(self, now: str) -> None:
        """Let go of steps after which nothing that is recorded from now on can come shortly."""
        oldest = (datetime.fromisoformat(now) - self._within).isoformat()
        self._last = {record: last for record, last in self._last.items() if last[1] >= oldest}
        self._most = max(_MOST_STEPS, 2 * len(self._last))

    @property
    def counts(self) -> dict[str, int]:
        """How many after somebody else, and how many after the same person."""
        return dict(self._counts)

    def heading(self) -> str:
        """Return the title, with how soon is soon."""
        return f"{self.title} (within {self.asked.within} minutes)"

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:
        """Return how soon, after what and after whom."""
        (before,) = others
        whose = "the same person" if before["actor"] == entry["actor"] else words.called(before["actor"])
        when = f"{span(before['at'], entry['at'])} after" if before["at"] != entry["at"] else "at the same moment as"
        return f"{when} {in_short(words, before)} (entry {before['n']}), by {whose}"
