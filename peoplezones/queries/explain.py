"""A decision in plain lines: what moved and where; or every reason why not, and who can put it right with what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

import msgspec

from peoplezones.domain.record import Decision, Outcome
from peoplezones.domain.wording import basis_in_words, found_in_words
from peoplezones.domain.workflow import Model, Workflow
from peoplezones.store.view import BoardView

from .history import title_of
from .naming import called, names
from .needs import step_of

_WORD = re.compile(r"\b[A-Z][A-Z0-9]*(?:-\w+)+\b")


def decision_names(view: BoardView, decision: Decision) -> dict[str, str]:
    """Return the names of every record that a decision mentions."""
    wanted = [decision.reference, *decision.opened]
    for outcome in decision.reasons:
        wanted += _WORD.findall(outcome.found)
        for finding in outcome.findings:
            value = finding.value
            wanted += [str(item) for item in (value if isinstance(value, (list, tuple)) else [value])]
    return names(view, wanted)


def explain(model: Model, decision: Decision, known: dict[str, str]) -> list[str]:
    """Return a decision as lines of plain text; `known` gives names for references."""
    workflow = model.workflows.get(decision.kind)
    title = title_of(workflow, decision.kind, decision.transition)
    if decision.moved:
        return _moved(workflow, decision, title, known)
    where = f" for {called(decision.reference, known)}" if decision.reference else ""
    word = "Refused" if decision.entry else "Would be refused"
    count = len(decision.reasons)
    reasons = "1 reason" if count == 1 else f"{count} reasons"
    lines = [f"{word}: '{title}'{where}, for {reasons}. Nothing has changed{_logged(decision)}."]
    for number, outcome in enumerate(decision.reasons, start=1):
        lines += ["", *_reason(model, workflow, outcome, number, known)]
    return lines


def _moved(workflow: Workflow | None, decision: Decision, title: str, known: dict[str, str]) -> list[str]:
    subject = called(decision.reference, known) if decision.reference else "The Board"
    state = workflow.states[decision.to].title if workflow and decision.to in workflow.states else decision.to
    verb = "Would be done" if not decision.entry else "Had been done already" if decision.repeated else "Done"
    lines = [f"{verb}: '{title}'."]
    if state:
        lines[0] = f"{verb}: '{title}'. {subject} {_at(decision)} '{state}'{_logged(decision)}."
    if decision.opened:
        lines.append("It opened: " + ", ".join(called(reference, known) for reference in decision.opened))
    return lines


def _at(decision: Decision) -> str:
    stays = decision.source == decision.to
    if not decision.entry:
        return "would stay at" if stays else "would be at"
    if decision.repeated:
        return "stayed at" if stays else "went to"
    return "is still at" if stays else "is now at"


def _logged(decision: Decision) -> str:
    return f" (entry {decision.entry}, {decision.on})" if decision.entry else f" ({decision.on}, nothing is kept)"


def _reason(
    model: Model, workflow: Workflow | None, outcome: Outcome, number: int, known: dict[str, str]
) -> Iterator[str]:
    about = model.workflows.get(outcome.record) if outcome.record else workflow
    opened = f" (of the {about.title} that it opens)" if outcome.record and about else ""
    yield f"  {number}. Needed: {with_names(outcome.needed, known)}{opened}"
    found = found_of(about, outcome, known)
    if found:
        yield f"     Found:  {found}"
    yield f"     Rule:   {outcome.rule} ({basis_in_words(outcome.clause, outcome.basis)}{_clause(model, outcome)})"
    for place, remedy in enumerate(outcome.remedies):
        step = step_of(model, remedy)
        lead = "     To put it right: " if place == 0 else "                   or: "
        yield f"{lead}{step.command} ('{step.title}'), by {step.who}"


def _clause(model: Model, outcome: Outcome) -> str:
    clause = model.clauses.get(outcome.clause)
    return f": {clause.title}" if clause else ""


def found_of(workflow: Workflow | None, outcome: Outcome, known: dict[str, str]) -> str:
    """Return what was found, in words, with names beside references."""
    if outcome.findings and workflow:
        return "; ".join(found_in_words(workflow, f.fact, f.value, known) for f in outcome.findings)
    return with_names(outcome.found, known)


def with_names(text: str, known: dict[str, str]) -> str:
    """Return a sentence with names put beside the references in it."""
    return _WORD.sub(lambda match: called(match.group(), known), text) if known else text


def as_json(model: Model, decision: Decision, known: dict[str, str]) -> dict[str, Any]:
    """Return a decision as plain data: what was decided, and every rule with what was needed and found."""
    workflow = model.workflows.get(decision.kind)
    plain: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(decision, names=known), enc_hook=_exact)
    for outcome, kept in zip(decision.outcomes, plain["outcomes"], strict=True):
        about = model.workflows.get(outcome.record) if outcome.record else workflow
        kept["found"] = found_of(about, outcome, known)
        kept["leans"] = basis_in_words(outcome.clause, outcome.basis)
        steps: Iterable[Any] = (step_of(model, remedy) for remedy in outcome.remedies)
        kept["remedies"] = msgspec.to_builtins(list(steps))
    plain["title"] = title_of(workflow, decision.kind, decision.transition)
    return plain


def _exact(value: Any) -> Any:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    raise NotImplementedError(type(value).__name__)
