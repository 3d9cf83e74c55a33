"""People: the lists of `by`, `not_by`, `tell` and `act`."""

from __future__ import annotations

from peoplezones.domain.workflow import Who

from .paths import ROOT, THIS, follow, steps_of
from .scope import OfficeUse, Scope
from .shapes import Table, items, known
from .source import List, Map, Node, Text

_WORDS = ("office", "person", "did")


def read_people(
    scope: Scope,
    kind: str,
    node: Node,
    *,
    words: tuple[str, ...] = _WORDS,
    anyone: bool = False,
    nobody: bool = False,
) -> tuple[Who, ...]:
    """Return who is named; `words` are those allowed here, `anyone` and `nobody` whether those words are.

    `nobody` gives an empty tuple; otherwise at least one is needed.
    """
    if isinstance(node, Text) and node.value in ("anyone", "nobody"):
        if node.value == "anyone" and anyone:
            return (Who(kind="anyone"),)
        if not (node.value == "nobody" and nobody):
            scope.problems.add(node.at, f"'{node.value}' cannot stand here; name offices or people")
        return ()
    people = items(node, scope.problems)
    if not people and isinstance(node, List):
        scope.problems.add(node.at, "nobody is named here; name at least one office or person")
    found = tuple(_read_who(scope, kind, item, words) for item in people)
    return tuple(dict.fromkeys(who for who in found if who))


def _read_who(scope: Scope, kind: str, node: Node, words: tuple[str, ...]) -> Who | None:
    allowed = ", ".join(f"{{{word}: NAME}}" for word in words)
    if isinstance(node, Text):
        scope.problems.add(node.at, f"'{node.value}' must say what it is; write one of: {allowed}")
        return None
    present = [word for word in words if isinstance(node, Map) and word in node.entries]
    if isinstance(node, Map) and len(present) != 1:
        scope.problems.add(node.at, f"one of these is needed here: {allowed}")
        return None
    word = present[0] if present else words[0]
    scoped = word == "office" and "person" in words
    table = Table(node, f"`{{{word}: ...}}`", scope.problems, word, "of" if scoped else "")
    name = table.scalar(word)
    if name is None:
        return None
    if word == "office":
        of = table.scalar("of") if table.has("of") else None
        return Who(kind="office", office=scope.check_office(name), of=read_scope_path(scope, kind, name, of))
    if word == "person":
        return Who(kind="person", person=read_person_path(scope, kind, name))
    known(name, scope.kinds[kind].transitions, "transition", scope.problems)
    return Who(kind="did", transition=name.value)


def read_scope_path(scope: Scope, kind: str, office: Text | None, of: Text | None) -> tuple[str, ...]:
    """Return the path to what an office is held of, none for the Board; note that the office is needed."""
    kinds: tuple[str, ...] = (scope.root_kind,) if scope.root_kind else ()
    if of is not None and of.value == THIS:
        kinds = (kind,)
    elif of is not None and of.value != ROOT:
        found = follow(scope, (kind,), of)
        if found is None:
            return ()
        if found.type != "ref":
            scope.problems.add(
                of.at, f"'{of.value}' is {found.in_words()}; an office is held of a record, so name a ref"
            )
            return ()
        kinds = found.kinds
    if office is not None:
        scope.office_uses.append(OfficeUse(office.at, office.value, kinds))
    return steps_of(of) if of is not None else ()


def read_person_path(scope: Scope, kind: str, word: Text) -> tuple[str, ...]:
    """Return the path to a person, complaining if it leads to something else."""
    if word.value == THIS:
        if kind != scope.actor_kind:
            scope.problems.add(word.at, f"'this' is a {kind}, not a person; name a path to a person")
        return (THIS,)
    found = follow(scope, (kind,), word)
    if found is None:
        return ()
    if not found.is_reference or (scope.actor_kind and scope.actor_kind not in found.kinds):
        person = scope.actor_kind or "person"
        scope.problems.add(word.at, f"'{word.value}' is {found.in_words()}; a reference to {person} is needed here")
    return steps_of(word)
