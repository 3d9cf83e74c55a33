"""`witness`: what a second agency runs, so that a Board cannot rewrite its log unseen. It needs no database."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .groups import LazyGroup
from .options import json_option
from .printing import pairs, say, show_json

if TYPE_CHECKING:
    from peoplezones.audit.witness_state import Seen

_FILE = click.Path(path_type=Path, dir_okay=False)
_DIR = click.Path(path_type=Path, file_okay=False)

witness = LazyGroup(
    "witness",
    help="Watch over the log of another agency's Board: cosign its checkpoints as long as it only grows.",
    lazy={
        "new": ("witness:new", "Make the key of a witness."),
        "trust": ("witness:trust", "Begin to watch over a log, by its public key, or let it have a new key."),
        "cosign": ("witness:cosign", "Cosign a checkpoint if the log is proved to have grown, or refuse."),
        "show": ("witness:show", "Show the logs that are watched, and how far they were seen."),
    },
)


def _state_option() -> click.Option:
    return click.Option(
        ["--state", "folder"],
        metavar="FOLDER",
        type=_DIR,
        required=True,
        envvar="PEOPLEZONES_WITNESS",
        help="Where this witness remembers logs. [PEOPLEZONES_WITNESS]",
    )


@click.command(params=[json_option()])
@click.option("-o", "--output", metavar="FILE", type=_FILE, required=True, help="Where the key is to be, a new file.")
@click.option(
    "--name", metavar="NAME", required=True, help="What the witness is called, such as agency.example/witness."
)
def new(output: Path, name: str, as_json: bool) -> None:
    """Make the key of a witness in a file that only you can read, and show its public key."""
    from peoplezones.audit.secret import new_secret, write_secret
    from peoplezones.domain.errors import UsageError
    from peoplezones.domain.public_key import COSIGNATURE, NoteWrong

    try:
        secret = new_secret(name, COSIGNATURE)
    except NoteWrong as wrong:
        raise UsageError(f"--name: {wrong}") from None
    write_secret(output, secret)
    if as_json:
        show_json({"file": str(output), "id": secret.public.id.hex(), "key": str(secret.public)})
        return
    say(f"The key is in '{output}'. Its public key, for the Board and for everybody who checks its log:")
    say(f"  {secret.public}")


@click.command(params=[_state_option(), json_option()])
@click.argument("key", metavar="KEY")
@click.option(
    "--replace", is_flag=True, help="At once, though the old key has not signed: only when the Board has told you why."
)
def trust(key: str, folder: Path, replace: bool, as_json: bool) -> None:
    """Begin to watch over the log whose public key is KEY (or in the file KEY).

    For a log that is known already KEY is the one that is to follow: it counts from the first checkpoint on that both
    keys have signed. Take keys from the Board itself, by another way than its requests.
    """
    from peoplezones.audit.trust import public_keys
    from peoplezones.audit.witness import trust as begin
    from peoplezones.audit.witness_state import locked

    with locked(folder, create=True) as state:
        found = [begin(state, one, replace=replace) for one in public_keys([key])]
    _tell(found, as_json)


@click.command(params=[_state_option(), json_option()])
def show(folder: Path, as_json: bool) -> None:
    """Show the logs that are watched, by which keys, and how far they were seen."""
    from peoplezones.audit.witness_state import locked

    with locked(folder) as state:
        found = state.all()
    _tell(found, as_json)


def _tell(found: list[Seen], as_json: bool) -> None:
    if as_json:
        show_json([_plain(seen) for seen in found])
        return
    if not found:
        say("No log is watched yet: 'peoplezones witness trust KEY' begins.")
    for seen in found:
        say(seen.key.name)
        following = [("Next key", str(seen.following))] if seen.following else []
        size = f"{seen.size:,} entries" if seen.said else "nothing yet"
        pairs([("Key", str(seen.key)), *following, ("Cosigned", size)])


def _plain(seen: Seen) -> dict[str, Any]:
    return {
        "origin": seen.key.name,
        "key": str(seen.key),
        "next": str(seen.following) if seen.following else None,
        "size": seen.size,
        "checkpoint": str(seen.note) if seen.note else None,
    }


@click.command(params=[_state_option(), json_option()])
@click.argument("request", metavar="REQUEST", type=_FILE)
@click.option(
    "--key", metavar="FILE", type=_FILE, required=True, envvar="PEOPLEZONES_WITNESS_KEY", help="The key of the witness."
)
@click.option(
    "-o", "--output", metavar="FILE", type=_FILE, help="Write the cosigned checkpoint here. [default: print it]"
)
def cosign(request: Path, folder: Path, key: Path, output: Path | None, as_json: bool) -> None:
    """Cosign the checkpoint in REQUEST, if its log is proved to have grown from what was cosigned last.

    A log that was rewritten, cut short, put back or forked is refused, and the request kept as evidence.
    """
    from peoplezones.audit.files import read_text, write_text
    from peoplezones.audit.note import COSIGNATURE
    from peoplezones.audit.request import read_request
    from peoplezones.audit.secret import read_secret
    from peoplezones.audit.witness import cosign as answer
    from peoplezones.audit.witness_state import locked

    secret = read_secret(key, COSIGNATURE)
    asked = read_request(read_text(request))
    with locked(folder) as state:
        note = answer(state, secret, asked, time.time)
    if output is not None:
        write_text(output, str(note))
    if as_json:
        show_json({"origin": asked.said.origin, "size": asked.said.size, "note": str(note)})
    elif output is None:
        click.echo(str(note), nl=False)
    else:
        say(f"The log {asked.said.origin} is cosigned at {asked.said.size:,} entries, in '{output}'.")
