"""What a request is answered: every reason at once, two dates, two people, and what was asked laid over the record."""

from __future__ import annotations

import json

import pytest

from peoplezones.domain.errors import InvalidValues, PeopleZonesError, UnknownName, UsageError
from peoplezones.domain.record import Decision
from peoplezones.service import Draft
from tests.engine import MODELS, Engine


def test_a_refusal_gives_every_reason(asked: Engine) -> None:
    decision = asked.ask("plot", "plant", "PL-2026-001", by="PE-003", on="2026-01-01", seen=1, actor="PE-001")
    assert [o.rule for o in decision.reasons] == [
        "not-before", "may-enter", "seen", "may-act", "must-not-act", "all-pledged", "enough-hours", "has-warden",
        "still-pledged",
    ]  # fmt: skip
    pledges = next(o for o in decision.reasons if o.rule == "all-pledged")
    assert [(f.fact, f.value) for f in pledges.findings] == [("unpledged", ["PE-002", "PE-003"])]
    assert (pledges.clause, pledges.basis, pledges.remedies[0].transition) == ("T-2", "says", "pledge")
    assert all(o.found or o.findings for o in decision.reasons)


def test_a_refusal_is_logged_and_changes_nothing_else(asked: Engine) -> None:
    assert asked.why_not("plot", "plant", "PL-2026-001", by="PE-003") == [
        "may-act", "all-pledged", "enough-hours", "has-warden", "still-pledged",
    ]  # fmt: skip
    moved, line = asked.sql("select moved, line from entry order by n desc limit 1")[0]
    assert moved == 0
    assert '"changes":{}' in line


def test_a_refused_opening_uses_no_number(society: Engine) -> None:
    assert society.why_not("post", "appoint", by="PE-003", office="warden", person="PE-003", body="SO-1") == ["may-act"]
    assert society.do("post", "appoint", office="warden", person="PE-003", body="SO-1") == "PO-003"


def test_a_transition_is_made_only_from_its_states(planted: Engine) -> None:
    assert planted.why_not("plot", "plant", "PL-2026-001", by="PE-002") == ["state"]


def test_a_final_state_is_left_by_nothing(planted: Engine) -> None:
    planted.do("plot", "give_up", "PL-2026-001", by="PE-002")
    assert planted.why_not("plot", "give_up", "PL-2026-001", by="PE-002") == ["state"]


# Two dates


def test_nothing_takes_effect_before_the_last_step_or_after_today(planted: Engine) -> None:
    assert planted.why_not("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-03") == ["not-before"]
    assert planted.why_not("plot", "rest", "PL-2026-001", by="PE-003", on="2026-03-02") == ["not-after"]
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-04")


def test_an_office_is_judged_on_the_day_of_the_act(planted: Engine) -> None:
    planted.do(
        "post", "appoint", office="warden", person="Bob", body="PL-2026-001", starts="2026-02-01", on="2026-01-05"
    )
    assert "may-act" in planted.why_not("plot", "rest", "PL-2026-001", by="PE-002", on="2026-01-31")
    planted.do("plot", "rest", "PL-2026-001", by="PE-002", on="2026-02-01")


def test_an_office_lasts_through_its_last_day(planted: Engine) -> None:
    planted.do(
        "post",
        "appoint",
        office="chair",
        person="Cy",
        body="SO-1",
        starts="2026-01-05",
        ends="2026-03-01",
        on="2026-01-05",
    )
    planted.do("plot", "give_up", "PL-2026-001", by="PE-003", on="2026-03-01")


def test_whoever_is_out_of_office_cannot_add_to_the_past_on_their_own(planted: Engine) -> None:
    planted.do("post", "end", "PO-003", on="2026-02-01")
    assert planted.why_not("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-31") == ["may-enter"]
    assert planted.why_not("plot", "rest", "PL-2026-001", by="PE-003", on="2026-02-01") == ["may-act"]
    planted.do("plot", "rest", "PL-2026-001", actor="Cy", document="letter of 31 January", on="2026-01-31")


def test_whoever_is_out_of_office_cannot_amend_or_undo_by_dating_it_back(planted: Engine) -> None:
    planted.do("post", "appoint", office="secretariat", person="Bob", body="SO-1", on="2026-01-05")
    planted.do("post", "end", "PO-001", on="2026-02-01")
    assert planted.why_not("plot", "amend", "PL-2026-001", name="South end", reason="x", on="2026-01-31") == [
        "may-enter"
    ]
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-02-01")
    planted.do("post", "end", "PO-003", by="PE-002", on="2026-02-10")
    assert planted.why_not("plot", "undo", "PL-2026-001", by="PE-003", reason="x", on="2026-02-09") == ["may-enter"]


