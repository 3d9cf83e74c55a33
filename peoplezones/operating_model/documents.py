"""Documents about records of a kind: which template is filled for whom, with what, and how it is given out."""

from __future__ import annotations

import re
from typing import Literal, cast

from peoplezones.domain.workflow import Document, Issue

from .guards import read_basis, read_clause
from .scope import KindScope, Scope
from .shapes import Table, check_name, known
from .source import Node, Text
from .supplies import read_supplies

RESERVED_DOCUMENTS = frozenset(("list", "issue"))
_NEEDED, _OPTIONAL = "title template for clause basis", "help numbered publish in with issue"
_TEMPLATE = re.compile(r"[a-z][a-z0-9_-]*\.md", re.ASCII)
_PUBLISH = ("always", "never")


def read_documents(scope: Scope, declared: KindScope, table: Table) -> dict[str, Document]:
    """Return the documents about records of a kind; a name stands for one document in the whole model."""
    found = {}
    for name, at, node in table.pairs("documents"):
        check_name(name, at, "document", scope.problems, RESERVED_DOCUMENTS)
        first = scope.documents.setdefault(name, at)
        if first is not at:
            message = f"'{name}' is already a document ({first.file}, line {first.line}); choose another name"
            scope.problems.add(at, message)
        found[name] = _document(scope, declared, name, node)
    return found


def _document(scope: Scope, declared: KindScope, name: str, node: Node) -> Document:
    table = Table(node, "a document", scope.problems, _NEEDED, _OPTIONAL)
    return Document(
        name=name,
        title=table.text("title"),
        template=_template(scope, table.scalar("template")),
        readers=table.text("for"),
        clause=read_clause(scope, table),
        basis=read_basis(scope, table),
        help=table.text("help") if table.has("help") else "",
        numbered=table.has("numbered") and table.flag("numbered"),
        publish=_publish(scope, table),
        states=_states(scope, declared, table),
        supplies=read_supplies(scope, declared.name, table.node("with")) if table.has("with") else (),
        issue=_issue(scope, declared, table.node("issue")) if table.has("issue") else None,
    )


def _template(scope: Scope, word: Text | None) -> str:
    if word is not None and not _TEMPLATE.fullmatch(word.value):
        message = f"'{word.value}' cannot be a template; name a file of the folder of templates, as in zone-progress.md"
        scope.problems.add(word.at, message)
    return word.value if word else ""


def _publish(scope: Scope, table: Table) -> Literal["either", "always", "never"]:
    word = table.scalar("publish") if table.has("publish") else None
    if word is None or not known(
        word, _PUBLISH, "form", scope.problems, "; write `always` or `never`, or leave it out"
    ):
        return "either"
    return cast(Literal["always", "never"], word.value)


def _states(scope: Scope, declared: KindScope, table: Table) -> tuple[str, ...]:
    words = table.names("in") if table.has("in") else []
    found = [word for word in words if known(word, declared.states, f"state of {declared.name}", scope.problems)]
    return tuple(word.value for word in found)


def _issue(scope: Scope, declared: KindScope, node: Node) -> Issue:
    """Return how a document is given out: by a transition of its record that takes a file and asks nothing else."""
    table = Table(node, "`issue`", scope.problems, "transition file")
    move, file = table.scalar("transition"), table.scalar("file")
    if known(file, declared.field_marks, f"field of {declared.name}", scope.problems) and file:
        field = declared.fields.get(file.value)
        if field is not None and field.type != "file":
            scope.problems.add(file.at, f"'{file.value}' is a {field.type}; a file is needed here")
    if known(move, declared.transitions, f"transition of {declared.name}", scope.problems) and move and file:
        _check_taken(scope, declared, move, file)
    return Issue(transition=move.value if move else "", file=file.value if file else "")


def _check_taken(scope: Scope, declared: KindScope, move: Text, file: Text) -> None:
    sketch = declared.transitions[move.value]
    others = [name for name in sketch.asks if name != file.value]
    if sketch.opening:
        scope.problems.add(move.at, f"'{move.value}' opens a record; a document is given out by one that is there")
    elif file.value not in (*sketch.asks, *sketch.takes):
        message = f"'{move.value}' takes no '{file.value}'; put it under its `asks` or `takes`, or name another"
        scope.problems.add(file.at, message)
    elif others:
        message = f"'{move.value}' asks for '{others[0]}' too, which no document knows; put that under `takes`"
        scope.problems.add(move.at, message)
