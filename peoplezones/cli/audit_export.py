"""`audit export`: the bundle that an auditor takes away."""

from __future__ import annotations

from pathlib import Path

import click

from .audit_checkpoint import FILE, log_secrets
from .audit_verify import texts_of
from .groups import session_of
from .options import db_option, json_option
from .printing import progress, say, show_json


@click.command(params=[json_option(), db_option()])
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The ZIP file.")
@click.option(
    "--checkpoint",
    "checkpoints",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A checkpoint taken before, or a folder of them, to go along; may be given several times.",
)
@click.option("--key", "signing", metavar="FILE", multiple=True, type=FILE, help="The log's key, to sign the bundle.")
@click.option("--witness", "witnesses", metavar="KEY", multiple=True, help="The key of a witness, to go along.")
@click.option("--personal", is_flag=True, help="With the personal values that are still kept. [default: without]")
@click.option("--attachments", is_flag=True, help="With the files, and so with the personal values. [default: without]")
@click.option("--overwrite", is_flag=True, help="Replace the file if it exists.")
@click.pass_context
def export(
    ctx: click.Context,
    as_json: bool,
    output: Path,
    checkpoints: list[Path],
    signing: tuple[Path, ...],
    witnesses: list[str],
    personal: bool,
    attachments: bool,
    overwrite: bool,
) -> None:
    """Write the log, its models, keys and checkpoints into one file that can be checked without us.

    The check: 'peoplezones audit verify FILE', or docs/verify.py, which needs nothing of People Zones.
    """
    from peoplezones.audit.export import export as write
    from peoplezones.audit.trust import public_keys
    from peoplezones.exchange.writing import whole_file

    texts = [text for _, text in texts_of(checkpoints)]
    keys = public_keys(witnesses)
    secrets = log_secrets(signing)
    board = session_of(ctx).board()
    if secrets:
        from peoplezones.audit.checkpoint import head_of, take

        with board.view() as view:
            take(head_of(view.connection), secrets)  # raises what speaks against signing this log with these keys
    engine, sign = board.engine, [secret.sign for secret in secrets]
    with whole_file(output, overwrite=overwrite) as out:
        found = write(
            engine,
            out,
            sign=sign,
            checkpoints=texts,
            witnesses=keys,
            personal=personal,
            attachments=attachments,
            progress=progress,
        )
    if as_json:
        show_json({"file": str(output), "origin": found.origin, "size": found.size, "root": found.root.hex()})
    else:
        say(f"{output} holds the log of {found.size:,} entries. Its root is {found.root.hex()}.")
