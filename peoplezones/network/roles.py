"""How people who link others are called: by the office they hold there, by what they do, by name only with consent."""

from __future__ import annotations

from typing import Any

from peoplezones.domain.values import listed
from peoplezones.store.view import BoardView

from .labels import labels_of


class Roles:
    """Names people by role, in a graph of ties whose labels are public."""

    def __init__(self, view: BoardView, graph: Any, today: str) -> None:
        self._view, self._graph, self._today = view, graph, today
        people = {name: data["label"] for name, data in graph.nodes(data=True) if data["may_leave"]}
        known = labels_of(view, people)
        self._consenting = {name: label for name, label in people.items() if known[name] == label}

    def of(self, person: str, middle: str = "") -> str:
        """Return what a person is called, such as `the Community lead (PE-012)`: by offices of what is in the middle.

        Without one, by what they go by in public and what ties them to it. With consent the name comes first.
        """
        name = self._consenting.get(person, "")
        held = self._offices(person, middle) if middle else []
        if held:
            offices = listed(held)
            return f"{name}, the {offices} ({person})" if name else f"the {offices} ({person})"
        called, tie = str(self._graph.nodes[person]["label"]), self._tie(person, middle)
        known = called if person in called else f"{called} ({person})"
        return f"{known}, {tie}" if tie else known

    def _offices(self, person: str, scope: str) -> list[str]:
        titles = self._view.model.offices
        held = [one for one in self._view.offices_of(person) if one.scope == scope and one.on(self._today)]
        known = [one for one in held if one.office in titles]  # one that only an earlier model has goes without title
        words = (f"deputy {titles[one.office].title}" if one.deputy else titles[one.office].title for one in known)
        return list(dict.fromkeys(words))

    def _tie(self, person: str, middle: str) -> str:
        found = self._graph.get_edge_data(person, middle) if middle else None
        return f"who {listed(found['words'])} it" if found else ""
