"""Where in the YAML of its kind a rule stands, so that people find what a mutant changes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from peoplezones.operating_model.source import List, Map, Mark, Node, Problems, Text, read

from .mutant import Mutant


class Places:
    """The rules of a model's texts with their places; `folder` is what people call the folder."""

    def __init__(self, folder: Path, texts: Mapping[str, str]) -> None:
        self._tree = cache(lambda file: read(f"{folder}/{file}", texts[file], Problems()) if file in texts else None)

    def of(self, mutant: Mutant) -> Mark:
        """Return the place of the rule that a mutant changes, as near as it can be told."""
        file = f"{mutant.kind}.yaml"
        node: Node | None = self._tree(file)
        found = Mark(file)
        for word in mutant.path:
            found, node = _under(node, word, found)
        return found


def _under(node: Node | None, word: str, at: Mark) -> tuple[Mark, Node | None]:
    """Return place and node of an entry of a mapping, or of the item of a list with this id or number."""
    if isinstance(node, Map) and word in node.entries:
        return node.entries[word]
    if isinstance(node, List):
        for place, item in enumerate(node.items):
            if word in (str(place), _id(item)):
                return item.at, item
    return at, node if isinstance(node, Map) else None


def _id(node: Node) -> str:
    found = node.entries.get("id", (None, None))[1] if isinstance(node, Map) else None
    return found.value if isinstance(found, Text) else ""
