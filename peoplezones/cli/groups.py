"""Groups of commands that load a command only when it is called for, and know the nearest name to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

import click

from peoplezones.domain.errors import did_you_mean

from .session import Session


class LazyGroup(click.Group):
    """A group whose commands are named by `module:attribute`; `lazy` maps each to that and to its help in brief."""

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]] | None = None, **extra: Any) -> None:
        super().__init__(*args, **extra)
        self.lazy = dict(lazy or {})

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands in the order in which help lists them."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, imported now, or None."""
        named = self.lazy.get(cmd_name)
        return loaded(named[0]) if named else None

    def brief(self, ctx: click.Context) -> dict[str, str]:  # noqa: ARG002
        """Return every command with its help in brief, without loading any."""
        return {name: text for name, (_, text) in self.lazy.items()}

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant, or say which one is nearest."""
        found = self.get_command(ctx, args[0])
        if found is None and not ctx.resilient_parsing and not args[0].startswith("-"):
            hint = did_you_mean(args[0], self.brief(ctx))
            ctx.fail(f"there is no command '{args[0][:80]}'{hint}")
        return super().resolve_command(ctx, args) if found is None else (args[0], found, args[1:])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their help in brief."""
        write_section(formatter, "Commands", self.brief(ctx).items())

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Return the commands that begin like this, and the group's own options."""
        from click.shell_completion import CompletionItem

        known = self.brief(ctx).items()
        found = [CompletionItem(name, help=text) for name, text in known if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]


def loaded(place: str) -> click.Command:
    """Return the command at `module:attribute`, the module being one of this room."""
    module, attribute = place.split(":")
    found = getattr(import_module(f"peoplezones.cli.{module}"), attribute)
    assert isinstance(found, click.Command)
    return found


def write_section(formatter: click.HelpFormatter, title: str, rows: Iterable[tuple[str, str]]) -> None:
    """Write a section of names and what they mean, unless it is empty."""
    known = list(rows)
    if known:
        with formatter.section(title):
            formatter.write_dl(known, col_max=34)


def write_names(formatter: click.HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    """Write a section of lists of names: aligned if each fits on one line, else each after its title, to save lines."""
    aligned = max((len(name) for name, _ in rows), default=0) + 4  # two before the title, two after it
    if all(aligned + len(names) <= formatter.width for _, names in rows):
        write_section(formatter, title, rows)
        return
    with formatter.section(title):
        for name, names in rows:
            indent = " " * (formatter.current_indent + 2)
            text = click.formatting.wrap_text(
                f"{name}: {names}", formatter.width, " " * formatter.current_indent, indent
            )
            formatter.write(f"{text}\n")


def session_of(ctx: click.Context) -> Session:
    """Return what the commands of this invocation share."""
    found = ctx.find_object(Session)
    if found is None:  # a command that is run on its own, by a test
        found = ctx.obj = Session.of(())
    return found


def dashed(name: str) -> str:
    """Return a name of the model as it is written on the command line."""
    return name.replace("_", "-")
