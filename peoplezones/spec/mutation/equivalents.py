"""Reasons why a mutant need not be noticed: `equivalent.yaml` beside the features.

equivalent:
  - {mutant: "zone: give_go_ahead: ...", because: why nobody could tell it from the model}
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from peoplezones.domain.errors import UsageError
from peoplezones.operating_model.shapes import Table, known
from peoplezones.operating_model.source import Mark, Problem, Problems, read

FILE = "equivalent.yaml"


class ReasonsInvalid(UsageError):
    """The reasons have mistakes; every one is listed with file, line and column."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        noun = "mistake" if len(problems) == 1 else "mistakes"
        super().__init__(f"the reasons have {len(problems)} {noun}:\n" + "\n".join(str(p) for p in problems))


class Reason(NamedTuple):
    """Why a mutant is as good as the model, and where that is written."""

    because: str
    at: Mark


def load_reasons(features: Path, mutants: Collection[str]) -> dict[str, Reason]:
    """Return the reasons in a folder of features, by the name of the mutant; none where there is no such file.

    Raises ReasonsInvalid with every mistake; a mutant that there is not (any more) is one.
    """
    file = features / FILE
    if not file.is_file():
        return {}
    problems = Problems()
    found: dict[str, Reason] = {}
    try:
        tree = read(str(file), file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), problems)
    except UnicodeDecodeError:
        raise ReasonsInvalid((Problem(str(file), 1, 1, "this is not UTF-8; save the file as UTF-8"),)) from None
    items = Table(tree, "the file", problems, "equivalent").items("equivalent") if tree else []
    for item in items:
        table = Table(item, "a reason", problems, "mutant because")
        mutant = table.scalar("mutant")
        if mutant is None or not known(mutant, mutants, "mutant", problems, "; take the reason out"):
            continue
        if mutant.value in found:
            problems.add(mutant.at, f"there is a reason for it on line {found[mutant.value].at.line}; keep one of them")
        found[mutant.value] = Reason(table.text("because"), mutant.at)
    if problems:
        raise ReasonsInvalid(problems.sorted())
    return found
