"""What can be done at a stage and by whom: found out by trying everybody whom journeys know, on the engine's decisions.

Nothing is taken from what the model declares about people: each person asks for each step, and the decision says
whether the person could make it. So a table in a feature fails as soon as one person too many, or one too few, may act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peoplezones.domain.decide import decide
from peoplezones.domain.machine import ImpossibleMove, leads_to
from peoplezones.domain.record import AMEND, UNDO, Record, Request
from peoplezones.domain.verdict import Verdict
from peoplezones.domain.workflow import Transition, Workflow
from peoplezones.queries.escalation import Rules
from peoplezones.queries.people import actors
from peoplezones.service.given import add_missing, given_values
from peoplezones.store.naming import person_kind
from peoplezones.store.workspace import Workspace

from .looking import scene_of
from .world import Rows, World

COLUMNS = ("Step", "Who", "Must be given", "May be given", "Leads to")
_PEOPLE = frozenset({"may-act", "must-not-act"})
_STAGE = frozenset({"state", "undo"})

Row = tuple[str, ...]


def steps_open(world: World, workflow: Workflow, reference: str) -> list[Row]:
    """Return what can be done with a record where it is: steps, corrections, and the last step if it can go back."""
    with world.board.view() as view:
        record = world.record(view, reference)
        trial = _Trial(world, view, workflow, record)
        found = [trial.step(move) for move in workflow.transitions.values() if not move.opening and trial.leads(move)]
        return [*found, *trial.corrections(), *trial.taking_back()]


def openings(world: World, workflow: Workflow) -> list[Row]:
    """Return the steps that open a record of a kind, as they stand before anything is given."""
    with world.board.view() as view:
        trial = _Trial(world, view, workflow, Record(kind=workflow.name, reference="", model=view.model.digest))
        return [trial.step(move) for move in workflow.openings]


def told(world: World, workflow: Workflow, reference: str) -> str:
    """Return who hears when the record stays at its stage too long."""
    with world.board.view() as view:
        record = world.record(view, reference)
        people = actors(view, scene_of(world, view, workflow, record), workflow.states[record.state].tell)
        known = _people(world, view)
        return ", ".join(known.get(person.reference, person.name) for person in people) or "nobody"


def told_then(world: World, reference: str, day: str) -> tuple[str, str]:
    """Return who else hears when a deadline on a day has passed and nothing is done, and on which day they do."""
    with world.board.view() as view:
        found = Rules(view, world.today.isoformat()).for_deadline(world.record(view, reference), day)
        known = _people(world, view)
        escalation, people = found or (None, {})
        return ", ".join(
            known.get(person, person) for person in people
        ) or "nobody", escalation.day if escalation else ""


class _Trial:
    """One record, and everybody who might do something with it."""

    def __init__(self, world: World, view: Workspace, workflow: Workflow, record: Record) -> None:
        self.view = view
        self.workflow = workflow
        self.record = record
        self.today = world.today.isoformat()
        self.people = _people(world, view)

    def leads(self, move: Transition) -> str:
        """Return where a transition leads from here, "" if it leads nowhere."""
        try:
            return leads_to(self.workflow, move.name, self.record.state, self.record.previous)
        except ImpossibleMove:
            return ""

    def step(self, move: Transition) -> Row:
        """Return the row of a transition."""
        missing: dict[str, str] = {}
        record = None if move.opening else self.record
        given_values(self.view, self.workflow, record, move.name, {}, missing)
        add_missing(self.view, self.workflow, record, move.name, {}, self.today, missing)
        others = [name for name in (*move.asks, *move.takes) if name not in missing]
        title = self.workflow.states[self.leads(move)].title
        return (move.title, self._who(move.name), self._labels(missing), self._labels(others), title)

    def corrections(self) -> Iterator[Row]:
        """Yield a row for each set of fields that the same people may correct here; some of them cannot be emptied."""
        fields: dict[str, list[str]] = {}
        for name in dict.fromkeys(name for correction in self.workflow.amend for name in correction.fields):
            values = {name: self.record.fields.get(name)}
            if self._at_this_stage(self._asked(AMEND, next(iter(self.people)), values)):
                fields.setdefault(self._who(AMEND, values), []).append(name)
        for who, names in fields.items():
            kept = [name for name in names if self._kept(name)]
            yield (f"Correct: {self._labels(names)}", who, self._labels(kept), "", "")

    def _kept(self, name: str) -> bool:
        """Whether a correction may not leave a field empty."""
        problems: dict[str, str] = {}
        given_values(self.view, self.workflow, self.record, AMEND, {name: ""}, problems)
        return name in problems

    def taking_back(self) -> Iterator[Row]:
        """Yield the row of the last step, if it is one that can be taken back."""
        first = self._asked(UNDO, next(iter(self.people)))
        if self._at_this_stage(first):
            verdicts = (self._asked(UNDO, person) for person in self.people)
            back = next((v.after.state for v in verdicts if v.decision.moved), "")
            yield ("Take back the last step", self._who(UNDO), "", "", self.workflow.states[back].title if back else "")

    def _who(self, transition: str, values: dict[str, object] | None = None) -> str:
        able = [words for person, words in self.people.items() if self._able(self._asked(transition, person, values))]
        return ("anyone" if len(able) == len(self.people) else ", ".join(able)) or "nobody"

    def _asked(self, transition: str, person: str, values: dict[str, object] | None = None) -> Verdict:
        request = Request(
            kind=self.workflow.name,
            transition=transition,
            actor=person,
            entered_by=person,
            on=self.today,
            at=self.today,
            reference=self.record.reference,
            values=values or {},
        )
        return decide(self.view, request, self.record.reference)

    def _able(self, verdict: Verdict) -> bool:
        return all(outcome.held for outcome in verdict.decision.outcomes if outcome.rule in _PEOPLE)

    def _at_this_stage(self, verdict: Verdict) -> bool:
        return all(outcome.held for outcome in verdict.decision.outcomes if outcome.rule in _STAGE)

    def _labels(self, names: Iterable[str]) -> str:
        return ", ".join(self.workflow.fields[name].label for name in names)


def _people(world: World, view: Workspace) -> dict[str, str]:
    """Return everybody whom journeys and the scenario know, by reference, as features call them."""
    kind, found = person_kind(view.model), dict[str, str]()
    for alias, reference in world.walk.progress.latest.items():
        record = view.record(reference)
        if record is not None and record.kind == kind:
            found.setdefault(reference, f"the {alias}")
    return found


def table(rows: Iterable[Row]) -> str:
    """Return rows under their heading as they are written in a feature."""
    lines = [COLUMNS, *rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(COLUMNS))]
    return "\n".join(
        f"| {' | '.join(f'{cell:{width}}' for cell, width in zip(line, widths, strict=True))} |" for line in lines
    )


def differs(found: list[Row], datatable: Rows) -> bool:
    """Whether a feature's table says anything else than what was found; the order of rows does not matter."""
    return sorted(tuple(row) for row in datatable) != sorted([COLUMNS, *found])
