"""Following a path of names through references, to the type of what lies at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from peoplezones.domain.errors import did_you_mean

from .scope import Scope, Typed, type_of_field
from .source import Mark, Text

THIS, ROOT = "this", "root"
Many = Literal["never", "last", "anywhere"]


def steps_of(word: Text) -> tuple[str, ...]:
    """Return the steps of a dotted path."""
    return tuple(word.value.split("."))


def follow(
    scope: Scope, kinds: Sequence[str], word: Text, *, skip: int = 0, facts: bool = False, many: Many = "last"
) -> Typed | None:
    """Return the type at the end of the path `word`, which starts at a record of one of `kinds`, or at `root`.

    `skip` leaves out its first steps (`this`); `facts` lets it end in a fact; `many` says where several may be met.
    Returns None where something was complained of, or where a kind could not be read.
    """
    found: Typed | None = None
    steps = steps_of(word)
    if steps[0] == ROOT and len(steps) > 1:
        kinds, skip = [scope.root_kind], 1
    for index in range(skip, len(steps)):
        at = _step_mark(word, steps, index)
        if found is not None:
            if found.type != "ref":
                scope.problems.add(at, f"'{steps[index - 1]}' is {found.in_words()}, so no path leads on from it")
                return None
            if found.many and many != "anywhere":
                scope.problems.add(
                    at, f"'{steps[index - 1]}' holds several references, and a path goes through single ones only"
                )
                return None
            kinds = found.kinds
        several = found is not None and found.many
        found = _step(scope, kinds, steps[index], at, facts=facts and index == len(steps) - 1)
        if found is None:
            return None
        if several and not found.many:
            found = replace(found, many=True)
    if found is not None and found.many and many == "never":
        scope.problems.add(word.at, f"'{steps[-1]}' holds several, and one is needed here")
        return None
    return found


def _step_mark(word: Text, steps: tuple[str, ...], index: int) -> Mark:
    offset = sum(len(step) + 1 for step in steps[:index]) + int(word.quoted)
    return Mark(word.at.file, word.at.line, word.at.column + offset)


def _step(scope: Scope, kinds: Sequence[str], name: str, at: Mark, *, facts: bool) -> Typed | None:
    """Return the type of `name` in every one of `kinds`, which must agree."""
    merged: Typed | None = None
    for kind in kinds:
        found = look_up(scope, kind, name, at, facts=facts)
        if found is None:
            return None
        merged = found if merged is None else _merge(merged, found)
        if merged is None:
            listed = " and ".join(kinds)
            scope.problems.add(at, f"'{name}' is not of the same type in {listed}; compare them one at a time")
            return None
    return merged


def _merge(one: Typed, other: Typed) -> Typed | None:
    if (one.type, one.many, one.decimals, one.percent) != (other.type, other.many, other.decimals, other.percent):
        return None
    choices = {choice.name: choice for choice in (*one.choices, *other.choices)}
    return replace(
        one,
        kinds=tuple(dict.fromkeys((*one.kinds, *other.kinds))),
        choices=tuple(choices.values()),
        personal=one.personal or other.personal,
    )


def look_up(scope: Scope, kind: str, name: str, at: Mark, *, facts: bool) -> Typed | None:
    """Return the type of a field, `state`, `reference` or (where allowed) a fact of a kind; complain of others."""
    declared = scope.kinds.get(kind)
    if declared is None or not declared.known:
        return None
    if name == "state":
        return scope.state_type(kind)
    if name == "reference":
        return Typed("reference", kinds=(kind,))
    if name in declared.fields:
        return type_of_field(declared.fields[name])
    if name in declared.facts and facts:
        return scope.fact(kind, name, at)
    if name in declared.field_marks:  # declared, but it could not be read
        return None
    if name in declared.facts:
        scope.problems.add(at, f"'{name}' is a fact of {kind}, and only a field can be named here")
        return None
    names = [*declared.fields, "state", "reference", *(declared.facts if facts else ())]
    what = "field or fact" if facts else "field"
    if name == "this":
        scope.problems.add(at, "a path starts at this record already; leave out 'this'")
    else:
        scope.problems.add(at, f"{kind} has no {what} called '{name}'{did_you_mean(name, names)}")
    return None
