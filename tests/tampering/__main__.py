"""Run the battery: `python -m tests.tampering` a few of each kind, `--long` all, and write docs/tampering.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from .battery import Figures, run
from .kinds import KINDS
from .subject import a_board


def main() -> int:
    """Run it, and say what came of it."""
    parser = argparse.ArgumentParser(description="Alter a log in every way, and see that it is found.")
    parser.add_argument("--each", type=int, default=5)
    parser.add_argument("-k", default="")
    o = parser.parse_args()
    KINDS[:] = [k for k in KINDS if o.k in k.name]
    with tempfile.TemporaryDirectory() as folder:
        s = a_board(Path(folder))
        t = time.time()
        found = run(s, Path(folder), o.each, lambda f: print(f.tried, len(f.failures), f.kind.name, *f.failures[:2], sep="\n   "))
        print(sum(f.tried for f in found), sum(len(f.failures) for f in found), time.time() - t)
    return 0


sys.exit(main())
