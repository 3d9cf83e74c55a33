"""What the README shows is what happens."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.readme_walk import README, walked


def test_the_walk_in_the_readme_prints_what_it_says() -> None:
    text = README.read_text(encoding="utf-8")
    block = text.split("```console\n", 1)[1].split("```\n", 1)[0]
    assert walked(block) == block


def test_the_readme_begins_with_what_this_is_and_two_commands() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line.endswith(("peoplezones demo", "pytest"))]
    assert lines[0] == "# People Zones"
    assert len(commands) == 2
    assert Path(README.parent / "LICENSE").exists()
