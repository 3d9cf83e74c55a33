"""To register a key of the log: from its entry on, checkpoints count only if that key has signed them."""

from __future__ import annotations

import json
import re

import msgspec

from peoplezones.domain.acting import judge_declared
from peoplezones.domain.keys import REGISTER_KEY, judge_key, log_keys
from peoplezones.domain.public_key import NoteWrong, public_key
from peoplezones.domain.record import Decision, Request
from peoplezones.domain.timing import judge_request
from peoplezones.store.reading import acts_done
from peoplezones.store.workspace import Workspace

from .acts import append_act
from .asked_act import asked_act
from .perform import Personal
from .writer import Service

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
    with service.transaction() as at:
        problems: dict[str, str] = {}
        values = {"key": key, **({"replaces": replaces} if replaces else {})}
        try:
            values["key"] = str(public_key(key))
        except NoteWrong as wrong:
            problems["key"] = str(wrong)
        if replaces and not _ID.fullmatch(replaces):
            problems["replaces"] = "the id of a key is 8 hexadecimal digits"
        given = {"actor": actor, "entered_by": entered_by, "on": on, "document": document}
        what = "registering a key"
        request, personal = asked_act(workspace, REGISTER_KEY, what, at, problems, **given, values=values)
        return submit_key(workspace, request, personal)


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
