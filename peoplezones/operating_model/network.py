"""`network` of model.yaml: what is counted in the network, between which kinds, by which facts and fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from peoplezones.domain.errors import nearest
from peoplezones.domain.workflow import Cells, Choice, Gap, Load, NetworkSide, Resilience, Workflow, Works

from .fields import read_choices
from .network_parts import Reader
from .scope import KindScope, Scope
from .shapes import Table, known
from .source import List, Map, Node, Text

_SIDES = 2  # something is linked between two sides, no fewer and no more


def note_uses(scope: Scope, tree: Map | None) -> None:
    """Note, without complaining, which facts `network` looks at, before it is asked which facts nothing looks at."""
    network = tree.entries["network"][1] if tree is not None and "network" in tree.entries else None
    for part in _parts_of(network):
        rows = part.entries["rows"][1] if "rows" in part.entries else None
        if isinstance(rows, Text) and rows.value in scope.kinds:
            facts = scope.kinds[rows.value].facts
            for name in _named_in(part):
                meant = [name] if name in facts else nearest(name, facts)
                scope.fact_uses.update((rows.value, fact) for fact in meant)


def _parts_of(network: Node | None) -> Iterator[Map]:
    for _, parts in network.entries.values() if isinstance(network, Map) else ():
        yield from (part for part in (parts.items if isinstance(parts, List) else ()) if isinstance(part, Map))


def _named_in(part: Map) -> Iterator[str]:
    for word in ("facts", "figures", "depth", "limits", "enough", "when"):
        node = part.entries[word][1] if word in part.entries else None
        if isinstance(node, Map):
            yield from node.entries
        for item in node.items if isinstance(node, List) else [node]:
            if isinstance(item, Text):
                yield item.value


def read_network(scope: Scope, table: Table, workflows: Mapping[str, Workflow]) -> dict[str, Any]:
    """Return what model.yaml declares under `network`, as fields of the model."""
    if not table.has("network"):
        return {}
    reader = Reader(scope, workflows)
    inner = Table(table.node("network"), "`network`", scope.problems, "", "gaps load resilience payback")
    parts: dict[str, Callable[[Reader, Node], Any]] = {"gaps": _gap, "load": _load, "resilience": _resilience}
    read = {
        word: tuple(reading(reader, node) for node in (inner.items(word) if inner.has(word) else ()))
        for word, reading in parts.items()
    }
    works = _works(reader, inner.node("payback")) if inner.has("payback") else None
    return {"gaps": read["gaps"], "loads": read["load"], "resilience": read["resilience"], "works": works}


def _gap(reader: Reader, node: Node) -> Gap:
    table, common, declared = reader.begin(node, "a part of `gaps`", "", "facts cells columns")
    facts = reader.facts(declared, table, "facts", "list")
    if table.has("columns") and not table.has("cells"):
        reader.problems.add(table.key("columns"), "there are no columns without `cells`; add them or take this out")
    if not table.has("cells"):
        if not table.has("facts"):
            reader.problems.add(table.at, "nothing is looked for here; add `facts`, `cells` or both")
        return Gap(**common, facts=facts)
    cells, kinds = _cells(reader, table.node("cells"), declared)
    asked, choices, by, leave_out = _columns(reader, table, declared, kinds)
    if asked and cells.column and not kinds:
        reader.problems.add(table.node("columns").at, f"'{cells.column}' is a choice; name `choices` for the columns")
    if choices and kinds:
        reader.problems.add(
            table.node("columns").at, f"'{cells.column}' is a reference; name `asked_in` for the columns"
        )
    return Gap(**common, facts=facts, cells=cells, asked_in=asked, choices=choices, by=by, leave_out=leave_out)


def _cells(reader: Reader, node: Node, rows: KindScope | None) -> tuple[Cells, tuple[str, ...]]:
    """Return what the cells are, and the kinds of their columns: none where these are choices."""
    table = Table(node, "`cells`", reader.problems, "kind row column there", "awaited held_back until")
    declared = reader.kind(table.scalar("kind"))
    to = rows.name if rows is not None else ""
    column = reader.field(declared, table.scalar("column"), ("ref", "choice"), "a reference or a choice")
    until = table.scalar("until") if table.has("until") else None
    cells = Cells(
        kind=declared.name if declared else "",
        row=reader.field(declared, table.scalar("row"), ("ref",), "a reference", to),
        column=column,
        there=reader.states(table, "there", declared),
        awaited=reader.states(table, "awaited", declared),
        held_back=reader.states(table, "held_back", declared),
        until=reader.field(declared, until, ("date",), "a date") if until else "",
    )
    found = declared.fields.get(column) if declared else None
    return cells, found.to if found is not None and found.type == "ref" else ()


def _columns(
    reader: Reader, table: Table, rows: KindScope | None, kinds: tuple[str, ...]
) -> tuple[str, tuple[Choice, ...], str, tuple[str, ...]]:
    """Return the field that names what is asked for, or the choices; how columns are grouped, and groups left out."""
    if not table.has("columns"):
        return "", (), "", ()
    inner = Table(table.node("columns"), "`columns`", reader.problems, "", "asked_in choices by except")
    asked = reader.field(rows, inner.scalar("asked_in"), ("ref",), "a reference") if inner.has("asked_in") else ""
    choices = _choices(reader, inner.node("choices")) if inner.has("choices") else ()
    by, groups = "", dict[str, None]()
    if inner.has("by") and not kinds:
        reader.problems.add(inner.key("by"), "choices are not grouped `by` anything; take this out")
    for declared in (reader.scope.kinds[kind] for kind in kinds if inner.has("by")):
        by = reader.field(declared, inner.scalar("by"), ("choice",), "a choice")
        groups |= dict.fromkeys(choice.name for choice in declared.fields[by].choices) if by in declared.fields else {}
    return asked, choices, by, reader.names(inner, "except", groups, "choice of the groups")


def _choices(reader: Reader, node: Node) -> tuple[Choice, ...]:
    if not isinstance(node, Text):
        return read_choices(reader.scope, node)
    hint = "; add it to the choices in model.yaml, or write a list here"
    found = known(node, reader.scope.choices, "shared list of choices", reader.problems, hint)
    return reader.scope.choices[node.value] if found else ()


def _load(reader: Reader, node: Node) -> Load:
    table, common, declared = reader.begin(node, "a part of `load`", "figures", "limits within")
    within = table.scalar("within") if table.has("within") else None
    return Load(
        **common,
        figures=reader.facts(declared, table, "figures", "number"),
        limits=reader.bounds(declared, table, "limits", "at_most"),
        within=reader.field(declared, within, ("ref",), "a reference") if within else "",
    )


def _resilience(reader: Reader, node: Node) -> Resilience:
    table, common, declared = reader.begin(node, "a part of `resilience`", "may_leave sides", "depth enough")
    sides = table.items("sides")
    if table.has("sides") and len(sides) != _SIDES and not isinstance(table.node("sides"), (Map, Text)):
        reader.problems.add(table.key("sides"), f"two sides are linked, and {len(sides)} are named here; name two")
    who, read = reader.kinds(table, "may_leave"), tuple(_side(reader, side) for side in sides)
    _check_apart(reader, table, [common["kind"]], who, read)
    return Resilience(
        **common,
        may_leave=who,
        sides=read,
        depth=reader.facts(declared, table, "depth", "number"),
        enough=reader.bounds(declared, table, "enough", "at_least"),
    )


def _check_apart(
    reader: Reader, table: Table, rows: list[str], who: tuple[str, ...], sides: tuple[NetworkSide, ...]
) -> None:
    """Complain of a kind that is to be linked and links, or stands on two sides."""
    placed = [*rows, *who]
    for side in sides:
        for kind in side.kinds:
            if kind in placed:
                reader.problems.add(table.key("sides"), f"'{kind}' stands in two places here; leave it in one of them")
            placed.append(kind)


def _side(reader: Reader, node: Node) -> NetworkSide:
    table = Table(node, "a side", reader.problems, "title kinds", "through offices ties")
    offices = table.names("offices") if table.has("offices") else []
    return NetworkSide(
        title=table.text("title"),
        kinds=reader.kinds(table, "kinds"),
        offices=tuple(reader.scope.check_office(word) for word in offices),
        through=_ties(reader, table, "through"),
        ties=_ties(reader, table, "ties"),
    )


def _ties(reader: Reader, table: Table, word: str) -> tuple[tuple[str, str], ...]:
    return tuple(_tie(reader, name) for name in (table.names(word) if table.has(word) else []))


def _tie(reader: Reader, word: Text) -> tuple[str, str]:
    """Return a kind and one of its reference fields, written `kind.field`."""
    kind, dot, field = word.value.partition(".")
    if not dot:
        reader.problems.add(word.at, "a tie is a kind and one of its reference fields, joined by a dot: `kind.field`")
        return "", ""
    declared = reader.kind(Text(word.at, kind))
    return kind, reader.field(declared, Text(word.at, field), ("ref",), "a reference")


def _works(reader: Reader, node: Node) -> Works:
    table = Table(node, "`payback`", reader.problems, "kind per asks does steps clause basis", "hours")
    declared = reader.kind(table.scalar("kind"))
    common = reader.common(table, declared)
    hours = table.scalar("hours") if table.has("hours") else None
    steps = reader.names(table, "steps", declared.transitions, f"transition of {declared.name}") if declared else ()
    return Works(
        kind=common["kind"],
        clause=common["clause"],
        basis=common["basis"],
        per=reader.field(declared, table.scalar("per"), ("ref",), "a reference"),
        asks=reader.fields(declared, table, "asks"),
        does=reader.fields(declared, table, "does"),
        steps=steps,
        hours=reader.field(declared, hours, ("number",), "a number") if hours else "",
    )
