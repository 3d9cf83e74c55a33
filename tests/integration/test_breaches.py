"""Standing conditions that stop holding, since when, and what puts them right."""

from __future__ import annotations

from peoplezones.operating_model.load import canonical_texts, load_texts
from peoplezones.service import adopt
from tests.engine import MODELS, Engine


def ended(engine: Engine) -> list[tuple[object, ...]]:
    return engine.sql("select condition, since, until, until_entry is not null from breach order by since_entry")


def test_an_entry_breaks_a_condition_on_its_day_and_another_puts_it_right(planted: Engine) -> None:
    planted.do("pledge", "withdraw", "PG-001", by="PE-002", on="2026-02-01")
    assert planted.breaches() == [("PL-2026-001", "still-pledged", "2026-02-01")]
    planted.do("pledge", "renew", "PG-001", by="PE-002", on="2026-02-10")
    assert planted.breaches() == []
    assert ended(planted) == [("still-pledged", "2026-02-01", "2026-02-10", 1)]
    planted.do("pledge", "withdraw", "PG-001", by="PE-002", on="2026-02-20")
    assert planted.breaches() == [("PL-2026-001", "still-pledged", "2026-02-20")]


def test_a_breach_ends_when_the_record_leaves_the_state(planted: Engine) -> None:
    planted.do("pledge", "withdraw", "PG-001", by="PE-002", on="2026-02-01")
    planted.do("plot", "give_up", "PL-2026-001", by="PE-002", on="2026-02-02")
    assert planted.breaches() == []


def test_a_condition_cannot_be_broken_on_entering(planted: Engine) -> None:
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-02-01")
    planted.do("post", "appoint", office="warden", person="Bob", body="PL-2026-001", ends="2026-02-20", on="2026-02-01")
    planted.do("post", "end", "PO-003", on="2026-02-02")
    assert planted.breaches() == []  # resting needs no warden
    planted.clock.set("2026-03-05")
    assert planted.why_not("plot", "resume", "PL-2026-001", actor="Bob", document="x", on="2026-03-05") == [
        "may-act",
        "has-warden",
    ]


def test_time_breaks_a_condition_on_its_day_though_it_is_noticed_later(planted: Engine) -> None:
    planted.clock.set("2026-01-20")
    planted.do("post", "appoint", office="warden", person="Bob", body="PL-2026-001", ends="2026-02-10", on="2026-01-10")
    planted.do("post", "end", "PO-003", on="2026-01-20")
    planted.clock.set("2026-03-01")
    assert planted.breaches() == []
    planted.do("plot", "amend", "PL-2026-001", rent="3", reason="x")
    assert planted.breaches() == [("PL-2026-001", "has-warden", "2026-02-11")]


def test_what_time_broke_long_before_it_was_entered_is_noticed_at_once(planted: Engine) -> None:
    planted.do("post", "appoint", office="warden", person="Bob", body="PL-2026-001", ends="2026-02-10", on="2026-01-10")
    planted.do("post", "end", "PO-003", on="2026-01-20")
    assert planted.breaches() == [("PL-2026-001", "has-warden", "2026-02-11")]


def test_what_was_entered_meanwhile_for_a_later_day_counts(planted: Engine) -> None:
    planted.do(
        "post", "appoint", office="warden", person="Bob", body="PL-2026-001", starts="2026-02-10", on="2026-01-10"
    )
    planted.do("post", "end", "PO-003", on="2026-01-20")
    assert planted.breaches() == []


def test_since_when_is_the_beginning_of_the_last_gap(planted: Engine) -> None:
    planted.clock.set("2026-01-12")
    for first, last in (("15", "20"), ("25", "30")):
        planted.do(
            "post", "appoint", office="warden", person="Bob", body="PL-2026-001", on="2026-01-10",
            starts=f"2026-01-{first}", ends=f"2026-01-{last}",
        )  # fmt: skip
    planted.do("post", "end", "PO-003")
    assert planted.breaches() == [("PL-2026-001", "has-warden", "2026-01-12")]
    planted.clock.set("2026-01-26")
    planted.do("plot", "amend", "PL-2026-001", rent="3", reason="x")
    assert planted.breaches() == []
    planted.clock.set("2026-03-01")
    planted.do("plot", "amend", "PL-2026-001", rent="4", reason="x")
    assert planted.breaches() == [("PL-2026-001", "has-warden", "2026-01-31")]


def test_no_breach_ends_before_it_began(planted: Engine) -> None:
    planted.do("pledge", "withdraw", "PG-001", by="PE-002", on="2026-02-20")
    planted.do("post", "end", "PO-003", on="2026-02-25")
    planted.do("post", "appoint", office="warden", person="Bob", body="PL-2026-001", on="2026-02-10")
    assert ended(planted) == [("still-pledged", "2026-02-20", None, 0), ("has-warden", "2026-02-25", "2026-02-25", 1)]


