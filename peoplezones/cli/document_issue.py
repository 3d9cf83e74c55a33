"""`document issue`: a document is made and put on record as given out, in one go."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .answer import tell
from .document_making import FILE, FORMATS, Making, making_options
from .groups import session_of
from .options import acting_options
from .printing import say

if TYPE_CHECKING:
    from peoplezones.app import Board
    from peoplezones.domain.record import Decision


class _Refused(Exception):
    """The file is not put in its place, for the decision speaks against it."""


@click.command(params=acting_options())
@click.argument("name", metavar="NAME")
@click.argument("ref", metavar="REF")
@click.option("-o", "--output", metavar="FILE", type=FILE, help="Write it to this file too, if it is issued.")
@click.option("--at", metavar="NUMBER", type=int, default=0, help="As the log stood at this entry. [default: now]")
@click.option("--overwrite", is_flag=True, help="Put it in the place of a file that is there.")
@making_options
@click.pass_context
def issue(
    ctx: click.Context,
    /,
    name: str,
    ref: str,
    output: Path | None,
    at: int,
    overwrite: bool,
    format_: str | None,
    publishable: bool,
    templates: Path | None,
    dry_run: bool,
    as_json: bool,
    **acting: Any,
) -> None:
    """Make a document, and the transition that puts on record that it was given out, with the file itself.

    The entry holds the digest of the file, and 'peoplezones evidence get' writes it back as it was. It is made as of
    the day from which the transition holds. What is refused is not written.
    """
    from peoplezones.domain.errors import UsageError
    from peoplezones.exchange.writing import check_free

    if output is not None and str(output) == "-":
        raise UsageError("name a file with -o, or leave it out: what is issued is kept, and 'evidence get' writes it")
    if output is not None:
        check_free(output, overwrite=overwrite)
    elif format_ is None:
        raise UsageError(f"say in which format, with --format: {', '.join(FORMATS)}")
    making = Making.of(name, ref, output, format_=format_, publishable=publishable, templates=templates)
    board = session_of(ctx).board(write=True)
    asked = {"dry_run": dry_run, "at": at, **acting}
    decision = _issued(board, making, asked) if output is None else _written(board, making, asked, output, overwrite)
    if decision.moved and not dry_run and not as_json:
        say(f"It is kept with entry {decision.entry}; 'peoplezones evidence get {decision.entry}' writes it back.")
    tell(ctx, board, decision, as_json=as_json)


def _written(board: Board, making: Making, asked: dict[str, Any], output: Path, overwrite: bool) -> Decision:
    """Issue a document and put the file in its place; a refusal, or a rehearsal, leaves no file."""
    from peoplezones.exchange.writing import whole_file

    found: list[Decision] = []
    with suppress(_Refused), whole_file(output, overwrite=overwrite) as out:
        found.append(_issued(board, making, asked, output.name, out.write))
        if asked["dry_run"] or not found[0].moved:
            raise _Refused
    return found[0]


def _issued(
    board: Board, making: Making, asked: dict[str, Any], called: str = "", keep: Any = lambda _: None
) -> Decision:
    """Make a document and ask for the transition that takes it, once `keep` has it too."""
    from peoplezones.documents.declared import issue_of
    from peoplezones.domain.files import File
    from peoplezones.service import Draft
    from peoplezones.service.files import file_at

    rest = dict(asked)
    dry_run, at, paper = rest.pop("dry_run"), rest.pop("at"), rest.pop("document_file", None)
    kind, wanted = issue_of(board.model, making.document)
    page, data = making.data(board, rest["on"], at)
    keep(data)
    draft = Draft(
        kind=kind,
        transition=wanted.transition,
        record=page.reference,
        values={wanted.file: File(called or f"{making.document}-{page.reference}.{making.format}", data)},
        document_file=file_at(paper) if paper else None,
        **rest,
    )
    return board.service.rehearse(draft) if dry_run else board.service.request(draft)
