"""A document in each format, from a real process; and where Pango is missing, a plain word and no file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import ROOT
from tests.pages import check_html, check_pdf

DRAFT = ("document", "zone-progress", "PZ-2020-001", "--draft", "--db")


def command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "peoplezones", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_document_of_the_demonstration_passes_every_check(demonstration: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "a.html", "a.docx", "a.md"):
        made = command(*DRAFT, demonstration, "-o", tmp_path / name)
        assert (made.returncode, made.stderr) == (0, "")
    check_pdf((tmp_path / "a.pdf").read_bytes())
    check_html((tmp_path / "a.html").read_text("utf-8"))


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_without_pango_there_is_no_pdf_and_no_traceback_but_a_word_on_what_to_install(
    demonstration: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    (tmp_path / "libpango-1.0.so.0").write_text("no library", encoding="utf-8")  # found before the real one
    here = {"LD_LIBRARY_PATH": str(tmp_path)}
    made = command(*DRAFT, demonstration, "-o", tmp_path / "a.pdf", *options, **here)
    assert made.returncode == 1
    assert made.stderr.startswith("Error: a PDF needs the library Pango, which cannot be loaded here")
    assert "apt install libpango-1.0-0" in made.stderr
    assert "Traceback" not in made.stderr
    assert [json.loads(made.stdout)["kind"] if options else made.stdout] == ["FormatMissing" if options else ""]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("a")] == []
    assert command(*DRAFT, demonstration, "-o", tmp_path / "a.html", **here).returncode == 0
