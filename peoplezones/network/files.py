"""The network of a Board as it goes into a file: as a picture, or as a graph that says where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from peoplezones.drawing import Figure
from peoplezones.queries.naming import names
from peoplezones.store.view import BoardView

from .graph import build, joined
from .picture import Stated, picture
from .selecting import around, named, of_kinds, standing

FORMS = {
    False: "Restricted: names people.",
    True: "For publication: nobody is named who has not agreed to it.",
}


def stated(view: BoardView, today: str, *, public: bool) -> Stated:
    """Return what a picture or a file of the network says of where it comes from."""
    name = names(view, [view.root]).get(view.root, view.root)
    return Stated(name, today, view.size, FORMS[public])


def network_of(
    view: BoardView, today: str, *, public: bool = False, contracted: bool = False
) -> tuple[Any, dict[str, str]]:
    """Return the whole network, and what says where it comes from; `contracted` as `joined` has it."""
    graph = build(view, public=public, today=today)
    known = stated(view, today, public=public)
    about = {"title": known.title, "on": known.on, "position": str(known.position), "form": known.form}
    return joined(graph) if contracted else graph, about


def drawn(
    view: BoardView,
    today: str,
    *,
    of: Iterable[str] = (),
    kinds: Iterable[str] = (),
    public: bool = False,
    everything: bool = False,
) -> Figure:
    """Return the picture of who works with whom, as of a day.

    With `of` (references or names) only of these records and what they are linked to; with `kinds` only of records of
    these. What has ended is in it only where `everything` is asked for. Raises UnknownName or TooLarge.
    """
    whole = joined(build(view, public=public, today=today))
    middles = named(view, whole, of)
    graph = whole if everything else standing(whole, middles)
    wanted = list(kinds)
    if wanted:
        graph = of_kinds(view, graph, wanted, middles)
    if middles:
        graph = around(graph, middles)
    return picture(graph, stated(view, today, public=public), view.model.main, middles)
