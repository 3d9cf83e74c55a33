"""Standing conditions that do not hold: those that the log notes, and those that time alone has broken since."""

from __future__ import annotations

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value
from peoplezones.domain.standing import broken, since_when
from peoplezones.domain.wording import all_in_words, basis_in_words
from peoplezones.store.view import BoardView

from .naming import names_of
from .needs import Step, findings_in_words, step_of
from .people import Actor, actors


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
        found.append(
            Breach(
                record=record.reference,
                name=name,
                condition=standing.guard.id,
                since=known.since if known else since_when(view, record, standing, today),
                needed=outcome.needed,
                found=findings_in_words(view, workflow, outcome),
                clause=outcome.clause,
                leans=basis_in_words(outcome.clause, outcome.basis),
                who=all_in_words(view.model_of(record), workflow, standing.act, "and"),
                actors=actors(view, scene, standing.act),
                steps=tuple(step_of(view.model_of(record), remedy) for remedy in outcome.remedies),
                entry=known.since_entry if known else 0,
            )
        )
    return tuple(found)
