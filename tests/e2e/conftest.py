"""The command line, run inside the test's own process or in a real one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from peoplezones.cli.main import root

ROOT = Path(__file__).parents[2]
ALLOTMENT = ROOT / "tests" / "models" / "allotment"

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache and a database of the test's own, and nobody at the keyboard."""
    monkeypatch.setenv("PEOPLEZONES_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PEOPLEZONES_DB", str(tmp_path / "society.db"))
    monkeypatch.delenv("PEOPLEZONES_AS", raising=False)
    monkeypatch.delenv("PEOPLEZONES_DEBUG", raising=False)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the demonstration; tests only look at it."""
    from peoplezones.demo import demo

    place = tmp_path_factory.mktemp("demonstration") / "demo.db"
    demo(place, lambda _: None).close()
    return place


@pytest.fixture
def run() -> Run:
    """Return a function that runs a command line and gives its result."""

    def invoke(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(root, list(arguments))
        assert result.exit_code == code, (arguments, result.output)
        assert "Traceback" not in result.output
        return result

    return invoke


@pytest.fixture
def society(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A Board under the small model of an allotment society, with its secretary at the keyboard."""
    run("init", "--secretary", "Sam Sample", "--board", "The Society", "--model", str(ALLOTMENT))
    monkeypatch.setenv("PEOPLEZONES_AS", "Sam Sample")
    return run


def process(*arguments: str, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m peoplezones` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "peoplezones", *arguments],
        capture_output=True,
        text=True,
        input=stdin,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


@pytest.fixture(name="process")
def process_fixture() -> Callable[..., subprocess.CompletedProcess[str]]:
    return process
