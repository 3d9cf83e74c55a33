"""Steps about the keys by which others can check the log."""

from __future__ import annotations

from peoplezones.audit.keys import keys_of
from peoplezones.audit.secret import new_secret
from peoplezones.domain.keys import LogKey, origin_of
from peoplezones.domain.public_key import ED25519

from .definition import ACTOR, DATED, ENTERED, expect, step
from .words import day_named
from .world import World


@step("when", rf"{ENTERED}{ACTOR} registers a key of the log(?P<instead> in place of the one in force)?{DATED}")
def register_key(
    world: World,
    actor: str,
    instead: str | None,
    enterer: str | None,
    document: str | None,
    on: str | None,
) -> None:
    """Ask to put a new key in force: the first, or one in the place of another."""
    keys = _keys(world)
    with world.board.view() as view:
        key = new_secret(origin_of(view.log), ED25519).public
    person = world.person(actor)
    world.register_key(
        str(key),
        keys[-1].id if instead and keys else "",
        actor=person,
        entered_by=world.person(enterer) if enterer else person,
        document=document or "",
        on=(day_named(on, world.today) if on else world.today).isoformat(),
    )


@step("then", r"the log has had (?P<count>\d+) keys?")
def has_had_keys(world: World, count: str) -> None:
    """Check how many keys were put in force, each in the place of the one before it."""
    keys = _keys(world)
    expect(len(keys) == int(count), f"the log has had {len(keys)}: {', '.join(key.id for key in keys) or 'none'}")


def _keys(world: World) -> tuple[LogKey, ...]:
    with world.board.view() as view:
        return keys_of(view.connection)
