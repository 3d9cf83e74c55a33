"""Steps that set the scene: journeys walked, and days that pass."""

from __future__ import annotations

from datetime import timedelta

from .definition import RECORD, step
from .outcomes import check_stage
from .specification import Leg
from .words import day_named, kind_named, move_named, stage_named
from .world import World


@step("given", rf'{RECORD} is at "(?P<stage>[^"]+)"')
def reach_stage(world: World, kind: str, name: str, stage: str) -> None:
    """Walk the declared journey until the record is at the stage."""
    workflow = kind_named(world.model, kind)
    state = stage_named(workflow, stage)
    world.reach(Leg(workflow.name, name, state, "until"))
    check_stage(world, kind, name, stage)


@step("given", rf'{RECORD} is ready for "(?P<title>[^"]+)"')
def reach_readiness(world: World, kind: str, name: str, title: str) -> None:
    """Walk the declared journey until everything is there for a transition, and stop before it."""
    workflow = kind_named(world.model, kind)
    world.reach(Leg(workflow.name, name, move_named(workflow, title).name, "before"))


@step("given when", r"it is (?P<day>[^\"]+)")
def turn_to_day(world: World, day: str) -> None:
    """Let it be that day."""
    world.turn_to(day_named(day, world.today))


@step("given when", r"(?P<count>\d+) days? pass(?:es)?")
def let_days_pass(world: World, count: str) -> None:
    """Let so many days pass."""
    world.turn_to(world.today + timedelta(days=int(count)))
