"""What a document's template is given: named collections of records, facts and history, in the language of facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, cast

from peoplezones.domain.workflow import Supply

from .comparisons import read_where
from .paths import ROOT, follow, look_up, steps_of
from .scope import Scope, Typed
from .shapes import Table, check_name, known, pairs, wrong_shape
from .source import Map, Node, Text

#: What every template has already, and what every record in it has.
_GIVEN = ("record", "document", "board")
_OF_RECORDS = (
    "reference",
    "name",
    "kind",
    "title",
    "state",
    "state_title",
    "since",
    "days",
    "final",
    "due",
    "fields",
    "facts",
)
_OF_TEMPLATES = (
    *("range", "dict", "cycler", "joiner", "namespace", "loop", "self", "super", "caller", "varargs", "kwargs"),
    *("true", "false", "none", "not", "and", "or", "in", "is", "if", "else"),
)
RESERVED = frozenset((*_GIVEN, *_OF_RECORDS, *_OF_TEMPLATES))
PLAIN = ("offices", "history", "stages", "plan", "deadlines", "breaches", "files", "timeline")
_HEADS = ("kind", "path", "facts", "why", "series")
_BESIDE = {
    "kind": "where by latest_first facts with",
    "path": "facts with",
    "facts": "",
    "why": "",
    "series": "by where baseline better unit marks",
}
_DEEPEST = 3
Source = Literal["records", "path", "facts", "why", "series"]
_SOURCES: dict[str, Source] = {"kind": "records", "path": "path", "facts": "facts", "why": "why", "series": "series"}


def read_supplies(scope: Scope, kind: str, node: Node, depth: int = 1) -> tuple[Supply, ...]:
    """Return what is supplied under each name, seen from a record of a kind."""
    if not isinstance(node, Map):
        wrong_shape(node, "a mapping (`name: what is given`)", scope.problems)
    found = []
    for name, at, value in pairs(node):
        check_name(name, at, "collection", scope.problems, RESERVED)
        supply = _read(scope, kind, name, value, depth)
        if supply is not None:
            found.append(supply)
    return tuple(found)


def _read(scope: Scope, kind: str, name: str, node: Node, depth: int) -> Supply | None:
    if isinstance(node, Text):
        hint = "; or a mapping with one of: " + ", ".join(_HEADS)
        if not known(node, PLAIN, "collection", scope.problems, f"; write one of: {', '.join(PLAIN)}{hint}"):
            return None
        return Supply(name=name, source=cast(Any, node.value))
    heads = [head for head in _HEADS if isinstance(node, Map) and head in node.entries]
    if "kind" in heads or "path" in heads:
        heads = [head for head in heads if head != "facts"]
    if len(heads) != 1:
        if isinstance(node, Map):
            message = f"a collection has one of: {', '.join(_HEADS)}; or is one of these words: {', '.join(PLAIN)}"
            scope.problems.add(node.at, message)
        else:
            wrong_shape(node, "a mapping, or a word", scope.problems)
        return None
    head = heads[0]
    table = Table(node, f"a collection with '{head}'", scope.problems, head, _BESIDE[head])
    parts = _READERS[head](scope, kind, table, depth)
    return None if parts is None else Supply(name=name, source=_SOURCES[head], **parts)


def _records(scope: Scope, kind: str, table: Table, depth: int) -> dict[str, Any] | None:
    word = table.scalar("kind")
    if word is None or not scope.kind_exists(word):
        return None
    looked_at = (word.value,)
    return {
        "kind": word.value,
        "where": read_where(scope, kind, looked_at, table.node("where")) if table.has("where") else (),
        "by": _by(scope, word.value, table),
        "latest_first": table.has("latest_first") and table.flag("latest_first"),
        **_of_each(scope, looked_at, table, depth),
    }


def _by(scope: Scope, kind: str, table: Table) -> str:
    word = table.scalar("by") if table.has("by") else None
    found = look_up(scope, kind, word.value, word.at, facts=True) if word else None
    if word and found and (found.is_list or found.personal):
        what = "a personal field" if found.personal else "a list"
        scope.problems.add(word.at, f"records are put in the order of one plain value, and '{word.value}' is {what}")
    return word.value if word else ""


def _path(scope: Scope, kind: str, table: Table, depth: int) -> dict[str, Any] | None:
    word = table.scalar("path")
    if word is None:
        return None
    found: Typed | None
    if word.value == ROOT:
        found = Typed("ref", kinds=(scope.root_kind,)) if scope.root_kind else None
    else:
        found = follow(scope, (kind,), word, facts=True, many="anywhere")
    if found is None:
        return None
    if found.personal:
        scope.problems.add(word.at, f"'{word.value}' is personal; end the path at its record, and take the field there")
        return None
    wanted = next((name for name in ("facts", "with") if table.has(name)), "")
    if wanted and not found.kinds:
        scope.problems.add(table.key(wanted), f"'{word.value}' is {found.in_words()}, which has no '{wanted}'")
        return None
    return {"path": steps_of(word), **_of_each(scope, found.kinds, table, depth)}


def _of_each(scope: Scope, kinds: Sequence[str], table: Table, depth: int) -> dict[str, Any]:
    """Return what each record of a collection brings of its own."""
    found: dict[str, Any] = {"facts": _fact_names(scope, kinds, table) if table.has("facts") else ()}
    if not table.has("with"):
        return found
    if len(kinds) != 1:
        message = f"records of {len(kinds)} kinds are here ({', '.join(kinds)}), and `with` is of one; take it out"
        scope.problems.add(table.key("with"), message)
    elif depth == _DEEPEST:
        scope.problems.add(table.key("with"), f"collections go {_DEEPEST} deep at most; take this one out")
    else:
        found["supplies"] = read_supplies(scope, kinds[0], table.node("with"), depth + 1)
    return found


def _fact_names(scope: Scope, kinds: Sequence[str], table: Table) -> tuple[str, ...]:
    """Return facts that every one of the kinds has; to show one is a use of it."""
    found = []
    for word in table.names("facts"):
        for kind in kinds:
            if scope.kinds[kind].known and known(word, scope.kinds[kind].facts, f"fact of {kind}", scope.problems):
                scope.fact(kind, word.value, word.at)
        found.append(word.value)
    return tuple(found)


def _facts(scope: Scope, kind: str, table: Table, _: int) -> dict[str, Any]:
    return {"facts": _fact_names(scope, (kind,), table)}


def _why(scope: Scope, kind: str, table: Table, _: int) -> dict[str, Any] | None:
    """Return a transition that records of the kind may make; one that opens a record is made by none."""
    word, moves = table.scalar("why"), scope.kinds[kind].transitions
    if word is None or not known(word, moves, f"transition of {kind}", scope.problems):
        return None
    if moves[word.value].opening:
        scope.problems.add(word.at, f"'{word.value}' opens a record; name a transition of one that is there")
    return {"transition": word.value}


def _series(scope: Scope, kind: str, table: Table, _: int) -> dict[str, Any] | None:
    word, by = table.scalar("series"), table.scalar("by")
    if word is None or by is None:
        if not table.has("by"):
            scope.problems.add(table.at, "a chart needs 'by', the field with the day of each value; add it")
        return None
    looked_at, dot, field = word.value.partition(".")
    if not dot or not field or "." in field:
        scope.problems.add(word.at, "'series' needs a kind and one of its fields, joined by a dot: `kind.field`")
        return None
    if not scope.kind_exists(Text(word.at, looked_at)):
        return None
    _is(scope, follow(scope, (looked_at,), word, skip=1), word, ("number", "money"))
    _is(scope, look_up(scope, looked_at, by.value, by.at, facts=False), by, ("date",))
    where = read_where(scope, kind, (looked_at,), table.node("where")) if table.has("where") else ()
    return {"kind": looked_at, "value": field, "by": by.value, "where": where, **_around(scope, kind, table)}


def _around(scope: Scope, kind: str, table: Table) -> dict[str, Any]:
    """Return what a chart says besides its values: names of facts or fields of the record itself."""
    found: dict[str, Any] = {}
    name: Text | None
    for word, types in (("baseline", ("number", "money")), ("better", ("choice",)), ("unit", ("text",))):
        name = table.scalar(word) if table.has(word) else None
        if name is not None:
            typed = look_up(scope, kind, name.value, name.at, facts=True)
            _is(scope, typed, name, types)
            if word == "better" and typed and typed.type == "choice":
                _check_better(scope, typed, name)
            found[word] = name.value
    marks = table.names("marks") if table.has("marks") else []
    for mark in marks:
        _is(scope, look_up(scope, kind, mark.value, mark.at, facts=True), mark, ("date",))
    return {**found, "marks": tuple(mark.value for mark in marks)}


def _check_better(scope: Scope, typed: Typed, word: Text) -> None:
    other = next((choice.name for choice in typed.choices if choice.name not in ("lower", "higher")), "")
    if other:
        scope.problems.add(
            word.at, f"a chart is better `lower` or `higher`, and '{word.value}' can be {other}; name another field"
        )


def _is(scope: Scope, found: Typed | None, word: Text, types: tuple[str, ...]) -> None:
    if found is None:
        return
    if found.personal:
        scope.problems.add(word.at, f"'{word.value}' is personal, and a chart shows it to everybody")
    elif found.type not in types or found.is_list:
        needed = " or ".join({"number": "a number", "money": "an amount of money"}.get(t, f"a {t}") for t in types)
        scope.problems.add(word.at, f"'{word.value}' is {found.in_words()}; {needed} is needed here")


_READERS = {"kind": _records, "path": _path, "facts": _facts, "why": _why, "series": _series}
