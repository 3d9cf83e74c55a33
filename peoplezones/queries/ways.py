"""How a transition stands for a record: where it leads, what it asks, what it needs, who may make it."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from peoplezones.domain.errors import UnknownName
from peoplezones.domain.facts import Scene
from peoplezones.domain.overlay import overlaid
from peoplezones.domain.record import Record, Request, Value
from peoplezones.domain.rules import entered, judge_guard
from peoplezones.domain.verdict import moved
from peoplezones.domain.wording import all_in_words, basis_in_words
from peoplezones.domain.workflow import PREVIOUS, SAME, Field, Transition, Workflow
from peoplezones.store.view import BoardView

from .needs import Need, command, need_of
from .people import Actor, actors


class Ask(Value, frozen=True):
    """A field that a transition asks for (or takes, where not `required`)."""

    name: str
    option: str
    label: str
    type: str
    required: bool
    help: str = ""
    many: bool = False
    to: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


class Way(Value, frozen=True):
    """A transition as it stands for one record: where it leads, who may make it, what it asks and what it needs."""

    transition: str
    title: str
    command: str
    to: str
    to_title: str
    who: str
    leans: str
    actors: tuple[Actor, ...] = ()
    barred: tuple[Actor, ...] = ()
    asks: tuple[Ask, ...] = ()
    needs: tuple[Need, ...] = ()
    help: str = ""
    now: bool = True

    @property
    def unmet(self) -> tuple[Need, ...]:
        """The rules that do not hold and do not wait for what is given."""
        return tuple(need for need in self.needs if not need.held and not need.later)


def asks_of(workflow: Workflow, move: Transition) -> tuple[Ask, ...]:
    """Return what a transition asks for, then what it takes."""
    asked = [ask_of(workflow.fields[name], required=True) for name in move.asks]
    return (*asked, *(ask_of(workflow.fields[name], required=False) for name in move.takes))


def ask_of(field: Field, *, required: bool) -> Ask:
    """Return how a field is asked for."""
    return Ask(
        name=field.name,
        option=f"--{field.name.replace('_', '-')}",
        label=field.label,
        type=field.type,
        required=required,
        help=field.help,
        many=field.many,
        to=field.to,
        choices=tuple(choice.name for choice in field.choices),
    )


def the_record(view: BoardView, reference: str) -> Record:
    """Return a record that must be there. Raises UnknownName."""
    record = view.record(reference)
    if record is None:
        raise UnknownName(f"there is no record {reference}")
    return record


def moves_from(workflow: Workflow, record: Record) -> list[Transition]:
    """Return the transitions that lead anywhere from where the record is."""
    return [
        move
        for move in workflow.transitions.values()
        if record.state in move.sources and (move.to != PREVIOUS or record.previous)
    ]


def destination(record: Record, move: Transition) -> str:
    """Return the state that a transition leads to from where the record is, or "" for `previous` with none."""
    return {SAME: record.state, PREVIOUS: record.previous}.get(move.to, move.to)


def way_of(
    view: BoardView,
    record: Record,
    move: Transition,
    today: str,
    *,
    at: Record | None = None,
    pending: Collection[str] = (),
) -> Way:
    """Return how a transition stands for a record.

    `at` is the record as it would stand by then (for later steps of a plan); `pending` the fields that steps before
    this one ask for and that are not given yet.
    """
    workflow = view.workflow(record)
    here = at or record
    to = destination(here, move)
    scene = Scene(view, workflow, here, today)
    open_fields = {*move.asks, *(name for name in (*move.takes, *pending) if name not in record.fields)}
    return Way(
        transition=move.name,
        title=move.title,
        command=f"{command(workflow.name, move.name)} {record.reference}",
        to=to,
        to_title=workflow.states[to].title if to in workflow.states else to,
        who=all_in_words(view.model_of(record), workflow, move.by),
        leans=basis_in_words(move.clause, move.basis),
        actors=actors(view, scene, move.by),
        barred=actors(view, scene, move.not_by, ever=True),
        asks=asks_of(workflow, move),
        needs=_needs(view, here, move, to, today, open_fields),
        help=move.help,
        now=record.state in move.sources,
    )


def _needs(
    view: BoardView, here: Record, move: Transition, to: str, today: str, open_fields: set[str]
) -> tuple[Need, ...]:
    """Return the transition's guards, then the standing conditions that it comes under, as they stand."""
    workflow = view.workflow(here)
    scene = overlaid(view, workflow, _set_by(view, workflow, here, move, today), today)
    outcomes = [(judge_guard(scene, view.model_of(here), guard), guard, False) for guard in move.guards]
    beyond = overlaid(view, workflow, arrived(scene.this, move, to, today), today)
    standing = entered(workflow.standing, here.state, to)
    outcomes += [(judge_guard(beyond, view.model_of(here), s.guard), s.guard, True) for s in standing]
    return tuple(need_of(view, scene, *judged, open_fields, move.name) for judged in outcomes)


def arrived(record: Record, move: Transition, to: str, today: str) -> Record:
    """Return the record as it would stand after a transition today."""
    request = Request(kind=record.kind, transition=move.name, actor="", entered_by="", on=today, at=today)
    return moved(record, request, record.state, to)


def _set_by(view: BoardView, workflow: Workflow, record: Record, move: Transition, today: str) -> Record:
    """Return the record with what the transition sets by itself."""
    scene = Scene(view, workflow, record, today)
    values = {name: scene.operand(operand) for name, operand in move.set.items()}
    given = {name: value for name, value in values.items() if value not in (None, "", [])}
    return msgspec.structs.replace(record, fields={**record.fields, **given})
