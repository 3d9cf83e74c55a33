"""What stands in a returned form, before anybody asks what it means: rows of a code, a label and an answer."""

from __future__ import annotations

import re

from peoplezones.domain.record import Value

from .questions import LETTERS

CODE = re.compile(rf"(Q|S[1-4]|[{LETTERS}][1-9][0-9]?)(?=[\s.:)]|$)")


class Line(Value, frozen=True):
    """One line of an answer; a box to tick says of which choice it is (`name`) and whether it is ticked, if known."""

    text: str
    name: str = ""
    ticked: bool | None = None


class Cell(Value, frozen=True):
    """The place of an answer: its lines, where that is, and what is the matter with it, if anything."""

    lines: tuple[Line, ...] = ()
    where: str = ""
    trouble: str = ""

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(line.text for line in self.lines)


class Row(Value, frozen=True):
    """A row of a form: the code and label that stand before the answer (empty where there are none), and the answer.

    `tagged` is true where the code is that of a content control, which nobody edits.
    """

    code: str
    label: str
    answer: Cell
    tagged: bool = False


class Returned(Value, frozen=True):
    """A form as it came back: what may hold its code, the most trustworthy first, and its rows."""

    codes: tuple[str, ...]
    rows: tuple[Row, ...]


def split_code(text: str) -> tuple[str, str]:
    """Return code and label of `A2  What is pledged`; no code where it begins with none."""
    plain = " ".join(text.split())
    found = CODE.match(plain)
    return (found[1], plain[found.end() :].lstrip(".:) ")) if found else ("", plain)
