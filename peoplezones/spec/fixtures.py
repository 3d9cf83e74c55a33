"""The steps for pytest-bdd: features are tried on a real Board, begun anew for each scenario.

A Board that keeps its own model, journeys and features overrides the fixtures `model_folder` and `journey_folder` in
its conftest.py and collects its features with `pytest_bdd.scenarios`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_bdd import parsers
from pytest_bdd import step as bind
from pytest_bdd.parser import Scenario

from peoplezones.operating_model.shipped import shipped

from .run import scenario_id
from .specification import Boards, Specification
from .vocabulary import DEFINITIONS
from .world import World

_CLAUSE = re.compile(r"[A-Z]{1,3}-\d+(\.\d+)*", re.ASCII)
_WORLD = pytest.StashKey[World | None]()

for _definition in DEFINITIONS:
    for _keyword in _definition.keywords:
        bind(parsers.re(_definition.pattern.pattern), _keyword)(_definition.act)  # type: ignore[arg-type]


def pytest_configure(config: pytest.Config) -> None:
    """Register the one mark that the tags of features become."""
    config.addinivalue_line("markers", "clause(id): the clause of the papers that a scenario is about")


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_apply_tag(tag: str, function: Callable[..., object]) -> object:
    """Turn a tag that looks like a clause (`@B-3.3`) into the mark `clause`; others are nobody's business here."""
    return pytest.mark.clause(tag)(function) if _CLAUSE.fullmatch(tag) else None


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """The folder of the operating model that features are tried on."""
    return shipped("workflows") / "revised"


@pytest.fixture(scope="session")
def journey_folder() -> Path:
    """The folder of the journeys that features walk."""
    return shipped("features") / "journeys"


@pytest.fixture(scope="session")
def boards() -> Boards:
    """How the Boards of scenarios are kept: in files."""
    return Boards()


@pytest.fixture(scope="session")
def specification(
    model_folder: Path, journey_folder: Path, boards: Boards, tmp_path_factory: pytest.TempPathFactory
) -> Specification:
    """What all scenarios share: the model, the journeys, and what has been seen of each rule."""
    return Specification(model_folder, journey_folder, tmp_path_factory.mktemp("boards"), boards=boards)


@pytest.fixture
def world(request: pytest.FixtureRequest, specification: Specification) -> Iterator[World]:
    """The Board of one scenario."""
    world = request.node.stash[_WORLD] = World(specification, specification.room / "scenario.db")
    yield world
    world.close()


def pytest_bdd_step_error(request: pytest.FixtureRequest) -> None:
    """Note that the scenario failed, so that what it has shown does not count."""
    request.node.stash[_WORLD] = None


def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest) -> None:
    """Note that the scenario has a step that nobody defined, so that what it has shown does not count."""
    request.node.stash[_WORLD] = None


def pytest_bdd_after_scenario(request: pytest.FixtureRequest, scenario: Scenario) -> None:
    """Keep what a scenario has shown, unless a step of it failed."""
    world = request.node.stash.get(_WORLD, None)
    if world is not None:
        world.all_heard()
        world.specification.seen[scenario_id(scenario)] = frozenset(world.seen)
