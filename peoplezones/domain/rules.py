"""How rules come out: guards, standing conditions, and whether somebody may act.

Every rule is judged, not only the first that fails, so that a refusal gives the whole list.
"""

from __future__ import annotations

from collections.abc import Iterable

from .facts import Scene
from .history import makers
from .offices import in_office
from .record import Authority, Finding, Outcome, Remedy
from .remedy import conferring, remedies
from .wording import all_in_words, who_in_words
from .workflow import Guard, Model, Standing, Transition, Who


def judge_guard(scene: Scene, model: Model, guard: Guard) -> Outcome:
    """Return how a guard comes out in a scene; it applies only where all of its `when` hold."""
    applies = all(scene.holds(test) for test in guard.when)
    held = not applies or any(scene.holds(test) for test in guard.tests)
    names = dict.fromkeys(name for test in guard.tests for name in test.names) if applies else {}
    return Outcome(
        rule=guard.id,
        held=held,
        needed=guard.because,
        clause=guard.clause,
        basis=guard.basis,
        findings=tuple(Finding(fact=name, value=scene.value(name)) for name in names),
        remedies=() if held else remedies(model, scene.workflow, guard, scene.this.state),
        applies=applies,
    )


def entered(standing: Iterable[Standing], source: str, to: str) -> list[Standing]:
    """Return the standing conditions that a move from `source` to `to` comes under."""
    return [s for s in standing if to in s.states and source not in s.states]


def authority(scene: Scene, model: Model, people: Iterable[Who], person: str, day: str) -> Authority | None:
    """Return in what capacity the person may act under a `by`, or None. An own office goes before a deputy's."""
    best: Authority | None = None
    for who in people:
        found = _capacity(scene, model, who, person, day)
        if found is not None and (best is None or (best.deputy and not found.deputy)):
            best = found
    return best


def _capacity(scene: Scene, model: Model, who: Who, person: str, day: str) -> Authority | None:
    words = who_in_words(model, scene.workflow, who)
    if who.kind == "anyone":
        return Authority(named="anyone", words=words)
    if who.kind == "office":
        holding = in_office(scene, who.office, who.of, person, day)
        if holding is None:
            return None
        return Authority(
            office=holding.office, scope=holding.scope, source=holding.source, deputy=holding.deputy, words=words
        )
    if who.kind == "person":
        value = scene.follow(who.person)
        named = value if isinstance(value, list) else [value]
        return Authority(named=".".join(who.person), words=words) if person in named else None
    made = makers(scene.view, scene.this.reference, who.transition)
    return Authority(named=who.transition, words=words) if made and made[-1] == person else None


def _barred(scene: Scene, who: Who, person: str) -> bool:
    """Whether a `not_by` is about the person; whoever ever made a transition `did` it, not only who made it last."""
    if who.kind == "office":
        return in_office(scene, who.office, who.of, person, scene.today) is not None
    if who.kind == "person":
        value = scene.follow(who.person)
        return person in value if isinstance(value, list) else value == person
    return person in makers(scene.view, scene.this.reference, who.transition)


def judge_people(before: Scene, after: Scene, model: Model, move: Transition) -> tuple[Authority | None, list[Outcome]]:
    """Return in what capacity the actor makes the transition, and how `by` and `not_by` come out.

    `before` is the record as it stood, so nobody gains the right to act by naming themselves or their own body; for an
    opening, what is asked. `after` has what is asked over it; `not_by` looks at both.
    """
    actor = before.actor
    workflow = before.workflow
    found = authority(before, model, move.by, actor, before.today)
    allowed = all_in_words(model, workflow, move.by)
    remedy = Remedy(kind=workflow.name, transition=move.name, who=allowed)
    outcomes = [
        Outcome(
            rule="may-act",
            held=found is not None,
            needed=f"'{move.title}' is for {allowed}",
            clause=move.clause,
            basis=move.basis,
            found="" if found else f"{actor} held no such office on {before.today}",
            remedies=() if found else conferring(model, workflow, move),
        )
    ]
    for who in move.not_by:
        barred = _barred(before, who, actor) or (after is not before and _barred(after, who, actor))
        words = who_in_words(model, workflow, who)
        outcomes.append(
            Outcome(
                rule="must-not-act",
                held=not barred,
                needed=f"'{move.title}' is not for {words}",
                clause=move.clause,
                basis=move.basis,
                found=f"{actor} is {words}" if barred else "",
                remedies=(remedy,) if barred else (),
            )
        )
    return found, outcomes
