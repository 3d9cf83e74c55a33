"""Rules that cannot mean what they say: never or always met, at odds with one another, or with no way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from peoplezones.domain.graph import Walk, in_words, leaving, walk
from peoplezones.domain.workflow import Fact, Guard, Standing, Transition, Workflow

from .contradiction import always, possible, possible_of_field, together
from .describe import test_in_words, tests_in_words
from .scope import KindScope, Scope
from .source import Mark


def check_sense(scope: Scope, declared: KindScope, workflow: Workflow) -> None:
    """Complain of rules of one workflow that cannot mean what they say; each at its own place."""
    for move in workflow.transitions.values():
        for guard in move.guards:
            _check_guard(scope, declared, workflow, guard, move.sources)
        for first, second in combinations(move.guards, 2):
            _check_pair(scope, declared, workflow, (first, second), move.sources)
    for condition in workflow.standing:
        _check_guard(scope, declared, workflow, condition.guard, condition.states)
    for one, other in combinations(workflow.standing, 2):
        shared = tuple(state for state in one.states if state in other.states)
        if shared:
            _check_pair(scope, declared, workflow, (one.guard, other.guard), shared)
    _check_entering(scope, declared, workflow)
    _check_required(scope, declared, workflow)
    if declared.graph_sound and workflow.openings:
        _check_ways_out(scope, declared, workflow)


def _at(declared: KindScope, guard: Guard) -> Mark:
    return declared.guards.get(guard.id, declared.at)


def _check_guard(scope: Scope, declared: KindScope, workflow: Workflow, guard: Guard, states: tuple[str, ...]) -> None:
    """Complain of a rule that is never asked for, can never be met, or is met by every record."""
    at, add = _at(declared, guard), scope.problems.add
    if together(workflow, guard.when, states):
        add(at, f"'{guard.id}' is never asked for: {tests_in_words(workflow, guard.when)} cannot be; mend its `when`")
        return
    dead = [test for test in guard.tests if together(workflow, (*guard.when, test), states)]
    if guard.tests and len(dead) == len(guard.tests):
        words = " or ".join(test_in_words(workflow, test) for test in dead)
        add(at, f"'{guard.id}' can never be met: {words} cannot be{_given(workflow, guard)}; mend the comparison")
    elif dead:
        words = test_in_words(workflow, dead[0])
        add(at, f"one way to meet '{guard.id}' can never be taken: {words} cannot be; take it out or mend it")
    for test in guard.tests:
        if always(workflow, test, guard.when, states):
            words = f"{test_in_words(workflow, test)}, whatever happens{_given(workflow, guard)}"
            add(at, f"'{guard.id}' is met by every record: {words}; mend the comparison or take the rule out")


def _given(workflow: Workflow, guard: Guard) -> str:
    return f" when {tests_in_words(workflow, guard.when)}" if guard.when else ""


def _check_pair(
    scope: Scope, declared: KindScope, workflow: Workflow, pair: tuple[Guard, Guard], states: tuple[str, ...]
) -> bool:
    """Complain of two rules that are asked for together and that no record can meet together."""
    first, second = pair
    if not _always_both(first, second) or not _at_odds(workflow, pair, states):
        return False
    found = " and ".join(" or ".join(test_in_words(workflow, t) for t in guard.tests) for guard in pair)
    scope.problems.add(
        _at(declared, second), f"'{second.id}' contradicts '{first.id}': {found} cannot both be; mend one of them"
    )
    return True


def _always_both(first: Guard, second: Guard) -> bool:
    """Whether, where the one rule is asked for, the other always is: its conditions are among those of the first."""
    return all(test in second.when for test in first.when) or all(test in first.when for test in second.when)


def _at_odds(workflow: Workflow, pair: tuple[Guard, Guard], states: tuple[str, ...]) -> bool:
    """Whether no way to meet the one goes with any way to meet the other, though each by itself can be met."""
    when = (*pair[0].when, *pair[1].when)
    for guard in pair:
        if not guard.tests or all(together(workflow, (*when, test), states) for test in guard.tests):
            return False
    ways = product(pair[0].tests, pair[1].tests)
    return all(together(workflow, (*when, *way), states) for way in ways)


def _check_entering(scope: Scope, declared: KindScope, workflow: Workflow) -> None:
    """Complain of standing conditions that cannot hold where the rules for entering do."""
    for condition in workflow.standing:
        for move in workflow.transitions.values():
            if move.to not in condition.states or set(move.sources) & set(condition.states):
                continue
            for guard in move.guards:
                if _as_before(workflow, move, condition):
                    _check_pair(scope, declared, workflow, (guard, condition.guard), ())


def _as_before(workflow: Workflow, move: Transition, condition: Standing) -> bool:
    """Whether what the condition looks at is surely the same before the transition as after it."""
    facts = [workflow.facts.get(test.fact) for test in (*condition.guard.tests, *condition.guard.when)]
    names = {test.fact for test in (*condition.guard.tests, *condition.guard.when)}
    return not move.opens and "state" not in names and not any(fact and _may_turn(workflow, fact) for fact in facts)


def _may_turn(workflow: Workflow, fact: Fact) -> bool:
    """Whether a fact may come out differently once this record has moved."""
    if fact.head in ("holders", "holds", "share", "missing") or fact.kind == workflow.name:
        return True
    return fact.path == ("state",) or len(fact.path) > 1


def _check_required(scope: Scope, declared: KindScope, workflow: Workflow) -> None:
    for field in workflow.fields.values():
        if field.required_when and together(workflow, field.required_when):
            words = tests_in_words(workflow, field.required_when)
            at = declared.field_marks[field.name]
            scope.problems.add(at, f"'{field.name}' is never required: {words} cannot be; mend its `when`")


def check_looked_at(scope: Scope, workflows: dict[str, Workflow]) -> None:
    """Complain of facts that look for records which there can never be."""
    for workflow in workflows.values():
        for fact in workflow.facts.values():
            for name in _never_found(workflows, fact):
                at = scope.kinds[workflow.name].facts[fact.name][0]
                said = f"no {fact.kind} can have such '{name}'"
                scope.problems.add(at, f"'{fact.name}' never finds anything: {said}; mend its `where`")


def _never_found(workflows: dict[str, Workflow], fact: Fact) -> Iterator[str]:
    looked_at = workflows.get(fact.kind)
    if looked_at is None:
        return
    for where in fact.where:
        field = looked_at.fields.get(where.field)
        known = possible_of_field(field) if field else possible(looked_at, where.field)
        if known.under(where).nothing:
            yield where.field


def _check_ways_out(scope: Scope, declared: KindScope, workflow: Workflow) -> None:
    """Complain of stages that lead to no final one, where the workflow has final ones; once for each set of them.

    A kind without final stages goes back and forth for good, as agencies and people do. Where a promise says that all
    end, that has been complained of already.
    """
    if not workflow.final or any(promise.kind == "reaches_final" for promise in workflow.promises):
        return
    reached, seen = walk(workflow), set[str]()
    leading = reached.leading_to(workflow.final)
    for node in reached.nodes:
        if node[0] in seen or node in leading:
            continue
        onward = Walk(workflow, leaving(workflow, node)).states | {node[0]}
        seen |= onward
        way = in_words(reached.way(node))
        scope.problems.add(declared.state_marks[node[0]], f"{_trapped(workflow, onward)}; the shortest way in: {way}")


def _trapped(workflow: Workflow, states: Iterable[str]) -> str:
    names = [name for name in workflow.states if name in set(states)]
    if len(names) == 1:
        return f"nothing leads from '{names[0]}' to a final state; let it lead on, or name it in `final`"
    round_and_round = " -> ".join(names)
    return f"no final state can be reached from {round_and_round}; let one lead on, or name one in `final`"
