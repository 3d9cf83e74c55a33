"""`model prove` and `model trace` on a folder of one's own: what people see, and with which code it ends."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from tests.e2e.conftest import ROOT, Run
from tests.house import change, house, line_of


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A society's folder, from inside."""
    found = house(tmp_path / "home")
    monkeypatch.chdir(found)
    return found


def proved(run: Run, code: int) -> Result:
    return run("model", "prove", ".", code=code)


def test_a_sound_model_with_features_that_show_it_is_proved(run: Run, home: Path) -> None:
    assert proved(run, 0).output.splitlines() == [
        "'An allotment society, to try the engine on' (1):",
        "  4 of 4 promises are kept",
        "  7 of 7 scenarios hold",
    ]
    found = json.loads(run("model", "prove", str(home), "--json").output)
    assert found["holds"]
    assert found["scenarios"] == {"tried": 7, "held": 7}
    assert [promise["id"] for promise in found["promises"] if promise["kept"]] == ["order", "gate", "ends", "apart"]


def test_a_guard_that_is_taken_out_breaks_its_promise_and_its_scenarios(run: Run, home: Path) -> None:
    plot = home / "workflows" / "plot.yaml"
    lines = plot.read_text().splitlines(keepends=True)
    plot.write_text("".join(line for line in lines if "id: all-pledged" not in line))
    output = proved(run, 3).output
    assert "Broken: the promise 'gate' of Plot" in output
    assert f"Where:     workflows/plot.yaml:{line_of(plot, 'id: gate')}" in output
    assert "Clause:    T-2 (test): commitment before planting" in output
    assert "'planted' can be entered without 'all-pledged': propose (proposed), ask (asked), plant (planted)" in output
    feature = home / "features" / "plots.feature"
    assert "Fails: A pledge is missing" in output
    assert f"Where:   features/plots.feature:{line_of(feature, 'Scenario Outline')}" in output
    assert "Rule:    A plot is planted once everybody has pledged" in output
    step = f"Step:    Then it is refused because (line {line_of(feature, 'it is refused because')})"
    assert step in output
    assert "Instead: Done: 'Plant'." in output
    assert "no rule looks at the fact 'unpledged'" in output
    assert "3 of 4 promises are kept" in output
    assert "5 of 7 scenarios hold" in output
    found = json.loads(run("model", "prove", ".", "--json", code=3).output)
    assert [(failing["name"], failing["clauses"]) for failing in found["failing"]] == [
        ("A pledge is missing", ["T-1", "T-2"]),
        ("His pledge is missing", ["T-1", "T-2"]),
    ]


def test_a_short_cut_is_told_by_its_way_and_the_features_are_tried_all_the_same(run: Run, home: Path) -> None:
    hurry = "  hurry: {title: Hurry, from: proposed, to: planted, by: [{office: chair}], clause: T-2, basis: house}\n"
    change(home / "workflows" / "plot.yaml", "  rest: {title", hurry + "  rest: {title")
    output = proved(run, 3).output
    assert "Broken by: 'planted' can be reached without 'asked': propose (proposed), hurry (planted)" in output
    assert "7 of 7 scenarios hold" in output


def test_a_rule_that_nothing_has_shown_is_listed(run: Run, home: Path) -> None:
    feature = home / "features" / "posts.feature"
    text = feature.read_text()
    feature.write_text(text[: text.index("    Scenario: One of two")])
    output = proved(run, 3).output
    assert "no scenario has shown 'one-stays' of post: let pass" in output
    assert "Not shown yet" in output


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("posts.feature", "asks to", "begs to", "no step is defined as: When the chair begs to"),
        ("posts.feature", "@T-3", "@T-9", ":6:1: no clause is called 'T-9'"),
        ("posts.feature", "Feature: Posts", "Featur: Posts", "this is not Gherkin"),
        ("posts.feature", "    Given the secretary", "    And the secretary", "this is not Gherkin"),
        ("journeys/plot.yaml", "for: plot,", "for: plt,", ":9:40: no record saved before this step is called 'plt'"),
    ],
)
def test_a_mistake_is_told_with_file_and_line_before_anything_is_tried(
    run: Run, home: Path, file: str, old: str, new: str, said: str
) -> None:
    path = home / "features" / file
    path.write_text(path.read_text().replace(old, new))
    output = proved(run, 2).output
    assert f"features/{file}:" in output
    assert said in output
    assert "scenarios hold" not in output


def test_features_that_are_empty_or_no_text_are_named(run: Run, home: Path) -> None:
    (home / "features" / "empty.feature").write_text("\n# nothing\n")
    (home / "features" / "bytes.feature").write_bytes(b"Feature: \xff")
    output = proved(run, 2).output
    assert "features/bytes.feature:1:1: this is not UTF-8" in output
    assert "features/empty.feature:1:1: no feature is written here" in output


