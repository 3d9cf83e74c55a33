"""The commands about one kind of record: to read it, to put it right, and one for each of its transitions."""

from __future__ import annotations

import click

from .groups import LazyGroup, dashed, session_of, write_section
from .options import db_option
from .tree import Kind

READING = {
    "list": "List them, by stage and by what their fields hold.",
    "show": "Show one with everything that is known of it.",
    "history": "Show everything that has happened to one.",
    "why": "Tell what is needed next, what is there, and who can do it.",
    "plan": "Tell everything that stands between one and the goal.",
}
CORRECTING = {
    "amend": "Put fields right, with a reason.",
    "undo": "Take back the last transition, with a reason.",
}


class KindGroup(LazyGroup):
    """The commands about one kind; a transition's command is made from the model when it is called for."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(
            dashed(kind.name),
            help=f"{kind.title}. {kind.help}",
            params=[db_option()],
            subcommand_metavar="COMMAND [REF] ...",
            context_settings={"max_content_width": 110},
        )
        self.kind = kind

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.brief(ctx))

    def brief(self, ctx: click.Context) -> dict[str, str]:  # noqa: ARG002
        """Return the commands with their help in brief."""
        moves = {dashed(name): title for name, title in self.kind.transitions.items()}
        return {**READING, **CORRECTING, **moves}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands that read, then the transitions, then the corrections."""
        write_section(formatter, "To read", READING.items())
        moves = [(dashed(name), f"{title}.") for name, title in self.kind.transitions.items()]
        write_section(formatter, "Transitions", moves)
        write_section(formatter, "To put a mistake right", CORRECTING.items())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, made now."""
        session = session_of(ctx)
        name = cmd_name.replace("-", "_")
        if cmd_name in READING:
            from .reading import reading_command

            return reading_command(session, self.kind, cmd_name)
        writes = not ctx.resilient_parsing
        model = session.model(write=writes)
        workflow = model.workflows.get(self.kind.name)
        if workflow is None:
            return None
        if cmd_name in CORRECTING:
            from .correct import correcting_command

            return correcting_command(model, workflow, cmd_name)
        from .transition import transition_command

        move = workflow.transitions.get(name)
        return transition_command(model, workflow, move) if move else None
