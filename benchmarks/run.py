"""Measure what the project promises about speed, as ratios taken in one run.

    python -m benchmarks.run            prints a table
    python -m benchmarks.run --write    and keeps it in benchmarks/RESULTS.md

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
from datetime import UTC, datetime
from pathlib import Path

import yaml

from benchmarks import log, network, server
from benchmarks.boards import chair, fill, pause_and_go_on, secretary, walked
from benchmarks.figures import Figure, rate, ratio, seconds
from peoplezones.app import Board
from peoplezones.operating_model.load import canonical_texts, load_texts
from peoplezones.operating_model.shipped import shipped

HERE = Path(__file__).parent
ROUNDS, MOVES = 15, 200


def main() -> int:
    """Run every benchmark; return 1 where a promise is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the table in benchmarks/RESULTS.md")
    wanted = parser.parse_args()
    figures = []
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        os.environ["PEOPLEZONES_CACHE"] = f"{folder}/cache"
        for benchmark in (
            starts,
            loading,
            transition,
            server.on_a_server,
            log.share,
            growth,
            bulk,
            log.auditing,
            log.proofs,
            network.network,
        ):
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
        f"Taken by `python -m benchmarks.run --write` on {datetime.now(UTC).date()} with "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} processors. "
        "Medians; each ratio is taken within one run.\n\n"
        f"| what | found | promised | kept |\n| --- | --- | --- | --- |\n{rows}\n"
    )


# The command line


def starts(folder: Path) -> Iterator[Figure]:
    """The time a command takes to start, against importing the library that it cannot do without."""
    board, reference, _ = walked(folder / "starts.db")
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
        yield ratio(what, statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), limit)


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

    pairs = [(seconds(lambda: load_texts(texts, folder="m")), seconds(bare)) for _ in range(ROUNDS)]
    what = f"loading and proving a model of {len(texts) - 1} kinds against `yaml.load` of its files"
    yield ratio(what, statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), 3)


# One transition


def transition(folder: Path) -> Iterator[Figure]:
    """One durable transition with guards, offices and its entry, against a bare insert with the same settings."""
    board, reference, _ = walked(folder / "transition.db")
    actor = chair(board)
    bare = _bare(folder / "bare.db")
    mine, other = [], []
    pause_and_go_on(board, reference, actor)
    for _ in range(MOVES):
        mine += pause_and_go_on(board, reference, actor)
        other += [seconds(bare), seconds(bare)]
    yield ratio("a durable transition against a bare insert", statistics.median(mine), statistics.median(other), 4)
    board.close()


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
    board, reference, calendar = walked(folder / "small.db")
    actor = secretary(board)
    fill(board, actor, 1_000)
    board.close()
    shutil.copy(folder / "small.db", folder / "large.db")
    small, large = (Board.open(folder / name, clock=calendar) for name in ("small.db", "large.db"))
    fill(large, actor, 100_000)
    presiding = chair(small)
    few, many = [], []
    for _ in range(MOVES):
        few += pause_and_go_on(small, reference, presiding)
        many += pause_and_go_on(large, reference, presiding)
    what = "a transition with 100,000 entries in the log against 1,000"
    yield ratio(what, statistics.median(many), statistics.median(few), 1.2)
    small.close()
    large.close()


# Many at once


def bulk(folder: Path) -> Iterator[Figure]:
    """How many transitions a second an import and a rebuild make."""
    from peoplezones.exchange import import_file

    board, _, _ = walked(folder / "bulk.db")
    actor = secretary(board)
    rows = folder / "people.csv"
    rows.write_text("name\n" + "".join(f"Example {n}\n" for n in range(5_000)), encoding="utf-8")
    taken = seconds(lambda: import_file(board, "person", rows, entered_by=actor))
    yield rate("rows imported from CSV a second", 5_000, taken)
    report = None

    def again() -> None:
        nonlocal report
        report = board.rebuild()

    taken = seconds(again)
    assert report is not None
    assert report.agrees
    yield rate("entries rebuilt a second", report.entries, taken)
    board.close()


if __name__ == "__main__":
    sys.exit(main())
