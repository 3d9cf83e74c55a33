"""Simulations: the same seed gives the same, nothing is wrong on the shipped model, and the checks see mistakes."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from peoplezones.domain.record import Decision
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.simulation.run import simulate
from peoplezones.spec.simulation.setting import Setting
from peoplezones.spec.simulation.stages import by_stage, observed
from peoplezones.spec.simulation.watch import Watch
from tests.engine import Engine

SMALL = Setting(
    model_folder=shipped("workflows") / "revised",
    journey_folder=shipped("features") / "journeys",
    records=2,
    people=4,
    days=500,
    whims=85,
)


@pytest.mark.sqlite
def test_people_get_somewhere_and_nothing_is_wrong() -> None:
    for seed in range(22, 30):
        outcome = simulate(dataclasses.replace(SMALL, seed=seed))
        assert outcome.wrong == ()
        assert outcome.moved > 80
        assert outcome.refused > 50
        assert outcome.finished > 0
        assert outcome.conditions_looked_at > outcome.moved
        held = [held.times for held in outcome.held]
        assert held == sorted(held, reverse=True)
        assert sum(held) >= outcome.refused
        assert any(stage.left and stage.longest >= stage.median > 0 for stage in outcome.stages)
        if outcome.breaches:
            return  # conditions did break: looking at them was not in vain
    raise AssertionError("no standing condition was ever broken")


@pytest.mark.sqlite
def test_the_same_seed_gives_the_same_in_any_process_and_another_seed_something_else() -> None:
    first, again, other = (_in_a_process(seed, hashing) for seed, hashing in ((3, "1"), (3, "2"), (4, "1")))
    assert first == again
    assert first["requests"] != other["requests"] or first["stages"] != other["stages"]


def _in_a_process(seed: int, hashing: str) -> dict[str, object]:
    command = ["model", "simulate", "--json", "--zones", "1", "--days", "300", "--seed", str(seed)]
    run = subprocess.run(
        [sys.executable, "-m", "peoplezones", *command],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={"PYTHONHASHSEED": hashing, "PATH": "", "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    found: dict[str, object] = json.loads(run.stdout)
    return found


def _change(engine: Engine, statement: str, *values: str) -> None:
    """Write past everything that is ours, as nobody should."""
    engine.sql(statement, *values)
    engine.board.close()
    engine.board = type(engine.board).open(engine.address, clock=engine.clock)


def test_a_condition_that_is_broken_and_not_noted_is_seen(planted: Engine) -> None:
    watch = Watch(planted.board)
    assert watch.look("2026-01-10") == []
    planted.do("pledge", "withdraw", "PG-001", by="PE-002", on="2026-02-01")
    assert Watch(planted.board).look("2026-03-01") == []
    _change(planted, "delete from breach")
    assert Watch(planted.board).look("2026-03-01") == [
        "PL-2026-001 at 'Planted': 'still-pledged' does not hold, and no breach is noted"
    ]


def test_a_breach_that_is_noted_although_all_is_well_is_seen(planted: Engine) -> None:
    _change(planted, "insert into breach values ('PL-2026-001', 'has-warden', '2026-02-01', 5, null, null, '{}')")
    assert Watch(planted.board).look("2026-03-01") == [
        "PL-2026-001 at 'Planted': 'has-warden' holds, and a breach is noted"
    ]


def test_what_only_the_passing_of_days_has_broken_is_no_mistake(planted: Engine) -> None:
    planted.clock.set("2026-01-20")
    planted.do("post", "appoint", office="warden", person="Bob", body="PL-2026-001", ends="2026-02-10", on="2026-01-10")
    planted.do("post", "end", "PO-003", on="2026-01-20")
    watch = Watch(planted.board)
    assert watch.look("2026-01-20") == []
    assert watch.look("2026-02-20") == []
    assert watch.look("2026-03-01") == []


def _moved(engine: Engine, transition: str, to: str, *rules: str) -> Decision:
    """Return the decision on a plot as it would be if these rules alone had been asked."""
    engine.do("plot", "amend", "PL-2026-001", rent="3", reason="x")
    decision = engine.ask("plot", "amend", "PL-2026-001", rent="4", reason="x")
    kept = tuple(msgspec.structs.replace(decision.outcomes[0], rule=rule) for rule in rules)
    return msgspec.structs.replace(decision, transition=transition, source="asked", to=to, outcomes=kept)


def test_promises_that_are_not_kept_are_seen(planted: Engine) -> None:
    whole = _moved(planted, "plant", "planted", "all-pledged")
    assert Watch(planted.board).look("2026-03-01", whole) == []
    unguarded = _moved(planted, "plant", "planted", "enough-hours")
    assert Watch(planted.board).look("2026-03-01", unguarded) == [
        "PL-2026-001 came to 'Planted' without 'all-pledged' (promise 'gate')"
    ]


def test_a_stage_that_was_left_out_is_seen(asked: Engine) -> None:
    asked.do("plot", "propose", name="South end", by="PE-003", on="2026-01-02")
    decision = asked.ask("plot", "amend", "PL-2026-002", rent="3", reason="x")
    _change(asked, "update record set state = 'planted' where reference = 'PL-2026-002'")
    assert "PL-2026-002 is at 'Planted' and never was at 'Pledges asked for' (promise 'order')" in Watch(
        asked.board
    ).look("2026-03-01", decision)


def test_time_at_each_stage_is_what_the_histories_show(planted: Engine) -> None:
    found = {(stage.kind, stage.state): stage for stage in by_stage(planted.board, "2026-03-05")}
    asked_for, now = found["plot", "asked"], found["plot", "planted"]
    assert (asked_for.left, asked_for.median, asked_for.longest, asked_for.there) == (1, 2, 2, 0)
    assert (now.left, now.there, now.waiting) == (0, 1, 60)
    assert observed(planted.board)["plot", "asked"] == (2,)
