"""Asking the service, and showing the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .faults import DONE, REFUSED
from .groups import session_of
from .printing import say, show_json

if TYPE_CHECKING:
    from peoplezones.app import Board
    from peoplezones.domain.record import Decision


def ask(ctx: click.Context, *, dry_run: bool, as_json: bool, **draft: Any) -> None:
    """Make a request (or only rehearse it), show the decision and exit with its code."""
    from peoplezones.service import Draft

    if draft.get("document_file"):
        from peoplezones.service.files import file_at

        draft["document_file"] = file_at(draft["document_file"])
    board = session_of(ctx).board(write=True)
    wanted = Draft(**draft)
    decision = board.service.rehearse(wanted) if dry_run else board.service.request(wanted)
    tell(ctx, board, decision, as_json=as_json)


def tell(ctx: click.Context, board: Board, decision: Decision, *, as_json: bool) -> None:
    """Show a decision and exit with its code."""
    from peoplezones.queries import explain

    with board.view() as view:
        names = explain.decision_names(view, decision)
        model = view.model
    if as_json:
        show_json(explain.as_json(model, decision, names))
    else:
        for line in explain.explain(model, decision, names):
            say(line)
    ctx.exit(DONE if decision.moved else REFUSED)
