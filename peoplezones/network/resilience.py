"""What would fall apart if somebody left: around each zone, and in the whole network (`resilience`).

The model declares around what (zones), who links and may leave (people), which two sides they link (communities and
agencies), and which facts tell how deep the leadership of one side is. People go by role, and by name only with their
consent, whoever asks: who is hard to do without is nobody's business but theirs.

Source: Annex B: community leadership carries a zone and differs from place to place (B-2.2), and needs help at the
start (B-2.11). What the figures mean and where they come from: `ties`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Value
from peoplezones.domain.workflow import NetworkSide, Resilience
from peoplezones.store.view import BoardView

from .graph import build, joined
from .load import limit_of
from .looking import NotDeclared, Titled, looked_at, source_of, stage
from .roles import Roles
from .ties import bridges, least_cut, single_points, ties

STANDS_FOR = "stands for"


class Person(Value, frozen=True):
    """Somebody who links: reference, and what they are called by role."""

    reference: str
    role: str


class Linked(Value, frozen=True):
    """A body on one side, and everybody who links it to the record in the middle."""

    reference: str
    label: str
    side: str
    by: tuple[Person, ...]


class Single(Value, frozen=True):
    """A single point of failure: who or which tie, what is cut off without it, and the whole in a sentence."""

    references: tuple[str, ...]
    cut_off: tuple[str, ...]
    words: str


class Depth(Value, frozen=True):
    """A fact that tells how many stand behind a side: the number, the least that a rule asks for, and in words.

    `words` is "nobody", "one alone", "fewer than needed" or "several"; with no rule two are several.
    """

    fact: str
    label: str
    value: int
    least: int | None
    words: str


class Around(Value, frozen=True, kw_only=True):
    """What holds one record together.

    `people` counts those tied to it; `cut` is how many would have to leave, at the least, for nobody to link the two
    sides (0: nobody does now), `cut_by` who they are; None where a side has nobody to be linked.
    """

    reference: str
    label: str
    state: str
    people: int
    linked: tuple[Linked, ...]
    unlinked: tuple[Linked, ...]
    points: tuple[Single, ...]
    bridges: tuple[Single, ...]
    cut: int | None
    cut_by: tuple[Person, ...]
    depth: tuple[Depth, ...]


class Resiliences(Titled, frozen=True, kw_only=True):
    """One part of what the model declares: around each record, and in the whole network of ties."""

    plural: str
    sides: tuple[str, ...]
    around: tuple[Around, ...]
    whole: tuple[Single, ...]
    left_out: dict[str, int]


def resilience(view: BoardView, today: str) -> tuple[Resiliences, ...]:
    """Return what would fall apart, as things stand on the day. Raises NotDeclared."""
    if not view.model.resilience:
        raise NotDeclared(view.model, "resilience")
    network = joined(build(view, public=True, today=today))
    return tuple(_Looking(view, part, network, today).found() for part in view.model.resilience)


class _Looking:
    """Looks at the ties around the records of one part."""

    def __init__(self, view: BoardView, part: Resilience, network: Any, today: str) -> None:
        self._view, self._part, self._network, self._today = view, part, network, today
        self._sides = {kind: side.title for side in part.sides for kind in side.kinds}
        self._ties = ties(network, part.may_leave, [part.kind, *self._sides])
        self._roles = Roles(view, self._ties, today)

    def found(self) -> Resiliences:
        """Return everything that this part asks for."""
        part = self._part
        looked = looked_at(self._view, part.kind, part.when, self._today)
        there = {scene.this.reference for scene in looked.scenes}
        others = {name for name, data in self._ties.nodes(data=True) if data["kind"] == part.kind} - there
        whole = self._ties.subgraph(set(self._ties) - others)
        return Resiliences(
            id=part.id,
            title=part.title,
            plural=self._view.model.workflows[part.kind].plural,
            sides=tuple(side.title for side in part.sides),
            around=tuple(self._around(scene) for scene in looked.scenes),
            whole=tuple(self._point(point.reference, point.cut_off) for point in single_points(whole)),
            left_out=looked.left_out,
            **source_of(part.clause, part.basis),
        )

    def _around(self, scene: Scene) -> Around:
        middle = scene.this.reference
        bodies = self._bodies(middle)
        people = sorted(self._ties[middle])
        graph = self._standing_for(middle, bodies, self._ties.subgraph([middle, *bodies, *people]).copy())
        linked = [self._linked(graph, middle, body) for body in sorted(bodies)]
        sides = [[body for body in bodies if self._side(body) == side.title] for side in self._part.sides]
        cut = least_cut(graph, *sides) if all(sides) else None
        return Around(
            reference=middle,
            label=self._label(middle),
            state=stage(scene.workflow, scene.this),
            people=len(people),
            linked=tuple(one for one in linked if one.by),
            unlinked=tuple(one for one in linked if not one.by),
            points=tuple(self._point(p.reference, p.cut_off, middle) for p in single_points(graph, middle)),
            bridges=tuple(self._bridge(graph, bridge.ends, bridge.cut_off, middle) for bridge in bridges(graph)),
            cut=None if cut is None else cut.size,
            cut_by=tuple(Person(name, self._roles.of(name, middle)) for name in (cut.who if cut else ())),
            depth=tuple(self._depth(scene)),
        )

    def _standing_for(self, middle: str, bodies: set[str], graph: Any) -> Any:
        """Return the graph, in which whoever stands for a side as a whole is tied to everything on it."""
        for side in self._part.sides:
            on_it = sorted(body for body in bodies if self._side(body) == side.title)
            for person in sorted(self._ties[middle]):
                if not any(graph.has_edge(person, body) for body in on_it) and self._stands_for(person, middle, side):
                    graph.add_edges_from(((person, body) for body in on_it), words=(STANDS_FOR,))
        return graph

    def _stands_for(self, person: str, middle: str, side: NetworkSide) -> bool:
        held = (one for one in self._view.offices_of(person) if one.scope == middle and one.on(self._today))
        if any(one.office in side.offices for one in held):
            return True
        ends = ((person, middle), (middle, person))
        edges = (data for one, two in ends for data in (self._network.get_edge_data(one, two) or {}).values())
        return any(data["live"] and self._meant(data) & set(side.ties) for data in edges)

    def _meant(self, data: dict[str, Any]) -> set[tuple[str, str]]:
        """Return the references, as kind and field, of which an edge of the network is made."""
        if "by_kind" in data:
            return {(data["by_kind"], data["by_field"]), (data["by_kind"], data["field"])}
        return {(self._network.nodes[data["record"]]["kind"], data["field"])}

    def _bodies(self, middle: str) -> set[str]:
        """Return the bodies of both sides around the middle."""
        edges = [*self._network.in_edges(middle, data=True), *self._network.out_edges(middle, data=True)]
        found = set()
        for start, onward, data in edges:
            body = onward if start == middle else start
            side = next((one for one in self._part.sides if body in self._ties and self._side(body) == one.title), None)
            if side and data["live"] and (not side.through or self._meant(data) & set(side.through)):
                found.add(body)
        return found

    def _side(self, name: str) -> str:
        return str(self._sides.get(self._ties.nodes[name]["kind"], ""))

    def _label(self, name: str) -> str:
        return str(self._ties.nodes[name]["label"])

    def _linked(self, graph: Any, middle: str, body: str) -> Linked:
        by = tuple(Person(name, self._roles.of(name, middle)) for name in sorted(graph[body]))
        return Linked(body, self._label(body), self._side(body), by)

    def _point(self, name: str, parts: Iterable[Iterable[str]], middle: str = "") -> Single:
        cut_off = tuple(body for part in parts for body in part)
        labels = _listed(self._label(body) for body in cut_off)
        links = f"no one links {self._label(middle)} to {labels}" if middle else f"{labels}: cut off from the rest"
        return Single((name,), cut_off, f"If {self._roles.of(name, middle)} leaves, {links}")

    def _bridge(self, graph: Any, ends: tuple[str, str], cut_off: tuple[str, ...], middle: str) -> Single:
        person, body = sorted(ends, key=lambda name: not graph.nodes[name]["may_leave"])
        words = " and ".join(graph.edges[ends]["words"])
        labels = _listed(self._label(name) for name in cut_off)
        tie = f"that of {self._roles.of(person, middle)} ({words} {self._label(body)})"
        return Single(ends, cut_off, f"Only one tie keeps {labels}: {tie}")

    def _depth(self, scene: Scene) -> Iterable[Depth]:
        bounds = {bound.fact: bound for bound in self._part.enough}
        for name in self._part.depth:
            fact = scene.workflow.facts.get(name)
            if fact is None:
                continue
            value = int(scene.value(name) or 0)
            found = limit_of(scene.workflow, bounds[name], "at_least") if name in bounds else None
            least = found[0] if found else None
            yield Depth(name, fact.label, value, least, _depth_in_words(value, least))


def _depth_in_words(value: int, least: int | None) -> str:
    if value == 0:
        return "nobody"
    if least is not None and value < least:
        return "fewer than needed"
    return "one alone" if value == 1 else "several"


def _listed(labels: Iterable[str]) -> str:
    *before, last = labels
    return f"{', '.join(before)} or {last}" if before else last
