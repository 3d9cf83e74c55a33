"""Which boxes a picture of a network has, and what is in each: graph in, plain values out."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

AT_MOST = 40  # records in one box around its middle; beyond, it is continued in another


@dataclass(frozen=True)
class Link:
    """All links between two records: what they say in each direction, and whether any of them is live."""

    there: tuple[str, ...]
    back: tuple[str, ...]
    live: bool


@dataclass(frozen=True)
class Box:
    """A record in the middle, those that it is linked to, and the links among these.

    `links` has for each member what it is to the middle (`there`: from the member to the middle). A box without a
    middle holds what is linked to nothing.
    """

    number: int
    middle: str
    part: int
    links: Mapping[str, Link]
    among: Mapping[tuple[str, str], Link]

    @property
    def members(self) -> Iterable[str]:
        """Every record around the middle."""
        return self.links


class Pairs:
    """The links of a graph, by the two records that they are between."""

    def __init__(self, graph: Any) -> None:
        self._words: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._live: set[tuple[str, str]] = set()
        self.beside: dict[str, set[str]] = {name: set() for name in graph}
        for start, end, data in graph.edges(data=True):
            self._words[start, end].add(data["edge"])
            self.beside[start].add(end)
            self.beside[end].add(start)
            if data["live"]:
                self._live.add(pair(start, end))

    def link(self, start: str, end: str) -> Link:
        """Return what is between two records, as seen from the first."""
        there, back = self._words.get((start, end), ()), self._words.get((end, start), ())
        return Link(tuple(sorted(there)), tuple(sorted(back)) if start != end else (), pair(start, end) in self._live)


def pair(one: str, other: str) -> tuple[str, str]:
    """Return two references in their order."""
    return (one, other) if one <= other else (other, one)


def boxes(graph: Any, first: Sequence[str], rank: Mapping[str, tuple[Any, ...]], *, only: bool = False) -> list[Box]:
    """Return the boxes of a graph: one for each of `first`, in that order, and as many as the other links need.

    With `only` there are no others. `rank` orders what is in a box. Every link is in a box, unless `only`.
    """
    pairs = Pairs(graph)
    found: list[Box] = []
    shown: set[tuple[str, str]] = set()
    for middle in chain(first, () if only else _others(pairs, first, shown)):
        wanted = (
            pairs.beside[middle]
            if middle in first
            else {n for n in pairs.beside[middle] if pair(middle, n) not in shown}
        )
        for box in _around(pairs, middle, sorted(wanted, key=rank.__getitem__), len(found) + 1):
            found.append(box)
            shown |= {pair(middle, member) for member in box.members} | set(box.among)
    alone = sorted((n for n in graph if not pairs.beside[n] and n not in first), key=rank.__getitem__)
    if alone and not only:
        nothing = {name: Link((), (), live=True) for name in alone}
        found.append(Box(len(found) + 1, "", 1, nothing, {}))
    return found


def _others(pairs: Pairs, first: Sequence[str], shown: set[tuple[str, str]]) -> Iterator[str]:
    """Yield again and again what has most links that are not shown yet, while whoever asks shows them."""
    waiting = [(-_left(pairs, name, shown), name) for name in pairs.beside if name not in first]
    heapq.heapify(waiting)
    while waiting:
        count, name = heapq.heappop(waiting)
        left = _left(pairs, name, shown)
        if left < -count:  # some have been shown since
            heapq.heappush(waiting, (-left, name))
        elif left:
            yield name


def _left(pairs: Pairs, name: str, shown: set[tuple[str, str]]) -> int:
    return sum(pair(name, other) not in shown for other in pairs.beside[name])


def _around(pairs: Pairs, middle: str, members: list[str], number: int) -> Iterator[Box]:
    """Yield the box around a middle, or as many as it takes."""
    for part, begin in enumerate(range(0, max(1, len(members)), AT_MOST), start=1):
        some = members[begin : begin + AT_MOST]
        among = {
            pair(one, other): pairs.link(*pair(one, other))
            for one in some
            for other in pairs.beside[one].intersection(some)
            if one < other and middle not in (one, other)
        }
        links = {member: pairs.link(member, middle) for member in some}
        yield Box(number + part - 1, middle, part, links, dict(sorted(among.items())))
