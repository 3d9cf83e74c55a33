"""What can be wrong with a file. A row that is refused or not understood is not here: it is in the report."""

from __future__ import annotations

from typing import Any

from peoplezones.domain.errors import PeopleZonesError, UsageError


class FileUnusable(UsageError):
    """This file cannot be used: it is not there, is not a file, is of another type or is too large."""


class TableUnreadable(UsageError):
    """This file does not hold one table with headings; the message names the row."""


class HeadingsWrong(UsageError):
    """Some headings cannot be understood; every one is listed in `problems`."""

    def __init__(self, name: str, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(f"nothing was read from {name}:\n  " + "\n  ".join(problems))


class NotWritten(PeopleZonesError):
    """The file could not be written; what was there before is as it was."""


class ImportStopped(PeopleZonesError):
    """The import stopped half-way; `report` tells what had been answered, which is safe."""

    def __init__(self, message: str, report: Any) -> None:
        self.report = report
        super().__init__(message)
