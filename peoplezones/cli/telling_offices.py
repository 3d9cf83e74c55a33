"""Who makes each stage move, as a table that can be read in 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING

from .printing import heading, one_line, say

if TYPE_CHECKING:
    from peoplezones.domain.workflow import Model, Workflow
    from peoplezones.operating_model.deciding import Deciding

_GAP = "  "
_WIDEST = 120
_MANY = 4  # stages beyond which they are counted


def tell_offices(model: Model, workflows: Iterable[Workflow]) -> None:
    """Print who may make each transition of these kinds, and once for all who may enter what others decided."""
    from peoplezones.domain.values import listed
    from peoplezones.domain.wording import all_in_words
    from peoplezones.operating_model.deciding import deciding

    width = min(get_terminal_size().columns, _WIDEST)
    for workflow in workflows:
        heading(workflow.title)
        columns("Step", "From and to", "Who may", width)
        for row in deciding(model, workflow):
            stages = listed(row.sources, "or") if len(row.sources) <= _MANY else f"any of {len(row.sources)} stages"
            columns(row.title, f"{stages if row.sources else 'new'} -> {row.to}", _who(row), width)
        say()
    root = model.workflows[model.founding.opens[0].kind]
    entering = f"{all_in_words(model, root, model.enters_for_others)} may enter any of these for whoever decided it, "
    for line in wrap(f"{entering}naming the document that it comes from.", width):
        say(line)


def _who(row: Deciding) -> str:
    from peoplezones.domain.values import listed

    barred = f"; but not {listed(row.may_not, 'or')}" if row.may_not else ""
    return f"{listed(row.may, 'or')}{barred}"


def columns(step: str, stages: str, who: str, width: int) -> None:
    """Print one row, each cell wrapped within its column: a quarter, a third and the rest of the width."""
    first, second = width // 4, width // 3
    shares = (first, second, width - first - second - 2 * len(_GAP))
    cells = [
        wrap(one_line(text), share, break_on_hyphens=False)
        for text, share in zip((step, stages, who), shares, strict=True)
    ]
    for line in range(max(map(len, cells))):
        parts = (_line_of(cell, line).ljust(share) for cell, share in zip(cells, shares, strict=True))
        say(_GAP.join(parts).rstrip())


def _line_of(cell: Sequence[str], line: int) -> str:
    return cell[line] if line < len(cell) else ""