def test_no_breach_begins_before_the_record_was_there_to_be_broken(planted: Engine) -> None:
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-02-10")
    planted.do("plot", "resume", "PL-2026-001", by="PE-003", on="2026-02-11")
    planted.do("pledge", "withdraw", "PG-001", by="PE-002", on="2026-02-01")
    assert planted.breaches() == [("PL-2026-001", "still-pledged", "2026-02-11")]


def test_one_entry_breaks_conditions_of_many_through_the_boards_own_record(trust: Engine) -> None:
    trust.people("Bob")
    trust.do("trust", "insure", "TR-1", insured=True)
    for name in ("A", "B", "C"):
        trust.do("orchard", "plant", name=name, organic="yes" if name != "C" else "no", helpers=["Bob"])
        trust.do("orchard", "tend", name)
    trust.do("trust", "insure", "TR-1", insured=False)
    assert [row[:2] for row in trust.breaches()] == [("OR-2026-001", "safe"), ("OR-2026-002", "safe")]
    trust.do("post", "appoint", office="chair", person="Bob", body="TR-1")
    assert trust.breaches() == []
    trust.do("post", "end", "PO-002")
    assert len(trust.breaches()) == 2


def test_an_office_of_another_record_reaches_those_that_look_at_it_through_its_facts(trust: Engine) -> None:
    trust.people("Bob")
    trust.do("orchard", "plant", name="Whole")
    post = trust.do("post", "appoint", office="keeper", person="Bob", body="Whole")
    trust.do("orchard", "plant", name="A", sort="apple", parent="Whole", helpers=["Bob"])
    trust.do("post", "appoint", office="keeper", person="Bob", body="A")
    trust.do("orchard", "tend", "A")
    trust.do("post", "end", post)
    assert [row[:2] for row in trust.breaches()] == [("OR-2026-002", "whole-kept")]


def test_when_the_secretariat_is_empty_there_is_one_way_back(trust: Engine) -> None:
    trust.people("Bob")
    assert trust.why_not("trust", "reinstate", "TR-1", by="Bob", heir="Bob", note="x") == ["nobody-left"]
    trust.do("post", "end", "PO-001", on="2026-02-01")
    assert trust.why_not("person", "register", name="Di") == ["may-act"]
    decision = trust.ask("trust", "reinstate", "TR-1", by="Bob", heir="Bob", note="minute 7")
    assert decision.moved
    assert decision.opened == ("PO-002",)
    trust.do("person", "register", by="Bob", name="Di")
    assert trust.why_not("trust", "reinstate", "TR-1", heir="PE-001", note="x") == ["nobody-left"]
    assert trust.board.rebuild().agrees


def test_a_listed_record_reaches_the_one_that_lists_it(trust: Engine) -> None:
    trust.do("orchard", "plant", name="Other")
    due = trust.do("harvest", "check", trust.do("harvest", "weigh", orchard="Other"))
    trust.do("orchard", "plant", name="A", sort="pear", helpers=["PE-001"], harvests_due=[due])
    trust.do("orchard", "tend", "A")
    trust.do("harvest", "spoil", due)
    assert [row[:2] for row in trust.breaches()] == [("OR-2026-002", "due-in")]


def test_a_person_named_by_another_record_reaches_the_one_that_asks_what_they_hold(trust: Engine) -> None:
    trust.people("Bob")
    trust.do("orchard", "plant", name="Whole")
    trust.do("orchard", "plant", name="A", sort="apple", parent="Whole", helpers=["Bob"])
    for body in ("Whole", "A"):
        trust.do("post", "appoint", office="keeper", person="Bob", body=body)
    trust.do("orchard", "tend", "A")
    trust.do("orchard", "describe", "Whole", boss="Bob")
    assert [row[:2] for row in trust.breaches()] == [("OR-2026-002", "boss-away")]


def test_a_record_keeps_the_conditions_of_the_model_it_lives_by(planted: Engine) -> None:
    texts = canonical_texts(MODELS / "allotment")
    lines = texts["plot.yaml"].splitlines(keepends=True)
    texts = {**texts, "plot.yaml": "".join(line for line in lines if "still-pledged" not in line)}
    assert adopt(planted.board.service, load_texts(texts, folder="x"), texts, actor="PE-001").moved
    planted.do("pledge", "withdraw", "PG-001", by="PE-002", on="2026-02-01")
    assert planted.breaches() == [("PL-2026-001", "still-pledged", "2026-02-01")]
    assert planted.board.rebuild().agrees
