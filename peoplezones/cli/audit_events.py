"""`audit events`: the log as an event log, for process mining."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peoplezones.domain.errors import UsageError

from .groups import session_of
from .options import db_option
from .printing import place_from_here, progress

if TYPE_CHECKING:
    from peoplezones.store.view import BoardView

OCEL, CSV, EXCEL = "ocel2", "csv", "xlsx"


@click.command(params=[db_option()], context_settings={"max_content_width": 110})
@click.option(
    "--format",
    "wanted",
    type=click.Choice((OCEL, CSV, EXCEL)),
    required=True,
    help="OCEL 2.0 as JSON, which tells of every object; or a table with one row for each event.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it here, whole or not at all. [default: standard output, but for xlsx]",
)
@click.option("--overwrite", is_flag=True, help="Replace the file, if it is there already.")
@click.pass_context
def events(ctx: click.Context, /, wanted: str, output: Path | None, overwrite: bool) -> None:
    """Write the log as an event log, for process mining: every entry an event, refusals too.

    Personal values are not in it.
    """
    if output is None and wanted == EXCEL:
        raise UsageError("an Excel workbook is nothing to print: name a file for it with -o FILE.xlsx, or ask for csv")
    with session_of(ctx).board().view() as view:
        if output is None:
            _print(view, wanted)
        else:
            _write(view, wanted, output, overwrite)
    if output is not None:
        click.echo(f"{place_from_here(str(output))}: {view.size:,} entries of the log as events", err=True)


def _write(view: BoardView, wanted: str, output: Path, overwrite: bool) -> None:
    from peoplezones.audit.events import excel_rows, ocel_lines
    from peoplezones.exchange.writing import write_csv, write_lines, write_xlsx

    if wanted == EXCEL:
        write_xlsx(output, excel_rows(view, progress), "Events", overwrite=overwrite)
    elif wanted == CSV:
        write_csv(output, _safe_rows(view, progress), overwrite=overwrite)
    else:
        write_lines(output, ocel_lines(view, progress), overwrite=overwrite)


def _print(view: BoardView, wanted: str) -> None:
    from peoplezones.audit.events import ocel_lines
    from peoplezones.exchange.writing import csv_into, lines_into

    out = sys.stdout.buffer
    if wanted == CSV:
        csv_into(out, _safe_rows(view))
    else:
        lines_into(out, ocel_lines(view))


def _safe_rows(view: BoardView, told: Callable[[int, int], None] | None = None) -> Iterator[list[str]]:
    """Yield rows in which no cell is taken for a formula."""
    from peoplezones.audit.events import csv_rows
    from peoplezones.domain.cells import protect

    return ([protect(cell) for cell in row] for row in csv_rows(view, told))
