"""Standing conditions that do not hold: those that the log notes, and those that time alone has broken since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value
from peoplezones.domain.standing import broken, since_when
from peoplezones.domain.wording import all_in_words, basis_in_words
from peoplezones.store.reading import open_breaches, records_named, records_of
from peoplezones.store.view import BoardView

from .escalation import Escalated, Rules
from .naming import names_of
from .needs import Step, findings_in_words, step_of
from .people import Actor, Found, named_actors, who_is_meant


class Breach(Value, frozen=True):
    """A standing condition that does not hold: since when, what was found, who must act; `entry` 0: not logged."""

    record: str
    name: str
    condition: str
    since: str
    needed: str
    found: str
    clause: str
    leans: str
    who: str
    actors: tuple[Actor, ...] = ()
    steps: tuple[Step, ...] = ()
    entry: int = 0
    escalation: Escalated | None = None


class _Found(Value, frozen=True):
    """A breach without the names: those are looked up for all at once. `act` must act, it has gone on `to` others."""

    record: Record
    breach: Breach
    act: Found
    to: Found


def breaches_of(view: BoardView, record: Record, today: str) -> tuple[Breach, ...]:
    """Return the standing conditions of a record that do not hold today."""
    return _named(view, list(_broken(view, record, today, Rules(view, today))))


def all_breaches(view: BoardView, today: str) -> tuple[Breach, ...]:
    """Return every breach of the Board on that day, oldest first: those that the log notes and those that time made."""
    records: dict[str, Record] = {}
    for kind in view.model.workflows:
        lived_by = view.lived_by(kind)
        states = {state for _, workflow in lived_by for standing in workflow.standing for state in standing.states}
        if states:
            records.update((r.reference, r) for r in records_of(view.connection, view.kinds_of(kind), states))
    noted = [breach.record for breach in open_breaches(view.connection) if breach.record not in records]
    records.update((record.reference, record) for record in records_named(view.connection, noted))
    rules = Rules(view, today)
    found = _named(view, [one for record in records.values() for one in _broken(view, record, today, rules)])
    return tuple(sorted(found, key=lambda breach: (breach.since, breach.record, breach.condition)))


def _broken(view: BoardView, record: Record, today: str, rules: Rules) -> Iterator[_Found]:
    failing = broken(view, record, today)
    if not failing:
        return
    noted = view.breaches(record.reference)
    workflow = view.workflow(record)
    scene = Scene(view, workflow, record, today)
    for standing, outcome in failing:
        known = noted.get(standing.guard.id)
        since = known.since if known else since_when(view, record, standing, today)
        escalation, to = rules.for_breach(since) or (None, {})
        breach = Breach(
            record=record.reference,
            name="",
            condition=standing.guard.id,
            since=since,
            needed=outcome.needed,
            found=findings_in_words(view, workflow, outcome),
            clause=outcome.clause,
            leans=basis_in_words(outcome.clause, outcome.basis),
            who=all_in_words(view.model_of(record), workflow, standing.act, "and"),
            steps=tuple(step_of(view.model_of(record), remedy) for remedy in outcome.remedies),
            entry=known.since_entry if known else 0,
            escalation=escalation,
        )
        yield _Found(record=record, breach=breach, act=who_is_meant(view, scene, standing.act), to=to)


def _named(view: BoardView, several: Sequence[_Found]) -> tuple[Breach, ...]:
    """Return the breaches with what their records and the people are called."""
    if not several:
        return ()
    names = names_of(view, {one.record.reference: one.record for one in several}.values())
    actors = iter(named_actors(view, [part for one in several for part in (one.act, one.to)]))
    found = []
    for one in several:
        act, to, raised = next(actors), next(actors), one.breach.escalation
        changes = {"actors": act, "escalation": msgspec.structs.replace(raised, actors=to) if raised else None}
        found.append(msgspec.structs.replace(one.breach, name=names.get(one.breach.record, ""), **changes))
    return tuple(found)
