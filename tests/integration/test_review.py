"""What an auditor asks of a log is answered: each question finds what it is about, and nothing else."""

from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

import msgspec
import pytest

from peoplezones.app import Board
from peoplezones.audit.review import Asked, Finding, Review, Section, review, review_board
from peoplezones.audit.review.board import _Board, entries_of
from peoplezones.domain.errors import UsageError
from peoplezones.service import Wanted
from peoplezones.store.errors import DatabaseDamaged
from tests.databases import altered
from tests.engine import MODELS, Engine

PLOT = "PL-2026-001"
EVERYTHING = Asked()


def at(engine: Engine, moment: str) -> None:
    """Set the clock, which is UTC."""
    engine.clock.now = datetime.fromisoformat(moment).replace(tzinfo=UTC)


def looked(engine: Engine, asked: Asked = EVERYTHING) -> Review:
    with engine.board.view() as view:
        return review_board(view, asked)


def section(engine: Engine, key: str, asked: Asked = EVERYTHING) -> Section:
    return next(found for found in looked(engine, asked).sections if found.key == key)


def only(found: Section) -> Finding:
    assert found.count == 1, found
    assert found.entries == (found.findings[0].entry,)
    return found.findings[0]


def as_both(engine: Engine, person: str) -> None:
    """Make somebody chair and warden of the plot: two offices that they may act in."""
    engine.do("post", "appoint", office="warden", person=person, body=PLOT)


def test_who_acted_is_counted_by_person_and_by_capacity(planted: Engine) -> None:
    found = {person.person: person for person in looked(planted).people}
    assert list(found) == ["PE-001", "PE-002", "PE-003"]  # who did most comes first
    assert (found["PE-002"].name, found["PE-002"].moved) == ("Bob", 2)
    assert found["PE-002"].capacities == {"the person named (Person)": 1, "Chair": 1}
    assert found["PE-001"].capacities == {"Secretariat": 5, "anyone": 1}
    assert found["PE-001"].moved == 7  # with the founding, and without what that and 'Ask for pledges' opened
    refused = planted.ask("plot", "plant", PLOT, by="PE-002")
    assert refused.authority, "who had the office, though not the right moment"
    assert looked(planted).people[1].capacities == {"the person named (Person)": 1, "Chair": 1}
    assert {person.person: person.refused for person in looked(planted).people}["PE-002"] == 1


def test_how_those_who_acted_were_known_is_counted_without_what_followed_by_itself(asked: Engine) -> None:
    caused = asked.sql("select count(*) from entry where cause is not null")[0][0]
    assert caused
    assert looked(asked).how_known == {"asserted": asked.size() - caused}


def test_what_is_entered_for_another_is_told_with_the_document(society: Engine) -> None:
    decision = society.ask("person", "register", name="Dee", actor="PE-001", document="Minutes of 3 March", by="PE-001")
    assert section(society, "entered_for_others").count == 0, "nobody enters for themselves"
    decision = society.ask("post", "appoint", office="warden", person="Cy", body="SO-1", actor="PE-002",
                           document="Minutes of 3 March")  # fmt: skip
    found = only(section(society, "entered_for_others"))
    assert (found.entry, found.by, found.entered_by) == (decision.entry, "PE-002", "PE-001")
    assert found.says == "entered by PE-001 (Ann Example), from 'Minutes of 3 March'"
    people = {person.person: person for person in looked(society).people}
    assert (people["PE-001"].entered_for_others, people["PE-002"].entered_by_others) == (1, 1)


def test_a_document_that_was_erased_or_never_kept_is_said_to_be(society: Engine) -> None:
    society.do("post", "appoint", office="warden", person="Cy", body="SO-1", actor="PE-002", document="Minute 4")
    society.sql("delete from personal where field = 'document' returning n")
    assert only(section(society, "entered_for_others")).says.endswith("from a document (erased)")
    society.why_not("post", "end", "PO-001", actor="PE-002", document="Minute 5")
    told = section(society, "entered_for_others").findings[-1].says
    assert told.endswith("from a document (not kept, since it was refused)")


