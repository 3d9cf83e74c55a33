"""`audit checkpoint` and `audit cosigned`: sign what is in the log, give that to others, and keep what they answer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .groups import session_of
from .options import db_option, json_option
from .printing import say, show_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from peoplezones.audit.checkpoint import Head
    from peoplezones.audit.keeping import Place
    from peoplezones.audit.note import Checkpoint, Note
    from peoplezones.audit.request import WitnessRequest
    from peoplezones.audit.secret import Secret

FILE = click.Path(path_type=Path, dir_okay=False)
DIR = click.Path(path_type=Path, file_okay=False)


def key_option() -> click.Option:
    """Return `--key FILE`, which may be given several times."""
    return click.Option(
        ["--key", "keys"],
        metavar="FILE",
        type=FILE,
        multiple=True,
        envvar="PEOPLEZONES_KEY",
        help="The log's key; after a change of keys the old one, too. [PEOPLEZONES_KEY]",
    )


def trust_option(words: str) -> click.Option:
    """Return `--trust KEY`, which may be given several times."""
    return click.Option(["--trust", "trusted"], metavar="KEY", multiple=True, help=words)


def log_secrets(files: tuple[Path, ...]) -> list[Secret]:
    """Return the keys of the log in these files. Raises UsageError."""
    from peoplezones.audit.secret import read_secret
    from peoplezones.domain.public_key import ED25519

    return [read_secret(file, ED25519) for file in files]


def kept_in(file: Path) -> Note:
    """Return the checkpoint in a file. Raises UsageError."""
    from peoplezones.audit.files import read_text
    from peoplezones.audit.note import NoteWrong, checkpoint_in
    from peoplezones.domain.errors import UsageError

    try:
        return checkpoint_in(read_text(file))[0]
    except NoteWrong as wrong:
        raise UsageError(f"'{file}' is no checkpoint: {wrong}") from None


def places_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the places where checkpoints are kept."""
    for option in (
        click.option("--push", is_flag=True, help="Push the repository of --git afterwards."),
        click.option(
            "--git", "repository", metavar="FOLDER", type=DIR, help="The same as --to, in a git repository: commit it."
        ),
        click.option("--to", "folder", metavar="FOLDER", type=DIR, help="Keep it here, in a file for each size."),
    ):
        command = option(command)
    return command


@click.command(params=[key_option(), json_option(), db_option()])
@click.option("-o", "--output", metavar="FILE", type=FILE, help="Write it here, in the place of an earlier one.")
@places_options
@click.option("--mail", metavar="ADDRESS", multiple=True, help="Mail it by the server in PEOPLEZONES_SMTP. Repeat it.")
@click.option("--size", metavar="NUMBER", type=click.IntRange(1), help="Of the log as it was at so many entries.")
@click.option(
    "--for-witness",
    "old",
    metavar="SIZE|FILE",
    help="Write the request to a witness that has last seen so many entries (0: none), or the checkpoint in FILE.",
)
@click.pass_context
def checkpoint(
    ctx: click.Context,
    keys: tuple[Path, ...],
    output: Path | None,
    folder: Path | None,
    repository: Path | None,
    push: bool,
    mail: tuple[str, ...],
    size: int | None,
    old: str | None,
    as_json: bool,
) -> None:
    """Sign how large the log is and what is in it, as a note that others keep (C2SP tlog-checkpoint).

    It is printed, unless it is to go elsewhere. Where an earlier one is kept in FILE or FOLDER, the log must have grown
    from it, or nothing is signed.
    """
    from peoplezones.audit.checkpoint import head_of
    from peoplezones.audit.keeping import checkpoint as sign
    from peoplezones.audit.keeping import in_file

    send = _sender(mail)
    secrets = log_secrets(keys)
    with session_of(ctx).board().view() as view:
        now = head_of(view.connection)
        places = places_in(folder, repository, size or now.size)
        places += [in_file(output)] if output and old is None else []
        note = sign(now, secrets, size or 0, places)
        said = now.at(size or now.size)
        request = _request(now, note, said, old) if old is not None else None
    if request is not None and output is not None:
        _write_request(output, request)
    written = put(note, said, places, repository, push=push)
    send(note, said)
    if as_json:
        asked = {"request": str(request)} if request else {}
        show_json({**as_plain(note, said), **asked, "written": written, "mailed": list(mail)})
        return
    if output is None and (request or not (written or mail)):
        click.echo(str(request or note), nl=False)
        return
    tell_kept(said, written, mail)
    if request is not None:
        say(f"The request to the witness is in '{output}': it answers with 'peoplezones witness cosign'.")


