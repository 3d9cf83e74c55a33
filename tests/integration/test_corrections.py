"""Mistakes are put right by new entries: `amend` and `undo`."""

from __future__ import annotations

import pytest

from peoplezones.domain.errors import InvalidValues
from tests.engine import Engine


def holders(engine: Engine, columns: str = "person, since, until") -> list[tuple[object, ...]]:
    return engine.sql(f"select {columns} from office where office in ('warden', 'keeper') order by since_entry, slot")


def test_amending_changes_fields_and_neither_state_nor_date(planted: Engine) -> None:
    planted.do("plot", "amend", "PL-2026-001", name="South end", rent="", reason="misheard", on="2026-02-01")
    assert planted.field("PL-2026-001", "name") == "South end"
    assert planted.field("PL-2026-001", "rent") is None
    assert planted.sql("select state, effective, seq from record where reference = 'PL-2026-001'") == [
        ("planted", "2026-01-04", 4)
    ]
    planted.do("plot", "rest", "South end", by="PE-003", on="2026-01-04")


def test_amending_is_for_those_named_and_for_the_fields_named(planted: Engine) -> None:
    assert planted.why_not("plot", "amend", "PL-2026-001", by="PE-002", name="x", rent="1", reason="y") == [
        "may-act",
        "may-act",
    ]
    for values, field in (({"members": ["Bob"]}, "members"), ({"name": ""}, "name"), ({}, ""), ({"part_of": ""}, "")):
        with pytest.raises(InvalidValues) as caught:
            planted.ask("plot", "amend", "PL-2026-001", reason="y", **values)
        assert list(caught.value.problems) == [field]
    with pytest.raises(InvalidValues, match="say why"):
        planted.ask("plot", "amend", "PL-2026-001", name="x")


def test_an_amendment_of_nothing_is_refused_even_from_a_log(planted: Engine) -> None:
    from peoplezones.domain.decide import decide
    from peoplezones.domain.record import Request

    with planted.board.view() as view:
        at = "2026-03-01T10:00:00.000000Z"
        request = Request(
            kind="plot",
            transition="amend",
            actor="PE-003",
            entered_by="PE-003",
            on="2026-03-01",
            at=at,
            reference="PL-2026-001",
        )
        assert [o.rule for o in decide(view, request, "PL-2026-001").decision.reasons] == ["asked"]


def test_undoing_leads_back_to_the_state_dates_and_fields_before(planted: Engine) -> None:
    columns = "select state, previous, entered from record where reference = 'PL-2026-001'"
    before = planted.sql(columns)
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-10")
    planted.do("plot", "amend", "PL-2026-001", rent="99", reason="misread")
    planted.do("plot", "undo", "PL-2026-001", by="PE-003", reason="wrong plot", on="2026-01-12")
    assert planted.sql(columns) == before
    assert planted.field("PL-2026-001", "rent") == 9900  # an amendment is no transition, and stays
    assert planted.why_not("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-11") == ["not-before"]


def test_undoing_goes_back_one_transition_at_a_time_and_no_further_than_allowed(planted: Engine) -> None:
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-10")
    assert planted.why_not("plot", "undo", "PL-2026-001", by="PE-002", reason="x") == ["may-act"]
    planted.do("plot", "undo", "PL-2026-001", by="PE-003", reason="x")
    planted.do("plot", "undo", "PL-2026-001", by="PE-002", reason="x")
    assert planted.state("PL-2026-001") == "asked"
    assert planted.why_not("plot", "undo", "PL-2026-001", by="PE-002", reason="x") == ["undo"]
    planted.do("plot", "plant", "PL-2026-001", by="PE-002")
    assert planted.board.rebuild().agrees


def test_what_the_transition_asked_is_taken_back_with_it(trust: Engine) -> None:
    bob, cy = trust.people("Bob", "Cy")
    orchard = trust.do("orchard", "plant", name="Low", helpers=[bob])
    trust.do("orchard", "tend", orchard, helpers=[cy, bob])
    assert trust.sql(
        "select target, position from reference where field = 'helpers' and until_entry is null order by 2"
    ) == [(cy, 0), (bob, 1)]
    trust.do("orchard", "undo", orchard, reason="x")
    assert trust.field(orchard, "helpers") == [bob]
    assert trust.sql("select target, position from reference where field = 'helpers' and until_entry is null") == [
        (bob, 0)
    ]


def test_undoing_the_end_of_an_office_gives_it_back_without_a_gap(trust: Engine) -> None:
    trust.people("Bob")
    orchard = trust.do("orchard", "plant", name="Low")
    post = trust.do("post", "appoint", office="keeper", person="Bob", body=orchard, on="2026-01-02")
    trust.do("post", "end", post, on="2026-02-01")
    assert holders(trust) == [("PE-002", "2026-01-02", "2026-01-31")]
    trust.do("post", "undo", post, reason="x", on="2026-02-10")
    assert holders(trust) == [("PE-002", "2026-01-02", "2026-01-31"), ("PE-002", "2026-01-02", None)]


def test_a_corrected_office_replaces_the_mistaken_one_from_its_first_day(trust: Engine) -> None:
    trust.people("Bob", "Cy", "Di")
    orchard = trust.do("orchard", "plant", name="Low")
    post = trust.do("post", "appoint", office="keeper", person="Bob", body=orchard, on="2026-01-02")
    trust.do("post", "name_deputy", post, deputy="Cy", on="2026-02-01")
    trust.do("post", "amend", post, deputy="Di", reason="misheard", on="2026-02-10")
    assert holders(trust) == [
        ("PE-002", "2026-01-02", None),
        ("PE-003", "2026-02-01", "2026-01-31"),  # never held
        ("PE-004", "2026-02-01", None),
    ]
    trust.do("post", "amend", post, ends="2026-06-30", reason="left out", on="2026-02-10")
    assert holders(trust)[-2:] == [("PE-002", "2026-01-02", "2026-06-30"), ("PE-004", "2026-02-01", "2026-06-30")]
    assert trust.board.rebuild().agrees