def test_one_person_in_two_capacities_on_one_record_is_found_once(planted: Engine) -> None:
    as_both(planted, "PE-002")
    assert section(planted, "two_capacities").count == 0
    planted.do("plot", "rest", PLOT, by="PE-002")
    planted.do("plot", "resume", PLOT, by="PE-002")
    found = only(section(planted, "two_capacities"))
    plant = planted.sql("select n from entry where transition = 'plant'")[0][0]
    assert found.others == (plant,)
    assert found.says == f"as Warden of PL-2026-001 (North end); before that 'Plant' as Chair (entry {plant})"


def test_one_person_in_two_offices_on_one_day_is_found_across_records(planted: Engine) -> None:
    as_both(planted, "PE-002")
    planted.do("plot", "propose", name="South end", on="2026-02-02")
    chaired = planted.ask("plot", "give_up", "PL-2026-002", by="PE-002", on="2026-02-02")
    kept = planted.ask("plot", "rest", PLOT, by="PE-002", on="2026-03-01")
    assert chaired.moved
    assert kept.moved
    assert section(planted, "two_offices").count == 0, "on different days"
    planted.do("plot", "propose", name="East end")
    same = planted.ask("plot", "give_up", "PL-2026-003", by="PE-002", on="2026-03-01")
    found = only(section(planted, "two_offices"))
    assert (found.entry, found.others) == (same.entry, (kept.entry,))
    assert "as Chair; on the same day as Warden of PL-2026-001 (North end) in entry" in found.says


def test_a_decision_within_minutes_of_the_step_before_it_is_found(society: Engine) -> None:
    at(society, "2026-03-02T10:00")
    proposed = society.ask("plot", "propose", name="North end", by="PE-003")
    at(society, "2026-03-02T10:05")
    asked_for = society.ask("plot", "ask", PLOT, members=["Bob"])
    found = only(section(society, "shortly_after"))
    assert (found.entry, found.others) == (asked_for.entry, (proposed.entry,))
    assert found.says == f"5 minutes after 'Propose' (entry {proposed.entry}), by PE-003 (Cy)"
    soon = section(society, "shortly_after")
    assert soon.counts == {"after_somebody_else": 1, "after_the_same_person": 0}
    assert section(society, "shortly_after", Asked(within=4)).count == 0


def test_what_took_effect_on_another_day_was_not_decided_shortly_after(society: Engine) -> None:
    at(society, "2026-03-02T10:00")
    society.do("plot", "propose", name="North end", on="2026-02-02")
    society.do("plot", "ask", PLOT, members=["Bob"], on="2026-02-20")
    assert section(society, "shortly_after").count == 0


def test_what_a_clock_that_went_back_says_is_not_shortly_after(society: Engine) -> None:
    at(society, "2026-03-02T10:05")
    society.do("plot", "propose", name="North end")
    at(society, "2026-03-02T10:00")
    society.do("plot", "ask", PLOT, members=["Bob"])
    assert section(society, "shortly_after").count == 0


def test_what_another_entry_opened_was_entered_by_nobody(society: Engine) -> None:
    at(society, "2026-03-07T10:00")  # a Saturday
    society.people("Dee")
    society.do("post", "appoint", office="secretariat", person="Dee", body="SO-1", on="2026-01-02")
    society.do("plot", "propose", name="North end", on="2026-01-02")
    decision = society.ask("plot", "ask", PLOT, members=["Bob"], actor="Dee", document="Letter", on="2026-01-03")
    assert decision.opened == ("PG-001",)
    assert only(section(society, "entered_for_others")).entry == decision.entry
    for key in ("outside_hours", "long_after"):
        found = section(society, key, Asked(by="PE-004"))
        assert found.entries == (decision.entry,), key


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        ("2026-03-07T11:00", "Saturday 2026-03-07 11:00, a weekend"),
        ("2026-12-25T11:00", "Friday 2026-12-25 11:00, a bank holiday"),
        ("2026-03-03T07:30", "Tuesday 2026-03-03 07:30, before hours"),
        ("2026-07-07T17:30", "Tuesday 2026-07-07 18:30, after hours"),  # British Summer Time
        ("2026-03-03T17:30", ""),
        ("2026-07-07T07:30", ""),
    ],
)
def test_working_hours_are_those_where_the_board_is(society: Engine, moment: str, why: str) -> None:
    at(society, moment)
    entry = society.ask("plot", "propose", name="North end").entry
    found = {one.entry: one.says for one in section(society, "outside_hours").findings}
    assert found.get(entry, "") == why


