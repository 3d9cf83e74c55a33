"""Every small change of a model that could matter.

Not changed: what people read (titles, labels, help, clauses), what a reference means in the network, and promises,
which are there to notice; nor how long a text may be, which is a convenience.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from peoplezones.domain.errors import UnknownName, did_you_mean
from peoplezones.domain.workflow import Model, Workflow
from peoplezones.operating_model.load import load_folder

from .facts import of_facts
from .keeping import of_keeping
from .moves import of_moves
from .mutant import Mutant, told_apart
from .others import of_corrections, of_deadlines, of_fields, of_offices, of_standing, of_undoing


def mutants_of(model: Model) -> Iterator[Mutant]:
    """Yield every mutant of a model, kind by kind, each with a name of its own that stays the same between runs."""
    for workflow in model.workflows.values():
        yield from told_apart(_mutants_of_kind(model, workflow))


def chosen(model: Path, kinds: Sequence[str] = (), only: str = "") -> list[Mutant]:
    """Return the mutants of the model in a folder: of these kinds, and with this text in their names, where given.

    Raises UnknownName where there is no such kind.
    """
    return choose(load_folder(model), kinds, only)


def choose(model: Model, kinds: Sequence[str], only: str) -> list[Mutant]:
    """Return the mutants of these kinds (all, where none is given) in whose names a text stands."""
    wanted = [kind.replace("-", "_") for kind in kinds]
    for kind in wanted:
        if kind not in model.workflows:
            raise UnknownName(f"no kind of record is called '{kind}'{did_you_mean(kind, model.workflows)}")
    return [m for m in mutants_of(model) if (not wanted or m.kind in wanted) and only in m.name]


def _mutants_of_kind(model: Model, workflow: Workflow) -> Iterator[Mutant]:
    yield from of_moves(workflow)
    yield from of_facts(model, workflow)
    yield from of_fields(workflow)
    yield from of_deadlines(workflow)
    yield from of_standing(workflow)
    yield from of_offices(workflow)
    yield from of_corrections(workflow)
    yield from of_undoing(workflow)
    yield from of_keeping(workflow)
