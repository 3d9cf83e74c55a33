"""`network gaps`, `load`, `resilience`, `payback` and `change`: what can be read from the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from peoplezones.domain.errors import UsageError

from .groups import session_of
from .options import FilePath, db_option, json_option
from .pictures import check_place, overwrite_option, put_figure
from .printing import show_json

if TYPE_CHECKING:
    from peoplezones.app import Board
    from peoplezones.store.view import BoardView

_WIDE = {"max_content_width": 110}


def on_option() -> click.Option:
    """Return `--on`: the day as of which a network is looked at."""
    return click.Option(["--on"], metavar="DATE", default="", help="As things stood on this day. [default: today]")


def public_option() -> click.Option:
    """Return `--public`: for papers that everybody may read."""
    words = "For a public paper: people go by post or office, and by name only if they have agreed to it."
    return click.Option(["--public"], is_flag=True, help=words)


@contextmanager
def stood(board: Board, on: str, option: str = "--on") -> Iterator[tuple[BoardView, str]]:
    """Yield the Board as it stood on a day (today, where none is given), and that day. Raises UsageError."""
    if not on:
        with board.view() as view:
            yield view, board.today()
        return
    with board.past(on=_day(option, on)) as past, past.view() as view:
        yield view, past.today()


def _day(option: str, text: str) -> str:
    from peoplezones.domain.values import parse_date

    try:
        return parse_date(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def _told(found: Any, as_json: bool, tell: Callable[[Any], None]) -> None:
    show_json(found) if as_json else tell(found)


@click.command(
    params=[
        on_option(),
        click.Option(["--only"], metavar="ID", default="", help="Only what the model declares under this id."),
        click.Option(["-o", "--output"], metavar="FILE", type=FilePath(), help="Draw its matrix here (.svg or .png)."),
        overwrite_option(),
        public_option(),
        json_option(),
        db_option(),
    ],
    context_settings=_WIDE,
)
@click.pass_context
def gaps(
    ctx: click.Context, on: str, only: str, output: str | None, overwrite: bool, public: bool, as_json: bool
) -> None:
    """Tell who is missing in each zone, who is reserved, and which tiers and places nobody serves.

    A cell of a table is a mark, and its words stand below: + there, ? awaited, ! held back, o settled in another way,
    x missing though asked for, . not asked for.
    """
    from peoplezones.network.gaps import gaps as look

    from .telling_gaps import tell_gaps

    if output:
        check_place(output, overwrite=overwrite)
    with stood(session_of(ctx).board(), on) as (view, today):
        found = look(view, today, public=public, only=only)
        if output:
            from peoplezones.network.files import stated
            from peoplezones.network.gaps_picture import matrix_of

            figure = matrix_of(found, stated(view, today, public=public))
            put_figure(figure, output, overwrite=overwrite, as_json=as_json)
            return
    _told(found, as_json, lambda found: tell_gaps(found, today))


@click.command(params=[on_option(), public_option(), json_option(), db_option()], context_settings=_WIDE)
@click.pass_context
def load(ctx: click.Context, on: str, public: bool, as_json: bool) -> None:
    """Tell who carries what, person by person and organisation by organisation, and how unevenly.

    The Gini coefficient is 0 where all carry the same and near 1 where one carries everything; the share of the top
    three is what the three with most carry of the whole. Who has as much as the model allows, or more, is named first.
    """
    from peoplezones.network.load import loads

    from .telling_load import tell_loads

    with stood(session_of(ctx).board(), on) as (view, today):
        found = loads(view, today, public=public)
    _told(found, as_json, lambda found: tell_loads(found, today))


@click.command(params=[on_option(), json_option(), db_option()], context_settings=_WIDE)
@click.pass_context
def resilience(ctx: click.Context, on: str, as_json: bool) -> None:
    """Tell what would fall apart if somebody left, and how deep community leadership is in each zone.

    People go by the office they hold, and by name only if they have agreed to be named.
    """
    from peoplezones.network.resilience import resilience as look

    from .telling_resilience import tell_resilience

    with stood(session_of(ctx).board(), on) as (view, today):
        found = look(view, today)
    _told(found, as_json, lambda found: tell_resilience(found, today))


@click.command(params=[on_option(), public_option(), json_option(), db_option()], context_settings=_WIDE)
@click.pass_context
def payback(ctx: click.Context, on: str, public: bool, as_json: bool) -> None:
    """Tell, for each zone, what was asked of Community Payback, what came of it, by whom, and how long it took."""
    from peoplezones.network.payback import payback as look

    from .telling_payback import tell_payback

    with stood(session_of(ctx).board(), on) as (view, today):
        found = look(view, today, public=public)
    _told(found, as_json, lambda found: tell_payback(found, today))


@click.command(params=[public_option(), json_option(), db_option()], context_settings=_WIDE)
@click.argument("first", metavar="FROM")
@click.argument("second", metavar="TO")
@click.pass_context
def change(ctx: click.Context, first: str, second: str, public: bool, as_json: bool) -> None:
    """Tell what joined and left the network between two dates, FROM and TO, both written year-month-day."""
    from peoplezones.network.change import change as look

    from .telling_change import tell_change

    board = session_of(ctx).board()
    with stood(board, first, "FROM") as before, stood(board, second, "TO") as after:
        found = look(before, after, public=public)
    _told(found, as_json, tell_change)
