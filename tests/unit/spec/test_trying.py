"""The table of what can be done at a stage is exact: a person or a step too many, or too few, makes the step fail."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peoplezones.spec.outcomes import can_be_done
from peoplezones.spec.specification import Leg, Specification
from peoplezones.spec.trying import COLUMNS, steps_open
from peoplezones.spec.world import World

from .conftest import ALLOTMENT


@pytest.fixture
def world(journeys: Callable[..., Path], tmp_path: Path) -> Iterator[World]:
    """A society with a plot that is proposed."""
    world = World(Specification(ALLOTMENT, journeys(), tmp_path), tmp_path / "trial.db")
    world.reach(Leg("plot", "Example end", "proposed", "until"))
    yield world
    world.close()


def rows(world: World) -> list[list[str]]:
    workflow = world.model.workflows["plot"]
    return [list(row) for row in (COLUMNS, *steps_open(world, workflow, world.reference(workflow, "Example end")))]


def test_the_exact_table_holds_in_any_order(world: World) -> None:
    found = rows(world)
    assert len(found) > 2
    can_be_done(world, "plot", "Example end", [found[0], *reversed(found[1:])])


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_any_other_table_fails_and_the_exact_one_is_printed(world: World, column: int) -> None:
    found = rows(world)
    wrong = [list(row) for row in found]
    wrong[1][column] += ", the stranger"
    with pytest.raises(AssertionError, match=r"these are:\n\| Step"):
        can_be_done(world, "plot", "Example end", wrong)


def test_a_step_too_few_fails(world: World) -> None:
    with pytest.raises(AssertionError, match="these are:"):
        can_be_done(world, "plot", "Example end", rows(world)[:-1])


def test_what_a_correction_cannot_leave_empty_is_shown(world: World) -> None:
    (correct,) = (row for row in rows(world) if row[0].startswith("Correct: "))
    assert "Name" in correct[2].split(", ")
    assert set(correct[2].split(", ")) < set(correct[0].removeprefix("Correct: ").split(", "))
