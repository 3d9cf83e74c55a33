"""`due`: what is overdue, what is coming, what is broken, and who must act."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from peoplezones.domain.errors import UsageError

from .groups import session_of
from .options import PEOPLE, Named, db_option, json_option
from .periods import AHEAD, day_within, within_option
from .printing import say, show_json

if TYPE_CHECKING:
    from peoplezones.app import Board
    from peoplezones.store.view import BoardView


@click.command(params=[within_option(default=""), json_option(), db_option()])
@click.option(
    "--for", "person", metavar="PERSON", default="", type=Named(PEOPLE), help="Only what concerns this person."
)
@click.option("--on", metavar="DATE", default="", help="As it stood on this day. [default: today]")
@click.option(
    "--ics",
    metavar="FILE",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Write a calendar that Outlook takes, of all that is coming unless --within is given too. (-: print it)",
)
@click.pass_context
def due(ctx: click.Context, within: str, as_json: bool, person: str, on: str, ics: Path | None) -> None:
    """Show every deadline, of any kind of record: what is overdue, then what is coming, then what is broken.

    Each with who hears of it and what can be done next. --for keeps what somebody must act on or is told of, in any of
    their offices, as a deputy too. docs/deadlines.md tells how days are counted and how to subscribe to the calendar.
    """
    if ics and as_json:
        raise UsageError("--ics writes a calendar and --json prints JSON; choose one of them")
    board = _as_it_stood(session_of(ctx).board(), on)
    with board.view() as view:
        today, who = board.today(), _reference(view, person)
        if ics:
            _calendar(view, ics, today, day_within(within, today) if within else "", who)
        else:
            _agenda(view, today, day_within(within or AHEAD, today), who, as_json=as_json)


def _agenda(view: BoardView, today: str, until: str, person: str, *, as_json: bool) -> None:
    from peoplezones.queries.deadlines import agenda

    from .telling_due import tell_agenda

    found = agenda(view, today, until=until, person=person)
    if as_json:
        show_json(found)
    else:
        tell_agenda(found)


def _calendar(view: BoardView, path: Path, today: str, until: str, person: str) -> None:
    from peoplezones.exchange.calendar import calendar_bytes, write_calendar
    from peoplezones.queries.calendar import calendar
    from peoplezones.queries.naming import public_names

    events = calendar(view, today, until=until, person=person)
    board = public_names(view, [view.root], today).get(view.root, view.root)
    content = calendar_bytes(f"{board}: deadlines{f' of {person}' if person else ''}", events)
    if str(path) == "-":
        click.echo(content, nl=False)
        return
    write_calendar(path, content)
    over = sum(event.cancelled for event in events)
    say(f"{path} holds {len(events) - over:,} days of the calendar, and {over:,} that are over or were put off.")


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
