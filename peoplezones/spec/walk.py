"""Walking a journey: its requests are made of a Board one by one, through the same door as everybody else's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from peoplezones.app import Address, Board, Loaded
from peoplezones.domain.entry import ACT
from peoplezones.domain.errors import PeopleZonesError, UnknownName
from peoplezones.domain.migrate import ADOPT
from peoplezones.domain.record import Decision
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.shipped import shipped
from peoplezones.service import Wanted

from .journey import NAME, Journey, Step
from .way import before_move, named, until_state, way
from .words import explained, file_saying

Listener = Callable[[Decision], None]
Teller = Callable[[Journey, Step, Decision], None]


class JourneyRefused(PeopleZonesError):
    """A step of a journey was answered otherwise than it says, so that it leads nowhere."""


@dataclass(slots=True)
class Calendar:
    """A day that can be turned; as a clock, it is always noon."""

    day: date

    def forward(self, step: Step) -> None:
        """Turn to the day of a step, never back."""
        day = self.day + timedelta(days=step.days)
        self.day = max(day, date.fromisoformat(step.day)) if step.day else day

    def __call__(self) -> datetime:
        """Return noon of the day (UTC)."""
        return datetime.combine(self.day, time(12), UTC)


@dataclass(slots=True)
class Progress:
    """How far each journey has been walked for each name, and the records that it saved, by alias."""

    steps: dict[tuple[str, str], int] = field(default_factory=dict)
    saved: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)

    def copy(self) -> Progress:
        """Return one that can go its own way."""
        return Progress(dict(self.steps), {key: dict(saved) for key, saved in self.saved.items()}, dict(self.latest))


def first_of(journeys: Mapping[str, Journey]) -> Journey:
    """Return the journey that begins a Board under the model that the journeys are about."""
    for journey in journeys.values():
        if journey.on and not journey.model:
            return journey
    raise UnknownName("no journey begins a Board; give one of them `begins`")


def beginning_of(journeys: Mapping[str, Journey], journey: Journey) -> Journey:
    """Return the journey that comes before all others on the way to this one, and so begins the Board."""
    while journey.after and not journey.on:
        journey = journeys[journey.after[0].journey]
    return journey


def found_board(
    address: Address,
    journeys: Mapping[str, Journey],
    model: Path | None,
    calendar: Calendar | None,
    first: Journey | None = None,
    loaded: Loaded | None = None,
) -> Board:
    """Found a Board as the journeys say, by `first` where that is given.

    Its clock is the calendar, or the real one where that is None. The model is that in the folder `model`, or one that
    has been `loaded` with its texts.
    """
    first = first or first_of(journeys)
    founders = dict(first.founders)
    name, secretary = founders.pop("board"), founders.pop("secretary")
    on = calendar.day.isoformat() if calendar else first.on
    return Board.found(address, secretary=secretary, name=name, model=model, loaded=loaded, on=on, clock=calendar)


class Walk:
    """Walks journeys on one Board. The calendar goes forward with the steps.

    `listen` hears every decision, `tell` also of which journey and step.
    """

    def __init__(
        self,
        board: Board,
        journeys: Mapping[str, Journey],
        calendar: Calendar,
        progress: Progress | None = None,
        listen: Listener | None = None,
        tell: Teller | None = None,
        model: Model | None = None,
    ) -> None:
        self.board = board
        self._works_by = board.model  # the Board's own, which a journey may change
        self.model = model or self._works_by  # what the journeys are about
        self.journeys = journeys
        self.calendar = calendar
        self.progress = progress or Progress(latest=_founded(self._works_by, calendar.day))
        self._listen = listen
        self._tell = tell

    def along(self, journey: Journey) -> str:
        """Walk a journey to its end, for the name that it has by itself; return the reference of its record."""
        return self._walk(journey, journey.called, len(journey.steps))

    def to(self, kind: str, name: str, until: str) -> str:
        """Walk a record of the kind, called `name`, until it reaches the state; return its reference."""
        journey, end = until_state(self.model, self.journeys, kind, until)
        return self._walk(journey, name, end)

    def up_to(self, kind: str, name: str, transition: str) -> str:
        """Walk a record of the kind until everything is there for the transition, and stop before it."""
        journey, end = before_move(self.journeys, kind, transition)
        return self._walk(journey, name, end)

    def has_walked(self, kind: str, name: str) -> bool:
        """Whether a journey that leads records of the kind has been walked for the name, be it a part of the way."""
        return any(self.journeys[journey].kind == kind and of == name for journey, of in self.progress.steps)

    def _walk(self, journey: Journey, name: str, end: int) -> str:
        """Walk so many steps of a journey, from where it was left; return the reference of its record."""
        for here, of, place in way(self.model, self.journeys, journey, name, end, self.progress.steps):
            self._take(self.journeys[here], of, self.journeys[here].steps[place])
            self.progress.steps[here, of] = place + 1
        return self.found(journey, name, journey.record)

    def _take(self, journey: Journey, name: str, step: Step) -> None:
        self.calendar.forward(step)
        if step.kind == ACT:
            for decision in self._act(journey, name, step):
                self._answered(journey, name, step, decision)
        else:
            self._answered(journey, name, step, self.ask(journey, name, step))

    def _answered(self, journey: Journey, name: str, step: Step, decision: Decision) -> None:
        if {outcome.rule for outcome in decision.reasons} != set(step.refused):
            wanted = f"refused because of {', '.join(step.refused)}" if step.refused else "done"
            raise JourneyRefused(f"{step.where}: should be {wanted}. {explained(self.board, decision)}")
        self.keep(journey, name, step, decision)

    def _act(self, journey: Journey, name: str, step: Step) -> list[Decision]:
        """Adopt a model, or bring a record, or all of them, over to it."""
        actor = self.found(journey, name, step.actor)
        enterer = self.found(journey, name, step.enters) if step.enters else actor
        how = {"actor": actor, "entered_by": enterer, "document": step.document, "on": self.calendar.day.isoformat()}
        if step.transition == ADOPT:
            folder = shipped("workflows") / str(step.values["model"])
            decision = self.board.adopt(folder, **how)
            self._works_by = self.board.model
            return [decision]
        records = (self.found(journey, name, step.record),) if step.record else ()
        found = self.board.migrate(Wanted(records=records, everything=not records, **how))
        return [one.decision for one in found]

    def ask(self, journey: Journey, name: str, step: Step) -> Decision:
        """Make the request of one step today, and return what was answered. Raises UnknownName."""
        actor = self.found(journey, name, step.actor)
        return self.board.request(
            step.kind,
            step.transition,
            self.found(journey, name, step.record) if step.record else "",
            self.values(journey, name, step),
            actor=actor,
            entered_by=self.found(journey, name, step.enters) if step.enters else actor,
            document=step.document,
            on=self.calendar.day.isoformat(),
        )

    def values(self, journey: Journey, name: str, step: Step) -> dict[str, Any]:
        """Return what a step gives, with references for aliases, days for `+3`, files for texts. Raises UnknownName."""
        fields = self._works_by.workflows[step.kind].fields
        found: dict[str, Any] = {}
        for word, value in step.values.items():
            given = self._value(journey, name, value, fields[word].type == "date")
            found[word] = file_saying(fields[word], str(given)) if fields[word].type == "file" else given
        return found

    def keep(self, journey: Journey, name: str, step: Step, decision: Decision) -> None:
        """Keep the references of what a step opened under its aliases, and tell whoever listens."""
        saved = dict(zip(step.opened, decision.opened, strict=False))
        if step.save and decision.moved:
            saved[step.save] = decision.reference
        self.progress.saved.setdefault((journey.name, name), {}).update(saved)
        self.progress.latest.update(saved)
        if self._listen:
            self._listen(decision)
        if self._tell:
            self._tell(journey, step, decision)

    def _value(self, journey: Journey, name: str, value: str | tuple[str, ...], dated: bool) -> str | list[str]:
        if isinstance(value, tuple):
            return [str(self._value(journey, name, item, dated)) for item in value]
        if dated and value.startswith("+"):
            return (self.calendar.day + timedelta(days=int(value[1:]))).isoformat()
        if value.startswith("$") and not value.startswith(NAME):
            return self.found(journey, name, value[1:])
        return value.replace(NAME, name)

    def found(self, journey: Journey, name: str, alias: str) -> str:
        """Return the reference that an alias stands for in a journey walked for a name. Raises UnknownName."""
        reference = self._find(journey, name, alias) or self.progress.latest.get(alias)
        if reference is None:
            raise UnknownName(f"nothing is saved as '{alias}' in the journey '{journey.name}'")
        return reference

    def _find(self, journey: Journey, name: str, alias: str) -> str | None:
        found = self.progress.saved.get((journey.name, name), {}).get(alias)
        for before in reversed(journey.after):
            if found is None:
                earlier = self.journeys[before.journey]
                found = self._find(earlier, named(before, earlier, name), alias)
        return found


def _founded(model: Model, day: date) -> dict[str, str]:
    """Return the records that the founding act opened, by alias: the first of their kinds, in order."""
    counts: dict[str, int] = {}
    found = {}
    for part in model.founding.opens:
        counts[part.kind] = counts.get(part.kind, 0) + 1
        template = model.workflows[part.kind].reference
        found[part.alias] = template.format(year=f"{day.year:04}", number=counts[part.kind])
    return found
