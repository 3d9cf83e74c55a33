"""What the log costs: its share of a transition, the speed of an audit, and proofs in a log of a million entries."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.boards import chair, fill, pause_and_go_on, secretary, walked
from benchmarks.figures import Figure, rate
from peoplezones.app import Board
from peoplezones.domain import merkle
from peoplezones.service import acts, entry, perform
from peoplezones.store import statements as sql
from peoplezones.store import tree
from peoplezones.store.database import open_database, reading, writing

MOVES, LENGTH, MILLION = 300, 50_000, 1_000_000


def share(folder: Path) -> Iterator[Figure]:
    """What the log and the tree add to a transition: with and without them, in turn, on two Boards that are alike."""
    boards = [walked(folder / f"share-{n}.db") for n in range(2)]
    chairs = [chair(board) for board, _, _ in boards]
    mine: list[float] = []
    other: list[float] = []
    with _Without() as without:
        for _ in range(MOVES):
            for (board, reference, _), actor, found in zip(boards, chairs, (mine, other), strict=True):
                without.active = found is other
                found += pause_and_go_on(board, reference, actor)
    lines = statistics.median(without.lines)  # taken off: an entry must be written to be read again by the rules
    bare, whole = statistics.median(other) - lines, statistics.median(mine)
    added = whole / bare - 1
    what = "log and tree add to a transition"
    yield Figure(
        what, f"{added:.0%} ({(whole - bare) * 1000:.2f} ms to {bare * 1000:.2f} ms)", "at most 15%", added <= 0.15
    )
    for board, _, _ in boards:
        board.close()


class _Without:
    """While active, nothing is appended to the log on disk and no tree grows; the time that lines take is noted."""

    def __init__(self) -> None:
        self.active = False
        self.lines: list[float] = []

    def __enter__(self) -> _Without:
        self._kept = (entry.line_of, tree.Tree.grow, type(sql.ADD_ENTRY).run)
        line_of, grow, run = self._kept

        def timed(written: dict[str, Any]) -> Any:
            begun = time.perf_counter()
            found = line_of(written)
            self.lines.append(time.perf_counter() - begun)
            return found

        perform.line_of = acts.line_of = timed
        tree.Tree.grow = lambda own, *given: b"" if self.active else grow(own, *given)  # type: ignore[method-assign]

        def ran(own: Any, connection: Any, rows: Any) -> None:
            if not (self.active and own is sql.ADD_ENTRY):
                run(own, connection, rows)

        type(sql.ADD_ENTRY).run = ran  # type: ignore[method-assign]
        return self

    def __exit__(self, *_: object) -> None:
        perform.line_of, tree.Tree.grow, type(sql.ADD_ENTRY).run = self._kept  # type: ignore[method-assign]
        acts.line_of = self._kept[0]


def auditing(folder: Path) -> Iterator[Figure]:
    """How many entries a second are verified, and how fast the tree alone grows."""
    from peoplezones.audit.export import export
    from peoplezones.audit.verify import verify
    from peoplezones.audit.verify_bundle import verify_bundle

    board, _, _ = walked(folder / "audited.db")
    fill(board, secretary(board), LENGTH)
    board.close()
    with Board.open(folder / "audited.db", read_only=True) as board:
        assert verify(board.engine).agrees
        yield rate(
            "entries verified a second a core in the database", LENGTH, _best(lambda: verify(board.engine)), 20_000
        )
        with (folder / "audited.zip").open("wb") as out:
            export(board.engine, out)
        taken = _best(lambda: verify_bundle(folder / "audited.zip"))
        yield rate("entries verified a second a core in a bundle", LENGTH, taken, 20_000)
    lines = [b"x" * 1_000] * LENGTH
    yield rate("lines of 1,000 bytes a second a core for the tree alone", LENGTH, _best(lambda: _tree(lines)), 100_000)


def _best(action: Callable[[], object]) -> float:
    """Return the processor's seconds for something, the least of three: what is promised is promised of one core."""
    return min(_worked(action) for _ in range(3))


def _worked(action: Callable[[], object]) -> float:
    begun = time.process_time()
    action()
    return time.process_time() - begun


def _tree(lines: list[bytes]) -> None:
    frontier: merkle.Frontier = ()
    for place, line in enumerate(lines):
        frontier, _ = merkle.append(place, frontier, merkle.leaf(line))


def proofs(folder: Path) -> Iterator[Figure]:
    """How long a proof of inclusion takes in a log of a million entries, read from the tiles on disk."""
    database = open_database(folder / "million.db", create=True)
    with writing(database) as connection:
        grown = tree.Tree()
        grown.begin(b"")
        for start in range(0, MILLION, 10_000):
            grown.grow(connection, start, [str(n) for n in range(start, start + 10_000)])
    taken = []
    for index in range(17, MILLION, MILLION // 50):
        with reading(database) as connection:
            begun = time.perf_counter()
            path = merkle.inclusion(index, MILLION, tree.Hashes(connection))
            taken.append(time.perf_counter() - begun)
        leaf = merkle.leaf(str(index).encode())
        assert merkle.root_from_inclusion(index, MILLION, leaf, path) == merkle.root(grown.frontier)
    database.dispose()
    median = statistics.median(taken)
    what = "a proof of inclusion among 1,000,000 entries"
    yield Figure(what, f"{median * 1000:.2f} ms", "within 5 ms", median <= 0.005)
