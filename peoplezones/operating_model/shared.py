"""What the workflows share, from model.yaml: offices, clauses, lists of choices, the kinds of Board and person."""

from __future__ import annotations

import re

from peoplezones.domain.workflow import Clause, Office

from .fields import read_choices
from .scope import Scope
from .shapes import Table, check_name, pairs
from .source import List, Map, Node, Text

_CLAUSE = re.compile(r"[A-Z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*", re.ASCII)


def declare_shared(scope: Scope, tree: Map | None) -> None:
    """Put what model.yaml declares into the scope, before any workflow is read."""
    if tree is None:
        scope.model_known = False
        return
    problems = scope.problems
    for name, at, node in pairs(_under(tree, "offices")):
        check_name(name, at, "office", problems)
        table = Table(node, "an office", problems, "title", "help")
        help_ = table.text("help") if table.has("help") else ""
        scope.offices[name] = Office(name=name, title=table.text("title"), help=help_)
    for name, at, node in pairs(_under(tree, "clauses")):
        if not _CLAUSE.fullmatch(name):
            problems.add(at, f"'{name}' cannot be the name of a clause; write one like B-3.3 or X-1")
        table = Table(node, "a clause", problems, "paper title", "context")
        context = table.text("context") if table.has("context") else ""
        scope.clauses[name] = Clause(id=name, title=table.text("title"), paper=table.text("paper"), context=context)
    for name, at, node in pairs(_under(tree, "choices")):
        check_name(name, at, "list of choices", problems)
        scope.choices[name] = read_choices(scope, node)
    scope.next_meeting = "next_meeting" in tree.entries
    _find_root(scope, tree)


def _find_root(scope: Scope, tree: Map) -> None:
    """Find, without complaining, the kind of the Board's own record and that of people."""
    founding = _under(tree, "founding")
    opens = _under(founding, "opens")
    kinds = {}
    for node in opens.items if isinstance(opens, List) else []:
        alias, kind = _under(node, "as"), _under(node, "kind")
        if isinstance(alias, Text) and isinstance(kind, Text):
            kinds[alias.value] = kind.value
    actor = _under(founding, "actor")
    scope.root_kind = next(iter(kinds.values()), "")
    scope.actor_kind = kinds.get(actor.value, "") if isinstance(actor, Text) else ""


def _under(node: Node, word: str) -> Node:
    """Return what is written under a word; an empty mapping where there is nothing of the sort."""
    if isinstance(node, Map) and word in node.entries:
        return node.entries[word][1]
    return Map(node.at)