def test_other_hours_and_another_time_zone_may_be_asked_for(society: Engine) -> None:
    at(society, "2026-03-03T09:30")
    entry = society.ask("plot", "propose", name="North end").entry
    later = Asked(opens=time(10), closes=time(16))
    assert entry in section(society, "outside_hours", later).entries
    assert "(Monday to Friday 10:00 to 16:00 Europe/London" in section(society, "outside_hours", later).title
    assert entry in section(society, "outside_hours", Asked(time_zone="America/New_York")).entries
    with pytest.raises(UsageError, match="no time zone 'Nowhere/Here'"):
        looked(society, Asked(time_zone="Nowhere/Here"))


def test_what_was_recorded_long_after_it_took_effect_is_found(society: Engine) -> None:
    at(society, "2026-03-31T10:00")
    society.do("plot", "propose", name="North end", on="2026-03-17")
    late = society.ask("plot", "propose", name="South end", on="2026-03-16")
    since = Asked(since="2026-03-31")
    found = only(section(society, "long_after", since))
    assert (found.entry, found.says) == (late.entry, "recorded 2026-03-31, 15 days after it took effect")
    assert section(society, "long_after", Asked(since="2026-03-31", late=13)).count == 2


def test_a_rule_that_held_only_by_an_exception_is_found(trust: Engine) -> None:
    trust.people("Bob")
    trust.do("post", "appoint", office="chair", person="Bob", body="TR-1")
    trust.do("orchard", "plant", name="Old trees", organic="yes", helpers=["Bob"])
    tended = trust.ask("orchard", "tend", "OR-2026-001")
    found = only(section(trust, "exceptions"))
    assert found.entry == tended.entry
    (rule,) = found.rules
    assert (rule.rule, rule.needed, rule.leans) == ("safe", "the trust is insured or has a chair", "house rule T-1")
    assert rule.held_by == "chairs is at least 1"
    assert found.says == "chairs is at least 1 (safe)"


def test_what_meets_a_rule_as_it_is_meant_needs_no_exception(trust: Engine) -> None:
    trust.people("Bob")
    trust.do("post", "appoint", office="chair", person="Bob", body="TR-1")
    trust.do("trust", "insure", "TR-1", insured="yes")
    trust.do("orchard", "plant", name="Old trees", organic="yes", helpers=["Bob"])
    trust.do("orchard", "tend", "OR-2026-001")
    assert section(trust, "exceptions").count == 0


def test_another_way_to_meet_a_rule_is_no_exception_to_it(trust: Engine) -> None:
    trust.do("orchard", "plant", name="Old trees")
    trust.do("orchard", "describe", "OR-2026-001", minute="Nobody is needed")
    trust.do("orchard", "tend", "OR-2026-001")
    assert section(trust, "exceptions").count == 0


def test_a_refusal_is_told_with_what_was_found_then_and_when_it_was_done(asked: Engine) -> None:
    at(asked, "2026-03-02T10:00")
    refused = asked.ask("plot", "plant", PLOT, by="PE-002")
    found = only(section(asked, "refusals"))
    assert (found.says, found.others, found.moved) == ("not done since", (), False)
    assert section(asked, "refusals").counts == {"done_later": 0, "done_later_by_somebody_else": 0}
    asked.do("pledge", "pledge", "PG-001", by="PE-002", hours=5)
    asked.do("pledge", "pledge", "PG-002", by="PE-003", hours=6)
    asked.do("post", "appoint", office="warden", person="Cy", body=PLOT)
    at(asked, "2026-03-05T10:00")
    done = asked.ask("plot", "plant", PLOT, by="PE-002")
    found = only(section(asked, "refusals"))
    assert (found.entry, found.others) == (refused.entry, (done.entry,))
    assert found.says == f"done 3 days later by the same person (entry {done.entry}, 'Plant')"
    rules = {rule.rule: (rule.found, rule.later) for rule in found.rules}
    assert rules["enough-hours"] == ("hours pledged: 0", "hours pledged: 11")
    assert rules["all-pledged"][0] == "people who have not pledged: PE-002 (Bob), PE-003 (Cy)"


