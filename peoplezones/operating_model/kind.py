"""A whole workflow: one file, once everything it may name is declared."""

from __future__ import annotations

import re

import msgspec

from peoplezones.domain.workflow import Field, Test, Workflow

from .comparisons import read_conditions
from .documents import read_documents
from .guards import read_standing
from .keeping import read_retentions
from .parts import (
    read_confers,
    read_correction,
    read_link,
    read_node,
    read_promise,
    read_publicly,
    read_state,
    read_undo,
)
from .scope import KindScope, Scope
from .shapes import Table, known
from .source import Map, Mark, Node, Text
from .transitions import read_field_names, read_transition

_NEEDED = "workflow title plural help clause reference fields states transitions"
_OPTIONAL = (
    "name list figures facts goal final standing confers node links promises amend undo retention publicly documents"
)
_SLOT = re.compile(r"\{[^{}]*\}")
_TEMPLATE = re.compile(r"[A-Z](?:[A-Z0-9-]|\{year\}|\{number(?::0[1-9])?\})*", re.ASCII)


def read_workflow(scope: Scope, declared: KindScope, tree: Map) -> Workflow:
    """Return everything that is declared about one kind."""
    table = Table(tree, "a workflow", scope.problems, _NEEDED, _OPTIONAL)
    for word in ("fields", "states", "transitions", *(("facts",) if table.has("facts") else ())):
        table.pairs(word)
    transitions = {
        name: read_transition(scope, declared, name, sketch) for name, sketch in declared.transitions.items()
    }
    for name, (at, _) in declared.facts.items():
        _read_unused(scope, declared.name, name, at)
    seen: dict[str, Mark] = {}
    retention = read_retentions(scope, declared, _listed(table, "retention"))
    node, joins = read_node(scope, table)
    standing = tuple(read_standing(scope, declared, node) for node in _listed(table, "standing"))
    return Workflow(
        name=declared.name,
        title=table.text("title"),
        plural=table.text("plural"),
        help=table.text("help"),
        clause=scope.check_clause(table.scalar("clause")),
        reference=_reference(scope, table.scalar("reference")),
        label_field=_label_field(scope, declared, table.scalar("name")) if table.has("name") else "",
        list_fields=read_field_names(scope, declared, table.names("list")) if table.has("list") else (),
        figures=_figures(scope, declared, table),
        fields=_fields(scope, declared),
        facts={
            name: found[0] for name in declared.facts if (found := scope.facts.get((declared.name, name))) is not None
        },
        states={name: read_state(scope, declared, name, node) for name, _, node in table.pairs("states")},
        transitions=transitions,
        goal="".join(_states(scope, declared, table, "goal")[:1]),
        final=_states(scope, declared, table, "final"),
        standing=standing,
        confers=tuple(read_confers(scope, declared, node) for node in _listed(table, "confers")),
        node=node,
        joins=joins,
        links=tuple(
            read_link(scope, declared, name, at, node)
            for name, at, node in (table.pairs("links") if table.has("links") else ())
        ),
        promises=tuple(read_promise(scope, declared, node, seen) for node in _listed(table, "promises")),
        amend=tuple(read_correction(scope, declared, node) for node in _listed(table, "amend")),
        undo=tuple(read_undo(scope, declared, node) for node in _listed(table, "undo")),
        retention=retention,
        publicly=read_publicly(scope, declared, table) if table.has("publicly") else None,
        documents=read_documents(scope, declared, table) if table.has("documents") else {},
    )


def _listed(table: Table, word: str) -> list[Node]:
    return table.items(word) if table.has(word) else []


def _read_unused(scope: Scope, kind: str, name: str, at: Mark) -> None:
    """Read a fact that no rule has looked at so far, without counting this as a use of it."""
    used = (kind, name) in scope.fact_uses
    scope.fact(kind, name, at)
    if not used:
        scope.fact_uses.discard((kind, name))


def _states(scope: Scope, declared: KindScope, table: Table, word: str) -> tuple[str, ...]:
    words = table.names(word) if table.has(word) else []
    found = [name for name in words if known(name, declared.states, f"state of {declared.name}", scope.problems)]
    return tuple(name.value for name in found)


def _reference(scope: Scope, word: Text | None) -> str:
    """Return the template of references, such as `PZ-{year}-{number:03}`."""
    if word is None:
        return ""
    slots = _SLOT.findall(word.value)
    if not _TEMPLATE.fullmatch(word.value) or sum(slot.startswith("{number") for slot in slots) != 1:
        scope.problems.add(
            word.at,
            f"'{word.value}' cannot number records; write capital letters, digits, -, `{{year}}` and one `{{number}}` "
            "(or `{number:03}`), as in PZ-{year}-{number:03}",
        )
    return word.value


def _label_field(scope: Scope, declared: KindScope, word: Text | None) -> str:
    if word is None or not known(word, declared.field_marks, f"field of {declared.name}", scope.problems):
        return ""
    field = declared.fields.get(word.value)
    if field is not None and field.type != "text":
        scope.problems.add(word.at, f"'{word.value}' is a {field.type}; people call a record by a text")
    return word.value


def _figures(scope: Scope, declared: KindScope, table: Table) -> tuple[str, ...]:
    """Return the facts that people look at; that is a use of them."""
    words = table.names("figures") if table.has("figures") else []
    found = [word.value for word in words if known(word, declared.facts, f"fact of {declared.name}", scope.problems)]
    scope.fact_uses.update((declared.name, name) for name in found)
    return tuple(found)


def _fields(scope: Scope, declared: KindScope) -> dict[str, Field]:
    """Return the fields with the conditions under which they are required."""
    found = {}
    for name, field in declared.fields.items():
        assert declared.tree is not None
        node = _entry(_entry(declared.tree, "fields"), name)
        needed = _entry(node, "required")
        if isinstance(needed, Map):
            table = Table(needed, "`required`", scope.problems, "when")
            when: tuple[Test, ...] = read_conditions(scope, declared.name, table.node("when"))
            field = msgspec.structs.replace(field, required_when=when)
        found[name] = field
    return found


def _entry(node: Node | None, word: str) -> Node | None:
    return node.entries[word][1] if isinstance(node, Map) and word in node.entries else None
