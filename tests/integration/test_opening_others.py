"""Records that a transition opens: all of them or none."""

from __future__ import annotations

import pytest

from tests.engine import Engine


@pytest.fixture
def tended(trust: Engine) -> str:
    trust.people("Bob", "Cy")
    orchard = trust.do("orchard", "plant", name="Low")
    return trust.do("orchard", "tend", orchard, helpers=["Bob"])


def test_one_is_opened_for_each_and_what_they_open_is_numbered_after(trust: Engine, tended: str) -> None:
    decision = trust.ask("orchard", "share_out", tended, helpers=["Bob", "Cy"], key="k")
    assert decision.opened == ("BA-2026-01", "BA-2026-02", "LA-001")
    assert trust.sql("select n, record, cause, key from entry where n >= ? order by n", decision.entry) == [
        (decision.entry, tended, None, "k"),
        (decision.entry + 1, "BA-2026-01", decision.entry, None),
        (decision.entry + 2, "LA-002", decision.entry + 1, None),
        (decision.entry + 3, "BA-2026-02", decision.entry, None),
        (decision.entry + 4, "LA-003", decision.entry + 3, None),
        (decision.entry + 5, "LA-001", decision.entry, None),
    ]
    assert trust.board.rebuild().agrees


def test_what_the_model_sets_is_set(trust: Engine, tended: str) -> None:
    trust.do("orchard", "share_out", tended, by="PE-002", helpers=["Cy"], on="2026-03-01")
    assert {n: trust.field("BA-2026-01", n) for n in ("orchard", "person", "filled", "made_by", "kind")} == {
        "orchard": tended, "person": "PE-003", "filled": "2026-03-01", "made_by": "PE-002", "kind": "today",
    }  # fmt: skip
    assert {n: trust.field("LA-002", n) for n in ("basket", "orchard", "board")} == {
        "basket": "BA-2026-01", "orchard": tended, "board": "TR-1",
    }  # fmt: skip


def test_where_one_child_is_refused_all_is_refused_and_logged(trust: Engine, tended: str) -> None:
    trust.do("orchard", "share_out", tended, helpers=["Cy"])
    before, size = trust.tables(), trust.size()
    decision = trust.ask("orchard", "share_out", tended, helpers=["Bob", "Cy"])
    assert not decision.moved
    assert [(o.rule, o.record, [f.value for f in o.findings]) for o in decision.reasons] == [
        ("one-each", "basket", [2])
    ]
    assert (trust.tables(), trust.size()) == (before, size + 1)
    assert decision.opened == ()
    assert trust.ask("orchard", "share_out", tended, helpers=["Bob"]).opened == ("BA-2026-02", "LA-003")
    assert trust.board.rebuild().agrees


def test_a_record_that_only_others_open_is_opened_by_nobody(trust: Engine, tended: str) -> None:
    assert "may-act" in trust.why_not("basket", "make", orchard=tended, person="Bob")
