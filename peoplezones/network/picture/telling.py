"""What a picture of a network shows, in words: counts, and what stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from peoplezones.domain.values import listed
from peoplezones.drawing.words import as_day, day_in_words

from .boxes import Box
from .layout import Shown

_ALL = 12  # boxes that are all told


def alternative(graph: Any, found: Sequence[Box], shown: Mapping[str, Shown], on: str) -> str:
    """Return the text alternative of a picture."""
    if not len(graph):
        return f"Network as of {day_in_words(as_day(on))}: nothing to show."
    kinds = Counter(node["kind_title"] for _, node in graph.nodes(data=True))
    counted = [f"{title} {count:,}" for title, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))]
    links = graph.number_of_edges()
    told = [
        f"Network as of {day_in_words(as_day(on))}: {_count(len(graph), 'record')}, {_count(links, 'link')}.",
        f"Records: {', '.join(counted)}.",
        *_boxes_in_words(graph, found, shown),
    ]
    several = sorted((-len(one.boxes), name) for name, one in shown.items() if len(one.boxes) > 1)
    if several:
        most = [f"{shown[name].name} ({-count})" for count, name in several[:5]]
        told.append(f"In several boxes: {_count(len(several), 'record')}; most often {listed(most)}.")
    return " ".join(told)


def _boxes_in_words(graph: Any, found: Sequence[Box], shown: Mapping[str, Shown]) -> list[str]:
    """Return a sentence for each box where they are few, else for the largest."""
    middles = [box for box in found if box.middle]
    picked = sorted(middles, key=lambda box: (-len(box.links), box.number))[:_ALL]
    told = [_box(graph, box, shown) for box in sorted(picked, key=lambda box: box.number)]
    left = len(middles) - len(picked)
    alone = sum(len(box.links) for box in found if not box.middle)
    return [
        *told,
        *([f"{_count(left, 'smaller box', 'smaller boxes')} besides."] if left else []),
        *([f"Linked to nothing: {_count(alone, 'record')}."] if alone else []),
    ]


def _box(graph: Any, box: Box, shown: Mapping[str, Shown]) -> str:
    kinds = Counter(graph.nodes[name]["kind_title"] for name in box.members)
    counted = [f"{title} {count}" for title, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))]
    middle = shown[box.middle]
    return (
        f"Box {box.number}, {middle.name} ({middle.about}): {f'linked to {listed(counted)}' if counted else 'no link'}."
    )


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
