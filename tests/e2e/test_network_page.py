"""What docs/network.md shows is what the demonstration's Board says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from peoplezones.cli.main import root
from tests.e2e.conftest import ROOT

PAGE = ROOT / "docs" / "network.md"
BLOCKS = re.findall(r"```console\n\$ peoplezones (.*?)\n(.*?)```\n", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_an_example_prints_what_the_page_shows(demonstration: Path, command: str, shown: str) -> None:
    told = CliRunner(env={"COLUMNS": "80"}).invoke(root, [*shlex.split(command), "--db", str(demonstration)])
    assert told.exit_code == 0, told.output
    parts = [re.escape(part) for part in shown.split("...\n")]
    assert re.fullmatch("(?:.*\n)*".join(parts), told.output), told.output


def test_every_command_has_an_example() -> None:
    from peoplezones.cli.network import network

    shown = {command.split()[1] for command, _ in BLOCKS}
    assert shown == {"gaps", "load", "resilience", "payback", "change"}
    assert shown <= set(network.lazy)
