"""Every rule of a model as something that states a clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from peoplezones.domain.values import listed
from peoplezones.domain.workflow import Model, Workflow

from .describe import personal_in_words, retention_in_words

Sort = Literal[
    "workflow",
    "transition",
    "guard",
    "standing",
    "promise",
    "founding",
    "adoption",
    "keys",
    "erasure",
    "escalation",
    "retention",
]


class Stated(NamedTuple):
    """A rule and the clause that it comes from; `kind` is "" for acts on the Board, `basis` "" for a kind itself.

    `name` is an id or the name of a transition; `words` say the rule to people.
    """

    clause: str
    basis: str
    kind: str
    sort: Sort
    name: str
    words: str


def stated(model: Model) -> Iterator[Stated]:
    """Yield every rule of a model: the acts on the Board, then kind by kind in the order of its file."""
    founding, adoption = model.founding, model.adoption
    yield Stated(founding.clause, founding.basis, "", "founding", "", "Begin a Board")
    yield Stated(adoption.clause, adoption.basis, "", "adoption", "", "Adopt a model")
    if model.keys:
        yield Stated(model.keys.clause, model.keys.basis, "", "keys", "", "Register a key of the log")
    if model.erasure:
        yield Stated(model.erasure.clause, model.erasure.basis, "", "erasure", "", "Erase personal values")
    if model.escalation:
        words = "Tell of what is overdue"
        yield Stated(model.escalation.clause, model.escalation.basis, "", "escalation", "", words)
    for workflow in model.workflows.values():
        yield from stated_by(workflow)


def stated_by(workflow: Workflow) -> Iterator[Stated]:
    """Yield every rule of a kind: itself, its transitions, guards, standing conditions, promises, how long it keeps."""
    kind = workflow.name
    yield Stated(workflow.clause, "", kind, "workflow", "", workflow.title)
    for move in workflow.transitions.values():
        yield Stated(move.clause, move.basis, kind, "transition", move.name, move.title)
    for name, guard in workflow.guards():
        yield Stated(guard.clause, guard.basis, kind, "guard" if name else "standing", guard.id, guard.because)
    for promise in workflow.promises:
        yield Stated(promise.clause, promise.basis, kind, "promise", promise.id, promise.because)
    for rule in workflow.retention:
        kept = listed(personal_in_words(workflow, name) for name in rule.fields)
        words = f"{kept}: {retention_in_words(workflow, rule)}"
        yield Stated(rule.clause, rule.basis, kind, "retention", rule.id, words)
