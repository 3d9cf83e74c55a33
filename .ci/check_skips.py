"""Fail when a test was skipped that should have run, or when none ran at all.

    python .ci/check_skips.py REPORT DATA

REPORT is pytest's JUnit file. A test may be skipped only for want of the public data in the folder DATA, and then says
so: its reason begins with "no data:". Where DATA is there, nothing may be skipped.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree


def main(report: str, data: str) -> int:
    """Return the exit code: 0 when every test that should have run did."""
    cases = list(ElementTree.parse(report).iter("testcase"))
    skipped = {
        f"{case.get('classname')}::{case.get('name')}": found.get("message") or ""
        for case in cases
        if (found := case.find("skipped")) is not None
    }
    wrong = {
        name: reason for name, reason in skipped.items() if Path(data).is_dir() or not reason.startswith("no data:")
    }
    for name, reason in wrong.items():
        print(f"skipped, but should have run: {name}: {reason}", file=sys.stderr)
    if len(cases) == len(skipped):
        print("no test ran", file=sys.stderr)
        return 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
