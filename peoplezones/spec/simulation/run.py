"""A simulation: many records led along journeys at once, whims in between, a look at everything after each step."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlalchemy import select

from peoplezones.domain.errors import PeopleZonesError, UsageError
from peoplezones.domain.record import Decision, Value
from peoplezones.domain.workflow import SAME
from peoplezones.operating_model.load import load_folder
from peoplezones.service import Draft
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, first_of, found_board
from peoplezones.store.naming import person_kind
from peoplezones.store.tables import breach

from .leading import TRIES, Task, Turn, begun, shared_by_many, still_to_do, waiting
from .setting import Setting
from .stages import Stage, by_stage
from .watch import Watch
from .whims import Whims

_AGAIN = 7  # days until somebody tries again what was refused


class Held(Value, frozen=True):
    """A rule that refused requests for a transition: how often, and what it needs."""

    kind: str
    transition: str
    title: str
    rule: str
    needed: str
    times: int


class Outcome(Value, frozen=True):
    """What came of a simulation. `wrong` is what the checks found, each once; empty is how it should be.

    `breaches` counts the standing conditions that were broken and noted, mended since or not.
    """

    seed: int
    until: str
    requests: int
    moved: int
    refused: int
    not_understood: int
    finished: int
    led: int
    records: int
    breaches: int
    conditions_looked_at: int
    stages: tuple[Stage, ...]
    held: tuple[Held, ...]
    wrong: tuple[str, ...]


def simulate(setting: Setting) -> Outcome:
    """Simulate on a Board of its own, which is gone afterwards. Raises ModelInvalid, JourneysInvalid."""
    with TemporaryDirectory(prefix="peoplezones-") as room:
        return Simulation(setting, Path(room) / "simulated.db").run()


class Simulation:
    """One simulation, on a Board in a file of its own."""

    def __init__(self, setting: Setting, file: Path) -> None:
        journeys = load_journeys(setting.journey_folder, load_folder(setting.model_folder))
        first = first_of(journeys)
        self._setting = setting
        self._chance = Random(setting.seed)
        self._calendar = Calendar(date.fromisoformat(first.on))
        self.board = found_board(file, journeys, setting.model_folder, self._calendar)
        self._walk = Walk(self.board, journeys, self._calendar)
        self._walk.along(first)
        self._begun = self._calendar.day
        self._whims = Whims(self.board, self._walk, self._chance, self._register(first.name))
        self._watch = Watch(self.board)
        self._answers: Counter[str] = Counter()
        self._held: Counter[tuple[str, str, str, str]] = Counter()
        self._wrong: dict[str, None] = {}
        self._finished = self._led = 0
        self._shared: frozenset[tuple[str, str]] = frozenset()

    def _register(self, first: str) -> list[str]:
        """Register more people, in the way in which the first journey does, and return everybody."""
        journey = self._walk.journeys[first]
        kind = person_kind(self.board.model)
        recipe = next((step for step in journey.steps if step.kind == kind and step.save), None)
        called = self.board.model.workflows[kind].label_field
        for number in range(1, self._setting.people + 1 if recipe else 1):
            assert recipe is not None
            values = self._walk.values(journey, journey.called, recipe) | {called: f"Simulated {number} Example"}
            actor = self._walk.found(journey, journey.called, recipe.actor)
            self.board.request(recipe.kind, recipe.transition, values=values, entered_by=actor, on=self._today)
        with self.board.view() as view:
            return list(view.records_in(kind, frozenset()))

    @property
    def _today(self) -> str:
        return self._calendar.day.isoformat()

    def run(self) -> Outcome:
        """Let everybody act until the days are over or nothing is left to do."""
        with self.board:
            turns = begun(self._walk, self._chance, self._setting.records)
            self._led = len(turns)
            self._shared = shared_by_many(turns)
            heapify(turns)
            while turns and turns[0].day <= self._setting.days:
                turn = heappop(turns)
                self._calendar.day = max(self._calendar.day, self._begun + timedelta(days=turn.day))
                while self._chance.randrange(100) < self._setting.whims:
                    self._follow_a_whim()
                if self._take(turn):
                    heappush(turns, turn)
            self._see_that_the_log_says_the_same()
            return self._outcome()

    def _take(self, turn: Turn) -> bool:
        """Take somebody's next step; return whether there is another."""
        task = still_to_do(self._walk, turn)
        if task is None:
            self._finished += 1
            return False
        journey, name, place = task
        step = journey.steps[place]
        if self._made_already(task):
            self._walk.progress.steps[journey.name, name] = place + 1
            return True
        try:
            decision = self._walk.ask(journey, name, step)
        except UsageError:
            self._answers["not understood"] += 1
            return False
        self._answered(decision)
        if decision.moved:
            self._after(turn, task, decision)
            return True
        if step.refused:
            self._walk.progress.steps[journey.name, name] = place + 1
            return True
        turn.refused += 1
        turn.day = (self._calendar.day - self._begun).days + _AGAIN
        return turn.refused < TRIES

    def _made_already(self, task: Task) -> bool:
        """Whether somebody has made the step on a whim: its record is where it leads."""
        journey, name, place = task
        step = journey.steps[place]
        to = self.board.model.workflows[step.kind].transitions[step.transition].to
        if not step.record or step.opened or to == SAME:
            return False
        with suppress(UsageError), self.board.view() as view:
            record = view.record(self._walk.found(journey, name, step.record))
            return record is not None and record.state == to
        return False

    def _after(self, turn: Turn, task: Task, decision: Decision) -> None:
        journey, name, place = task
        step = journey.steps[place]
        self._walk.keep(journey, name, step, decision)
        self._walk.progress.steps[journey.name, name] = place + 1
        if (journey.name, name) in self._shared:
            self._whims.spared.update(self._walk.progress.saved[journey.name, name].values())
        self._whims.learn(journey, name, step)
        turn.refused = 0
        following = journey.steps[place + 1].days if place + 1 < len(journey.steps) else 0
        where = (decision.kind, decision.to, following, self._setting.durations)
        passing = waiting(self.board.model, self._chance, *where) if decision.to != decision.source else following
        turn.day = (self._calendar.day - self._begun).days + passing

    def _follow_a_whim(self) -> None:
        try:
            draft = self._whims.draft()
            if draft is not None:
                self._answered(self._ask(draft))
        except UsageError:
            self._answers["not understood"] += 1
        except PeopleZonesError as fault:
            self._wrong[f"a request ended in a fault: {fault}"] = None

    def _ask(self, draft: Draft) -> Decision:
        return self.board.service.request(draft)

    def _answered(self, decision: Decision) -> None:
        self._answers["moved" if decision.moved else "refused"] += 1
        for outcome in decision.reasons:
            self._held[decision.kind, decision.transition, outcome.rule, outcome.needed] += 1
        for wrong in self._watch.look(self._today, decision):
            self._wrong[wrong] = None

    def _see_that_the_log_says_the_same(self) -> None:
        report = self.board.rebuild()
        if not report.agrees:
            self._wrong["the log, submitted again, leads to another Board"] = None

    def _outcome(self) -> Outcome:
        with self.board.view() as view:
            breaches = len(view.connection.execute(select(breach.c.record)).all())
            records = sum(len(view.records_in(kind, frozenset())) for kind in view.model.workflows)
        return Outcome(
            seed=self._setting.seed,
            until=self._today,
            requests=self._answers.total(),
            moved=self._answers["moved"],
            refused=self._answers["refused"],
            not_understood=self._answers["not understood"],
            finished=self._finished,
            led=self._led,
            records=records,
            breaches=breaches,
            conditions_looked_at=self._watch.looked_at,
            stages=by_stage(self.board, self._today),
            held=tuple(self._most_held()),
            wrong=tuple(self._wrong),
        )

    def _most_held(self) -> list[Held]:
        found = []
        ordered = sorted(self._held.items(), key=lambda item: (-item[1], item[0]))
        for (kind, transition, rule, needed), times in ordered:
            move = self.board.model.workflows[kind].transitions.get(transition)
            title = move.title if move else transition
            found.append(Held(kind=kind, transition=transition, title=title, rule=rule, needed=needed, times=times))
        return found
