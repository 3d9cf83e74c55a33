"""A log that was written once is verified and decided again in the very words of its time, by every later version.

The wording of what was found and needed is part of an entry where it is the engine's own. Whoever changes it must see
to it that old entries keep theirs; this is the test that notices.
"""

from __future__ import annotations

import importlib.util
import json
import zipfile
from pathlib import Path

import pytest

from peoplezones.audit.replay import replay_bundle
from peoplezones.audit.verify_bundle import verify_bundle
from tests.engine import Engine
from tests.golden.__main__ import live

HERE = Path(__file__).parent
LOGS = sorted(HERE.glob("format-*.zip"))
VERIFIER = HERE.parents[1] / "docs" / "verify.py"


def refusals(path: Path) -> set[str]:
    """Return the ids of the rules by which something was refused in a bundle."""
    with zipfile.ZipFile(path) as bundle:
        entries = [json.loads(line) for line in bundle.read("log.jsonl").splitlines()]
    return {outcome["rule"] for entry in entries for outcome in entry["outcomes"] if not outcome["held"]}


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_a_log_of_its_time_is_whole_and_every_decision_comes_out_again(path: Path) -> None:
    report = verify_bundle(path)
    assert report.agrees, report.wrong
    again = replay_bundle(path)
    assert again.agrees, [str(difference) for difference in again.differences]
    assert again.entries == report.entries
    loaded = importlib.util.spec_from_file_location("verifier", VERIFIER)
    assert loaded is not None
    assert loaded.loader is not None
    verifier = importlib.util.module_from_spec(loaded)
    loaded.loader.exec_module(verifier)
    assert verifier.main([str(path)]) == 0


def test_the_newest_has_what_the_engine_refuses_by_itself() -> None:
    built_in = {
        "may-act",
        "may-enter",
        "must-not-act",
        "not-before",
        "not-after",
        "state",
        "seen",
        "new-key",
        "replaces",
    }
    assert built_in <= refusals(LOGS[-1])


def test_what_is_written_today_is_of_the_newest_format(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "today.db", "allotment")
    live(engine)
    assert engine.board.rebuild().agrees
    versions = {json.loads(line)["v"] for (line,) in engine.sql("select line from entry")}
    engine.board.close()
    assert versions == {int(LOGS[-1].stem.removeprefix("format-"))}
