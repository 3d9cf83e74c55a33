"""Measure what the project promises about speed, as ratios taken in one run.

    python benchmarks/run.py            prints a table
    python benchmarks/run.py --write    and keeps it in benchmarks/RESULTS.md

The machines that this runs on are noisy, so each figure is a median of many, alternated with what it is compared to.
Only ratios are promised; the milliseconds beside them are there to be wondered at.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import yaml

from peoplezones.app import Board
from peoplezones.operating_model.load import canonical_texts, load_folder, load_texts
from peoplezones.operating_model.shipped import shipped
from peoplezones.service.draft import Draft
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, first_of, found_board

HERE = Path(__file__).parent
ROUNDS, MOVES = 15, 200


@dataclass(frozen=True)
class Figure:
    """One promise: what was measured, against what, and the limit of the ratio (or the least per second)."""

    what: str
    found: str
    promised: str
    kept: bool


def main() -> int:
    """Run every benchmark; return 1 where a promise is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the table in benchmarks/RESULTS.md")
    wanted = parser.parse_args()
    figures = []
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        os.environ["PEOPLEZONES_CACHE"] = f"{folder}/cache"
        for benchmark in (starts, loading, transition, growth, bulk):
            for figure in benchmark(Path(folder)):
                missed = "" if figure.kept else "  MISSED"
                print(f"{figure.what}: {figure.found} (promised: {figure.promised}){missed}", flush=True)
                figures.append(figure)
    if wanted.write:
        (HERE / "RESULTS.md").write_text(_table(figures), encoding="utf-8")
    return 0 if all(figure.kept for figure in figures) else 1


def _table(figures: list[Figure]) -> str:
    rows = "\n".join(f"| {f.what} | {f.found} | {f.promised} | {'yes' if f.kept else 'no'} |" for f in figures)
    return (
        "# Figures\n\n"
        f"Taken by `python benchmarks/run.py --write` on {datetime.now(UTC).date()} with "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} processors. "
        "Medians; each ratio is taken within one run.\n\n"
        f"| what | found | promised | kept |\n| --- | --- | --- | --- |\n{rows}\n"
    )


def _ratio(what: str, mine: float, other: float, limit: float) -> Figure:
    found = f"{mine / other:.2f} times ({mine * 1000:.2f} ms against {other * 1000:.2f} ms)"
    return Figure(what, found, f"within {limit}", mine / other <= limit)


def _seconds(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


# The command line


def starts(folder: Path) -> Iterator[Figure]:
    """The time a command takes to start, against importing the library that it cannot do without."""
    board, reference, _ = _walked(folder / "starts.db")
    board.close()
    database = str(folder / "starts.db")
    for what, command, compared, limit in (
        ("`peoplezones --help` against `import click`", ["--help"], "import click", 1.5),
        (
            "`peoplezones zone show` against `import click, sqlalchemy`",
            ["zone", "show", reference, "--db", database],
            "import click, sqlalchemy",
            1.4,
        ),
    ):
        mine = [sys.executable, "-m", "peoplezones", *command]
        other = [sys.executable, "-c", compared]
        _run(mine)
        pairs = [(_run(mine), _run(other)) for _ in range(ROUNDS)]
        yield _ratio(what, statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), limit)


def _run(command: list[str]) -> float:
    """Return the seconds that a command takes, its own modules compiled as they are once installed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - begun


def loading(_: Path) -> Iterator[Figure]:
    """Loading, checking and proving the whole shipped model, against libyaml alone reading its files."""
    texts = canonical_texts(shipped("workflows") / "revised")

    def bare() -> None:
        for text in texts.values():
            yaml.load(text, Loader=yaml.CSafeLoader)

    pairs = [(_seconds(lambda: load_texts(texts, folder="m")), _seconds(bare)) for _ in range(ROUNDS)]
    what = f"loading and proving a model of {len(texts) - 1} kinds against `yaml.load` of its files"
    yield _ratio(what, statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), 3)


def _walked(path: Path) -> tuple[Board, str, Calendar]:
    """Return a Board with one active zone, the zone's reference, and the calendar by which it lives."""
    journeys = load_journeys(shipped("features") / "journeys", load_folder(shipped("workflows") / "revised"))
    calendar = Calendar(date.fromisoformat(first_of(journeys).on))
    board = found_board(path, journeys, None, calendar)
    return board, Walk(board, journeys, calendar).to("zone", "Example Wharf", "active"), calendar


