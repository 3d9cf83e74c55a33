"""What can be wrong with a form; each message says what to do about it."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.errors import UsageError
from peoplezones.domain.record import Value


class Amiss(Value, frozen=True):
    """Something that is amiss with a returned form: where on it (`A2 What is pledged`), and what."""

    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" if self.place else self.problem


class FormImpossible(UsageError):
    """No form can be made for this."""


class FormUnreadable(UsageError):
    """This file cannot be read as a form."""


class FormAmiss(UsageError):
    """A returned form says something that cannot be entered; everything that is amiss is in `problems`."""

    def __init__(self, name: str, problems: Iterable[Amiss]) -> None:
        self.problems = tuple(problems)
        lines = "\n  ".join(map(str, self.problems))
        super().__init__(f"nothing was entered from {name}:\n  {lines}")
