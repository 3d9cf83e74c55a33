"""`form`: forms that go out as Word or Excel and come back filled in: made, read and entered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from peoplezones.domain.errors import KeyReused, UsageError

from .answer import tell
from .faults import DONE, USAGE
from .groups import session_of
from .options import PEOPLE, FilePath, Named, db_option, json_option
from .printing import say, show_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peoplezones.domain.files import File
    from peoplezones.forms import Form, Wanted

_PEOPLE = Named(PEOPLE)
_WIDE = {"max_content_width": 110}


@click.group(params=[db_option()])
def form() -> None:
    """Make a form for any transition as Word or Excel, read it when it comes back, enter it for who filled it in."""


@form.command(params=[json_option(), db_option()], context_settings=_WIDE)
@click.argument("kind", metavar="KIND")
@click.argument("transition", metavar="TRANSITION[,…]")
@click.argument("ref", metavar="[REF]", required=False, default="")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="Where to write it: a name that ends in .docx (Word) or .xlsx (Excel).",
)
@click.option("--for", "person", metavar="PERSON", default="", type=_PEOPLE, help="Whom it is for. [default: anybody]")
@click.option(
    "--copies",
    is_flag=True,
    help="One for each person who may do it now, their reference in its name: FILE-PE-004.docx.",
)
@click.option("--overwrite", is_flag=True, help="Put it in the place of a file that is there.")
@click.pass_context
def make(
    ctx: click.Context,
    kind: str,
    transition: str,
    ref: str,
    output: Path,
    person: str,
    copies: bool,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Make a form that asks for a transition of REF, or for one that opens a record.

    Several transitions, parted by commas, make one form on which one answer is ticked.
    """
    from peoplezones.exchange.writing import whole_file
    from peoplezones.forms import make_copies, make_form

    if copies and person:
        raise UsageError("--copies makes a form for each; leave --for out, or --copies")
    moves, as_ = transition.split(","), output.suffix.lower().removeprefix(".")
    board = session_of(ctx).board()
    with board.view() as view:
        today = board.today()
        made = (
            make_copies(view, kind, moves, ref, today=today, form=as_)
            if copies
            else (make_form(view, kind, moves, ref, person=person, today=today, form=as_),)
        )
    places = [output.with_stem(f"{output.stem}-{one.person}") if copies else output for one in made]
    for one, place in zip(made, places, strict=True):
        with whole_file(place, overwrite=overwrite) as file:
            file.write(one.content)
    if as_json:
        show_json([_plain(one, place) for one, place in zip(made, places, strict=True)])
        return
    for one, place in zip(made, places, strict=True):
        say(f"{place} holds the form '{one.title}'.")
        for note in one.notes:
            say(f"  Note: {note}.")


def _plain(one: Form, place: Path) -> dict[str, object]:
    return {"file": str(place), "title": one.title, "code": one.code, "for": one.person, "notes": list(one.notes)}


def _as_returned(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what whoever reads a form may say beside it."""
    for option in (
        click.option("--on", metavar="DATE", default="", help="The day from which it holds. [default: when signed]"),
        click.option(
            "--for",
            "person",
            metavar="PERSON",
            default="",
            type=_PEOPLE,
            help="Whom it is from, where the form does not say so as the register does.",
        ),
        click.option("--code", metavar="TEXT", default="", help="The form's code, where it was lost from the file."),
        click.option(
            "--attach",
            metavar="FIELD=FILE",
            multiple=True,
            help="A file that came with the form, for a field that takes one. Repeat it for several.",
        ),
        click.argument("file", metavar="FILE", type=FilePath()),
    ):
        command = option(command)
    return command


@form.command(params=[json_option(), db_option()], context_settings=_WIDE)
@_as_returned
@click.pass_context
def read(
    ctx: click.Context, file: str, attach: tuple[str, ...], code: str, person: str, on: str, as_json: bool
) -> None:
    """Tell what a returned form says, and everything that is amiss with it. Nothing is entered."""
    from peoplezones.forms import read_form
    from peoplezones.service.files import file_at

    from .telling_form import tell_form

    board = session_of(ctx).board()
    with board.view() as view:
        found = read_form(view, file_at(file), board.today(), _wanted(attach, code, person, on))
    if as_json:
        show_json(found)
    else:
        tell_form(found)
    ctx.exit(USAGE if found.problems else DONE)


@form.command(params=[json_option(), db_option()], context_settings=_WIDE)
@_as_returned
@click.option(
    "--as",
    "entered_by",
    envvar="PEOPLEZONES_AS",
    metavar="PERSON",
    default="",
    type=_PEOPLE,
    help="Who you are: reference or name. [PEOPLEZONES_AS]",
)
@click.option("--document", metavar="TEXT", default="", help="What the form is called. [default: its file's name]")
@click.option("--dry-run", is_flag=True, help="Tell how it would be answered, and keep nothing.")
@click.pass_context
def enter(
    ctx: click.Context,
    file: str,
    attach: tuple[str, ...],
    code: str,
    person: str,
    on: str,
    entered_by: str,
    document: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Enter a returned form for who signed it, with the file itself as its document; the same file only once.

    Nothing is entered while anything is amiss with it. The form proves nothing by itself: that it comes from who
    signed it, you answer for.
    """
    from peoplezones.forms import draft_of, read_form
    from peoplezones.service.files import file_at

    returned = file_at(file)
    board = session_of(ctx).board(write=True)
    with board.view() as view:
        found = read_form(view, returned, board.today(), _wanted(attach, code, person, on))
    draft = draft_of(found, returned, entered_by, document)
    try:
        decision = board.service.rehearse(draft) if dry_run else board.service.request(draft)
    except KeyReused as reused:
        raise KeyReused(
            f"this very file has been entered already (entry {found.entered}), and not as you say now: {reused}. Where "
            "that entry is wrong, amend it or take it back"
        ) from None
    tell(ctx, board, decision, as_json=as_json)


def _wanted(attach: tuple[str, ...], code: str, person: str, on: str) -> Wanted:
    """Return what was said beside the form. Raises UsageError."""
    from peoplezones.domain.values import parse_date
    from peoplezones.forms import Wanted

    try:
        day = parse_date(on) if on else ""
    except ValueError as error:
        raise UsageError(f"--on: {error}") from None
    return Wanted(code=code, person=person, on=day, files=dict(map(_attached, attach)))


def _attached(text: str) -> tuple[str, File]:
    from peoplezones.service.files import file_at

    field, sign, path = text.partition("=")
    if not sign or not field or not path:
        raise UsageError(f"--attach: '{text[:80]}' must be written FIELD=FILE")
    return field.strip().replace("-", "_"), file_at(path)