def test_the_right_to_enter_is_judged_on_the_day_of_recording(planted: Engine) -> None:
    planted.do("post", "appoint", office="secretariat", person="Bob", body="SO-1", on="2026-01-05")
    planted.do("post", "end", "PO-001", on="2026-02-01")
    request = {"actor": "Cy", "document": "letter", "on": "2026-01-31"}
    assert planted.why_not("plot", "rest", "PL-2026-001", by="PE-001", **request) == ["may-enter"]
    planted.do("plot", "rest", "PL-2026-001", by="PE-002", **request)


# Two people


def test_nobody_enters_what_another_decided_without_office_and_document(asked: Engine) -> None:
    assert asked.why_not("pledge", "pledge", "PG-002", hours=5, actor="Cy") == ["may-enter"]
    assert asked.why_not("pledge", "pledge", "PG-002", by="PE-002", hours=5, actor="Cy", document="letter") == [
        "may-enter"
    ]
    asked.do("pledge", "pledge", "PG-002", hours=5, actor="Cy", document="letter")
    line = asked.sql("select line from entry order by n desc limit 1")[0][0]
    assert '"actor":"PE-003"' in line
    assert '"entered_by":"PE-001"' in line
    assert '"document":"hmac-sha256:' in line
    assert "letter" not in line


def test_who_must_not_act_must_not(society: Engine) -> None:
    society.do("plot", "propose", by="PE-002", name="Mine", on="2026-01-03")
    society.do("plot", "ask", "Mine", members=["Cy"], on="2026-01-03")
    assert "must-not-act" in society.why_not("plot", "plant", "Mine", by="PE-002")


def test_not_by_did_means_everybody_who_ever_did_it(trust: Engine) -> None:
    bob, cy, _ = trust.people("Bob", "Cy", "Di")
    for person in (bob, cy, "Di"):
        trust.do("post", "appoint", office="chair", person=person, body="TR-1", on="2026-01-02")
    orchard = trust.do("orchard", "plant", by=cy, name="Low", helpers=["Cy"], on="2026-01-03")
    trust.do("orchard", "tend", orchard, by=bob, on="2026-01-04")
    trust.do("orchard", "undo", orchard, reason="too early", on="2026-01-05")
    trust.do("orchard", "tend", orchard, by="PE-001", on="2026-01-06")
    trust.do("post", "appoint", office="chair", person="PE-001", body="TR-1", on="2026-01-06")
    assert trust.why_not("orchard", "sell", orchard, by=cy) == ["must-not-act"]
    assert trust.why_not("orchard", "sell", orchard, by="PE-001") == ["must-not-act"]
    trust.do("orchard", "sell", orchard, by=bob)  # what Bob did was taken back


def test_whoever_did_it_first_is_barred_though_another_did_it_since(trust: Engine) -> None:
    bob = trust.people("Bob")[0]
    trust.do("post", "appoint", office="chair", person=bob, body="TR-1", on="2026-01-02")
    orchard = trust.do("orchard", "plant", name="Low", on="2026-01-03")
    for person in (bob, "PE-001"):
        trust.do("orchard", "describe", orchard, by=person, minute="x")
    assert trust.why_not("orchard", "sell", orchard, by=bob) == ["must-not-act"]


def test_a_deputy_acts_while_named_and_not_before(planted: Engine) -> None:
    planted.do("post", "name_deputy", "PO-003", deputy="Bob", on="2026-02-01")
    assert "may-act" in planted.why_not("plot", "rest", "PL-2026-001", by="PE-002", on="2026-01-31")
    decision = planted.ask("plot", "rest", "PL-2026-001", by="PE-002", on="2026-02-01")
    assert decision.authority is not None
    assert decision.authority.deputy
    planted.do("post", "name_deputy", "PO-003", deputy="PE-001", on="2026-02-10")
    assert planted.why_not("plot", "resume", "PL-2026-001", by="PE-002", on="2026-02-10") == ["may-act"]
    planted.do("plot", "resume", "PL-2026-001", on="2026-02-10")


def test_a_deputy_stays_one_from_the_same_day_when_something_else_changes(planted: Engine) -> None:
    planted.do("post", "name_deputy", "PO-002", deputy="Cy", on="2026-02-01")
    planted.do("post", "name_deputy", "PO-002", deputy="Cy", on="2026-02-05")
    deputies = planted.sql("select person, since, until from office where deputy = 1")
    assert deputies == [("PE-003", "2026-02-01", None)]


