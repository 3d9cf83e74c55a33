"""A workflow in plain English, as plain data: what `model show` prints and the documentation pages are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from peoplezones.domain.values import listed, show_value
from peoplezones.domain.wording import BASIS_WORDS, all_in_words, name_in_words, name_type, path_in_words
from peoplezones.domain.workflow import (
    PREVIOUS,
    SAME,
    Comparison,
    Confers,
    Correction,
    Deadline,
    Escalation,
    Field,
    Guard,
    Model,
    Operand,
    Period,
    Promise,
    Retention,
    Standing,
    Test,
    Transition,
    Workflow,
)

from .document_words import document_in_words

_COMPARED: dict[Comparison, str] = {
    "is": "is",
    "is_not": "is not",
    "one_of": "is",
    "at_least": "is at least",
    "at_most": "is at most",
    "given": "is given",
}
_DATED = {**_COMPARED, "at_least": "is not before", "at_most": "is not after"}
_TYPES = {"long_text": "long text", "yes_no": "yes or no", "ref": "reference"}


def describe(model: Model, workflow: Workflow) -> dict[str, Any]:
    """Return the workflow as JSON-ready data: texts, lists and mappings; what is absent is left out or empty."""
    return {
        "kind": workflow.name,
        "title": workflow.title,
        "plural": workflow.plural,
        "help": workflow.help,
        "reference": workflow.reference,
        "clause": clause_in_words(model, workflow.clause),
        "fields": [_field(model, workflow, field) for field in workflow.fields.values()],
        "facts": [{"name": f.name, "label": f.label, "looked_at": f.head} for f in workflow.facts.values()],
        "states": [_state(model, workflow, name) for name in workflow.states],
        "transitions": [_transition(model, workflow, move) for move in workflow.transitions.values()],
        "standing": [_standing(model, workflow, condition) for condition in workflow.standing],
        "confers": [_confers(model, workflow, conferred) for conferred in workflow.confers],
        "promises": [_promise(model, workflow, promise) for promise in workflow.promises],
        "amend": [_amend(model, workflow, correction) for correction in workflow.amend],
        "retention": [_retention(model, workflow, rule) for rule in workflow.retention],
        "documents": [document_in_words(model, workflow, one) for one in workflow.documents.values()],
        "undo": [{"transition": u.transition, "by": all_in_words(model, workflow, u.by)} for u in workflow.undo],
    }


def _retention(model: Model, workflow: Workflow, rule: Retention) -> dict[str, Any]:
    return {
        "id": rule.id,
        "fields": [personal_in_words(workflow, name) for name in rule.fields],
        "kept": retention_in_words(workflow, rule),
        "clause": clause_in_words(model, rule.clause),
        "basis": BASIS_WORDS[rule.basis],
    }


def personal_in_words(workflow: Workflow, name: str) -> str:
    """Return what people call a personal value: a field, or one of the texts of an entry."""
    return workflow.fields[name].label if name in workflow.fields else name.capitalize()


def period_in_words(period: Period) -> str:
    """Return a period as people say it: `6 years`, `1 month`."""
    return f"{period.number:,} {period.unit if period.number != 1 else period.unit.removesuffix('s')}"


def retention_in_words(workflow: Workflow, rule: Retention) -> str:
    """Return for how long something is kept: `6 years after the record came to 'Left'`."""
    titles = listed((f"'{workflow.states[name].title}'" for name in rule.states), "or")
    after = {
        "given": "it was given",
        "changed": "another value, or none, took its place",
        "states": f"the record came to {titles}",
        "final": f"the record came to its end at {titles}",
    }
    return f"{period_in_words(rule.period)} after {after[rule.after]}"


def _amend(model: Model, workflow: Workflow, correction: Correction) -> dict[str, Any]:
    found: dict[str, Any] = {"fields": list(correction.fields), "by": all_in_words(model, workflow, correction.by)}
    if correction.states:
        found["while"] = [workflow.states[name].title for name in correction.states]
    return found


def _confers(model: Model, workflow: Workflow, conferred: Confers) -> dict[str, Any]:
    labels = {"this": f"this {workflow.title}", "": "the Board"} | {f.name: f.label for f in workflow.fields.values()}
    chosen = workflow.fields[conferred.office_field].choices if conferred.office_field else ()
    offices = [conferred.office] if conferred.office else [choice.name for choice in chosen]
    found: dict[str, Any] = {
        "office": listed((model.offices[name].title for name in offices if name in model.offices), "or"),
        "to": labels[conferred.to],
        "of": labels[conferred.of],
        "while": [workflow.states[name].title for name in conferred.states],
    }
    if conferred.deputy:
        found["deputy"] = True
    for word, name in (("chosen_by", conferred.office_field), ("from", conferred.since), ("until", conferred.until)):
        if name:
            found[word] = labels[name]
    return found


def clause_in_words(model: Model, clause: str) -> str:
    """Return a clause with its paper and title: `B-3.3 (Annex B): both sides have committed`."""
    found = model.clauses[clause]
    return f"{clause} ({found.paper}): {found.title}"


def _field(model: Model, workflow: Workflow, field: Field) -> dict[str, Any]:
    found: dict[str, Any] = {"name": field.name, "label": field.label, "type": _type(model, field)}
    if field.help:
        found["help"] = field.help
    if field.required:
        found["required"] = "always"
    elif field.required_when:
        found["required"] = f"when {tests_in_words(workflow, field.required_when)}"
    if field.choices:
        found["choices"] = {choice.name: choice.title for choice in field.choices}
    if field.personal:
        found["personal"] = True
    return found


def _type(model: Model, field: Field) -> str:
    if field.type != "ref":
        return _TYPES.get(field.type, field.type)
    titles = (model.workflows[kind].plural if field.many else model.workflows[kind].title for kind in field.to)
    return listed(titles, "or")


def _state(model: Model, workflow: Workflow, name: str) -> dict[str, Any]:
    state = workflow.states[name]
    found: dict[str, Any] = {"name": name, "title": state.title}
    if state.help:
        found["help"] = state.help
    if state.within is not None:
        found["within"] = deadline_in_words(model, workflow, state.within)
    if state.tell:
        found["tell"] = all_in_words(model, workflow, state.tell, "and")
    if state.escalate:
        found["escalate"] = escalation_in_words(model, workflow, state.escalate)
    if name in workflow.final:
        found["final"] = True
    if name == workflow.goal:
        found["goal"] = True
    return found


def deadline_in_words(model: Model, workflow: Workflow, deadline: Deadline) -> str:
    """Return a deadline in words: `within 28 days`."""
    return {
        "days": f"within {deadline.days} days",
        "working_days": f"within {deadline.days} working days",
        "every": f"again every {deadline.days} days",
        "next_meeting": "by the next meeting of the Board",
        "date": f"by {path_in_words(model, workflow, deadline.path)}" if deadline.path else "",
    }[deadline.kind]


def escalation_in_words(model: Model, workflow: Workflow, rule: Escalation) -> str:
    """Return who else hears of a deadline that has passed, and when: `Chair, 5 working days after it`."""
    who = all_in_words(model, workflow, rule.to, "and") if rule.to else "nobody else"
    return f"{who}, {delay_in_words(rule)} after it" if rule.to and rule.after else who


def delay_in_words(rule: Escalation) -> str:
    """Return how long after a deadline: `5 working days`."""
    if rule.after is None:
        return "at no time"
    unit = "working day" if rule.after.kind == "working_days" else "day"
    return f"{rule.after.days} {unit}{'' if rule.after.days == 1 else 's'}"


def _transition(model: Model, workflow: Workflow, move: Transition) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": move.name,
        "title": move.title,
        "from": [workflow.states[name].title for name in move.sources],
        "to": _target(workflow, move),
        "by": all_in_words(model, workflow, move.by) if move.by else "nobody; other records open it",
        "clause": clause_in_words(model, move.clause),
        "basis": BASIS_WORDS[move.basis],
    }
    if move.help:
        found["help"] = move.help
    if move.not_by:
        found["not_by"] = all_in_words(model, workflow, move.not_by)
    for word, names in (("asks", move.asks), ("takes", move.takes)):
        if names:
            found[word] = {name: workflow.fields[name].label for name in names}
    if move.set:
        found["sets"] = _settings(workflow, move.set)
    if move.guards:
        found["guards"] = [_guard(model, workflow, guard) for guard in move.guards]
    if move.opens:
        found["opens"] = [
            {
                "kind": opening.kind,
                "transition": opening.transition,
                "for_each": path_in_words(model, workflow, opening.for_each) if opening.for_each else "",
                "set": _settings(model.workflows[opening.kind], opening.set),
            }
            for opening in move.opens
        ]
    return found


def _target(workflow: Workflow, move: Transition) -> str:
    words = {SAME: "stays where it is", PREVIOUS: "the stage it was at before"}
    return words.get(move.to) or workflow.states[move.to].title


def _settings(workflow: Workflow, settings: Mapping[str, Operand]) -> dict[str, str]:
    return {name: operand_in_words(workflow, name, operand) for name, operand in settings.items()}


def _guard(model: Model, workflow: Workflow, guard: Guard) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": guard.id,
        "because": guard.because,
        "looks_at": " or ".join(test_in_words(workflow, test) for test in guard.tests),
        "clause": clause_in_words(model, guard.clause),
        "basis": BASIS_WORDS[guard.basis],
    }
    if guard.when:
        found["when"] = tests_in_words(workflow, guard.when)
    return found


def tests_in_words(workflow: Workflow, tests: Iterable[Test]) -> str:
    """Return conditions, all of which must hold, in words."""
    return listed(test_in_words(workflow, test) for test in tests)


def test_in_words(workflow: Workflow, test: Test) -> str:
    """Return a comparison in words: `people who have pledged is at least 2`."""
    label = name_in_words(workflow, test.fact)
    if test.op == "given":
        return f"{label} is {'' if test.operands[0].literal else 'not '}given"
    operands = (operand_in_words(workflow, test.fact, operand) for operand in test.operands)
    words = _DATED if name_type(workflow, test.fact).type == "date" else _COMPARED
    return f"{label} {words[test.op]} {listed(operands, 'or')}"


def operand_in_words(workflow: Workflow, name: str, operand: Operand) -> str:
    """Return the right-hand side of a comparison with (or a setting of) the field or fact `name`."""
    if operand.kind == "literal":
        if name == "state" and operand.literal in workflow.states:
            return workflow.states[str(operand.literal)].title
        return show_value(name_type(workflow, name), operand.literal)
    if operand.kind == "fact":
        return name_in_words(workflow, operand.fact)
    words = {"today": "the day it takes effect", "actor": "whoever acts", "each": "each of them", "root": "the Board"}
    if operand.kind == "this" and operand.path:
        return " of ".join(step.replace("_", " ") for step in reversed(operand.path))
    return words.get(operand.kind, "this record")


def _standing(model: Model, workflow: Workflow, condition: Standing) -> dict[str, Any]:
    found = _guard(model, workflow, condition.guard)
    found["while"] = [workflow.states[name].title for name in condition.states]
    found["put_right_by"] = all_in_words(model, workflow, condition.act)
    return found


def _promise(model: Model, workflow: Workflow, promise: Promise) -> dict[str, Any]:
    titles = {name: state.title for name, state in workflow.states.items()}
    moves = [workflow.transitions[name].title for name in promise.transitions]
    proved = {
        "only_after": f"{titles.get(promise.state)} only after {listed(titles[name] for name in promise.states)}",
        "only_with": f"{titles.get(promise.state)} only with {listed(promise.guards)}",
        "reaches_final": "every stage leads to a final one",
        "apart": f"nobody makes both: {listed(moves)}",
    }[promise.kind]
    return {
        "id": promise.id,
        "because": promise.because,
        "proved": proved,
        "clause": clause_in_words(model, promise.clause),
        "basis": BASIS_WORDS[promise.basis],
    }
