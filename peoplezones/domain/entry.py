"""What a line of the log says when it is read again, in the words of the model that it was made under.

How a line is written: `peoplezones.service.entry`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from .record import Authority, Decision, Finding, Outcome
from .remedy import remedies
from .wording import BUILT_IN
from .workflow import Guard, Model, Workflow

ACT = "act"  # stands in place of a kind for acts on the Board as a whole, for migrations and for erasures
ERASE = "erase"
NAME = ".name"  # what the file in a field is called, beside the field
TEXTS = ("document", "reason")  # of every entry; as personal as a field may be


def commitments_of(entry: Mapping[str, Any], model: Model) -> dict[str, str]:
    """Return by field the personal values to which an entry commits, `document` and `reason` among them.

    What a file in a field is called goes under `FIELD.name`. None where it was refused: what was not done is not kept.
    """
    if not entry["moved"]:
        return {}
    workflow = model.workflows.get(entry["kind"])
    fields = workflow.fields if workflow else {}
    asked = {name: entry["asked"].get(name) for name, field in fields.items() if field.personal}
    names = {f"{field}{NAME}": name for field, name in entry.get("names", {}).items()}
    every = {**asked, **{text: entry[text] for text in TEXTS}, **names}
    return {name: value for name, value in every.items() if value}


def is_move(entry: Mapping[str, Any]) -> bool:
    """Whether an entry, or its row, is a move of its record, and not a refusal or an erasure."""
    return bool(entry["moved"]) and (entry["kind"] != ACT or entry["transition"] != ERASE)


def decision_of(entry: dict[str, Any], model: Model) -> Decision:
    """Return the decision that an entry records, its rules in the words of the model it was made under."""
    workflow = model.workflows.get(entry["kind"])
    authority = entry["authority"]
    return Decision(
        moved=entry["moved"],
        kind=entry["kind"],
        transition=entry["transition"],
        reference=entry["record"] or "",
        source=entry["from"],
        to=entry["to"],
        outcomes=tuple(_outcome_of(outcome, model, workflow, entry["from"] or "") for outcome in entry["outcomes"]),
        on=entry["on"],
        authority=Authority(**authority) if authority else None,
        entry=entry["n"],
        seq=entry["seq"] or 0,
        opened=tuple(entry["opened"]),
    )


def _outcome_of(kept: dict[str, Any], model: Model, workflow: Workflow | None, state: str) -> Outcome:
    if "record" in kept and workflow is not None:
        workflow = model.workflows.get(kept["record"])
    guard = _guard(workflow, kept["rule"])
    found = kept.get("found", "")
    pairs = found.items() if isinstance(found, dict) else ()
    findings = tuple(Finding(fact=name, value=_read(workflow, name, value)) for name, value in pairs)
    return Outcome(
        rule=kept["rule"],
        held=kept["held"],
        needed=guard.because if guard else kept.get("needed", ""),
        clause=guard.clause if guard else kept.get("clause", ""),
        basis=guard.basis if guard else kept.get("basis", BUILT_IN),
        found="" if findings else found,
        findings=findings,
        remedies=remedies(model, workflow, guard, state) if guard and workflow and not kept["held"] else (),
        applies=kept.get("applies", True),
        record=kept.get("record", ""),
    )


def _read(workflow: Workflow | None, name: str, value: Any) -> Any:
    fact = workflow.facts.get(name) if workflow else None
    return Fraction(value) if fact and fact.head == "share" and value is not None else value


def _guard(workflow: Workflow | None, rule: str) -> Guard | None:
    return next((guard for _, guard in workflow.guards() if guard.id == rule), None) if workflow else None
