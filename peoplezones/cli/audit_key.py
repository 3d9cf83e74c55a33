"""`audit key`: make a key of the log, show which ones it had."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .answer import tell
from .groups import LazyGroup, session_of
from .options import db_option, json_option, on_behalf
from .printing import say, show_json, table

if TYPE_CHECKING:
    from peoplezones.domain.keys import LogKey

_FILE = click.Path(path_type=Path, dir_okay=False)

key = LazyGroup(
    "key",
    help="Make a key that signs the log's checkpoints, or show which ones it had.",
    params=[db_option()],
    lazy={
        "new": ("audit_key:new", "Make a key in a file, and put it in force by an entry of the log."),
        "enter": ("audit_key:enter", "Put the key in a file in force, where that was left undone."),
        "show": ("audit_key:show", "Show the keys that the log has had, or the public key of a file."),
    },
)


def _replaces_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--replaces-with", "old"],
            metavar="OLDKEYFILE",
            type=_FILE,
            help="The key that it replaces, where there is one.",
        ),
        click.Option(["--replaces"], metavar="ID", default="", help="The same by its id, where its file is lost."),
    ]


def _replaced(old: Path | None, replaces: str) -> str:
    """Return the id of the key that is replaced, or "". Raises UsageError."""
    from peoplezones.audit.secret import read_secret
    from peoplezones.domain.errors import UsageError
    from peoplezones.domain.public_key import ED25519

    if old and replaces:
        raise UsageError("name the key that is replaced once: by --replaces-with or by --replaces")
    return read_secret(old, ED25519).public.id.hex() if old else replaces


@click.command(params=[*_replaces_options(), json_option(), db_option()])
@click.option("-o", "--output", metavar="FILE", type=_FILE, required=True, help="Where the key is to be, a new file.")
@on_behalf
@click.pass_context
def new(ctx: click.Context, /, output: Path, old: Path | None, replaces: str, as_json: bool, **how: str) -> None:
    """Make a key in a file that only you can read, and put it in force by an entry of the log.

    Keep the file where the database is not: whoever has both can write another history and sign it. Keep a copy of it
    in a safe, too, for without it no checkpoint can be signed and no successor be vouched for.
    """
    from peoplezones.audit.keys import make_key

    board = session_of(ctx).board(write=True)
    if board.engine.dialect.name == "sqlite":
        _refuse_beside(output, board.engine.url.database or "")
    _need_someone(how)
    with board.view() as view:
        log = view.log
    was = _replaced(old, replaces)
    secret, decision = make_key(output, log, lambda key: board.register_key(key, replaces=was, **how))
    if decision.moved and not as_json:
        say(f"The key {secret.public.id.hex()} is in '{output}'. Its public key, for everybody who checks the log:")
        say(f"  {secret.public}")
        say("Keep the file away from the database, and a copy of it in a safe.")
    if not was and not as_json and any(one.rule == "replaces" and not one.held for one in decision.outcomes):
        say("Name the key in force: --replaces-with OLDKEYFILE, or --replaces ID if its file is lost.")
    tell(ctx, board, decision, as_json=as_json)


@click.command(params=[*_replaces_options(), json_option(), db_option()])
@click.argument("file", metavar="FILE", type=_FILE)
@on_behalf
@click.pass_context
def enter(ctx: click.Context, /, file: Path, old: Path | None, replaces: str, as_json: bool, **how: str) -> None:
    """Put the key in a file in force, where making it was cut off before its entry."""
    from peoplezones.audit.secret import read_secret
    from peoplezones.domain.public_key import ED25519

    _need_someone(how)
    board = session_of(ctx).board(write=True)
    was = _replaced(old, replaces)
    decision = board.register_key(str(read_secret(file, ED25519).public), replaces=was, **how)
    tell(ctx, board, decision, as_json=as_json)


def _need_someone(how: dict[str, str]) -> None:
    from peoplezones.domain.errors import UsageError

    if not how["entered_by"]:
        raise UsageError("say who you are: --as PERSON, or set PEOPLEZONES_AS")


def _refuse_beside(file: Path, database: str) -> None:
    """Raise UsageError where the key would lie in the folder of the database."""
    from peoplezones.domain.errors import UsageError

    if database and Path(database).resolve().parent == file.resolve().parent:
        raise UsageError(
            f"'{file}' would lie beside the database, and whoever copies that folder could sign in the Board's name; "
            "name a file in a folder of its own, such as ~/.peoplezones, or on another disk"
        )


@click.command(params=[json_option(), db_option()])
@click.argument("file", metavar="[FILE]", type=_FILE, required=False)
@click.pass_context
def show(ctx: click.Context, file: Path | None, as_json: bool) -> None:
    """Show the keys that the log has had, and since and until which entry; or the public key that belongs to a FILE."""
    if file:
        _show_file(file, as_json)
        return
    from peoplezones.audit.keys import keys_of
    from peoplezones.queries.naming import called, names

    with session_of(ctx).board().view() as view:
        keys = keys_of(view.connection)
        known = names(view, [key.actor for key in keys])
        rows = [{**_row(key), "by": called(key.actor, known)} for key in keys]
    if as_json:
        show_json(rows)
    elif not rows:
        say("No key has been registered yet: 'peoplezones audit key new' makes one.")
    else:
        until = [f"entry {row['until'] - 1}" if row["until"] else "in force" for row in rows]
        table(
            ("Key", "From", "To", "On", "By"),
            [(r["id"], f"entry {r['entry']}", to, r["on"], r["by"]) for r, to in zip(rows, until, strict=True)],
        )
        say()
        for row in rows:
            say(row["key"])


def _row(key: LogKey) -> dict[str, Any]:
    return {"id": key.id, "key": str(key.key), "entry": key.n, "until": key.until or None, "on": key.on}


def _show_file(file: Path, as_json: bool) -> None:
    from peoplezones.audit.secret import read_secret

    public = read_secret(file).public
    if as_json:
        show_json({"id": public.id.hex(), "name": public.name, "key": str(public)})
    else:
        say(str(public))
