"""Who can put a failed rule right: derived from the model, never written down twice.

A guard looks at facts; a fact looks at records of a kind, perhaps in given states; the transitions that lead to those
states, or that ask for the field looked at, are what would change it. Where the guard wants fewer such records, it is
the transitions that lead away from those states.
"""

from __future__ import annotations

from collections.abc import Iterable

from .record import AMEND, Remedy
from .wording import all_in_words
from .workflow import SAME, Confers, Fact, Guard, Model, Opening, Test, Transition, Where, Workflow

_MOST = 4


def remedies(model: Model, workflow: Workflow, guard: Guard, state: str = "") -> tuple[Remedy, ...]:
    """Return the transitions and corrections that could make the guard hold, the most direct first, at most four.

    `state` is where the record is; "" for one that is being opened. To open another record of the same kind, or to do
    with this one what is not done from there, helps only where nothing else would.
    """
    found: dict[tuple[str, str], Remedy] = {}
    again: dict[tuple[str, str], Remedy] = {}
    for test in guard.tests:
        own = bool(state) and test.fact in workflow.fields
        for kind, move in _movers(model, workflow, test.fact, test):
            late = (move.opening and kind is workflow) or (own and state not in move.sources)
            (again if late else found).setdefault((kind.name, move.name), _remedy(model, kind, move))
        for remedy in amenders(model, workflow, test.fact, state) if own else ():
            found.setdefault((remedy.kind, remedy.transition), remedy)
    return tuple((found or again).values())[:_MOST]


def conferring(model: Model, workflow: Workflow, move: Transition) -> tuple[Remedy, ...]:
    """Return what would let somebody act who may not: the transition itself, by who may; and to be given the office."""
    found = {(workflow.name, move.name): _remedy(model, workflow, move)}
    for who in move.by:
        for kind, giving in _conferring(model, who.office) if who.kind == "office" else ():
            found.setdefault((kind.name, giving.name), _remedy(model, kind, giving))
    return tuple(found.values())[:_MOST]


def amenders(model: Model, workflow: Workflow, field: str, state: str) -> list[Remedy]:
    """Return the correction of a field at a stage, by who may make it; none where nobody may."""
    able = [c for c in workflow.amend if field in c.fields and (not c.states or state in c.states)]
    people = tuple(dict.fromkeys(who for correction in able for who in correction.by))
    who = all_in_words(model, workflow, people)
    return [Remedy(kind=workflow.name, transition=AMEND, who=who)] if people else []


def _remedy(model: Model, workflow: Workflow, move: Transition) -> Remedy:
    return Remedy(kind=workflow.name, transition=move.name, who=all_in_words(model, workflow, move.by))


def _movers(model: Model, workflow: Workflow, name: str, test: Test) -> Iterable[tuple[Workflow, Transition]]:
    fact = workflow.facts.get(name)
    if fact is None:
        return _field_movers(workflow, name, test)
    if fact.head == "value":
        return _path_movers(model, workflow, fact.path, test)
    if fact.head in ("holders", "holds"):
        return _ending(model, fact.office) if _wants_fewer(test) else _conferring(model, fact.office)
    if fact.head == "share":
        return [*_movers(model, workflow, fact.share_of, test), *_movers(model, workflow, fact.share_in, test)]
    if fact.head == "days_since":
        return _path_movers(model, workflow, fact.path, test)
    return _record_movers(model, workflow, fact, test)


def _wants_fewer(test: Test) -> bool:
    """Whether the test wants a number to go down, or somebody not to be something."""
    literals = [operand.literal for operand in test.operands]
    return test.op == "at_most" or (test.op == "is" and literals in ([0], [False]))


def _field_movers(workflow: Workflow, name: str, test: Test) -> list[tuple[Workflow, Transition]]:
    moves = workflow.transitions.values()
    if name == "state":
        wanted = {operand.literal for operand in test.operands}
        return [(workflow, move) for move in moves if move.to in wanted]
    return [(workflow, move) for move in moves if name in (*move.asks, *move.takes, *move.set)]


