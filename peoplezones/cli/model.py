"""`model`: check, show, draw and adopt operating models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .answer import tell
from .groups import LazyGroup, session_of
from .options import PEOPLE, Named, db_option, json_option
from .printing import heading, progress, say, show_json
from .tree import shipped_model_folder

if TYPE_CHECKING:
    from peoplezones.domain.workflow import Model, Workflow

_DIR = click.Path(path_type=Path)

model = LazyGroup(
    "model",
    help="Check, show, draw, document, prove or adopt an operating model, or bring records over to it.",
    params=[db_option()],
    lazy={
        "check": ("model:check", "Check the model in a folder and tell every mistake at once."),
        "show": ("model:show", "Show the rules for a kind of record in plain English."),
        "diff": ("model_diff:diff", "Tell what is different between two models, and which records it concerns."),
        "diagram": ("model:diagram", "Draw the stages of a kind of record."),
        "simulate": ("model_simulate:simulate", "Let people act on many records at once, and check every step."),
        "docs": ("model:docs", "Write the pages of a model: one for each kind of record, and an index."),
        "prove": ("prove:prove", "Prove the promises of a model and try its features."),
        "trace": ("trace:trace", "Follow every clause to its rules, its scenarios and their last result."),
        "features": ("features:features", "Write the features of a model, with their results, as a page."),
        "mutate": ("model_mutate:mutate", "Make every small change of a model and list what nothing notices."),
        "adopt": ("model:adopt", "Put a model in force for what begins from now on."),
        "migrate": ("model_migrate:migrate", "Bring records of earlier models over to the one in force."),
    },
)


def _model_option(
    words: str = "The model in this folder. [default: the one in force; without a Board, the shipped one]",
) -> click.Option:
    return click.Option(["--model", "folder"], metavar="DIR", type=_DIR, help=words)


def _one_of(named: Path | None, folder: Path | None) -> Path | None:
    """Return the folder that was named, as DIR or with --model; they are the same, so only one may be."""
    from peoplezones.domain.errors import UsageError

    if named and folder:
        raise UsageError(f"name one model: '{named}' or --model '{folder}'")
    return named or folder


def model_meant(ctx: click.Context, folder: Path | None) -> Model:
    """Return the model in a folder, or else the Board's, or else the shipped one."""
    session = session_of(ctx)
    if folder is None and session.has_file():
        return session.board().model
    from peoplezones.operating_model.load import load_folder

    return load_folder(folder or shipped_model_folder())


@click.command(params=[_model_option("The same as DIR."), json_option(), db_option()])
@click.argument("named", metavar="[DIR]", type=_DIR, required=False)
def check(named: Path | None, folder: Path | None, as_json: bool) -> None:
    """Check the model in a folder (the shipped one, unless you name another) and tell every mistake at once."""
    from peoplezones.operating_model.load import load_folder

    loaded = load_folder(_one_of(named, folder) or shipped_model_folder())
    kinds = loaded.workflows.values()
    counts = {
        "kinds": len(loaded.workflows),
        "transitions": sum(len(kind.transitions) for kind in kinds),
        "rules": sum(len(kind.guards()) for kind in kinds),
        "promises": sum(len(kind.promises) for kind in kinds),
    }
    if as_json:
        show_json({"title": loaded.title, "version": loaded.version, "digest": loaded.digest, **counts})
        return
    say(f"'{loaded.title}' ({loaded.version}) is sound: {', '.join(f'{n} {what}' for what, n in counts.items())}.")
    say(f"Every promise is proved. Digest: {loaded.digest}")


@click.command(params=[_model_option(), json_option(), db_option()])
@click.argument("kind", metavar="[KIND]", required=False)
@click.option("--offices", is_flag=True, help="Show who makes each stage move: of one kind, or of all.")
@click.pass_context
def show(ctx: click.Context, kind: str | None, folder: Path | None, offices: bool, as_json: bool) -> None:
    """Show the rules for a kind of record in plain English."""
    from peoplezones.operating_model.describe import describe
    from peoplezones.store.naming import workflow_named

    meant = model_meant(ctx, folder)
    if offices:
        _show_offices(meant, [workflow_named(meant, kind)] if kind else list(meant.workflows.values()), as_json)
        return
    if not kind:
        raise click.MissingParameter(ctx=ctx, param_hint="KIND", param_type="argument")
    found = describe(meant, workflow_named(meant, kind))
    if as_json:
        show_json(found)
    else:
        tell_described(found)


def _show_offices(model: Model, workflows: list[Workflow], as_json: bool) -> None:
    from peoplezones.operating_model.deciding import deciding

    from .telling_offices import tell_offices

    if as_json:
        show_json([row for workflow in workflows for row in deciding(model, workflow)])
    else:
        tell_offices(model, workflows)


