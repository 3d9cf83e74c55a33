"""What every tool here does with the pages it makes: keep them, or with `--check` tell which are stale."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from peoplezones.documents import stale_pages, write_pages

PROJECT = Path(__file__).parents[1]


def keep(tool: str, folder: Path, pages: Mapping[str, str], mark: str) -> int:
    """Write the pages, or check them; return 1 where a check fails."""
    parser = argparse.ArgumentParser(prog=f"python -m tools.{tool}")
    parser.add_argument("--check", action="store_true", help="change nothing; fail where a page is stale")
    if not parser.parse_args().check:
        write_pages(folder, pages, mark)
        return 0
    stale = stale_pages(folder, pages, mark)
    if stale:
        where = folder.relative_to(PROJECT)
        print(f"stale in {where}: {', '.join(stale)}; run `python -m tools.{tool}`", file=sys.stderr)
    return 1 if stale else 0
