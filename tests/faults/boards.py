"""The Board that the battery works on, what is asked of it, and what must be true of it afterwards."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import text

from peoplezones.app import Board
from peoplezones.domain import merkle
from peoplezones.domain.record import Decision
from peoplezones.service import Draft
from peoplezones.store.database import open_database, reading
from peoplezones.store.tree import unpacked
from tests.engine import MODELS

SECRETARY = "PE-001"
SHARED = "GA-2026-001"  # a garden that everybody changes
PLEDGES = ("PG-001", "PG-002")  # those who pledged to it, of PE-002 and PE-003, withdraw and renew
MEMBERS = ("PE-002", "PE-003")
BEGINS = "2026-01-01"

SETTING = [
    Draft(kind=kind, transition=transition, record=record, values=values, entered_by=by, on="2026-01-02")
    for by, kind, transition, record, values in (
        (SECRETARY, "person", "register", "", {"name": "Bob"}),
        (SECRETARY, "person", "register", "", {"name": "Cy"}),
        (SECRETARY, "garden", "suggest", "", {"title": "Shared", "purpose": "leeks", "rent": "0"}),
        (SECRETARY, "garden", "ask", SHARED, {"members": list(MEMBERS)}),
        ("PE-002", "pledge", "pledge", PLEDGES[0], {"hours": "7"}),
        ("PE-003", "pledge", "pledge", PLEDGES[1], {"hours": "7"}),
    )
]


class Places:
    """Boards in a folder, each in a file of its own, all beginning alike."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._pattern = folder / "pattern.db"

    def fresh(self) -> str:
        """Return the address of another Board in which the setting has been made."""
        if not self._pattern.exists():
            begin(str(self._pattern))
        path = self._folder / f"{next(self._numbers)}.db"
        shutil.copy(self._pattern, path)
        return str(path)

    def empty(self) -> str:
        """Return an address at which there is nothing yet, in a folder of its own."""
        folder = self._folder / f"{next(self._numbers)}"
        folder.mkdir()
        return str(folder / "board.db")


def begin(address: str) -> None:
    """Found a Board and make the setting."""
    with Board.found(address, secretary="Ann Example", model=MODELS / "commons", on=BEGINS) as board:
        for answer in board.batch(SETTING):
            assert isinstance(answer, Decision), answer
            assert answer.moved, answer.reasons


def asked(key: str, number: int) -> Draft:
    """Return the `number`-th request of a writer whose keys begin with the same word: always the same."""
    word = key.rpartition("-")[0]
    turn = number % 5
    if turn == 0:
        return _draft(key, "garden", "suggest", values={"title": key, "purpose": "leeks", "rent": str(number)})
    if turn == 1:
        return _draft(key, "garden", "ask", f"{word}-{number - 1}", values={"members": list(MEMBERS)})
    if turn == 2:
        return _draft(key, "garden", "amend", SHARED, values={"rent": str(number)}, reason="dearer")
    if turn == 3:
        which = number // 5 % 2
        transition = "withdraw" if number // 10 % 2 == 0 else "renew"
        return _draft(key, "pledge", transition, PLEDGES[which], by=MEMBERS[which])
    return _draft(key, "person", "register", values={"name": key, "note": "found by the gate"})


def _draft(key: str, kind: str, transition: str, record: str = "", by: str = SECRETARY, **more: object) -> Draft:
    return Draft(kind=kind, transition=transition, record=record, entered_by=by, key=key, **more)  # type: ignore[arg-type]


class Told(NamedTuple):
    """An answer that a writer got and told: the key, the entry's number, and whether it moved."""

    key: str
    entry: int
    moved: bool


class Row(NamedTuple):
    """What the look at a Board needs of an entry."""

    n: int
    key: str | None
    moved: bool
    line: str


def entries(address: str) -> tuple[list[Row], int, bytes]:
    """Return the entries, and the size and frontier that the head has."""
    engine = open_database(address, read_only=True)
    try:
        with reading(engine) as connection:
            rows = connection.execute(text("select n, key, moved, line from entry order by n"))
            found = [Row(n, key, bool(moved), line) for n, key, moved, line in rows]
            head = connection.execute(text("select size, frontier from head")).one()
    finally:
        engine.dispose()
    return found, int(head[0]), bytes(head[1])


def look(address: str, told: Iterable[Told]) -> list[str]:
    """Return what is wrong with a Board of which `told` was acknowledged: what is lost, doubled or half there."""
    rows, size, frontier = entries(address)
    return [*_numbers(rows, size), *_told(rows, told), *_whole(rows), *_tree(rows, frontier)]


def _numbers(rows: list[Row], size: int) -> Iterator[str]:
    if [row.n for row in rows] != list(range(1, len(rows) + 1)) or size != len(rows):
        yield f"the head counts {size} entries, and the log has {len(rows)}"


def _told(rows: list[Row], told: Iterable[Told]) -> Iterator[str]:
    by_number = {row.n: row for row in rows}
    moves = Counter(row.key for row in rows if row.moved and row.key)
    for one in told:
        row = by_number.get(one.entry)
        if row is None or row.key != one.key or row.moved != one.moved:
            yield f"lost: {one.key} was acknowledged as entry {one.entry}"
    yield from (f"doubled: {key} happened {many} times" for key, many in moves.items() if many > 1)


def _whole(rows: list[Row]) -> Iterator[str]:
    """Yield the entries that did not come with all that they opened, and those opened by none."""
    read = {row.n: json.loads(row.line) for row in rows}
    opened = Counter(entry["cause"] for entry in read.values() if entry["cause"])
    for n, entry in read.items():
        if entry["moved"] and len(entry["opened"]) != opened[n]:
            yield f"half there: entry {n} opened {len(entry['opened'])} records, of which {opened[n]} have entries"


def _tree(rows: list[Row], frontier: bytes) -> Iterator[str]:
    tree: merkle.Frontier = ()
    for place, row in enumerate(rows):
        tree, _ = merkle.append(place, tree, merkle.leaf(row.line.encode()))
    if tree != unpacked(frontier):
        yield "the tree's frontier is not that of the log"


def rebuilt(address: str) -> list[str]:
    """Return where the log and the tables of a Board do not agree, and gardens that are there twice."""
    with Board.open(address) as board:
        differences = [str(difference) for difference in board.rebuild().differences]
        with board.view() as view:
            gardens = [view.record(reference) for reference in view.records_in("garden", frozenset())]
    titles = Counter(garden.fields["title"] for garden in gardens if garden)
    return [*differences, *(f"doubled: garden {title}" for title, many in titles.items() if many > 1)]
