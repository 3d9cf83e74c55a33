"""The mapping of one record: from its workflow to another, whole or with every reason why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.domain.mapping import left_out, mapping_of
from peoplezones.domain.migrate import decide_migration
from peoplezones.domain.record import Holding, Migrated, Move, Record, Request
from peoplezones.domain.verdict import Verdict
from peoplezones.domain.workflow import KindMapping, Model, Workflow
from tests.two_models import both

(ORCHARD, _), (GROVE, _) = both()
BOARD = Record(kind="trust", reference="TR-1", state="open", model=ORCHARD.digest, effective="2026-01-01", seq=1)


class One:
    """A `View` of one record, its Board and a secretary, under the model of the grove."""

    root = "TR-1"
    model: Model = GROVE

    def __init__(self, record: Record, *others: Record) -> None:
        self.records = {one.reference: one for one in (BOARD, record, *others)}

    def model_of(self, record: Record) -> Model:
        """The model that the record lives by."""
        return GROVE if record.model == GROVE.digest else ORCHARD

    def workflow(self, record: Record) -> Workflow:
        """Its workflow."""
        return self.model_of(record).workflows[record.kind]

    def mapping(self, migrated: Migrated) -> KindMapping:
        """How the grove maps the orchard."""
        return mapping_of(GROVE, ORCHARD, migrated.from_kind)

    def record(self, reference: str) -> Record | None:
        """The record."""
        return self.records.get(reference)

    def referrers(self, target: str, kind: str, field: str) -> Sequence[str]:  # noqa: ARG002
        """Nothing refers to it."""
        return []

    def offices_of(self, person: str) -> Sequence[Holding]:
        """What the secretary holds."""
        return self.holders("secretariat", "TR-1") if person == "PE-001" else []

    def holders(self, office: str, scope: str) -> Sequence[Holding]:
        """The secretary."""
        return [Holding(office=office, scope=scope, person="PE-001", source="PO-001", since="2026-01-01")]

    def moves(self, reference: str) -> Sequence[Move]:  # noqa: ARG002
        """It has no history."""
        return []

    def records_in(self, kind: str, states: frozenset[str]) -> Sequence[str]:  # noqa: ARG002
        """No others."""
        return []


def harvest(**fields: Any) -> Record:
    given = {"orchard": "OR-2026-001", **fields}
    return Record(kind="harvest", reference="HA-001", state="weighed", model=ORCHARD.digest, seq=1, fields=given)


def decided(record: Record, *others: Record, by: str = "PE-001") -> Verdict:
    request = Request(
        kind="act",
        transition="migrate",
        actor=by,
        entered_by=by,
        on="2026-03-01",
        at="2026-03-01T10:00:00.000000Z",
        reference=record.reference,
    )
    return decide_migration(One(record, *others), request)


@given(
    kilos=st.integers(0, 50_000),
    grade=st.sampled_from(["first", "second", "windfall"]),
    sure=st.booleans(),
    sold=st.integers(0, 10**9),
)
def test_every_value_keeps_what_it_means(kilos: int, grade: str, sure: bool, sold: int) -> None:
    found = decided(harvest(kilos=kilos, grade=grade, sure=sure, sold=sold))
    assert found.decision.moved
    meant = {"first": "best", "second": "second", "windfall": "fallen"}[grade]
    assert found.after.fields == {
        "orchard": "OR-2026-001",
        "weight": kilos,
        "grade": meant,
        "sure": sure,
        "sold": sold,
    }
    assert found.changes == {"kilos": None, "weight": kilos} | ({"grade": meant} if meant != grade else {})
    assert (found.after.kind, found.after.model, found.after.seq) == ("harvest", GROVE.digest, 2)


@pytest.mark.parametrize(
    ("record", "rules"),
    [
        (harvest(kilos=60_000), ["value-fits"]),
        (harvest(grade="third"), ["choice-mapped"]),
        (harvest(orchard="TR-1"), ["reference-fits"]),
        (harvest(kilos=60_000, grade="third", orchard="TR-1"), ["reference-fits", "value-fits", "choice-mapped"]),
    ],
)
def test_what_has_no_place_is_told_with_every_reason_and_nothing_changes(record: Record, rules: list[str]) -> None:
    found = decided(record)
    assert [outcome.rule for outcome in found.decision.reasons] == rules
    assert all(outcome.needed and outcome.found and outcome.remedies for outcome in found.decision.reasons)
    assert (found.after, found.changes, found.migrated) == (record, {}, None)


def test_a_reference_to_a_record_that_is_yet_to_come_over_is_judged_by_what_it_will_be() -> None:
    basket = Record(kind="basket", reference="BA-2026-01", state="empty", model=ORCHARD.digest, seq=1)
    label = Record(
        kind="label",
        reference="LA-001",
        state="printed",
        model=ORCHARD.digest,
        seq=1,
        fields={"basket": basket.reference, "orchard": "OR-2026-001", "board": "TR-1"},
    )
    found = decided(label, basket)
    assert found.decision.moved
    assert found.after.kind == "tag"


def test_nobody_else_may_and_all_that_is_wrong_is_told_at_once() -> None:
    found = decided(harvest(grade="third"), by="PE-002")
    assert [outcome.rule for outcome in found.decision.reasons] == ["may-act", "choice-mapped"]


def test_what_a_mapping_leaves_out() -> None:
    old, new = ORCHARD.workflows["harvest"], GROVE.workflows["harvest"]
    assert list(left_out(new, old, mapping_of(GROVE, ORCHARD, "harvest"))) == []
    assert list(left_out(new, old, KindMapping(to="harvest"))) == [
        ("field", "kilos"),
        ("choice of grade", "first"),
        ("choice of grade", "windfall"),
    ]
    orchard = ORCHARD.workflows["orchard"]
    assert ("state", "tended") in left_out(GROVE.workflows["orchard"], orchard, KindMapping(to="orchard"))
