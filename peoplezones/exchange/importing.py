"""Importing: every row of a file becomes a request of its own, and gets a decision of its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import msgspec

from peoplezones.domain.errors import PeopleZonesError, StoreError
from peoplezones.domain.record import Decision
from peoplezones.domain.workflow import Workflow
from peoplezones.queries.explain import decision_names
from peoplezones.service import Draft, Service
from peoplezones.store.naming import person_kind, resolve, workflow_named
from peoplezones.store.workspace import Workspace

from .columns import TRANSITION, plain, understand
from .drafting import Common, Drafting, sole_opening, transition_named
from .errors import HeadingsWrong, ImportStopped
from .report import Answered, Report, Trouble, reasons_in_words
from .table import FilePath, Table, open_table

Progress = Callable[[int, int | None], object]
Answer = Decision | PeopleZonesError
Line = tuple[int, tuple[str, ...]]


class Board(Protocol):
    """What importing and exporting need of `peoplezones.app.Board`."""

    @property
    def service(self) -> Service:
        """The one writer."""

    def view(self) -> AbstractContextManager[Workspace]:
        """Yield the Board as it stands."""

    def batch(self, drafts: Iterable[Draft]) -> Iterator[Answer]:
        """Answer many drafts, each answer yielded after it is safe on disk."""


def import_file(
    board: Board,
    kind: str,
    path: FilePath,
    *,
    transition: str | None = None,
    entered_by: str,
    actor: str = "",
    document: str = "",
    on: str = "",
    sheet: str = "",
    files: Path | None = None,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> Report:
    """Make each row of a file a request of its own and report what became of it; columns: `exchange.columns`.

    The whole file is looked through before anything is written: a file whose shape is wrong changes nothing. A row's
    key comes from its `key` column, or from the file's content and the row's number, so that the same file again
    changes nothing. Files that rows name are looked for in the folder `files`, and nowhere else. A dry run writes
    nothing and judges each row as if it were the only one.
    Raises FileUnusable, TableUnreadable, HeadingsWrong, UnknownName, UsageError; ImportStopped with a partial report.
    """
    with board.view() as view:
        workflow = workflow_named(view.model, kind)
        people = {name: _person(view, who) for name, who in (("entered_by", entered_by), ("actor", actor))}
    move = transition_named(workflow, transition) if transition else ""
    with open_table(path, sheet=sheet) as table:
        common = Common(transition=move, document=document, on=on, **people)
        drafting = _drafting(workflow, table, common, files)
        total = table.count()
        tally = Tally(board, drafting, table, workflow.name, dry_run)
        answers = _rehearsals(board.service) if dry_run else board.batch
        try:
            for done, _ in enumerate(_answered(table, drafting, answers, tally), start=1):
                if progress:
                    progress(done, total)
        except PeopleZonesError as fault:
            raise _stopped(fault, tally) from fault
        return tally.report()


class Tally:
    """Collects answers into a report."""

    def __init__(self, board: Board, drafting: Drafting, table: Table, kind: str, rehearsed: bool) -> None:
        self._board, self._drafting = board, drafting
        self._moved: list[Answered] = []
        self._repeated: list[Answered] = []
        self._refused: list[tuple[Line, Decision]] = []
        self._faulty: list[Trouble] = []
        notes = (table.note,) if table.note else ()
        self._report = Report(file=table.name, kind=kind, headings=table.headings, rehearsed=rehearsed, notes=notes)

    def add(self, line: Line, answer: Answer) -> None:
        """Take up the answer to one row."""
        number, cells = line
        if isinstance(answer, PeopleZonesError):
            problems = self._drafting.problems(answer)
            self._faulty.append(Trouble(number, problems, cells, self._drafting.key(number, cells)))
        elif not answer.moved:
            self._refused.append((line, answer))  # put in words at the end, when names can be looked up together
        else:
            (self._repeated if answer.repeated else self._moved).append(Answered(number, answer.reference))

    def report(self) -> Report:
        """Return what has been collected so far."""
        found = msgspec.structs.replace(
            self._report,
            moved=tuple(self._moved),
            repeated=tuple(self._repeated),
            refused=tuple(self._refusals()),
            faulty=tuple(self._faulty),
        )
        notes = found.notes if found.total else (*found.notes, "there are no rows below the headings")
        return msgspec.structs.replace(found, notes=notes)

    def _refusals(self) -> Iterator[Trouble]:
        with self._board.view() as view:
            for (number, cells), decision in self._refused:
                named = msgspec.structs.replace(decision, names=decision_names(view, decision))
                problems = reasons_in_words(view.model, named)
                yield Trouble(number, problems, cells, self._drafting.key(number, cells))


def _person(view: Workspace, who: str) -> str:
    """Return the reference of a person, so that each row need not look for the name again."""
    return resolve(view, [person_kind(view.model)], who) if who else ""


def _drafting(workflow: Workflow, table: Table, common: Common, files: Path | None) -> Drafting:
    """Return what makes drafts of the table's rows. Raises HeadingsWrong with every problem, or UsageError."""
    own = "transition" not in workflow.fields and TRANSITION in map(plain, table.headings)
    move = "" if own else common.transition or sole_opening(workflow)
    columns, problems = understand(workflow, table.headings, move)
    if problems:
        raise HeadingsWrong(table.name, problems)
    return Drafting(workflow, columns, common, table.digest, files)


def _answered(
    table: Table, drafting: Drafting, answers: Callable[[Iterable[Draft]], Iterator[Answer]], tally: Tally
) -> Iterator[None]:
    """Send the rows and give each answer to the tally with its row; yield once for every row."""
    waiting: deque[Line] = deque()
    faults: deque[tuple[Line, PeopleZonesError]] = deque()

    def drafts() -> Iterator[Draft]:
        for line in table.rows():
            try:
                draft = drafting.draft(*line)
            except PeopleZonesError as fault:
                faults.append((line, fault))
            else:
                waiting.append(line)
                yield draft

    for answer in answers(drafts()):
        tally.add(waiting.popleft(), answer)
        yield
    for line, fault in faults:
        tally.add(line, fault)
        yield


def _rehearsals(service: Service) -> Callable[[Iterable[Draft]], Iterator[Answer]]:
    def rehearse(drafts: Iterable[Draft]) -> Iterator[Answer]:
        for draft in drafts:
            try:
                yield service.rehearse(draft)
            except StoreError:
                raise  # the database failed, not the row
            except PeopleZonesError as fault:
                yield fault

    return rehearse


def _stopped(fault: PeopleZonesError, tally: Tally) -> ImportStopped:
    report = tally.report()
    return ImportStopped(
        f"{fault}\nthe import stopped: {report.total:,} rows were answered and are safe; "
        "import the same file again to go on, what has moved is not repeated",
        report,
    )
