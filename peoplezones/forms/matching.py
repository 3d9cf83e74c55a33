"""Which row of a returned form answers which question: by its code and label, or by its label alone."""

from __future__ import annotations

import unicodedata

from .plan import Plan
from .questions import Question
from .returned import Cell, Row
from .texts import NUMBER, QUESTION

Found = tuple[Cell | None, str]  # the place of an answer, and what is the matter with finding it


def matched(plan: Plan, rows: tuple[Row, ...]) -> dict[str, Found]:
    """Return by code where each question is answered, and what is the matter with that, if anything."""
    questions = list(plan.questions())
    rows = rows[_first_question(rows) :]
    labels = [_plain(question.label) for question in questions]
    return {
        question.code: _found(question, rows, unique=labels.count(_plain(question.label)) == 1)
        for question in questions
    }


def _first_question(rows: tuple[Row, ...]) -> int:
    """Return where the questions begin: what stands on record is told before them, under labels like theirs."""
    heads = {_plain(QUESTION), _plain(NUMBER)}
    return next((place for place, row in enumerate(rows) if row.code or _plain(row.label) in heads), len(rows))


def _found(question: Question, rows: tuple[Row, ...], *, unique: bool) -> Found:
    label = _plain(question.label)
    coded = [row for row in rows if row.code == question.code]
    sure = [row for row in coded if _plain(row.label) == label or (row.tagged and not row.label)]
    if not sure and unique:
        sure = [row for row in rows if not row.code and _plain(row.label) == label]
    if not sure:
        changed = next((f": where it stood there is '{row.label[:60]}' now" for row in coded if row.label), "")
        return None, f"this question is no longer on the form{changed}. Take the form as it went out"
    answers = {row.answer.text.strip() for row in sure}
    if len(answers) > 1:
        return sure[0].answer, "this question stands on the form more than once, with different answers; keep one"
    return sure[0].answer, ""


def _plain(label: str) -> str:
    """Return a label as it is compared: no case, no marks of the program that it went through."""
    text = unicodedata.normalize("NFKC", label).casefold()
    return "".join(char for char in text if char.isalnum())
