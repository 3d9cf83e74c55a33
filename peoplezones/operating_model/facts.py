"""Facts: from their declaration to `Fact`, with the type of what each yields."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from peoplezones.domain.workflow import Fact, FactHead

from .fact_reading import Reading, read_looked_at
from .missing import read_missing
from .paths import THIS, follow, look_up, steps_of
from .people import read_person_path, read_scope_path
from .scope import NUMBER, YES_NO, Scope, Typed
from .shapes import Table
from .source import Map, Text

HEADS: tuple[str, ...] = get_args(FactHead)
_BESIDE = {  # what may stand beside each head: needed, then optional
    "count": ("", "where"),
    "distinct": ("", "where"),
    "sum": ("", "where"),
    "latest": ("by", "where"),
    "missing": ("", "where"),
    "value": ("", ""),
    "days_since": ("", ""),
    "share": ("in", ""),
    "holders": ("", "of also except"),
    "holds": ("person", "of"),
}
_SUMMABLE = ("number", "money")


def read_fact(scope: Scope, kind: str, name: str) -> tuple[Fact, Typed] | None:
    """Return a declared fact and the type it yields; None where that cannot be told."""
    _, node = scope.kinds[kind].facts[name]
    heads = [head for head in HEADS if isinstance(node, Map) and head in node.entries]
    if isinstance(node, Map) and len(heads) != 1:
        said = f"{len(heads)} heads ({', '.join(heads)})" if heads else "no head"
        scope.problems.add(node.at, f"a fact has one head and this has {said}; write one of: {', '.join(HEADS)}")
        return None
    head = heads[0] if heads else "count"
    needed, optional = _BESIDE[head]
    table = Table(node, f"a fact with '{head}'", scope.problems, f"label {head} {needed}", optional)
    reading = Reading(scope, kind, table, head, {})
    yields = _READERS[head](reading)
    if yields is None:
        return None
    fact = Fact(name=name, label=table.text("label"), head=head, yields=yields.public(), **reading.parts)  # type: ignore[arg-type]
    return fact, yields


def _read_count(reading: Reading) -> Typed | None:
    word = reading.table.scalar("count")
    if word is None or not reading.scope.kind_exists(word):
        return None
    reading.parts["kind"] = word.value
    read_looked_at(reading, (word.value,), reading.table.key("count"))
    return NUMBER


def _read_of_field(reading: Reading) -> Typed | None:
    """`distinct`, `sum` and `latest` name `KIND.FIELD`."""
    scope, table = reading.scope, reading.table
    word = table.scalar(reading.head)
    if word is None:
        return None
    kind, dot, field = word.value.partition(".")
    if not dot or "." in field:
        reading.complain(word.at, f"'{reading.head}' needs a kind and one of its fields, joined by a dot: `kind.field`")
        return None
    if not scope.kind_exists(Text(word.at, kind)):
        return None
    found = follow(scope, (kind,), word, skip=1)
    reading.parts.update(kind=kind, field=field)
    read_looked_at(reading, (kind,), table.key(reading.head))
    if found is None:
        return None
    if found.personal:
        reading.complain(
            word.at, f"'{field}' is personal; rules see only whether it is given, so it cannot be used here"
        )
        return None
    if reading.head == "distinct":
        return NUMBER
    return _sum(reading, word, found) if reading.head == "sum" else _latest(reading, kind, found)


def _sum(reading: Reading, word: Text, found: Typed) -> Typed | None:
    if found.type in _SUMMABLE:
        return found
    reading.complain(word.at, f"only numbers and money are summed, and '{word.value}' is {found.in_words()}")
    return None


def _latest(reading: Reading, kind: str, found: Typed) -> Typed:
    by = reading.table.scalar("by")
    order = look_up(reading.scope, kind, by.value, by.at, facts=False) if by else None
    if by and order and (order.type not in ("date", "number") or order.is_list):
        reading.complain(by.at, f"the latest is told by a date or a number, and '{by.value}' is {order.in_words()}")
    reading.parts["by"] = by.value if by else ""
    return found


def _read_value(reading: Reading) -> Typed | None:
    word = reading.table.scalar("value")
    if word is None:
        return None
    found = follow(reading.scope, (reading.kind,), word, facts=True)
    reading.parts["path"] = steps_of(word)
    return found


def _read_days_since(reading: Reading) -> Typed | None:
    word = reading.table.scalar("days_since")
    if word is None:
        return None
    reading.parts["path"] = steps_of(word)
    if word.value == "state":
        return NUMBER
    found = follow(reading.scope, (reading.kind,), word, facts=True, many="never")
    if found and found.type != "date":
        reading.complain(word.at, f"days are counted since `state` or a date, and '{word.value}' is {found.in_words()}")
    return NUMBER


def _read_share(reading: Reading) -> Typed | None:
    units = []
    for word, part in (("share", "share_of"), ("in", "share_in")):
        name = reading.table.scalar(word)
        if name is None:
            return None
        reading.parts[part] = name.value
        found = look_up(reading.scope, reading.kind, name.value, name.at, facts=True)
        if found is None:
            return None
        if found.is_list or found.percent or found.type not in _SUMMABLE:
            reading.complain(name.at, f"a share is of numbers or money, and '{name.value}' is {found.in_words()}")
            return None
        units.append((found.type, found.decimals))
    if units[0] != units[1]:
        reading.complain(reading.table.key("share"), "a share is of one unit in the same unit; these two differ")
    return Typed("number", percent=True)


def _read_holders(reading: Reading) -> Typed | None:
    _read_office(reading, "holders")
    word = reading.table.scalar("except") if reading.table.has("except") else None
    if word and word.value != THIS:
        reading.complain(word.at, f"only `this` can be left out, not '{word.value}'")
    reading.parts["except_this"] = word is not None
    if reading.table.has("also"):
        reading.parts["also"] = reading.scope.check_office(reading.table.scalar("also"))
    return NUMBER


def _read_holds(reading: Reading) -> Typed | None:
    _read_office(reading, "holds")
    word = reading.table.scalar("person")
    reading.parts["person"] = read_person_path(reading.scope, reading.kind, word) if word else ()
    return YES_NO


def _read_office(reading: Reading, head: str) -> None:
    word = reading.table.scalar(head)
    reading.parts["office"] = reading.scope.check_office(word)
    of = reading.table.scalar("of") if reading.table.has("of") else None
    reading.parts["path"] = read_scope_path(reading.scope, reading.kind, word, of)


_READERS: dict[str, Callable[[Reading], Typed | None]] = {
    "count": _read_count,
    "distinct": _read_of_field,
    "sum": _read_of_field,
    "latest": _read_of_field,
    "missing": read_missing,
    "value": _read_value,
    "days_since": _read_days_since,
    "share": _read_share,
    "holders": _read_holders,
    "holds": _read_holds,
}
