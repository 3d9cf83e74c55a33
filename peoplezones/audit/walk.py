"""A walk through a log from its first line to its last: every line checked, and the tree grown over them.

The lines, and the leaf that is kept beside each, come from wherever they are kept. Held in memory are the frontier, the
last leaf of each record, and 16 bytes an entry for the clock; not the log.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Any

from peoplezones.domain import merkle

from .clock import Clock
from .findings import Findings
from .lines import Lines, LineWrong, OutOfOrder, Unlinked

Progress = Callable[[int, int], None]
LeafAt = Callable[[int], bytes]  # the leaf that is kept at an index (from 0), empty where there is none


class Walk:
    """What is known of a log after some of its lines, and what was found wrong on the way.

    `sizes` are those at which the root is wanted (`roots`): of the lines, and of the leaves that were kept of them.
    """

    def __init__(self, models: Container[str], kept: LeafAt, sizes: Iterable[int] = ()) -> None:
        self.lines = Lines(models)
        self.findings = Findings()
        self.jumps: list[str] = []
        self.count = 0
        self.frontier: merkle.Frontier = ()
        self.roots: dict[int, tuple[bytes, bytes]] = {0: (merkle.EMPTY, merkle.EMPTY)}
        self._kept = kept
        self._kept_frontier: merkle.Frontier = ()
        self._wanted = set(sizes)
        self._clock = Clock()

    def take(self, line: bytes) -> dict[str, Any] | None:
        """Look at the next line; return its entry, or None where that cannot be read."""
        leaf = merkle.leaf(line)
        entry, unlinked = None, None
        place = self.lines.size + 1
        try:
            entry = self.lines.take(line, leaf)
        except OutOfOrder as error:
            place = self._misplaced(error, leaf)
        except Unlinked as error:
            unlinked = error
        except LineWrong as error:
            self.findings.add(place, f"entry {place}", str(error))
        self._grow(place, leaf)
        if unlinked and not self.findings.about(place) and not self.findings.about(unlinked.before):
            self.findings.add(place, f"entry {place}", str(unlinked))
        if entry is not None:
            self._look_at_clock(entry)
        return entry

    def root(self, size: int) -> bytes:
        """Return the root over the first `size` lines, one of those that were wanted or the last."""
        return self.roots[size][0] if size in self.roots else merkle.root(self.frontier)

    def kept_root(self, size: int) -> bytes:
        """Return the root over the first `size` leaves that were kept."""
        return self.roots[size][1] if size in self.roots else merkle.root(self._kept_frontier)

    def _grow(self, place: int, leaf: bytes) -> None:
        """Add a leaf to both trees; `place` is the number of its entry."""
        kept = self._kept(place - 1)
        if kept != leaf and not self.findings.about(place):
            told = f"was changed, or its hash was: the line has {leaf.hex()}, and what was kept of it is {kept.hex()}"
            self.findings.add(place, f"entry {place}", told if kept else "has no hash in the tree")
        self.frontier, _ = merkle.append(self.count, self.frontier, leaf)
        self._kept_frontier, _ = merkle.append(self.count, self._kept_frontier, kept or leaf)
        self.count += 1
        if self.count in self._wanted:
            self.roots[self.count] = merkle.root(self.frontier), merkle.root(self._kept_frontier)

    def _misplaced(self, error: OutOfOrder, leaf: bytes) -> int:
        """Tell of a line that has another number than was to come; return of which entry it is taken to be."""
        expected, found = error.expected, error.found
        if found > expected:
            missing = f"entry {expected}" if found == expected + 1 else f"entries {expected} to {found - 1}"
            self.findings.add(expected, missing, f"missing: after entry {expected - 1} comes entry {found}")
        elif self._kept(found - 1) == leaf:
            told = f"comes a second time, or in the wrong place: entry {expected} was to come"
            self.findings.add(found, f"entry {found}", told)
        else:  # entry `found` is another
            self.findings.add(expected, f"entry {expected}", f"says that it is entry {found}")
            return expected
        return found

    def _look_at_clock(self, entry: dict[str, Any]) -> None:
        try:
            jump = self._clock.see(entry["n"], entry["at"])
        except ValueError:
            self.findings.add(entry["n"], f"entry {entry['n']}", f"was recorded at no moment: {entry['at'][:40]!r}")
            return
        if jump is not None and len(self.jumps) < 1_000:
            self.jumps.append(str(jump))