@click.command(params=[_model_option(), db_option()])
@click.argument("kind", metavar="KIND")
@click.option(
    "--format",
    "drawn_as",
    type=click.Choice(["mermaid", "dot", "svg"]),
    default="mermaid",
    show_default=True,
    help="Mermaid and Graphviz are texts; SVG needs Graphviz to be installed.",
)
@click.pass_context
def diagram(ctx: click.Context, kind: str, folder: Path | None, drawn_as: str) -> None:
    """Draw the stages of a kind of record."""
    from peoplezones.operating_model import diagram as drawing
    from peoplezones.store.naming import workflow_named

    workflow = workflow_named(model_meant(ctx, folder), kind)
    draw = {"mermaid": drawing.mermaid, "dot": drawing.dot, "svg": drawing.svg}[drawn_as]
    say(draw(workflow).rstrip("\n"))


@click.command(params=[_model_option(), db_option()])
@click.argument("named", metavar="[DIR]", type=_DIR, required=False)
@click.option("-o", "--output", metavar="FOLDER", type=_DIR, required=True, help="Where to write them.")
@click.option(
    "--templates", metavar="FOLDER", type=_DIR, help="Templates of your own, which go before the shipped ones."
)
@click.option("--features", metavar="FOLDER", type=_DIR, help="Features that DIR is tried with; name them by rule.")
@click.option("--overwrite", is_flag=True, help="Put them in the place of files that were not made by this.")
@click.pass_context
def docs(
    ctx: click.Context,
    named: Path | None,
    folder: Path | None,
    output: Path,
    templates: Path | None,
    features: Path | None,
    overwrite: bool,
) -> None:
    """Write the pages of a model as Markdown: one for each kind of record, and an index. DIR is the same as --model."""
    from peoplezones.documents import MADE, model_pages, write_pages

    place = _one_of(named, folder)
    shown = _shown(place, features, output) if features else None
    pages = model_pages(model_meant(ctx, place), templates, shown=shown)
    write_pages(output, pages, MADE, overwrite=overwrite)
    say(f"{len(pages)} pages were written to {output}; begin with {output / next(iter(pages))}.")


def _shown(folder: Path | None, features: Path, output: Path) -> dict[str, Any]:
    """Return which scenarios show each rule of the model in a folder, with links from where the pages will be."""
    import os

    from peoplezones.domain.errors import UsageError
    from peoplezones.spec.folders import Folders, need_extra

    if folder is None:
        raise UsageError("say which model these features are about: give its folder")
    need_extra()
    from peoplezones.spec.prepared import prepare, results_needed
    from peoplezones.spec.trace_page import scenarios_by_rule
    from peoplezones.spec.tracing import trace

    prepared = prepare(Folders(folder, features), tags_may_be_wrong=True)
    clauses = trace(prepared, results_needed(prepared, progress=progress)).clauses
    to_features = Path(os.path.relpath(features, output)).as_posix() + "/"
    return scenarios_by_rule((rule for clause in clauses for rule in clause.rules), to_features)


@click.command(params=[_model_option("The same as DIR."), json_option(), db_option()])
@click.argument("named", metavar="DIR", type=_DIR, required=False)
@click.option(
    "--as", "entered_by", envvar="PEOPLEZONES_AS", metavar="PERSON", default="", type=Named(PEOPLE), help="Who you are."
)
@click.option(
    "--for", "actor", metavar="PERSON", default="", type=Named(PEOPLE), help="Who decided this, where it was not you."
)
@click.option("--on", metavar="DATE", default="", help="The day from which it holds. [default: today]")
@click.option("--document", metavar="TEXT", default="", help="The document that it comes from.")
@click.pass_context
def adopt(
    ctx: click.Context,
    named: Path | None,
    folder: Path | None,
    as_json: bool,
    entered_by: str,
    actor: str,
    on: str,
    document: str,
) -> None:
    """Put the model in a folder in force for what begins from now on; what is open lives on under its own."""
    from peoplezones.domain.errors import UsageError

    place = _one_of(named, folder)
    if place is None:
        raise UsageError("say which model to adopt: give its folder")
    if not entered_by:
        raise UsageError("say who you are: --as PERSON, or set PEOPLEZONES_AS")
    session = session_of(ctx)
    board = session.board(write=True)
    decision = board.adopt(place, actor=actor, entered_by=entered_by, document=document, on=on)
    if decision.moved:
        from .tree import keep_tree

        keep_tree(session.key, board.model)
    tell(ctx, board, decision, as_json=as_json)


def tell_described(found: dict[str, Any], depth: int = 0) -> None:
    """Print nested data as indented text: what is plain beside its word, what is nested below."""
    for name, value in found.items():
        if value in ("", [], {}, None):
            continue
        label = name.replace("_", " ")
        if isinstance(value, dict):
            _titled(label, depth)
            tell_described(value, depth + 1)
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            _titled(label, depth)
            for item in value:
                tell_described(item, depth + 1)
                say()
        else:
            text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            say(f"{'  ' * depth}{label}: {text}")


def _titled(label: str, depth: int) -> None:
    if depth == 0:
        say()
        heading(label.capitalize())
    else:
        say(f"{'  ' * depth}{label}:")
