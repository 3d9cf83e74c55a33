"""What stands against a model and yet does not keep it from being tried: broken promises, and what no rule uses."""

from __future__ import annotations

from dataclasses import dataclass, field

from peoplezones.domain.workflow import Promise

from .source import Problem, Problems


@dataclass(frozen=True, slots=True)
class BrokenPromise:
    """A promise of a kind, and the shortest way that breaks it, told at the promise's place."""

    kind: str
    promise: Promise
    problem: Problem


@dataclass(slots=True)
class Doubts:
    """Collects what the loader would else complain of; a promise that counts on a guard that is gone is broken."""

    broken: list[BrokenPromise] = field(default_factory=list)
    unused: Problems = field(default_factory=Problems)
