"""`model mutate`: every small change of a model is made, and what nothing notices is listed."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .faults import DONE, REFUSED
from .options import json_option
from .printing import heading, progress, say, show_json

if TYPE_CHECKING:
    from peoplezones.spec.mutation.mutant import Mutant
    from peoplezones.spec.mutation.report import Report

_DIR = click.Path(path_type=Path)


@click.command(params=[json_option()])
@click.argument("folder", metavar="[DIR]", type=_DIR, required=False)
@click.option(
    "--features", metavar="FOLDER", type=_DIR, help="The features that must notice. [default: those beside the model]"
)
@click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only mutants of this kind of record; repeatable.")
@click.option("--only", metavar="TEXT", default="", help="Only mutants in whose name this stands.")
@click.option("--list", "only_list", is_flag=True, help="Only list the mutants.")
@click.option(
    "--workers", metavar="N", type=click.IntRange(min=1), help="How many processes. [default: one for each core]"
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the table as Markdown into this file.",
)
@click.option("--overwrite", is_flag=True, help="Put it in the place of a file that was not made by this.")
@click.pass_context
def mutate(
    ctx: click.Context,
    folder: Path | None,
    features: Path | None,
    kinds: tuple[str, ...],
    only: str,
    only_list: bool,
    workers: int | None,
    output: Path | None,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Make every small change of a model, one at a time, and list those that nothing notices.

    DIR is the folder of the model, or one that holds the folders `workflows` and `features`; the shipped one, unless
    you name another. What must notice a change: loading,
    promises, and the features. Exits with 3 where a change is noticed by nothing and no reason for it is written down.
    """
    from peoplezones.domain.errors import UsageError
    from peoplezones.spec.folders import features_beside, model_meant
    from peoplezones.spec.mutation.operators import chosen
    from peoplezones.spec.mutation.running import report_on

    if output and (kinds or only):
        raise UsageError("the table is of all mutants; leave --kind and --only out, or --output")
    model = model_meant(folder)
    if only_list:
        _list(chosen(model, kinds, only), as_json=as_json)
        return
    specified = features or features_beside(model, "--features")
    if output:
        from peoplezones.documents import check_place
        from peoplezones.spec.mutation.report import MADE

        check_place(output, MADE, overwrite=overwrite)
    report = report_on(model, specified, kinds, only, workers or os.cpu_count() or 1, progress)
    if output:
        from peoplezones.documents import write_page
        from peoplezones.spec.mutation.report import digest_of, page

        write_page(output, page(report, digest_of(model, specified)), MADE, overwrite=overwrite)
    if as_json:
        show_json(report.as_json())
    else:
        _tell(report)
    ctx.exit(REFUSED if report.survivors or report.needless else DONE)


def _list(mutants: list[Mutant], *, as_json: bool) -> None:
    if as_json:
        show_json([{"mutant": m.name, "operator": m.operator, "change": m.change} for m in mutants])
        return
    for mutant in mutants:
        say(mutant.name)


def _tell(report: Report) -> None:
    counts = report.counted(lambda _: "all").get("all") or Counter()
    noticed = sum(counts[fate] for fate in ("loading", "promise", "scenario"))
    for mutant, tried in report.survivors:
        heading(mutant.name)
        for line in report.told(mutant, tried):
            say(f"  {line}")
        say()
    for problem in report.needless:
        say(problem)
    say(
        f"{len(report.mutants):,} mutants: {noticed:,} noticed (loading {counts['loading']:,}, "
        f"promises {counts['promise']:,}, scenarios {counts['scenario']:,}), "
        f"{counts['equivalent']:,} with a reason, {counts['survived']:,} survived."
    )
