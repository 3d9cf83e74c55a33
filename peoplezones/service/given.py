"""The values that a draft gives, in stored form, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from peoplezones.domain.errors import UnknownName, did_you_mean
from peoplezones.domain.facts import Scene
from peoplezones.domain.files import Attachment, File, attachment_of
from peoplezones.domain.record import AMEND, UNDO, Record
from peoplezones.domain.values import clean_text, parse_date, parse_field
from peoplezones.domain.workflow import Field, Workflow
from peoplezones.store.naming import resolve
from peoplezones.store.workspace import Workspace

Problems = dict[str, str]
_EMPTY: tuple[Any, ...] = (None, "", [], ())
_LONGEST_TEXT = 2_000


def given_values(
    workspace: Workspace,
    workflow: Workflow,
    record: Record | None,
    transition: str,
    raw: Mapping[str, Any],
    problems: Problems,
) -> dict[str, Any]:
    """Return the values in stored form (personal ones still plain), adding to `problems` what is wrong."""
    named = {name.replace("-", "_"): value for name, value in raw.items()}
    given = {name: value for name, value in named.items() if value not in _EMPTY}
    asked, taken = fields_for(workflow, transition)
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in asked and name not in taken:
            problems[name] = f"is not asked for here{did_you_mean(name, (*asked, *taken))}"
            continue
        try:
            values[name] = _value(workspace, workflow.fields[name], value)
        except (ValueError, UnknownName) as error:
            problems[name] = str(error)
    for name in asked:
        if name not in given:
            problems.setdefault(name, f"must be given ({workflow.fields[name].label})")
    if transition == AMEND:
        cleared = [name for name, value in named.items() if value in _EMPTY and value is not None]
        values |= _cleared(workflow, record, cleared, taken, problems)
        if not values and not problems:
            problems[""] = f"say what to amend; these can be: {', '.join(taken) or 'none'}"
    return values


def fields_for(workflow: Workflow, transition: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields that a transition, `amend` or `undo` asks, and those that it takes."""
    if transition == AMEND:
        return (), tuple(dict.fromkeys(name for correction in workflow.amend for name in correction.fields))
    if transition == UNDO:
        return (), ()
    move = workflow.transitions[transition]
    return move.asks, move.takes


def _cleared(
    workflow: Workflow, record: Record | None, cleared: list[str], taken: tuple[str, ...], problems: Problems
) -> dict[str, None]:
    """Return the fields to empty: those that may be amended, need not be given, and hold something."""
    found: dict[str, None] = {}
    for name in cleared:
        if name not in taken:
            problems[name] = f"cannot be amended{did_you_mean(name, taken)}"
        elif workflow.fields[name].required:
            problems[name] = "cannot be left empty"
        elif record is not None and name in record.fields:
            found[name] = None
    return found


def _value(workspace: Workspace, field: Field, raw: Any) -> Any:
    value = parse_field(field, raw)
    if field.type != "ref":
        return value
    if field.many:
        return list(dict.fromkeys(resolve(workspace, field.to, item) for item in value))
    return resolve(workspace, field.to, value)


def given_files(values: Mapping[str, Any], document: File | None, problems: Problems) -> dict[str, Attachment]:
    """Return the files among the values, by field, and under `document` the one that it all came from."""
    files = {name: value for name, value in values.items() if isinstance(value, Attachment)}
    try:
        return files if document is None else {**files, "document": attachment_of(document)}
    except ValueError as error:
        problems["document_file"] = str(error)
        return files


def given_text(name: str, raw: str, problems: Problems) -> str:
    """Return the document or reason, cleaned."""
    try:
        text = clean_text(raw, lines=True)
    except ValueError as error:
        problems[name] = str(error)
        return ""
    if len(text) > _LONGEST_TEXT:
        problems[name] = f"{len(text):,} characters given; at most {_LONGEST_TEXT:,} can be taken"
    return text


def given_date(raw: str, problems: Problems) -> str:
    """Return the effective date, or "" where none is given."""
    try:
        return parse_date(raw) if raw else ""
    except ValueError as error:
        problems["on"] = str(error)
        return ""


def add_missing(
    workspace: Workspace,
    workflow: Workflow,
    record: Record | None,
    transition: str,
    values: Mapping[str, Any],
    on: str,
    problems: Problems,
) -> None:
    """Add the fields that must be given under a condition which holds, and are not."""
    wanted = [workflow.fields[name] for names in fields_for(workflow, transition) for name in names]
    wanted = [field for field in wanted if field.required_when]
    if not wanted or transition == AMEND:
        return
    base = record or Record(kind=workflow.name, reference="", model=workspace.model.digest)
    overlaid = {**base.fields, **values}
    scene = Scene(workspace, workflow, msgspec.structs.replace(base, fields=overlaid), on)
    for field in wanted:
        if overlaid.get(field.name) in _EMPTY and all(scene.holds(test) for test in field.required_when):
            problems[field.name] = f"must be given here ({field.label})"
