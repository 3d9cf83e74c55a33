"""How many deleted values SQLite leaves in its file: with `secure_delete`, without it, and after VACUUM.

A value counts where its first ten bytes still stand in the file: `python -m benchmarks.traces`.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from pathlib import Path

KEPT, DELETED, FILES = 1_500, 900, 12


def left_behind(path: Path, seed: int, *, secure: bool) -> tuple[int, int]:
    """Return how many deleted values stand in a file of random rows, and how many after VACUUM."""
    draw = random.Random(seed)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        f"pragma journal_mode = wal; pragma synchronous = off; pragma secure_delete = {'on' if secure else 'off'};"
        "create table personal (commitment text primary key, n int, salt blob, value text)"
    )
    values = {}
    for number in range(KEPT):
        kept = draw.randbytes(32).hex()
        values[kept] = f"V{seed:02}-{number:06}-{'q' * draw.choice([0, 5, 40, 300, 1_500, 9_000])}"
        row = (kept, number, draw.randbytes(32), values[kept])
        connection.execute("insert into personal values (?, ?, ?, ?)", row)
    gone = draw.sample(sorted(values), DELETED)
    connection.executemany("delete from personal where commitment = ?", [(kept,) for kept in gone])
    found = []
    for statement in ("select 1", "vacuum"):
        connection.execute(statement)
        connection.execute("pragma wal_checkpoint(truncate)")
        content = path.read_bytes()
        found.append(sum(values[kept][:10].encode() in content for kept in gone))
    connection.close()
    return found[0], found[1]


def main() -> None:
    """Print the figures."""
    print(f"SQLite {sqlite3.sqlite_version}: {FILES} files, {DELETED} of {KEPT:,} values deleted in each")
    with tempfile.TemporaryDirectory() as folder:
        for secure in (False, True):
            found = [left_behind(Path(folder) / f"{secure}{seed}.db", seed, secure=secure) for seed in range(FILES)]
            before, after = (sum(pair[place] for pair in found) for place in (0, 1))
            print(f"secure_delete {'on ' if secure else 'off'}: {before:,} left behind; after VACUUM {after:,}")


if __name__ == "__main__":
    main()
