"""The fault battery in its long form. The short form are the tests in this folder.

    python -m tests.faults                      every part, a tenth as long
    python -m tests.faults --long               every part at full length, with its figures put into docs/faults.md
    python -m tests.faults --long kill power    some parts, for which the page's other figures stay
    python -m tests.faults --seed 7             as a run that told this seed

Parts run two at a time, each in a process of its own. Exit code 1 where anything is wrong, or a control found nothing.
"""

from __future__ import annotations

import argparse
import multiprocessing
import secrets
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from .figures import Result, keep, machine
from .parts import PARTS, Setting, run

TOGETHER = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for."""
    asked = _asked(arguments)
    names = [part.name for part in PARTS if not asked.parts or part.name.replace(",", "").split()[0] in asked.parts]
    scale = asked.scale or (1.0 if asked.long else 0.1)
    _say(f"Seed {asked.seed}, {scale:g} of the full length, {len(names)} parts")
    home = Path(tempfile.mkdtemp(prefix="faults-", dir=asked.folder))
    try:
        results = _run(names, home, asked.seed, scale)
        if asked.long:
            keep(results, machine(home), asked.seed)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 1 if any(result.wrong for result in results.values()) else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    known = sorted({part.name.replace(",", "").split()[0] for part in PARTS})
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="The fault battery in its long form.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of: {', '.join(known)} (default: all)")
    parser.add_argument("--long", action="store_true", help="at full length; keep the figures in docs/faults.md")
    parser.add_argument("--scale", type=float, default=0.0, help="a length of one's own; 1 is the full one")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000), help="as an earlier run told it")
    parser.add_argument("--folder", type=Path, help="where the Boards are made, for another file system")
    asked = parser.parse_args(arguments)
    unknown = sorted(set(asked.parts) - set(known))
    if unknown:
        parser.error(f"there is no part '{unknown[0]}'; there are: {', '.join(known)}")
    return asked


def _run(names: list[str], home: Path, seed: int, scale: float) -> dict[str, Result]:
    """Run parts, two at a time, and return what each found, in their own order."""
    found: dict[str, Result] = {}
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(TOGETHER, fresh, max_tasks_per_child=1) as pool:
        running = {
            pool.submit(run, name, Setting(home / str(number), seed, scale)): name for number, name in enumerate(names)
        }
        for done in as_completed(running):
            result, seconds = done.result()
            result.figures["seconds"] = round(seconds)
            found[running[done]] = result
            _say(f"{running[done]}: {result}")
    return {name: found[name] for name in names}


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
