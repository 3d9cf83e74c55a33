"""`audit checkpoint`: sign how large the log is and what is in it, and give that to others to keep."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .groups import session_of
from .options import db_option, json_option
from .printing import say, show_json

_FILE = click.Path(path_type=Path, dir_okay=False)
_DIR = click.Path(path_type=Path, file_okay=False)


def key_option() -> click.Option:
    """Return `--key FILE`, which may be given several times."""
    return click.Option(
        ["--key", "keys"],
        metavar="FILE",
        type=_FILE,
        multiple=True,
        envvar="PEOPLEZONES_KEY",
        help="The log's key; after a change of keys the old one, too. [PEOPLEZONES_KEY]",
    )


@click.command(params=[key_option(), json_option(), db_option()])
@click.option("-o", "--output", metavar="FILE", type=_FILE, help="Write it here, in the place of an earlier one.")
@click.option("--to", "folder", metavar="FOLDER", type=_DIR, help="Write it here, in a file of its own for each size.")
@click.option("--size", metavar="NUMBER", type=click.IntRange(1), help="Of the log as it was at so many entries.")
@click.pass_context
def checkpoint(
    ctx: click.Context,
    keys: tuple[Path, ...],
    output: Path | None,
    folder: Path | None,
    size: int | None,
    as_json: bool,
) -> None:
    """Sign how large the log is and what is in it, as a note that others keep (C2SP tlog-checkpoint).

    Where an earlier one is kept in FILE or FOLDER, the log must have grown from it, or nothing is signed.
    """
    from peoplezones.audit.checkpoint import head_of
    from peoplezones.audit.keeping import checkpoint as sign
    from peoplezones.audit.keeping import in_file, in_folder, keep
    from peoplezones.audit.secret import read_secret
    from peoplezones.domain.public_key import ED25519

    with session_of(ctx).board().view() as view:
        now = head_of(view.connection)
        places = [in_file(output)] if output else []
        places += [in_folder(folder, size or now.size)] if folder else []
        note = sign(now, [read_secret(key, ED25519) for key in keys], size or 0, places)
        said = now.at(size or now.size)
    told: dict[str, Any] = {"origin": said.origin, "size": said.size, "root": said.root.hex(), "note": str(note)}
    written = {str(place.file): keep(note, place) for place in places}
    if as_json:
        show_json({**told, "written": written})
    elif not written:
        click.echo(str(note), nl=False)
    for file, changed in ({} if as_json else written).items():
        say(
            f"The checkpoint of {said.size:,} entries is in '{file}'."
            if changed
            else f"The log has not grown since '{file}'."
        )