def test_what_somebody_else_did_after_a_refusal_is_told_of(society: Engine) -> None:
    society.why_not("post", "appoint", by="PE-003", office="warden", person="Cy", body="SO-1")
    society.do("post", "appoint", by="PE-001", office="warden", person="Bob", body="SO-1")
    assert only(section(society, "refusals")).others == (), "another person's post is not the same"
    done = society.ask("post", "appoint", by="PE-001", office="warden", person="Cy", body="SO-1")
    found = section(society, "refusals")
    assert only(found).others == (done.entry,)
    assert "by PE-001 (Ann Example)" in only(found).says
    assert found.counts == {"done_later": 1, "done_later_by_somebody_else": 1}


def test_an_opening_with_personal_values_is_the_same_under_one_key(society: Engine) -> None:
    society.why_not("person", "register", by="PE-003", name="Dee", key="dee")
    society.do("person", "register", by="PE-001", name="Eve")
    assert only(section(society, "refusals")).others == (), "nobody can tell whether it was the same name"
    done = society.ask("person", "register", by="PE-001", name="Dee", key="dee")
    assert only(section(society, "refusals")).others == (done.entry,)


def test_an_opening_is_the_same_whatever_personal_values_it_has_besides(trust: Engine) -> None:
    trust.why_not("orchard", "plant", by="PE-001", name="Old trees", note="Sweet", on="2026-05-05")
    done = trust.ask("orchard", "plant", name="Old trees", note="Sour")
    assert only(section(trust, "refusals")).others == (done.entry,)


def test_what_followed_a_refusal_is_the_first_that_was_the_same(society: Engine) -> None:
    asked: dict[str, Any] = {"office": "warden", "person": "Cy", "body": "SO-1"}
    society.why_not("post", "appoint", by="PE-003", key="cy", **asked)
    first = society.ask("post", "appoint", by="PE-001", **asked)
    society.do("post", "appoint", by="PE-001", key="cy", **asked)
    found = section(society, "refusals")
    assert only(found).others == (first.entry,)
    assert found.counts == {"done_later": 1, "done_later_by_somebody_else": 1}


def test_a_correction_of_other_fields_is_not_the_same(asked: Engine) -> None:
    asked.why_not("plot", "amend", PLOT, by="PE-003", name="Far end", reason="A slip")
    asked.do("plot", "amend", PLOT, rent="14", reason="It is dearer now")
    assert only(section(asked, "refusals")).others == ()
    done = asked.ask("plot", "amend", PLOT, name="Near end", reason="A slip")
    assert only(section(asked, "refusals")).others == (done.entry,)


def test_what_was_put_right_or_taken_back_is_found_with_the_reason(planted: Engine) -> None:
    amended = planted.ask("plot", "amend", PLOT, name="Far end", rent="14", reason="A slip of the pen")
    planted.do("plot", "rest", PLOT, by="PE-003")
    undone = planted.ask("plot", "undo", PLOT, by="PE-003", reason="It was the other plot")
    found = section(planted, "corrections")
    assert found.counts == {"amend": 1, "undo": 1}
    first, second = found.findings
    assert (first.entry, second.entry) == (amended.entry, undone.entry)
    assert first.says == "put right: Name and Rent; reason: 'A slip of the pen'"
    assert second.others == (undone.entry - 1,)
    told = f"took back 'Rest' of PE-003 (Cy) (entry {undone.entry - 1}); reason: 'It was the other plot'"
    assert second.says == told


