"""Documents in plain English: what each is about, for whom, with what, and how it is given out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peoplezones.domain.values import listed
from peoplezones.domain.workflow import Document, Model, Supply, Workflow

FORMS = {
    "either": "restricted or publishable",
    "always": "publishable only",
    "never": "restricted only",
}
_WHAT: Mapping[str, str] = {
    "offices": "its offices and who holds them",
    "history": "its history",
    "stages": "the stages of its kind",
    "plan": "the way ahead of it",
    "deadlines": "its deadlines and those of what refers to it",
    "breaches": "what does not hold of it",
    "files": "the files that came with it",
    "timeline": "a chart of its stages",
}


def document_in_words(model: Model, workflow: Workflow, document: Document) -> dict[str, Any]:
    """Return a document as JSON-ready data."""
    found: dict[str, Any] = {
        "name": document.name.replace("_", "-"),
        "title": document.title,
        "for": document.readers,
        "form": FORMS[document.publish],
        "template": document.template,
        "with": [supply_in_words(model, supply) for supply in document.supplies],
    }
    if document.help:
        found["help"] = document.help
    if document.states:
        found["while"] = [workflow.states[name].title for name in document.states]
    if document.issue:
        found["given_out_by"] = workflow.transitions[document.issue.transition].title
    return found


def supply_in_words(model: Model, supply: Supply) -> str:
    """Return what a template is given under a name: `commitments (Commitments)`."""
    if supply.source in _WHAT:
        what = _WHAT[supply.source]
    elif supply.source == "records":
        kind = model.workflows.get(supply.kind)
        what = kind.plural if kind else supply.kind
    elif supply.source == "series":
        kind = model.workflows.get(supply.kind)
        field = kind.fields.get(supply.value) if kind else None
        what = f"a chart of {field.label if field else supply.value} over time"
    elif supply.source == "why":
        what = f"how '{supply.transition.replace('_', ' ')}' stands"
    elif supply.source == "path":
        what = " of ".join(step.replace("_", " ") for step in reversed(supply.path))
    else:
        what = f"facts: {listed(name.replace('_', ' ') for name in supply.facts)}"
    return f"{supply.name.replace('_', ' ')} ({what})"
