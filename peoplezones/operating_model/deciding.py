"""Who makes each stage move: every transition with who may, who may not and who may enter it for them."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.record import Value
from peoplezones.domain.wording import who_in_words
from peoplezones.domain.workflow import PREVIOUS, SAME, Model, Transition, Who, Workflow

OTHER_RECORDS = "nobody; another record opens it"


class Deciding(Value, frozen=True, kw_only=True):
    """One transition: what it is called, where it leads from and to, and who may make it, in words.

    `sources` is empty where it opens a record. `enters` are those who may enter it for whoever decided it.
    """

    kind: str
    step: str
    title: str
    sources: tuple[str, ...]
    to: str
    may: tuple[str, ...]
    may_not: tuple[str, ...]
    enters: tuple[str, ...]


def deciding(model: Model, workflow: Workflow) -> tuple[Deciding, ...]:
    """Return who makes each transition of a kind, in the order in which they are declared."""
    return tuple(_row(model, workflow, move) for move in workflow.transitions.values())


def _row(model: Model, workflow: Workflow, move: Transition) -> Deciding:
    def words(people: Iterable[Who]) -> tuple[str, ...]:
        return tuple(who_in_words(model, workflow, who) for who in people)

    leads = {SAME: "stays where it is", PREVIOUS: "back to where it was"}
    return Deciding(
        kind=workflow.name,
        step=move.name,
        title=move.title,
        sources=tuple(workflow.states[name].title for name in move.sources),
        to=leads.get(move.to) or workflow.states[move.to].title,
        may=words(move.by) or (OTHER_RECORDS,),
        may_not=words(move.not_by),
        enters=words(model.enters_for_others) if move.by else (),
    )
