"""Keep docs/model/ true: the pages of the shipped model, with the scenarios that show each rule.

python -m tools.model_docs            writes them
python -m tools.model_docs --check    fails where they are stale

The features are tried only where something has changed since they last were.
"""

from __future__ import annotations

import sys

from peoplezones.documents import MADE, model_pages
from peoplezones.spec.trace_page import scenarios_by_rule
from tools._kept import PROJECT, keep
from tools._tried import traced


def main() -> int:
    """Write or check the pages."""
    model, trace = traced()
    rules = (rule for clause in trace.clauses for rule in clause.rules)
    pages = model_pages(model, shown=scenarios_by_rule(rules, features="../../features/"))
    return keep("model_docs", PROJECT / "docs" / "model", pages, MADE)


if __name__ == "__main__":
    sys.exit(main())
