"""Fields: from their declaration to `Field`, all but the conditions under which they are required."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast, get_args

from peoplezones.domain.files import parse_size
from peoplezones.domain.values import parse_date, parse_number
from peoplezones.domain.workflow import Choice, Field, FieldType

from .scope import Scope
from .shapes import NAME, Table, known, names, pairs, prose, wrong_shape
from .source import List, Map, Node, Text

TYPES: tuple[str, ...] = get_args(FieldType)
_TEXTS, _LIMITED = ("text", "long_text"), ("text", "long_text", "number", "money", "date", "ref")
_FOR = {  # which types an option is for
    "choices": ("choice",),
    "min": _LIMITED,
    "max": (*_LIMITED, "file"),
    "decimals": ("number",),
    "to": ("ref",),
    "many": ("ref",),
    "acyclic": ("ref",),
    "personal": (*_TEXTS, "file"),
}
_LANGUAGE = ("state", "reference", "this", "root", "today", "actor", "each")
_OPTIONS = ("as", "for", "on", "document", "document_file", "key", "seen", "reason", "json", "db", "dry_run", "help")
RESERVED = frozenset((*_LANGUAGE, *_OPTIONS))


def read_field(scope: Scope, kind: str, name: str, node: Node) -> Field | None:
    """Return the field, or None where its type cannot be told."""
    table = Table(node, "a field", scope.problems, "type label", "help required " + " ".join(_FOR))
    word = table.scalar("type")
    if not known(word, TYPES, "type", scope.problems, f"; it is one of: {', '.join(TYPES)}") or word is None:
        return None
    type_ = cast(FieldType, word.value)
    _check_options(scope, table, type_)
    decimals = table.whole("decimals") if table.has("decimals") else 0
    if decimals > 9:
        scope.problems.add(table.node("decimals").at, "at most 9 decimals can be kept; write fewer")
    many = table.has("many") and table.flag("many")
    if isinstance(table.node("required"), List):
        wrong_shape(table.node("required"), "`true` or `{when: ...}`", scope.problems)
    to = _targets(scope, table, kind) if type_ == "ref" else ()
    least, most = _limits(scope, table, type_, decimals, many)
    personal = table.flag("personal") if table.has("personal") else type_ in ("long_text", "file")
    if type_ == "file" and not personal:
        told = "a file may hold anything, so it is always personal; take 'personal' out"
        scope.problems.add(table.node("personal").at, told)
    return Field(
        name=name,
        type=type_,
        label=table.text("label"),
        help=table.text("help") if table.has("help") else "",
        required=isinstance(table.node("required"), Text) and table.flag("required"),
        choices=_choices(scope, table) if type_ == "choice" else (),
        minimum=least,
        maximum=most,
        decimals=decimals,
        to=to,
        many=many,
        acyclic=table.has("acyclic") and table.flag("acyclic"),
        personal=personal,
    )


def _check_options(scope: Scope, table: Table, type_: str) -> None:
    for option, types in _FOR.items():
        if table.has(option) and type_ not in types:
            kinds = ", ".join(types)
            scope.problems.add(table.key(option), f"'{option}' is for {kinds}, and this is a {type_}; take it out")
    for option, needed in (("choices", "choice"), ("to", "ref")):
        if type_ == needed and not table.has(option):
            scope.problems.add(table.at, f"a {type_} needs '{option}'; add it")


def _targets(scope: Scope, table: Table, kind: str) -> tuple[str, ...]:
    found = [word.value for word in table.names("to") if scope.kind_exists(word)]
    if table.has("acyclic") and found and kind not in found:
        scope.problems.add(table.key("acyclic"), f"'acyclic' is for references to {kind} itself; take it out")
    return tuple(found)


def _choices(scope: Scope, table: Table) -> tuple[Choice, ...]:
    node = table.node("choices")
    if isinstance(node, Text):
        if not scope.model_known:
            return ()
        hint = "; add it to the choices in model.yaml, or write a list here"
        if known(node, scope.choices, "shared list of choices", scope.problems, hint):
            return scope.choices[node.value]
        return ()
    return read_choices(scope, node)


def read_choices(scope: Scope, node: Node) -> tuple[Choice, ...]:
    """Return choices declared as a list of names or as a mapping name: title."""
    if isinstance(node, Map):
        found = [(Text(at, name), prose(title, scope.problems)) for name, at, title in pairs(node)]
    else:
        found = [(word, word.value.replace("_", " ").capitalize()) for word in names(node, scope.problems)]
    if isinstance(node, (Map, List)) and not found:
        scope.problems.add(node.at, "there are no choices here; name at least one")
    for word, _ in found:
        if not NAME.fullmatch(word.value):
            rule = "lower case letters, digits and _, beginning with a letter"
            scope.problems.add(word.at, f"'{word.value}' cannot be the name of a choice; a name has {rule}")
    return tuple(Choice(name=word.value, title=title) for word, title in found)


def _limits(scope: Scope, table: Table, type_: str, decimals: int, many: bool) -> tuple[int | str | None, ...]:
    places = 2 if type_ == "money" else decimals
    special: dict[str, Callable[[str], int | str]] = {"date": parse_date, "file": parse_size}
    parse = special.get(type_, lambda raw: parse_number(raw, places))
    least, most = _limit(scope, table, "min", parse), _limit(scope, table, "max", parse)
    if type(least) is type(most) and least is not None and least > most:  # type: ignore[operator]
        scope.problems.add(table.node("max").at, "'max' is less than 'min'; one of them must change")
    if type_ == "ref" and not many and (least is not None or most is not None):
        word = "min" if table.has("min") else "max"
        scope.problems.add(table.key(word), f"'{word}' is for references with `many: true`; add that or take it out")
    return least, most


def _limit(scope: Scope, table: Table, word: str, parse: Callable[[str], int | str]) -> int | str | None:
    raw = table.scalar(word) if table.has(word) else None
    if raw is None:
        return None
    try:
        return parse(raw.value)
    except ValueError as error:
        scope.problems.add(raw.at, str(error))
        return None