def test_nobody_gains_a_right_by_naming_themselves_in_the_request(trust: Engine) -> None:
    bob, cy = trust.people("Bob", "Cy")
    orchard = trust.do("orchard", "plant", name="Low", on="2026-01-03")
    mine = trust.do("harvest", "weigh", orchard=orchard, grower=bob, on="2026-01-03")
    assert trust.why_not("harvest", "grow", mine, by=cy, grower=cy) == ["may-act"]
    trust.do("harvest", "grow", mine, by=bob, grower=cy)
    nobodys = trust.do("harvest", "weigh", orchard=orchard)
    assert trust.why_not("harvest", "grow", nobodys, by=cy, grower=cy) == ["may-act"]


def test_whoever_is_named_in_the_request_is_barred_like_whoever_was_named_before(trust: Engine) -> None:
    bob, cy = trust.people("Bob", "Cy")
    orchard = trust.do("orchard", "plant", name="Low", on="2026-01-03")
    harvest = trust.do("harvest", "weigh", orchard=orchard, grower=bob, on="2026-01-03")
    assert trust.why_not("harvest", "check", harvest, by=cy, grower=cy) == ["must-not-act"]
    assert trust.why_not("harvest", "check", harvest, by=bob, grower=cy) == ["must-not-act"]
    trust.do("harvest", "check", harvest, grower=cy)


# What is asked is laid over the record


def test_what_is_asked_counts_where_references_are_followed_back(trust: Engine) -> None:
    trust.do("orchard", "plant", name="Whole", on="2026-01-02")
    for name in ("A", "B"):
        trust.do("orchard", "plant", name=name, parent="Whole", on="2026-01-02")
    lone = trust.do("orchard", "plant", name="C", on="2026-01-02")
    assert trust.why_not("orchard", "tend", lone, parent="Whole", helpers=["PE-001"]) == ["lone"]
    trust.do("orchard", "tend", lone, helpers=["PE-001"])


def test_a_guard_holds_where_any_of_its_tests_does(trust: Engine) -> None:
    orchard = trust.do("orchard", "plant", name="Low", on="2026-01-02")
    assert trust.why_not("orchard", "tend", orchard) == ["worked"]
    trust.do("orchard", "describe", orchard, minute="nobody is free", on="2026-01-03")
    trust.do("orchard", "tend", orchard)


def test_a_record_does_not_lead_back_to_itself(trust: Engine) -> None:
    for name, whole in (("A", ""), ("B", "A"), ("C", "B")):
        trust.do("orchard", "plant", name=name, parent=whole, on="2026-01-02")
    decision = trust.ask("orchard", "describe", "A", parent="C")
    assert [(o.rule, o.found) for o in decision.reasons] == [
        ("acyclic", "it leads OR-2026-003 to OR-2026-002 to OR-2026-001")
    ]
    assert trust.why_not("orchard", "amend", "A", parent="A", reason="x") == ["acyclic"]


def test_a_field_that_must_be_given_under_a_condition_is_asked_for_then(trust: Engine) -> None:
    orchard = trust.do("orchard", "plant", name="Low", on="2026-01-02")
    with pytest.raises(InvalidValues) as caught:
        trust.ask("harvest", "weigh", orchard=orchard, sure="no")
    assert caught.value.problems == {"why": "must be given here (Why not)"}
    trust.do("harvest", "weigh", orchard=orchard, sure="no", why="hail")
    trust.do("harvest", "weigh", orchard=orchard, sure="yes")


# What was seen


def test_a_request_about_an_older_state_hears_what_changed(planted: Engine) -> None:
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-10", seen=3)
    decision = planted.ask("plot", "resume", "PL-2026-001", by="PE-003", seen=2)
    seen = next(o for o in decision.reasons)
    assert (seen.rule, seen.found) == ("seen", "it is at 4; since then: 'Plant' on 2026-01-04, 'Rest' on 2026-01-10")
    planted.do("plot", "resume", "PL-2026-001", by="PE-003", seen=4)


# Coming back


def test_a_suspended_record_comes_back_to_where_it_was(planted: Engine) -> None:
    for day in ("10", "20"):
        planted.do("plot", "rest", "PL-2026-001", by="PE-003", on=f"2026-01-{day}")
        planted.do("plot", "resume", "PL-2026-001", by="PE-003", on=f"2026-01-{day}")
        assert planted.state("PL-2026-001") == "planted"