def test_a_stage_that_is_entered_again_is_found_but_not_where_a_step_is_taken_back(planted: Engine) -> None:
    planted.do("plot", "rest", PLOT, by="PE-003")
    planted.do("plot", "undo", PLOT, by="PE-003", reason="Too early")
    planted.do("plot", "rest", PLOT, by="PE-003")
    assert section(planted, "reopened").count == 0
    again = planted.ask("plot", "resume", PLOT, by="PE-003")
    found = only(section(planted, "reopened"))
    assert (found.entry, found.says) == (again.entry, "from 'Resting' to 'Planted', where it had been before")


def test_a_stage_is_known_again_by_the_name_it_has_under_another_model(planted: Engine) -> None:
    planted.do("plot", "rest", PLOT, by="PE-003")
    planted.do("plot", "resume", PLOT, by="PE-003")
    assert planted.board.adopt(MODELS / "commons", entered_by="PE-001").moved
    came = planted.board.migrate(Wanted(everything=True, entered_by="PE-001"))
    assert all(one.decision.moved for one in came)
    again = planted.ask("garden", "rest", PLOT, by="PE-003")  # which was called resting, and is now asleep
    assert [one.entry for one in section(planted, "reopened").findings][1:] == [again.entry]


def test_a_clock_that_jumps_is_found_both_ways(society: Engine) -> None:
    at(society, "2026-03-02T10:00")
    society.people("Dee")
    at(society, "2099-01-01T10:00")
    ahead = society.ask("plot", "propose", name="North end")
    at(society, "2026-03-02T11:00")
    back = society.ask("plot", "propose", name="South end")
    first, second = section(society, "clock_jumps").findings
    assert (first.entry, first.others) == (ahead.entry, (ahead.entry - 1,))
    assert first.says.startswith("the clock went ahead by 26,603 days")
    assert (second.entry, second.others) == (back.entry, (ahead.entry,))
    assert second.says.startswith("the clock went back by 26,602 days")
    assert section(society, "clock_jumps", Asked(quiet=30_000)).entries == (back.entry,)
    assert section(society, "clock_jumps", Asked(limit=1)).count == 2
    assert section(society, "clock_jumps", Asked(since="2099-01-01")).entries == (ahead.entry,)


def test_acts_on_the_board_as_a_whole_are_listed(planted: Engine) -> None:
    planted.board.adopt(MODELS / "commons", entered_by="PE-001")
    planted.board.migrate(Wanted(records=(PLOT,), entered_by="PE-001", document="Minute 9"))
    planted.board.migrate(Wanted(records=("PE-003",), entered_by="PE-003"))
    found = section(planted, "board_acts")
    assert found.counts == {"found": 1, "adopt": 1, "migrate": 2}
    assert section(planted, "board_acts", Asked(by="PE-003")).counts == {"migrate": 1}
    founded, adopted, migrated, refused = found.findings
    assert founded.says.startswith(
        "'An allotment society, to try the engine on', version 1; opened SO-1 (Green Acres), PE-001"
    )
    assert adopted.says == "'Gardens in common, after an allotment society', version 1"
    assert (migrated.record, refused.moved) == (PLOT, False)
    assert migrated.says == f"from {founded.says.partition(';')[0]} to {adopted.says}; from 'Minute 9'"
    assert refused.says.startswith("refused: a record is brought over to the model in force by Secretariat")


def test_only_what_is_about_a_record_and_what_refers_to_it_may_be_asked_for(planted: Engine) -> None:
    planted.do("plot", "propose", name="South end")
    refused = planted.ask("post", "appoint", by="PE-003", office="warden", person="Bob", body=PLOT)
    asked = Asked(named=frozenset({PLOT}))
    whole, found = looked(planted), looked(planted, asked)
    assert found.entries == whole.entries == planted.size()
    about = planted.sql("select count(*) from entry where record in (?, 'PG-001', 'PG-002', 'PO-003')", PLOT)[0][0]
    assert found.looked_at == about + 1, "and the refused opening that names it"
    assert section(planted, "refusals", asked).entries == (refused.entry,)
    assert section(planted, "refusals", Asked(named=frozenset({"PL-2026-002"}))).count == 0
    pledge = looked(planted, Asked(named=frozenset({"PG-001"})))
    assert pledge.looked_at == 3, "how it was opened, what opened it, and what became of it"
    circle = planted.ask("plot", "amend", PLOT, part_of="PL-2026-002", by="PE-003", reason="It belongs there")
    assert not circle.moved
    assert section(planted, "refusals", Asked(named=frozenset({"PL-2026-002"}))).entries == (circle.entry,)


