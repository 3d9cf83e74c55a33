"""What the entries say of models: which were adopted and when, which is in force; and which record is the Board."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row

from peoplezones.domain.acting import ADOPT
from peoplezones.domain.entry import ACT


class Adopted:
    """The models that a log's entries have put in force so far; what `head` and `operating_model` repeat of it."""

    def __init__(self) -> None:
        self.model = self.root = ""
        self._at: dict[str, int] = {}

    def take(self, entry: dict[str, Any]) -> None:
        """Note an entry of the log: the first, which founds the Board, or one that adopts a model."""
        if entry["n"] == 1:
            self.model, self.root = entry["model"], str(next(iter(entry["opened"]), ""))
        elif entry["kind"] == ACT and entry["transition"] == ADOPT and entry["moved"]:
            self.model = str(entry["asked"].get("model"))
        else:
            return
        self._at.setdefault(self.model, entry["n"])

    def wrong(self, row: Row[Any]) -> Iterator[str]:
        """Yield what is not as it should be with a row of `operating_model`, whose text is the one of its digest."""
        if row.adopted != self._at.get(row.digest):
            yield f"is said to be adopted by entry {row.adopted}, and the log says {self._at.get(row.digest)}"
        said = _called(json.loads(row.texts))
        if said != (row.name, row.version):
            yield f"is called {row.name!r}, version {row.version!r}, and its text says {said[0]!r}, {said[1]!r}"


def _called(texts: dict[str, str]) -> tuple[str, str]:
    """Return what a model calls itself, and its version."""
    import yaml

    said = yaml.load(texts.get("model.yaml", ""), Loader=yaml.BaseLoader)
    return (str(said.get("model")), str(said.get("version"))) if isinstance(said, dict) else ("", "")
