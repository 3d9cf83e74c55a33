"""Every command and every option says what it is for, under the shipped model."""

from __future__ import annotations

from collections.abc import Iterator

import click

from peoplezones.cli.groups import LazyGroup
from peoplezones.cli.main import root
from peoplezones.cli.session import Session


def _commands(context: click.Context, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        inner = click.Context(command, parent=context, info_name=name)
        yield inner.command_path, command
        if isinstance(command, click.Group):
            yield from _commands(inner, command)


def test_every_command_and_every_option_has_help() -> None:
    context = click.Context(root, info_name="peoplezones", obj=Session("nowhere.db", helping=True))
    found = dict(_commands(context, root))
    assert len(found) > 100
    silent = [path for path, command in found.items() if not command.help]
    silent += [
        f"{path} {option.opts[0]}"
        for path, command in found.items()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


def test_every_lazy_command_is_where_it_is_said_to_be_and_has_a_brief_help() -> None:
    assert isinstance(root, LazyGroup)
    context = click.Context(root, info_name="peoplezones", obj=Session("nowhere.db", helping=True))
    for name, (_, brief) in root.lazy.items():
        command = root.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert brief.endswith(".")


def test_no_command_takes_an_option_twice() -> None:
    context = click.Context(root, info_name="peoplezones", obj=Session("nowhere.db", helping=True))
    for path, command in _commands(context, root):
        written = [word for param in command.params for word in param.opts]
        assert len(written) == len(set(written)), path
