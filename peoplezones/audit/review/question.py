"""What every question has in common: it takes the entries one after the other, and keeps numbers, not entries."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, ClassVar, Protocol

from peoplezones.domain.entry import ACT
from peoplezones.domain.record import AMEND, UNDO
from peoplezones.domain.workflow import KindMapping, Model

from .asking import Asked, Entry

if TYPE_CHECKING:
    from .telling import Ruled, Words


class Models(Protocol):
    """The operating models that the log was kept under."""

    def model(self, digest: str) -> Model:
        """Return a model by digest."""

    def mapping(self, migrated: dict[str, str]) -> KindMapping:
        """Return how the model to which a record came over maps what it was before."""


class Question:
    """One thing that an auditor asks: what it finds, by number of entry, and with which entries before or after it.

    `key` never changes: programs look for it. Of what is found, numbers are kept for all, `others` for as many as are
    told.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    none: ClassVar[str]  # what is said where nothing was found

    def __init__(self, asked: Asked, models: Models) -> None:
        self.asked, self.models = asked, models
        self.numbers = array("q")
        self.others: dict[int, tuple[int, ...]] = {}

    def take(self, entry: Entry, wanted: bool) -> None:
        """Look at the next entry; only a `wanted` one may be found."""
        raise NotImplementedError

    def find(self, entry: Entry, *others: int) -> None:
        """Keep what was found."""
        if len(self.numbers) < self.asked.limit:
            self.others[entry["n"]] = others
        self.numbers.append(entry["n"])

    @property
    def counts(self) -> dict[str, int]:
        """How many of what was found are of which sort, where that is worth telling."""
        return {}

    def heading(self) -> str:
        """Return the title, with the limits that were asked for."""
        return self.title

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:
        """Return in plain words what was found in an entry."""
        raise NotImplementedError

    def rules(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> tuple[Ruled, ...]:  # noqa: ARG002
        """Return the rules that it is about, where it is about rules."""
        return ()


def acted(entry: Entry) -> bool:
    """Whether somebody did this: not what another entry caused."""
    return not entry["cause"]


def is_step(entry: Entry) -> bool:
    """Whether this is a move of a record along its workflow: no correction and no act on the Board."""
    return entry["moved"] and entry["kind"] != ACT and entry["transition"] not in (AMEND, UNDO)