def as_plain(note: Note, said: Checkpoint) -> dict[str, Any]:
    """Return a checkpoint as plain data."""
    return {"origin": said.origin, "size": said.size, "root": said.root.hex(), "note": str(note)}


def places_in(folder: Path | None, repository: Path | None, size: int) -> list[Place]:
    """Return the places in folders. Raises NotKept where one is not there, or not a repository."""
    from peoplezones.audit.keeping import in_folder
    from peoplezones.audit.repository import check_repository

    if repository:
        check_repository(repository)
    return [in_folder(place, size) for place in (folder, repository) if place]


def put(note: Note, said: Checkpoint, places: list[Place], repository: Path | None, *, push: bool) -> dict[str, bool]:
    """Put a checkpoint in its places; return by file whether anything changed."""
    from peoplezones.audit.keeping import keep
    from peoplezones.audit.repository import commit

    written = {}
    for place in places:
        changed = keep(note, place)
        if repository and place.file.parent == repository:
            changed = commit(place.file, f"Checkpoint of {said.size:,} entries of {said.origin}", push=push)
        written[str(place.file)] = changed
    return written


def tell_kept(said: Checkpoint, written: dict[str, bool], mailed: tuple[str, ...] = ()) -> None:
    """Say where a checkpoint is kept now."""
    for file, changed in written.items():
        done = f"The checkpoint of {said.size:,} entries is in '{file}'."
        say(done if changed else f"Nothing new: the log has {said.size:,} entries, as '{file}' says.")
    if mailed:
        say(f"The checkpoint of {said.size:,} entries was mailed to {', '.join(mailed)}.")


def _sender(addresses: tuple[str, ...]) -> Callable[[Note, Checkpoint], None]:
    """Return what mails a checkpoint; whatever is missing for it is told before anything is signed."""
    if not addresses:
        return lambda _, __: None
    from peoplezones.audit.mail import check_addresses, send
    from peoplezones.mail import mail_server

    check_addresses(addresses)
    server = mail_server(os.environ)
    return lambda note, said: send(note, said, addresses, server)


def _request(now: Head, note: Note, said: Checkpoint, old: str) -> WitnessRequest:
    """Return the request for a witness that has last seen a size, or the checkpoint in a file."""
    from peoplezones.audit.checkpoint import growth, prove_growth
    from peoplezones.audit.note import read_checkpoint
    from peoplezones.audit.request import WitnessRequest

    if old.isdecimal():
        return WitnessRequest(int(old), tuple(growth(now, int(old), said)), note)
    kept = kept_in(Path(old))
    path = prove_growth(now, kept, said, f"'{old}'")
    return WitnessRequest(read_checkpoint(kept).size, tuple(path), note)


def _write_request(output: Path, request: WitnessRequest) -> None:
    from peoplezones.audit.files import write_text

    write_text(output, str(request))


@click.command(params=[trust_option("The public key of the witness, or a file with it."), json_option(), db_option()])
@click.argument("cosigned", metavar="COSIGNED", type=FILE)
@click.option("-o", "--output", metavar="FILE", type=FILE, help="The file in which the checkpoint is kept.")
@places_options
@click.pass_context
def cosigned(
    ctx: click.Context,
    cosigned: Path,
    trusted: tuple[str, ...],
    output: Path | None,
    folder: Path | None,
    repository: Path | None,
    push: bool,
    as_json: bool,
) -> None:
    """Add the cosignatures that a witness gave in COSIGNED to the checkpoint that is kept.

    They are checked first, with the key of the witness; others are left out.
    """
    from peoplezones.audit.checkpoint import head_of
    from peoplezones.audit.keeping import of_size
    from peoplezones.audit.note import read_checkpoint
    from peoplezones.audit.trust import public_keys
    from peoplezones.audit.witnessed import witnessed

    with session_of(ctx).board().view() as view:
        note = witnessed(head_of(view.connection), kept_in(cosigned), public_keys(trusted))
    said = read_checkpoint(note)
    places = [of_size(place.file) for place in places_in(folder, repository, said.size)]
    places += [of_size(output)] if output else []
    written = put(note, said, places, repository, push=push)
    if as_json:
        show_json({**as_plain(note, said), "written": written})
    elif written:
        tell_kept(said, written)
    else:
        click.echo(str(note), nl=False)
