"""Keep docs/trace.md true: from every clause of the shipped model to the results of its scenarios.

python -m tools.trace            writes it
python -m tools.trace --check    fails where it is stale

The features are tried only where something has changed since they last were.
"""

from __future__ import annotations

import sys

from peoplezones.documents import render
from peoplezones.spec.trace_page import trace_values
from tools._kept import PROJECT, keep
from tools._tried import traced

MARK = "<!-- Made by `python -m tools.trace`; what is changed here is lost. -->"


def main() -> int:
    """Write or check the page."""
    model, trace = traced()
    values = trace_values(model, trace, features="../features/", pages="model/")
    return keep("trace", PROJECT / "docs", {"trace.md": render("trace.md", values)}, MARK)


if __name__ == "__main__":
    sys.exit(main())
