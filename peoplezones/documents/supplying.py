"""What a document declares under `with`, worked out: collections of records, facts, history and charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record
from peoplezones.domain.workflow import Supply
from peoplezones.store.view import BoardView

from .along import type_at
from .charts import CHARTS
from .telling import TELLERS, told_why
from .values import Plain, Values

if TYPE_CHECKING:
    from peoplezones.drawing import Figure


class Supplying:
    """Works out what templates are given, and draws the `figures` that they place."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self.figures: dict[str, Figure] = {}

    @property
    def view(self) -> BoardView:
        """The Board as it stands."""
        return self.values.view

    def all(self, supplies: Sequence[Supply], record: Record) -> Plain:
        """Return what is supplied by name, seen from a record."""
        return {supply.name: self.one(supply, record) for supply in supplies}

    def one(self, supply: Supply, record: Record) -> Any:
        """Return what is supplied under one name."""
        own = _OWN.get(supply.source)
        return own(self, supply, record) if own else TELLERS[supply.source](self.values, record)

    def scene(self, record: Record) -> Scene:
        """Return a record as facts see it."""
        return Scene(self.view, self.view.workflow(record), record, self.values.today)

    def _each(self, supply: Supply, records: Sequence[Record]) -> list[Plain]:
        found = self.values.records(records, supply.facts)
        if supply.supplies:
            for values, record in zip(found, records, strict=True):
                values.update(self.all(supply.supplies, record))
        return found

    def records(self, supply: Supply, record: Record) -> list[Plain]:
        """Return the records of a kind that match."""
        return self._each(supply, matching(self.scene(record), supply))

    def path(self, supply: Supply, record: Record) -> Any:
        """Return what lies along a path: records where it may hold several, else one or None; or a value."""
        scene = self.scene(record)
        found = scene.follow(supply.path)
        kind = type_at(self.view.model_of(record), scene.workflow, supply.path)
        if kind is not None:
            return self.values.value(kind, found)
        several = isinstance(found, (list, tuple))
        references = list(found) if several else [found] if found else []
        known = [self.view.record(reference) for reference in references]
        each = self._each(supply, [one for one in known if one is not None])
        return each if several else each[0] if each else None

    def facts(self, supply: Supply, record: Record) -> Plain:
        """Return facts of the record."""
        return self.values.facts(record, supply.facts)

    def why(self, supply: Supply, record: Record) -> Plain:
        """Return how one of the record's transitions stands."""
        return told_why(self.values, record, supply.transition)

    def chart(self, supply: Supply, record: Record) -> Plain:
        """Return what a template sees of a chart, which is drawn."""
        records = matching(self.scene(record), supply) if supply.kind else []
        found, figure = CHARTS[supply.source](self.values, supply, record, records)
        name = supply.name if supply.name not in self.figures else f"{supply.name}-{len(self.figures)}"
        self.figures[name] = figure
        return {**found, "figure": name}


def matching(scene: Scene, supply: Supply) -> list[Record]:
    """Return the records that a collection names, in its order; those without a value to sort by come last."""
    if any(where.op == "is" and where.operands[0].kind in ("this", "root") for where in supply.where):
        found = scene.records(supply.kind, supply.where)
    else:
        every = (scene.get(reference) for reference in scene.view.records_in(supply.kind, frozenset()))
        found = [record for record in every if record is not None and scene.matches(record, supply.where)]
    found.sort(key=lambda record: record.opened)
    if supply.by:
        keyed = [(scene.of(record, supply.by), record) for record in found]
        given = [pair for pair in keyed if pair[0] is not None]
        given.sort(key=lambda pair: pair[0], reverse=supply.latest_first)
        return [record for _, record in given] + [record for value, record in keyed if value is None]
    return found[::-1] if supply.latest_first else found


_OWN: dict[str, Callable[[Supplying, Supply, Record], Any]] = {
    "records": Supplying.records,
    "path": Supplying.path,
    "facts": Supplying.facts,
    "why": Supplying.why,
    "series": Supplying.chart,
    "timeline": Supplying.chart,
}
