"""A matrix of what is missing, as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from peoplezones.domain.errors import UsageError
from peoplezones.domain.values import listed
from peoplezones.drawing import Figure
from peoplezones.drawing.charts import Level, matrix

from .gaps import AWAITED, HELD_BACK, MISSING, NOT_ASKED, SETTLED, THERE, Gaps
from .picture import Stated

_GREEN, _RED, _YELLOW, _GREY = "#00703c", "#b10e1e", "#ffdd00", "#f3f2f1"
LEVELS = (
    Level(THERE, "\N{CHECK MARK}", _GREEN, "#ffffff", _GREEN),
    Level(AWAITED, "?"),
    Level(HELD_BACK, "!", _YELLOW),
    Level(SETTLED, "o", _GREY),
    Level(MISSING, "\N{BALLOT X}", ink=_RED, edge=_RED),
    Level(NOT_ASKED, ""),
)


class NoSuchMatrix(UsageError):
    """There is no matrix of that name, or several, of which one must be named."""


def matrix_of(found: Sequence[Gaps], stated: Stated) -> Figure:
    """Return the picture of the one matrix among some gaps. Raises NoSuchMatrix where there is none, or several."""
    matrices = [gaps for gaps in found if gaps.matrix]
    if len(matrices) != 1:
        ids = listed((gaps.id for gaps in matrices), "or")
        problem = f"there are several matrices; choose one by --only {ids}" if matrices else "this is no matrix"
        raise NoSuchMatrix(problem)
    (gaps,) = matrices
    return matrix(
        gaps.title,
        [f"{row.label} ({row.reference})" if row.reference not in row.label else row.label for row in gaps.rows],
        [column.label for column in gaps.columns],
        [[cell.standing for cell in row.cells] for row in gaps.rows],
        LEVELS,
        below=f"{stated.board}, {stated.when} ({gaps.leans}). {stated.form}",
    )
