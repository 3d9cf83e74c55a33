"""From a draft to a request: names become references, text becomes stored values, personal values become commitments.

Everything that is wrong is reported at once (`InvalidValues`); nothing wrong reaches the rules.
"""

from __future__ import annotations

import os
from typing import Any

import msgspec

from peoplezones.domain.canonical import commitment
from peoplezones.domain.errors import InvalidValues, UnknownName, UsageError, did_you_mean
from peoplezones.domain.files import Attachment
from peoplezones.domain.record import AMEND, FORMAT, UNDO, Record, Request
from peoplezones.domain.values import LARGEST, check_stored
from peoplezones.domain.wording import with_article
from peoplezones.domain.workflow import Workflow
from peoplezones.store.naming import person_kind, resolve, workflow_named
from peoplezones.store.workspace import Workspace

from .draft import Draft
from .given import add_missing, given_date, given_files, given_text, given_values

LONGEST_KEY = 200


class Accepted(msgspec.Struct, frozen=True):
    """A request, the personal values behind its commitments (field, commitment, salt, value), and its files."""

    request: Request
    personal: tuple[tuple[str, str, bytes, str], ...]
    files: tuple[Attachment, ...] = ()


def accept(workspace: Workspace, draft: Draft, at: str) -> Accepted:
    """Return the request that a draft makes. Raises UnknownName, InvalidValues or UsageError."""
    workflow = workflow_named(workspace.model, draft.kind)
    record = _record(workspace, workflow, draft)
    if record is not None:
        workflow = workspace.workflow(record)
    problems: dict[str, str] = {}
    values = given_values(workspace, workflow, record, draft.transition, draft.values, problems)
    texts = {name: given_text(name, getattr(draft, name), problems) for name in ("document", "reason")}
    files = given_files(values, draft.document_file, problems)
    on = given_date(draft.on, problems) or at[:10]
    actor, entered_by = _people(workspace, draft, problems)
    _check_draft(draft, texts, problems)
    if not problems:
        add_missing(workspace, workflow, record, draft.transition, values, on, problems)
    if problems:
        raise InvalidValues(problems, f"{draft.kind} {draft.transition}".replace("_", "-"))
    names = {name: commit_to(f"{name}.name", file.name) for name, file in files.items()}
    if "document" in files:  # it is called what was said of it, or else what the file is called
        names["document"] = commit_to("document.name", texts["document"] or files["document"].name)
        texts["document"] = files["document"].digest
    values, personal = conceal(workflow, {**values, **{n: files[n].digest for n in values if n in files}})
    hidden = {name: commit_to(name, text) for name, text in texts.items() if text}
    kept = {name: one for name, one, _, _ in (*personal, *hidden.values())}
    request = Request(
        kind=workflow.name,
        transition=draft.transition,
        actor=actor,
        entered_by=entered_by,
        on=on,
        at=at,
        reference=record.reference if record else "",
        values=values,
        document=hidden["document"][1] if "document" in hidden else "",
        reason=hidden["reason"][1] if "reason" in hidden else "",
        key=draft.key,
        seen=draft.seen,
        authn=draft.authn,
        attachments=tuple(kept[name] for name in files),
        names={name: named[1] for name, named in names.items()},
    )
    return Accepted(request, (*personal, *hidden.values(), *names.values()), tuple(files.values()))


def _check_draft(draft: Draft, texts: dict[str, str], problems: dict[str, str]) -> None:
    """Add what is wrong with a draft besides its values, its date and its people."""
    if draft.transition in (AMEND, UNDO) and not texts["reason"]:
        problems.setdefault("reason", "say why, in a few words")
    if len(draft.key) > LONGEST_KEY or not draft.key.isprintable():
        problems["key"] = f"a key is at most {LONGEST_KEY} printable characters"
    if draft.seen is not None and not (type(draft.seen) is int and 0 <= draft.seen <= LARGEST):
        problems["seen"] = "is the number of the record's last step that you saw"


def _record(workspace: Workspace, workflow: Workflow, draft: Draft) -> Record | None:
    """Return the record to move, or None for an opening; what can be done with a record its own model says."""
    record = None
    move = workflow.transitions.get(draft.transition)
    if draft.record and not (move and move.opening):
        record = workspace.record(resolve(workspace, [workflow.name], draft.record))
        assert record is not None
        workflow = workspace.workflow(record)
        move = workflow.transitions.get(draft.transition)
    if move is None and draft.transition not in (AMEND, UNDO):
        hint = did_you_mean(draft.transition, workflow.transitions)
        raise UnknownName(f"{with_article(workflow.title)} has no transition called '{draft.transition}'{hint}")
    if move is not None and move.opening:
        if draft.record:
            raise UsageError(f"'{move.title}' opens a new {workflow.title}; it takes no reference")
        return None
    if record is None:
        raise UsageError(f"say which {workflow.title}: give its reference or name")
    return record


def _people(workspace: Workspace, draft: Draft, problems: dict[str, str]) -> tuple[str, str]:
    """Return who acts and who enters it."""
    person = person_kind(workspace.model)
    found = {"as": "", "for": ""}
    for name, text in (("as", draft.entered_by or draft.actor), ("for", draft.actor or draft.entered_by)):
        if not text:
            problems["as"] = "say who you are: --as PERSON, or set PEOPLEZONES_AS"
            return "", ""
        try:
            found[name] = resolve(workspace, [person], text)
        except UnknownName as error:
            if str(error) not in problems.values():  # one person, asked for twice
                problems[name] = str(error)
    return found["for"], found["as"]


def conceal(
    workflow: Workflow, values: dict[str, Any]
) -> tuple[dict[str, Any], tuple[tuple[str, str, bytes, str], ...]]:
    """Return the values with personal ones replaced by commitments, and those commitments."""
    concealed, personal = dict(values), []
    for name, value in values.items():
        if workflow.fields[name].personal and value is not None:
            kept = commit_to(name, value)
            concealed[name] = kept[1]
            personal.append(kept)
    return concealed, tuple(personal)


def commit_to(field: str, value: str) -> tuple[str, str, bytes, str]:
    """Return field, commitment, a new random salt and the value."""
    salt = os.urandom(32)
    return field, commitment(salt, field, value), salt, value


def check_recorded(workflow: Workflow, request: Request) -> list[str]:
    """Return what is wrong with what a request recorded: what a log is held to when it is submitted again."""
    problems = _recorded_files(workflow, request)
    transition = request.transition
    for name, value in request.values.items():
        field = workflow.fields.get(name)
        wrong = "is not a field" if field is None else None if value is None else check_stored(field, value)
        if wrong:
            problems.append(f"{transition}: {name} {wrong}")
    return problems


def _recorded_files(workflow: Workflow, request: Request) -> list[str]:
    """Return what is wrong with the files of a recorded request: they are those of its values, and the document's."""
    if request.v < FORMAT:
        return []
    values = request.values
    fields = {name for name in values if name in workflow.fields and workflow.fields[name].type == "file"}
    given = {name: values[name] for name in fields if values[name] is not None}
    if "document" in request.names:
        given["document"] = request.document
    if set(given.values()) == set(request.attachments) and given.keys() == request.names.keys():
        return []
    return [f"{request.transition}: its attachments are not the files that it gives"]
