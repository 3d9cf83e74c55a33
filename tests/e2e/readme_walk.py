"""Keep the walk in the README true: run its commands in a new folder and compare what they print.

    python -m tests.e2e.readme_walk            writes what they print into the README
    python -m tests.e2e.readme_walk --check    fails where that differs

The walk is the code block marked `console` in README.md: lines that begin with `$ ` are commands, what follows is what
they print. It happens on a fixed day there; every date, and the year in a reference, is shifted so that that day is
today.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"
DAY = date(2026, 11, 22)  # the day on which the walk happens in the README
_BLOCK = re.compile(r"```console\n(.*?)```\n", re.DOTALL)
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_NUMBERED = re.compile(r"(?<=[A-Z]-)\d{4}(?=-\d{3}\b)")


def main() -> int:
    """Write or check the walk; return 1 where a check fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where the README differs")
    check = parser.parse_args().check
    text = README.read_text(encoding="utf-8")
    found = _BLOCK.search(text)
    if found is None:
        print("README.md has no block marked 'console'", file=sys.stderr)  # noqa: T201
        return 1
    told = walked(found[1])
    if told == found[1]:
        return 0
    if check:
        print(_first_difference(found[1], told), file=sys.stderr)  # noqa: T201
        return 1
    README.write_text(text[: found.start(1)] + told + text[found.end(1) :], encoding="utf-8")
    return 0


def walked(block: str) -> str:
    """Return the block with what its commands print when they are run in a new folder."""
    today = datetime.now(UTC).date()
    with tempfile.TemporaryDirectory() as folder:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PEOPLEZONES")}
        environment |= {"COLUMNS": "100", "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        told = []
        for command in (line[2:] for line in block.splitlines() if line.startswith("$ ")):
            told += [f"$ {command}", *_printed(command, today, folder, environment)]
    return "\n".join(told) + "\n"


def _printed(command: str, today: date, folder: str, environment: dict[str, str]) -> list[str]:
    words = shlex.split(shifted(command, DAY, today))
    if words[0] == "export":
        environment |= dict([words[1].split("=", 1)])
        return []
    done = subprocess.run(
        words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    lines = shifted(done.stdout, today, DAY).splitlines()
    return [line.rstrip() for line in lines] + ([f"(exit code {done.returncode})"] if done.returncode else [])


def shifted(text: str, then: date, now: date) -> str:
    """Return the text with its dates, and the years in references, moved as far as `now` is from `then`."""
    apart = now - then

    def move(match: re.Match[str]) -> str:
        return _moved(match[0], apart)

    return _NUMBERED.sub(str(now.year), _DATE.sub(move, text))


def _moved(day: str, apart: timedelta) -> str:
    return (date.fromisoformat(day) + apart).isoformat()


def _first_difference(kept: str, told: str) -> str:
    for number, (was, is_now) in enumerate(zip(kept.splitlines(), told.splitlines(), strict=False), start=1):
        if was != is_now:
            remedy = "run `python -m tests.e2e.readme_walk`"
            return f"README.md, line {number} of the walk:\n  says   {was}\n  prints {is_now}\n{remedy}"
    return "README.md: the walk has lines too many or too few; run `python -m tests.e2e.readme_walk`"


if __name__ == "__main__":
    sys.exit(main())
