"""`audit review`: what an auditor asks of the log."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

import click

from peoplezones.domain.errors import UsageError

from .groups import dashed, session_of, write_names
from .options import GIVEN, PEOPLE, Named, db_option, given, json_option
from .printing import progress, show_json

if TYPE_CHECKING:
    from peoplezones.audit.review import Asked
    from peoplezones.store.view import BoardView

_DAYS = click.IntRange(0)


class OfAnyKind(click.Command):
    """A command with an option for each kind of record of the model in force, by which records of it are named."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own options, and those of the kinds that are not called like one of them."""
        own = super().get_params(ctx)
        taken = {name for param in own for name in param.opts}
        return [*own, *(option for option in self._of_kinds(ctx) if option.opts[0] not in taken)]

    def _of_kinds(self, ctx: click.Context) -> list[click.Option]:
        session = session_of(ctx)
        if not session.helping and not ctx.resilient_parsing and session.has_file():
            session.board()  # whose model may have been adopted since the tree was kept
        return [
            click.Option(
                [f"--{dashed(kind.name)}", f"{GIVEN}{kind.name}"],
                metavar="REF",
                multiple=True,
                type=Named([kind.name]),
                help=f"Only what is about this {kind.title}, and what refers to it.",
            )
            for kind in session.tree.kinds.values()
        ]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's own options, and of those of the kinds only the names."""
        params = self.get_params(ctx)
        rows = [param.get_help_record(ctx) for param in params if not _of_a_kind(param)]
        with formatter.section("Options"):
            formatter.write_dl([row for row in rows if row])
        there = {param.name for param in params}
        groups = (
            (title, [kind for kind in kinds if GIVEN + kind in there]) for title, kinds in session_of(ctx).tree.groups
        )
        named = [(title, ", ".join(map(dashed, kinds))) for title, kinds in groups if kinds]
        write_names(formatter, "Only what is about a record, and what refers to it (--KIND REF, repeatable)", named)


def _of_a_kind(param: click.Parameter) -> bool:
    return (param.name or "").startswith(GIVEN)


def _moment(_: click.Context, param: click.Parameter, value: str) -> tuple[time, time]:
    """Return when working hours begin and end."""
    try:
        opens, closes = (time.fromisoformat(part if ":" in part else f"{part:0>2}:00") for part in value.split("-"))
    except ValueError:
        opens = closes = time()
    if opens >= closes:
        raise click.BadParameter(f"'{value[:40]}' are no hours; write them like 8-18 or 08:30-17:00", param=param)
    return opens, closes


@click.command(cls=OfAnyKind, params=[json_option(), db_option()], context_settings={"max_content_width": 110})
@click.option("--record", "records", metavar="REF", multiple=True, help="Only what is about this record, of any kind.")
@click.option("--by", metavar="PERSON", default="", type=Named(PEOPLE), help="Only what they decided or entered.")
@click.option("--since", metavar="DATE", default="", help="Only what was recorded on this day or later.")
@click.option("--until", metavar="DATE", default="", help="Only what was recorded on this day or earlier.")
@click.option(
    "--within", metavar="MINUTES", default=10, show_default=True, type=_DAYS, help="What counts as shortly after."
)
@click.option("--hours", metavar="FROM-TO", default="8-18", show_default=True, callback=_moment, help="Working hours.")
@click.option("--time-zone", metavar="NAME", default="Europe/London", show_default=True, help="Where these hours hold.")
@click.option("--late", metavar="DAYS", default=14, show_default=True, type=_DAYS, help="What counts as long after.")
@click.option(
    "--quiet",
    metavar="DAYS",
    default=31,
    show_default=True,
    type=click.IntRange(1),
    help="How long a Board may be quiet before its clock is doubted.",
)
@click.option(
    "--limit", metavar="NUMBER", default=20, show_default=True, type=_DAYS, help="So many of each one by one."
)
@click.pass_context
def review(ctx: click.Context, /, as_json: bool, **options: Any) -> None:
    """Tell what an auditor asks of the log.

    Who acted, who entered it for whom and from which document, in two offices at once, shortly after whom, outside
    working hours, long after it took effect, by an exception, what was refused and what followed, what was put right
    or taken back, and which stages were entered again. Each kind of record has an option of its own, --KIND REF, that
    asks only about one record of it and what refers to that.
    """
    from peoplezones.audit.review import review_board

    from .telling_review import tell_review

    with session_of(ctx).board().view() as view:
        found = review_board(view, _asked(view, **options), progress)
    if as_json:
        show_json(found)
    else:
        tell_review(found)


def _asked(
    view: BoardView, *, records: tuple[str, ...], by: str, since: str, until: str, hours: tuple[time, time], **more: Any
) -> Asked:
    """Return what is asked, names having become references."""
    from peoplezones.audit.review import Asked
    from peoplezones.store.naming import person_kind, resolve

    of_kinds = {kind: names for kind, names in given(more).items() if names}
    named = [resolve(view, [kind], name) for kind, names in of_kinds.items() for name in names]
    named += [resolve(view, list(view.model.workflows), name) for name in records]
    return Asked(
        named=frozenset(named),
        by=resolve(view, [person_kind(view.model)], by) if by else "",
        since=_day("--since", since),
        until=_day("--until", until),
        opens=hours[0],
        closes=hours[1],
        **{name: value for name, value in more.items() if not name.startswith(GIVEN)},
    )


def _day(option: str, text: str) -> str:
    from peoplezones.domain.values import parse_date

    try:
        return parse_date(text) if text else ""
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None
