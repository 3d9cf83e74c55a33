"""`erase`: personal values go for good; that they went, on which lawful basis and by whom, stays in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .faults import DONE, REFUSED
from .groups import session_of
from .options import PEOPLE, Named, db_option, json_option
from .printing import called, heading, pairs, say, show_json
from .telling_log import values_in_words

if TYPE_CHECKING:
    from peoplezones.queries.erasures import Case

_PERSON = Named(PEOPLE)
_LEFT = (
    "What refers to it keeps the documents and reasons of its entries, which are seldom about one person; "
    "with --field document --field reason they go, too."
)


@click.command(params=[json_option(), db_option()], context_settings={"max_content_width": 110})
@click.argument("records", metavar="[REF]...", nargs=-1)
@click.option("--field", "fields", metavar="FIELD", multiple=True, help="Only these, or document, reason. Repeatable.")
@click.option("--and-referring", is_flag=True, help="Also the personal fields of all that refers to REF, or ever did.")
@click.option("--entry", "entries", metavar="NUMBER", type=int, multiple=True, help="What these entries were given.")
@click.option("--due", is_flag=True, help="Everything that has been kept for as long as the model says.")
@click.option("--basis", metavar="BASIS", default="", help="The lawful basis: one of those that the model names.")
@click.option("--reason", metavar="TEXT", default="", help="Why, in a few words that say nothing of what is erased.")
@click.option(
    "--as", "entered_by", envvar="PEOPLEZONES_AS", metavar="PERSON", default="", type=_PERSON, help="Who you are."
)
@click.option("--for", "actor", metavar="PERSON", default="", type=_PERSON, help="Who authorised it, where not you.")
@click.option("--document", metavar="TEXT", default="", help="The document that it comes from.")
@click.option("--on", metavar="DATE", default="", help="The day from which it holds. [default: today]")
@click.option("--dry-run", is_flag=True, help="Tell what would be erased, and erase nothing.")
@click.pass_context
def erase(ctx: click.Context, /, dry_run: bool, as_json: bool, **wanted: Any) -> None:
    """Erase personal values for good: of records (REF, by reference or name), of entries, or all that is due.

    Every value that a field ever had goes, and the texts of document and reason with it, unless --field picks some.
    References, stages and dates stay: docs/erasure.md tells what remains and what this cannot reach, such as backups.
    """
    from peoplezones.queries.erasures import case_of
    from peoplezones.service import Erasing

    board = session_of(ctx).board(write=True)
    found, left = board.erase(Erasing(**wanted), dry_run=dry_run)
    with board.view() as view:
        cases = [case_of(view, one.decision, one.values) for one in found]
    if as_json:
        show_json({"dry_run": dry_run, "erasures": cases, "remaining": left})
    else:
        _tell(cases, dry_run=dry_run)
        if left:
            say(left)
        if wanted["and_referring"] and not wanted["fields"] and any(case.moved for case in cases):
            say(_LEFT)
    ctx.exit(DONE if all(case.moved for case in cases) else REFUSED)


def _tell(cases: list[Case], *, dry_run: bool) -> None:
    if not cases:
        say("Nothing is due to be erased.")
    for case in cases:
        if not case.moved:
            for line in case.reasons:
                say(line)
            continue
        done = "would be erased" if dry_run else f"erased (entry {case.entry:,})"
        heading(f"{called(case.record, case.name) or case.kind_title}: {done}")
        pairs([_row(line) for line in values_in_words(case.values).split("\n")], "  ")
    many = sum(len(case.values) for case in cases if case.moved)
    if many and dry_run:
        say(f"{many:,} {'value' if many == 1 else 'values'} in all. Nothing was erased.")


def _row(line: str) -> tuple[str, str]:
    label, _, entries = line.rpartition(" (")
    return label, entries.rstrip(")")
