"""The root of the command line: `peoplezones`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

from .faults import answered
from .groups import LazyGroup, dashed, session_of, write_names, write_section
from .kinds import KindGroup
from .options import db_option, version_option
from .session import COMPLETION, Session

COMMANDS = {
    "init": ("board:init", "Begin a Board in a new database."),
    "demo": ("story:demo", "Make a Board with a history to look at."),
    "status": ("board:status", "Show the stages, what is overdue and what is broken."),
    "due": ("due:due", "Show what is overdue, what is coming and who must act."),
    "log": ("board:log", "Show the log, newest last."),
    "document": ("document:document", "Make papers, letters and toolkits."),
    "form": ("form:form", "Make forms in Word or Excel; read and enter what comes back."),
    "network": ("network:network", "See who works with whom, and what is missing."),
    "notify": ("notify:notify", "Tell people by mail what is new for them."),
    "model": ("model:model", "Check, show, draw, document, prove or adopt an operating model."),
    "import": ("story:import_", "Take records in from a CSV or Excel file."),
    "export": ("story:export", "Write the records of a kind to a CSV or Excel file."),
    "erase": ("erase:erase", "Erase personal values for good, on a lawful basis."),
    "evidence": ("evidence:evidence", "List attached files, or write them back."),
    "audit": ("audit:audit", "Look into the log as an auditor does."),
    "witness": ("witness:witness", "Watch over another Board's log, as a second agency."),
    "rebuild": ("board:rebuild", "Submit the log again to an empty store, and compare."),
    "db": ("board:db", "Look after the database."),
}


#: Commands that a Board's keepers and auditors know: the first help names them, so that it stays one screen.
KEEPING = ("erase", "evidence", "audit", "witness", "rebuild", "db")


class Root(LazyGroup):
    """Every command, and one group for each kind of record of the model in force."""

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run a command line and exit with its code."""
        arguments = list(sys.argv[1:] if args is None else args)
        session = Session.of(arguments)
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError):  # a stream that somebody put in their place
                stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        extra |= {"standalone_mode": False, "obj": session, "complete_var": COMPLETION}
        try:
            code = answered(
                lambda: super(Root, self).main(arguments, prog_name or "peoplezones", **extra),
                as_json="--json" in arguments,
            )
        finally:
            session.close()
        sys.exit(code)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands and kinds."""
        return [*self.lazy, *(dashed(kind) for kind in session_of(ctx).tree.kinds)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or the group of a kind; where the kept tree does not know it, ask the Board."""
        if cmd_name in self.lazy:
            return super().get_command(ctx, cmd_name)
        session = session_of(ctx)
        kind = session.tree.kinds.get(cmd_name.replace("-", "_"))
        if kind is None and not session.helping and not ctx.resilient_parsing and session.has_file():
            session.board()
            kind = session.tree.kinds.get(cmd_name.replace("-", "_"))
        return KindGroup(kind) if kind else None

    def brief(self, ctx: click.Context) -> dict[str, str]:
        """Return every command and kind with its help in brief."""
        kinds = {dashed(kind.name): kind.title for kind in session_of(ctx).tree.kinds.values()}
        return {**super().brief(ctx), **kinds}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the kinds in their groups, one group a line."""
        brief = super().brief(ctx).items()
        write_section(formatter, "Commands", [(name, text) for name, text in brief if name not in KEEPING])
        formatter.write_text(f"To keep and check a Board: {', '.join(KEEPING)}")
        rows = [(title, ", ".join(map(dashed, kinds))) for title, kinds in session_of(ctx).tree.groups]
        write_names(formatter, "Kinds of record (KIND)", rows)


root = Root(
    "peoplezones",
    lazy=COMMANDS,
    params=[db_option(), version_option()],
    help="Carry People Zones from proposal to evaluation, by the adopted model. "
    "KIND --help lists what can be done with it, KIND why REF what is needed next.",
    context_settings={"max_content_width": 110},
    subcommand_metavar="COMMAND | KIND TRANSITION [REF] ...",
)
