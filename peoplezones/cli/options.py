"""Options and arguments that several commands share, and how their values are completed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from peoplezones import __version__

from .groups import dashed, session_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from peoplezones.domain.workflow import Choice, Field, Workflow

GIVEN = "given_"  # what the parameters of fields begin with, so that no field is taken for an option of ours
SEVERAL = 2  # kinds that a reference may be of, beyond which they are listed in its help
PEOPLE = ("*people*",)  # stands for the kind of record that people are
_METAVARS = {"date": "DATE", "number": "NUMBER", "money": "POUNDS", "yes_no": "yes|no", "file": "FILE"}


class Named(click.ParamType[str]):
    """A record of one of some kinds, by reference or name; completed from the database."""

    name = "reference"

    def __init__(self, kinds: Iterable[str]) -> None:
        self.kinds = tuple(kinds)

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the references, and then the names, that begin like this; nothing where the Board cannot be read."""
        from click.shell_completion import CompletionItem

        with suppress(Exception):
            from peoplezones.queries.completing import suggestions
            from peoplezones.store.naming import person_kind

            with session_of(ctx).board().view() as view:
                kinds = [person_kind(view.model)] if self.kinds == PEOPLE else self.kinds
                return [CompletionItem(text, help=note) for text, note in suggestions(view, kinds, incomplete)]
        return []


class Chosen(click.ParamType[str]):
    """One of a list of choices; the service checks it, so that titles are understood too."""

    name = "choice"

    def __init__(self, choices: Iterable[str]) -> None:
        self.choices = tuple(choices)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the choices that begin like this."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(choice) for choice in self.choices if choice.startswith(incomplete)]


class FilePath(click.ParamType[str]):
    """The path of a file; what is there is looked at when it is read."""

    name = "file"

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Let the shell complete it, as it completes other files."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


def db_option() -> click.Option:
    """Return `--db`; its value is found before anything is parsed, for the commands themselves depend on it."""
    return click.Option(
        ["--db"],
        metavar="ADDRESS",
        expose_value=False,
        help="File or URL of the Board. [PEOPLEZONES_DB or peoplezones.db]",
    )


