"""Steps in which people ask for something: to open a record, to move one, to take a step back, to correct."""

from __future__ import annotations

from .definition import ACTOR, DATED, ENTERED, RECORD, step
from .outcomes import it_is_done
from .words import day_named, kind_named, move_named, opening_named
from .world import Rows, World


@step("given", rf'{ENTERED}{ACTOR} has been able to "(?P<title>[^"]+)"(?: for {RECORD})?{DATED}')
def was_done(
    world: World,
    actor: str,
    title: str,
    kind: str | None,
    name: str | None,
    enterer: str | None,
    document: str | None,
    on: str | None,
    datatable: Rows = (),
) -> None:
    """Make a request that must be granted."""
    ask(world, actor, title, kind, name, enterer, document, on, datatable)
    it_is_done(world)


@step("when", rf'{ENTERED}{ACTOR} asks to "(?P<title>[^"]+)"(?: for {RECORD})?{DATED}')
def ask(
    world: World,
    actor: str,
    title: str,
    kind: str | None,
    name: str | None,
    enterer: str | None,
    document: str | None,
    on: str | None,
    datatable: Rows = (),
) -> None:
    """Make a request: of a record, or to open one. `Then` says how it was answered."""
    if kind and name:
        workflow = kind_named(world.model, kind)
        move, reference = move_named(workflow, title), world.reference(workflow, name)
    else:
        (workflow, move), reference = opening_named(world.model, title), ""
    world.ask(
        workflow.name,
        move.name,
        reference,
        datatable,
        actor=world.person(actor),
        entered_by=world.person(enterer or actor),
        document=document or "",
        on=(day_named(on, world.today) if on else world.today).isoformat(),
    )


@step("when", rf'{ACTOR} asks to take back the last step of {RECORD} because "(?P<reason>[^"]+)"')
def ask_to_undo(world: World, actor: str, kind: str, name: str, reason: str) -> None:
    """Ask to take back what the record did last."""
    workflow = kind_named(world.model, kind)
    world.ask(workflow.name, "undo", world.reference(workflow, name), entered_by=world.person(actor), reason=reason)


@step("when", rf'{ACTOR} asks to correct {RECORD} because "(?P<reason>[^"]+)"')
def ask_to_amend(world: World, actor: str, kind: str, name: str, reason: str, datatable: Rows) -> None:
    """Ask to correct what is on record."""
    workflow = kind_named(world.model, kind)
    reference = world.reference(workflow, name)
    world.ask(workflow.name, "amend", reference, datatable, entered_by=world.person(actor), reason=reason)


@step("given when then", r'(?:this|it) is known as "(?P<alias>[^"]+)"')
def name_it(world: World, alias: str) -> None:
    """Give what was opened or moved last a name for the rest of the scenario."""
    world.name_it(alias)


@step("given", rf'{ACTOR} has been able to correct {RECORD} because "(?P<reason>[^"]+)"')
def was_amended(world: World, actor: str, kind: str, name: str, reason: str, datatable: Rows) -> None:
    """Make a correction that must be granted."""
    ask_to_amend(world, actor, kind, name, reason, datatable)
    it_is_done(world)
