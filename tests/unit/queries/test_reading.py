"""What the read side says about a Board."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from peoplezones.app import Board
from peoplezones.domain.errors import UnknownName, UsageError
from peoplezones.domain.values import ERASED
from peoplezones.queries.completing import suggestions
from peoplezones.queries.explain import as_json, decision_names, explain
from peoplezones.queries.history import history, log
from peoplezones.queries.listing import listing
from peoplezones.queries.naming import names
from peoplezones.queries.records import show
from peoplezones.queries.status import status
from peoplezones.queries.why import plan, why
from peoplezones.store.database import writing
from peoplezones.store.tables import personal

TODAY = "2026-03-02"


def test_names_are_personal_values_or_erased(board: Board) -> None:
    with board.view() as view:
        assert names(view, ["PE-001", "PE-002", "SO-1", "XX-9"]) == {
            "PE-001": "Sam Sample",
            "PE-002": "Charlie Chair",
            "SO-1": "Prevention Board",
        }
    with writing(board.engine) as connection:
        connection.execute(personal.delete().where(personal.c.record == "PE-002"))
    with board.view() as view:
        assert names(view, ["PE-002"]) == {"PE-002": ERASED}


def test_a_list_gives_stage_age_and_the_fields_that_the_workflow_lists(board: Board, asked: str) -> None:
    with board.view() as view:
        (row,) = listing(view, "plot", "2026-03-12").rows
    assert (row.reference, row.state_title, row.days) == (asked, "Pledges asked for", 10)
    assert [(field.label, field.text) for field in row.fields] == [("Name", "Long Row")]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"name": "long"}, 1),
        ({"name": "short"}, 0),
        ({"rent": "12.50"}, 1),
        ({"rent": "12.51"}, 0),
        ({"members": "noa member"}, 1),
        ({"members": "PE-002"}, 0),
    ],
)
def test_a_list_is_narrowed_by_what_fields_hold(board: Board, asked: str, filters: dict[str, str], found: int) -> None:
    with board.view() as view:
        assert [row.reference for row in listing(view, "plot", TODAY, filters=filters).rows] == [asked] * found


def test_personal_names_can_be_searched(board: Board) -> None:
    with board.view() as view:
        found = listing(view, "person", TODAY, filters={"name": "MEMBER"})
        assert [row.name for row in found.rows] == ["Mia Member", "Noa Member"]


def test_a_stage_that_is_not_there_is_named_with_the_nearest(board: Board) -> None:
    with board.view() as view:
        assert [row.reference for row in listing(view, "post", TODAY, state="held").rows] == ["PO-001", "PO-002"]
        with pytest.raises(UnknownName, match="did you mean 'planted'"):
            listing(view, "plot", TODAY, state="plantid")
        with pytest.raises(UsageError, match="--rent: 'x' is not a number"):
            listing(view, "plot", TODAY, filters={"rent": "x"})


def test_show_tells_fields_offices_referrers_and_what_comes_next(board: Board, planted: str) -> None:
    with board.view() as view:
        found = show(view, planted, TODAY, facts=True)
        post = show(view, "PO-003", TODAY)
        person = show(view, "PE-003", TODAY)
    texts = {field.name: field.text for field in found.fields}
    assert texts["rent"] == "£12.50"
    assert texts["members"] == "PE-003 (Mia Member), PE-004 (Noa Member)"
    assert [(held.title, held.person) for held in found.held_of_it] == [("Warden", "PE-003 (Mia Member)")]
    assert [(group.kind, group.field, group.count) for group in found.referring] == [
        ("pledge", "plot", 2),
        ("post", "body", 1),
    ]
    assert {fact.name: fact.text for fact in found.facts} == {"unpledged": "none", "wardens": "1", "hours": "12"}
    assert [way.transition for way in found.next] == ["rest", "give_up"]
    assert [(held.office, held.scope, held.until) for held in post.confers] == [
        ("warden", f"{planted} (Long Row)", "2026-06-30")
    ]
    assert [held.office for held in person.holds] == ["warden"]


def test_a_record_that_is_not_there_is_said_to_be_missing(board: Board) -> None:
    with board.view() as view, pytest.raises(UnknownName):
        show(view, "PL-2026-099", TODAY)


def test_history_tells_refusals_too_in_words(board: Board, asked: str) -> None:
    board.request("plot", "plant", asked, entered_by="PE-002")
    with board.view() as view:
        lines = history(view, asked)
    assert [(line.title, line.moved) for line in lines] == [
        ("Propose", True),
        ("Ask for pledges", True),
        ("Plant", False),
    ]
    assert lines[1].opened == ("PG-001", "PG-002")
    assert lines[1].office == "Secretariat"
    assert lines[2].refused[0] == "everybody asked has pledged (T-2)"


def test_a_name_that_was_erased_stays_erased_in_the_history(board: Board) -> None:
    with writing(board.engine) as connection:
        connection.execute(personal.delete().where(personal.c.record == "PE-004"))
    with board.view() as view:
        (line,) = history(view, "PE-004")
    assert [field.text for field in line.values] == [ERASED]


def test_the_log_is_narrowed_by_day_kind_person_and_number(board: Board, asked: str) -> None:
    with board.view() as view:
        assert {line.kind for line in log(view, kind="plot")} == {"plot"}
        assert [line.reference for line in log(view, by="PE-003")] == [asked]
        assert log(view, since="2026-03-03") == ()
        assert [line.n for line in log(view, limit=2)] == [view.size - 1, view.size]


def test_why_tells_rules_people_and_remedies(board: Board, asked: str) -> None:
    with board.view() as view:
        way = next(way for way in why(view, asked, TODAY).ways if way.transition == "plant")
    assert [actor.name for actor in way.actors] == ["Charlie Chair"]
    assert [actor.name for actor in way.barred] == ["Mia Member"]
    needs = {need.rule: need for need in way.needs}
    assert needs["all-pledged"].found == "people who have not pledged: PE-003 (Mia Member), PE-004 (Noa Member)"
    assert "peoplezones pledge pledge" in [step.command for step in needs["all-pledged"].steps]
    assert needs["has-warden"].standing
    assert [need.rule for need in way.unmet] == ["all-pledged", "enough-hours", "has-warden", "still-pledged"]


def test_why_puts_the_way_to_the_goal_first_and_asks_for_its_fields(board: Board) -> None:
    plot = board.request("plot", "propose", values={"name": "Short Row"}, entered_by="PE-003").reference
    with board.view() as view:
        first = why(view, plot, TODAY).ways[0]
    assert first.transition == "ask"
    assert [(ask.option, ask.required, ask.many) for ask in first.asks] == [("--members", True, True)]


def test_why_of_a_transition_that_is_not_possible_yet_says_where_it_is_made(board: Board, asked: str) -> None:
    with board.view() as view:
        (way,) = why(view, asked, TODAY, "rest").ways
        assert not way.now
        assert way.needs[0].needed == "'Rest' is made at 'Planted'"
        assert way.needs[0].steps[0].transition == "plant"
        with pytest.raises(UnknownName, match="did you mean 'plant'"):
            why(view, asked, TODAY, "plamt")


def test_a_plan_goes_the_shortest_way_to_the_goal(board: Board) -> None:
    plot = board.request("plot", "propose", values={"name": "Short Row"}, entered_by="PE-003").reference
    with board.view() as view:
        found = plan(view, plot, TODAY)
    assert [step.transition for step in found.steps] == ["ask", "plant"]
    later = {need.rule: need.later for need in found.steps[1].needs}
    assert later == {"all-pledged": True, "enough-hours": False, "has-warden": False, "still-pledged": True}


def test_a_plan_of_what_is_there_or_cannot_be_has_no_steps(board: Board, planted: str) -> None:
    with board.view() as view:
        assert plan(view, planted, TODAY).reached
    board.request("plot", "give_up", planted, entered_by="PE-002")
    with board.view() as view:
        found = plan(view, planted, TODAY)
    assert (found.reached, found.possible, found.steps) == (False, False, ())


def test_status_gives_stages_and_what_each_waits_for(board: Board, asked: str) -> None:
    with board.view() as view:
        found = status(view, TODAY)
    (stage,) = found.stages
    assert (stage.title, stage.count) == ("Pledges asked for", 1)
    (waiting,) = stage.records
    assert (waiting.reference, waiting.next, waiting.who) == (asked, "Plant", "Chair")
    assert waiting.unmet[0] == "everybody asked has pledged"
    assert found.overdue == ()


def test_status_gives_what_is_overdue_of_main_and_watched_kinds(board: Board, asked: str) -> None:
    with board.view() as view:
        found = status(view, "2026-03-20")
    assert [(item.reference, item.due.day, item.due.days_over) for item in found.overdue] == [
        ("PG-001", "2026-03-16", 4),
        ("PG-002", "2026-03-16", 4),
        (asked, "2026-03-16", 4),
    ]
    assert [actor.name for actor in found.overdue[0].actors] == ["Mia Member"]


def test_a_breach_that_was_logged_is_shown_with_who_must_act(board: Board, planted: str) -> None:
    assert board.request("pledge", "withdraw", "PG-002", entered_by="PE-004").moved
    with board.view() as view:
        (breach,) = status(view, TODAY).breaches
    assert (breach.record, breach.condition, breach.since) == (planted, "still-pledged", TODAY)
    assert breach.entry > 0
    assert [actor.name for actor in breach.actors] == ["Mia Member"]
    assert "PE-004 (Noa Member)" in breach.found


def test_a_breach_that_time_alone_made_is_shown_since_its_first_day(board: Board, planted: str) -> None:
    with board.view() as view:
        assert status(view, "2026-06-30").breaches == ()
        (breach,) = status(view, "2026-07-10").breaches
    assert (breach.record, breach.condition, breach.since, breach.entry) == (planted, "has-warden", "2026-07-01", 0)


def test_a_refusal_is_explained_with_every_reason_and_command(board: Board, asked: str) -> None:
    decision = board.request("plot", "plant", asked, entered_by="PE-003")
    with board.view() as view:
        lines = explain(view.model, decision, decision_names(view, decision))
        plain: dict[str, Any] = as_json(view.model, decision, decision_names(view, decision))
    text = "\n".join(lines)
    assert lines[0].startswith(f"Refused: 'Plant' for {asked} (Long Row), for 6 reasons.")
    assert "PE-003 (Mia Member) held no such office on 2026-03-02" in text
    assert "all-pledged (T-2: commitment before planting)" in text
    assert "peoplezones pledge pledge ('Pledge')" in text
    assert json.loads(json.dumps(plain))["names"][asked] == "Long Row"
    assert not plain["moved"]


def test_a_move_is_explained_with_where_the_record_is_now(board: Board) -> None:
    decision = board.request("plot", "propose", values={"name": "Short Row"}, entered_by="PE-003")
    with board.view() as view:
        (line,) = explain(view.model, decision, decision_names(view, decision))
    assert (
        line
        == f"Done: 'Propose'. {decision.reference} (Short Row) is now at 'Proposed' (entry {decision.entry}, {TODAY})."
    )


def test_completion_prefers_references_and_falls_back_on_names(board: Board) -> None:
    with board.view() as view:
        assert suggestions(view, ["person"], "pe-00")[0] == ("PE-001", "Sam Sample")
        assert suggestions(view, ["person"], "mia") == [
            ("PE-003", "Mia Member")
        ]  # a name of two words is two to a shell
        assert suggestions(view, ["person"], "zz") == []


def test_every_answer_is_plain_data(board: Board, planted: str) -> None:
    with board.view() as view:
        for answer in (
            status(view, TODAY),
            show(view, planted, TODAY, facts=True),
            why(view, planted, TODAY),
            log(view),
        ):
            assert msgspec.json.encode(msgspec.to_builtins(answer, enc_hook=str))
