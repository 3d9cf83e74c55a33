"""What is missing: who does not serve a zone, a community, a place, as the model declares it (`gaps`).

A gap is one of two things. *Facts* of a record that list what is missing (of type `missing`): they come from the model
and are the ones that its rules look at, so a gap told here is the gap that would stop a zone. And a *matrix*: what
stands where a row (a zone) and a column (an agency, or a tier) meet is the record that names both (a commitment).

A cell is, with the mark that a table shows:

    +  there         one of the records is in a state that counts, and has not passed its last day
    ?  awaited       asked, and an answer is still to come
    !  held back     asked, and the answer was no, or a reservation
    o  settled       any other state, such as an excusal
    x  missing       asked for, and nothing is there: no record, or one whose last day has passed
    .  not asked     nobody asked for it, and nothing is there

Where several records name both, the one that is there counts, else the one that was opened last.

Source: Annex B, that reserved agencies leave gaps that must be seen (B-2.10), and the report to the SPB, that gaps by
place and tier are shown (S-9.5). The matrix is the biadjacency matrix of a bipartite graph of rows and columns (as
`networkx.bipartite.biadjacency_matrix` has it), with the state of the tie in place of the 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peoplezones.domain.errors import UnknownName, did_you_mean
from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value
from peoplezones.domain.values import listed, show_value
from peoplezones.domain.workflow import Cells, Choice, Fact, Gap
from peoplezones.queries.fields import references_in_field
from peoplezones.store.reading import records_named
from peoplezones.store.view import BoardView

from .labels import labels, labels_of
from .looking import NotDeclared, Titled, looked_at, of_kind, source_of, stage

THERE, AWAITED, HELD_BACK, SETTLED, MISSING, NOT_ASKED = (
    "there",
    "awaited",
    "held back",
    "settled",
    "missing",
    "not asked",
)
MARKS = {THERE: "+", AWAITED: "?", HELD_BACK: "!", SETTLED: "o", MISSING: "x", NOT_ASKED: "."}


class Cell(Value, frozen=True):
    """Where a row and a column meet: how it stands (a key of `MARKS`), in which record's state, since which day."""

    column: str
    standing: str
    words: str
    reference: str = ""
    since: str = ""


class Column(Value, frozen=True):
    """A column: a record's reference or a choice's name, what it is called, and the choice it is grouped by."""

    name: str
    label: str
    group: str = ""


class Lacking(Value, frozen=True):
    """A fact that lists what is missing: what it is called, the names it lists, and these in words."""

    fact: str
    label: str
    names: tuple[str, ...]
    text: str


class Row(Value, frozen=True):
    """One record: what its facts find missing, its cells, and the groups of columns of which none is there."""

    reference: str
    label: str
    state: str
    lacking: tuple[Lacking, ...]
    cells: tuple[Cell, ...] = ()
    groups_missing: tuple[str, ...] = ()


class Gaps(Titled, frozen=True, kw_only=True):
    """One of the gaps that the model declares; `left_out` counts records that are not looked at, by their stage."""

    plural: str
    rows: tuple[Row, ...]
    left_out: dict[str, int]
    columns: tuple[Column, ...] = ()
    grouped_by: str = ""
    matrix: bool = False


def gaps(view: BoardView, today: str, *, public: bool = False, only: str = "") -> tuple[Gaps, ...]:
    """Return every gap that the model declares (or the one with an id), as things stand on the day.

    Raises NotDeclared, or UnknownName with the nearest id.
    """
    if not view.model.gaps:
        raise NotDeclared(view.model, "gaps")
    known = {gap.id: gap for gap in view.model.gaps}
    if only and only not in known:
        hint = did_you_mean(only, known) or f"; there are {listed(known)}"
        raise UnknownName(f"the model declares no gaps with the id '{only}'{hint}")
    return tuple(_gaps(view, gap, today, public) for gap in known.values() if only in ("", gap.id))


def _gaps(view: BoardView, gap: Gap, today: str, public: bool) -> Gaps:
    looked = looked_at(view, gap.kind, gap.when, today)
    called = labels(view, looked.records, public=public, today=today)
    matrix = _Matrix(view, gap, looked.scenes, today, public) if gap.cells else None
    rows = tuple(
        Row(
            reference=scene.this.reference,
            label=called[scene.this.reference],
            state=stage(scene.workflow, scene.this),
            lacking=tuple(_lacking(view, scene, gap.facts, public)),
            cells=matrix.cells_of(scene.this.reference) if matrix else (),
            groups_missing=matrix.groups_missing(scene.this.reference) if matrix else (),
        )
        for scene in looked.scenes
    )
    return Gaps(
        id=gap.id,
        title=gap.title,
        plural=view.model.workflows[gap.kind].plural,
        rows=rows,
        left_out=looked.left_out,
        columns=matrix.columns if matrix else (),
        grouped_by=matrix.grouped_by if matrix else "",
        matrix=matrix is not None,
        **source_of(gap.clause, gap.basis),
    )


