"""The first help stays one readable screen, however many kinds of record a model has."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from peoplezones.cli.main import root
from peoplezones.cli.session import Session
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import canonical_texts, load_texts
from tests.e2e.conftest import ALLOTMENT

Run = Callable[..., Result]
_NAMES = (
    "meeting",
    "exemption",
    "visit",
    "survey",
    "risk_review",
    "training_plan",
    "referral",
    "consultation",
    "site_note",
)
_GROUPS = ("Meetings and minutes", "Money", "Behaviours and strategies", "What the papers ask", "Work with families")


def many(tmp_path: Path, kinds: int = 42) -> Path:
    """Write the allotment model with so many kinds in it, in groups of at most six, and return its folder."""
    texts = canonical_texts(ALLOTMENT)
    own = [name.removesuffix(".yaml") for name in texts if name != "model.yaml"]
    made = [f"{_NAMES[n % len(_NAMES)]}_{'abcdefgh'[n // len(_NAMES)]}" for n in range(kinds - len(own))]
    for number, name in enumerate(made):
        texts[f"{name}.yaml"] = _kind(name, number)
    texts["model.yaml"] = re.sub(r"groups:\n(?:  - .*\n)+|groups: .*\n", _groups([*own, *made]), texts["model.yaml"])
    load_texts(texts, folder="many")
    folder = tmp_path / "many"
    folder.mkdir()
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def _groups(kinds: list[str]) -> str:
    size = -(-len(kinds) // 10)
    rows = [kinds[start : start + size] for start in range(0, len(kinds), size)]
    titles = [f"{_GROUPS[n % len(_GROUPS)]} {n}" for n in range(len(rows))]
    return "groups:\n" + "".join(
        f"  - {{title: {title}, kinds: [{', '.join(row)}]}}\n" for title, row in zip(titles, rows, strict=True)
    )


def _kind(name: str, number: int) -> str:
    return f"""\
workflow: {name}
title: {name.replace("_", " ").capitalize()}
plural: {name.replace("_", " ").capitalize()}s
help: One of many.
clause: T-1
reference: X{chr(65 + number // 26)}{chr(65 + number % 26)}-{{number}}
name: name
fields:
  name: {{type: text, label: Name, required: true}}
states:
  open: {{title: Open}}
transitions:
  begin: {{title: Begin, from: none, to: open, by: anyone, asks: [name], clause: T-1, basis: house}}
"""


@pytest.fixture
def crowded(run: Run, tmp_path: Path) -> Model:
    """A Board under the model with 42 kinds."""
    folder = many(tmp_path)
    run("init", "--secretary", "Sam Sample", "--model", str(folder))
    return load_texts(canonical_texts(folder), folder="many")


def test_help_is_one_screen_and_lists_every_kind_by_its_group(run: Run, crowded: Model) -> None:
    output = run("--help").output
    lines = output.splitlines()
    assert len(crowded.workflows) == 42
    assert len(lines) <= 40, output
    assert max(map(len, lines)) <= 80, output
    said = " ".join(output.split())
    for group in crowded.groups:
        assert f"{group.title}: {', '.join(kind.replace('_', '-') for kind in group.kinds)}" in said


def test_few_kinds_are_aligned(society: Run) -> None:
    rows = society("--help").output.split("Kinds of record (KIND):\n")[1].split("\n\n")[0].splitlines()
    begins = {len(row) - len(row.split("  ", 2)[2].lstrip()) for row in rows}
    assert len(begins) == 1, rows


@pytest.mark.usefixtures("crowded")
def test_a_mistyped_kind_is_told_the_nearest_and_completion_knows_them_all(run: Run) -> None:
    assert "did you mean 'exemption-a'?" in run("exemptoin-a", "list", code=2).output
    context = click.Context(root, info_name="peoplezones", obj=Session.of(()))
    completed = {item.value for item in root.shell_complete(context, "exem")}
    assert completed == {"exemption-a", "exemption-b", "exemption-c", "exemption-d"}


def test_what_was_not_accepted_is_named_as_it_was_typed(run: Run) -> None:
    run("init", "--secretary", "Sam Example")
    output = run("sharing-agreement", "draft", "--as", "Sam Example", code=2).output
    assert "Error: sharing-agreement draft was not accepted:" in output
