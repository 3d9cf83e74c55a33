"""The commands that read about one kind: list, show, history, why and plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from .groups import session_of
from .options import Named, db_option, field_option, given, json_option
from .printing import show_json

if TYPE_CHECKING:
    from peoplezones.store.view import BoardView

    from .session import Session
    from .tree import Kind


def reading_command(session: Session, kind: Kind, name: str) -> click.Command:
    """Return one of the commands that read about a kind."""
    make: dict[str, Callable[[], click.Command]] = {
        "list": lambda: _list(session, kind),
        "show": lambda: _about(kind, name, "Show one {} with everything that is known of it.", _show, [_facts()]),
        "history": lambda: _about(kind, name, "Show everything that has happened to one {}, refusals too.", _history),
        "why": lambda: _about(kind, name, _WHY, _why, [_transition_argument(kind)]),
        "plan": lambda: _about(kind, name, "Tell everything that stands between one {} and the goal.", _plan),
    }
    return make[name]()


_WHY = "Tell what the next transitions of one {} need, what is there, and who can do it."


def _list(session: Session, kind: Kind) -> click.Command:
    workflow = session.model().workflows.get(kind.name)
    fields = (
        [field_option(workflow, field, asked=False, limits=False) for field in workflow.fields.values()]
        if workflow
        else []
    )
    for option in fields:
        option.multiple = False
    state = click.Option(["--state"], metavar="STAGE", default="", help="Only those at this stage, by name or title.")
    return click.Command(
        "list",
        params=[state, *fields, json_option(), db_option()],
        callback=lambda **options: _listed(kind.name, **options),
        help=f"List {kind.plural}, oldest first. Text need only be part of a field; other values must be equal.",
        context_settings={"max_content_width": 110},
    )


def _listed(kind: str, *, state: str, as_json: bool, **options: Any) -> None:
    from peoplezones.queries.listing import listing

    from .telling import tell_listing

    board = session_of(click.get_current_context()).board()
    with board.view() as view:
        found = listing(view, kind, board.today(), state, given(options))
    if as_json:
        show_json(found)
    else:
        tell_listing(found)


def _about(
    kind: Kind, name: str, text: str, answer: Callable[..., None], params: list[click.Parameter] | None = None
) -> click.Command:
    """Return a command about one record of the kind, found by reference or name."""

    def run(ref: str, *, as_json: bool, **options: Any) -> None:
        from peoplezones.store.naming import resolve

        board = session_of(click.get_current_context()).board()
        with board.view() as view:
            answer(view, resolve(view, [kind.name], ref), board.today(), as_json=as_json, **options)

    reference = click.Argument(["ref"], metavar="REF", type=Named([kind.name]))
    return click.Command(
        name,
        params=[reference, *(params or []), json_option(), db_option()],
        callback=run,
        help=text.format(kind.title),
        context_settings={"max_content_width": 110},
    )


def _facts() -> click.Option:
    return click.Option(["--facts"], is_flag=True, help="Also work out every fact that the rules look at.")


def _transition_argument(kind: Kind) -> click.Argument:
    from .options import Chosen

    names = [name.replace("_", "-") for name in kind.transitions]
    return click.Argument(["transition"], metavar="[TRANSITION]", required=False, default="", type=Chosen(names))


def _show(view: BoardView, reference: str, today: str, *, as_json: bool, facts: bool) -> None:
    from peoplezones.queries.records import show

    from .telling import tell_record

    found = show(view, reference, today, facts=facts)
    show_json(found) if as_json else tell_record(found)


def _history(view: BoardView, reference: str, today: str, *, as_json: bool) -> None:  # noqa: ARG001
    from peoplezones.queries.history import history

    from .telling_log import tell_lines

    found = history(view, reference)
    show_json(found) if as_json else tell_lines(found)


def _why(view: BoardView, reference: str, today: str, *, as_json: bool, transition: str) -> None:
    from peoplezones.queries.why import why

    from .telling_ways import tell_why

    found = why(view, reference, today, transition)
    show_json(found) if as_json else tell_why(found)


def _plan(view: BoardView, reference: str, today: str, *, as_json: bool) -> None:
    from peoplezones.queries.why import plan

    from .telling_ways import tell_plan

    found = plan(view, reference, today)
    show_json(found) if as_json else tell_plan(found)
