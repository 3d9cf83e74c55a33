"""Which rules name which clause of the papers."""

from __future__ import annotations

from typing import Any

from peoplezones.domain.workflow import Model
from peoplezones.operating_model.stated import Stated, stated


def clauses_with_rules(model: Model, links: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every clause as plain data: id, paper, title and, by kind, the rules that name it (`links`: title, page).

    The acts on the Board as a whole stand in `acts`.
    """
    named: dict[str, dict[str, list[Stated]]] = {}
    for rule in stated(model):
        named.setdefault(rule.clause, {}).setdefault(rule.kind, []).append(rule)
    return [
        {
            "id": clause.id,
            "paper": clause.paper,
            "title": clause.title,
            "context": clause.context,
            "acts": [rule.words for rule in named.get(clause.id, {}).get("", ())],
            "kinds": [
                {**links[kind], "rules": [_named(rule) for rule in rules]}
                for kind, rules in named.get(clause.id, {}).items()
                if kind
            ],
        }
        for clause in model.clauses.values()
    ]


def _named(rule: Stated) -> dict[str, Any]:
    """Return a rule's name, and whether that is an id or words."""
    if rule.sort == "workflow":
        return {"name": "what it is", "id": False}
    if rule.sort == "transition":
        return {"name": rule.words, "id": False}
    return {"name": rule.name, "id": True}
