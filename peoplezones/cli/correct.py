"""`amend` and `undo`: putting a mistake right by a new entry, with a reason."""

from __future__ import annotations

from typing import Any

import click

from peoplezones.domain.record import AMEND, UNDO
from peoplezones.domain.wording import all_in_words
from peoplezones.domain.workflow import Model, Workflow

from .answer import ask
from .groups import write_section
from .options import GIVEN, acting_options, field_option, given, read_files
from .transition import record_argument


class CorrectingCommand(click.Command):
    """Amends fields, or takes the last transition back."""

    def __init__(self, model: Model, workflow: Workflow, name: str) -> None:
        self.model, self.workflow, self.correction = model, workflow, name
        names = dict.fromkeys(field for part in workflow.amend for field in part.fields)
        options = (
            [field_option(workflow, workflow.fields[field], asked=False) for field in names] if name == AMEND else []
        )
        super().__init__(
            name,
            params=[record_argument(workflow), *options, _reason(), *acting_options()],
            help=_HELP[name],
            callback=self.run,
            context_settings={"max_content_width": 110},
        )

    def run(self, ref: str, **options: Any) -> None:
        """Ask for the correction."""
        ask(
            click.get_current_context(),
            kind=self.workflow.name,
            transition=self.correction,
            record=ref,
            values=read_files(self.workflow, given(options)),
            **{name: value for name, value in options.items() if not name.startswith(GIVEN)},
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write who may correct what; then the options."""
        write_section(formatter, "Who may do it", self._people())
        super().format_options(ctx, formatter)

    def _people(self) -> list[tuple[str, str]]:
        if self.correction == UNDO:
            moves = self.workflow.transitions
            rows = [(moves[undo.transition].title, undo.by) for undo in self.workflow.undo]
        else:
            labels = {name: field.label for name, field in self.workflow.fields.items()}
            rows = [(", ".join(labels[name] for name in part.fields), part.by) for part in self.workflow.amend]
        return [(what, all_in_words(self.model, self.workflow, by)) for what, by in rows]


_HELP = {
    AMEND: "Put fields right, with a reason. What was there before stays in the log. Give '' to empty a field.",
    UNDO: "Take back the last transition, with a reason. Both stay in the log.",
}


def _reason() -> click.Option:
    return click.Option(["--reason"], metavar="TEXT", default="", help="Why, in a few words. [must be given]")


def correcting_command(model: Model, workflow: Workflow, name: str) -> click.Command:
    """Return the command that corrects records of a kind."""
    return CorrectingCommand(model, workflow, name)
