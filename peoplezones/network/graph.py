"""The network of a Board as a `networkx.MultiDiGraph`, built from its reference table in one query.

A node is a record; its id is its reference. A kind takes part that declares `node` or `links`, and so does whatever a
link leads to. A node has these attributes, all text: `kind` and `kind_title` (as the model in force calls them), `sort`
(what its own model's `node` says), `label` (what it may be called in the form that is asked for), `state`,
`state_title`, `since` (the day on which it came to its state), `opened` (the day on which it began); and two that are
true or false: `final` (its state is a final one) and `joins` (its model says that it only joins others: see `joined`).

An edge is a reference that `links` gives a meaning. It runs from the record that refers to the one referred to, or the
other way round with `reverse`. Its key is `FIELD` (`FIELD REFERENCE` where another edge between the two has that key
already). Attributes: `edge` (in words, such as "pledged to"), `field`, `record` (the one that refers), `since` (the day
since which it refers to the other), `live` (bool: the record is in one of the states that the link names, or it names
none and the record has not ended; and the last day in the field that the link names, if any, has not passed), `state`
(of the record), and `weight` (int in stored form: pence, scaled numbers) where the link names a field for it and the
record has a value.
"""

from __future__ import annotations

from typing import Any

import msgspec
import networkx as nx

from peoplezones.domain.record import Record
from peoplezones.domain.workflow import Link, Workflow
from peoplezones.store.edges import opened_records, references_now
from peoplezones.store.lots import in_lots
from peoplezones.store.view import BoardView

from .labels import labels

_AT_ONCE = 2_000


class _Kind(msgspec.Struct, frozen=True):
    """What the workflow by which a record lives says of it: how it takes part, under which name, with which links."""

    name: str
    title: str
    sort: str
    takes_part: bool
    joins: bool
    final: frozenset[str]
    states: dict[str, str]
    links: dict[str, Link]


class _Referring(msgspec.Struct, frozen=True):
    """What the edges of a record need to know of it."""

    kind: _Kind
    state: str
    weights: dict[str, int]
    over: frozenset[str]  # the fields whose references count no longer, their last day having passed


def build(view: BoardView, *, public: bool = False, today: str = "") -> Any:
    """Return the network as a `networkx.MultiDiGraph`.

    `today` (the day on which the log was last written to, unless given) says which ties still count, and by which
    offices people go in `public`, where nobody goes by a personal name without consent. Two queries, whatever the size:
    the records with the days on which they opened, and the references that now hold; besides these only names.
    """
    graph, day = nx.MultiDiGraph(), today or view.recorded[:10]
    kinds: dict[tuple[str, str], _Kind] = {}
    referring: dict[str, _Referring] = {}
    passed_over: dict[str, dict[str, Any]] = {}
    for some in in_lots(opened_records(view.connection), _AT_ONCE):
        called = labels(view, [record for record, _ in some], public=public, today=day)
        for record, opened in some:
            kind = _kind_of(view, record, kinds)
            node = _node(record, opened, kind, called[record.reference])
            if kind.takes_part:
                graph.add_node(record.reference, **node)
            else:
                passed_over[record.reference] = node
            if kind.links:
                referring[record.reference] = _Referring(
                    kind, record.state, _weights(record, kind), _over(record, kind, day)
                )
    _add_edges(view, graph, referring, passed_over)
    return graph


def _kind_of(view: BoardView, record: Record, kinds: dict[tuple[str, str], _Kind]) -> _Kind:
    key = (record.model, record.kind)
    found = kinds.get(key)
    if found is None:
        found = kinds[key] = _read_kind(view.workflow(record), view.kind_now(record), view)
    return found


def _read_kind(workflow: Workflow, name: str, view: BoardView) -> _Kind:
    now = view.model.workflows.get(name, workflow)
    return _Kind(
        name=name,
        title=now.title,
        sort=workflow.node or name,
        takes_part=bool(workflow.node or workflow.links),
        joins=workflow.joins,
        final=frozenset(workflow.final),
        states={state.name: state.title for state in workflow.states.values()},
        links={link.field: link for link in workflow.links},
    )


def _node(record: Record, opened: str, kind: _Kind, label: str) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "kind_title": kind.title,
        "sort": kind.sort,
        "label": label,
        "state": record.state,
        "state_title": kind.states.get(record.state, record.state),
        "since": record.entered,
        "opened": opened,
        "final": record.state in kind.final,
        "joins": kind.joins,
    }


def _weights(record: Record, kind: _Kind) -> dict[str, int]:
    found = ((field, record.fields.get(link.weight)) for field, link in kind.links.items() if link.weight)
    return {field: value for field, value in found if isinstance(value, int)}


def _over(record: Record, kind: _Kind, day: str) -> frozenset[str]:
    found = ((field, record.fields.get(link.until)) for field, link in kind.links.items() if link.until)
    return frozenset(field for field, last in found if last and str(last) < day)


def _add_edges(
    view: BoardView, graph: Any, referring: dict[str, _Referring], passed_over: dict[str, dict[str, Any]]
) -> None:
    for reference in references_now(view.connection):
        known = referring.get(reference.source)
        link = known.kind.links.get(reference.field) if known else None
        if known is None or link is None:
            continue
        if reference.target not in graph:
            graph.add_node(reference.target, **passed_over[reference.target])
        ends = (reference.source, reference.target)
        start, end = ends[::-1] if link.reverse else ends
        key = reference.field
        if graph.has_edge(start, end, key):
            key = f"{reference.field} {reference.source}"
        graph.add_edge(start, end, key, **_edge(reference.source, reference.since, link, known))


def _edge(source: str, since: str, link: Link, known: _Referring) -> dict[str, Any]:
    counts = known.state in link.states if link.states else known.state not in known.kind.final
    found: dict[str, Any] = {
        "edge": link.edge,
        "field": link.field,
        "record": source,
        "since": since,
        "live": counts and link.field not in known.over,
        "state": known.state,
    }
    if link.field in known.weights:
        found["weight"] = known.weights[link.field]
    return found


def joined(graph: Any) -> Any:
    """Return the network with each record that only joins others (`joins` of its `node`) turned into edges.

    Such a record's own edges run to it and from it: each pair of them becomes one edge, which has the words of the
    second as `edge` and of the first as `by` (its field as `by_field`, the kind that joined as `by_kind`), is live
    where both are, holds since the later of both, and weighs what either weighs. What else refers to the record is left
    out with it. One whose own edges all run one way stays.
    """
    found = graph.copy()
    for name, node in graph.nodes(data=True):
        if node["joins"]:
            to = [(start, data) for start, _, data in graph.in_edges(name, data=True) if data["record"] == name]
            onward = [(end, data) for _, end, data in graph.out_edges(name, data=True) if data["record"] == name]
            if to and onward:
                found.remove_node(name)
                _join(found, node["kind"], to, onward)
    return found


def _join(
    graph: Any, kind: str, to: list[tuple[str, dict[str, Any]]], onward: list[tuple[str, dict[str, Any]]]
) -> None:
    for start, first in to:
        for end, second in onward:
            if start not in graph or end not in graph:
                continue
            data = {
                **first,
                **second,
                "by": first["edge"],
                "by_field": first["field"],
                "by_kind": kind,
                "live": first["live"] and second["live"],
            }
            data["since"] = max(first["since"], second["since"])
            key = f"{first['field']} {second['field']} {second['record']}"
            graph.add_edge(start, end, key, **data)
