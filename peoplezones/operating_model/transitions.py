"""Transitions: where they lead, who makes them, what they ask, set and open."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.errors import nearest
from peoplezones.domain.values import parse_field
from peoplezones.domain.workflow import PREVIOUS, SAME, Opening, Operand, Transition

from .guards import read_basis, read_clause, read_guard
from .operands import SETS, Context, read_operand
from .paths import follow, steps_of
from .people import read_people
from .scope import KindScope, Scope, Sketch, Typed, type_of_field
from .shapes import Table, known, pairs, wrong_shape
from .source import Map, Mark, Node, Text

_NEEDED, _OPTIONAL = "title from to by clause basis", "help not_by asks takes set guards opens"


def read_transition(scope: Scope, declared: KindScope, name: str, sketch: Sketch) -> Transition:
    """Return one transition of a workflow."""
    table = Table(sketch.node, "a transition", scope.problems, _NEEDED, _OPTIONAL)
    kind = declared.name
    asks = read_field_names(scope, declared, table.names("asks")) if table.has("asks") else ()
    takes = read_field_names(scope, declared, table.names("takes")) if table.has("takes") else ()
    for word in table.names("takes") if table.has("takes") else ():
        if word.value in asks:
            scope.problems.add(word.at, f"'{word.value}' is asked already; take it out of one of the two")
    transition = Transition(
        name=name,
        title=table.text("title"),
        help=table.text("help") if table.has("help") else "",
        sources=_sources(scope, declared, table),
        to=_target(scope, declared, table, sketch),
        by=read_people(scope, kind, table.node("by"), anyone=True, nobody=sketch.opening),
        not_by=read_people(scope, kind, table.node("not_by")) if table.has("not_by") else (),
        asks=asks,
        takes=takes,
        set=_set(scope, declared, table.node("set"), (*asks, *takes)) if table.has("set") else {},
        guards=tuple(read_guard(scope, declared, node) for node in _listed(table, "guards")),
        opens=tuple(read_opening(scope, kind, node) for node in _listed(table, "opens")),
        clause=read_clause(scope, table),
        basis=read_basis(scope, table),
    )
    declared.filled.update(asks, takes, transition.set)
    _check_opening(scope, declared, transition, table)
    return transition


def _listed(table: Table, word: str) -> list[Node]:
    return table.items(word) if table.has(word) else []


def read_field_names(scope: Scope, declared: KindScope, words: Iterable[Text]) -> tuple[str, ...]:
    """Return the fields that are named."""
    found = []
    for word in words:
        if known(word, declared.field_marks, f"field of {declared.name}", scope.problems):
            found.append(word.value)
        else:
            declared.filled.update(nearest(word.value, declared.field_marks))  # meant, so not unused besides
    return tuple(found)


def _sources(scope: Scope, declared: KindScope, table: Table) -> tuple[str, ...]:
    """Return the states that it leads from; none for a transition that opens a record."""
    words = table.names("from")
    if len(words) == 1 and isinstance(table.node("from"), Text):
        if words[0].value == "none":
            return ()
        if words[0].value == "any":
            return tuple(name for name in declared.states if name not in declared.final)
    if not words:
        declared.graph_sound = False
        if table.has("from") and not isinstance(table.node("from"), Map):
            scope.problems.add(table.key("from"), "no state is named; write a state, a list of them, `none` or `any`")
    for word in words:
        if word.value in ("none", "any"):
            scope.problems.add(word.at, f"'{word.value}' stands alone, not in a list; write `from: {word.value}`")
            declared.graph_sound = False
        elif not known(word, declared.states, f"state of {declared.name}", scope.problems):
            declared.graph_sound = False
        elif word.value in declared.final:
            scope.problems.add(
                word.at, f"'{word.value}' is final, so nothing leads from it; take it out here or out of `final`"
            )
    return tuple(word.value for word in words)


def _target(scope: Scope, declared: KindScope, table: Table, sketch: Sketch) -> str:
    word = table.scalar("to")
    if word is None:
        declared.graph_sound = False
        return SAME
    if word.value in (SAME, PREVIOUS):
        if sketch.opening:
            scope.problems.add(
                word.at, f"a record is not yet anywhere, so it cannot open in '{word.value}'; name a state"
            )
            declared.graph_sound = False
    elif not known(word, declared.states, f"state of {declared.name}", scope.problems):
        declared.graph_sound = False
    return word.value


def _set(scope: Scope, declared: KindScope, node: Node, given: tuple[str, ...]) -> dict[str, Operand]:
    context = Context(scope, declared.name, SETS, setting=True)
    if not isinstance(node, Map):
        wrong_shape(node, "a mapping (`field: value`)", scope.problems)
    found = {}
    for name, at, value in pairs(node):
        if name in given:
            scope.problems.add(at, f"'{name}' is given by whoever makes the transition; take it out of one of the two")
        operand = read_setting(context, declared, name, at, value)
        if operand is not None:
            found[name] = operand
    return found


def read_setting(context: Context, declared: KindScope, name: str, at: Mark, value: Node) -> Operand | None:
    """Return what a field of the `declared` kind is set to, checked against its type and limits."""
    scope = context.scope
    if not known(Text(at, name), declared.field_marks, f"field of {declared.name}", scope.problems):
        return None
    field = declared.fields.get(name)
    if field is None:
        return None
    if field.personal:
        scope.problems.add(
            at, f"'{name}' is personal, so only people give it; ask for it, or declare `personal: false`"
        )
        return None
    operand = read_operand(context, value, type_of_field(field))
    if operand is None or not isinstance(value, Text):
        return operand
    if operand.kind == "literal" and field.type != "choice":
        try:
            parse_field(field, value.value)
        except ValueError as error:
            scope.problems.add(value.at, str(error))
    elif field.many or operand.path:
        _check_several(context, field.many, operand, value)
    return operand


def _check_several(context: Context, several: bool, operand: Operand, value: Text) -> None:
    """Complain where one is put into a field that holds several, or several into a field that holds one."""
    found = follow(context.scope, (context.kind,), value, skip=1, many="anywhere") if operand.path else None
    if several and (found is None or not found.many):
        context.scope.problems.add(
            value.at, f"'{value.value}' is one, and the field holds several; name a path to several"
        )
    elif not several and found is not None and found.many:
        context.scope.problems.add(
            value.at, f"'{value.value}' holds several, and the field holds one; name one of them"
        )


def read_opening(scope: Scope, kind: str, node: Node) -> Opening:
    """Return a child record that a transition opens."""
    table = Table(node, "`opens`", scope.problems, "kind transition", "for_each set")
    child, move = table.scalar("kind"), table.scalar("transition")
    each = _for_each(scope, kind, table)
    settings: dict[str, Operand] = {}
    if child and scope.kind_exists(child):
        declared = scope.kinds[child.value]
        context = Context(scope, kind, SETS, each=each, setting=True)
        for name, at, value in table.pairs("set") if table.has("set") else ():
            operand = read_setting(context, declared, name, at, value) if declared.known else None
            settings[name] = operand or Operand(kind="this")
        check_opened(scope, declared, move, table.at, {n: at for n, at, _ in pairs(table.node("set"))})
    path = table.scalar("for_each") if table.has("for_each") else None
    return Opening(
        kind=child.value if child else "",
        transition=move.value if move else "",
        for_each=steps_of(path) if path else (),
        set=settings,
    )


def _for_each(scope: Scope, kind: str, table: Table) -> Typed | None:
    word = table.scalar("for_each") if table.has("for_each") else None
    found = follow(scope, (kind,), word) if word else None
    if word is None or found is None:
        return Typed("ref") if word else None
    if found.type != "ref":
        scope.problems.add(word.at, f"'{word.value}' is {found.in_words()}; a field with references is needed here")
    return Typed("ref", kinds=found.kinds)


def check_opened(scope: Scope, declared: KindScope, move: Text | None, at: Mark, given: dict[str, Mark]) -> None:
    """Complain unless `move` opens a record of the kind, and `given` is all that it asks and only what it takes."""
    if move is None or not declared.known:
        return
    if not known(move, declared.transitions, f"transition of {declared.name}", scope.problems):
        return
    sketch = declared.transitions[move.value]
    scope.opened.add((declared.name, move.value))
    if not sketch.opening:
        scope.problems.add(
            move.at, f"'{move.value}' does not open a {declared.name}; name a transition with `from: none`"
        )
        return
    for name in sketch.asks:
        if name in declared.field_marks and name not in given:
            scope.problems.add(at, f"'{move.value}' of {declared.name} asks for '{name}'; add it to `set`")
    for name, mark in given.items():
        if name in declared.field_marks and name not in (*sketch.asks, *sketch.takes):
            scope.problems.add(mark, f"'{move.value}' of {declared.name} neither asks nor takes '{name}'; take it out")


def _check_opening(scope: Scope, declared: KindScope, transition: Transition, table: Table) -> None:
    """Complain of what makes no sense in a transition that opens a record, or is missing from it."""
    if not transition.opening or not declared.transitions[transition.name].opening:
        return
    at = declared.transitions[transition.name].at
    given = {*transition.asks, *transition.set}
    for field in declared.fields.values():
        if field.required and field.name not in given:
            scope.problems.add(
                at, f"'{field.name}' is required, but '{transition.name}' neither asks nor sets it; add it to `asks`"
            )
    for word in ("by", "not_by"):
        if any(who.kind == "did" for who in getattr(transition, word)):
            remedy = "take `did` out, or write `by: nobody` if only other records open it"
            scope.problems.add(
                table.key(word), f"nobody has done anything on a record that is only now opened; {remedy}"
            )