def version_option() -> click.Option:
    """Return `--version`."""

    def tell(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted:
            click.echo(f"peoplezones {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=tell, help="Show the version."
    )


def json_option() -> click.Option:
    """Return `--json`."""
    return click.Option(["--json", "as_json"], is_flag=True, help="Print JSON instead of text.")


def named_model_option() -> click.Option:
    """Return `--model NAME`: which of several models in DIR/workflows is meant."""
    words = "Which model, where DIR/workflows has several. [default: the only one; of the shipped, the one in use]"
    return click.Option(["--model", "name"], metavar="NAME", default="", help=words)


def run_option() -> click.Option:
    """Return `--run/--no-run`: whether features are tried, or the last results are told."""
    words = "Try the features; or never, and tell the last results. [default: only where something has changed since]"
    return click.Option(["--run/--no-run"], default=None, help=words)


def acting_options() -> list[click.Parameter]:
    """Return the options of every request: who, when, from which document, with which key."""
    people = Named(PEOPLE)
    return [
        click.Option(
            ["--as", "entered_by"],
            envvar="PEOPLEZONES_AS",
            metavar="PERSON",
            default="",
            type=people,
            help="Who you are: reference or name. [PEOPLEZONES_AS]",
        ),
        click.Option(
            ["--for", "actor"],
            metavar="PERSON",
            default="",
            type=people,
            help="Who decided this, where it was not you; name the document that it comes from.",
        ),
        click.Option(["--on"], metavar="DATE", default="", help="The day from which it holds. [default: today]"),
        click.Option(["--document"], metavar="TEXT", default="", help="The document that it comes from."),
        click.Option(["--document-file"], metavar="FILE", type=FilePath(), help="That document itself, to be kept."),
        click.Option(["--key"], metavar="TEXT", default="", help="Makes it happen once, however often it is sent."),
        click.Option(
            ["--seen"], metavar="NUMBER", type=int, help="How many moves the record had made when you saw it."
        ),
        click.Option(["--dry-run"], is_flag=True, help="Tell how it would be answered, and keep nothing."),
        json_option(),
        db_option(),
    ]


def on_behalf(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add who acts, who decided, from which document and from which day, to a command that makes many requests."""
    known = Named(PEOPLE)
    for option in (
        click.option("--on", metavar="DATE", default="", help="The day from which it holds. [default: today]"),
        click.option("--document", metavar="TEXT", default="", help="The document that it comes from."),
        click.option(
            "--for", "actor", metavar="PERSON", default="", type=known, help="Who decided this, where it was not you."
        ),
        click.option(
            "--as",
            "entered_by",
            envvar="PEOPLEZONES_AS",
            metavar="PERSON",
            default="",
            type=known,
            help="Who you are.",
        ),
    ):
        command = option(command)
    return command


def field_option(workflow: Workflow, field: Field, *, asked: bool, limits: bool = True) -> click.Option:
    """Return the option for a field of the model; `limits` says also when it must be given."""
    notes = [field.label.rstrip(".") + "."]
    if field.help:
        notes.append(field.help)
    if field.choices:
        notes.append(f"One of: {', '.join(map(_choice_in_words, field.choices))}.")
    if len(field.to) > SEVERAL:
        notes.append(f"One of these: {', '.join(map(dashed, field.to))}.")
    if field.many:
        notes.append("Repeat it for several.")
    if asked:
        notes.append("[must be given]")
    elif limits and field.required_when:
        from peoplezones.operating_model.describe import tests_in_words

        notes.append(f"[must be given where {tests_in_words(workflow, field.required_when)}]")
    return click.Option(
        [f"--{dashed(field.name)}", f"{GIVEN}{field.name}"],
        metavar=metavar_of(field),
        multiple=field.many,
        type=type_of(field),
        help=" ".join(notes),
    )


def _choice_in_words(choice: Choice) -> str:
    """Return a choice with its title in brackets, where that says more than its name."""
    plain = choice.name.replace("_", " ").casefold()
    return choice.name if plain == choice.title.casefold() else f"{choice.name} ({choice.title})"


def metavar_of(field: Field) -> str:
    """Return what stands for the value of a field in help."""
    if field.type == "ref":
        return "|".join(dashed(kind).upper() for kind in field.to) if len(field.to) <= SEVERAL else "REF"
    return "CHOICE" if field.type == "choice" else _METAVARS.get(field.type, "TEXT")


def type_of(field: Field) -> click.ParamType[str]:
    """Return how a field's option is completed; every value reaches the service as text."""
    if field.type == "ref":
        return Named(field.to)
    if field.type == "choice":
        return Chosen(choice.name for choice in field.choices)
    if field.type == "file":
        return FilePath()
    return Chosen(("yes", "no")) if field.type == "yes_no" else click.STRING


def read_files(workflow: Workflow, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with the files in the place of their paths. Raises InvalidValues with all that is wrong."""
    paths = {name: path for name, path in values.items() if path and workflow.fields[name].type == "file"}
    if not paths:
        return values
    from peoplezones.domain.errors import InvalidValues
    from peoplezones.service.files import FileUnusable, file_at

    files, problems = {}, {}
    for name, path in paths.items():
        largest = workflow.fields[name].maximum
        try:
            files[name] = file_at(path, largest if isinstance(largest, int) else None)
        except FileUnusable as error:
            problems[name] = str(error)
    if problems:
        raise InvalidValues(problems, "what was to be attached")
    return {**values, **files}


def given(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that were given, by name."""
    return {
        name.removeprefix(GIVEN): list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if name.startswith(GIVEN) and value is not None and value != ()
    }
