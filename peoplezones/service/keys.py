"""To register a key of the log: from its entry on, checkpoints count only if that key has signed them."""

from __future__ import annotations

import json
import re

import msgspec

from peoplezones.domain.acting import judge_declared
from peoplezones.domain.entry import ACT
from peoplezones.domain.errors import InvalidValues
from peoplezones.domain.keys import REGISTER_KEY, judge_key, log_keys
from peoplezones.domain.public_key import NoteWrong, public_key
from peoplezones.domain.record import Decision, Request
from peoplezones.domain.timing import judge_request
from peoplezones.store.database import writing
from peoplezones.store.naming import person_kind, resolve
from peoplezones.store.reading import acts_done
from peoplezones.store.workspace import Workspace

from .accept import commit_to
from .acts import append_act
from .given import given_date, given_text
from .perform import Personal
from .writer import Service, moment

_ID = re.compile(r"[0-9a-f]{8}")


def register_key(
    service: Service,
    key: str,
    *,
    replaces: str = "",
    actor: str,
    entered_by: str = "",
    document: str = "",
    on: str = "",
) -> Decision:
    """Put a public key (`NAME+ID+KEY`) in force, in the place of the one with the id `replaces`, if there is one.

    Raises InvalidValues where it is no public key.
    """
    workspace = service.workspace
    try:
        with writing(service.engine) as connection:
            workspace.begin(connection)
            at = moment(service.clock())
            problems: dict[str, str] = {}
            day, text = given_date(on, problems), given_text("document", document, problems)
            try:
                values = {"key": str(public_key(key)), **({"replaces": replaces} if replaces else {})}
            except NoteWrong as wrong:
                problems["key"] = str(wrong)
            if replaces and not _ID.fullmatch(replaces):
                problems["replaces"] = "the id of a key is 8 hexadecimal digits"
            if problems:
                raise InvalidValues(problems, "registering a key")
            person = [person_kind(workspace.model)]
            who = resolve(workspace, person, actor)
            hidden = commit_to("document", text) if text else None
            request = Request(
                kind=ACT,
                transition=REGISTER_KEY,
                actor=who,
                on=day or at[:10],
                at=at,
                entered_by=resolve(workspace, person, entered_by) if entered_by else who,
                values=values,
                document=hidden[1] if hidden else "",
            )
            decision = submit_key(workspace, request, (hidden,) if hidden else ())
            workspace.flush(at)
            return decision
    except BaseException:
        workspace.forget()
        raise


def submit_key(workspace: Workspace, request: Request, personal: Personal = ()) -> Decision:
    """Decide the registration of a key and append its entry, live or from a log. Raises NoteWrong."""
    workspace.flush(request.at)  # the keys before it are looked up in the database
    root = workspace.record(workspace.root)
    assert root is not None
    what, rule = "a key of the log is registered", workspace.model.keys
    capacity, acting = judge_declared(workspace, rule, request, what, "keys")
    keys = log_keys([json.loads(line) for line in acts_done(workspace.connection, REGISTER_KEY)])
    outcomes = (
        *judge_request(workspace, workspace.workflow(root), msgspec.structs.replace(root, effective=""), request),
        *acting,
        *judge_key(keys, workspace.log, request),
    )
    return append_act(workspace, request, outcomes, personal=personal, authority=capacity)
