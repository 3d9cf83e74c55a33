"""Rules in words: who may act, what was found, what to do about it."""

from __future__ import annotations

from typing import Any

from .values import listed, show_value, type_of
from .workflow import Basis, Fact, Model, ValueType, Who, Workflow

BUILT_IN = "built-in"  # the basis of the engine's own rules: dates, who may enter, what has been seen
BASIS_WORDS: dict[Basis, str] = {"says": "the paper says", "implies": "the paper implies", "house": "house rule"}


def basis_in_words(clause: str, basis: str) -> str:
    """Return how a rule leans on its clause: `B-3.3`, `implied by B-3.3` or `house rule X-4`."""
    words = {"says": clause, "implies": f"implied by {clause}", BUILT_IN: "built in"}
    return words.get(basis, f"house rule {clause}")


def with_article(title: str) -> str:
    """Return a title after `a` or `an`."""
    return f"{'an' if title[:1].upper() in 'AEIOU' else 'a'} {title}"


def path_in_words(model: Model, workflow: Workflow, path: tuple[str, ...]) -> str:
    """Return a path of references as people would say it: `the zone's behaviour`."""
    if not path or path == ("root",):
        return "the Board"
    if path == ("this",):
        return f"this {_lower(workflow.title)}"
    words, here = "", workflow
    for step in path[1:] if path[0] in ("this", "root") else path:
        field = here.fields.get(step)
        label = _lower(field.label) if field else _lower(here.facts[step].label) if step in here.facts else step
        words = f"{words}'s {label}" if words else f"the {label.removeprefix('the ')}"
        if field and field.to and field.to[0] in model.workflows:
            here = model.workflows[field.to[0]]
    return words


def who_in_words(model: Model, workflow: Workflow, who: Who) -> str:
    """Return one of `by` or `not_by` in words: `the Chair`, `the Co-ordinator of this People Zone`."""
    if who.kind == "anyone":
        return "anyone who is registered"
    if who.kind == "office":
        office = model.offices.get(who.office)
        title = office.title if office else who.office  # one that only an earlier model has
        return f"{title} of {path_in_words(model, workflow, who.of)}" if who.of else title
    if who.kind == "person":
        if who.person == ("this",):
            return f"the {_lower(workflow.title)} concerned"
        words = path_in_words(model, workflow, who.person).removeprefix("the ")
        return f"the person named as {words} in the {_lower(workflow.title)}"
    made = workflow.transitions.get(who.transition)
    return f"whoever made '{made.title if made else who.transition}'"


def all_in_words(model: Model, workflow: Workflow, people: tuple[Who, ...], last: str = "or") -> str:
    """Return a list of `by` in words."""
    return listed((who_in_words(model, workflow, who) for who in people), last)


def name_type(workflow: Workflow, name: str) -> ValueType:
    """Return the type of what a fact, a field, `state` or `reference` yields."""
    if name in workflow.facts:
        return workflow.facts[name].yields
    if name in workflow.fields:
        return type_of(workflow.fields[name])
    return ValueType(type="state" if name == "state" else "reference")


def name_in_words(workflow: Workflow, name: str) -> str:
    """Return the label of a fact, a field, `state` or `reference`."""
    part: Fact | Any = workflow.facts.get(name) or workflow.fields.get(name)
    return str(part.label) if part else {"state": "stage"}.get(name, name)


def found_in_words(workflow: Workflow, name: str, value: Any, names: dict[str, str] | None = None) -> str:
    """Return what was found when a fact was looked at: `agencies still to answer: AG-2020-001 (Fire)`."""
    kind = name_type(workflow, name)
    if name == "state" and value in workflow.states:
        value = workflow.states[value].title
    elif kind.personal and value:
        value = "given"
    return f"{_lower(name_in_words(workflow, name))}: {show_value(kind, value, names)}"


def _lower(label: str) -> str:
    """Lower the first letter, unless the label is a name (`People Zone`) or begins with an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:].islower() else label
