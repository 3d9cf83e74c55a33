"""Keep docs/cli.md true: every command of the command line under the shipped model.

python -m tools.cli_reference            writes it
python -m tools.cli_reference --check    fails where it is stale
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from peoplezones.cli.groups import dashed, session_of
from peoplezones.cli.kinds import CORRECTING, READING, KindGroup
from peoplezones.cli.main import root
from peoplezones.cli.options import GIVEN
from peoplezones.cli.session import Session
from peoplezones.documents import render
from tools._kept import PROJECT, keep

MARK = "<!-- Made by `python -m tools.cli_reference`; what is changed here is lost. -->"
MUST = " [must be given]"
Row = dict[str, Any]


def main() -> int:
    """Write or check the reference."""
    return keep("cli_reference", PROJECT / "docs", {"cli.md": reference()}, MARK)


def reference() -> str:
    """Return the reference, the same on every machine: nothing that was kept by an earlier run is looked at."""
    with TemporaryDirectory() as folder:
        os.environ["PEOPLEZONES_CACHE"] = folder
        session = Session(str(Path(folder, "none.db")), helping=True)
        return render("cli.md", values(click.Context(root, info_name="peoplezones", obj=session)))


def values(ctx: click.Context) -> dict[str, Any]:
    """Return what the template shows."""
    kinds = {name: inner for name, inner in _inner(ctx) if isinstance(inner.command, KindGroup)}
    commands = [row for name, inner in _inner(ctx) if name not in kinds for row in _leaves(inner)]
    of_kinds = {name: dict(_inner(inner)) for name, inner in kinds.items()}
    tree = session_of(ctx).tree
    return {
        "help": root.help,
        "options": _options(root.get_params(ctx)),
        "commands": commands,
        "every": [_every(name, of_kinds) for name in (*READING, *CORRECTING)],
        "acting": _shared(inner for found in of_kinds.values() for inner in _transitions(found).values()),
        "groups": [
            {"title": title, "kinds": [_kind(kinds[dashed(name)], of_kinds[dashed(name)]) for name in names]}
            for title, names in tree.groups
        ],
    }


def _inner(ctx: click.Context) -> Iterator[tuple[str, click.Context]]:
    group = ctx.command
    assert isinstance(group, click.Group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None, name
        yield name, click.Context(command, parent=ctx, info_name=name, max_content_width=110)


def _leaves(ctx: click.Context) -> Iterator[Row]:
    """Yield a command, or the commands of a group."""
    if isinstance(ctx.command, click.Group):
        for _, inner in _inner(ctx):
            yield from _leaves(inner)
    else:
        known = _options(root.get_params(ctx.find_root()))
        options = [row for row in _options(ctx.command.get_params(ctx)) if row not in known]
        yield {"path": ctx.command_path, "usage": _usage(ctx), "help": ctx.command.help, "options": options}


def _usage(ctx: click.Context) -> str:
    return " ".join([ctx.command_path, *ctx.command.collect_usage_pieces(ctx)])


def _options(params: Iterable[click.Parameter]) -> list[Row]:
    """Return options but those of fields and `--help`: how they are written, and their help."""
    found = [p for p in params if isinstance(p, click.Option) and not (p.name or "").startswith(GIVEN)]
    return [_option(option) for option in found if "--help" not in option.opts]


def _option(option: click.Option) -> Row:
    record = option.get_help_record(click.Context(root))
    assert record is not None, option.name
    return {"name": option.opts[-1], "written": record[0], "help": record[1]}


def _every(name: str, of_kinds: dict[str, dict[str, click.Context]]) -> Row:
    """Return a command that every kind has, as it is for any of them."""
    contexts = [found[name] for found in of_kinds.values()]
    first = contexts[0]
    usage = " ".join(["peoplezones KIND", name, *first.command.collect_usage_pieces(first)])
    return {"usage": usage, "help": {**READING, **CORRECTING}[name], "options": _shared(contexts)}


def _shared(contexts: Iterable[click.Context]) -> list[Row]:
    """Return the options that all of these commands have."""
    each = [_options(ctx.command.get_params(ctx)) for ctx in contexts]
    return [row for row in each[0] if all(row in rows for rows in each)]


def _transitions(found: dict[str, click.Context]) -> dict[str, click.Context]:
    return {name: ctx for name, ctx in found.items() if name not in READING and name not in CORRECTING}


def _kind(ctx: click.Context, found: dict[str, click.Context]) -> Row:
    """Return one kind: its transitions, and every option for a field with the commands that take it."""
    transitions = [_transition(name, inner) for name, inner in _transitions(found).items()]
    fields = {option.name: _field(option) for option in _given(found["list"])}
    for inner in _transitions(found).values():
        fields |= {o.name: _field(o) for o in _given(inner) if not (o.help or "").endswith(MUST)}
    amended = {option.name for option in _given(found["amend"])}
    return {
        "name": ctx.info_name,
        "page": f"{(ctx.info_name or '').replace('-', '_')}.md",
        "help": ctx.command.help,
        "transitions": transitions,
        "fields": [{**row, "amended": name in amended} for name, row in fields.items()],
    }


def _transition(name: str, ctx: click.Context) -> Row:
    asked = [option for option in _given(ctx) if (option.help or "").endswith(MUST)]
    taken = [option for option in _given(ctx) if option not in asked]
    arguments = [p.make_metavar(ctx) for p in ctx.command.params if isinstance(p, click.Argument)]
    return {
        "written": " ".join([name, *arguments]),
        "help": ctx.command.help,
        "must": [option.opts[0] for option in asked],
        "may": [option.opts[0] for option in taken],
    }


def _given(ctx: click.Context) -> list[click.Option]:
    return [p for p in ctx.command.params if isinstance(p, click.Option) and (p.name or "").startswith(GIVEN)]


def _field(option: click.Option) -> Row:
    return {"written": f"{option.opts[0]} {option.make_metavar(click.Context(root))}", "help": option.help}


if __name__ == "__main__":
    sys.exit(main())
