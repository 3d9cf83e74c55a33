"""The outline of a model: which kinds there are and what each declares, read before anything that names them."""

from __future__ import annotations

from peoplezones.domain.workflow import Choice

from .fields import RESERVED, read_field
from .scope import KindScope, Scope, Sketch
from .shapes import check_name, pairs
from .source import List, Map, Mark, Node, Text

RESERVED_KINDS = frozenset(
    (
        *("init", "demo", "status", "due", "model", "network", "document", "form", "notify", "log", "import", "export"),
        *("erase", "evidence", "audit", "witness", "rebuild", "db", "act"),
    )
)
RESERVED_TRANSITIONS = frozenset(("list", "show", "history", "why", "plan", "amend", "undo"))
RESERVED_STATES = frozenset(("none", "any", "same", "previous"))
RESERVED_FACTS = frozenset(("state", "reference", "this", "root", "today", "actor", "each"))


def outline_kind(scope: Scope, file: str, stem: str, tree: Map | None) -> KindScope:
    """Declare the kind of one file; a file that could not be parsed declares a kind of which nothing is known."""
    declared = KindScope(name=stem, at=Mark(file), tree=tree, known=tree is not None)
    if tree is None:
        return declared
    declared.at = tree.at
    word = _text(tree, "workflow")
    if word is not None and word.value != stem:
        scope.problems.add(word.at, f"the file is named '{stem}', but the workflow '{word.value}'; give both one name")
    check_name(stem, word.at if word else tree.at, "kind", scope.problems, RESERVED_KINDS)
    return declared


def outline_parts(scope: Scope, declared: KindScope) -> None:
    """Declare fields, facts, states and transitions of a kind, once every kind is known."""
    if declared.tree is None:
        return
    problems = scope.problems
    for name, at, node in _pairs(declared.tree, "states"):
        check_name(name, at, "state", problems, RESERVED_STATES)
        title = _text(node, "title") if isinstance(node, Map) else None
        declared.states[name] = Choice(name=name, title=title.value if title else name)
        declared.state_marks[name] = at
    for name, at, node in _pairs(declared.tree, "fields"):
        check_name(name, at, "field", problems, RESERVED)
        declared.field_marks[name] = at
        field = read_field(scope, declared.name, name, node)
        if field is not None:
            declared.fields[name] = field
    for name, at, node in _pairs(declared.tree, "facts"):
        check_name(name, at, "fact", problems, RESERVED_FACTS)
        if name in declared.field_marks:
            line = declared.field_marks[name].line
            problems.add(at, f"'{name}' is already a field (line {line}); choose another name for the fact")
        else:
            declared.facts[name] = (at, node)
    for name, at, node in _pairs(declared.tree, "transitions"):
        check_name(name, at, "transition", problems, RESERVED_TRANSITIONS)
        declared.transitions[name] = _sketch(at, node)
    declared.final = _names(declared.tree, "final")


def _sketch(at: Mark, node: Node) -> Sketch:
    source = _text(node, "from")
    opening = source is not None and source.value == "none"
    return Sketch(at=at, node=node, opening=opening, asks=_names(node, "asks"), takes=_names(node, "takes"))


def _pairs(tree: Map, word: str) -> list[tuple[str, Mark, Node]]:
    return list(pairs(tree.entries[word][1])) if word in tree.entries else []


def _text(node: Node, word: str) -> Text | None:
    found = node.entries[word][1] if isinstance(node, Map) and word in node.entries else None
    return found if isinstance(found, Text) else None


def _names(node: Node, word: str) -> tuple[str, ...]:
    """Return the names under a word, without complaining: the reader of that part will."""
    found = node.entries[word][1] if isinstance(node, Map) and word in node.entries else None
    nodes = found.items if isinstance(found, List) else [found]
    return tuple(item.value for item in nodes if isinstance(item, Text))
