"""A `View` that sees the Board through another one: the base of those that change or note what is seen."""

from __future__ import annotations

from collections.abc import Sequence

from .record import Holding, Migrated, Move, Record, View
from .workflow import KindMapping, Model, Workflow


class Through:
    """Passes every question on to the view behind it."""

    __slots__ = ("_view",)

    def __init__(self, view: View) -> None:
        self._view = view

    @property
    def root(self) -> str:
        """The reference of the Board's own record."""
        return self._view.root

    @property
    def model(self) -> Model:
        """The operating model in force."""
        return self._view.model

    def workflow(self, record: Record) -> Workflow:
        """The workflow that the record follows."""
        return self._view.workflow(record)

    def model_of(self, record: Record) -> Model:
        """The model that the record lives by."""
        return self._view.model_of(record)

    def mapping(self, migrated: Migrated) -> KindMapping:
        """How the model to which a record was migrated maps what it was before."""
        return self._view.mapping(migrated)

    def record(self, reference: str) -> Record | None:
        """The record, or None where there is none."""
        return self._view.record(reference)

    def referrers(self, target: str, kind: str, field: str) -> Sequence[str]:
        """References of the records of `kind` whose `field` refers to `target`."""
        return self._view.referrers(target, kind, field)

    def offices_of(self, person: str) -> Sequence[Holding]:
        """Every office that the person holds or held."""
        return self._view.offices_of(person)

    def holders(self, office: str, scope: str) -> Sequence[Holding]:
        """Everyone who holds or held the office."""
        return self._view.holders(office, scope)

    def moves(self, reference: str) -> Sequence[Move]:
        """The record's history of moves, oldest first."""
        return self._view.moves(reference)

    def records_in(self, kind: str, states: frozenset[str]) -> Sequence[str]:
        """References of the records of `kind` in one of `states`."""
        return self._view.records_in(kind, states)
