"""The page from clause to result: one row a clause, links that lead somewhere, the same text every time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from peoplezones.documents import render
from peoplezones.spec.folders import folders_in
from peoplezones.spec.prepared import prepare
from peoplezones.spec.trace_page import MOST, trace_values
from peoplezones.spec.tracing import trace
from peoplezones.spec.trials import try_all
from tests.house import change, house


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return house(tmp_path / "home")


def page_of(home: Path, workers: int = 1) -> str:
    prepared = prepare(folders_in(home), tags_may_be_wrong=True)
    found = trace(prepared, try_all(prepared.trying, workers=workers))
    return render("trace.md", trace_values(prepared.model, found, "../features/", "model/"))


def rows_of(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.startswith("| ") and not line.startswith(("| ---", "| Clause"))]


def test_every_clause_has_a_row_with_rules_scenarios_and_result(home: Path) -> None:
    change(home / "workflows" / "model.yaml", "groups:", "  T-4: {paper: t, title: a, context: It was so.}\ngroups:")
    page = page_of(home)
    first, *_, last = rows_of(page)
    assert first.startswith("| T-1 (test) | the stages and their order | [Plot](model/plot.md): Plot (what it is), ")
    assert "`order` (the paper says)" in first
    assert first.endswith(f" and {4 - MOST} more | holds |")
    assert last == "| T-4 (t) | a | It was so. |  | context |"
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows_of(page)} == {6}
    assert "## What is missing" not in page


def test_links_lead_to_the_line_of_the_scenario(home: Path) -> None:
    links = re.findall(r"\]\(\.\./features/([\w.]+)#L(\d+)\)", page_of(home))
    assert links
    for file, line in links:
        assert "Scenario" in (home / "features" / file).read_text("utf-8").splitlines()[int(line) - 1]


def test_the_same_features_give_the_same_page(home: Path) -> None:
    assert page_of(home, workers=1) == page_of(home, workers=2)


def test_what_is_missing_or_fails_stands_at_the_end(home: Path) -> None:
    change(home / "features" / "posts.feature", "somebody else is in", "nobody is in")
    page = page_of(home)
    assert "- fails: 1\n" in page
    assert rows_of(page)[-1].endswith("| 1 fails |")
    assert (
        "the scenario 'Somebody stays in the secretariat' fails at this step" in page.partition("## What is missing")[2]
    )
