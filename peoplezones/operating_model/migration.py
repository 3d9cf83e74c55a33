"""`migrates`: how records of an earlier model map onto this one."""

from __future__ import annotations

from collections.abc import Collection

from peoplezones.domain.workflow import KindMapping, Migration

from .scope import KindScope, Scope
from .shapes import Table, entries, known, pairs, scalar
from .source import Mark, Node, Text

_PARTS = "states fields choices transitions"


def read_migration(scope: Scope, node: Node) -> Migration:
    """Return from which model records come and how their kinds map; only the right-hand sides can be checked here."""
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
