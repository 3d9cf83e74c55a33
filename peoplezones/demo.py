"""The demo: the journey `demo`, walked on a Board of its own and told as a story.

board = demo("peoplezones-demo.db", tell=print)
for command in suggestions(board, "peoplezones-demo.db"):
    print(command)

What happens and what is told of it is in `features/journeys/demo.yaml`. The days of the story lead up to yesterday.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from textwrap import wrap

from peoplezones.app import Address, Board
from peoplezones.domain.entry import ACT
from peoplezones.domain.migrate import MIGRATE
from peoplezones.domain.record import Decision
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.queries.breaches import Breach
from peoplezones.queries.explain import decision_names, explain
from peoplezones.queries.naming import called, names
from peoplezones.queries.owes import owes_of
from peoplezones.queries.status import all_breaches
from peoplezones.spec.journey import NAME, Journey, Step, days_along
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, beginning_of, found_board
from peoplezones.store.demonstration import clear_way, mark

DATABASE = "peoplezones-demo.db"
STORY = "demo"
WIDTH = 110  # of a line of the story; reasons and commands are not broken
Teller = Callable[[str], None]


def demo(address: Address = DATABASE, tell: Teller = lambda _: None, today: date | None = None) -> Board:
    """Make the demonstration at `address` and return its Board, telling the story line by line.

    An earlier demonstration there is replaced; raises DatabaseExists where there is anything else.
    """
    folder = shipped("workflows") / "revised"
    model = load_folder(folder)
    journeys = load_journeys(shipped("features") / "journeys", model)
    story = journeys[STORY]
    end = (today or datetime.now(UTC).date()) - timedelta(days=1)
    calendar = Calendar(end - timedelta(days=days_along(model, journeys, story)))
    clear_way(address)
    first = beginning_of(journeys, story)
    begun_under = folder.parent / first.model if first.model else folder
    board = found_board(address, journeys, begun_under, calendar, first)
    mark(board.engine)
    for line in wrap(f"{story.title}.", WIDTH):
        tell(line)
    Walk(board, journeys, calendar, tell=_Telling(board, calendar, story, tell), model=model).along(story)
    return Board(board.engine)


def suggestions(board: Board, address: Address = DATABASE) -> list[str]:
    """Return the commands that somebody may want to try next on the demonstration."""
    story = load_journeys(shipped("features") / "journeys", board.model)[STORY]
    where = f"--db {shlex.quote(str(address))}"
    return [f"peoplezones {command.replace(NAME, story.called)} {where}" for command in story.try_next]


class _Telling:
    """Tells of each step what the story says of it, of a refusal every reason, and when breaches begin and end."""

    def __init__(self, board: Board, calendar: Calendar, story: Journey, tell: Teller) -> None:
        self._board, self._calendar, self._story, self._tell = board, calendar, story, tell
        self._journey = ""
        self._chapters = 0
        self._told: Step | None = None
        self._breaches: dict[tuple[str, str], Breach] = {}

    def __call__(self, journey: Journey, step: Step, decision: Decision) -> None:
        """Tell of a step that has been answered."""
        if journey.name not in (self._journey, self._story.name):
            self._say(f"{'Then' if self._journey else 'To begin with'}: {journey.title}")
        self._journey = journey.name
        if step.chapter and step is not self._told:
            self._chapters += 1
            self._tell("")
            self._tell(f"{self._chapters}. {step.chapter}")
        if step.tell and step is not self._told:  # an act may have several answers
            self._say(step.tell.replace(NAME, self._story.called))
        self._told = step
        if not decision.moved:
            self._tell_refusal(decision)
        elif step.transition == MIGRATE and step.kind == ACT:
            self._tell_owed(decision)
        self._tell_breaches()

    def _say(self, text: str) -> None:
        for line in wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False):
            self._tell(line)

    def _tell_refusal(self, decision: Decision) -> None:
        with self._board.view() as view:
            lines = explain(view.model, decision, decision_names(view, decision))
        self._tell("")
        for line in lines:
            self._tell(f"  {line}".rstrip())

    def _tell_owed(self, decision: Decision) -> None:
        """Tell what the model in force still asks of a record that has been brought over to it."""
        with self._board.view() as view:
            record = view.record(decision.reference)
            owing = owes_of(view, record, self._calendar.day.isoformat()) if record else ()
            known = names(view, [decision.reference]) if owing else {}
        for one in owing:
            self._tell(f"  Still asked of {called(decision.reference, known)}: {one.needed} ({one.leans})")

    def _tell_breaches(self) -> None:
        day = self._calendar.day.isoformat()
        with self._board.view() as view:
            found = {(breach.record, breach.condition): breach for breach in all_breaches(view, day)}
            known = names(view, [record for record, _ in found.keys() | self._breaches.keys()])
        for key in found.keys() - self._breaches.keys():
            begun = found[key]
            self._tell(f"  In breach since {begun.since}: {called(begun.record, known)}")
            self._tell(f"    needed: {begun.needed} ({begun.leans})")
            self._tell(f"    found:  {begun.found}")
            self._tell(f"    to act: {begun.who}")
        for key in self._breaches.keys() - found.keys():
            over = self._breaches[key]
            self._tell(f"  No longer in breach on {day}: {called(over.record, known)}: {over.needed}")
        self._breaches = found
