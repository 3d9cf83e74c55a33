"""The Board as it would stand with one record changed: what rules look at before a transition is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .facts import Scene
from .offices import conferred
from .record import Holding, Record, View
from .through import Through
from .workflow import Workflow


class Overlay(Through):
    """A `View` in which one record stands as given, with the references and offices that follow from it."""

    __slots__ = ("_conferred", "_record")

    def __init__(self, view: View, workflow: Workflow, record: Record) -> None:
        super().__init__(view)
        self._record = record
        self._conferred: tuple[Holding, ...] | None = None  # None: nothing that the record says confers any office
        if workflow.confers:
            offices = frozenset(view.model_of(record).offices)
            self._conferred = tuple(conferred(workflow, record, view.root or record.reference, offices).values())

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


def overlaid(view: View, workflow: Workflow, record: Record, day: str, actor: str = "") -> Scene:
    """Return the scene of a record as it would stand, in which every fact, its own and others', sees it so."""
    return Scene(Overlay(view, workflow, record), workflow, record, day, actor)
