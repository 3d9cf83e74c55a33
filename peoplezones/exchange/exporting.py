"""Exporting: the records of a kind, in a file that a spreadsheet shows rightly and that can be imported again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from os import fspath
from pathlib import Path
from typing import Any, TypeVar

from peoplezones.domain.cells import protect
from peoplezones.domain.record import Record
from peoplezones.domain.values import ERASED
from peoplezones.domain.workflow import Field, Workflow
from peoplezones.store.naming import workflow_named
from peoplezones.store.workspace import Workspace

from .cells import excel_of, safe_text, text_of
from .columns import heading_for
from .drafting import sole_opening, transition_named
from .errors import FileUnusable
from .importing import Board
from .records import records_in_plain
from .table import BOOK_SUFFIXES, FilePath
from .writing import write_csv, write_xlsx

CSV_SUFFIX = ".csv"
Cell = TypeVar("Cell")
_DATE = Field(name="since", type="date", label="Since")


def export_file(
    board: Board,
    kind: str,
    path: FilePath,
    *,
    personal: bool = False,
    names: bool = False,
    for_transition: str | None = None,
    overwrite: bool = False,
) -> int:
    """Write every record of a kind to a .csv or .xlsx file and return how many there are.

    Columns: reference, state, since when, then the fields as declared; personal ones only if `personal`. Headings and
    choices are labels and titles, or with `names` the names of the model. `for_transition` writes only what that
    transition (or "", the one that opens such a record) asks and takes: to open the same records elsewhere, or as a
    form to fill in. What was erased is shown as such, and left empty in a form.
    Raises UnknownName, FileUnusable or NotWritten, and then leaves the file as it was.
    """
    suffix = Path(fspath(path)).suffix.lower()
    if suffix not in (CSV_SUFFIX, *BOOK_SUFFIXES):
        raise FileUnusable(f"{path}: a file to write ends in {CSV_SUFFIX} or {' or '.join(BOOK_SUFFIXES)}")
    with board.view() as view:
        sheet = Sheet(workflow_named(view.model, kind), personal=personal, names=names, for_transition=for_transition)
        gone = ERASED if for_transition is None else None
        records = Counted(records_in_plain(view, sheet.workflow.name, sheet.fields, gone))
        if suffix == CSV_SUFFIX:
            write_csv(path, chain([sheet.headings()], map(sheet.text_row, _seen(view, records))), overwrite=overwrite)
        else:
            heads = [(heading, "@") for heading in sheet.headings()]
            rows = map(sheet.excel_row, _seen(view, records))
            write_xlsx(path, chain([heads], rows), sheet.workflow.plural, overwrite=overwrite)
    return records.count


class Counted(Iterator[Record]):
    """Counts what passes."""

    def __init__(self, records: Iterator[Record]) -> None:
        self._records = records
        self.count = 0

    def __next__(self) -> Record:
        found = next(self._records)
        self.count += 1
        return found


class Sheet:
    """The columns of an export, and how a record becomes a row of it."""

    def __init__(
        self, workflow: Workflow, *, personal: bool = False, names: bool = False, for_transition: str | None = None
    ) -> None:
        self.workflow, self._names = workflow, names
        self._whole = for_transition is None
        wanted = tuple(workflow.fields) if for_transition is None else _taken(workflow, for_transition)
        found = (workflow.fields[name] for name in wanted)
        self.fields = tuple(field for field in found if personal or not field.personal)

    def headings(self) -> list[str]:
        """Return the headings, as an import recognises them."""
        fields = [protect(heading_for(self.workflow, field.name, names=self._names)) for field in self.fields]
        return ["reference", "state", "since", *fields] if self._whole else fields

    def text_row(self, seen: tuple[Record, Workflow]) -> list[str]:
        """Return a record's row for CSV."""
        record, _ = seen
        first = [protect(record.reference), self._state(*seen), record.entered] if self._whole else []
        return [*first, *self._cells(seen, self._safe)]

    def excel_row(self, seen: tuple[Record, Workflow]) -> list[tuple[Any, str]]:
        """Return a record's row for Excel: values and their formats."""
        record, _ = seen
        start = [(record.reference, "@"), (self._state(*seen), "@"), excel_of(_DATE, record.entered)]
        return [*(start if self._whole else []), *self._cells(seen, self._excel)]

    def _cells(self, seen: tuple[Record, Workflow], show: Callable[[Field, Any], Cell]) -> list[Cell]:
        """Show each field by its declaration in the model that the record lives by."""
        record, lives_by = seen
        shown = ((lives_by.fields.get(field.name, field), record.fields.get(field.name)) for field in self.fields)
        return [show(field, value) for field, value in shown]

    def _safe(self, field: Field, value: Any) -> str:
        return safe_text(field, text_of(field, value, names=self._names))

    def _excel(self, field: Field, value: Any) -> tuple[Any, str]:
        return excel_of(field, value, names=self._names)

    def _state(self, record: Record, lives_by: Workflow) -> str:
        state = lives_by.states.get(record.state)
        return protect(state.title if state and not self._names else record.state)


def _seen(view: Workspace, records: Iterator[Record]) -> Iterator[tuple[Record, Workflow]]:
    for record in records:
        yield record, view.workflow(record)


def _taken(workflow: Workflow, written: str) -> tuple[str, ...]:
    """Return the fields that a transition asks and takes, as declared."""
    move = workflow.transitions.get(transition_named(workflow, written) if written else sole_opening(workflow))
    return (*move.asks, *move.takes) if move else ()
