"""What a model still asks of a record that was brought over to it, though whatever was opened under it had to meet it.

A record that began under the model has come through its stages one by one; one that was brought over has not. On a
shortest way from an opening to the stage at which it came over, what each transition asks must be given, and its guards
and the standing conditions of each stage are judged on the record as it is now.
"""

from __future__ import annotations

from collections.abc import Iterator

from .facts import Scene
from .graph import walk
from .history import came_over
from .record import Outcome, Record, Value, View
from .remedy import amenders
from .rules import judge_guard
from .workflow import Guard, Transition, Workflow


class Owed(Value, frozen=True, kw_only=True):
    """Something that a transition on the way asks and that does not hold; `standing` where it must go on holding."""

    transition: str
    outcome: Outcome
    standing: bool = False


def owed(view: View, record: Record, day: str) -> tuple[Owed, ...]:
    """Return what the model still asks of a record that was brought over, in the order of its stages; else nothing."""
    migration = came_over(view.moves(record.reference))
    workflow = view.workflow(record)
    if migration is None or record.state in workflow.final:
        return ()
    found: dict[str, Owed] = {}
    for one in _on_the_way(view, workflow, record, migration.to, day):
        found.setdefault(one.outcome.rule, one)
    return tuple(found.values())


def _on_the_way(view: View, workflow: Workflow, record: Record, state: str, day: str) -> Iterator[Owed]:
    scene = Scene(view, workflow, record, day)
    model = view.model_of(record)
    for step in walk(workflow).way_to(state) or ():
        if step.source is None and record.reference == view.root:
            continue  # the Board itself was begun by its founding, which happens but once
        move = workflow.transitions[step.transition]
        missing = {name for name in move.asks if scene.value(name) in (None, "", [])}
        for name in move.asks:
            if name in missing:
                yield Owed(transition=move.name, outcome=_not_given(view, workflow, record, move, name))
        source, to = step.source[0] if step.source else "", step.target[0]
        conditions = [s.guard for s in workflow.standing if to in s.states and source not in s.states]
        for guard in (*move.guards, *conditions):
            outcome = judge_guard(scene, model, guard)
            if not outcome.held and not _looks_at(guard, missing):
                yield Owed(transition=move.name, outcome=outcome, standing=guard in conditions)


def _looks_at(guard: Guard, missing: set[str]) -> bool:
    """Whether a guard looks at a value that is said to be missing already."""
    return any(test.fact in missing for test in guard.tests)


def _not_given(view: View, workflow: Workflow, record: Record, move: Transition, name: str) -> Outcome:
    """Return that a value which the transition asks for is not there, and who could give it."""
    return Outcome(
        rule=f"asked-{name}",
        held=False,
        needed=f"'{workflow.fields[name].label}' is given",
        clause=move.clause,
        basis=move.basis,
        found="nothing is given",
        remedies=tuple(amenders(view.model_of(record), workflow, name, record.state)),
    )
