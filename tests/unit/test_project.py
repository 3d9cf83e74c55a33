"""What the project promises about itself: how it is installed, and what it depends on."""

from __future__ import annotations

import re
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).parents[2]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)")


def pins() -> dict[str, tuple[str, str]]:
    """Return version and the rest, by name, of everything that constraints.txt pins."""
    text = (PROJECT / "constraints.txt").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    matched = [(PIN.match(line), line) for line in lines]
    assert all(match for match, _ in matched), lines
    return {match["name"]: (match["version"], line) for match, line in matched if match}


def test_everything_that_is_needed_is_pinned_to_a_version_that_will_do() -> None:
    needed = [Requirement(line) for line in requires("peoplezones") or []]
    pinned = pins()
    assert len(needed) > 10
    for requirement in needed:
        name = requirement.name.lower().replace("_", "-")
        if name != "peoplezones":
            assert requirement.specifier.contains(pinned[name][0]), requirement


def test_every_pin_has_its_hashes_and_no_address_is_named() -> None:
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", line) for _, line in pins().values())
    text = (PROJECT / "constraints.txt").read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE)


def test_the_readme_has_one_command_to_show_and_one_to_test_each_in_a_block_of_its_own() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    for ending in ("/peoplezones demo\n", "/pytest\n"):
        assert [block.count("\n") for block in blocks if block.endswith(ending)] == [1]
