"""`due`: what is overdue, what is coming, what is broken, and who must act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from peoplezones.domain.errors import UsageError

from .groups import session_of
from .options import PEOPLE, Named, db_option, json_option
from .periods import AHEAD, day_within, within_option
from .printing import show_json

if TYPE_CHECKING:
    from peoplezones.app import Board
    from peoplezones.store.view import BoardView


@click.command(params=[within_option(), json_option(), db_option()])
@click.option(
    "--for", "person", metavar="PERSON", default="", type=Named(PEOPLE), help="Only what concerns this person."
)
@click.option("--on", metavar="DATE", default="", help="As it stood on this day. [default: today]")
@click.pass_context
def due(ctx: click.Context, within: str, as_json: bool, person: str, on: str) -> None:
    """Show every deadline, of any kind of record: what is overdue, then what is coming, then what is broken.

    Each with who hears of it and what can be done next. --for keeps what somebody must act on or is told of, in any of
    their offices, as a deputy too. docs/deadlines.md tells how days are counted.
    """
    from peoplezones.queries.deadlines import agenda

    from .telling_due import tell_agenda

    board = _as_it_stood(session_of(ctx).board(), on)
    with board.view() as view:
        today = board.today()
        found = agenda(view, today, until=day_within(within or AHEAD, today), person=_reference(view, person))
    if as_json:
        show_json(found)
    else:
        tell_agenda(found)


def _as_it_stood(board: Board, on: str) -> Board:
    """Return the Board as it stood on a day, or the Board itself. Raises UsageError."""
    from peoplezones.domain.values import parse_date

    if not on:
        return board
    try:
        return board.past(on=parse_date(on))
    except ValueError as error:
        raise UsageError(f"--on: {error}") from None


def _reference(view: BoardView, person: str) -> str:
    """Return the reference of a person who is named by reference or name, or "". Raises UnknownName."""
    from peoplezones.store.naming import person_kind, resolve

    return resolve(view, [person_kind(view.model)], person) if person else ""
