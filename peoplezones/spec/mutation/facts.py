"""Changes of facts: a condition fewer or looser, another way of counting."""

from __future__ import annotations

from collections.abc import Iterator

from peoplezones.domain.workflow import Fact, Model, ValueType, Where, Workflow

from .comparing import Change, compared
from .mutant import Mutant, replaced, with_parts, without


def of_facts(model: Model, workflow: Workflow) -> Iterator[Mutant]:
    """Yield every small change of the facts of a kind."""
    for fact in workflow.facts.values():
        for name, operator, words, part in (*_conditions(model, workflow, fact), *_heads(workflow, fact)):
            place = ("where", name.split()[1].rstrip(":")) if name.startswith("where ") else ()
            yield Mutant(
                name=f"{workflow.name}: fact {fact.name}: {name}",
                kind=workflow.name,
                operator=operator,
                change=f"'{fact.label}': {words}",
                path=("facts", fact.name, *place),
                workflow=with_parts(workflow, facts={**workflow.facts, fact.name: part}),
                keys=frozenset({("facts", workflow.name, fact.name)}),
            )


def _conditions(model: Model, workflow: Workflow, fact: Fact) -> Iterator[Change]:
    fillable = _may_be_empty(model, workflow, fact)
    for place, condition in enumerate(fact.where):
        called = f"where {condition.field}"
        dropped = with_parts(fact, where=without(fact.where, place))
        words = f"whatever their '{condition.field}', records count"
        yield Change(f"{called}: dropped", "where dropped", words, dropped)
        for name, operator, said, part in (
            *compared(condition, equals=False),
            *(_empty(condition) if condition.field in fillable else ()),
        ):
            other = with_parts(fact, where=replaced(fact.where, place, part))
            yield Change(f"{called}: {name}", operator, said, other)


def _may_be_empty(model: Model, workflow: Workflow, fact: Fact) -> set[str]:
    """Return the fields of the records looked at that may be empty, so that it matters whether an empty one counts."""
    listed = workflow.fields[fact.path[0]].to if not fact.kind and fact.path and fact.path[0] in workflow.fields else ()
    kinds = [model.workflows[kind] for kind in ((fact.kind,) if fact.kind else listed)]
    ties = {w.field for w in fact.where if w.op == "is" and w.operands[0].kind in ("this", "root")}
    required = {field.name for kind in kinds for field in kind.fields.values() if field.required}
    said = {w.field for w in fact.where if w.op == "given" and w.operands[0].literal is False}  # so empty ones count
    return {w.field for w in fact.where} - ties - required - said - {"state", "reference"}


def _empty(condition: Where) -> Iterator[Change]:
    how = "no longer counts" if condition.or_empty else "counts too"
    name = "empty does not count" if condition.or_empty else "or_empty"
    flipped = with_parts(condition, or_empty=not condition.or_empty)
    yield Change(name, "or_empty flipped", f"a record with '{condition.field}' empty {how}", flipped)


def _heads(workflow: Workflow, fact: Fact) -> Iterator[Change]:
    if fact.head in ("distinct", "sum"):
        counted = with_parts(fact, head="count", field="", yields=ValueType(type="number"))
        yield Change("count", "counted otherwise", f"records are counted, not '{fact.field}' ({fact.head})", counted)
    if fact.head == "holders" and workflow.confers:  # nothing is held by a record that gives no office
        how = "counts too" if fact.except_this else "is left out"
        flipped = with_parts(fact, except_this=not fact.except_this)
        yield Change("except", "counted otherwise", f"whoever holds it by this record {how}", flipped)
