"""Steps about operating models: a Board that works by an earlier one, adopting another, bringing records over to it."""

from __future__ import annotations

from peoplezones.queries.owes import owes_of
from peoplezones.service import Wanted

from .definition import ACTOR, RECORD, expect, step
from .words import kind_named
from .world import Rows, World


@step("given", r'a Board that works by the model "(?P<name>[^"]+)"')
def works_by(world: World, name: str) -> None:
    """Let the Board be one that works by another model; its journeys are those of that model."""
    world.begin_under(name)


@step("when", rf'{ACTOR} adopts the model "(?P<name>[^"]+)"')
def adopt(world: World, actor: str, name: str) -> None:
    """Ask to put another model in force."""
    person = world.person(actor)
    world.adopt(name, actor=person, entered_by=person, on=world.today.isoformat())


@step("when", rf"{ACTOR} migrates (?:everything|{RECORD})")
def migrate(world: World, actor: str, kind: str | None, name: str | None) -> None:
    """Ask to bring a record, or all of them, over to the model in force."""
    records = (world.reference(kind_named(world.model, kind), name),) if kind and name else ()
    person, day = world.person(actor), world.today.isoformat()
    world.migrate(Wanted(records=records, everything=not records, actor=person, entered_by=person, on=day))


@step("then", rf"{RECORD} still owes")
def still_owes(world: World, kind: str, name: str, datatable: Rows) -> None:
    """Check that the model still asks exactly these things of a record that was brought over to it."""
    found = _owed(world, kind, name)
    expect(found == [row[0] for row in datatable], f'the {kind} "{name}" owes: {"; ".join(found) or "nothing"}')


@step("then", rf"{RECORD} owes nothing(?: more)?")
def owes_nothing(world: World, kind: str, name: str) -> None:
    """Check that the model asks nothing more of a record."""
    found = _owed(world, kind, name)
    expect(not found, f'the {kind} "{name}" still owes: {"; ".join(found)}')


def _owed(world: World, kind: str, name: str) -> list[str]:
    reference = world.reference(kind_named(world.model, kind), name)
    with world.board.view() as view:
        return [owing.needed for owing in owes_of(view, world.record(view, reference), world.today.isoformat())]
