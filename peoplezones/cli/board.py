"""The commands about the Board as a whole: init, status, log, rebuild and db."""

from __future__ import annotations

from pathlib import Path

import click

from peoplezones.domain.errors import UsageError

from .faults import DONE, FAULT
from .groups import LazyGroup, session_of
from .options import PEOPLE, Named, db_option, json_option
from .printing import progress, say, show_json
from .tree import keep_tree


@click.command(params=[db_option()], context_settings={"max_content_width": 110})
@click.option("--secretary", metavar="NAME", required=True, help="The first person of the Board's secretariat.")
@click.option(
    "--board", "name", metavar="NAME", default="Prevention Board", show_default=True, help="The Board's name."
)
@click.option(
    "--model", metavar="DIR", type=click.Path(path_type=Path), help="A model of your own. [default: the shipped one]"
)
@click.option("--on", metavar="DATE", default="", help="The day on which the Board begins. [default: today]")
@click.pass_context
def init(ctx: click.Context, secretary: str, name: str, model: Path | None, on: str) -> None:
    """Begin a Board in a new database."""
    from peoplezones.app import Board
    from peoplezones.queries.naming import names

    session = session_of(ctx)
    if session.address.endswith(":memory:"):
        raise UsageError(f"a Board in {session.address} would be gone when this command ends; name a file with --db")
    with (
        Board.found(session.address, secretary=secretary, name=name, model=model, on=on) as board,
        board.view() as view,
    ):
        keep_tree(session.key, view.model)
        person, title = view.moves(view.root)[0].actor, view.model.title
        called = names(view, [person]).get(person, secretary)
    say(f"'{name}' begins in {session.shown}, under '{title}'.")
    say(f"{called} is {person}. Tell the commands who you are with --as '{called}', or set PEOPLEZONES_AS.")
    say("Next: 'peoplezones status', 'peoplezones --help'.")


@click.command(params=[json_option(), db_option()])
@click.pass_context
def status(ctx: click.Context, as_json: bool) -> None:
    """Show the Board at a glance: what stands where and waits for what, what is overdue, what is broken."""
    from peoplezones.queries.status import status as look

    from .telling_status import tell_status

    board = session_of(ctx).board()
    with board.view() as view:
        found = look(view, board.today())
    if as_json:
        show_json(found)
    else:
        tell_status(found)


@click.command(params=[json_option(), db_option()])
@click.option("--since", metavar="DATE", default="", help="Only what was recorded on this day or later.")
@click.option("--kind", metavar="KIND", default="", help="Only what happened to records of this kind.")
@click.option("--by", metavar="PERSON", default="", type=Named(PEOPLE), help="Only what this person decided.")
@click.option(
    "--limit",
    metavar="NUMBER",
    default=50,
    show_default=True,
    type=click.IntRange(1),
    help="At most so many, the newest.",
)
@click.pass_context
def log(ctx: click.Context, as_json: bool, since: str, kind: str, by: str, limit: int) -> None:
    """Show the log, newest last: what was done, by whom, and what was refused."""
    from peoplezones.domain.errors import UsageError
    from peoplezones.domain.values import parse_date
    from peoplezones.queries.history import log as look
    from peoplezones.store.naming import person_kind, resolve, workflow_named

    from .telling_log import tell_lines

    try:
        day = parse_date(since) if since else ""
    except ValueError as error:
        raise UsageError(f"--since: {error}") from None
    with session_of(ctx).board().view() as view:
        person = resolve(view, [person_kind(view.model)], by) if by else ""
        wanted = workflow_named(view.model, kind).name if kind else ""
        found = look(view, since=day, kind=wanted, by=person, limit=limit)
    if as_json:
        show_json(found)
    else:
        tell_lines(found)


@click.command(params=[json_option(), db_option()])
@click.pass_context
def rebuild(ctx: click.Context, as_json: bool) -> None:
    """Submit the log again to an empty store, and tell whether it agrees with the tables, or where not."""
    from peoplezones.audit.rebuild import rebuild as submit_again

    report = submit_again(session_of(ctx).board().engine, progress)
    if as_json:
        show_json(report)
    elif report.agrees:
        say(f"The log and the tables agree: {report.entries:,} entries were submitted again.")
    else:
        say(f"The log and the tables do not agree; {report.entries:,} entries were submitted again:")
        for difference in report.differences:
            say(f"  {difference}")
    ctx.exit(DONE if report.agrees else FAULT)


db = LazyGroup(
    "db",
    help="Look after the database.",
    params=[db_option()],
    lazy={
        "upgrade": ("databases:upgrade", "Bring a database of an earlier version up to this one."),
        "copy": ("databases:copy", "Copy a Board to another database, and prove that it is the same."),
        "compact": ("databases:compact", "Write the database anew, so that nothing erased is left in its files."),
        "grants": ("databases:grants", "Print the SQL that gives roles in PostgreSQL what they need."),
    },
)
