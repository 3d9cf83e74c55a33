"""What became of every row of an import."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from peoplezones.domain.cells import protect
from peoplezones.domain.record import Decision, Outcome
from peoplezones.domain.values import listed
from peoplezones.domain.wording import basis_in_words
from peoplezones.domain.workflow import Model
from peoplezones.queries.explain import found_of
from peoplezones.queries.needs import step_of

from .columns import KEY, PROBLEM, plain
from .table import FilePath
from .writing import write_csv


class Answered(msgspec.Struct, frozen=True):
    """A row that moved a record (now or at an earlier import), and which."""

    row: int
    reference: str


class Trouble(msgspec.Struct, frozen=True):
    """A row that moved nothing: every problem it has, its text, and the key under which it can be sent again."""

    row: int
    problems: tuple[str, ...]
    cells: tuple[str, ...]
    key: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What became of every row: moved, repeated (had moved before), refused by a rule, or faulty.

    `notes` are for people. After a dry run (`rehearsed`), `moved` are the rows that would move now.
    """

    file: str
    kind: str
    headings: tuple[str, ...]
    rehearsed: bool = False
    moved: tuple[Answered, ...] = ()
    repeated: tuple[Answered, ...] = ()
    refused: tuple[Trouble, ...] = ()
    faulty: tuple[Trouble, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many rows were answered."""
        return len(self.moved) + len(self.repeated) + len(self.refused) + len(self.faulty)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """Rows that are refused or faulty, in the order of the file."""
        return tuple(sorted((*self.refused, *self.faulty), key=lambda trouble: trouble.row))

    def write_csv(self, path: FilePath, *, overwrite: bool = False) -> int:
        """Write the rows that did not move, each with its problems, to be mended and imported again; return how many.

        Each row keeps its key, so the file can be mended and imported in place until all is well. Raises NotWritten.
        """
        headings = [*self._kept(self.headings), *self._added()]
        write_csv(path, [headings, *self._lines()], overwrite=overwrite)
        return len(self.troubles)

    def _lines(self) -> Iterator[list[str]]:
        for trouble in self.troubles:
            cells = self._kept(trouble.cells)
            if self._key_place is None:
                cells.append(trouble.key)
            else:
                cells[self._key_place] = trouble.key
            yield [protect(cell) for cell in (*cells, *trouble.problems)]

    def _kept(self, cells: tuple[str, ...]) -> list[str]:
        """Return the cells without those of the problems that an earlier report added."""
        return [cell for cell, heading in zip(cells, self.headings, strict=True) if not _of_problem(heading)]

    @property
    def _key_place(self) -> int | None:
        kept = [plain(heading) for heading in self._kept(self.headings)]
        return kept.index(KEY) if KEY in kept else None

    def _added(self) -> list[str]:
        most = max((len(trouble.problems) for trouble in self.troubles), default=1)
        problems = [PROBLEM, *(f"{PROBLEM} {number}" for number in range(2, most + 1))]
        return problems if self._key_place is not None else [KEY, *problems]


def reasons_in_words(model: Model, decision: Decision) -> tuple[str, ...]:
    """Return every reason of a refusal: what was needed, what was found, the clause, and who can put it right."""
    return tuple(_reason(model, decision, outcome) for outcome in decision.reasons)


def _reason(model: Model, decision: Decision, outcome: Outcome) -> str:
    found = found_of(model.workflows.get(outcome.record or decision.kind), outcome, decision.names)
    words = f"needed: {outcome.needed} ({basis_in_words(outcome.clause, outcome.basis)})"
    if found:
        words += f"; found: {found}"
    steps = [step_of(model, remedy) for remedy in outcome.remedies]
    ways = listed((f"{step.command} (by {step.who})" for step in steps), "or")
    return f"{words}; to put it right: {ways}" if steps else words


def _of_problem(heading: str) -> bool:
    name = plain(heading)
    return name == PROBLEM or name.startswith(f"{PROBLEM}_")
