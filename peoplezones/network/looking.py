"""What every analysis begins with: which records are looked at, as the model declares it, and what they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from peoplezones.domain.errors import UsageError
from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value
from peoplezones.domain.wording import basis_in_words
from peoplezones.domain.workflow import Model, Test, Workflow
from peoplezones.store.reading import records_of
from peoplezones.store.view import BoardView


class NotDeclared(UsageError):
    """The operating model does not declare what is asked for."""

    def __init__(self, model: Model, word: str) -> None:
        super().__init__(
            f"the model in force, '{model.title}', does not declare '{word}'; "
            "add it under `network` in its model.yaml, or adopt a model that has it"
        )


class Named(Value, frozen=True):
    """A record and what it may be called."""

    reference: str
    label: str


class Titled(Value, frozen=True, kw_only=True):
    """A part of an analysis: its id and title in the model, and the clause that asks for it."""

    id: str
    title: str
    clause: str
    leans: str


class LookedAt(msgspec.Struct, frozen=True):
    """The records of a kind that meet some conditions, each as a scene; how many are at another stage, by it."""

    scenes: tuple[Scene, ...]
    left_out: dict[str, int]

    @property
    def records(self) -> list[Record]:
        """The records, as they were opened."""
        return [scene.this for scene in self.scenes]


def looked_at(view: BoardView, kind: str, when: Iterable[Test], today: str) -> LookedAt:
    """Return the records of a kind of the model in force that meet every one of `when`, whatever model they live by."""
    conditions = tuple(when)
    scenes, left_out = [], Counter[str]()
    for record in of_kind(view, kind):
        workflow = view.workflow(record)
        scene = Scene(view, workflow, record, today)
        failed = [test for test in conditions if not scene.holds(test)]
        if not failed:
            scenes.append(scene)
        elif any(test.fact == "state" for test in failed):
            left_out[stage(workflow, record)] += 1
    return LookedAt(tuple(scenes), dict(left_out))


def of_kind(view: BoardView, kind: str) -> list[Record]:
    """Return the records of a kind of the model in force, by whatever name they are kept, as they were opened."""
    found = records_of(view.connection, view.kinds_of(kind))
    return [record for record in found if view.kind_now(record) == kind]


def stage(workflow: Workflow, record: Record) -> str:
    """Return what people call the state of a record."""
    state = workflow.states.get(record.state)
    return state.title if state else record.state


def source_of(clause: str, basis: str) -> dict[str, str]:
    """Return the clause that an analysis rests on and how it leans on it, as fields of `Titled`."""
    return {"clause": clause, "leans": basis_in_words(clause, basis)}
