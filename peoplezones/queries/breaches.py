"""Standing conditions that do not hold: those that the log notes, and those that time alone has broken since."""

from __future__ import annotations

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
from .people import Actor, actors, named_actors


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


def breaches_of(view: BoardView, record: Record, today: str) -> tuple[Breach, ...]:
    """Return the standing conditions of a record that do not hold today."""
    failing = broken(view, record, today)
    if not failing:
        return ()
    noted = view.breaches(record.reference)
    workflow = view.workflow(record)
    scene = Scene(view, workflow, record, today)
    name = names_of(view, [record]).get(record.reference, "")
    found = []
    for standing, outcome in failing:
        known = noted.get(standing.guard.id)
        since = known.since if known else since_when(view, record, standing, today)
        found.append(
            Breach(
                record=record.reference,
                name=name,
                condition=standing.guard.id,
                since=since,
                needed=outcome.needed,
                found=findings_in_words(view, workflow, outcome),
                clause=outcome.clause,
                leans=basis_in_words(outcome.clause, outcome.basis),
                who=all_in_words(view.model_of(record), workflow, standing.act, "and"),
                actors=actors(view, scene, standing.act),
                steps=tuple(step_of(view.model_of(record), remedy) for remedy in outcome.remedies),
                entry=known.since_entry if known else 0,
                escalation=_escalated(view, since, today),
            )
        )
    return tuple(found)


def _escalated(view: BoardView, since: str, today: str) -> Escalated | None:
    found = Rules(view, today).for_breach(since)
    return msgspec.structs.replace(found[0], actors=named_actors(view, [found[1]])[0]) if found else None


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
    found = [breach for record in records.values() for breach in breaches_of(view, record, today)]
    return tuple(sorted(found, key=lambda breach: (breach.since, breach.record, breach.condition)))
