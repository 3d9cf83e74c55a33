"""The command for one transition: its options are the fields that it asks for, its help says who, what and why."""

from __future__ import annotations

from typing import Any

import click

from peoplezones.domain.wording import all_in_words, basis_in_words, with_article
from peoplezones.domain.workflow import PREVIOUS, SAME, Clause, Guard, Model, Transition, Workflow

from .answer import ask
from .groups import dashed, write_section
from .options import GIVEN, Named, acting_options, field_option, given, read_files


class TransitionCommand(click.Command):
    """Makes one transition."""

    def __init__(self, model: Model, workflow: Workflow, move: Transition) -> None:
        self.model, self.workflow, self.move = model, workflow, move
        fields = [field_option(workflow, workflow.fields[name], asked=True) for name in move.asks]
        fields += [field_option(workflow, workflow.fields[name], asked=False) for name in move.takes]
        reference = [] if move.opening else [record_argument(workflow)]
        super().__init__(
            dashed(move.name),
            params=[*reference, *fields, *acting_options()],
            help=". ".join(text.rstrip(".") for text in (move.title, move.help) if text) + ".",
            callback=self.run,
            context_settings={"max_content_width": 110},
        )

    def run(self, ref: str = "", **options: Any) -> None:
        """Ask for the transition."""
        ask(
            click.get_current_context(),
            kind=self.workflow.name,
            transition=self.move.name,
            record=ref,
            values=read_files(self.workflow, given(options)),
            **{name: value for name, value in options.items() if not name.startswith(GIVEN)},
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write where it leads, who may make it, what it requires and opens; then the options."""
        write_section(formatter, "Where it leads", self._leads())
        write_section(formatter, "Who may do it", self._people())
        write_section(formatter, "What it requires", self._guards())
        write_section(formatter, "What it opens", self._opens())
        asked = [p.get_help_record(ctx) for p in self.params if (p.name or "").startswith(GIVEN)]
        write_section(formatter, "What it asks", [record for record in asked if record])
        write_section(formatter, "Options", self._common(ctx))

    def _common(self, ctx: click.Context) -> list[tuple[str, str]]:
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [p.get_help_record(ctx) for p in options if not (p.name or "").startswith(GIVEN)]
        which = [] if self.move.opening else [("REF", f"Which {self.workflow.title}: reference or name.")]
        return which + [record for record in records if record]

    def _leads(self) -> list[tuple[str, str]]:
        states = self.workflow.states
        sources = ", ".join(states[name].title for name in self.move.sources) or "nothing: it opens a new record"
        words = {SAME: "the same stage", PREVIOUS: "the stage that it was at before"}
        to = words.get(self.move.to) or states[self.move.to].title
        rows = [("from", sources), ("to", to)]
        clause = self.model.clauses.get(self.move.clause)
        return [*rows, ("rule", _leaning(self.move.clause, self.move.basis, clause))]

    def _people(self) -> list[tuple[str, str]]:
        rows = [("for", all_in_words(self.model, self.workflow, self.move.by))]
        if self.move.not_by:
            rows.append(("not for", all_in_words(self.model, self.workflow, self.move.not_by)))
        return rows

    def _guards(self) -> list[tuple[str, str]]:
        entered = [
            standing.guard
            for standing in self.workflow.standing
            if self.move.to in standing.states and not set(self.move.sources) <= set(standing.states)
        ]
        rows = [(guard.id, self._required(guard)) for guard in self.move.guards]
        return rows + [(guard.id, f"{self._required(guard)}; and it must stay so") for guard in entered]

    def _required(self, guard: Guard) -> str:
        from peoplezones.operating_model.describe import tests_in_words  # imported late: only help needs it

        when = f" (where {tests_in_words(self.workflow, guard.when)})" if guard.when else ""
        clause = self.model.clauses.get(guard.clause)
        return f"{guard.because}{when}: {_leaning(guard.clause, guard.basis, clause)}"

    def _opens(self) -> list[tuple[str, str]]:
        workflows = self.model.workflows
        return [
            (
                dashed(opening.kind),
                f"{with_article(workflows[opening.kind].title)} for each of {'.'.join(opening.for_each)}"
                if opening.for_each
                else with_article(workflows[opening.kind].title),
            )
            for opening in self.move.opens
        ]


def _leaning(clause: str, basis: str, known: Clause | None) -> str:
    return f"{basis_in_words(clause, basis)}, {known.title}" if known else basis_in_words(clause, basis)


def record_argument(workflow: Workflow) -> click.Argument:
    """Return the argument that names the record: a reference or a name."""
    return click.Argument(["ref"], metavar="REF", type=Named([workflow.name]))


def transition_command(model: Model, workflow: Workflow, move: Transition) -> click.Command:
    """Return the command that makes a transition."""
    return TransitionCommand(model, workflow, move)
