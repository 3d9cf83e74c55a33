"""The rules of a transition as they stand now: held or not, what was found, who can put them right."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.entry import ACT, ERASE
from peoplezones.domain.facts import Scene
from peoplezones.domain.keys import REGISTER_KEY
from peoplezones.domain.record import Outcome, Remedy, Value
from peoplezones.domain.remedy import remedies
from peoplezones.domain.wording import basis_in_words, name_in_words, name_type
from peoplezones.domain.workflow import Guard, Model, Workflow
from peoplezones.store.view import BoardView

from .history import title_of
from .looked_at import looked_at
from .naming import in_words


class Step(Value, frozen=True):
    """A transition that could put something right: what to run, and who may."""

    kind: str
    transition: str
    title: str
    command: str
    who: str


class Need(Value, frozen=True):
    """A rule as it stands: `held`, or `later` where it will be judged on what is given; what was found; who can act."""

    rule: str
    held: bool
    needed: str
    clause: str
    leans: str
    found: str = ""
    later: bool = False
    applies: bool = True
    standing: bool = False
    steps: tuple[Step, ...] = ()
    looks_at: tuple[str, ...] = ()


def command(kind: str, transition: str) -> str:
    """Return the command that makes a transition, without its reference; an act on the model has one of its own."""
    if kind == ACT and transition == REGISTER_KEY:
        return "peoplezones audit key new"
    if kind == ACT:
        return f"peoplezones {'' if transition == ERASE else 'model '}{transition}"
    return f"peoplezones {kind.replace('_', '-')} {transition.replace('_', '-')}"


def step_of(model: Model, remedy: Remedy) -> Step:
    """Return a remedy with its title and command."""
    return Step(
        kind=remedy.kind,
        transition=remedy.transition,
        title=title_of(model.workflows.get(remedy.kind), remedy.kind, remedy.transition),
        command=command(remedy.kind, remedy.transition),
        who=remedy.who,
    )


def need_of(
    view: BoardView, scene: Scene, outcome: Outcome, guard: Guard, standing: bool, open_fields: set[str], own: str
) -> Need:
    """Return how a rule came out; it is judged later where it looks at a field that is still to be given.

    `own` is the transition that it is a rule of, which is no way to prepare itself.
    """
    later = bool(open_fields & fields_behind(scene.workflow, guard))
    found = remedies(view.model_of(scene.this), scene.workflow, guard, scene.this.state) if later else outcome.remedies
    return Need(
        rule=outcome.rule,
        held=outcome.held and not later,
        needed=outcome.needed,
        clause=outcome.clause,
        leans=basis_in_words(outcome.clause, outcome.basis),
        found="" if later else findings_in_words(view, scene.workflow, outcome),
        later=later,
        applies=outcome.applies or later,
        standing=standing,
        looks_at=()
        if outcome.held and not later
        else looked_at(view.model_of(scene.this), scene.workflow, guard, scene.this),
        steps=tuple(
            step_of(view.model_of(scene.this), r) for r in found if (r.kind, r.transition) != (scene.workflow.name, own)
        ),
    )


def findings_in_words(view: BoardView, workflow: Workflow, outcome: Outcome) -> str:
    """Return what was found, with names beside references."""
    if not outcome.findings:
        return outcome.found
    return "; ".join(
        f"{_lower(name_in_words(workflow, found.fact))}: {value_in_words(view, workflow, found.fact, found.value)}"
        for found in outcome.findings
    )


def value_in_words(view: BoardView, workflow: Workflow, name: str, value: object) -> str:
    """Return the value of a fact, a field or `state` as people read it; a personal one only as given."""
    kind = name_type(workflow, name)
    if name == "state" and value in workflow.states:
        return workflow.states[str(value)].title
    return "given" if kind.personal and value else in_words(view, kind, value)


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:].islower() else label


def fields_behind(workflow: Workflow, guard: Guard) -> set[str]:
    """Return the fields of the record itself on which a guard's outcome depends."""
    tests = (*guard.tests, *guard.when)
    waiting = [name for test in tests for name in (test.fact, *(o.fact for o in test.operands))]
    waiting += [step for test in tests for o in test.operands for step in _first(o.path)]
    found: set[str] = set()
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in workflow.fields:
            found.add(name)
        elif name in workflow.facts and name not in seen:
            seen.add(name)
            fact = workflow.facts[name]
            waiting += [*_first(fact.path), *_first(fact.person), fact.share_of, fact.share_in]
            waiting += [step for where in fact.where for o in where.operands for step in _first(o.path)]
    return found


def _first(path: Iterable[str]) -> list[str]:
    steps = list(path)
    if steps[:1] == ["root"]:
        return []
    return (steps[1:] if steps[:1] == ["this"] else steps)[:1]
