"""`model simulate`: people act on many records at once, by chance, and everything is checked after each step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .faults import FAULT
from .groups import session_of
from .options import db_option, json_option
from .printing import heading, say, show_json, table

if TYPE_CHECKING:
    from peoplezones.domain.workflow import Model
    from peoplezones.spec.simulation.run import Outcome

_DIR = click.Path(path_type=Path)
_MOST_HELD = 12


def _number(name: str, default: int, words: str, least: int = 0) -> click.Option:
    kind = click.IntRange(min=least)
    return click.Option([name], type=kind, default=default, show_default=True, metavar="N", help=words)


@click.command(
    params=[
        click.Option(
            ["--journeys"], metavar="FOLDER", type=_DIR, help="Journeys to walk. [default: those beside the model]"
        ),
        click.Option(["--from-board"], is_flag=True, help="Wait as long at each stage as the Board's log has seen."),
        _number("--seed", 1, "Another number is another course of events; the same one, the same."),
        _number("--people", 10, "How many people there are besides those of the journeys."),
        _number("--zones", 5, "How many records of the main kind (zones) are led along journeys."),
        _number("--days", 730, "How many days it goes on.", 1),
        click.Option(
            ["--whims"],
            type=click.IntRange(0, 95),
            default=25,
            show_default=True,
            metavar="N",
            help="How often of a hundred times somebody acts on a whim between two steps, and again.",
        ),
        json_option(),
        db_option(),
    ]
)
@click.argument("folder", metavar="[DIR]", type=_DIR, required=False)
@click.pass_context
def simulate(
    ctx: click.Context,
    folder: Path | None,
    journeys: Path | None,
    from_board: bool,
    seed: int,
    people: int,
    zones: int,
    days: int,
    whims: int,
    as_json: bool,
) -> int:
    """Simulate people at work under the model in DIR (the shipped one, unless you name another).

    DIR is the folder of the model, or one that holds the folders `workflows` and `features`.
    On a Board of its own, which is gone afterwards. After each step every standing condition and promise is looked at
    anew. Shows how long records stay at each stage and which rules hold people up; ends with 1 if anything is wrong.
    """
    from peoplezones.operating_model.load import load_folder
    from peoplezones.spec.folders import JOURNEYS, features_beside, model_meant
    from peoplezones.spec.simulation.run import simulate as run
    from peoplezones.spec.simulation.setting import Setting
    from peoplezones.spec.simulation.stages import observed

    meant = model_meant(folder)
    model = load_folder(meant)
    found = run(
        Setting(
            model_folder=meant,
            journey_folder=journeys or features_beside(meant, "--journeys") / JOURNEYS,
            seed=seed,
            people=people,
            records=zones,
            days=days,
            whims=whims,
            durations=observed(session_of(ctx).board()) if from_board else {},
        )
    )
    if as_json:
        show_json(found)
    else:
        _tell(model, found)
    return FAULT if found.wrong else 0


def _tell(model: Model, found: Outcome) -> None:
    say(f"{found.requests:,} requests until {found.until} (seed {found.seed}): {found.moved:,} moved,")
    say(f"{found.refused:,} refused, {found.not_understood:,} not understood; {found.records:,} records.")
    say(f"{found.breaches:,} times a standing condition was broken, and noted.")
    say(f"{found.finished} of {found.led} journeys came to their end.")
    for title, kinds in (("Days at each stage", {model.main}), ("The same, of other kinds", {*model.watch})):
        rows = [_row(model, stage) for stage in found.stages if stage.kind in kinds]
        if rows:
            say()
            heading(title)
            table(("Stage", "Left", "Median", "Longest", "Still there", "Longest so far"), rows)
    if found.held:
        say()
        heading("What held people up most")
        rows = [
            (f"{held.times:,}", f"{model.workflows[held.kind].title}: {held.title}", held.needed)
            for held in found.held[:_MOST_HELD]
        ]
        table(("Times", "Step", "Because it needs"), rows)
    say()
    say(f"{found.conditions_looked_at:,} times a standing condition was looked at anew, and every promise with it.")
    for wrong in found.wrong:
        say(f"WRONG: {wrong}")
    say(
        "Something is wrong." if found.wrong else "All conditions held or were noted as broken; all promises were kept."
    )


def _row(model: Model, stage: object) -> tuple[str, ...]:
    from peoplezones.spec.simulation.stages import Stage

    assert isinstance(stage, Stage)
    title = stage.title if stage.kind == model.main else f"{model.workflows[stage.kind].title}: {stage.title}"
    return (title, f"{stage.left}", f"{stage.median:g}", f"{stage.longest}", f"{stage.there}", f"{stage.waiting}")
