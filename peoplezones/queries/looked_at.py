"""What the facts behind a rule look at, in words: which records, with what in which fields."""

from __future__ import annotations

from peoplezones.domain.record import Record
from peoplezones.domain.values import listed, show_value, type_of
from peoplezones.domain.wording import path_in_words
from peoplezones.domain.workflow import Fact, Guard, Model, Operand, Where, Workflow

_WORDS = {"is": "", "one_of": "", "is_not": "other than", "at_least": "of at least", "at_most": "of at most"}
_DATED = {**_WORDS, "at_least": "on or after", "at_most": "on or before"}
_STAGES = {"is": "at", "one_of": "at", "is_not": "not at"}
_SELVES = {"is": "that are", "one_of": "that are", "is_not": "other than"}


def looked_at(model: Model, workflow: Workflow, guard: Guard, record: Record) -> tuple[str, ...]:
    """Return a sentence for each fact of the guard that looks at records under conditions."""
    facts = (workflow.facts.get(test.fact) for test in guard.tests)
    found = (_in_words(model, workflow, fact, record) for fact in facts if fact is not None and fact.where)
    return tuple(dict.fromkeys(words for words in found if words))


def _in_words(model: Model, workflow: Workflow, fact: Fact, record: Record) -> str:
    kind = model.workflows.get(fact.kind) or _listed_kind(model, workflow, fact)
    if kind is None:
        return ""
    conditions = [_condition(model, workflow, kind, where, record) for where in fact.where]
    stages = [words for words, where in zip(conditions, fact.where, strict=True) if where.field == "state"]
    return " ".join([kind.plural, *stages, listed(words for words in conditions if words not in stages)]).strip()


def _listed_kind(model: Model, workflow: Workflow, fact: Fact) -> Workflow | None:
    """Return the kind of the records that a field of this record lists."""
    field = workflow.fields.get(fact.path[-1]) if fact.path else None
    return model.workflows.get(field.to[0]) if field is not None and field.to else None


def _condition(model: Model, workflow: Workflow, kind: Workflow, where: Where, record: Record) -> str:
    field = kind.fields.get(where.field)
    label = f"'{field.label}'" if field else where.field
    if where.op == "given":
        return f"{'with' if where.operands[0].literal else 'without'} {label}"
    values = listed((_operand(model, workflow, kind, where.field, operand, record) for operand in where.operands), "or")
    if field is None:
        words = (_STAGES if where.field == "state" else _SELVES)[where.op]
        return f"{words} {values}"
    words = (_DATED if field.type == "date" else _WORDS)[where.op]
    empty = " or none" if where.or_empty else ""
    return " ".join(filter(None, ("with", label, words, values))) + empty


def _operand(model: Model, workflow: Workflow, kind: Workflow, name: str, operand: Operand, record: Record) -> str:
    if operand.kind == "today":
        return "today"
    if operand.kind == "root":
        return "the Board"
    if operand.kind == "this":
        steps = operand.path[1:] if operand.path[:1] == ("this",) else operand.path
        if len(steps) == 1 and steps[0] in workflow.fields:
            return f"its '{workflow.fields[steps[0]].label}'"
        return path_in_words(model, workflow, steps) if steps else record.reference
    if name == "state" and operand.literal in kind.states:
        return f"'{kind.states[operand.literal].title}'"
    field = kind.fields.get(name)
    return show_value(type_of(field), operand.literal) if field else str(operand.literal)
