"""What each kind of fact amounts to, worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from peoplezones.domain.facts import Scene
from tests.engine import Engine


def fact(trust: Engine, orchard: str, name: str, day: str = "2026-03-01") -> Any:
    with trust.board.view() as view:
        record = view.record(orchard)
        assert record is not None
        return Scene(view, view.workflow(record), record, day).value(name)


@pytest.fixture
def orchard(trust: Engine) -> str:
    """An orchard with helpers Bob, Cy and Di, which is part of another, and four harvests."""
    trust.people("Bob", "Cy", "Di")
    trust.do("orchard", "plant", name="Whole", on="2026-01-02")
    trust.do(
        "orchard",
        "plant",
        name="Low",
        parent="Whole",
        helpers=["Bob", "Cy", "Di"],
        planted="2024-02-29",
        on="2026-01-02",
    )
    weigh(trust, "Bob", 10.5, "2026-01-03", "first", 12)
    weigh(trust, "Bob", 20, "2026-02-01", "second", "3.50")
    weigh(trust, "Cy", "0.5", "2026-02-01", "first")
    trust.do("harvest", "weigh", orchard="Low", kilos=4, on="2026-02-02")
    for reference in ("HA-001", "HA-002"):
        trust.do("harvest", "check", reference, on="2026-02-03")
    trust.do("harvest", "spoil", "HA-004", on="2026-02-03")
    return "OR-2026-002"


def weigh(trust: Engine, grower: str, kilos: Any, picked: str, grade: str, sold: Any = "") -> None:
    trust.do(
        "harvest",
        "weigh",
        orchard="Low",
        grower=grower,
        kilos=str(kilos),
        picked=picked,
        grade=grade,
        sold=sold,
        on=picked,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("picked", 2),  # HA-001, HA-002
        ("growers", 2),  # Bob, Cy; HA-004 has none and is spoilt
        ("kilos", 310),  # 10.5 + 20 + 0.5, in tenths; HA-004 is spoilt
        ("takings", 1550),  # in pence
        ("last_kilos", 5),  # two on the last day: the one opened last
        ("good_part", Fraction(1100, 31)),  # 11 of 31
        ("idle", ["PE-003", "PE-004"]),  # Cy's is not checked, Di has none
        ("grades_missing", ["windfall"]),
        ("parent_name", "Whole"),
        ("parent_sum", 0),
        ("age", 58),  # 2 January to 1 March
        ("since_planted", 731),  # 29 February 2024 to 1 March 2026
        ("siblings", 1),
        ("keepers", 0),
        ("helper_keeps", False),
        ("chairs_meet", None),
        ("helpers", ["PE-002", "PE-003", "PE-004"]),
    ],
)
def test_facts_come_out_as_by_hand(trust: Engine, orchard: str, name: str, value: Any) -> None:
    found = fact(trust, orchard, name)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("picked", 0),
        ("growers", 0),
        ("kilos", 0),
        ("last_kilos", None),
        ("good_part", None),
        ("idle", []),
        ("helpers", []),
        ("spoilt_helpers", []),
        ("grades_missing", ["first", "second", "windfall"]),
        ("parent_name", None),
        ("since_planted", None),
        ("siblings", 0),
        ("boss_keeps", False),
    ],
)
def test_facts_of_a_record_around_which_there_is_nothing(trust: Engine, name: str, value: Any) -> None:
    assert fact(trust, trust.do("orchard", "plant", name="Bare", on="2026-01-02"), name) == value


def test_a_sum_leaves_out_what_lies_in_the_future_and_keeps_what_has_no_date(trust: Engine, orchard: str) -> None:
    trust.do("harvest", "weigh", orchard="Low", sold=1, on="2026-02-10")
    assert fact(trust, orchard, "takings", "2026-01-31") == 1300
    assert fact(trust, orchard, "takings", "2026-02-01") == 1650


def test_the_latest_stays_the_latest_when_an_equal_one_is_amended(trust: Engine, orchard: str) -> None:
    trust.do("harvest", "amend", "HA-002", kilos="21", reason="misread")
    assert fact(trust, orchard, "last_kilos") == 5


def test_missing_looks_at_the_listed_records_themselves(trust: Engine, orchard: str) -> None:
    trust.do("orchard", "describe", orchard, harvests_due=["HA-001", "HA-003"], on="2026-02-10")
    assert fact(trust, orchard, "spoilt_helpers") == ["HA-003"]


def test_holders_counts_people_and_not_posts_and_leaves_out_who_is_out_of_office(trust: Engine, orchard: str) -> None:
    for person in ("Bob", "Bob", "Cy"):
        trust.do(
            "post",
            "appoint",
            office="keeper",
            person=person,
            body=orchard,
            starts="2026-02-01",
            ends="2026-02-10",
            on="2026-02-01",
        )
    trust.do("post", "name_deputy", "PO-004", deputy="Di", on="2026-02-05")
    days = {
        day: fact(trust, orchard, "keepers", f"2026-{day}") for day in ("01-31", "02-01", "02-05", "02-10", "02-11")
    }
    assert days == {"01-31": 0, "02-01": 2, "02-05": 3, "02-10": 3, "02-11": 0}
    assert fact(trust, orchard, "helper_keeps", "2026-02-01") is True


def test_holders_of_two_offices_are_those_who_hold_the_second_of_the_board_too(trust: Engine, orchard: str) -> None:
    for office, person, body, starts in (
        ("keeper", "Bob", orchard, "2026-02-01"),
        ("keeper", "Cy", orchard, "2026-02-01"),
        ("secretariat", "Bob", "TR-1", "2026-02-03"),
    ):
        trust.do("post", "appoint", office=office, person=person, body=body, starts=starts, on="2026-02-01")
    days = {day: fact(trust, orchard, "keepers_in_charge", f"2026-{day}") for day in ("02-01", "02-02", "02-03")}
    assert days == {"02-01": 0, "02-02": 0, "02-03": 1}


def test_a_fact_of_another_record_is_seen_through_a_path(trust: Engine, orchard: str) -> None:
    trust.do("harvest", "weigh", orchard="Whole", kilos="2.5", on="2026-02-10")
    trust.do("trust", "insure", "TR-1", insured=True, next_meeting="2026-05-05", patron="Bob", on="2026-02-10")
    assert fact(trust, orchard, "parent_sum") == 25
    assert fact(trust, orchard, "chairs_meet") == "2026-05-05"
    assert fact(trust, orchard, "patron_picks") == 2
