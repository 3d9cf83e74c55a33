"""The commands about databases: db compact, db copy, db grants, db upgrade."""

from __future__ import annotations

import click

from .faults import DONE, FAULT
from .groups import session_of
from .options import db_option, json_option
from .printing import progress, say, show_json
from .session import without_password


@click.command(params=[json_option(), db_option()])
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.pass_context
def copy(ctx: click.Context, as_json: bool, source: str, target: str) -> None:  # noqa: ARG001
    """Copy the Board at one address to another by submitting its log again there, and prove that they are equal.

    TO must be empty. It ends up with the whole Board, or with none. FROM stays as it is: have nobody write to it.
    """
    from peoplezones.audit.copy import copy as move

    done = move(source, target, progress)
    if as_json:
        show_json(done)
        return
    say(f"{without_password(target)} now holds the Board of {without_password(source)}, which stays as it is.")
    say(f"Both logs have {done.entries:,} entries, and the root of their tree is {done.root}.")
    say(f"The tables are equal, with {done.beside:,} values that no log can give back.")


@click.command(params=[db_option()])
@click.option("--writer", metavar="ROLE", default="", help="The role of those who may act.")
@click.option("--reader", metavar="ROLE", default="", help="The role of those who only look.")
@click.option("--personal", is_flag=True, help="Let the reader see personal values too.")
@click.pass_context
def grants(ctx: click.Context, writer: str, reader: str, personal: bool) -> None:
    """Print the SQL that gives roles in PostgreSQL what they need; the owner of the Board runs it.

    Both roles must exist. A writer can append to the log, and cannot change it. A reader sees no personal values.
    """
    from peoplezones.store.grants import grants as sql

    say(sql(session_of(ctx).address, writer=writer, reader=reader, personal=personal))


@click.command(params=[db_option()])
@click.pass_context
def upgrade(ctx: click.Context) -> None:
    """Bring a database of an earlier version up to this one, all or nothing. Make a copy of it first."""
    from peoplezones.store.upgrade import upgrade as bring_up

    session = session_of(ctx)
    before, after = bring_up(session.address)
    done = "; nothing was to be done" if before == after else f", before {before}"
    say(f"{session.shown} is at revision {after}{done}.")


@click.command(params=[db_option()])
@click.pass_context
def compact(ctx: click.Context) -> None:
    """Write the database anew, so that nothing erased is left in its files; `erase` does so by itself.

    Needed where another program was reading meanwhile, where `erase` was cut short, or after a copy was restored.
    """
    left = session_of(ctx).board(write=True).compact()
    say(left or "The database has been written anew; its files hold what is in its tables and nothing else.")
    ctx.exit(FAULT if left else DONE)
