"""What lies along a path, as the model declares it: also where a record has nothing there."""

from __future__ import annotations

from collections.abc import Sequence

from peoplezones.domain.values import type_of
from peoplezones.domain.workflow import Choice, Model, ValueType, Workflow


def kinds_at(model: Model, workflow: Workflow, path: Sequence[str]) -> set[str]:
    """Return the kinds of record at the end of a path."""
    kinds = {workflow.name}
    for step in path:
        if step == "this":
            continue
        if step == "root":
            kinds = {model.founding.opens[0].kind}
            continue
        fields = [model.workflows[kind].fields.get(step) for kind in kinds if kind in model.workflows]
        kinds = {target for field in fields if field for target in field.to}
    return kinds


def type_at(model: Model, workflow: Workflow, path: Sequence[str]) -> ValueType | None:
    """Return the type of the value at the end of a path; None where records lie there, or nothing is known of it."""
    for kind in sorted(kinds_at(model, workflow, path[:-1])):
        ending = model.workflows.get(kind)
        if ending is not None and path[-1] in ending.fields:
            field = ending.fields[path[-1]]
            return None if field.type == "ref" else type_of(field)
        if ending is not None and path[-1] in ending.facts:
            yields = ending.facts[path[-1]].yields
            refers = yields.type in ("ref", "reference") or (yields.type == "list" and not yields.choices)
            return None if refers else yields
        if ending is not None and path[-1] == "state":
            titles = tuple(Choice(name=name, title=state.title) for name, state in ending.states.items())
            return ValueType(type="state", choices=titles)
    return None
