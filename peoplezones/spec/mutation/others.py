"""Changes of fields, deadlines, standing conditions, offices conferred, corrections and what may be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peoplezones.domain.workflow import Confers, Correction, Deadline, Field, Standing, State, Workflow

from .comparing import Change, judged, shifted, tested
from .moves import people, said
from .mutant import Key, Mutant, Path, replaced, with_parts, without


def _mutant(workflow: Workflow, change: Change, path: Path, *keys: Key, rule: str = "", **parts: Any) -> Mutant:
    return Mutant(
        name=f"{workflow.name}: {change.name}",
        kind=workflow.name,
        operator=change.operator,
        change=change.words,
        path=path,
        workflow=with_parts(workflow, **parts),
        keys=frozenset(keys),
        rule=rule,
    )


def of_fields(workflow: Workflow) -> Iterator[Mutant]:
    """Yield every small change of the fields of a kind."""
    corrected = {name for correction in workflow.amend for name in correction.fields}
    for field in workflow.fields.values():
        for name, operator, words, part in _field(field, emptied=field.name in corrected):
            change = Change(f"field {field.name}: {name}", operator, f"'{field.label}': {words}", None)
            fields = {**workflow.fields, field.name: part}
            key = ("fields", workflow.name, field.name)
            yield _mutant(workflow, change, ("fields", field.name), key, fields=fields)


def _field(field: Field, *, emptied: bool) -> Iterator[Change]:
    """Yield changes of a field; what every opening must ask or set can be missing only where it may be `emptied`."""
    if field.required and emptied:
        yield Change("not required", "required dropped", "it is not required", with_parts(field, required=False))
    if field.required_when:
        words = "it is not required under any condition"
        yield Change("not required", "required dropped", words, with_parts(field, required_when=()))
        for name, operator, how, part in tested(field.required_when, "required when "):
            yield Change(name, operator, f"when it is required, {how}", with_parts(field, required_when=part))
    for word, limit in (("minimum", field.minimum), ("maximum", field.maximum)):
        # How long a text and how large a file may be is no rule.
        for by in (1, -1) if field.type not in ("text", "long_text", "file") else ():
            value = shifted(limit, by)
            if value is not None:
                words = f"its {word} becomes {value} (in units as stored)"
                yield Change(f"{word} {value}", "limit shifted", words, with_parts(field, **{word: value}))
    if field.acyclic:
        words = "a record may lead back to itself by it"
        yield Change("not acyclic", "acyclic dropped", words, with_parts(field, acyclic=False))


def of_deadlines(workflow: Workflow) -> Iterator[Mutant]:
    """Yield every small change of the deadlines of a kind."""
    for state in workflow.states.values():
        for name, operator, words, part in _deadline(state):
            change = Change(f"state {state.name}: {name}", operator, f"'{state.title}': {words}", None)
            states = {**workflow.states, state.name: part}
            key = ("states", workflow.name, state.name)
            yield _mutant(workflow, change, ("states", state.name), key, states=states)


def _deadline(state: State) -> Iterator[Change]:
    within = state.within
    if within is None:
        return
    yield Change("no deadline", "deadline dropped", "it has no deadline", with_parts(state, within=None))
    for days in _other_days(within):
        later = with_parts(state, within=with_parts(within, days=days))
        yield Change(f"within {days}", "deadline shifted", f"its deadline is {days} and not {within.days} days", later)
    for place, who in enumerate(state.tell):
        words = f"{said(who)} does not hear when it passes"
        yield Change(
            f"tell without {said(who)}", "tell dropped", words, with_parts(state, tell=without(state.tell, place))
        )


def _other_days(within: Deadline) -> list[int]:
    return [days for days in (within.days + 1, within.days // 2) if days > 0] if within.days else []


def of_standing(workflow: Workflow) -> Iterator[Mutant]:
    """Yield every small change of the standing conditions of a kind."""
    for place, standing in enumerate(workflow.standing):
        guard = standing.guard
        path = ("standing", guard.id)
        key = ("standing", workflow.name)
        for name, operator, words, part in _standing(workflow, standing):
            left = without(workflow.standing, place) if part is None else replaced(workflow.standing, place, part)
            change = Change(f"standing {guard.id}: {name}", operator, words, None)
            yield _mutant(workflow, change, path, key, rule=guard.id, standing=left)


def _standing(workflow: Workflow, standing: Standing) -> Iterator[Change]:
    guard = standing.guard
    yield Change("dropped", "standing dropped", f"it need no longer hold that {guard.because}", None)
    for place, state in enumerate(standing.states if len(standing.states) > 1 else ()):
        words = f"at '{workflow.states[state].title}' it need no longer hold that {guard.because}"
        fewer = with_parts(standing, states=without(standing.states, place))
        yield Change(f"without {state}", "standing narrowed", words, fewer)
    for name, operator, words, part in judged(guard):
        other = with_parts(standing, guard=part)
        yield Change(name, operator, f"in the condition that {guard.because}, {words}", other)


def of_offices(workflow: Workflow) -> Iterator[Mutant]:
    """Yield every small change of the offices that records of a kind confer."""
    for place, confers in enumerate(workflow.confers):
        called = f"confers {confers.office or confers.office_field} to {confers.to}"
        for name, operator, words, part in _office(workflow, confers):
            left = without(workflow.confers, place) if part is None else replaced(workflow.confers, place, part)
            change = Change(f"{called}: {name}", operator, f"{called}: {words}", None)
            yield _mutant(workflow, change, ("confers",), ("confers", workflow.name), confers=left)


def _office(workflow: Workflow, confers: Confers) -> Iterator[Change]:
    yield Change("dropped", "office dropped", "it is not given", None)
    for place, state in enumerate(confers.states if len(confers.states) > 1 else ()):
        fewer = with_parts(confers, states=without(confers.states, place))
        words = f"it is not held at '{workflow.states[state].title}'"
        yield Change(f"without {state}", "office narrowed", words, fewer)
    for word in ("since", "until"):
        if getattr(confers, word):
            words = f"it is held whatever '{getattr(confers, word)}' says"
            yield Change(f"without {word}", "office dates dropped", words, with_parts(confers, **{word: ""}))
    how = "their own and no deputy's" if confers.deputy else "a deputy's"
    flipped = with_parts(confers, deputy=not confers.deputy)
    yield Change("deputy", "deputy flipped", f"it is {how}", flipped)


def of_corrections(workflow: Workflow) -> Iterator[Mutant]:
    """Yield every small change of what may be corrected, and by whom."""
    for place, correction in enumerate(workflow.amend):
        called = f"amend {correction.fields[0]}{' …' if len(correction.fields) > 1 else ''}"
        for name, operator, words, part in _correction(workflow, correction):
            left = without(workflow.amend, place) if part is None else replaced(workflow.amend, place, part)
            change = Change(f"{called}: {name}", operator, f"correcting: {words}", None)
            path = ("amend", str(place))
            yield _mutant(workflow, change, path, ("amend", workflow.name), amend=left)


def _correction(workflow: Workflow, correction: Correction) -> Iterator[Change]:
    for name, operator, words, part in people(correction.by, "by"):
        yield Change(name, operator, words, with_parts(correction, by=part))
    for place, field in enumerate(correction.fields):
        fewer = with_parts(correction, fields=without(correction.fields, place)) if len(correction.fields) > 1 else None
        words = f"'{workflow.fields[field].label}' cannot be corrected"
        yield Change(f"without {field}", "correction dropped", words, fewer)
    if correction.states:
        words = "at any stage"
        yield Change("at any stage", "correction widened", words, with_parts(correction, states=()))
    for place, state in enumerate(correction.states if len(correction.states) > 1 else ()):
        words = f"not at '{workflow.states[state].title}'"
        fewer = with_parts(correction, states=without(correction.states, place))
        yield Change(f"not at {state}", "correction narrowed", words, fewer)


def of_undoing(workflow: Workflow) -> Iterator[Mutant]:
    """Yield every small change of what may be taken back, and by whom."""
    for place, undo in enumerate(workflow.undo):
        title = workflow.transitions[undo.transition].title
        path = ("undo", str(place))
        key = ("undo", workflow.name)
        change = Change(f"undo {undo.transition}: dropped", "undo dropped", f"'{title}' cannot be taken back", None)
        yield _mutant(workflow, change, path, key, undo=without(workflow.undo, place))
        for name, operator, words, part in people(undo.by, "by"):
            left = replaced(workflow.undo, place, with_parts(undo, by=part))
            change = Change(f"undo {undo.transition}: {name}", operator, f"taking back '{title}': {words}", None)
            yield _mutant(workflow, change, path, key, undo=left)
