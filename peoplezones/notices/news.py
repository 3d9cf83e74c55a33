"""What is new, for whom: records that moved, deadlines that come near or pass, standing conditions that broke.

| what | to whom |
| --- | --- |
| a record came to a stage | those whom its `tell` names or who may take the next step; not who did it |
| its deadline is so many days away | the same |
| its deadline has passed | the same |
| a standing condition does not hold | those whom its `act` names |
| either has been so for as long as the model says | those whom `escalate` or the model's `escalation` names |

Only where a record is now is told of, not the stages between. Each of these is one event for one person: a stay of a
record at a stage, a deadline of that stay, a break of a condition.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import AMEND, Record
from peoplezones.domain.wording import all_in_words
from peoplezones.queries.breaches import Breach, all_breaches
from peoplezones.queries.deadlines import Deadline, deadlines
from peoplezones.queries.due import due
from peoplezones.queries.escalation import Escalated
from peoplezones.queries.needs import command
from peoplezones.queries.people import Actor, who_is_meant
from peoplezones.queries.why import next_move
from peoplezones.store.outbox import Begun, moved_after
from peoplezones.store.view import BoardView

from .item import Item, Sort, identity_of
from .text import plain


def news(view: BoardView, today: str, begun: Begun, before: int) -> tuple[Item, ...]:
    """Return everything that people should know today, whether they have been told or not.

    Nobody is told of what was over before people were told at all: see `Begun`. `before` is how many days before a
    deadline it is near.
    """
    found = [*_moved(view, today, begun), *_timed(view, today, begun, before), *_broken(view, today, begun)]
    return tuple(found)


def _moved(view: BoardView, today: str, begun: Begun) -> Iterator[Item]:
    """Yield where records came to be by entries that were not looked at before."""
    latest = {reference: json.loads(line) for reference, line in moved_after(view.connection, begun.entry)}
    for reference, entry in latest.items():
        record = view.record(reference)
        if record is not None:
            yield from _arrived(view, record, entry, today)


def _arrived(view: BoardView, record: Record, entry: dict[str, Any], today: str) -> Iterator[Item]:
    workflow = view.workflow(record)
    scene = Scene(view, workflow, record, today)
    move = next_move(workflow, record)
    acting = who_is_meant(view, scene, move.by) if move else {}
    told = who_is_meant(view, scene, workflow.states[record.state].tell)
    limit = due(view, record, today)
    stay = _stay(view, record)
    for person in dict.fromkeys([*told, *acting]):
        if person not in (entry["actor"], entry["entered_by"]):
            yield Item(
                identity=identity_of(view.log, "moved", person, record.reference, stay),
                person=person,
                sort="moved",
                record=record.reference,
                about=_about(view, record),
                stage=workflow.states[record.state].title,
                day=limit.day if limit else "",
                words=limit.words if limit else "",
                next=move.title if move else "",
                who=all_in_words(view.model_of(record), workflow, move.by) if move else "",
                command=_why(view, record),
                yours=person in acting,
            )


def _timed(view: BoardView, today: str, begun: Begun, before: int) -> Iterator[Item]:
    """Yield the deadlines that are near and those that have passed."""
    for deadline in deadlines(view, today, within_days=before):
        record = view.record(deadline.reference)
        if record is None or not deadline.due.day:
            continue
        stay = _stay(view, record)
        late = deadline.due.overdue
        if late and deadline.due.day < begun.since and stay <= begun.since_entry:
            continue  # it had passed before people were told of such things
        sort: Sort = "passed" if late else "near"
        for person in _people(*deadline.actors, *deadline.next_actors):
            yield _deadline(view, record, deadline, sort, person, stay)
        for person in _raised(deadline.escalation):
            yield _deadline(view, record, deadline, "escalated", person, stay)


def _deadline(view: BoardView, record: Record, deadline: Deadline, sort: Sort, person: str, stay: int) -> Item:
    step = deadline.next
    return Item(
        identity=identity_of(view.log, sort, person, record.reference, stay, deadline.due.day),
        person=person,
        sort=sort,
        record=record.reference,
        about=_about(view, record),
        stage=deadline.state_title,
        day=deadline.due.day,
        days=deadline.due.days_over if deadline.due.overdue else deadline.due.days_left,
        words=deadline.due.words,
        next=step.title if step else "",
        who=step.who if step else "",
        command=_why(view, record),
        yours=person in {actor.reference for actor in deadline.next_actors},
    )


def _broken(view: BoardView, today: str, begun: Begun) -> Iterator[Item]:
    """Yield the standing conditions that do not hold, to those who must act."""
    for breach in all_breaches(view, today):
        record = view.record(breach.record)
        if record is None or (breach.since < begun.since and breach.entry <= begun.since_entry):
            continue
        for person in _people(*breach.actors):
            yield _breach(view, record, breach, "breach", person)
        for person in _raised(breach.escalation):
            yield _breach(view, record, breach, "raised", person)


def _people(*actors: Actor) -> Iterable[str]:
    return dict.fromkeys(actor.reference for actor in actors)


def _raised(escalation: Escalated | None) -> Iterable[str]:
    """Return to whom something has been escalated by now."""
    return _people(*escalation.actors) if escalation and escalation.reached else ()


def _breach(view: BoardView, record: Record, breach: Breach, sort: Sort, person: str) -> Item:
    return Item(
        identity=identity_of(view.log, sort, person, record.reference, breach.condition, breach.since),
        person=person,
        sort=sort,
        record=record.reference,
        about=_about(view, record),
        stage=view.workflow(record).states[record.state].title,
        day=breach.since,
        words=breach.leans,
        needed=breach.needed,
        next=breach.steps[0].title if breach.steps else "",
        who=breach.who,
        command=_why(view, record),
        yours=sort == "breach",
    )


def _stay(view: BoardView, record: Record) -> int:
    """Return the entry that brought a record to where it is: bringing it over to another model is none."""
    moves = (m for m in reversed(view.moves(record.reference)) if not m.migrated and m.transition != AMEND)
    return next((move.n for move in moves if move.source != move.to), record.opened)


def _about(view: BoardView, record: Record) -> str:
    """Return what a record is called: `People Zone PZ-2026-001 (Name)`, without a name that is personal."""
    workflow = view.workflow(record)
    field = workflow.fields.get(workflow.label_field)
    name = "" if field is None or field.personal else plain(record.fields.get(workflow.label_field) or "")
    return f"{workflow.title} {record.reference}{f' ({name})' if name else ''}"


def _why(view: BoardView, record: Record) -> str:
    """Return the command that tells what a record needs next."""
    return f"{command(view.kind_now(record), 'why')} {record.reference}"


def people_of(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Return the items by person, in the order of their references."""
    found: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: item.person):
        found.setdefault(item.person, []).append(item)
    return found
