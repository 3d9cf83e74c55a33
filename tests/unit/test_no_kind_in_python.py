"""Rules about one kind of record live in its workflow file: no module names a kind, a field, a fact or a state."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import load_folder

ROOT = Path(__file__).resolve().parents[2]

#: Words of the workflow language, of tables, commands, the log's format and Python that the model also uses as names.
WORDS_OF_OUR_OWN = {
    "adopt", "adopted", "adoption", "authority", "baseline", "better", "board",
    "change", "check", "commitment", "conditions",
    "copy", "count", "date", "deputy", "document", "draft", "dropped",
    "due", "evidence", "file", "form", "found", "given", "help", "hours", "issue",
    "key", "kind", "known", "list", "minute", "money", "months", "name", "next_meeting", "note", "number", "office",
    "open", "person", "reading", "record", "reference", "refused", "replace", "replaces", "review", "source", "sources",
    "stage", "starts", "state", "status", "text", "title", "type", "until", "value", "what",
    "load", "payback", "resilience", "sort",
}  # fmt: skip


def _names(model: Model) -> set[str]:
    found = set(model.workflows)
    for workflow in model.workflows.values():
        found |= {*workflow.fields, *workflow.facts, *workflow.states, *workflow.transitions}
    return found


MODELS = [load_folder(ROOT / "workflows" / name) for name in ("first-2018", "revised")]
NAMES = set().union(*map(_names, MODELS)) - WORDS_OF_OUR_OWN


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


@pytest.mark.parametrize("path", sorted((ROOT / "peoplezones").rglob("*.py")), ids=lambda path: path.stem)
def test_a_module_names_no_kind_field_fact_or_state(path: Path) -> None:
    assert [f"{path.name}:{line}: '{text}'" for line, text in _texts(path) if text in NAMES] == []
