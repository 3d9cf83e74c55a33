"""Since when time has broken a condition: stepping over whole runs of days finds what going day by day finds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from peoplezones.domain.record import Holding, Migrated, Move, Record
from peoplezones.domain.standing import broken, since_when
from peoplezones.domain.workflow import KindMapping, Model, Workflow
from peoplezones.operating_model.load import load_folder

MODEL = load_folder(Path(__file__).resolve().parents[2] / "models" / "allotment")
PLOT = Record(kind="plot", reference="PL-2026-001", state="planted", entered="2026-01-05", fields={"name": "Low"})
TODAY = date(2026, 3, 1)


class Plots:
    """A `View` of one plot and its wardens."""

    root = "SO-1"
    model: Model = MODEL

    def __init__(self, wardens: Sequence[Holding]) -> None:
        self.wardens = wardens

    def workflow(self, record: Record) -> Workflow:
        """The plot's workflow."""
        return MODEL.workflows[record.kind]

    def model_of(self, record: Record) -> Model:  # noqa: ARG002
        """The only model."""
        return MODEL

    def mapping(self, migrated: Migrated) -> KindMapping:  # noqa: ARG002
        """Nothing was migrated."""
        return KindMapping(to="plot")

    def record(self, reference: str) -> Record | None:
        """The plot."""
        return PLOT if reference == PLOT.reference else None

    def referrers(self, target: str, kind: str, field: str) -> Sequence[str]:  # noqa: ARG002
        """Nothing refers to it."""
        return []

    def offices_of(self, person: str) -> Sequence[Holding]:
        """What a warden holds."""
        return [holding for holding in self.wardens if holding.person == person]

    def holders(self, office: str, scope: str) -> Sequence[Holding]:  # noqa: ARG002
        """Its wardens."""
        return self.wardens

    def moves(self, reference: str) -> Sequence[Move]:  # noqa: ARG002
        """It has no history."""
        return []

    def records_in(self, kind: str, states: frozenset[str]) -> Sequence[str]:  # noqa: ARG002
        """No others."""
        return []


def _day(number: int) -> str:
    return (date(2026, 1, 1) + timedelta(days=number)).isoformat()


TERMS = st.lists(st.tuples(st.integers(-30, 70), st.one_of(st.none(), st.integers(0, 30))), max_size=4)


@given(TERMS)
def test_the_first_day_of_the_last_run_is_found(terms: list[tuple[int, int | None]]) -> None:
    view = Plots(
        [
            Holding(
                office="warden",
                scope=PLOT.reference,
                person="PE-001",
                source="PO-001",
                since=_day(first),
                until="" if length is None else _day(first + length),
            )
            for first, length in terms
        ]
    )
    standing = next(s for s in MODEL.workflows["plot"].standing if s.guard.id == "has-warden")

    def holds(day: date) -> bool:
        return all(s is not standing for s, _ in broken(view, PLOT, day.isoformat()))

    if holds(TODAY):
        return
    day = TODAY
    while day > date(2026, 1, 5) and not holds(day - timedelta(days=1)):
        day -= timedelta(days=1)
    assert since_when(view, PLOT, standing, TODAY.isoformat()) == day.isoformat()
