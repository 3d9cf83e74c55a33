"""Which rules name which clause of the papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peoplezones.domain.workflow import Model, Workflow


def clauses_with_rules(model: Model, links: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every clause as plain data: id, paper, title and, by kind, the rules that name it (`links`: title, page).

    The acts on the Board as a whole stand in `acts`.
    """
    named = {name: list(_rules(workflow)) for name, workflow in model.workflows.items()}
    acts = ((model.founding.clause, "Begin a Board"), (model.adoption.clause, "Adopt a model"))
    return [
        {
            "id": clause.id,
            "paper": clause.paper,
            "title": clause.title,
            "acts": [act for id_, act in acts if id_ == clause.id],
            "kinds": [
                {**links[kind], "rules": found}
                for kind, rules in named.items()
                if (found := [rule for id_, rule in rules if id_ == clause.id])
            ],
        }
        for clause in model.clauses.values()
    ]


def _rules(workflow: Workflow) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield clause and rule: its name, and whether that is an id or words."""
    yield workflow.clause, {"name": "what it is", "id": False}
    for move in workflow.transitions.values():
        yield move.clause, {"name": move.title, "id": False}
    for _, guard in workflow.guards():
        yield guard.clause, {"name": guard.id, "id": True}
    for promise in workflow.promises:
        yield promise.clause, {"name": promise.id, "id": True}
