"""`model docs` writes the pages of the model in force, or of the one in a folder."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.conftest import ALLOTMENT, Run
from tests.house import house, line_of


def test_the_pages_of_the_model_in_force_are_written(society: Run, tmp_path: Path) -> None:
    result = society("model", "docs", "-o", str(tmp_path / "docs"))
    assert "index.md" in result.output
    kinds = {path.name for path in ALLOTMENT.glob("*.yaml")} - {"model.yaml"}
    written = {path.name for path in (tmp_path / "docs").iterdir()}
    assert written == {"index.md", *(name.replace(".yaml", ".md") for name in kinds)}


def test_a_folder_may_be_named_in_two_ways_but_only_one_at_once(run: Run, tmp_path: Path) -> None:
    run("model", "docs", str(ALLOTMENT), "-o", str(tmp_path / "one"))
    run("model", "docs", "--model", str(ALLOTMENT), "-o", str(tmp_path / "two"))
    texts = [{p.name: p.read_text() for p in (tmp_path / name).iterdir()} for name in ("one", "two")]
    assert texts[0] == texts[1]
    both = run("model", "docs", str(ALLOTMENT), "--model", str(ALLOTMENT), "-o", str(tmp_path / "three"), code=2)
    assert "name one model" in both.output


def test_the_pages_name_the_scenarios_that_show_each_rule(run: Run, tmp_path: Path) -> None:
    home = house(tmp_path / "home")
    options = ("--features", str(home / "features"), "-o", str(home / "docs"))
    run("model", "docs", str(home / "workflows"), *options)
    page = (home / "docs" / "plot.md").read_text("utf-8")
    line = line_of(home / "features" / "plots.feature", "Scenario: Ten hours")
    row = next(row for row in page.splitlines() if row.startswith("| `enough-hours` |"))
    assert f"Refuses: [plots.feature:{line}](../features/plots.feature#L{line})." in row
    assert "give its folder" in run("model", "docs", *options, code=2).output


def test_a_foreign_file_is_refused_and_a_faulty_template_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("mine")
    refused = run("model", "docs", str(ALLOTMENT), "-o", str(tmp_path), code=1)
    assert "--overwrite" in refused.output
    (tmp_path / "workflow.md").write_text("\n{{ pge }}")
    options = ("-o", str(tmp_path / "docs"), "--templates", str(tmp_path))
    (tmp_path / "model.md").write_text("mine: {{ model.title }}")
    faulty = run("model", "docs", str(ALLOTMENT), *options, code=1)
    assert "template workflow.md, line 2: 'pge' is undefined; did you mean 'page'?" in faulty.output
    assert not (tmp_path / "docs").exists()
