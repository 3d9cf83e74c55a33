"""`model prove`: the promises of a model proved, and its features tried."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .faults import DONE, REFUSED
from .options import db_option, json_option, named_model_option
from .printing import heading, pairs, place_from_here, progress, say, show_json

if TYPE_CHECKING:
    from peoplezones.spec.prepared import Prepared
    from peoplezones.spec.proving import Proof, Proved
    from peoplezones.spec.trial import Trial


@click.command(params=[named_model_option(), json_option(), db_option()])
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@click.option(
    "-k", "words", metavar="TEXT", default="", help="Try only scenarios with this in name, rule, feature, file or tags."
)
@click.pass_context
def prove(ctx: click.Context, folder: Path | None, name: str, as_json: bool, words: str) -> None:
    """Prove the promises of a model and try its features.

    DIR holds the folders `workflows` and `features`; without it, the shipped ones are tried. The exit code is 3 where
    a promise is broken, a scenario fails, or a rule has not been shown to let pass and to refuse.
    """
    from peoplezones.spec.folders import folders_in

    folders = folders_in(folder, name)  # before what follows is imported: says so where the extra is missing
    from peoplezones.spec.prepared import prepare
    from peoplezones.spec.proving import prove as prove_model

    prepared = prepare(folders)
    proof = prove_model(prepared, words, progress)
    if as_json:
        show_json(_plain(prepared, proof))
    else:
        _tell(prepared, proof)
    ctx.exit(DONE if proof.holds else REFUSED)


def _tell(prepared: Prepared, proof: Proof) -> None:
    for found in proof.broken:
        _tell_broken(prepared, found)
    for trial in proof.failing:
        tell_failing(prepared, trial)
    for title, problems in (("Not shown yet", proof.not_shown), ("Declared for nothing", proof.unused)):
        if problems:
            heading(title)
            for problem in problems:
                say(f"  {place_from_here(problem.file)}:{problem.line}: {problem.message}")
            say()
    say(f"'{prepared.model.title}' ({prepared.model.version}):")
    for line in summary(proof):
        say(f"  {line}")


def summary(proof: Proof) -> list[str]:
    """Return in short how everything came out."""
    held = len(proof.trials) - len(proof.failing)
    kept = len(proof.promises) - len(proof.broken)
    lines = [
        f"{kept} of {len(proof.promises)} promises are kept",
        f"{held} of {len(proof.trials)} scenarios hold",
    ]
    if proof.not_shown:
        lines.append(f"{len(proof.not_shown)} of the rules yet to be shown to let pass and to refuse")
    if proof.unused:
        lines.append(f"{len(proof.unused)} declared for nothing, so that the model cannot be adopted")
    return lines


def _tell_broken(prepared: Prepared, found: Proved) -> None:
    promise, at = found.promise, found.at
    heading(f"Broken: the promise '{promise.id}' of {prepared.model.workflows[found.kind].title}")
    rows = [
        ("Where", f"{place_from_here(at.file)}:{at.line}"),
        ("Promised", promise.because),
        ("Clause", _clause(prepared, promise.clause)),
    ]
    pairs([*rows, *(("Broken by", way) for way in found.broken)])
    say()


def tell_failing(prepared: Prepared, trial: Trial) -> None:
    """Print a scenario that fails: where, under which rule and clauses, at which step, and what was seen instead."""
    assert trial.failed is not None
    heading(f"Fails: {trial.name}")
    file = place_from_here(str(prepared.folders.features / trial.file))
    rows = [
        ("Where", f"{file}:{trial.line}"),
        *([("Rule", trial.rule)] if trial.rule else []),
        *(("Clause", _clause(prepared, clause)) for clause in trial.clauses),
        ("Step", f"{trial.failed.keyword} {trial.failed.words} (line {trial.failed.line})"),
        ("Instead", trial.instead),
    ]
    pairs(rows)
    say()


def _clause(prepared: Prepared, clause: str) -> str:
    found = prepared.model.clauses.get(clause)
    return f"{clause} ({found.paper}): {found.title}" if found else clause


def _plain(prepared: Prepared, proof: Proof) -> dict[str, Any]:
    model = prepared.model
    return {
        "model": {"title": model.title, "version": model.version, "digest": model.digest},
        "holds": proof.holds,
        "promises": [
            {
                "kind": found.kind,
                "id": found.promise.id,
                "file": found.at.file,
                "line": found.at.line,
                "because": found.promise.because,
                "clause": found.promise.clause,
                "kept": not found.broken,
                "broken_by": list(found.broken),
            }
            for found in proof.promises
        ],
        "scenarios": {"tried": len(proof.trials), "held": len(proof.trials) - len(proof.failing)},
        "failing": [failing(prepared, trial) for trial in proof.failing],
        "not_shown": [problem_as_json(problem) for problem in proof.not_shown],
        "unused": [problem_as_json(problem) for problem in proof.unused],
    }


def failing(prepared: Prepared, trial: Trial) -> dict[str, Any]:
    """Return a scenario that fails as JSON-ready data."""
    assert trial.failed is not None
    return {
        "file": str(prepared.folders.features / trial.file),
        "line": trial.line,
        "feature": trial.feature,
        "rule": trial.rule,
        "name": trial.name,
        "clauses": list(trial.clauses),
        "step": {"line": trial.failed.line, "words": f"{trial.failed.keyword} {trial.failed.words}"},
        "instead": trial.instead,
    }


def problem_as_json(problem: Any) -> dict[str, Any]:
    """Return a problem with its place as JSON-ready data."""
    return {"file": problem.file, "line": problem.line, "message": problem.message}
