"""`show`: one record, with everything that is known of it and what refers to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from peoplezones.domain.facts import Scene
from peoplezones.domain.history import as_called_now
from peoplezones.domain.offices import conferred
from peoplezones.domain.record import Holding, Record, Value
from peoplezones.domain.rules import judge_guard
from peoplezones.domain.wording import basis_in_words, name_in_words
from peoplezones.domain.workflow import Guard, Workflow
from peoplezones.store.reading import offices_in, referring
from peoplezones.store.view import BoardView

from .attachments import Attached, attachments_of
from .breaches import Breach, breaches_of
from .due import Due, due
from .fields import Shown, shown
from .naming import called, names, names_of
from .needs import value_in_words
from .owes import Owing, owes_of
from .ways import destination, moves_from, the_record

MOST_REFERRING = 10


class Fact(Value, frozen=True):
    """A fact of a record as it comes out today."""

    name: str
    label: str
    text: str


class Referring(Value, frozen=True):
    """The records of one kind that refer to this one by one field: how many, and the first of them."""

    kind: str
    plural: str
    field: str
    label: str
    count: int
    records: tuple[str, ...]


class Held(Value, frozen=True):
    """An office: who holds or held it, of what, from and until when, and the record that says so."""

    office: str
    title: str
    person: str
    scope: str
    since: str
    until: str
    source: str
    deputy: bool = False


class Minuted(Value, frozen=True):
    """A rule that holds only by an exception: what would be needed, and the exception as it was found."""

    rule: str
    needed: str
    leans: str
    exception: str


class Next(Value, frozen=True):
    """A transition that leads on from here."""

    transition: str
    title: str
    to_title: str


class Whole(Value, frozen=True):
    """Everything about one record."""

    kind: str
    title: str
    reference: str
    name: str
    state: str
    state_title: str
    since: str
    days: int
    seq: int
    fields: tuple[Shown, ...]
    confers: tuple[Held, ...] = ()
    holds: tuple[Held, ...] = ()
    held_of_it: tuple[Held, ...] = ()
    breaches: tuple[Breach, ...] = ()
    exceptions: tuple[Minuted, ...] = ()
    referring: tuple[Referring, ...] = ()
    facts: tuple[Fact, ...] = ()
    next: tuple[Next, ...] = ()
    due: Due | None = None
    owes: tuple[Owing, ...] = ()
    attachments: tuple[Attached, ...] = ()
    model: str = ""


def show(view: BoardView, reference: str, today: str, *, facts: bool = False) -> Whole:
    """Return everything about a record, with its figures; `facts` works out every fact of its workflow."""
    record = the_record(view, reference)
    workflow = view.workflow(record)
    offices = frozenset(view.model_of(record).offices)
    confers = conferred(workflow, record, view.root, offices).values()
    holds = [h for h in view.offices_of(reference) if not h.until or h.until >= today]
    of_it = [h for h in offices_in(view.connection, reference) if h.on(today)]
    return Whole(
        kind=record.kind,
        title=workflow.title,
        reference=reference,
        name=names_of(view, [record]).get(reference, ""),
        state=record.state,
        state_title=workflow.states[record.state].title,
        since=record.entered,
        days=(date.fromisoformat(today) - date.fromisoformat(record.entered)).days,
        seq=record.seq,
        fields=shown(view, workflow, record.fields),
        confers=_held(view, confers),
        holds=_held(view, holds),
        held_of_it=_held(view, of_it),
        breaches=breaches_of(view, record, today),
        exceptions=exceptions(view, record, today),
        referring=_referring(view, record),
        facts=_facts(view, workflow, record, today, workflow.facts if facts else workflow.figures),
        next=tuple(_next(workflow, record)),
        due=due(view, record, today),
        owes=owes_of(view, record, today),
        attachments=attachments_of(view, reference),
        model=record.model,
    )


def _next(workflow: Workflow, record: Record) -> Iterable[Next]:
    for move in moves_from(workflow, record):
        to = destination(record, move)
        yield Next(transition=move.name, title=move.title, to_title=workflow.states[to].title)


def _held(view: BoardView, holdings: Iterable[Holding]) -> tuple[Held, ...]:
    every = list(holdings)
    known = names(view, [r for h in every for r in (h.person, h.scope)]) if every else {}
    offices = view.model.offices
    return tuple(
        Held(
            office=h.office,
            title=offices[h.office].title if h.office in offices else h.office,
            person=called(h.person, known),
            scope=called(h.scope, known),
            since=h.since,
            until=h.until,
            source=h.source,
            deputy=h.deputy,
        )
        for h in every
    )


def _facts(view: BoardView, workflow: Workflow, record: Record, today: str, wanted: Iterable[str]) -> tuple[Fact, ...]:
    scene = Scene(view, workflow, record, today)
    return tuple(
        Fact(
            name=name,
            label=workflow.facts[name].label,
            text=value_in_words(view, workflow, name, scene.value(name)),
        )
        for name in wanted
    )


def exceptions(view: BoardView, record: Record, today: str) -> tuple[Minuted, ...]:
    """Return the rules that hold only by an exception: those of its state and of the transitions that it has made.

    The first test of a guard with several is what is asked for, and a test of the record's own field is another way
    to meet it; the others are the exceptions to it.
    """
    workflow = view.workflow(record)
    made = {move.transition for move in as_called_now(view, view.moves(record.reference))}
    guards = [s.guard for s in workflow.standing if record.state in s.states]
    guards += [g for move in workflow.transitions.values() if move.name in made for g in move.guards]
    several = [guard for guard in guards if len(guard.tests) > 1]
    scene = Scene(view, workflow, record, today)
    found = (_exception(view, scene, guard) for guard in several)
    return tuple(minuted for minuted in found if minuted is not None)


def _exception(view: BoardView, scene: Scene, guard: Guard) -> Minuted | None:
    outcome = judge_guard(scene, view.model_of(scene.this), guard)
    if not outcome.applies or not outcome.held:
        return None
    held = [test for test in guard.tests if scene.holds(test)]
    if guard.tests[0] in held or any(test.fact in scene.workflow.fields for test in held):
        return None
    test = held[0]
    value = value_in_words(view, scene.workflow, test.fact, scene.value(test.fact))
    return Minuted(
        rule=guard.id,
        needed=guard.because,
        leans=basis_in_words(guard.clause, guard.basis),
        exception=f"{name_in_words(scene.workflow, test.fact)}: {value}",
    )


def _referring(view: BoardView, record: Record) -> tuple[Referring, ...]:
    every = referring(view.connection, record.reference)
    grouped = [(key, [row[2] for row in rows]) for key, rows in groupby(every, key=lambda row: row[:2])]
    known = names(view, [r for _, sources in grouped for r in sources[:MOST_REFERRING]]) if grouped else {}
    found = []
    for (kind, field), sources in grouped:
        workflow = view.model.workflows.get(kind)
        declared = workflow.fields.get(field) if workflow else None
        found.append(
            Referring(
                kind=kind,
                plural=workflow.plural if workflow else kind,
                field=field,
                label=declared.label if declared else field,
                count=len(sources),
                records=tuple(called(source, known) for source in sources[:MOST_REFERRING]),
            )
        )
    return tuple(found)
