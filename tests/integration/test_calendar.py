"""Whatever becomes of errands: a calendar that took every version of the feed shows what is due, and nothing else."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from icalendar import Calendar

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.exchange.calendar import calendar_bytes
from peoplezones.queries.calendar import KEPT_DAYS, Event, calendar
from peoplezones.queries.deadlines import agenda, deadlines
from tests.engine import Engine

_folder = Path(tempfile.mkdtemp(prefix="errands-"))
_numbers = itertools.count()
EXAMPLES = settings.default.max_examples if settings.default else 60
BEGUN = date(2026, 3, 2)


@pytest.fixture(scope="module", autouse=True)
def _cleared() -> Iterator[None]:
    yield
    shutil.rmtree(_folder)


errands = st.sampled_from(["ER-2026-001", "ER-2026-002"])
days = st.sampled_from(["2026-03-05", "2026-03-20", "2026-04-10"])
moves = st.sampled_from(["agree", "wait", "keep", "note", "follow", "rest", "resume", "undo", "undo", "finish"])


class Feeds(RuleBasedStateMachine):
    """A calendar that somebody keeps up with the feed, from its first version on."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = Engine(_folder / f"{next(_numbers)}.db", "errands", BEGUN.isoformat())
        self.today = BEGUN
        self.kept: dict[str, Event] = {}
        for name in ("Bo Example", "Cy Example"):
            self.engine.do("person", "register", name=name)
        self.engine.do("post", "appoint", office="chair", person="PE-002", body="CL-1")
        self.engine.do("errand", "ask", name="Post", day="2026-03-20", helper="PE-003")
        self.engine.do("errand", "ask", name="Shop", after="ER-2026-001")
        for errand in ("ER-2026-001", "ER-2026-002"):
            self.engine.do("post", "appoint", office="runner", person="PE-003", body=errand)

    def teardown(self) -> None:
        """Let go of the Board."""
        self.engine.board.close()

    def _ask(self, *asked: str, **given: str) -> None:
        """Ask for something that may be refused, or not understood at all."""
        with suppress(PeopleZonesError):
            self.engine.ask(*asked, **given)

    @rule(errand=errands, move=moves)
    def move(self, errand: str, move: str) -> None:
        """Take an errand further, or a step back."""
        self._ask("errand", move, errand, reason="slip" if move == "undo" else "")

    @rule(errand=errands, day=st.one_of(days, st.just("")))
    def amend(self, errand: str, day: str) -> None:
        """Put another day, or none, in the place of a day."""
        self._ask("errand", "amend", errand, day=day, reason="slip")

    @rule(errand=errands, name=st.sampled_from(["Post", "Parcel"]))
    def rename(self, errand: str, name: str) -> None:
        """Call an errand something else."""
        self._ask("errand", "amend", errand, name=name, reason="slip")

    @rule(day=days)
    def call(self, day: str) -> None:
        """Call a meeting, or put off the one that was called."""
        self._ask("club", "call", "CL-1", next_meeting=day)

    @rule()
    def put_off(self) -> None:
        """Have no meeting any more."""
        self._ask("club", "amend", "CL-1", next_meeting="", reason="slip")

    @rule(more=st.integers(1, 6))
    def wait(self, more: int) -> None:
        """Let days pass, but not so many that what is over would be forgotten."""
        self.today = min(self.today + timedelta(days=more), BEGUN + timedelta(days=KEPT_DAYS))
        self.engine.clock.set(self.today.isoformat())

    @invariant()
    def a_calendar_that_is_kept_up_shows_what_is_due(self) -> None:
        """Take the feed as a calendar does: an event of a known UID goes in its place if its SEQUENCE is not lower."""
        with self.engine.board.view() as view:
            feed = calendar(view, self.today.isoformat())
            due = deadlines(view, self.today.isoformat())
            meetings = {event.uid for event in feed if ".meeting-" in event.uid}
        assert len({event.uid for event in feed}) == len(feed)
        for event in feed:
            known = self.kept.get(event.uid)
            if known is not None:
                moved = (event.day, event.cancelled) != (known.day, known.cancelled)
                assert event.sequence > known.sequence if moved else event.sequence >= known.sequence, (known, event)
                assert event.stamp >= known.stamp
            self.kept[event.uid] = event
        shown = [event for event in self.kept.values() if not event.cancelled and event.uid not in meetings]
        wanted = sorted((item.reference, item.due.day) for item in due if item.due.day)
        assert sorted((event.uid.partition(".")[0], event.day) for event in shown) == wanted

    @invariant()
    def the_agenda_has_every_deadline_once(self) -> None:
        """Overdue, coming and without a day: together all deadlines, in that order."""
        with self.engine.board.view() as view:
            found = agenda(view, self.today.isoformat())
            assert (*found.overdue, *found.coming, *found.undated) == deadlines(view, self.today.isoformat())

    @invariant()
    def what_is_written_reads_back(self) -> None:
        """The same events give the same bytes, and the bytes give the events."""
        with self.engine.board.view() as view:
            feed = calendar(view, self.today.isoformat())
        content = calendar_bytes("Club", feed)
        assert content == calendar_bytes("Club", feed)
        assert [_read(component) for component in Calendar.from_ical(content).walk("VEVENT")] == [
            (event.uid, event.sequence, event.day, event.title, event.cancelled) for event in feed
        ]


def _read(component: Any) -> tuple[str, int, str, str, bool]:
    start, end = component.decoded("dtstart"), component.decoded("dtend")
    assert (end - start).days == 1
    return (
        str(component["uid"]),
        int(component["sequence"]),
        start.isoformat(),
        str(component["summary"]),
        component["status"] == "CANCELLED",
    )


TestFeeds = Feeds.TestCase
TestFeeds.settings = settings(max_examples=EXAMPLES // 2, stateful_step_count=20, deadline=None)
