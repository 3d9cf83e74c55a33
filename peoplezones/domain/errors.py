"""Faults: what stops a request from being answered at all.

A *refusal* is not here: it is a value (`Decision`), it is logged and it explains itself. Everything in
this module is an exception under one base class; the docstring of a class is its message when none is
given. Entry points translate once: `UsageError` and what is under it to exit code 2, the rest to 1.
"""

from __future__ import annotations


class PeopleZonesError(Exception):
    """Something went wrong."""

    exit_code = 1

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or (type(self).__doc__ or "").strip().splitlines()[0])


class UsageError(PeopleZonesError):
    """The request could not be understood."""

    exit_code = 2


class InvalidValues(UsageError):
    """Some values could not be accepted; every problem is listed.

    `problems` maps a field's name (or `""` for the request itself) to what is wrong with it.
    """

    def __init__(self, problems: dict[str, str], subject: str = "the request") -> None:
        self.problems = problems
        lines = [f"{name}: {text}" if name else text for name, text in problems.items()]
        super().__init__(f"{subject} was not accepted:\n  " + "\n  ".join(lines))


class UnknownName(UsageError):
    """A kind, transition, record or person is named that does not exist."""


class KeyReused(UsageError):
    """This key has already been used for a different request."""


class ModelInvalid(UsageError):
    """The operating model has mistakes; every one is listed with file, line and column.

    `problems` is a tuple of `peoplezones.operating_model.source.Problem`.
    """

    def __init__(self, problems: tuple[object, ...]) -> None:
        self.problems = problems
        count = len(problems)
        noun = "mistake" if count == 1 else "mistakes"
        super().__init__(f"the operating model has {count} {noun}:\n" + "\n".join(str(p) for p in problems))


class StoreError(PeopleZonesError):
    """The Board's database could not be used."""


def nearest(word: str, known: object, count: int = 1) -> list[str]:
    """Return up to `count` of the `known` names that look most like `word`, best first."""
    from difflib import get_close_matches  # imported late: only needed to explain a mistake

    names = {str(name).lower(): str(name) for name in known}  # type: ignore[attr-defined]
    return [names[match] for match in get_close_matches(word.lower(), list(names), n=count, cutoff=0.5)]


def did_you_mean(word: str, known: object) -> str:
    """Return `"; did you mean 'x'?"` for the nearest of the `known` names, or an empty string."""
    found = nearest(word, known)
    return f"; did you mean '{found[0]}'?" if found else ""
