"""`evidence`: the files that came with entries, listed and written back as they were kept."""

from __future__ import annotations

from pathlib import Path

import click

from .groups import session_of
from .options import db_option, json_option
from .printing import say, show_json


@click.group(params=[db_option()])
def evidence() -> None:
    """Look at the files that came with entries: analyses, signed statements, photos, minutes."""


@evidence.command("list", params=[json_option(), db_option()])
@click.argument("ref", metavar="[REF]", required=False, default="")
@click.pass_context
def list_(ctx: click.Context, ref: str, as_json: bool) -> None:
    """List the files of a record (reference or name), or all that are kept."""
    from peoplezones.queries.attachments import attachments, attachments_of
    from peoplezones.store.naming import resolve

    from .telling import tell_attachments

    board = session_of(ctx).board()
    with board.view() as view:
        found = attachments_of(view, resolve(view, view.model.workflows, ref)) if ref else attachments(view)
    if as_json:
        show_json(found)
    elif found:
        tell_attachments(found)
    else:
        say("No files are kept here." if not ref else f"No files came with the entries of {ref}.")


@evidence.command("get", params=[json_option(), db_option()])
@click.argument("which", metavar="DIGEST|ENTRY")
@click.option("--field", metavar="FIELD", default="", help="Which of them, where several files came with an entry.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="Where to write it: this file and no other, whatever it was called when it came.",
)
@click.option("--overwrite", is_flag=True, help="Put it in the place of a file that is there.")
@click.pass_context
def get(ctx: click.Context, which: str, field: str, output: Path, overwrite: bool, as_json: bool) -> None:
    """Write a file as it was kept, once it has been held against its digest.

    Photos were kept without what tells of where they were taken; everything else is what somebody attached, byte for
    byte.
    """
    from peoplezones.domain.files import size_in_words
    from peoplezones.exchange.writing import whole_file
    from peoplezones.queries.attachments import content, find

    board = session_of(ctx).board()
    with board.view() as view:
        digest = find(view, which, field)
        kept = content(view, digest)
    with whole_file(output, overwrite=overwrite) as out:
        out.write(kept)
    if as_json:
        show_json({"file": str(output), "digest": digest, "size": len(kept)})
    else:
        say(f"{output} holds the file {digest} ({size_in_words(len(kept))}).")
