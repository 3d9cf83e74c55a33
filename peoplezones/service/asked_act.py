"""What somebody asks by an act: who acts and who types it in, when it takes effect, from which document, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peoplezones.domain.entry import ACT
from peoplezones.domain.errors import InvalidValues
from peoplezones.domain.record import Request
from peoplezones.store.naming import person_kind, resolve
from peoplezones.store.workspace import Workspace

from .accept import commit_to
from .given import Problems, given_date, given_text
from .perform import Personal


def asked_act(
    workspace: Workspace,
    transition: str,
    what: str,
    at: str,
    problems: Problems,
    *,
    actor: str,
    entered_by: str,
    on: str,
    document: str,
    reason: str = "",
    values: Mapping[str, Any] | None = None,
) -> tuple[Request, Personal]:
    """Return the request, and the texts behind its commitments.

    Raises InvalidValues with everything that is wrong: what `problems` holds already, too (`what` is being done).
    """
    day = given_date(on, problems)
    texts = {name: given_text(name, text, problems) for name, text in (("document", document), ("reason", reason))}
    enterer = entered_by or actor
    if not enterer:
        problems["as"] = "say who you are: --as PERSON, or set PEOPLEZONES_AS"
    if problems:
        raise InvalidValues(problems, what)
    hidden = {name: commit_to(name, text) for name, text in texts.items() if text}
    person = [person_kind(workspace.model)]
    request = Request(
        kind=ACT,
        transition=transition,
        actor=resolve(workspace, person, actor or enterer),
        entered_by=resolve(workspace, person, enterer),
        on=day or at[:10],
        at=at,
        values=dict(values or {}),
        document=hidden["document"][1] if "document" in hidden else "",
        reason=hidden["reason"][1] if "reason" in hidden else "",
    )
    return request, tuple(hidden.values())