# One transition


def transition(folder: Path) -> Iterator[Figure]:
    """One durable transition with guards, offices and its entry, against a bare insert with the same settings."""
    board, reference, _ = _walked(folder / "transition.db")
    chair = _chair(board)
    bare = _bare(folder / "bare.db")
    mine, other = [], []
    _pause_and_go_on(board, reference, chair)
    for _ in range(MOVES):
        mine += _pause_and_go_on(board, reference, chair)
        other += [_seconds(bare), _seconds(bare)]
    yield _ratio("a durable transition against a bare insert", statistics.median(mine), statistics.median(other), 4)
    board.close()


def _chair(board: Board) -> str:
    with board.view() as view:
        return view.holders("chair", view.root)[0].person


def _pause_and_go_on(board: Board, reference: str, chair: str) -> list[float]:
    """Suspend and resume a zone: offices both times, and every standing condition of an active zone on the way back."""
    found = []
    for name, values in (("suspend", {"paused_because": "Holidays"}), ("resume", {})):
        begun = time.perf_counter()
        decision = board.request("zone", name, reference, values, entered_by=chair)
        found.append(time.perf_counter() - begun)
        assert decision.moved, decision
    return found


def _bare(path: Path) -> Callable[[], None]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, line TEXT)")
    line = "x" * 1000

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t (line) VALUES (?)", (line,))
        connection.execute("COMMIT")

    return insert


def growth(folder: Path) -> Iterator[Figure]:
    """The same transition with 100,000 entries in the log, against 1,000."""
    board, reference, calendar = _walked(folder / "small.db")
    secretary = _secretary(board)
    _fill(board, secretary, 1_000)
    board.close()
    shutil.copy(folder / "small.db", folder / "large.db")
    small, large = (Board.open(folder / name, clock=calendar) for name in ("small.db", "large.db"))
    _fill(large, secretary, 100_000)
    chair = _chair(small)
    few, many = [], []
    for _ in range(MOVES):
        few += _pause_and_go_on(small, reference, chair)
        many += _pause_and_go_on(large, reference, chair)
    what = "a transition with 100,000 entries in the log against 1,000"
    yield _ratio(what, statistics.median(many), statistics.median(few), 1.2)
    small.close()
    large.close()


def _secretary(board: Board) -> str:
    with board.view() as view:
        return view.holders("secretariat", view.root)[0].person


def _fill(board: Board, secretary: str, size: int) -> None:
    """Make the log this long, with records that no zone refers to."""
    with board.view() as view:
        wanted = max(0, size - view.size)
    for _ in board.batch(_people(secretary, wanted)):
        pass


def _people(secretary: str, count: int) -> Iterator[Draft]:
    for number in range(count):
        yield Draft(kind="person", transition="register", values={"name": f"Example {number}"}, entered_by=secretary)


# Many at once


def bulk(folder: Path) -> Iterator[Figure]:
    """How many transitions a second an import and a rebuild make."""
    from peoplezones.exchange import import_file

    board, _, _ = _walked(folder / "bulk.db")
    secretary = _secretary(board)
    rows = folder / "people.csv"
    rows.write_text("name\n" + "".join(f"Example {n}\n" for n in range(5_000)), encoding="utf-8")
    taken = _seconds(lambda: import_file(board, "person", rows, entered_by=secretary))
    yield _rate("rows imported from CSV a second", 5_000, taken)
    report = None

    def again() -> None:
        nonlocal report
        report = board.rebuild()

    taken = _seconds(again)
    assert report is not None
    assert report.agrees
    yield _rate("entries rebuilt a second", report.entries, taken)
    board.close()


def _rate(what: str, count: int, taken: float) -> Figure:
    return Figure(what, f"{count / taken:,.0f}", "at least 1,000", count / taken >= 1_000)


if __name__ == "__main__":
    sys.exit(main())
