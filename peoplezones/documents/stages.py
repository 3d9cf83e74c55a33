"""The stages of a kind of record, with what each needs of whom."""

from __future__ import annotations

from typing import Any

from peoplezones.domain.history import as_called_now, standing_moves
from peoplezones.domain.record import Record
from peoplezones.domain.workflow import Workflow
from peoplezones.operating_model.describe import describe

from .values import Plain, Values


def stages_of(values: Values, record: Record) -> list[Plain]:
    """Return the stages of the record's kind, in the model's order, each with the steps that lead on from it.

    A stage is `{state, title, help, within, tell, here, reached, final, goal, steps, holds}`, a step `{title, help, to,
    by, not_by, asks, takes, needs, clause}`; `holds` are the conditions that must go on holding there.
    """
    view = values.view
    workflow = view.workflow(record)
    told = describe(view.model_of(record), workflow)
    moves = {move["name"]: move for move in told["transitions"]}
    been = {move.to for move in standing_moves(as_called_now(view, view.moves(record.reference)))}
    return [_stage(workflow, state, record, been, moves, told["standing"]) for state in told["states"]]


def _stage(
    workflow: Workflow, state: dict[str, Any], record: Record, been: set[str], moves: Plain, standing: list[Plain]
) -> Plain:
    name = state["name"]
    leading = [moves[move.name] for move in workflow.transitions.values() if name in move.sources]
    return {
        "state": name,
        "title": state["title"],
        "help": state.get("help", ""),
        "within": state.get("within", ""),
        "tell": state.get("tell", ""),
        "here": name == record.state,
        "reached": name in been,
        "final": bool(state.get("final")),
        "goal": bool(state.get("goal")),
        "steps": [_step(move) for move in leading],
        "holds": [_rule(rule) for rule in standing if state["title"] in rule["while"]],
    }


def _step(move: Plain) -> Plain:
    return {
        "name": move["name"],
        "title": move["title"],
        "help": move.get("help", ""),
        "to": move["to"],
        "by": move["by"],
        "not_by": move.get("not_by", ""),
        "asks": list(move.get("asks", {}).values()),
        "takes": list(move.get("takes", {}).values()),
        "needs": [_rule(rule) for rule in move.get("guards", ())],
        "clause": move["clause"],
    }


def _rule(rule: Plain) -> Plain:
    return {"because": rule["because"], "when": rule.get("when", ""), "clause": rule["clause"]}
