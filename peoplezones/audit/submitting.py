"""One entry of a log submitted again, whatever it records: a step of a record, or an act on the whole Board."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from peoplezones.domain.entry import ACT, ERASE
from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.keys import REGISTER_KEY
from peoplezones.domain.migrate import ADOPT, MIGRATE
from peoplezones.domain.record import AMEND, UNDO, Request
from peoplezones.domain.verdict import Child
from peoplezones.operating_model.cache import model_from_texts
from peoplezones.service.accept import check_recorded
from peoplezones.service.acts import FOUND, Founded, submit_founding
from peoplezones.service.adoption import SAME_RECORDS, submit_adoption
from peoplezones.service.entry import request_of
from peoplezones.service.erasure import submit_erasure
from peoplezones.service.keys import submit_key
from peoplezones.service.migration import submit_migration
from peoplezones.service.perform import answer
from peoplezones.store.tables import entry
from peoplezones.store.texts import has_model, model_texts
from peoplezones.store.workspace import Workspace


def submit(source: Connection, workspace: Workspace, recorded: dict[str, Any]) -> None:
    """Submit one entry again. Raises what the service raises, and KeyError and the like where it is none."""
    if recorded["kind"] != ACT:
        _submit_step(workspace, request_of(recorded))
        return
    act = _ACTS.get(recorded["transition"])
    if act is not None:
        act(source, workspace, recorded)


def _submit_step(workspace: Workspace, request: Request) -> None:
    model = workspace.model
    found = workspace.record(request.reference) if request.reference else None
    workflow = workspace.workflow(found) if found else model.workflows[request.kind]
    problems = check_recorded(workflow, request)
    if problems:
        raise PeopleZonesError("; ".join(problems))
    if found is None and (request.reference or not workflow.transitions[request.transition].opening):
        raise PeopleZonesError(f"{request.reference or 'its record'} does not exist")
    if (
        found is not None
        and request.transition not in (AMEND, UNDO)
        and workflow.transitions[request.transition].opening
    ):
        raise PeopleZonesError(f"{request.reference} exists already")
    answer(workspace, request)


def _submit_migration(_: Connection, workspace: Workspace, recorded: dict[str, Any]) -> None:
    request = request_of(recorded)
    if workspace.record(request.reference) is None:
        raise PeopleZonesError(f"{request.reference or 'its record'} does not exist")
    submit_migration(workspace, request)


def _submit_adoption(source: Connection, workspace: Workspace, recorded: dict[str, Any]) -> None:
    request = request_of(recorded)
    named = request.values["model"]
    if not recorded["moved"] and not has_model(source, named):
        found = [outcome.get("found", "") for outcome in recorded["outcomes"] if outcome["rule"] == SAME_RECORDS]
        submit_adoption(workspace, None, {}, request, recorded="".join(found))
        return
    texts = model_texts(source, named)
    submit_adoption(workspace, model_from_texts(named, lambda: texts), texts, request)


def _submit_founding(source: Connection, workspace: Workspace, recorded: dict[str, Any]) -> None:
    texts = model_texts(source, recorded["model"])
    model = model_from_texts(recorded["model"], lambda: texts)
    workspace.teach(model)
    planned = list(islice(_founded(source, recorded["n"]), len(recorded["opened"])))
    submit_founding(workspace, model, texts, recorded["log"], planned, recorded["on"], recorded["at"], recorded["v"])


class _Unreadable(ValueError):
    """Another entry than the one that is submitted cannot be read."""

    def __init__(self, n: int) -> None:
        super().__init__("it is not the record of an opening")
        self.n = n


def _founded(source: Connection, founding: int) -> Iterator[Founded]:
    """Yield what the founding act opened, as the entries that it caused have it."""
    following = select(entry.c.n, entry.c.line).where(entry.c.n > founding).order_by(entry.c.n)
    for n, line in source.execute(following):
        try:
            one = json.loads(line)
            if one["cause"] == founding:
                yield Founded(Child(kind=one["kind"], transition=one["transition"], values=one["asked"]), ())
        except (ValueError, TypeError, LookupError, RecursionError):
            raise _Unreadable(n) from None


_ACTS: dict[str, Callable[[Connection, Workspace, dict[str, Any]], object]] = {
    FOUND: _submit_founding,
    ADOPT: _submit_adoption,
    MIGRATE: _submit_migration,
    REGISTER_KEY: lambda _, workspace, recorded: submit_key(workspace, request_of(recorded)),
    ERASE: lambda _, workspace, recorded: submit_erasure(workspace, request_of(recorded)),
}
