"""The example on docs/api.md runs, and prints what the page leads one to expect."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "api.md"


def test_the_example_for_python_runs(tmp_path: Path) -> None:
    code = PAGE.read_text(encoding="utf-8").split("```python\n", 1)[1].split("```\n", 1)[0]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "True AP-002"
    assert any("house" in line for line in lines)
    assert "  nam: is not asked for here; did you mean 'name'?" in lines
    assert "PE-002 Ada Example On the register" in lines
    assert lines[-2:] == ["In post", "1"]
