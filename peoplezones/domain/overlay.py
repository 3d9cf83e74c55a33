"""The Board as it would stand with one record changed: what rules look at before a transition is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .facts import Scene
from .offices import conferred
from .record import Holding, Move, Record, View
from .workflow import Model, Workflow


class Overlay:
    """A `View` in which one record stands as given, with the references and offices that follow from it."""

    __slots__ = ("_conferred", "_record", "_view")

    def __init__(self, view: View, workflow: Workflow, record: Record) -> None:
        self._view, self._record = view, record
        self._conferred: tuple[Holding, ...] | None = None  # None: nothing that the record says confers any office
        if workflow.confers:
            offices = frozenset(view.model.offices)
            self._conferred = tuple(conferred(workflow, record, view.root or record.reference, offices).values())

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

    def record(self, reference: str) -> Record | None:
        """The record, changed where it is that one."""
        return self._record if reference == self._record.reference else self._view.record(reference)

    def referrers(self, target: str, kind: str, field: str) -> Sequence[str]:
        """References of the records of `kind` whose `field` would refer to `target`."""
        found = self._view.referrers(target, kind, field)
        if kind != self._record.kind:
            return found
        value = self._record.fields.get(field)
        refers = target in value if isinstance(value, list) else target == value
        here = self._record.reference
        if refers == (here in found):
            return found
        return [*found, here] if refers else [reference for reference in found if reference != here]

    def offices_of(self, person: str) -> Sequence[Holding]:
        """Every office that the person would hold, or held before by another record."""
        found = self._view.offices_of(person)
        if self._conferred is None:
            return found
        return self._with(found, (h for h in self._conferred if h.person == person))

    def holders(self, office: str, scope: str) -> Sequence[Holding]:
        """Everyone who would hold the office, or held it before by another record."""
        found = self._view.holders(office, scope)
        if self._conferred is None:
            return found
        return self._with(found, (h for h in self._conferred if h.office == office and h.scope == scope))

    def _with(self, found: Iterable[Holding], conferred: Iterable[Holding]) -> list[Holding]:
        return [*(h for h in found if h.source != self._record.reference), *conferred]

    def moves(self, reference: str) -> Sequence[Move]:
        """The record's history of moves, oldest first."""
        return self._view.moves(reference)

    def records_in(self, kind: str, states: frozenset[str]) -> Sequence[str]:
        """References of the records of `kind` in one of `states`, as they are in truth."""
        return self._view.records_in(kind, states)


def overlaid(view: View, workflow: Workflow, record: Record, day: str, actor: str = "") -> Scene:
    """Return the scene of a record as it would stand, in which every fact, its own and others', sees it so."""
    return Scene(Overlay(view, workflow, record), workflow, record, day, actor)
