"""`model migrate`: bring records of earlier models over to the one in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .faults import DONE, REFUSED
from .groups import session_of
from .options import db_option, json_option, on_behalf
from .printing import called, heading, pairs, say, show_json
from .telling import tell_owes

if TYPE_CHECKING:
    from peoplezones.queries.owes import Case


@click.command(params=[json_option(), db_option()])
@click.argument("records", metavar="[REF]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All that live by earlier models.")
@click.option("--kind", metavar="KIND", default="", help="Of --all, only records of this kind.")
@on_behalf
@click.option("--dry-run", is_flag=True, help="Tell what would become of each record, and keep nothing.")
@click.pass_context
def migrate(
    ctx: click.Context,
    records: tuple[str, ...],
    everything: bool,
    kind: str,
    entered_by: str,
    actor: str,
    document: str,
    on: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring records (REF, by reference or name) over to the model in force, by the mapping that it declares.

    Each is decided by itself. What the model still asks of it is told now, and later by KIND show and KIND why.
    """
    from peoplezones.queries.owes import case_of
    from peoplezones.service import Wanted

    board = session_of(ctx).board(write=True)
    wanted = Wanted(
        records=records,
        kind=kind,
        everything=everything,
        actor=actor,
        entered_by=entered_by,
        document=document,
        on=on,
    )
    found = board.migrate(wanted, dry_run=dry_run)
    with board.view() as view:
        cases = [case_of(view, one.source, one.to, one.decision, one.changes, one.owes) for one in found]
        model = view.model.title
    if as_json:
        show_json({"model": model, "dry_run": dry_run, "records": cases})
    else:
        _tell(cases, model, dry_run=dry_run)
    ctx.exit(DONE if all(case.moved for case in cases) else REFUSED)


def _tell(cases: list[Case], model: str, *, dry_run: bool) -> None:
    if not cases:
        say(f"Every record lives by '{model}' already.")
    for case in cases:
        _tell_case(case, dry_run=dry_run)
    if len(cases) > 1:
        over = sum(case.moved for case in cases)
        owing = sum(bool(case.owes) for case in cases)
        would = "would come" if dry_run else "came"
        say(f"{over:,} of {len(cases):,} {would} over; {owing:,} of them still owe something.")


def _tell_case(case: Case, *, dry_run: bool) -> None:
    subject = called(case.reference, case.name)
    if not case.moved:
        heading(f"{subject} {'would stay' if dry_run else 'stays'} as it is, at '{case.source_title}'")
        for reason in case.reasons:
            say(f"  Needed: {reason.needed} ({reason.leans})")
            rows = [("Found", reason.found)] if reason.found else []
            if reason.steps:
                rows.append(("By", " or ".join(f"{step.command} ({step.who})" for step in reason.steps)))
            pairs(rows, "    ")
        return
    logged = "" if dry_run else f" (entry {case.entry})"
    heading(f"{subject} {'would come' if dry_run else 'came'} over{logged}: '{case.source_title}' -> '{case.to_title}'")
    pairs([(field.label, field.text) for field in case.changes], "    ")
    if case.owes:
        say("  The model still asks of it:")
        tell_owes(case.owes, "    ")
