"""The charts of a document: a measure against its baseline, and the stages of a record."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from peoplezones.domain.facts import Scene
from peoplezones.domain.history import as_called_now, standing_moves
from peoplezones.domain.record import Record
from peoplezones.domain.values import show_value
from peoplezones.domain.wording import name_in_words, name_type
from peoplezones.domain.workflow import Supply, ValueType

from .values import Plain, Values

if TYPE_CHECKING:
    from peoplezones.drawing import Figure

Drawn = tuple[Plain, "Figure"]


def series_of(values: Values, supply: Supply, record: Record, matching: list[Record]) -> Drawn:
    """Return a chart of the values of some records, and what a template sees of it: `points` and `baseline` too."""
    from peoplezones.drawing.charts import series

    scene = Scene(values.view, values.view.workflow(record), record, values.today)
    points = [
        (scene.of(one, supply.by), scene.of(one, supply.value), _type(values, one, supply.value)) for one in matching
    ]
    given = sorted(
        (day, _number(kind, value), show_value(kind, value)) for day, value, kind in points if day and value is not None
    )
    unit = str(_of_itself(scene, supply.unit) or "")
    baseline = _of_itself(scene, supply.baseline)
    base = None if baseline is None else _number(name_type(scene.workflow, supply.baseline), baseline)
    figure = series(
        f"{unit or 'Values'}: {values.called(record)}",
        [(day, number) for day, number, _ in given],
        unit,
        base,
        _marks(scene, supply),
        str(_of_itself(scene, supply.better) or ""),
    )
    told = [{"day": day, "value": str(number), "text": text} for day, number, text in given]
    return {
        **_seen(figure, bool(given)),
        "points": told,
        "baseline": None if base is None else str(base),
    }, figure


def timeline_of(values: Values, _: Supply, record: Record, __: list[Record]) -> Drawn:
    """Return a chart of the stages that a record has been at, and what a template sees of it: `stages` too."""
    from peoplezones.drawing.charts import timeline

    stages = _stages(values, record)
    figure = timeline(f"Stages of {values.called(record)}", stages, on=values.today)
    told = [{"title": title, "from": begins, "until": ends} for title, begins, ends in stages]
    return {**_seen(figure, bool(stages)), "stages": told}, figure


def _seen(figure: Figure, given: bool) -> Plain:
    return {"given": given, "title": figure.title, "alternative": figure.alternative}


def _of_itself(scene: Scene, name: str) -> Any:
    """Return a fact or field of the record itself; nothing where an earlier model knows it by no such name."""
    known = name in scene.workflow.facts or name in scene.workflow.fields
    return scene.value(name) if name and known else None


def _marks(scene: Scene, supply: Supply) -> list[tuple[str, str]]:
    days = [(_of_itself(scene, name), name) for name in supply.marks]
    return [(str(day), name_in_words(scene.workflow, name)) for day, name in days if day]


def _type(values: Values, record: Record, name: str) -> ValueType:
    return name_type(values.view.workflow(record), name)


def _number(kind: ValueType, value: int) -> Decimal:
    """Return a value in stored form as the number that it is."""
    return Decimal(value).scaleb(-(2 if kind.type == "money" else kind.decimals))


def _stages(values: Values, record: Record) -> list[tuple[str, str, str | None]]:
    """Return the stages that a record has been at: title, from, until."""
    moves = standing_moves(as_called_now(values.view, values.view.moves(record.reference)))
    titles = {name: state.title for name, state in values.view.workflow(record).states.items()}
    begun: list[tuple[str, str]] = []
    for move in moves:
        if not begun or move.to != begun[-1][0]:
            begun.append((move.to, move.effective))
    ends = [after for _, (_, after) in pairwise(begun)]
    named = [(titles.get(state, state.replace("_", " ")), day) for state, day in begun]
    return [(title, day, end) for (title, day), end in zip(named, [*ends, None], strict=True)]


CHARTS: dict[str, Callable[[Values, Supply, Record, list[Record]], Drawn]] = {
    "series": series_of,
    "timeline": timeline_of,
}
