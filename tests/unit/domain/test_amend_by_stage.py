"""With `in`, a field is corrected only while the record is at one of the stages named."""

from __future__ import annotations

from pathlib import Path

import pytest

from peoplezones.app import Board
from tests.unit.operating_model.small import TEXTS, problems_of

BY = "by: [{office: keeper}]"
BEFORE = f"  - {{fields: [title, note], {BY}}}\n"
AFTER = f"  - {{fields: [note], {BY}}}\n  - {{fields: [title], {BY}, in: [open, ready]}}\n"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    texts = {**TEXTS, "case.yaml": TEXTS["case.yaml"].replace(BEFORE, AFTER)}
    for name, content in texts.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    board = Board.found(tmp_path / "board.db", secretary="Kim", model=tmp_path)
    opened = board.request("case", "start", values={"title": "Frist"}, entered_by="Kim")
    assert opened.moved
    return board


def _drop(board: Board) -> None:
    board.request("person", "register", values={"name": "Cher"}, entered_by="Kim")
    board.request("post", "appoint", values={"office": "chair", "holder": "Cher", "body": "B-1"}, entered_by="Kim")
    assert board.request("case", "drop", "Frist", entered_by="Cher").moved


def test_it_is_corrected_before_the_gate(board: Board) -> None:
    decision = board.request("case", "amend", "Frist", {"title": "First"}, entered_by="Kim", reason="a slip")
    assert decision.moved


def test_it_is_not_corrected_after_the_gate_and_the_refusal_says_when_it_could_have_been(board: Board) -> None:
    _drop(board)
    decision = board.request("case", "amend", "Frist", {"title": "First"}, entered_by="Kim", reason="a slip")
    assert [outcome.rule for outcome in decision.reasons] == ["state"]
    assert decision.reasons[0].needed == "'Title' is amended at 'Open' or 'Ready'"
    assert decision.reasons[0].found.endswith("is at 'Done'")


def test_a_field_without_stages_is_corrected_at_any(board: Board) -> None:
    _drop(board)
    assert board.request("case", "amend", "Frist", {"note": "Late"}, entered_by="Kim", reason="a slip").moved


def test_a_stage_that_does_not_exist_is_a_mistake() -> None:
    text = TEXTS["case.yaml"].replace(BEFORE, AFTER.replace("in: [open,", "in: [opne,"))
    (problem,) = problems_of({**TEXTS, "case.yaml": text})
    assert "no state of case is called 'opne'; did you mean 'open'?" in str(problem)
