"""Who carries what, how unevenly it is spread, and who is about to carry more than the model allows (`load`).

What is carried are facts of the model (offices held, zones, hours), so what is counted here is what its rules count.
A limit is that of a standing condition: the number is written there (`at_most`) and nowhere else.

Source: Annex B, that the load of running zones fell on too few and must stay bearable (B-2.8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Value
from peoplezones.domain.rules import judge_guard
from peoplezones.domain.values import show_value
from peoplezones.domain.wording import basis_in_words, with_article
from peoplezones.domain.workflow import Bound, Guard, Load, ValueType, Workflow
from peoplezones.store.view import BoardView

from .concentration import gini, share_of_the_most
from .labels import labels, labels_of
from .looking import NotDeclared, Titled, looked_at, source_of

OVER, AT_LIMIT, EXCUSED, BELOW = "over", "at the limit", "by exception", ""


class Amount(Value, frozen=True):
    """One figure of one bearer: in stored form and in words, with its limit and how it stands to that.

    `standing`: "over" the limit, "at the limit" (one more and it is over), "by exception" (over, and the rule holds
    all the same, as by a minuted exception), or "" where there is none or room is left.
    """

    figure: str
    value: int
    text: str
    limit: int | None = None
    standing: str = BELOW


class Bearer(Value, frozen=True):
    """Somebody, or some body, and what they carry."""

    reference: str
    label: str
    amounts: tuple[Amount, ...]


class Together(Value, frozen=True):
    """What all those carry together who name the same record: how many they are, and each figure added up.

    The limit is that of each of them times how many they are.
    """

    reference: str
    label: str
    people: int
    amounts: tuple[Amount, ...]


class Concentration(Value, frozen=True):
    """How one figure is spread: the whole, over how many, how many carry any; Gini and share of the top three.

    Both are rounded to four decimals, and None where there is nothing to spread. `top` are those three, most first.
    """

    figure: str
    label: str
    total: str
    bearers: int
    carrying: int
    gini: float | None
    top_three: float | None
    top: tuple[str, ...]


class Warned(Value, frozen=True):
    """A bearer at or over a limit: in a sentence, with the rule that sets it."""

    reference: str
    figure: str
    standing: str
    words: str
    rule: str
    leans: str


class Loads(Titled, frozen=True, kw_only=True):
    """One of the loads that the model declares."""

    plural: str
    figures: tuple[str, ...]
    labels: tuple[str, ...]
    bearers: tuple[Bearer, ...]
    concentration: tuple[Concentration, ...]
    warnings: tuple[Warned, ...]
    within: str = ""
    together: tuple[Together, ...] = ()
    left_out: dict[str, int]


def loads(view: BoardView, today: str, *, public: bool = False) -> tuple[Loads, ...]:
    """Return every load that the model declares, as things stand on the day. Raises NotDeclared."""
    if not view.model.loads:
        raise NotDeclared(view.model, "load")
    return tuple(_loads(view, load, today, public) for load in view.model.loads)


def limit_of(workflow: Workflow, bound: Bound, op: str = "at_most") -> tuple[int, Guard] | None:
    """Return the number that a standing condition sets for a fact, and the rule; None where this workflow has none."""
    for condition in workflow.standing:
        if condition.guard.id == bound.rule:
            for test in condition.guard.tests:
                if test.fact == bound.fact and test.op == op and test.operands[0].kind == "literal":
                    return int(test.operands[0].literal), condition.guard
    return None


def _loads(view: BoardView, load: Load, today: str, public: bool) -> Loads:
    looked = looked_at(view, load.kind, load.when, today)
    called = labels(view, looked.records, public=public, today=today)
    workflow = view.model.workflows[load.kind]
    bearers = tuple(
        Bearer(s.this.reference, called[s.this.reference], tuple(_amounts(view, load, s))) for s in looked.scenes
    )
    most = sorted(bearers, key=lambda bearer: [-amount.value for amount in bearer.amounts])
    together = tuple(_together(view, load, looked.scenes, bearers, public)) if load.within else ()
    return Loads(
        id=load.id,
        title=load.title,
        plural=workflow.plural,
        figures=load.figures,
        labels=tuple(workflow.facts[name].label for name in load.figures),
        bearers=tuple(most),
        concentration=tuple(_spread(workflow, name, bearers, place) for place, name in enumerate(load.figures)),
        warnings=(*_warnings(load, looked.scenes, bearers), *_of_groups(workflow, load, together)),
        within=workflow.fields[load.within].label if load.within else "",
        together=together,
        left_out=looked.left_out,
        **source_of(load.clause, load.basis),
    )


def _type(workflow: Workflow, figure: str) -> ValueType:
    fact = workflow.facts.get(figure)
    return fact.yields if fact else ValueType(type="number")


def _amounts(view: BoardView, load: Load, scene: Scene) -> Iterator[Amount]:
    bounds = {bound.fact: bound for bound in load.limits}
    for name in load.figures:
        value = int(scene.value(name) or 0)
        limited = limit_of(scene.workflow, bounds[name]) if name in bounds else None
        limit = limited[0] if limited else None
        excused = limited is not None and judge_guard(scene, view.model_of(scene.this), limited[1]).held
        text = show_value(_type(scene.workflow, name), value)
        yield Amount(name, value, text, limit, _standing(value, limit, excused))


def _standing(value: int, limit: int | None, excused: bool) -> str:
    if limit is None or value < limit:
        return BELOW
    return AT_LIMIT if value == limit else EXCUSED if excused else OVER


def _spread(workflow: Workflow, figure: str, bearers: tuple[Bearer, ...], place: int) -> Concentration:
    values = [(bearer.amounts[place].value, bearer) for bearer in bearers]
    most = sorted(values, key=lambda item: (-item[0], item[1].reference))[:3]
    numbers = [value for value, _ in values]
    uneven, few = gini(numbers), share_of_the_most(numbers)
    return Concentration(
        figure=figure,
        label=workflow.facts[figure].label,
        total=show_value(_type(workflow, figure), sum(numbers)),
        bearers=len(numbers),
        carrying=sum(value > 0 for value in numbers),
        gini=None if uneven is None else round(float(uneven), 4),
        top_three=None if few is None else round(float(few), 4),
        top=tuple(bearer.label for value, bearer in most if value),
    )


def _warnings(load: Load, scenes: Iterable[Scene], bearers: Iterable[Bearer]) -> Iterator[Warned]:
    rules = {bound.fact: bound for bound in load.limits}
    for scene, bearer in zip(scenes, bearers, strict=True):
        for amount in bearer.amounts:
            found = limit_of(scene.workflow, rules[amount.figure]) if amount.standing else None
            if found is not None:
                yield _warned(scene.workflow, bearer, amount, found[1])


def _of_groups(workflow: Workflow, load: Load, groups: Iterable[Together]) -> Iterator[Warned]:
    """Yield a warning for each group that has no room left: it carries as much as all in it may together."""
    rules = {bound.fact: bound for bound in load.limits}
    for group in groups:
        for amount in group.amounts:
            found = limit_of(workflow, rules[amount.figure]) if amount.standing and group.reference else None
            if found is not None:
                label, count = (
                    workflow.facts[amount.figure].label,
                    "1 person" if group.people == 1 else f"{group.people} people",
                )
                words = f"{group.label}: {label}: {amount.text} of at most {amount.limit} for {count} together"
                leans = basis_in_words(found[1].clause, found[1].basis)
                yield Warned(group.reference, amount.figure, amount.standing, words, found[1].because, leans)


_MEANS = {
    OVER: "more than the model allows",
    AT_LIMIT: "one more would be too many",
    EXCUSED: "more than the model allows, but by an exception that it knows",
}


def _warned(workflow: Workflow, bearer: Bearer, amount: Amount, rule: Guard) -> Warned:
    label = workflow.facts[amount.figure].label
    words = f"{bearer.label}: {label}: {amount.text} of at most {amount.limit}, {_MEANS[amount.standing]}"
    leans = basis_in_words(rule.clause, rule.basis)
    return Warned(bearer.reference, amount.figure, amount.standing, words, rule.because, leans)


def _together(
    view: BoardView, load: Load, scenes: tuple[Scene, ...], bearers: tuple[Bearer, ...], public: bool
) -> Iterator[Together]:
    """Yield what those carry together who name the same record in field `within`: most first, those of none last."""
    groups: dict[str, list[Bearer]] = {}
    for scene, bearer in zip(scenes, bearers, strict=True):
        groups.setdefault(str(scene.this.fields.get(load.within) or ""), []).append(bearer)
    workflow = view.model.workflows[load.kind]
    called = labels_of(view, [name for name in groups if name], public=public)
    nowhere = f"without {with_article(workflow.fields[load.within].label.lower())}"
    found = [
        Together(name, called.get(name, nowhere), len(group), tuple(_sums(workflow, load, group)))
        for name, group in groups.items()
    ]
    yield from sorted(found, key=lambda one: (not one.reference, [-amount.value for amount in one.amounts]))


def _sums(workflow: Workflow, load: Load, group: list[Bearer]) -> Iterator[Amount]:
    for place, name in enumerate(load.figures):
        amounts: list[Any] = [bearer.amounts[place] for bearer in group]
        limits = [amount.limit for amount in amounts]
        limit = sum(limits) if limits and None not in limits else None
        value = sum(amount.value for amount in amounts)
        text = show_value(_type(workflow, name), value)
        yield Amount(name, value, text, limit, _standing(value, limit, excused=False))
