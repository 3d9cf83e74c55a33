"""The review of a Board: its log as a stream, its names, and the texts that have not been erased."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import msgspec

from peoplezones.domain.mapping import mapping_of
from peoplezones.domain.workflow import KindMapping, Model
from peoplezones.queries.due import bank_holidays
from peoplezones.queries.naming import names
from peoplezones.store.reading import ever_referring, every_entry, personal_values
from peoplezones.store.view import BoardView

from .asking import Asked, Entry
from .reviewing import Review, review

Progress = Callable[[int, int], None]
_OFTEN = 5_000  # entries between two reports of progress


def review_board(view: BoardView, asked: Asked, progress: Progress | None = None) -> Review:
    """Ask everything of a Board's log. Raises UsageError for a time zone that does not exist, DatabaseDamaged."""
    records = asked.named | set(ever_referring(view.connection, asked.named))
    whole = msgspec.structs.replace(asked, records=records, holidays=bank_holidays())
    return review(entries_of(view, progress), _Board(view), whole)


def entries_of(view: BoardView, progress: Progress | None = None) -> Iterator[Entry]:
    """Yield every entry of the log, oldest first, and tell now and then how many there have been."""
    for number, entry in enumerate(every_entry(view.connection), start=1):
        yield entry
        if progress and (number % _OFTEN == 0 or number == view.size):
            progress(number, view.size)


class _Board:
    """What a review needs besides the entries, from a Board's database."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self.entry = lru_cache(maxsize=4_096)(self._entry)

    def _entry(self, n: int) -> Entry:
        found: Entry = msgspec.json.decode(self._view.line(n))
        return found

    def model(self, digest: str) -> Model:
        return self._view.model_by(digest)

    def mapping(self, migrated: dict[str, str]) -> KindMapping:
        before, after = self.model(migrated["from_model"]), self.model(migrated["to_model"])
        return mapping_of(after, before, migrated["from_kind"])

    def names(self, references: Iterable[str]) -> dict[str, str]:
        return names(self._view, references)

    def texts(self, commitments: Iterable[str]) -> dict[str, str]:
        return personal_values(self._view.connection, commitments)
