"""`model features`: the features of a model as one page for people to read."""

from __future__ import annotations

from pathlib import Path

import click

from .options import db_option, named_model_option, run_option
from .printing import progress, say


@click.command(params=[named_model_option(), run_option(), db_option()])
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@click.option(
    "-o",
    "--output",
    metavar="FILE.html",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Where to write it.",
)
@click.option(
    "--templates",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Templates of your own, which go before the shipped ones.",
)
@click.option("--overwrite", is_flag=True, help="Put it in the place of a file that was not made by this.")
def features(
    folder: Path | None, name: str, run: bool | None, output: Path, templates: Path | None, overwrite: bool
) -> None:
    """Write the features of a model, with their results, as one page to read, to show and to print.

    DIR holds the folders `workflows` and `features`; without it, the shipped ones are meant.
    """
    from peoplezones.documents import render, write_page
    from peoplezones.spec.folders import folders_in

    folders = folders_in(folder, name)
    from peoplezones.spec.page import MADE, page_values
    from peoplezones.spec.prepared import prepare, results_needed

    prepared = prepare(folders)
    results = results_needed(prepared, run=run, progress=progress)
    text = render("features.html", page_values(prepared, results), templates)
    write_page(output, text, MADE, overwrite=overwrite)
    failing = sum(not trial.held for trial in results.trials)
    say(f"{len(results.trials)} scenarios, of which {failing or 'none'} fail, were written to {output}.")
