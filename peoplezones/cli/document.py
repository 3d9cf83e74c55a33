"""`document`: what goes on paper, made from the records as they stood on a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peoplezones.domain.errors import did_you_mean

from .document_making import FILE, Making, making_options, tell_made
from .groups import LazyGroup, session_of, write_section
from .options import db_option, json_option
from .printing import say, show_json, table

if TYPE_CHECKING:
    from peoplezones.documents.declared import Listed


class DocumentGroup(LazyGroup):
    """`list`, `issue`, and one command for each document that the model declares."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; that of a document is the same for all, and knows the document by its name."""
        found = super().get_command(ctx, cmd_name)
        if found is not None or cmd_name.startswith("-"):
            return found
        session = session_of(ctx)
        known = self.brief(ctx)
        return made(cmd_name, known.get(cmd_name, "")) if cmd_name in known or session.helping else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant, or say which document is nearest."""
        if not ctx.resilient_parsing and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            hint = did_you_mean(args[0], self.brief(ctx)) or "; 'document list' shows those there are"
            ctx.fail(f"no document is called '{args[0][:80]}'{hint}")
        return super().resolve_command(ctx, args)

    def brief(self, ctx: click.Context) -> dict[str, str]:
        """Return the commands, then the documents, with their help in brief."""
        return {**super().brief(ctx), **self.documents(ctx)}

    def documents(self, ctx: click.Context) -> dict[str, str]:
        """Return the documents of the model, each with its title."""
        from peoplezones.documents.declared import listed_documents

        session = session_of(ctx)
        if not session.helping and not session.has_file():
            session.board()  # says what is missing
        return {one.name: f"{one.title} ({one.kind_title})." for one in listed_documents(session.model())}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands and of the documents."""
        return list(self.brief(ctx))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the documents."""
        write_section(formatter, "Commands", super().brief(ctx).items())
        write_section(formatter, "Documents (NAME)", self.documents(ctx).items())


document = DocumentGroup(
    "document",
    help="Make papers, letters and toolkits from the records, as they stood on a day. "
    "NAME is one of the documents of the model; REF is the record that it is about.",
    params=[db_option()],
    lazy={
        "list": ("document:list_", "List the documents there are, or those that fit a record now."),
        "issue": ("document_issue:issue", "Make a document and put it on record as given out."),
    },
    subcommand_metavar="list | issue | NAME [REF] -o FILE ...",
    context_settings={"max_content_width": 110},
)


@click.command("list", params=[json_option(), db_option()])
@click.argument("ref", metavar="[REF]", required=False, default="")
@click.pass_context
def list_(ctx: click.Context, ref: str, as_json: bool) -> None:
    """List the documents there are; with REF, those that fit that record now."""
    from peoplezones.documents.declared import fitting, listed_documents
    from peoplezones.queries.ways import the_record
    from peoplezones.store.naming import resolve

    session = session_of(ctx)
    if not ref:
        found = listed_documents(session.model())
    else:
        with session.board().view() as view:
            found = fitting(view, the_record(view, resolve(view, view.model.workflows, ref)))
    if as_json:
        show_json(found)
    elif found:
        _tell(found)
    else:
        say("The model declares no documents." if not ref else f"No document fits {ref} now.")


def _tell(found: tuple[Listed, ...]) -> None:
    forms = {"either": "restricted or publishable", "always": "publishable", "never": "restricted"}
    table(
        ["Document", "Title", "About", "For", "Form"],
        [[one.name, one.title, one.kind_title, one.readers, forms[one.publish]] for one in found],
    )


def made(name: str, brief: str) -> click.Command:
    """Return the command that makes the document of a name."""

    @click.command(name, help=brief or None, params=[json_option(), db_option()])
    @click.argument("ref", metavar="[REF]", required=False, default="")
    @click.option("-o", "--output", metavar="FILE", required=True, type=FILE, help="Where to write it; - prints it.")
    @click.option("--draft", is_flag=True, help="Make it as a draft, also where it makes no sense yet.")
    @making_options
    @click.option("--as-of", "on", metavar="DATE", default="", help="As things stood on this day. [default: today]")
    @click.option("--at", metavar="NUMBER", type=int, default=0, help="As the log stood at this entry. [default: now]")
    @click.option("--overwrite", is_flag=True, help="Put it in the place of a file that is there.")
    @click.pass_context
    def command(
        ctx: click.Context, /, ref: str, output: Path, on: str, at: int, overwrite: bool, as_json: bool, **given: Any
    ) -> None:
        from peoplezones.exchange.writing import check_free, whole_file

        making = Making.of(name, ref, output, **given)
        if making.printed:
            click.echo(making.data(session_of(ctx).board(), on, at)[1], nl=False)
            return
        check_free(output, overwrite=overwrite)
        page, data = making.data(session_of(ctx).board(), on, at)
        with whole_file(output, overwrite=overwrite) as out:
            out.write(data)
        tell_made(page, output, data, as_json=as_json)

    return command
