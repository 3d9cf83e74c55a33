"""Where the parts of a model stand that people are sent to: clauses and rules, each with file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .model_file import MODEL_FILE
from .source import List, Map, Mark, Node, Problems, Text, read

Part = tuple[str, str, str]  # kind ("" for the model itself), sort, name


def places(texts: Mapping[str, str], *, folder: str) -> dict[Part, Mark]:
    """Return the place of every part of a model that can be loaded, by kind, sort and name.

    Sorts: `clause`, `founding`, `adoption`, `keys`, `erasure`, `escalation` of the model; `workflow`, `transition`,
    `guard`, `promise`, `retention` of a kind.
    """
    found: dict[Part, Mark] = {}
    for name, text in texts.items():
        tree = read(f"{folder.rstrip('/')}/{name}", text, Problems())
        if tree is not None:
            found.update(_of_model(tree) if name == MODEL_FILE else _of_kind(tree, name.rpartition(".")[0]))
    return found


def _of_model(tree: Map) -> Iterator[tuple[Part, Mark]]:
    for name, (at, _) in _entries(tree, "clauses"):
        yield ("", "clause", name), at
    for word in ("founding", "adoption", "keys", "erasure", "escalation"):
        if word in tree.entries:
            yield ("", word, ""), tree.entries[word][0]


def _of_kind(tree: Map, kind: str) -> Iterator[tuple[Part, Mark]]:
    yield (kind, "workflow", ""), tree.at
    for name, (at, node) in _entries(tree, "transitions"):
        yield (kind, "transition", name), at
        yield from _with_ids(node, "guards", kind, "guard")
    yield from _with_ids(tree, "standing", kind, "guard")
    yield from _with_ids(tree, "promises", kind, "promise")
    yield from _with_ids(tree, "retention", kind, "retention")


def _entries(tree: Map, word: str) -> Iterator[tuple[str, tuple[Mark, Node]]]:
    node = tree.entries[word][1] if word in tree.entries else None
    yield from node.entries.items() if isinstance(node, Map) else ()


def _with_ids(tree: Node, word: str, kind: str, sort: str) -> Iterator[tuple[Part, Mark]]:
    node = tree.entries[word][1] if isinstance(tree, Map) and word in tree.entries else None
    for item in node.items if isinstance(node, List) else ():
        id_ = item.entries["id"][1] if isinstance(item, Map) and "id" in item.entries else None
        if isinstance(id_, Text):
            yield (kind, sort, id_.value), item.at
