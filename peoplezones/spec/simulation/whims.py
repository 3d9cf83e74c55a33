"""What people ask for on a whim: any transition, correction or taking back, with values that may or may not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from peoplezones.app import Board
from peoplezones.domain.facts import Scene
from peoplezones.domain.record import AMEND, UNDO, Record
from peoplezones.domain.workflow import Field, Transition, Who, Workflow
from peoplezones.queries.people import actors
from peoplezones.service import Draft
from peoplezones.spec.journey import Journey, Step
from peoplezones.spec.walk import Walk
from peoplezones.spec.words import file_saying
from peoplezones.store.workspace import Workspace

_ENTERED_LATER = 0.25  # how often somebody else enters it from a document, for an earlier day
_GOES_ON = 0.8  # how often nobody so much as thinks of ending it
_Recipe = tuple[Journey, str, Step]


class Whims:
    """Makes requests by chance, most of them such that somebody could well make them."""

    def __init__(self, board: Board, walk: Walk, chance: Random, people: Sequence[str]) -> None:
        self._board, self._walk, self._chance, self.people = board, walk, chance, list(people)
        self._enterers: list[str] = []
        self.spared: set[str] = set()  # records that many depend on, so that one whim would hold everybody up
        self._recipes: dict[tuple[str, str], list[_Recipe]] = {}

    def learn(self, journey: Journey, name: str, step: Step) -> None:
        """Remember what a step of a journey gave, so that somebody may give the like."""
        self._recipes.setdefault((step.kind, step.transition), []).append((journey, name, step))

    def draft(self) -> Draft | None:
        """Return a request, or None where there is nothing to ask for."""
        chance = self._chance
        with self._board.view() as view:
            self._enterers = self._who_enters(view)
            kind = chance.choice(list(view.model.workflows))
            found = view.records_in(kind, frozenset())
            record = view.record(chance.choice(found)) if found else None
            if record is not None and record.reference in self.spared:
                return None
            workflow = view.workflow(record) if record else view.model.workflows[kind]
            moves = [m for m in workflow.transitions.values() if not m.opening and record and record.state in m.sources]
            if record is None or not moves or chance.random() < 0.1:
                moves, record = list(workflow.openings), None
            asks = chance.random()
            if record and workflow.amend and asks < 0.15:
                return self._correction(view, workflow, record)
            if record and workflow.undo and asks < 0.3:
                return self._taking_back(view, workflow, record)
            onward = [move for move in moves if move.to not in workflow.final]
            moves = onward if onward and chance.random() < _GOES_ON else moves
            return self._move(view, workflow, record, chance.choice(moves)) if moves else None

    def _move(self, view: Workspace, workflow: Workflow, record: Record | None, move: Transition) -> Draft:
        values = self._values(view, workflow, move)
        actor = self._actor(view, workflow, record, move.by)
        return self._drafted(workflow, move.name, record, values, actor)

    def _correction(self, view: Workspace, workflow: Workflow, record: Record) -> Draft:
        allowed = self._chance.choice(workflow.amend)
        field = workflow.fields[self._chance.choice(allowed.fields)]
        values = {field.name: self._value(view, field)}
        return self._drafted(workflow, AMEND, record, values, self._actor(view, workflow, record, allowed.by))

    def _taking_back(self, view: Workspace, workflow: Workflow, record: Record) -> Draft:
        who = self._chance.choice(workflow.undo).by
        return self._drafted(workflow, UNDO, record, {}, self._actor(view, workflow, record, who))

    def _drafted(
        self, workflow: Workflow, transition: str, record: Record | None, values: dict[str, Any], actor: str
    ) -> Draft:
        corrects = transition in (AMEND, UNDO)
        later = self._chance.random() < _ENTERED_LATER
        day = self._walk.calendar.day - timedelta(days=self._chance.randrange(60) if later else 0)
        return Draft(
            kind=workflow.name,
            transition=transition,
            record=record.reference if record else "",
            values=values,
            actor=actor,
            entered_by=self._chance.choice(self._enterers or [actor]) if later else actor,
            document="A simulated letter" if later else "",
            reason="It was simulated." if corrects else "",
            on=day.isoformat(),
        )

    def _who_enters(self, view: Workspace) -> list[str]:
        """Return those who may enter today what others decided."""
        root = view.record(view.root)
        assert root is not None
        scene = Scene(view, view.workflow(root), root, self._walk.calendar.day.isoformat())
        return [actor.reference for actor in actors(view, scene, view.model.enters_for_others)]

    def _actor(self, view: Workspace, workflow: Workflow, record: Record | None, by: Iterable[Who]) -> str:
        """Return mostly somebody who may, and now and then anybody."""
        today = self._walk.calendar.day.isoformat()
        this = record or Record(kind=workflow.name, reference="")
        may = [actor.reference for actor in actors(view, Scene(view, workflow, this, today), by)]
        return self._chance.choice(may if may and self._chance.random() < 0.7 else self.people)

    def _values(self, view: Workspace, workflow: Workflow, move: Transition) -> dict[str, Any]:
        taken = [name for name in move.takes if self._chance.random() < 0.2]
        values = {name: self._value(view, workflow.fields[name]) for name in (*move.asks, *taken)}
        recipes = self._recipes.get((workflow.name, move.name))
        if recipes and self._chance.random() < 0.7:
            values.update(self._walk.values(*self._chance.choice(recipes)))
        return values

    def _value(self, view: Workspace, field: Field) -> Any:
        """Return something that the field may hold, or at least something of its type."""
        if field.type == "ref":
            known = [r for kind in field.to for r in view.records_in(kind, frozenset())]
            many = self._chance.randint(1, 3) if field.many else 1
            some = [self._chance.choice(known) for _ in range(many if known else 0)]
            return some if field.many else "".join(some)
        if field.type == "choice":
            return self._chance.choice(field.choices).name
        if field.type == "file":
            return file_saying(field, f"Simulated file {self._chance.randrange(100)} Example")
        plain = {
            "date": self._walk.calendar.day.isoformat(),
            "number": str(self._chance.randint(0, 200)),
            "money": f"{self._chance.randint(0, 500)}.00",
            "yes_no": self._chance.choice(("yes", "no")),
        }
        return plain.get(field.type, "Simulated Example")