def test_only_what_one_person_did_or_within_some_days_may_be_asked_for(planted: Engine) -> None:
    at(planted, "2026-03-10T10:00")
    planted.do("plot", "propose", name="South end", actor="PE-003", document="Letter")
    at(planted, "2026-03-11T10:00")
    planted.do("plot", "propose", name="East end", by="PE-003")
    assert [one.person for one in looked(planted, Asked(by="PE-003", since="2026-03-10")).people] == [
        "PE-003",
        "PE-001",
    ]
    assert looked(planted, Asked(since="2026-03-10", until="2026-03-10")).looked_at == 1
    assert looked(planted, Asked(since="2026-03-11")).looked_at == 1
    assert looked(planted, Asked(by="PE-001", since="2026-03-10")).looked_at == 1, "who entered it counts too"


def test_only_so_many_are_told_one_by_one_and_every_number_is_kept(society: Engine) -> None:
    at(society, "2026-03-07T10:00")
    for name in ("North", "South", "East", "West"):
        society.do("plot", "propose", name=name)
    found = section(society, "outside_hours", Asked(since="2026-03-07", limit=2))
    assert (found.count, len(found.entries), len(found.findings)) == (4, 4, 2)
    assert section(society, "outside_hours", Asked(since="2026-03-07", limit=0)).findings == ()


def test_nothing_found_is_a_section_that_says_so(society: Engine) -> None:
    found = section(society, "reopened")
    assert (found.count, found.entries, found.findings) == (0, (), ())
    assert found.none == "No record entered a stage again that it had left."


class Held(dict[str, Any]):
    """An entry that can be watched."""


def test_entries_are_let_go_of_as_they_pass(planted: Engine) -> None:
    most = 0
    watched: list[weakref.ref[Held]] = []

    def stream(lines: list[str]) -> Iterator[Held]:
        nonlocal most
        for line in lines:
            entry = Held(json.loads(line))
            watched.append(weakref.ref(entry))
            yield entry
            del entry
            gc.collect()
            most = max(most, sum(one() is not None for one in watched))

    lines = [row[0] for row in planted.sql("select line from entry order by n")]
    with planted.board.view() as view:
        found = review(stream(lines), _Board(view), EVERYTHING)
    assert found.entries == len(lines) == 15
    assert most <= 1  # the one that the loop still has in hand


def test_the_review_of_a_stream_is_that_of_the_board(planted: Engine) -> None:
    with planted.board.view() as view:
        asked = msgspec.structs.replace(EVERYTHING, holidays=frozenset({"2026-12-25"}))
        assert review(entries_of(view), _Board(view), asked) == review_board(view, EVERYTHING)


def test_an_entry_that_cannot_be_read_is_named(planted: Engine) -> None:
    place = altered(planted.path, "update entry set line = '{' where n = 7")
    with (
        Board.open(place, read_only=True) as board,
        board.view() as view,
        pytest.raises(DatabaseDamaged, match="entry 7 of the log cannot be read"),
    ):
        review_board(view, EVERYTHING)


def test_a_step_is_known_as_long_as_something_can_come_shortly_after_it(
    society: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peoplezones.audit.review.people._MOST_STEPS", 0)
    at(society, "2026-03-02T10:00")
    society.do("plot", "propose", name="North end")
    at(society, "2026-03-02T10:09")
    society.do("plot", "propose", name="South end")
    soon = society.ask("plot", "ask", PLOT, members=["Bob"])
    assert section(society, "shortly_after").entries == (soon.entry,)
