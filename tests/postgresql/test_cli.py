"""The command line on a server: the address is all that differs, and no password is shown or kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine import MODELS

from .conftest import Place

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(place: Place, tmp_path: Path) -> Run:
    """Return a function that runs a command on the Board, in a process of its own."""
    address = place.server.address(place.schema, username="postgres", password="hush-9")

    def process(*arguments: str, code: int = 0, **more: str) -> subprocess.CompletedProcess[str]:
        here = {"PYTHONPATH": str(ROOT), "PEOPLEZONES_CACHE": str(tmp_path / "cache"), "PEOPLEZONES_DB": address}
        command = [sys.executable, "-m", "peoplezones", *arguments]
        done = subprocess.run(command, env={**os.environ, **here, **more}, capture_output=True, text=True)
        assert done.returncode == code, done.stderr
        assert "hush-9" not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done

    return process


def test_a_board_is_begun_looked_at_and_worked_with(run: Run, place: Place, tmp_path: Path) -> None:
    begun = run("init", "--secretary", "Sam Sample", "--model", str(MODELS / "allotment"))
    assert f"schema={place.schema}" in begun.stdout
    assert "Sam Sample" in run("person", "show", "PE-001").stdout
    assert "PL-2026" in run("plot", "propose", "--name", "North", "--as", "Sam Sample", "--on", "2026-01-05").stdout
    assert "The log and the tables agree" in run("rebuild").stdout
    assert f"schema={place.schema} is at revision" in run("db", "upgrade").stdout
    run("status")
    kept = [path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert kept
    assert not any(b"hush-9" in content for content in kept)


def test_what_is_wrong_is_told_with_the_place_and_a_remedy(run: Run, place: Place) -> None:
    assert "begin a Board with `peoplezones init`" in run("status", code=1).stderr
    nowhere = "postgresql://me:hush-9@127.0.0.1:1/board"
    assert "postgresql://me@127.0.0.1:1/board" in run("status", "--db", nowhere, code=1).stderr
    assert "names no database" in run("status", "--db", "postgresql://me:hush-9@127.0.0.1", code=2).stderr
    assert place.sql("select count(*) from pg_namespace where nspname = ?", place.schema) == [(0,)]


def test_help_and_a_board_in_a_file_need_no_driver(tmp_path: Path) -> None:
    code = "import sys; sys.modules['psycopg'] = None\nfrom peoplezones.__main__ import main\nsys.exit(main())"
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PEOPLEZONES_CACHE": str(tmp_path / "cache")}
    for arguments in (["--help"], ["init", "--secretary", "Sam Sample", "--db", str(tmp_path / "b.db")]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], env=surroundings, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
