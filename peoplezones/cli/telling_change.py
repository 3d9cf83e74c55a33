"""What joined and left, as text."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.network.change import Changes, Moved, Node

from .printing import heading, say
from .wrapping import paragraph, record_called


def tell_change(found: Changes) -> None:
    """Print what became different from one day to the other."""
    heading(f"From {found.first} to {found.second}")
    say(f"  In the network: {found.nodes[0]:,} records, then {found.nodes[1]:,}")
    say(f"  Live ties: {found.edges[0]:,}, then {found.edges[1]:,}")
    if not any((found.joined, found.left, found.moved, found.edges_joined, found.edges_left)):
        say("  Nothing is different.")
        return
    _tell("Joined", (_node(node) for node in found.joined))
    _tell("Left", (_node(node) for node in found.left))
    _tell("Moved on", (f"{_called(moved)}: from '{moved.before}' to '{moved.after}'" for moved in found.moved))
    _tell("Ties that came", (edge.words for edge in found.edges_joined))
    _tell("Ties that went", (edge.words for edge in found.edges_left))


def _node(node: Node) -> str:
    return f"{_called(node)}: {node.state}"


def _called(found: Node | Moved) -> str:
    return f"{found.kind_title} {record_called(found.reference, found.label)}"


def _tell(title: str, lines: Iterable[str]) -> None:
    known = list(lines)
    if not known:
        return
    say()
    heading(f"{title}: {len(known):,}")
    for line in known:
        paragraph(line, "  ", "    ")
