"""The smaller parts of a workflow: states, offices conferred, links, promises, corrections."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, cast

from peoplezones.domain.workflow import Confers, Correction, Link, Promise, Publicly, State, Undo

from .deadlines import read_deadline, read_escalate
from .guards import read_basis, read_clause
from .people import read_people
from .scope import KindScope, Scope
from .shapes import Table, check_id, known
from .source import Map, Mark, Node, Text
from .transitions import read_field_names

_PROMISES = ("only_after", "only_with", "reaches_final", "apart")


def read_state(scope: Scope, declared: KindScope, name: str, node: Node) -> State:
    """Return a state with its deadline and who hears when it passes."""
    table = Table(node, "a state", scope.problems, "title", "help within tell escalate")
    for word in ("tell", "escalate"):
        if table.has(word) and not table.has("within"):
            message = f"'{word}' says who hears when 'within' passes; add that or take this out"
            scope.problems.add(table.key(word), message)
    return State(
        name=name,
        title=table.text("title"),
        help=table.text("help") if table.has("help") else "",
        within=read_deadline(scope, declared, table.node("within")) if table.has("within") else None,
        tell=read_people(scope, declared.name, table.node("tell")) if table.has("tell") else (),
        escalate=read_escalate(scope, declared, table.node("escalate")) if table.has("escalate") else None,
    )


def _states(scope: Scope, declared: KindScope, table: Table, word: str = "in") -> tuple[str, ...]:
    words = table.names(word) if table.has(word) else []
    found = [name for name in words if known(name, declared.states, f"state of {declared.name}", scope.problems)]
    return tuple(name.value for name in found)


def _field(scope: Scope, declared: KindScope, word: Text | None, types: tuple[str, ...], what: str) -> str:
    """Return the single field that is named, which must have one of the types."""
    if word is None or not known(word, declared.field_marks, f"field of {declared.name}", scope.problems):
        return ""
    field = declared.fields.get(word.value)
    if field is not None and (field.type not in types or field.many):
        kind = f"several {field.type}s" if field.many else f"a {field.type}"
        scope.problems.add(word.at, f"'{word.value}' is {kind}; {what} is needed here")
    return word.value


def read_confers(scope: Scope, declared: KindScope, node: Node) -> Confers:
    """Return an office that a record gives; note of which kinds of record it can be held."""
    table = Table(node, "`confers`", scope.problems, "office to in", "of from until deputy")
    to = _field(scope, declared, table.scalar("to"), ("ref",), "a field with one reference to a person")
    if scope.actor_kind and to in declared.fields and scope.actor_kind not in declared.fields[to].to:
        scope.problems.add(
            table.node("to").at, f"'{to}' does not refer to {scope.actor_kind}; an office is given to one"
        )
    of = ""
    kinds: tuple[str, ...] = (scope.root_kind,)
    if table.has("of"):
        word = table.scalar("of")
        if word is not None and word.value == "this":
            of, kinds = "this", (declared.name,)
        else:
            of = _field(scope, declared, word, ("ref",), "a field with one reference, or `this`,")
            kinds = declared.fields[of].to if of in declared.fields else ()
    office, office_field, offices = _conferred(scope, declared, table)
    scope.conferred.update((name, kind) for name in offices for kind in kinds)
    dates = {
        word: _field(scope, declared, table.scalar(word), ("date",), "a date field") if table.has(word) else ""
        for word in ("from", "until")
    }
    return Confers(
        to=to,
        states=_states(scope, declared, table),
        office=office,
        office_field=office_field,
        of=of,
        deputy=table.has("deputy") and table.flag("deputy"),
        since=dates["from"],
        until=dates["until"],
    )


def _conferred(scope: Scope, declared: KindScope, table: Table) -> tuple[str, str, tuple[str, ...]]:
    """Return the office or the field that names it, and every office that it may come to."""
    node = table.node("office")
    if not isinstance(node, Map):
        office = scope.check_office(table.scalar("office"))
        return office, "", (office,)
    inner = Table(node, "`office`", scope.problems, "field")
    name = _field(scope, declared, inner.scalar("field"), ("choice",), "a choice field")
    if name not in declared.fields:
        return "", name, ()
    offices = tuple(choice.name for choice in declared.fields[name].choices if choice.name in scope.offices)
    if not offices and scope.model_known:
        scope.problems.add(node.at, f"no choice of '{name}' is an office; add one to the offices in model.yaml")
    return "", name, offices


def read_node(scope: Scope, table: Table) -> tuple[str, bool]:
    """Return the class of node that a record is in the network, and whether it only joins others."""
    if not table.has("node"):
        return "", False
    if not isinstance(table.node("node"), Map):
        return table.text("node"), False
    inner = Table(table.node("node"), "`node`", scope.problems, "sort", "joins")
    joins = inner.has("joins") and inner.flag("joins")
    if joins and not table.has("links"):
        scope.problems.add(inner.key("joins"), "nothing is joined without `links`; add them or take this out")
    return inner.text("sort"), joins


def read_link(scope: Scope, declared: KindScope, name: str, at: Mark, node: Node) -> Link:
    """Return what a reference means in the network."""
    table = Table(node, "a link", scope.problems, "edge", "reverse in weight until")
    if known(Text(at, name), declared.field_marks, f"field of {declared.name}", scope.problems):
        field = declared.fields.get(name)
        if field is not None and field.type != "ref":
            scope.problems.add(at, f"'{name}' is a {field.type}; only a reference can be a link")
    weight = table.scalar("weight") if table.has("weight") else None
    return Link(
        field=name,
        edge=table.text("edge"),
        reverse=table.has("reverse") and table.flag("reverse"),
        states=_states(scope, declared, table),
        weight=_field(scope, declared, weight, ("number", "money"), "a number field"),
        until=_field(scope, declared, table.scalar("until"), ("date",), "a date field") if table.has("until") else "",
    )


def read_publicly(scope: Scope, declared: KindScope, table: Table) -> Publicly:
    """Return how a record whose name is personal is called in public."""
    part = Table(table.node("publicly"), "`publicly`", scope.problems, "", "consent otherwise")
    name = table.scalar("name") if table.has("name") else None
    called = declared.fields.get(name.value) if name else None
    if called is None or not called.personal:
        scope.problems.add(table.key("publicly"), "a name that is not personal is public anyway; take 'publicly' out")
    otherwise = read_field_names(scope, declared, part.names("otherwise")) if part.has("otherwise") else ()
    for word in part.names("otherwise") if part.has("otherwise") else ():
        field = declared.fields.get(word.value)
        if field is not None and (field.personal or field.type not in ("text", "choice")):
            scope.problems.add(
                word.at, f"'{word.value}' cannot stand for a name in public: name a text or choice that is not personal"
            )
    return Publicly(
        consent=_field(scope, declared, part.scalar("consent"), ("yes_no",), "a yes_no field")
        if part.has("consent")
        else "",
        otherwise=otherwise,
    )


def read_promise(scope: Scope, declared: KindScope, node: Node, seen: dict[str, Mark]) -> Promise:
    """Return a promise; whether it is kept is proved later, on the whole graph."""
    table = Table(node, "a promise", scope.problems, "id because clause basis", " ".join(_PROMISES))
    kinds = [kind for kind in _PROMISES if table.has(kind)]
    id_ = check_id(table.scalar("id"), seen, "promise", scope.problems)
    if len(kinds) != 1:
        scope.problems.add(table.at, f"a promise makes one of these: {', '.join(_PROMISES)}")
    kind = cast(Literal["only_after", "only_with", "reaches_final", "apart"], kinds[0] if kinds else "reaches_final")
    state = ""
    states: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    transitions: tuple[str, ...] = ()
    if kind in ("only_after", "only_with") and kinds:
        inner = Table(table.node(kind), f"`{kind}`", scope.problems, f"state {_PROMISED[kind]}")
        state = "".join(_states(scope, declared, inner, "state")[:1])
        states = _states(scope, declared, inner, "states")
        guards = _counted_on(scope, declared, inner)
    elif kind == "apart":
        transitions = _named(scope, table, "apart", declared.transitions, f"transition of {declared.name}")
        if table.has("apart") and len(table.names("apart")) < 2:
            scope.problems.add(table.node("apart").at, "'apart' needs at least two transitions; add one")
    elif kinds and not table.flag("reaches_final"):
        scope.problems.add(table.node(kind).at, "a promise that is not made is left out; write `true` or take it away")
    return Promise(
        id=id_,
        kind=kind,
        because=table.text("because"),
        clause=read_clause(scope, table),
        basis=read_basis(scope, table),
        state=state,
        states=states,
        guards=guards,
        transitions=transitions,
    )


_PROMISED = {"only_after": "states", "only_with": "guards"}


def _counted_on(scope: Scope, declared: KindScope, table: Table) -> tuple[str, ...]:
    """Return the guards that a promise counts on: to one that is gone, the promise is broken and no mistake made."""
    if scope.doubts is not None and table.has("guards"):
        return tuple(name.value for name in table.names("guards"))
    return _named(scope, table, "guards", declared.guards, f"guard of {declared.name}")


def _named(scope: Scope, table: Table, word: str, names: Collection[str], what: str) -> tuple[str, ...]:
    words = table.names(word) if table.has(word) else []
    return tuple(name.value for name in words if known(name, names, what, scope.problems))


def read_correction(scope: Scope, declared: KindScope, node: Node) -> Correction:
    """Return which fields may be amended, by whom and in which states."""
    table = Table(node, "`amend`", scope.problems, "fields by", "in")
    fields = read_field_names(scope, declared, table.names("fields"))
    declared.filled.update(fields)
    return Correction(
        fields=fields,
        by=read_people(scope, declared.name, table.node("by"), anyone=True),
        states=_states(scope, declared, table, "in") if table.has("in") else (),
    )


def read_undo(scope: Scope, declared: KindScope, node: Node) -> Undo:
    """Return which transition may be taken back, and by whom."""
    table = Table(node, "`undo`", scope.problems, "transition by")
    word = table.scalar("transition")
    if known(word, declared.transitions, f"transition of {declared.name}", scope.problems) and word:
        sketch = declared.transitions[word.value]
        opens = isinstance(sketch.node, Map) and "opens" in sketch.node.entries
        if sketch.opening or opens:
            done = "opens a record" if sketch.opening else "opens other records"
            scope.problems.add(word.at, f"'{word.value}' {done}, so it cannot be taken back; take it out")
    return Undo(
        transition=word.value if word else "",
        by=read_people(scope, declared.name, table.node("by"), anyone=True),
    )
