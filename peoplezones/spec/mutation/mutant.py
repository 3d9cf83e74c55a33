"""One small change of a model: what it is called, what it changes, and who could notice it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import msgspec

from peoplezones.domain.workflow import Model, Part, Workflow

P = TypeVar("P", bound=Part)
T = TypeVar("T")
Key = tuple[str, ...]  # a part of a model that is looked at: ("transitions", kind, name), ("standing", kind)
Path = tuple[str, ...]  # where a part stands in the YAML of its kind: words, names, ids


@dataclass(frozen=True, slots=True)
class Mutant:
    """A model with one small change.

    `name` is stable and tells it from all others; `operator` the sort of change; `change` what is different, in plain
    words; `path` where the rule stands in the YAML of its kind. A scenario can only notice it if it looks at one of
    `keys`; `rule` is the guard or standing condition that is changed, where it is one.
    """

    name: str
    kind: str
    operator: str
    change: str
    path: Path
    workflow: Workflow
    keys: frozenset[Key]
    rule: str = ""

    @property
    def element(self) -> str:
        """What of its kind it changes: mutants of one element are tried together."""
        return self.name.rsplit(": ", 1)[0]

    def of(self, model: Model) -> Model:
        """Return the model with this change, under the same digest."""
        return with_parts(model, workflows={**model.workflows, self.kind: self.workflow})


def with_parts(part: P, **parts: Any) -> P:
    """Return a part of a model with some of its own parts replaced."""
    return msgspec.structs.replace(part, **parts)


def without(items: tuple[T, ...], place: int) -> tuple[T, ...]:
    """Return the items but the one at a place."""
    return (*items[:place], *items[place + 1 :])


def replaced(items: tuple[T, ...], place: int, item: T) -> tuple[T, ...]:
    """Return the items with another one at a place."""
    return (*items[:place], item, *items[place + 1 :])


def told_apart(mutants: Iterator[Mutant]) -> Iterator[Mutant]:
    """Yield the mutants, those that would have the same name numbered."""
    seen: dict[str, int] = {}
    for mutant in mutants:
        count = seen[mutant.name] = seen.get(mutant.name, 0) + 1
        yield mutant if count == 1 else replace(mutant, name=f"{mutant.name} ({count})")
