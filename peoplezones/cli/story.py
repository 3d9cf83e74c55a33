"""`demo`, `import` and `export`: what other rooms do, from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .faults import DONE, REFUSED, USAGE
from .groups import session_of
from .options import db_option, json_option, on_behalf
from .printing import progress, say, show_json

if TYPE_CHECKING:
    from peoplezones.exchange import Report

_FILE = click.Path(path_type=Path, dir_okay=False)
_SHOWN = 20  # rows with troubles that are told one by one


@click.command("import", params=[json_option(), db_option()])
@click.argument("kind", metavar="KIND")
@click.argument("file", metavar="FILE", type=_FILE)
@click.option(
    "--transition", metavar="TRANSITION", default="", help="What each row asks for. [default: what opens such a record]"
)
@click.option("--sheet", metavar="NAME", default="", help="The sheet of an Excel file. [default: the first]")
@click.option(
    "--report",
    "report_to",
    metavar="FILE",
    type=_FILE,
    help="Write the rows that did not move here (.csv), to be mended.",
)
@click.option(
    "--files",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Where the files are that the rows name, by their paths from here. No others are read.",
)
@on_behalf
@click.option("--dry-run", is_flag=True, help="Tell what would become of each row, and keep nothing.")
@click.pass_context
def import_(
    ctx: click.Context,
    kind: str,
    file: Path,
    transition: str,
    sheet: str,
    report_to: Path | None,
    files: Path | None,
    entered_by: str,
    actor: str,
    document: str,
    on: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take records in from a CSV or Excel file: each row is a request with its own answer."""
    from peoplezones.exchange import import_file

    board = session_of(ctx).board(write=True)
    report = import_file(
        board,
        kind,
        file,
        transition=transition or None,
        entered_by=entered_by,
        actor=actor,
        document=document,
        on=on,
        sheet=sheet,
        files=files,
        dry_run=dry_run,
        progress=progress,
    )
    if report_to and report.troubles:
        report.write_csv(report_to)
    if as_json:
        show_json(report)
    else:
        _tell(report, report_to)
    ctx.exit(REFUSED if report.refused else USAGE if report.faulty else DONE)


def _tell(report: Report, report_to: Path | None) -> None:
    """Print what became of every row."""
    would = "would move" if report.rehearsed else "moved"
    rows = "1 row" if report.total == 1 else f"{report.total:,} rows"
    say(f"{rows} of {report.file}: {len(report.moved):,} {would}, {len(report.repeated):,} had before,")
    say(f"  {len(report.refused):,} refused by a rule, {len(report.faulty):,} not understood.")
    for note in report.notes:
        say(f"  {note}")
    for trouble in report.troubles[:_SHOWN]:
        say(f"  row {trouble.row}:")
        for problem in trouble.problems:
            say(f"    {problem}")
    more = len(report.troubles) - _SHOWN
    if more > 0:
        say(f"  and {more:,} more rows")
    if report.troubles:
        say(
            f"  They are in {report_to}, to be mended."
            if report_to
            else "  --report FILE.csv writes them out, to be mended."
        )


@click.command("export", params=[db_option()])
@click.argument("kind", metavar="KIND")
@click.argument("file", metavar="FILE", type=_FILE)
@click.option("--personal", is_flag=True, help="Write names and free text too, which are personal.")
@click.option("--names", is_flag=True, help="Head the columns by the names of fields instead of their labels.")
@click.option("--for-transition", metavar="TRANSITION", help="Write only what this transition asks, to be filled in.")
@click.option("--overwrite", is_flag=True, help="Put it in the place of a file that is there.")
@click.pass_context
def export(
    ctx: click.Context, kind: str, file: Path, personal: bool, names: bool, for_transition: str | None, overwrite: bool
) -> None:
    """Write the records of a kind to a CSV or Excel file."""
    from peoplezones.exchange import export_file

    board = session_of(ctx).board()
    wanted = None if for_transition is None else for_transition.replace("-", "_")
    count = export_file(board, kind, file, personal=personal, names=names, for_transition=wanted, overwrite=overwrite)
    say(f"{count:,} records were written to {file}.")


@click.command()
@click.option("--db", metavar="ADDRESS", expose_value=False, help="Where to make it. [default: peoplezones-demo.db]")
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Make a Board with a history to look at, and tell its story. An earlier demonstration there is replaced."""
    from peoplezones.demo import DATABASE, suggestions
    from peoplezones.demo import demo as make
    from peoplezones.queries.status import status

    from .telling_status import tell_status

    session = session_of(ctx)
    with make(session.named or DATABASE, say) as board:
        with board.view() as view:
            found = status(view, board.today())
        commands = suggestions(board, session.shown if session.named else DATABASE)
    say()
    tell_status(found)
    say()
    say("To try next:")
    for command in commands:
        say(f"  {command}")