# What nobody can take


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "a\x00"}, "name"),
        ({"name": "a\x07"}, "name"),
        ({"name": "\ud800"}, "name"),
        ({"name": "x" * 100_000}, "name"),
        ({"name": ""}, "name"),
        ({"name": "x", "area": str(2**53)}, "area"),
        ({"name": "x", "area": 1.5}, "area"),
        ({"name": "x", "worth": "12,50"}, "worth"),
        ({"name": "x", "planted": "2026-W05-1"}, "planted"),
        ({"name": "x", "planted": "2026-02-29"}, "planted"),
        ({"name": "x", "sort": "plum"}, "sort"),
        ({"name": "x", "organic": "perhaps"}, "organic"),
        ({"name": "x", "parent": "OR-1"}, "parent"),
        ({"name": "x", "parent": "PE-001"}, "parent"),
        ({"name": "x", "helpers": ["PE-001", "nobody"]}, "helpers"),
        ({"name": "x", "colour": "red"}, "colour"),
        ({"name": "x", "on": "2026-W05-1"}, "on"),
        ({"name": "x", "on": "2026-02-29"}, "on"),
        ({"name": "x", "document": "\x00"}, "document"),
        ({"name": "x", "document": "x" * 100_000}, "document"),
        ({"name": "x", "key": "a\nb"}, "key"),
        ({"name": "x", "key": "k" * 201}, "key"),
        ({"name": "x", "seen": 2**60}, "seen"),
        ({"name": "x", "actor": "nobody"}, "for"),
    ],
)
def test_what_cannot_be_taken_is_named_and_nothing_is_logged(
    trust: Engine, values: dict[str, object], field: str
) -> None:
    before, size = trust.tables(), trust.size()
    with pytest.raises(InvalidValues) as caught:
        trust.ask("orchard", "plant", **values)  # type: ignore[arg-type]
    assert list(caught.value.problems) == [field]
    assert len(str(caught.value)) < 500
    assert (trust.tables(), trust.size()) == (before, size)
    assert trust.do("orchard", "plant", name="x") == "OR-2026-001"


@pytest.mark.parametrize(
    ("kind", "transition", "record", "fault"),
    [
        ("orchid", "plant", "", UnknownName),
        ("orchard", "plan", "", UnknownName),
        ("orchard", "plant", "OR-1", UsageError),
        ("orchard", "tend", "", UsageError),
        ("orchard", "tend", "Nowhere", UnknownName),
        ("orchard", "tend", "\ud800", UnknownName),
        ("orchard", "tend", "PE-001", UnknownName),
    ],
)
def test_what_does_not_exist_is_said_and_nothing_is_logged(
    trust: Engine, kind: str, transition: str, record: str, fault: type[PeopleZonesError]
) -> None:
    size = trust.size()
    with pytest.raises(fault):
        trust.ask(kind, transition, record)
    assert trust.size() == size


@pytest.mark.parametrize(
    "name",
    [
        "\u05d3\u05e0\u05d9 \u05d0\u05dc",
        "\U0001f333\U0001f468\u200d\U0001f469\u200d\U0001f467",
        'O\'Brien "x" {y} %s',
        "caf\u00e9",
    ],
)
def test_names_of_every_script_are_kept_and_found(trust: Engine, name: str) -> None:
    person = trust.do("person", "register", name=name)
    orchard = trust.do("orchard", "plant", name=name, by=name)
    assert trust.field(orchard, "name") == name
    trust.do("orchard", "describe", orchard, boss=name.upper())
    assert trust.field(orchard, "boss") == person
    assert trust.board.rebuild().agrees


def test_a_refusal_tells_what_a_fact_was_compared_with(trust: Engine) -> None:
    trust.do("orchard", "plant", name="Whole")
    pears = trust.do("orchard", "plant", name="Pears", sort="pear", parent="Whole")
    (enough,) = (o for o in trust.ask("orchard", "tend", pears).reasons if o.rule == "picked-enough")
    assert [(f.fact, f.value) for f in enough.findings] == [("picked", 0), ("siblings", 1)]


def test_a_name_is_found_however_it_is_composed(trust: Engine) -> None:
    trust.do("orchard", "plant", name="Caf\u00e9")
    trust.do("orchard", "describe", "Cafe\u0301", area="0.25")
    assert trust.field("OR-2026-001", "area") == 25


def test_an_entry_that_is_too_long_is_refused_whole(trust: Engine) -> None:
    drafts = [
        Draft(kind="person", transition="register", values={"name": f"P{n}"}, entered_by="PE-001") for n in range(6_600)
    ]
    everybody = [answer.reference for answer in trust.board.batch(drafts) if isinstance(answer, Decision)]
    before, size = trust.tables(), trust.size()
    with pytest.raises(PeopleZonesError, match="bytes; the log takes 65,535"):
        trust.ask("orchard", "plant", name="Crowded", helpers=everybody)
    assert (trust.tables(), trust.size()) == (before, size)
    assert trust.do("orchard", "plant", name="Crowded") == "OR-2026-001"


def test_an_adoption_says_in_which_office_it_was_decided(society: Engine) -> None:
    society.board.adopt(MODELS / "commons", entered_by="PE-001")
    (line,) = society.sql("select line from entry where transition = 'adopt'")[0]
    authority = json.loads(line)["authority"]
    assert (authority["office"], authority["source"]) == ("secretariat", "PO-001")
    assert society.board.rebuild().agrees