def test_a_file_that_cannot_be_read_is_named(run: Run, home: Path) -> None:
    (home / "features" / "folder.feature").mkdir()
    (home / "features" / "gone.feature").symlink_to(home / "nowhere")
    output = proved(run, 2).output
    assert "features/folder.feature:1:1: this cannot be read (Is a directory)" in output
    assert "features/gone.feature:1:1: this cannot be read (No such file or directory)" in output
    (home / "features" / "folder.feature").rmdir()
    (home / "features" / "gone.feature").unlink()
    (home / "features" / "journeys" / "folder.yaml").mkdir()
    assert "journeys/folder.yaml:1:1: this cannot be read (Is a directory)" in proved(run, 2).output


def test_what_an_editor_puts_at_the_beginning_of_a_file_and_the_end_of_a_line_does_no_harm(
    run: Run, home: Path
) -> None:
    plain = proved(run, 0).output
    for file in (*home.rglob("*.feature"), *home.rglob("*.yaml")):
        file.write_bytes("\ufeff".encode() + file.read_bytes().replace(b"\n", b"\r\n"))
    assert proved(run, 0).output == plain


def test_only_scenarios_with_certain_words_are_tried(run: Run, home: Path) -> None:
    assert "1 of 1 scenarios hold" in run("model", "prove", str(home), "-k", "TEN HOURS").output
    assert "no scenario has the words 'marrow'" in run("model", "prove", str(home), "-k", "marrow", code=2).output


def test_features_need_the_extra_that_reads_them(home: Path) -> None:
    blocked = "import sys; sys.modules['pytest_bdd'] = None; sys.argv[1:] = ['model', 'prove', '.']\n"
    script = blocked + "from peoplezones.__main__ import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=home, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)}
    )
    assert result.returncode == 1
    assert 'pip install "peoplezones[spec]"' in result.stderr


def test_a_trace_leads_from_clause_to_result(run: Run, home: Path) -> None:
    output = run("model", "trace", ".").output
    assert output.splitlines()[0].split() == ["Clause", "What", "it", "asks", "Rules", "Scenarios", "Result"]
    assert "Nothing missing." in output
    about = run("model", "trace", ".", "--clause", "t-2", "--no-run").output
    assert f"workflows/plot.yaml:{line_of(home / 'workflows' / 'plot.yaml', 'id: enough-hours')}\n" in about
    refused = line_of(home / "features" / "plots.feature", "Scenario: Ten hours")
    assert f"Refuses in:   plots.feature:{refused}\n" in about
    found = json.loads(run("model", "trace", ".", "--json", "--no-run").output)
    assert [clause["result"] for clause in found["clauses"]] == ["holds"] * 3
    assert found["failures"] == []


def test_what_is_missing_in_a_trace_ends_with_3(run: Run, home: Path) -> None:
    change(home / "workflows" / "model.yaml", "groups:", "  T-4: {paper: test, title: the past}\ngroups:")
    output = run("model", "trace", ".", code=3).output
    assert f"workflows/model.yaml:{line_of(home / 'workflows' / 'model.yaml', 'T-4')}: no rule states T-4" in output
    assert "no clause is called 'T-44'" in run("model", "trace", ".", "--clause", "T-44", code=2).output
    change(home / "workflows" / "model.yaml", "the past", "what was")
    assert "leave --no-run out" in run("model", "trace", ".", "--no-run", code=2).output


def test_a_rule_without_a_clause_is_named_with_its_place(run: Run, home: Path) -> None:
    plot = home / "workflows" / "plot.yaml"
    change(plot, "at least 10 hours are pledged, clause: T-2, basis", "at least 10 hours are pledged, basis")
    output = run("model", "trace", ".", code=2).output
    assert f"workflows/plot.yaml:{line_of(plot, 'id: enough-hours')}:9: " in output
    assert "'clause'" in output


def test_without_the_guard_of_the_go_ahead_the_shipped_model_breaks_its_promise_and_scenarios(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("workflows", "features"):
        shutil.copytree(ROOT / name, tmp_path / "copy" / name)
    monkeypatch.chdir(tmp_path / "copy")
    zone = Path("workflows") / "revised" / "zone.yaml"
    text = zone.read_text()
    only_guard = re.compile(r"^ +guards:\n +- \{id: go-ahead-decided,.*\n", re.MULTILINE)
    assert only_guard.search(text)
    zone.write_text(only_guard.sub("", text))
    output = run("model", "prove", ".", "-k", "go-ahead", "--model", "revised", code=3).output
    assert "Broken: the promise 'go-ahead-gate' of People Zone" in output
    assert "Clause:    C-2 (client's card): Nothing goes ahead until commitment is secured" in output
    feature = Path("features") / "zone-commitment.feature"
    assert "Fails: The decision to commission the zone is not yet the go-ahead" in output
    assert f"{feature}:{line_of(feature, 'Scenario: The decision to commission the zone is not yet')}" in output
    assert "Clause:  X-5 (house rule): A decision of the Board" in output
    assert "Instead: Done: 'Give the go-ahead'." in output
