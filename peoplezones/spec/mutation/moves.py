"""Changes of transitions: who, from where, where to, what is asked, set and opened, and the guards."""

from __future__ import annotations

from collections.abc import Iterator

from peoplezones.domain.workflow import PREVIOUS, SAME, Opening, Transition, Who, Workflow

from .comparing import Change, judged
from .mutant import Mutant, replaced, with_parts, without

ANYONE = Who(kind="anyone")


def said(who: Who) -> str:
    """Return how a mutant is called after one of those who may act."""
    of = f" of {'.'.join(who.of)}" if who.of else ""
    return {
        "anyone": "anyone",
        "office": f"{who.office}{of}",
        "person": f"person {'.'.join(who.person)}",
        "did": f"whoever did {who.transition}",
    }[who.kind]


def people(by: tuple[Who, ...], what: str) -> Iterator[Change]:
    """Yield other forms of `by`: open to anyone, and with one of several fewer. Each part is the whole tuple."""
    if by and ANYONE not in by:
        yield Change(f"{what} anyone", "by widened", "anybody may do it", (ANYONE,))
    for place, who in enumerate(by if len(by) > 1 else ()):
        words = f"{said(who)} may no longer do it"
        yield Change(f"{what} without {said(who)}", "by narrowed", words, without(by, place))


def of_moves(workflow: Workflow) -> Iterator[Mutant]:
    """Yield every small change of the transitions of a kind."""
    for move in workflow.transitions.values():
        keys = frozenset({("transitions", workflow.name, move.name)})
        for name, operator, words, part in (*_rules(move), *_parts(move), *_ways(workflow, move)):
            element, _, rest = name.partition(": ")
            word, _, rule = element.partition(" ")
            path = ("transitions", move.name, *({"guard": ("guards", rule)}.get(word, (word,))))
            yield Mutant(
                name=f"{workflow.name}: {move.name}: {name}",
                kind=workflow.name,
                operator=operator,
                change=f"'{move.title}': {words}",
                path=path,
                workflow=with_parts(workflow, transitions={**workflow.transitions, move.name: part}),
                keys=keys | _seen_at(workflow, operator, part, move),
                rule=rule if word == "guard" and rest else "",
            )


def _seen_at(workflow: Workflow, operator: str, part: Transition, move: Transition) -> frozenset[tuple[str, ...]]:
    """Return the stages at which a way more or a way fewer is seen by whoever looks at what can be done there."""
    if operator not in ("source added", "source dropped"):
        return frozenset()
    return frozenset(("states", workflow.name, state) for state in {*part.sources} ^ {*move.sources})


def _rules(move: Transition) -> Iterator[Change]:
    for place, guard in enumerate(move.guards):
        called = f"guard {guard.id}"
        dropped = with_parts(move, guards=without(move.guards, place))
        yield Change(f"{called}: dropped", "guard dropped", f"it no longer needs that {guard.because}", dropped)
        for name, operator, words, part in judged(guard):
            other = with_parts(move, guards=replaced(move.guards, place, part))
            yield Change(f"{called}: {name}", operator, f"in the rule that {guard.because}, {words}", other)


def _parts(move: Transition) -> Iterator[Change]:
    for name, operator, words, part in people(move.by, "by:"):
        yield Change(name, operator, words, with_parts(move, by=part))
    for place, who in enumerate(move.not_by):
        dropped = with_parts(move, not_by=without(move.not_by, place))
        yield Change(f"not_by: without {said(who)}", "not_by dropped", f"{said(who)} may do it too", dropped)
    for place, field in enumerate(move.asks):
        eased = with_parts(move, asks=without(move.asks, place), takes=(*move.takes, field))
        yield Change(f"asks: {field} may be left out", "ask eased", f"'{field}' need not be given", eased)
    for place, field in enumerate(move.takes):
        dropped = with_parts(move, takes=without(move.takes, place))
        yield Change(f"takes: without {field}", "take dropped", f"'{field}' can no longer be given", dropped)
    for field in move.set:
        rest = {name: value for name, value in move.set.items() if name != field}
        yield Change(f"set: without {field}", "set dropped", f"'{field}' is no longer set", with_parts(move, set=rest))
    yield from _opened(move)


def _opened(move: Transition) -> Iterator[Change]:
    for place, opening in enumerate(move.opens):
        called = f"opens: {opening.kind} {opening.transition}"
        dropped = with_parts(move, opens=without(move.opens, place))
        yield Change(f"{called}: dropped", "opens dropped", f"it no longer opens a {opening.kind}", dropped)
        for field, fewer in _given(opening):
            other = with_parts(move, opens=replaced(move.opens, place, fewer))
            words = f"the {opening.kind} that it opens is not given '{field}'"
            yield Change(f"{called}: without {field}", "set dropped", words, other)


def _given(opening: Opening) -> Iterator[tuple[str, Opening]]:
    for field in opening.set:
        yield field, with_parts(opening, set={name: value for name, value in opening.set.items() if name != field})


def _ways(workflow: Workflow, move: Transition) -> Iterator[Change]:
    if len(move.sources) > 1:
        for place, state in enumerate(move.sources):
            dropped = with_parts(move, sources=without(move.sources, place))
            words = f"it can no longer be made at '{workflow.states[state].title}'"
            yield Change(f"from: without {state}", "source dropped", words, dropped)
    for state in _before(workflow, move):
        other = with_parts(move, sources=(*move.sources, state))
        words = f"it can also be made at '{workflow.states[state].title}'"
        yield Change(f"from: also {state}", "source added", words, other)
    to = _beside(workflow, move)
    if to:
        words = f"it leads to '{workflow.states[to].title}'"
        yield Change(f"to: {to}", "retargeted", words, with_parts(move, to=to))


def _before(workflow: Workflow, move: Transition) -> list[str]:
    """Return the states just before those from which a transition leads: a short cut from there skips a stage."""
    found = {
        state: None
        for before in workflow.transitions.values()
        if before.to in move.sources and before is not move
        for state in before.sources
    }
    return [state for state in found if state not in (*move.sources, move.to)]


def _beside(workflow: Workflow, move: Transition) -> str:
    """Return a state to which a transition could lead by mistake: one after where it leads, or one before."""
    here = move.sources if move.to in (SAME, PREVIOUS) else (move.to,)
    others = [m for m in workflow.transitions.values() if m is not move and m.to not in (SAME, PREVIOUS)]
    after = [m.to for m in others if set(m.sources) & set(here)]
    before = [state for m in others if m.to in here for state in m.sources]
    known = {*here, *(move.sources if len(move.sources) == 1 else ())}
    return next((state for state in (*after, *before, *workflow.states) if state not in known), "")
