"""The demo: the journey `demo`, walked on a Board of its own and told as a story.

board = demo("peoplezones-demo.db", tell=print)
for command in suggestions(board, "peoplezones-demo.db"):
    print(command)

What happens and what is told of it is in `features/journeys/demo.yaml` and the journeys before it. In the Board
it stays the day on which the story ends.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import date
from textwrap import wrap

from peoplezones.app import Address, Board
from peoplezones.domain.entry import ACT
from peoplezones.domain.errors import UnknownName, did_you_mean
from peoplezones.domain.migrate import MIGRATE
from peoplezones.domain.record import Decision
from peoplezones.domain.wording import basis_in_words
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.queries.breaches import Breach, all_breaches
from peoplezones.queries.explain import decision_names, found_of, with_names
from peoplezones.queries.naming import called, names
from peoplezones.queries.needs import step_of
from peoplezones.queries.owes import owes_of
from peoplezones.queries.records import show
from peoplezones.spec.journey import NAME, SHOWN, Journey, Step
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, beginning_of, found_board
from peoplezones.store.demonstration import clear_way, mark

DATABASE = "peoplezones-demo.db"
STORY = "demo"
WIDTH = 80  # of a line of the story
Teller = Callable[[str], None]


def demo(address: Address = DATABASE, tell: Teller = lambda _: None) -> Board:
    """Make the demonstration at `address` and return its Board, telling the story line by line.

    An earlier demonstration there is replaced; raises DatabaseExists where there is anything else.
    """
    folder = shipped("workflows") / "revised"
    model = load_folder(folder)
    journeys = load_journeys(shipped("features") / "journeys", model)
    story = journeys[STORY]
    first = beginning_of(journeys, story)
    calendar = Calendar(date.fromisoformat(first.on))
    clear_way(address)
    begun_under = folder.parent / first.model if first.model else folder
    board = found_board(address, journeys, begun_under, calendar, first)
    mark(board.engine)
    telling = _Telling(board, calendar, tell)
    telling.begin(story.title)
    walk = Walk(board, journeys, calendar, tell=telling, model=model)
    telling.walk = walk
    walk.along(story)
    return Board(board.engine, calendar)


def suggestions(board: Board, address: Address = DATABASE) -> list[str]:
    """Return the commands that somebody may want to try next on the demonstration."""
    story = load_journeys(shipped("features") / "journeys", board.model)[STORY]
    where = f" --db {shlex.quote(str(address))}"
    return [_command(command.replace(NAME, story.called), where) for command in story.try_next]


def _command(command: str, where: str) -> str:
    """Return a command in full: those about a model as it is written need no database."""
    return f"peoplezones {command}{'' if command.startswith('model ') else where}"


class _Telling:
    """Tells of each step what the story says of it, of a refusal every reason, and when breaches begin and end."""

    walk: Walk

    def __init__(self, board: Board, calendar: Calendar, tell: Teller) -> None:
        self._board, self._calendar, self._tell = board, calendar, tell
        self._chapters = 0
        self._told: Step | None = None
        self._breaches: dict[tuple[str, str], Breach] = {}

    def begin(self, title: str) -> None:
        """Tell what the story is about."""
        self._say(f"{title}.", "")

    def __call__(self, journey: Journey, step: Step, decision: Decision) -> None:
        """Tell of a step that has been answered."""
        if step is not self._told:  # an act may have several answers
            self._tell_step(journey, step)
        self._told = step
        if not decision.moved:
            self._tell_refusal(decision)
        elif step.transition == MIGRATE and step.kind == ACT:
            self._tell_owed(decision)
        self._tell_breaches()

    def _tell_step(self, journey: Journey, step: Step) -> None:
        if step.chapter:
            self._chapters += 1
            self._tell("")
            self._say(f"{self._chapters}. {step.chapter} ({self._calendar.day:%B %Y})", "")
        if step.tell:
            said = step.tell.replace(NAME, journey.called)
            self._say(SHOWN.sub(lambda word: self._shown(journey, word["alias"], word["fact"]), said))

    def _shown(self, journey: Journey, alias: str, fact: str) -> str:
        """Return, in words, how a fact of a record stands."""
        with self._board.view() as view:
            whole = show(
                view, self.walk.found(journey, journey.called, alias), self._calendar.day.isoformat(), facts=True
            )
        found = {known.name: known.text for known in whole.facts}
        if fact not in found:
            raise UnknownName(f"no fact of '{alias}' is called '{fact}'{did_you_mean(fact, found)}")
        return found[fact]

    def _say(self, text: str, lead: str = "  ", after: str = "") -> None:
        indent = " " * len(lead) + after
        for line in wrap(text, WIDTH, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False):
            self._tell(line)

    def _say_part(self, text: str, lead: str = "") -> None:
        self._say(text, f"      {lead}", "  ")

    def _tell_refusal(self, decision: Decision) -> None:
        """Tell every reason; where there are several, also a way to put each right (`zone why` tells all ways)."""
        with self._board.view() as view:
            model, known = view.model, decision_names(view, decision)
        workflow = model.workflows[decision.kind]
        title, count = workflow.transitions[decision.transition].title, len(decision.reasons)
        reasons = f", for {count} reasons" if count > 1 else ""
        self._say(f"Refused: '{title}'{reasons}. Nothing has changed.", "    ")
        for number, outcome in enumerate(decision.reasons, start=1):
            leans = basis_in_words(outcome.clause, outcome.basis)
            lead = f"{number}. " if count > 1 else ""
            self._say_part(f"needed: {with_names(outcome.needed, known)} ({leans})", lead)
            self._say_part(f"found: {found_of(workflow, outcome, known)}", " " * len(lead))
            if count > 1 and outcome.remedies:
                step = step_of(model, outcome.remedies[0])
                self._say_part(f"to put it right: '{step.title}', by {step.who}", " " * len(lead))

    def _tell_owed(self, decision: Decision) -> None:
        """Tell what the model in force still asks of a record that has been brought over to it."""
        with self._board.view() as view:
            record = view.record(decision.reference)
            owing = owes_of(view, record, self._calendar.day.isoformat()) if record else ()
            known = names(view, [decision.reference]) if owing else {}
        for one in owing:
            self._say(f"Still asked of {known.get(decision.reference, decision.reference)}: {one.needed}", "    ", "  ")

    def _tell_breaches(self) -> None:
        day = self._calendar.day.isoformat()
        with self._board.view() as view:
            found = {(breach.record, breach.condition): breach for breach in all_breaches(view, day)}
            known = names(view, [record for record, _ in found.keys() | self._breaches.keys()])
        for key in found.keys() - self._breaches.keys():
            begun = found[key]
            self._say(f"In breach since {begun.since}: {called(begun.record, known)}", "    ")
            self._say_part(f"needed: {begun.needed} ({begun.leans})")
            self._say_part(f"found: {begun.found}")
            self._say_part(f"to act: {begun.who}")
        for key in self._breaches.keys() - found.keys():
            over = self._breaches[key]
            self._say(f"No longer in breach on {day}: {called(over.record, known)}", "    ", "  ")
        self._breaches = found
