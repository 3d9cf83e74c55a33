"""What a model still asks of records that were brought over to it, and migrations, as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peoplezones.domain.owes import Owed, owed
from peoplezones.domain.record import Outcome, Record, Value
from peoplezones.domain.wording import basis_in_words
from peoplezones.domain.workflow import Workflow
from peoplezones.store.view import BoardView

from .explain import found_of
from .fields import Shown, shown
from .naming import names
from .needs import Step, findings_in_words, step_of

if TYPE_CHECKING:
    from peoplezones.domain.record import Decision


class Owing(Value, frozen=True):
    """Something that the model still asks of a record: for which transition, what was found, who can put it right.

    `standing` where it is a condition that must go on holding, and so a breach as long as the record is at that stage.
    """

    rule: str
    transition: str
    transition_title: str
    needed: str
    found: str
    clause: str
    leans: str
    standing: bool
    steps: tuple[Step, ...] = ()


class Reason(Value, frozen=True):
    """Why a record cannot come over: what is needed, what was found, who can put it right."""

    rule: str
    needed: str
    found: str
    clause: str
    leans: str
    steps: tuple[Step, ...] = ()


class Case(Value, frozen=True):
    """What became of one record that was to come over; `entry` 0 where it was only tried."""

    reference: str
    name: str
    moved: bool
    entry: int
    kind_title: str
    source_title: str
    to_title: str
    changes: tuple[Shown, ...] = ()
    reasons: tuple[Reason, ...] = ()
    owes: tuple[Owing, ...] = ()


def owes_of(view: BoardView, record: Record, today: str) -> tuple[Owing, ...]:
    """Return what the model still asks of a record that was brought over; nothing of one that began under it."""
    return in_words(view, view.workflow(record), owed(view, record, today))


def in_words(view: BoardView, workflow: Workflow, every: Iterable[Owed]) -> tuple[Owing, ...]:
    """Return what is owed as people read it."""
    return tuple(_owing(view, workflow, one) for one in every)


def _owing(view: BoardView, workflow: Workflow, one: Owed) -> Owing:
    outcome = one.outcome
    return Owing(
        rule=outcome.rule,
        transition=one.transition,
        transition_title=workflow.transitions[one.transition].title,
        needed=outcome.needed,
        found=findings_in_words(view, workflow, outcome),
        clause=outcome.clause,
        leans=basis_in_words(outcome.clause, outcome.basis),
        standing=one.standing,
        steps=tuple(step_of(view.model, remedy) for remedy in outcome.remedies),
    )


def case_of(
    view: BoardView,
    source: Workflow,
    to: Workflow,
    decision: Decision,
    changes: dict[str, object],
    owes: Iterable[Owed],
) -> Case:
    """Return what became of one record, from the workflow that it had to the one that it has or would have."""
    known = names(view, [decision.reference])
    stage = to.states.get(decision.to) if decision.moved else source.states.get(decision.to)
    given = {name: value for name, value in changes.items() if value is not None}
    return Case(
        reference=decision.reference,
        name=known.get(decision.reference, ""),
        moved=decision.moved,
        entry=decision.entry,
        kind_title=source.title,
        source_title=source.states[decision.source].title,
        to_title=stage.title if stage else decision.to,
        changes=shown(view, to, given) if decision.moved else (),
        reasons=tuple(_reason(view, source, outcome) for outcome in decision.reasons),
        owes=in_words(view, to, owes),
    )


def _reason(view: BoardView, workflow: Workflow, outcome: Outcome) -> Reason:
    return Reason(
        rule=outcome.rule,
        needed=outcome.needed,
        found=found_of(workflow, outcome, {}),
        clause=outcome.clause,
        leans=basis_in_words(outcome.clause, outcome.basis),
        steps=tuple(step_of(view.model, remedy) for remedy in outcome.remedies),
    )
