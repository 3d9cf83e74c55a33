"""What kinds of record and steps are called in an event log: by their titles, each of which means one thing."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.entry import ACT
from peoplezones.domain.mapping import kind_now
from peoplezones.domain.record import AMEND, UNDO
from peoplezones.domain.workflow import Field, Workflow
from peoplezones.queries.history import title_of
from peoplezones.store.view import BoardView

THE_BOARD = "The Board"
STATE = "state"  # no field can be called so
TEXT, WHOLE, DECIMAL, TRUTH, TIME = "string", "integer", "float", "boolean", "time"  # the types that OCEL 2.0 has


class Types:
    """The names of the types of objects and events: titles, with the name of the kind where two kinds share a title."""

    def __init__(self, view: BoardView) -> None:
        self.models = view.models()
        self._titles: dict[str, set[str]] = {}
        for model in self.models:
            for workflow in model.workflows.values():
                kind = kind_now(view.model, model, workflow.name)
                self._titles.setdefault(workflow.title, set()).add(kind)

    def object_type(self, workflow: Workflow) -> str:
        """Return the type of the records of a workflow."""
        shared = len(self._titles[workflow.title]) > 1 or workflow.title == THE_BOARD
        return f"{workflow.title} ({workflow.name})" if shared else workflow.title

    def event_type(self, workflow: Workflow | None, kind: str, transition: str) -> str:
        """Return the type of the events that a step, a correction or an act makes."""
        whose = self.object_type(workflow) if workflow and kind != ACT else THE_BOARD
        return f"{whose}: {title_of(workflow, kind, transition)}"

    def event_types(self, steps: Iterable[tuple[str, str]]) -> list[str]:
        """Return the types of the events of these kinds and transitions, under every model that has them."""
        found: dict[str, None] = {}
        for kind, transition in steps:
            if kind == ACT:
                found[self.event_type(None, kind, transition)] = None
            for workflow in (model.workflows.get(kind) for model in self.models):
                if workflow and (transition in workflow.transitions or transition in (AMEND, UNDO)):
                    found[self.event_type(workflow, kind, transition)] = None
        return list(found)

    def object_types(self, kinds: Iterable[tuple[str, str]]) -> dict[str, dict[str, str]]:
        """Return the types of the records of these models and kinds, each with its attributes and their types.

        A kind's attributes are those that it has under any model; one whose type differs between them is text.
        """
        known = {model.digest: model for model in self.models}
        wanted = {self.object_type(known[digest].workflows[kind]) for digest, kind in kinds}
        found: dict[str, dict[str, str]] = {name: {STATE: TEXT} for name in sorted(wanted)}
        for model in self.models:
            for workflow in model.workflows.values():
                for field in attributes_of(workflow) if self.object_type(workflow) in found else ():
                    declared = found[self.object_type(workflow)]
                    type_ = type_of_attribute(field)
                    declared[field.name] = type_ if declared.get(field.name, type_) == type_ else TEXT
        return found


def attributes_of(workflow: Workflow) -> list[Field]:
    """Return the fields that may be told: neither personal nor references, which are relationships."""
    return [field for field in workflow.fields.values() if not field.personal and field.type != "ref"]


def type_of_attribute(field: Field) -> str:
    """Return the type of a field's values as OCEL 2.0 calls it."""
    if field.type == "number":
        return DECIMAL if field.decimals else WHOLE
    return {"money": DECIMAL, "yes_no": TRUTH, "date": TIME}.get(field.type, TEXT)
