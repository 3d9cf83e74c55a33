"""The state graph of a workflow, on states paired with the state before: that is where `previous` leads.

On plain states, a suspension that leads back to where it came from would seem to lead anywhere, and would break every
proof. The engine keeps one state before (`Record.previous`), so pairs are exact. Written out, since networkx
takes longer to import than a model takes to load.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .workflow import PREVIOUS, SAME, Workflow

Node = tuple[str, str]  # state, the state before it ("" for none)


@dataclass(frozen=True, slots=True)
class Step:
    """One transition from a node (None: it opens the record) to another."""

    transition: str
    source: Node | None
    target: Node


class Walk:
    """Every node that can be reached from where the `starts` lead, with the shortest way to each."""

    def __init__(self, workflow: Workflow, starts: Iterable[Step], avoid: frozenset[str] = frozenset()) -> None:
        self._ways: dict[Node, Step] = {}
        self.steps: list[Step] = []
        first = list(starts)
        self._first = frozenset(first)
        waiting: deque[Step] = deque(first)
        while waiting:
            step = waiting.popleft()
            if step.target[0] in avoid:
                continue
            self.steps.append(step)
            if step.target not in self._ways:
                self._ways[step.target] = step
                waiting.extend(leaving(workflow, step.target))

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes reached, nearest first."""
        return tuple(self._ways)

    @property
    def states(self) -> frozenset[str]:
        """The states reached."""
        return frozenset(state for state, _ in self._ways)

    def leading_to(self, states: Iterable[str]) -> frozenset[Node]:
        """Return the nodes from which one of the states can be reached, those in one of them among them."""
        wanted = frozenset(states)
        before: dict[Node, list[Node]] = {}
        for step in self.steps:
            if step.source is not None:
                before.setdefault(step.target, []).append(step.source)
        found = {node for node in self._ways if node[0] in wanted}
        waiting = list(found)
        while waiting:
            for node in before.get(waiting.pop(), ()):
                if node not in found:
                    found.add(node)
                    waiting.append(node)
        return frozenset(found)

    def way_to(self, state: str) -> list[Step] | None:
        """Return the steps of the shortest way to a state, or None."""
        node = next((node for node in self._ways if node[0] == state), None)
        return None if node is None else self.way(node)

    def way(self, node: Node) -> list[Step]:
        """Return the steps of the shortest way to a node that was reached, from one of the starts."""
        steps = [self._ways[node]]
        while steps[-1] not in self._first and steps[-1].source is not None:
            steps.append(self._ways[steps[-1].source])
        return steps[::-1]


def walk(workflow: Workflow, avoid: Iterable[str] = ()) -> Walk:
    """Walk from every opening, never entering the states to `avoid`."""
    return Walk(workflow, openings(workflow), frozenset(avoid))


def openings(workflow: Workflow) -> list[Step]:
    """Return the steps that open a record."""
    return [Step(move.name, None, (move.to, "")) for move in workflow.openings]


def leaving(workflow: Workflow, node: Node) -> Iterator[Step]:
    """Yield the steps that can be taken from a node; `previous` leads nowhere where there is none."""
    state, before = node
    for move in workflow.transitions.values():
        if state not in move.sources:
            continue
        to = {SAME: state, PREVIOUS: before}.get(move.to, move.to)
        if to:
            yield Step(move.name, node, node if to == state else (to, state))


def in_words(steps: Iterable[Step]) -> str:
    """Return a way as `propose (proposed), suspend (suspended)`."""
    return ", ".join(f"{step.transition} ({step.target[0]})" for step in steps)
