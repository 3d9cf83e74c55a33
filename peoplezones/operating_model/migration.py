"""`migrates`: how records of an earlier model map onto this one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from peoplezones.domain.errors import did_you_mean
from peoplezones.domain.mapping import left_out, mapping_of
from peoplezones.domain.workflow import KindMapping, Migration, Model, Workflow

from .scope import KindScope, Scope
from .shapes import Table, entries, known, pairs, scalar
from .source import Map, Mark, Node, Text

_PARTS = "states fields choices transitions"


def read_migration(scope: Scope, node: Node) -> Migration:
    """Return from which model records come and how their kinds map; only the right-hand sides are checked here."""
    table = Table(node, "`migrates`", scope.problems, "from kinds")
    return Migration(
        model=table.text("from"),
        kinds={name: _read_kind(scope, value) for name, _, value in table.pairs("kinds")},
    )


def _read_kind(scope: Scope, node: Node) -> KindMapping:
    table = Table(node, "the mapping of a kind", scope.problems, "to", _PARTS)
    word = table.scalar("to")
    kind = scope.kinds.get(word.value) if word and scope.kind_exists(word) else None
    here = kind if kind and kind.known else None
    fields = _names(scope, table, "fields", here.field_marks if here else None, "field")
    return KindMapping(
        to=word.value if word else "",
        states=_names(scope, table, "states", here.states if here else None, "state"),
        fields=fields,
        choices=_choices(scope, table, here, fields),
        transitions=_names(scope, table, "transitions", here.transitions if here else None, "transition"),
    )


def _names(scope: Scope, table: Table, word: str, names: Collection[str] | None, what: str) -> dict[str, str]:
    return _mapped(scope, table.pairs(word) if table.has(word) else [], names, what)


def _mapped(
    scope: Scope, mapping: list[tuple[str, Mark, Node]], names: Collection[str] | None, what: str
) -> dict[str, str]:
    found = {}
    for old, _, value in mapping:
        new = scalar(value, scope.problems)
        if new is not None and names is not None:
            known(new, names, what, scope.problems)
        found[old] = new.value if new else ""
    return found


def _choices(scope: Scope, table: Table, here: KindScope | None, fields: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return old choice: new choice, by the name that the field had in the earlier model."""
    found = {}
    for old, at, value in table.pairs("choices") if table.has("choices") else []:
        entries(value, scope.problems)
        new = fields.get(old, old)
        names: list[str] | None = None
        if here is not None and known(Text(at, new), here.field_marks, f"field of {here.name}", scope.problems):
            field = here.fields.get(new)
            names = [choice.name for choice in field.choices] if field else None
        found[old] = _mapped(scope, list(pairs(value)), names, "choice")
    return found


def check_migration(scope: Scope, node: Node, model: Model) -> None:
    """Complain of what a migration leaves out of the earlier model, and of what is not in it, where that is at hand."""
    if not isinstance(node, Map) or "from" not in node.entries or "kinds" not in node.entries:
        return
    name = node.entries["from"][1]
    for earlier in scope.earlier(name.value) if isinstance(name, Text) else ():
        for at, message in _amiss(node, model, earlier):
            scope.problems.add(at, f"{message} (in '{earlier.name}', version {earlier.version})")


def _amiss(node: Map, model: Model, earlier: Model) -> Iterator[tuple[Mark, str]]:
    """Yield what is wrong with the mapping of each kind of the earlier model, and kinds that it does not have."""
    at, mapped = node.entries["kinds"]
    yield from _strangers(mapped, earlier.workflows, "kind")
    inside = dict(pairs_with_marks(mapped))
    for old in earlier.workflows.values():
        mapping = mapping_of(model, earlier, old.name)
        new = model.workflows.get(mapping.to)
        here = inside.get(old.name)
        if new is None:
            yield at, f"the kind '{old.name}' of the earlier model is neither mapped nor there; say what becomes of it"
            continue
        place = here.at if here is not None else at
        if mapping.to != old.name and old.name in model.workflows:
            yield (
                place,
                f"the kind '{old.name}' becomes '{mapping.to}', and another kind is called '{old.name}' now; "
                "call that one otherwise, or nobody can tell which is meant",
            )
        for what, name in left_out(new, old, mapping):
            yield place, f"the {what} '{name}' of the earlier {old.name} is left out; map it to one of {new.name}"
        yield from ((place, message) for message in _doubtful(new, old, mapping))
        if isinstance(here, Map):
            yield from _unknown_parts(here, old)


def pairs_with_marks(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield each key of a mapping with its value."""
    return ((name, value) for name, _, value in pairs(node))


def _doubtful(new: Workflow, old: Workflow, mapping: KindMapping) -> Iterator[str]:
    """Yield fields that would share a place, and ended records that would come to life."""
    places: dict[str, str] = {}
    for name in old.fields:
        to = mapping.fields.get(name, name)
        if to in places:
            yield f"the fields '{places[to]}' and '{name}' of the earlier {old.name} both become '{to}'; part them"
        places.setdefault(to, name)
    for state in old.final:
        to = mapping.states.get(state, state)
        if to in new.states and to not in new.final:
            yield f"the state '{state}' ends a {old.name}, '{to}' does not; nothing that has ended comes to life again"


def _unknown_parts(here: Map, old: Workflow) -> Iterator[tuple[Mark, str]]:
    names: dict[str, Collection[str]] = {
        "states": old.states,
        "fields": old.fields,
        "choices": old.fields,
        "transitions": old.transitions,
    }
    for word, known_names in names.items():
        if word in here.entries:
            yield from _strangers(here.entries[word][1], known_names, word.removesuffix("s"))
    for field, value in pairs_with_marks(here.entries["choices"][1]) if "choices" in here.entries else ():
        declared = old.fields.get(field)
        if declared is not None:
            yield from _strangers(value, [choice.name for choice in declared.choices], "choice")


def _strangers(node: Node, known_names: Collection[str], what: str) -> Iterator[tuple[Mark, str]]:
    for name, at, _ in pairs(node):
        if name not in known_names:
            yield at, f"the earlier model has no {what} called '{name}'{did_you_mean(name, known_names)}"
