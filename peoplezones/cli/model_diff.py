"""`model diff`: two operating models compared, and the records that stand where a rule would change."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .groups import session_of
from .options import db_option, json_option
from .printing import heading, say, show_json

if TYPE_CHECKING:
    from peoplezones.app import Board
    from peoplezones.domain.workflow import Model
    from peoplezones.operating_model.difference import Change


@click.command(params=[json_option(), db_option()])
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@click.pass_context
def diff(ctx: click.Context, first: str, second: str | None, as_json: bool) -> None:
    """Tell what is different from model A to model B.

    Each is a folder, or the name or digest of a model that the Board has adopted. With one, it is what would change if
    that took the place of the model in force.
    """
    from peoplezones.operating_model.difference import differences

    session = session_of(ctx)
    board = session.board() if session.has_file() else None
    old = _model(board, first) if second else _in_force(board)
    new = _model(board, second or first)
    changes = differences(old, new)
    if as_json:
        show_json(_as_data(board, old, new, changes))
    else:
        _tell(board, old, new, changes)


def _in_force(board: Board | None) -> Model:
    if board is not None:
        return board.model
    from peoplezones.operating_model.load import load_folder

    from .tree import shipped_model_folder

    return load_folder(shipped_model_folder())


def _model(board: Board | None, named: str) -> Model:
    """Return the model in a folder, or one that the Board has adopted: by digest, or by name the last of it."""
    from peoplezones.domain.errors import UnknownName, did_you_mean

    if Path(named).exists():
        from peoplezones.operating_model.load import load_folder

        return load_folder(Path(named))
    known: list[Model] = []
    if board is not None:
        with board.view() as view:
            known = view.models()
    for model in reversed(known):
        if model.name == named or (len(named) >= 6 and model.digest.startswith(named.lower())):
            return model
    names = [word for model in known for word in (model.name, model.digest[:12])]
    kept = f"; the Board keeps: {', '.join(dict.fromkeys(names))}" if names else ""
    raise UnknownName(f"'{named}' is no folder and no model of this Board{did_you_mean(named, names) or kept}")


def _as_data(board: Board | None, old: Model, new: Model, changes: Iterable[Change]) -> dict[str, Any]:
    import msgspec

    rows = [msgspec.to_builtins(change) for change in changes]
    if board is not None:
        from peoplezones.queries.touched import touched

        with board.view() as view:
            for row in rows:
                row["records"] = list(touched(view, row["kind"], row.get("states", ())).records)
    return {"from": _named(old), "to": _named(new), "same": not rows, "changes": rows}


def _named(model: Model) -> dict[str, str]:
    return {"name": model.name, "version": model.version, "title": model.title, "digest": model.digest}


def _tell(board: Board | None, old: Model, new: Model, changes: tuple[Change, ...]) -> None:
    say(f"From '{old.title}' ({old.version}, {old.digest[:12]}) to '{new.title}' ({new.version}, {new.digest[:12]})")
    if not changes:
        say("Nothing that they declare is different.")
        return
    affected = False
    for title, of_kind in groupby(changes, lambda change: change.title):
        say()
        heading(title)
        for place, in_place in groupby(of_kind, lambda change: change.place):
            affected = _tell_place(board, place, list(in_place)) or affected
    if affected:
        say()
        say("Records that are open go on under the model they began under, until they are brought over.")


def _tell_place(board: Board | None, place: str, changes: list[Change]) -> bool:
    """Tell what is different in one part; return whether there are records that it is about."""
    for change in changes:
        say(f"  {place}: {change.words}" if place else f"  {change.words}")
    states = dict.fromkeys(state for change in changes for state in change.states)
    if board is None or not states:
        return False
    from peoplezones.queries.touched import in_short, touched

    with board.view() as view:
        found = touched(view, changes[0].kind, states)
        if found.count:
            are = "1 record is" if found.count == 1 else f"{found.count:,} records are"
            say(f"      {are} where this holds: {in_short(view, found)}")
    return bool(found.count)
