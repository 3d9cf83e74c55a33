"""The command tree: which kinds and transitions there are, kept so that `--help` needs neither database nor model.

One small JSON file for each database address, in the user's cache folder, brought up to date whenever a command
opens the Board and finds another model in force. Before a Board was ever opened, the tree of the shipped model serves.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zlib import crc32

from peoplezones.operating_model.cache import cache_place, keep

if TYPE_CHECKING:
    from pathlib import Path

    from peoplezones.domain.workflow import Model

FORMAT = 1
SHIPPED = "shipped:"  # what stands in place of an address for the shipped model


class Kind:
    """A kind of record in the tree: what it is called, and the titles of its transitions by name."""

    __slots__ = ("help", "name", "plural", "title", "transitions")

    def __init__(self, name: str, title: str, plural: str, help: str, transitions: dict[str, str]) -> None:  # noqa: A002
        self.name, self.title, self.plural, self.help, self.transitions = name, title, plural, help, transitions


class Tree:
    """The kinds of the model with this digest, in their groups. `address` is whose they are."""

    __slots__ = ("address", "digest", "groups", "kinds", "title")

    def __init__(self, kept: dict[str, Any]) -> None:
        self.address: str = kept["address"]
        self.digest: str = kept["digest"]
        self.title: str = kept["title"]
        self.groups: list[tuple[str, list[str]]] = [(title, kinds) for title, kinds in kept["groups"]]
        self.kinds = {name: Kind(name, *parts) for name, parts in kept["kinds"].items()}


def tree_of(address: str) -> Tree:
    """Return the tree of the Board at an address as it was last seen, or that of the shipped model."""
    return _kept(address) or _shipped_tree()


def keep_tree(address: str, model: Model) -> Tree:
    """Keep and return the tree of a model; a cache folder that cannot be written does no harm."""
    tree = {
        "format": FORMAT,
        "address": address,
        "digest": model.digest,
        "title": model.title,
        "groups": [[group.title, list(group.kinds)] for group in model.groups],
        "kinds": {
            w.name: [w.title, w.plural, w.help, {t.name: t.title for t in w.transitions.values()}]
            for w in model.workflows.values()
        },
    }
    from pathlib import Path

    with suppress(OSError):
        keep(Path(_path(address)), json.dumps(tree).encode())
    return Tree(tree)


def _kept(address: str) -> Tree | None:
    try:
        with open(_path(address), "rb") as file:  # noqa: PTH123 - pathlib is imported only where there is time for it
            kept = json.load(file)
        return Tree(kept) if kept["format"] == FORMAT and kept["address"] == address else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _path(address: str) -> str:
    return f"{cache_place()}/{crc32(address.encode(errors='replace')):08x}.tree"


def shipped_model_folder() -> Path:
    """Return the folder of the model that comes with this installation."""
    from peoplezones.operating_model.shipped import shipped

    return shipped("workflows") / "revised"


def _shipped_tree() -> Tree:
    folder = shipped_model_folder()
    changed = [entry.stat().st_mtime_ns for entry in os.scandir(folder)]
    address = f"{SHIPPED}{folder}:{len(changed)}:{max(changed, default=0)}"
    kept = _kept(address)
    if kept is not None:
        return kept
    from peoplezones.operating_model.load import load_folder

    return keep_tree(address, load_folder(folder))