def _lacking(view: BoardView, scene: Scene, facts: Iterable[str], public: bool) -> Iterator[Lacking]:
    """Yield what each fact finds missing; a record of an earlier model that has no such fact is passed over."""
    for name in facts:
        fact = scene.workflow.facts.get(name)
        if fact is not None:
            found = tuple(str(item) for item in scene.value(name))
            yield Lacking(name, fact.label, found, _in_words(view, scene, fact, found, public))


def _in_words(view: BoardView, scene: Scene, fact: Fact, found: Sequence[str], public: bool) -> str:
    names = {} if fact.choices else labels_of(view, found, public=public, today=scene.today)
    choices = {choice.name: choice.title for choice in fact.choices}
    return ", ".join(choices.get(n) or show_value(fact.yields, [n], names) for n in found) or "none"


class _Matrix:
    """The cells of one gap: who is asked for in each row, and what stands there."""

    def __init__(self, view: BoardView, gap: Gap, scenes: Sequence[Scene], today: str, public: bool) -> None:
        assert gap.cells is not None
        self._cells, self._today = gap.cells, today
        self._found = self._look(view, gap.cells, {scene.this.reference for scene in scenes})
        self._asked = {scene.this.reference: self._asked_of(scene, gap) for scene in scenes}
        self.grouped_by = ""
        self._groups: tuple[Choice, ...] = ()
        self.columns = self._columns(view, gap, public)

    def _look(self, view: BoardView, cells: Cells, rows: set[str]) -> dict[tuple[str, str], tuple[Record, str]]:
        """Return by row and column the record that counts there, with the stage that it is at."""
        found: dict[tuple[str, str], tuple[Record, str]] = {}
        for record in of_kind(view, cells.kind):
            words = stage(view.workflow(record), record)
            for row in references_in_field(record.fields.get(cells.row)):
                for column in references_in_field(record.fields.get(cells.column)):
                    before = found.get((row, column))
                    stays = before is not None and self._is_there(before[0]) and not self._is_there(record)
                    if row in rows and not stays:
                        found[(row, column)] = (record, words)
        return found

    def _is_there(self, record: Record) -> bool:
        return record.state in self._cells.there and not self._is_over(record)

    def _is_over(self, record: Record) -> bool:
        last = record.fields.get(self._cells.until) if self._cells.until else None
        return bool(last) and str(last) < self._today

    def _asked_of(self, scene: Scene, gap: Gap) -> list[str]:
        if gap.asked_in:
            return references_in_field(scene.this.fields.get(gap.asked_in))
        return [choice.name for choice in gap.choices]

    def _columns(self, view: BoardView, gap: Gap, public: bool) -> tuple[Column, ...]:
        """Return the columns: what is asked for anywhere, and what else has a cell."""
        names = dict.fromkeys(name for asked in self._asked.values() for name in asked)
        names |= dict.fromkeys(column for _, column in self._found)
        field = view.model.workflows[self._cells.kind].fields[self._cells.column]
        if field.type == "choice":
            declared = {choice.name: choice.title for choice in (*field.choices, *gap.choices)}
            return tuple(Column(name, title) for name, title in declared.items() if name in names)
        records = sorted(records_named(view.connection, names), key=lambda record: record.reference)
        called = labels(view, records, public=public, today=self._today)
        if gap.by:
            by = view.model.workflows[field.to[0]].fields[gap.by]
            self.grouped_by = by.label
            self._groups = tuple(choice for choice in by.choices if choice.name not in gap.leave_out)
        return tuple(
            Column(r.reference, called[r.reference], str(r.fields.get(gap.by) or "") if gap.by else "") for r in records
        )

    def cells_of(self, row: str) -> tuple[Cell, ...]:
        """Return the cells of a row, in the order of the columns."""
        return tuple(self._cell(row, column.name) for column in self.columns)

    def _cell(self, row: str, column: str) -> Cell:
        known = self._found.get((row, column))
        if known is None:
            asked = column in self._asked[row]
            return Cell(column, MISSING, "nothing there") if asked else Cell(column, NOT_ASKED, "not asked for")
        record, words = known
        if record.state in self._cells.there and self._is_over(record):
            standing, words = MISSING, f"{words}, until {record.fields[self._cells.until]}"
        else:
            standing = self._standing(record)
        return Cell(column, standing, words, record.reference, record.entered)

    def _standing(self, record: Record) -> str:
        cells = self._cells
        sorts = ((THERE, cells.there), (AWAITED, cells.awaited), (HELD_BACK, cells.held_back))
        return next((name for name, states in sorts if record.state in states), SETTLED)

    def groups_missing(self, row: str) -> tuple[str, ...]:
        """Return the groups of columns, such as constituencies, of which no column is there in a row."""
        there = {c.group for c in self.columns if self._cell(row, c.name).standing == THERE}
        return tuple(choice.title for choice in self._groups if choice.name not in there)
