"""docs/features.md has an example of every step, and no example that is not one."""

import re
from pathlib import Path

from peoplezones.spec.vocabulary import DEFINITIONS

DOCS = Path(__file__).parents[2] / "docs" / "features.md"
KEYWORD = re.compile(r"(Given|When|Then|And) (.+)")


def examples() -> list[str]:
    """Return the steps in code spans and blocks, without their keywords."""
    text = DOCS.read_text("utf-8")
    spans = re.findall(r"`([^`\n]+)`", text) + [line.strip() for line in text.splitlines()]
    return [match.group(2).strip() for span in spans if (match := KEYWORD.fullmatch(span))]


def test_every_step_has_an_example() -> None:
    lacking = [d.act.__name__ for d in DEFINITIONS if not any(d.pattern.fullmatch(step) for step in examples())]
    assert not lacking


def test_every_example_is_a_step() -> None:
    strange = [step for step in examples() if not any(d.pattern.fullmatch(step) for d in DEFINITIONS)]
    assert not strange
