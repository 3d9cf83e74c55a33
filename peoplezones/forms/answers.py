"""What an answer says: from the lines in its place to the text that its field reads, or what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from peoplezones.domain.cells import split_many
from peoplezones.domain.record import Value
from peoplezones.domain.values import parse_choice, parse_date
from peoplezones.domain.workflow import Choice

from .questions import Question
from .returned import Cell, Line
from .texts import WRITE

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
_FORMULA = re.compile(r"=|[+\-@]\s*\w+\s*[|(]")
_EMPTY_BOX = re.compile(r"\s*(?:[☐□⬜◻○◯❏❑▢]|\[\s?\]|\(\s?\))\s*")
_TICKED_BOX = re.compile(r"\s*(?:[☒☑✓✔✗✘✕✖⊠■●⬛√]|\[[xX✓✔]\]|\([xX✓✔]\)|[xX](?=\s))\s*")
_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{2}|\d{4})", re.ASCII)
_NAMED = re.compile(r"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+) \(.*\)", re.DOTALL)


_LONGEST = 2_000  # characters of an answer that is no text


class Answer(Value, frozen=True):
    """What was answered: `text` as it stands there, `value` as the field reads it (None: nothing), or a `problem`."""

    text: str = ""
    value: Any = None
    problem: str = ""


def answer_to(question: Question, cell: Cell) -> Answer:
    """Return what the place of a question's answer says."""
    text = _written(cell)
    if cell.trouble:
        return Answer(text=text, problem=cell.trouble)
    wrong = "" if question.choices else check_characters(text)
    if wrong:
        return Answer(text=text, problem=wrong)
    if question.type not in ("text", "long_text") and len(text) > _LONGEST and not question.many:
        return Answer(text=text, problem=f"'{text[:40]}…' is far too long for an answer to this")
    try:
        if question.choices:
            return _chosen(question, cell.lines)
        return Answer(text=text, value=_value(question, text) if text else None)
    except ValueError as error:
        return Answer(text=text, problem=str(error))


def _written(cell: Cell) -> str:
    return cell.text.replace(WRITE, "").strip()


def check_characters(text: str) -> str:
    """Return what is wrong with the characters of an answer: some cannot be seen, or make it a formula; or ""."""
    found = _INVISIBLE.search(text)
    if found is not None:
        name = unicodedata.name(found[0], "").lower()
        return (
            f"character {found.start() + 1} cannot be seen (U+{ord(found[0]):04X} {name}) and could make the answer "
            "read otherwise than it looks; type the answer again"
        )
    if _FORMULA.match(text):
        return f"'{text[:40]}' begins like a formula of a spreadsheet; begin it with a word or figure"
    return ""


def _value(question: Question, text: str) -> Any:
    if question.type == "date":
        return parse_day(text)
    if question.many:
        return [_reference(entry) for entry in split_many(text)]
    if question.type == "ref":
        return _reference(" ".join(text.split()))
    return text if question.type == "long_text" else " ".join(text.split("\n"))


def _reference(text: str) -> str:
    """Return the reference of `PZ-2020-001 (Name)`, which is how a list offers it, or the text as it is."""
    found = _NAMED.fullmatch(text)
    return found[1] if found else text


def parse_day(text: str) -> str:
    """Return the date in a text, in ISO form: written so, or day first as on the form. Raises ValueError."""
    plain = " ".join(text.split())
    found = _DAY.fullmatch(plain)
    if found is None:
        try:
            return parse_date(plain)
        except ValueError as error:
            raise ValueError(str(error).replace("year-month-day, such as 2026-11-22", _AS_DAY)) from None
    day, month, year = found.groups()
    if len(year) == 2:
        raise ValueError(f"'{plain}' does not say which century; write the year with four figures")
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise ValueError(f"there is no such day as {plain}; write it as {_AS_DAY}") from None


_AS_DAY = "day/month/year, such as 05/03/2026"


def _chosen(question: Question, lines: Iterable[Line]) -> Answer:
    """Return the choice that is ticked, or that stands there alone. Raises ValueError where several are."""
    filled = [line for line in lines if line.text.strip()]
    if len(filled) == 1 and not filled[0].name and (sure := _titled(question, filled[0].text)):
        return Answer(text=filled[0].text.strip(), value=sure)
    boxes = [(line, _ticked(line)) for line in filled]
    if all(ticked is None for _, ticked in boxes):  # no box is left: a list, or somebody wrote it out
        text = " ".join(line.text.strip() for line, _ in boxes).replace(WRITE, "").strip()
        return Answer(text=text, value=_choice(question, text) if text else None)
    found = {_named(question, line): _title(line) for line, ticked in boxes if ticked}
    beside = [line.text.strip() for line, ticked in boxes if ticked is None and line.text.replace(WRITE, "").strip()]
    text = " and ".join([*found.values(), *beside])
    if len(found) > 1:
        return Answer(text=text, problem=f"{len(found)} boxes are ticked ({text}); tick one")
    if beside:
        return Answer(text=text, problem=f"'{beside[0][:60]}' is written beside the boxes; tick one, and nothing else")
    return Answer(text=text, value=next(iter(found), None))


def _ticked(line: Line) -> bool | None:
    """Return whether a line's box is ticked, by what people see, or None where it has no box."""
    if _TICKED_BOX.match(line.text):
        return True
    if _EMPTY_BOX.match(line.text):
        return False
    return line.ticked


def _title(line: Line) -> str:
    sign = _TICKED_BOX.match(line.text) or _EMPTY_BOX.match(line.text)
    return line.text[sign.end() if sign else 0 :].strip()


def _named(question: Question, line: Line) -> str:
    """Return the choice of a ticked line: what its box says, or else its title."""
    names = [choice.name for choice in question.choices]
    return line.name if line.name in names else _choice(question, _title(line))


def _choice(question: Question, text: str) -> str:
    """Return the choice that a text names; the nearest title is said where it names none. Raises ValueError."""
    return _titled(question, text) or _parsed(text, question.choices)


def _titled(question: Question, text: str) -> str:
    """Return the choice that has exactly this title, or ""."""
    return next((choice.name for choice in question.choices if choice.title.strip() == text.strip()), "")


def _parsed(text: str, choices: tuple[Choice, ...]) -> str:
    try:
        return parse_choice(text, choices)
    except ValueError:
        from peoplezones.domain.errors import did_you_mean

        titles = [choice.title for choice in choices]
        short = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[:60])
        hint = did_you_mean(text, titles)
        raise ValueError(f"'{short}' is not one of: {', '.join(titles)}{hint}") from None
