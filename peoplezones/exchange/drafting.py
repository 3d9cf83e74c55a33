"""From a row of a table to a draft of a request."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from peoplezones.domain.cells import split_many
from peoplezones.domain.errors import InvalidValues, PeopleZonesError, UnknownName, UsageError, did_you_mean
from peoplezones.domain.record import AMEND, UNDO
from peoplezones.domain.values import ERASED
from peoplezones.domain.wording import with_article
from peoplezones.domain.workflow import Workflow
from peoplezones.service import Draft

from .attaching import file_in
from .columns import KEY, REFERENCE, TRANSITION, Column, plain


class Common(msgspec.Struct, frozen=True, kw_only=True):
    """What every row has in common unless it says otherwise; `transition` may be empty."""

    entered_by: str
    transition: str = ""
    actor: str = ""
    document: str = ""
    on: str = ""


class Drafting:
    """Makes the drafts of one table. `digest` is the hash of the file, from which each row's key is derived."""

    def __init__(
        self, workflow: Workflow, columns: tuple[Column, ...], common: Common, digest: str, files: Path | None = None
    ) -> None:
        self._workflow, self._common, self._digest, self._files = workflow, common, digest, files
        self._words = {column.word: column for column in columns if column.word}
        self._fields = [(c.place, c.field, workflow.fields[c.field].many) for c in columns if c.field]
        self._headings = {c.field or c.word: c.heading for c in columns if c.field or c.word}

    def draft(self, number: int, cells: tuple[str, ...]) -> Draft:
        """Return the request that a row makes. Raises UsageError where it does not say which transition."""
        common = self._common
        move = self._move(self._word(TRANSITION, cells))
        values = {field: split_many(cells[place]) if many else cells[place] for place, field, many in self._fields}
        given = {field: value for field, value in values.items() if value and not self._is_gone(field, value)}
        return Draft(
            kind=self._workflow.name,
            transition=move,
            record=self._word(REFERENCE, cells),
            values=self._with_files(given),
            entered_by=common.entered_by,
            actor=self._word("for", cells) or common.actor,
            document=self._word("document", cells) or common.document,
            reason=self._word("reason", cells),
            on=self._word("on", cells) or common.on,
            key=self._word(KEY, cells) or self._key(number, move),
        )

    def key(self, number: int, cells: tuple[str, ...]) -> str:
        """Return the key that a row's request has or would have."""
        try:
            return self._word(KEY, cells) or self._key(number, self._move(self._word(TRANSITION, cells)))
        except UsageError:
            return ""

    def problems(self, fault: PeopleZonesError) -> tuple[str, ...]:
        """Return everything that a fault says is wrong with a row, under the headings of the file."""
        if not isinstance(fault, InvalidValues):
            return (str(fault),)
        named = ((self._headings.get(name, name), text) for name, text in fault.problems.items())
        return tuple(f"{heading}: {text}" if heading else text for heading, text in named)

    def _is_gone(self, field: str, value: Any) -> bool:
        """Whether an export has put this in the place of a personal value that was erased."""
        return value == ERASED and self._workflow.fields[field].personal

    def _with_files(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the values with files in the place of their paths. Raises InvalidValues with all that is wrong."""
        found, problems = dict(values), {}
        for name, path in values.items():
            field = self._workflow.fields[name]
            if field.type != "file":
                continue
            try:
                largest = field.maximum if isinstance(field.maximum, int) else None
                found[name] = file_in(self._files, path, largest)
            except UsageError as error:
                problems[name] = str(error)
        if problems:
            raise InvalidValues(problems, "what was to be attached")
        return found

    def _word(self, word: str, cells: tuple[str, ...]) -> str:
        column = self._words.get(word)
        return cells[column.place].strip() if column else ""

    def _move(self, written: str) -> str:
        if written:
            return transition_named(self._workflow, written)
        return self._common.transition or sole_opening(self._workflow)

    def _key(self, number: int, move: str) -> str:
        """Return the same key for the same row of the same file, kind and transition, however often it is read."""
        content = f"{self._digest}\0{self._workflow.name}\0{move}\0{number}"
        return f"import-{hashlib.sha256(content.encode()).hexdigest()[:40]}"


def transition_named(workflow: Workflow, written: str) -> str:
    """Return the name of the transition (or `amend`, `undo`) written as its name or title. Raises UnknownName."""
    wanted = plain(written)
    for move in workflow.transitions.values():
        if wanted in (move.name, plain(move.title)):
            return move.name
    if wanted in (AMEND, UNDO):
        return wanted
    hint = did_you_mean(wanted, [*workflow.transitions, AMEND, UNDO])
    raise UnknownName(f"{with_article(workflow.title)} has no transition called '{written[:80]}'{hint}")


def sole_opening(workflow: Workflow) -> str:
    """Return the one transition that opens such a record. Raises UsageError where there are none or several."""
    openings = [move.name for move in workflow.openings]
    if len(openings) == 1:
        return openings[0]
    raise UsageError(f"say which transition the rows ask for: {_choices(openings or workflow.transitions)}")


def _choices(names: Iterable[str]) -> str:
    return ", ".join(name.replace("_", "-") for name in names)
