"""Run the tampering battery: `python -m tests.tampering`; with `--long` all of it, which writes docs/tampering.md."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from .battery import Figures, run
from .page import page
from .subject import a_board

PAGE = Path(__file__).parents[2] / "docs" / "tampering.md"
SHORT, LONG = 5, 100  # alterations of each kind


def main() -> int:
    """Run it, and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.tampering", description="Alter a log in every way.")
    parser.add_argument("--long", action="store_true", help=f"{LONG} alterations of each kind; write docs/tampering.md")
    parser.add_argument("--each", type=int, default=SHORT, help="so many alterations of each kind")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="in so many processes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subject = a_board(Path(folder))
        found = run(subject, Path(folder), LONG if options.long else options.each, tell, options.jobs)
    failures = sum(len(one.failures) for one in found)
    sys.stdout.write(f"{sum(one.tried for one in found):,} alterations, {failures:,} not found as they must be\n")
    if options.long:
        PAGE.write_text(page(found, len(subject.lines)), "utf-8")
    return 1 if failures else 0


def tell(figures: Figures) -> None:
    """Say what came of one kind."""
    sys.stdout.write(f"{figures.tried:6} {figures.kind.name}\n")
    sys.stdout.writelines(f"       FAILED {failure}\n" for failure in figures.failures)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
