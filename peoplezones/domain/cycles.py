"""References that may not lead back to where they started (`acyclic`)."""

from __future__ import annotations

from typing import Any

from .record import Outcome, Record, View
from .workflow import Workflow


def judge_cycles(view: View, workflow: Workflow, record: Record, changes: dict[str, Any]) -> list[Outcome]:
    """Judge that no `acyclic` reference that changes leads back to the record."""
    outcomes = []
    for name in sorted(changes):  # as the log has them, so that a replay judges in the same order
        field = workflow.fields[name]
        if not field.acyclic:
            continue
        loop = _leads_back(view, record, name)
        outcomes.append(
            Outcome(
                rule="acyclic",
                held=not loop,
                needed=f"'{field.label}' does not lead back to the record itself",
                clause=workflow.clause,
                basis="implies",
                found=f"it leads {' to '.join(loop)}" if loop else "",
            )
        )
    return outcomes


def _leads_back(view: View, record: Record, name: str) -> list[str]:
    """Return the way along `name` from the record back to itself, or nothing."""
    ways = [[record.reference]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        here = record if len(way) == 1 else view.record(way[-1])
        targets = here.fields.get(name) if here else None
        for target in targets if isinstance(targets, list) else [targets] if targets else []:
            if target == record.reference:
                return [*way[1:], target]
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return []
