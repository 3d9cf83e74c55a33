"""What a step is, and the parts that patterns are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

RECORD = r'the (?P<kind>[^"]+) "(?P<name>[^"]+)"'
ACTOR = r'(?P<actor>the [^"]+?|"[^"]+")'
ENTERED = r'(?:(?P<enterer>the [^"]+?|"[^"]+") enters from "(?P<document>[^"]+)" that )?'
DATED = r'(?: with effect from (?P<on>[^"]+))?'


@dataclass(frozen=True, slots=True)
class Definition:
    """One step: the keywords it may follow, a pattern that must match all of it, and what it does.

    `act` takes the scenario's `World`, the named parts of the pattern and, where a table may follow, `datatable`.
    """

    keywords: tuple[str, ...]
    pattern: re.Pattern[str]
    act: Callable[..., None]


DEFINITIONS: list[Definition] = []


def step(keywords: str, pattern: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Define a step; `keywords` are some of `given when then`."""

    def define(act: Callable[..., None]) -> Callable[..., None]:
        DEFINITIONS.append(Definition(tuple(keywords.split()), re.compile(pattern), act))
        return act

    return define


def expect(held: bool, otherwise: str | Callable[[], str]) -> None:
    """Raise AssertionError, saying what is there instead, unless what a step expects holds."""
    if not held:
        raise AssertionError(otherwise if isinstance(otherwise, str) else otherwise())
