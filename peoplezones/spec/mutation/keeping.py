"""Changes of how long personal values are kept."""

from __future__ import annotations

from collections.abc import Iterator

from peoplezones.domain.workflow import Retention, Workflow
from peoplezones.operating_model.describe import period_in_words, personal_in_words, retention_in_words

from .comparing import Change
from .mutant import Mutant, replaced, with_parts, without


def of_keeping(workflow: Workflow) -> Iterator[Mutant]:
    """Yield every small change of how long the personal values of a kind are kept."""
    for place, rule in enumerate(workflow.retention):
        for name, operator, words, part in _keeping(workflow, rule):
            left = without(workflow.retention, place) if part is None else replaced(workflow.retention, place, part)
            yield Mutant(
                name=f"{workflow.name}: retention {rule.id}: {name}",
                kind=workflow.name,
                operator=operator,
                change=f"keeping: {words}",
                path=("retention", rule.id),
                workflow=with_parts(workflow, retention=left),
                keys=frozenset([("retention", workflow.name)]),
            )


def _keeping(workflow: Workflow, rule: Retention) -> Iterator[Change]:
    kept = retention_in_words(workflow, rule)
    yield Change("dropped", "retention dropped", f"nothing goes {kept}", None)
    for number in sorted({rule.period.number + 1, max(1, rule.period.number // 2)} - {rule.period.number}):
        period = with_parts(rule.period, number=number)
        words = f"{period_in_words(period)} and not {period_in_words(rule.period)}"
        yield Change(f"for {period_in_words(period)}", "retention shifted", words, with_parts(rule, period=period))
    for place, field in enumerate(rule.fields if len(rule.fields) > 1 else ()):
        words = f"'{personal_in_words(workflow, field)}' does not go {kept}"
        fewer = with_parts(rule, fields=without(rule.fields, place))
        yield Change(f"without {field}", "retention narrowed", words, fewer)
    for place, state in enumerate(rule.states if len(rule.states) > 1 else ()):
        words = f"not after '{workflow.states[state].title}'"
        fewer = with_parts(rule, states=without(rule.states, place))
        yield Change(f"not after {state}", "retention narrowed", words, fewer)
