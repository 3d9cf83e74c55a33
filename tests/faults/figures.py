"""What a part of the battery found, and the table of it in docs/faults.md."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"
_ROW = re.compile(r"^\| ([^|-][^|]*) \|((?:[^|\n]*\|){3})$", re.MULTILINE)
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


@dataclass
class Result:
    """Figures by what they count, and what was found to be wrong: nothing, where all is as promised."""

    figures: dict[str, object]
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Say it in one line."""
        told = "; ".join(f"{what} {_shown(figure)}" for what, figure in self.figures.items())
        return f"{told}; wrong {len(self.wrong)}" + "".join(f"\n    {line}" for line in self.wrong[:5])


def _shown(figure: object) -> str:
    return f"{figure:,}" if isinstance(figure, int) else str(figure)


def machine(folder: Path) -> dict[str, str]:
    """Return what kind of machine this is and which versions are tried, naming no machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.machine()}",
        "kernel": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        "file system": file_system(folder),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
    }


def file_system(folder: Path) -> str:
    """Return the kind of the file system that a folder is on."""
    mounts = [line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    holding = [(len(mount[1]), mount[2]) for mount in mounts if folder.resolve().is_relative_to(mount[1])]
    return max(holding)[1] if holding else "unknown"


def keep(results: Mapping[str, Result], about: Mapping[str, str], seed: int, page: Path = PAGE) -> None:
    """Put figures in their place on the page; those of parts that were not run stay."""
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    old, _, after = rest.partition(END)
    rows = {part: row for part, row in _ROW.findall(old) if part != "part"}
    how = f"seed {seed}; " + "; ".join(f"{name} {value}" for name, value in about.items())
    for part, result in results.items():
        told = "; ".join(f"{what}: {_shown(figure)}" for what, figure in result.figures.items())
        rows[part] = f" {told} | {len(result.wrong)} | {how} |"
    lines = ["| part | figures | wrong | run |", "| --- | --- | --- | --- |"]
    lines += [f"| {part} |{row}" for part, row in rows.items()]
    page.write_text(f"{before}{BEGIN}\n" + "\n".join(lines) + f"\n{END}{after}", "utf-8")
