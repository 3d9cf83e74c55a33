"""Who holds which office of a record, and which of them nobody holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peoplezones.domain.record import Record
from peoplezones.domain.workflow import Model, Who, Workflow
from peoplezones.store.reading import offices_in

from .along import kinds_at
from .values import Plain, Values


def offices_of(values: Values, record: Record) -> list[Plain]:
    """Return the offices of a record, in the model's order: those that rules name, and those held.

    Each is `{office, title, help, vacant, holders}`, a holder `{person, since, until, deputy, source}`, the person a
    record.
    """
    view = values.view
    held = [holding for holding in offices_in(view.connection, record.reference) if holding.on(values.today)]
    wanted = {*_offices_needed(view.model, view.kind_now(record)), *(holding.office for holding in held)}
    people = [one for one in map(view.record, dict.fromkeys(h.person for h in held)) if one is not None]
    known = {person["reference"]: person for person in values.records(people)}
    return [
        {
            "office": name,
            "title": office.title,
            "help": office.help,
            "vacant": not any(holding.office == name for holding in held),
            "holders": [
                {
                    "person": known[holding.person],
                    "since": holding.since,
                    "until": holding.until,
                    "deputy": holding.deputy,
                    "source": holding.source,
                }
                for holding in held
                if holding.office == name and holding.person in known
            ],
        }
        for name, office in view.model.offices.items()
        if name in wanted
    ]


def _offices_needed(model: Model, kind: str) -> set[str]:
    """Return the offices of records of a kind that some rule of the model names."""
    root = model.founding.opens[0].kind
    found = set()
    for workflow in model.workflows.values():
        for office, path in _named(workflow):
            ends = {root} if not path else kinds_at(model, workflow, path)
            if kind in ends:
                found.add(office)
    return found


def _named(workflow: Workflow) -> Iterator[tuple[str, Sequence[str]]]:
    for who in _people(workflow):
        if who.kind == "office":
            yield who.office, who.of
    for fact in workflow.facts.values():
        if fact.office:
            yield fact.office, fact.path


def _people(workflow: Workflow) -> Iterator[Who]:
    several: list[Iterable[Who]] = [condition.act for condition in workflow.standing]
    several += [who for move in workflow.transitions.values() for who in (move.by, move.not_by)]
    several += [state.tell for state in workflow.states.values()]
    for people in several:
        yield from people
