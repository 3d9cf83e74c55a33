"""What the facts behind a rule look at, in words: which records, with what in which fields."""

from __future__ import annotations

from peoplezones.domain.record import Record
from peoplezones.domain.values import listed, show_value, type_of
from peoplezones.domain.wording import path_in_words
from peoplezones.domain.workflow import Fact, Guard, Model, Operand, Where, Workflow

_WORDS = {"is": "is", "one_of": "is", "is_not": "is not", "at_least": "is at least", "at_most": "is at most"}
_DATED = {**_WORDS, "at_least": "is not before", "at_most": "is not after"}


def looked_at(model: Model, workflow: Workflow, guard: Guard, record: Record) -> tuple[str, ...]:
    """Return a sentence for each fact of the guard that looks at records under conditions."""
    facts = (workflow.facts.get(test.fact) for test in guard.tests)
    found = (_in_words(model, workflow, fact, record) for fact in facts if fact is not None and fact.where)
    return tuple(dict.fromkeys(words for words in found if words))


def _in_words(model: Model, workflow: Workflow, fact: Fact, record: Record) -> str:
    kind = model.workflows.get(fact.kind) or _listed_kind(model, workflow, fact)
    if kind is None:
        return ""
    conditions = listed(_condition(model, workflow, kind, where, record) for where in fact.where)
    return f"{kind.plural} where {conditions}"


def _listed_kind(model: Model, workflow: Workflow, fact: Fact) -> Workflow | None:
    """Return the kind of the records that a field of this record lists."""
    field = workflow.fields.get(fact.path[-1]) if fact.path else None
    return model.workflows.get(field.to[0]) if field is not None and field.to else None


def _condition(model: Model, workflow: Workflow, kind: Workflow, where: Where, record: Record) -> str:
    field = kind.fields.get(where.field)
    label = f"'{field.label}'" if field else "the stage" if where.field == "state" else where.field
    empty = " or nothing is given" if where.or_empty else ""
    if where.op == "given":
        return f"{label} is {'given' if where.operands[0].literal else 'not given'}"
    words = (_DATED if field is not None and field.type == "date" else _WORDS)[where.op]
    values = (_operand(model, workflow, kind, where.field, operand, record) for operand in where.operands)
    return f"{label} {words} {listed(values, 'or')}{empty}"


def _operand(model: Model, workflow: Workflow, kind: Workflow, name: str, operand: Operand, record: Record) -> str:
    if operand.kind == "today":
        return "today"
    if operand.kind == "root":
        return "the Board"
    if operand.kind == "this":
        steps = operand.path[1:] if operand.path[:1] == ("this",) else operand.path
        return path_in_words(model, workflow, steps) if steps else record.reference
    if name == "state" and operand.literal in kind.states:
        return f"'{kind.states[operand.literal].title}'"
    field = kind.fields.get(name)
    return show_value(type_of(field), operand.literal) if field else str(operand.literal)