def _path_movers(
    model: Model, workflow: Workflow, path: tuple[str, ...], test: Test
) -> list[tuple[Workflow, Transition]]:
    here = workflow
    steps = path[1:] if path[:1] in (("this",), ("root",)) else path
    if path[:1] == ("root",):
        here = model.workflows[model.founding.opens[0].kind]
    for step in steps[:-1]:
        field = here.fields.get(step)
        if field is None or not field.to:
            return []
        here = model.workflows[field.to[0]]
    last = steps[-1] if steps else "state"
    found = list(_movers(model, here, last, test))
    if len(steps) > 1:  # the record at the other end is there already, so that opening one does nothing to it
        found = [(kind, move) for kind, move in found if kind is not here or not move.opening] or found
    return found or _field_movers(workflow, steps[0] if steps else "state", test)


def _record_movers(model: Model, workflow: Workflow, fact: Fact, test: Test) -> list[tuple[Workflow, Transition]]:
    kind = model.workflows.get(fact.kind)
    if kind is None:  # a list whose own elements must match
        field = workflow.fields.get(fact.path[-1]) if fact.path else None
        kind = model.workflows.get(field.to[0]) if field and field.to else None
    if kind is None:
        return []
    states = {literal for where in fact.where if where.field == "state" for literal in _literals(where)}
    if fact.head != "missing" and _wants_fewer(test):
        return [(kind, move) for move in _leaving(kind, states)]
    looked_at = {where.field for where in fact.where}
    asking = [m for m in kind.transitions.values() if m.to == SAME and looked_at & {*m.asks, *m.takes}]
    leading = [move for move in kind.transitions.values() if move.to in states]
    openings = (
        [] if any(m.opening for m in leading) else [m for m in _giving(kind, fact) if m.by and _fits(m, fact.where)]
    )
    return [(kind, move) for move in (*asking, *leading, *openings)]


def _giving(kind: Workflow, fact: Fact) -> tuple[Transition, ...]:
    """Return the openings of records that can count: those that give the field counted, where any opening does."""
    giving = tuple(move for move in kind.openings if fact.field in (*move.asks, *move.takes, *move.set))
    return giving or kind.openings


def _literals(where: Where) -> list[object]:
    return [o.literal for o in where.operands if o.kind == "literal"] if where.op in ("is", "one_of") else []


def _fits(move: Transition, conditions: Iterable[Where]) -> bool:
    """Whether nothing that an opening sets keeps its record from ever matching the conditions."""
    return all(
        move.set[where.field].literal in _literals(where)
        for where in conditions
        if _literals(where) and where.field in move.set and move.set[where.field].kind == "literal"
    )


def _leaving(kind: Workflow, states: Iterable[object]) -> list[Transition]:
    inside = set(states)
    moves = kind.transitions.values()
    return [m for m in moves if inside.intersection(m.sources) and m.to != SAME and m.to not in inside]


def _conferring(model: Model, office: str) -> list[tuple[Workflow, Transition]]:
    found = []
    for kind in model.workflows.values():
        for confers in kind.confers:
            if office in _offices(kind, confers):
                found += [(kind, move) for move in kind.transitions.values() if move.to in confers.states]
                found += _opening(model, kind, confers.office_field, office)
    return found


def _ending(model: Model, office: str) -> list[tuple[Workflow, Transition]]:
    return [
        (kind, move)
        for kind in model.workflows.values()
        for confers in kind.confers
        if office in _offices(kind, confers)
        for move in _leaving(kind, confers.states)
    ]


def _offices(kind: Workflow, confers: Confers) -> set[str]:
    choices = {c.name for c in kind.fields[confers.office_field].choices} if confers.office_field else set()
    return {confers.office, *choices}


def _opening(model: Model, kind: Workflow, office_field: str, office: str) -> list[tuple[Workflow, Transition]]:
    """Return the transitions of other kinds that open such a record for this very office."""

    def gives(opening: Opening) -> bool:
        given = opening.set.get(office_field)
        return opening.kind == kind.name and given is not None and given.literal == office

    return [(w, m) for w in model.workflows.values() for m in w.transitions.values() if any(map(gives, m.opens))]
