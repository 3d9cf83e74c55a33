"""Keep docs/mutation.md true: what notices each small change of the shipped model.

python -m tools.mutation_table            tries every mutant and writes the page (minutes)
python -m tools.mutation_table --check    fails where it is stale or a mutant survived (at once)
"""

from __future__ import annotations

import argparse
import os
import sys

from peoplezones.cli.printing import progress
from peoplezones.documents import write_page
from peoplezones.spec.mutation.report import MADE, SURVIVED, digest_of, page
from peoplezones.spec.mutation.running import report_on
from tools._kept import PROJECT

MODEL, FEATURES, PAGE = PROJECT / "workflows" / "revised", PROJECT / "features", PROJECT / "docs" / "mutation.md"


def main() -> int:
    """Write or check the page."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutation_table")
    parser.add_argument("--check", action="store_true", help="change nothing; fail where the page is stale")
    stamp = digest_of(MODEL, FEATURES)
    if parser.parse_args().check:
        text = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
        wrong = "is stale" if f"made from {stamp} " not in text else "names survivors" if SURVIVED in text else ""
        if wrong:
            print(f"docs/mutation.md {wrong}; run `python -m tools.mutation_table`", file=sys.stderr)
        return 1 if wrong else 0
    report = report_on(MODEL, FEATURES, (), "", os.cpu_count() or 1, progress)
    write_page(PAGE, page(report, stamp), MADE, overwrite=True)
    for problem in report.needless:
        print(problem, file=sys.stderr)
    print(f"{len(report.mutants):,} mutants, {len(report.survivors):,} survived")
    return 1 if report.survivors or report.needless else 0


if __name__ == "__main__":
    sys.exit(main())
