"""Every deadline of a club that has every sort of them: who hears, what comes next, to whom it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.queries.deadlines import Agenda, Deadline, agenda, deadlines
from peoplezones.queries.due import bank_holidays, holidays_unknown, working_days_after
from peoplezones.queries.status import status
from tests.engine import Engine

POST, SHOP = "ER-2026-001", "ER-2026-002"


@pytest.fixture
def club(tmp_path: Path) -> Iterator[Engine]:
    """A club on 2 March 2026: PE-002 is in the chair with PE-003 as deputy, PE-004 runs both errands."""
    engine = Engine(tmp_path / "club.db", "errands", "2026-03-02")
    for name in ("Bo Example", "Cy Example", "Di Example"):
        engine.do("person", "register", name=name)
    engine.do("post", "appoint", office="chair", person="PE-002", body="CL-1", deputy="PE-003")
    engine.do("errand", "ask", name="Post", day="2026-03-20", helper="PE-003")
    engine.do("errand", "ask", name="Shop", after=POST)
    for errand in (POST, SHOP):
        engine.do("post", "appoint", office="runner", person="PE-004", body=errand)
    yield engine
    engine.board.close()


def look(club: Engine, today: str, until: str = "", person: str = "") -> Agenda:
    with club.board.view() as view:
        return agenda(view, today, until=until, person=person)


def the_deadline(club: Engine, reference: str, today: str = "2026-03-02") -> Deadline:
    with club.board.view() as view:
        return next(item for item in deadlines(view, today) if item.reference == reference)


@pytest.mark.parametrize(
    ("move", "day", "words"),
    [
        ("", "2026-03-05", "3 working days after it came to this stage"),
        ("agree", "2026-03-20", "the date set for it"),
        ("wait", "2026-03-30", "the Board's next meeting"),
        ("keep", "2026-04-01", "something is expected every 30 days"),
    ],
)
def test_each_sort_of_deadline_has_its_day_and_says_where_that_comes_from(
    club: Engine, move: str, day: str, words: str
) -> None:
    club.do("club", "call", "CL-1", next_meeting="2026-03-30")
    if move:
        club.do("errand", move, POST)
    found = the_deadline(club, POST)
    assert (found.due.day, found.due.words) == (day, words)
    assert found.kind_title == "Errand"
    assert found.name == "Post"


def test_a_date_is_found_along_a_path_and_moves_with_the_record_that_has_it(club: Engine) -> None:
    club.do("errand", "follow", SHOP)
    assert the_deadline(club, SHOP).due.day == "2026-03-20"
    club.do("errand", "amend", POST, day="2026-03-25", reason="slip")
    assert the_deadline(club, SHOP).due.day == "2026-03-25"


def test_what_waits_for_a_meeting_without_a_date_comes_last_however_far_one_looks(club: Engine) -> None:
    club.do("errand", "wait", POST)
    found = look(club, "2026-03-02", until="2026-03-03")
    assert (found.overdue, found.coming) == ((), ())
    assert [(item.reference, item.due.day, item.due.words) for item in found.undated] == [
        (POST, "", "the Board's next meeting, which has no date yet")
    ]
    with club.board.view() as view:
        assert [item.reference for item in deadlines(view, "2026-03-02")] == [SHOP, POST]


def test_what_is_further_ahead_than_one_looks_is_left_out_and_what_is_overdue_is_not(club: Engine) -> None:
    club.do("errand", "agree", POST)
    found = look(club, "2026-03-10", until="2026-03-19")
    assert [(item.reference, item.due.days_over) for item in found.overdue] == [(SHOP, 5)]
    assert found.coming == ()
    found = look(club, "2026-03-10", until="2026-03-20")
    assert [(item.reference, item.due.days_left) for item in found.coming] == [(POST, 10)]


def test_those_who_hear_and_those_who_may_make_the_next_step_are_named(club: Engine) -> None:
    club.do("errand", "agree", POST)
    found = the_deadline(club, POST)
    assert [actor.name for actor in found.actors] == ["Cy Example"]
    assert found.next is not None
    assert found.next.command == f"peoplezones errand finish {POST}"
    assert {actor.name for actor in found.next_actors} == {"Cy Example", "Ann Example"}


def test_what_is_overdue_goes_to_those_whom_the_model_names_some_working_days_later(club: Engine) -> None:
    before, after = (the_deadline(club, POST, today).escalation for today in ("2026-03-11", "2026-03-12"))
    assert before is not None
    assert after is not None
    assert (before.day, before.reached, after.reached) == ("2026-03-12", False, True)
    assert (after.who, [(one.name, one.deputy) for one in after.actors]) == (
        "Chair",
        [("Bo Example", False), ("Cy Example", True)],
    )


def test_a_stage_may_name_others_or_nobody(club: Engine) -> None:
    club.do("errand", "agree", POST)
    own = the_deadline(club, POST, "2026-03-22").escalation
    assert own is not None
    assert (own.day, own.reached, [one.name for one in own.actors]) == ("2026-03-22", True, ["Di Example"])
    club.do("club", "call", "CL-1", next_meeting="2026-03-30")
    club.do("errand", "wait", SHOP)
    assert the_deadline(club, SHOP, "2026-06-01").escalation is None


@pytest.mark.parametrize(
    ("person", "today", "concerned"),
    [
        ("PE-001", "2026-03-02", [POST, SHOP]),  # the secretary hears of both
        ("PE-003", "2026-03-02", [POST]),  # may finish the one, as its helper
        ("PE-004", "2026-03-02", []),  # hears of nothing that is only asked for
        ("PE-002", "2026-03-11", []),  # not in the chair's hands yet
        ("PE-002", "2026-03-12", [POST, SHOP]),
        ("PE-003", "2026-03-12", [POST, SHOP]),  # as the chair's deputy
    ],
)
def test_what_concerns_a_person_is_what_they_hear_of_may_do_or_were_brought(
    club: Engine, person: str, today: str, concerned: list[str]
) -> None:
    found = look(club, today, person=person)
    assert [item.reference for item in (*found.overdue, *found.coming)] == concerned


def test_breaches_are_there_with_who_must_act_and_go_on_to_the_chair(club: Engine) -> None:
    club.do("errand", "keep", POST)
    club.do("post", "end", "PO-003")
    mine, theirs = (look(club, "2026-03-09", person=who).breaches for who in ("PE-001", "PE-004"))
    assert [(breach.record, breach.needed) for breach in mine] == [(POST, "somebody runs it")]
    assert theirs == ()
    escalation = mine[0].escalation
    assert escalation is not None
    assert (escalation.day, escalation.reached, escalation.who) == ("2026-03-09", True, "Chair")
    assert look(club, "2026-03-08", person="PE-002").breaches == ()
    assert look(club, "2026-03-09", person="PE-002").breaches == mine


def test_status_lists_as_overdue_what_due_does(club: Engine) -> None:
    with club.board.view() as view:
        assert status(view, "2026-03-10").overdue == agenda(view, "2026-03-10").overdue != ()


def test_a_day_beyond_the_bank_holidays_that_are_known_is_said_to_be_uncertain() -> None:
    last = max(bank_holidays())[:4]
    assert holidays_unknown(f"{last}-12-01", f"{last}-12-31") == ""
    after = int(last) + 1
    said = holidays_unknown(f"{last}-12-30", f"{after}-01-06")
    assert said == f"the bank holidays of {after} are not known here, so the day may come later than this"
    assert f"{after} to {after + 1}" in holidays_unknown(f"{after}-01-01", f"{after + 1}-01-06")


def test_an_uncertain_day_says_so_wherever_it_is_shown(club: Engine) -> None:
    after = int(max(bank_holidays())[:4]) + 1
    club.clock.set(f"{after}-06-01")
    late = club.do("errand", "ask", name="Late")
    assert str(after) in the_deadline(club, late, f"{after}-06-01").due.note
    assert the_deadline(club, POST).due.note == ""


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day.isoformat() not in bank_holidays()


@given(first=st.dates(min_value=date(2013, 1, 1), max_value=date(2026, 1, 1)), days=st.integers(1, 30))
def test_as_many_working_days_lie_between_as_were_counted(first: date, days: int) -> None:
    last = date.fromisoformat(working_days_after(first.isoformat(), days))
    between = (first + timedelta(days=more) for more in range(1, (last - first).days + 1))
    assert is_working(last)
    assert sum(map(is_working, between)) == days
