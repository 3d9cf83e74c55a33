"""Acts on the Board as a whole, each an entry like any other: to found it; `adoption` has the other one."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from typing import Any

import msgspec

from peoplezones.domain.entry import ACT
from peoplezones.domain.errors import InvalidValues, PeopleZonesError
from peoplezones.domain.record import FORMAT, Authority, Decision, Outcome, Record, Request
from peoplezones.domain.values import parse_field
from peoplezones.domain.verdict import Child, Verdict
from peoplezones.domain.workflow import Model, Workflow
from peoplezones.store.workspace import Workspace

from .accept import conceal
from .entry import entry_of, line_of
from .given import given_date
from .perform import Personal, Planned, Refused, next_reference, open_record, personal_rows
from .writer import Service

FOUND = "found"


class AlreadyFounded(PeopleZonesError):
    """This database already holds a Board."""


def found(service: Service, model: Model, texts: Mapping[str, str], given: Mapping[str, str], on: str = "") -> Decision:
    """Found a Board: the model comes into force, and the records that its `founding` names are opened.

    `given` holds what the founder was asked (`board`, `secretary`). Raises InvalidValues, AlreadyFounded.
    """
    workspace = service.workspace
    try:
        with service.transaction() as at:
            if workspace.size:
                raise AlreadyFounded
            workspace.teach(model)
            log = secrets.token_hex(16)
            values, day = _founding_values(model, given, on)
            return submit_founding(workspace, model, texts, log, values, day or at[:10], at)
    except Refused as refused:
        needed = "; ".join(outcome.needed for outcome in refused.outcomes)
        raise PeopleZonesError(f"the model refuses what its own founding act opens: {needed}") from None


class Founded(msgspec.Struct, frozen=True):
    """A record that the founding act opens: its stored values and the personal ones behind commitments."""

    child: Child
    personal: Personal


def _founding_values(model: Model, given: Mapping[str, str], on: str) -> tuple[list[Founded], str]:
    """Return what the founding records are opened with, and the date; references between them stay `@alias`."""
    problems: dict[str, str] = {}
    day = given_date(on, problems)
    planned = []
    for part in model.founding.opens:
        workflow = model.workflows[part.kind]
        values = {name: _founding_value(workflow, name, text, given, problems) for name, text in part.set.items()}
        concealed, personal = conceal(workflow, {k: v for k, v in values.items() if v is not None})
        planned.append(Founded(Child(kind=part.kind, transition=part.transition, values=concealed), personal))
    if problems:
        raise InvalidValues(problems, "founding a Board")
    return planned, day


def _founding_value(
    workflow: Workflow, name: str, text: str, given: Mapping[str, str], problems: dict[str, str]
) -> Any:
    field = workflow.fields[name]
    if text.startswith("@"):
        return [text] if field.many else text
    raw = given.get(text[1:], "") if text.startswith("$") else text
    try:
        return parse_field(field, raw)
    except ValueError as error:
        problems[text.removeprefix("$")] = str(error)
        return None


def submit_founding(
    workspace: Workspace,
    model: Model,
    texts: Mapping[str, str],
    log: str,
    planned: list[Founded],
    on: str,
    at: str,
    v: int = FORMAT,
) -> Decision:
    """Carry out the founding act with values in stored form, live or from a log."""
    numbers = _founding_numbers(workspace, model, on)
    references = {alias: reference for alias, (reference, _) in numbers.items()}
    actor = references[model.founding.actor]
    root = next(iter(references.values()))
    workspace.adopt(model.digest, model_row(model, texts, 1), root, log)
    request = Request(kind=ACT, transition=FOUND, actor=actor, entered_by=actor, on=on, at=at, v=v)
    decision = append_act(workspace, request, (), opened=tuple(references.values()))
    for part, plan in zip(model.founding.opens, planned, strict=True):
        values = {name: _filled(value, references) for name, value in plan.child.values.items()}
        child = msgspec.structs.replace(request, kind=part.kind, transition=part.transition, values=values)
        open_record(workspace, Planned(*numbers[part.alias], child, model.digest), plan.personal, 1)
    return msgspec.structs.replace(decision, reference=root)


def model_row(model: Model, texts: Mapping[str, str], adopted: int) -> dict[str, Any]:
    """Return the row that keeps a model, and the entry that adopted it."""
    return {
        "digest": model.digest,
        "name": model.name,
        "version": model.version,
        "texts": json.dumps(dict(texts), sort_keys=True, ensure_ascii=False),
        "adopted": adopted,
    }


def _founding_numbers(workspace: Workspace, model: Model, on: str) -> dict[str, tuple[str, tuple[int, int]]]:
    """Return by alias the reference that each founding record gets, with its year and number, which are taken."""
    found: dict[str, tuple[str, tuple[int, int]]] = {}
    for part in model.founding.opens:
        reference, number = next_reference(workspace, model.workflows[part.kind], on)
        workspace.take_number(part.kind, *number)
        found[part.alias] = reference, number
    return found


def _filled(value: Any, references: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_filled(item, references) for item in value]
    return references[value[1:]] if isinstance(value, str) and value.startswith("@") else value


def append_act(
    workspace: Workspace,
    request: Request,
    outcomes: tuple[Outcome, ...],
    opened: tuple[str, ...] = (),
    personal: Personal = (),
    authority: Authority | None = None,
) -> Decision:
    """Decide an act by how its rules came out, and append its entry."""
    n = workspace.size + 1
    held = all(outcome.held for outcome in outcomes)
    decision = Decision(
        moved=held,
        kind=ACT,
        transition=request.transition,
        reference="",
        source="",
        to="",
        outcomes=outcomes,
        on=request.on,
        authority=authority,
        entry=n,
        opened=opened,
    )
    verdict = Verdict(decision=decision, after=Record(kind=ACT, reference=""), changes=dict(request.values))
    line = line_of(entry_of(workspace.log, n, workspace.model_digest, request, verdict, "", opened, 0))
    workspace.append(line.row, personal_rows(personal, n, None) if held else [])
    return decision
