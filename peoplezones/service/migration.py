"""To bring records over to the model in force, singly or all at once: each an entry in the record's own chain."""

from __future__ import annotations

from typing import Any

import msgspec

from peoplezones.domain.errors import UsageError
from peoplezones.domain.migrate import MIGRATE, decide_migration
from peoplezones.domain.owes import Owed, owed
from peoplezones.domain.record import Decision, Request
from peoplezones.domain.workflow import Workflow
from peoplezones.store.naming import resolve, workflow_named
from peoplezones.store.reading import records_of
from peoplezones.store.workspace import Workspace

from .asked_act import asked_act
from .perform import Personal, append_refusal, carry_out
from .writer import Service, rehearsed


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which records are to come over, and who says so.

    `records` are references or names; with `everything` (of a `kind`, where one is given) all that live by earlier
    models.
    """

    records: tuple[str, ...] = ()
    kind: str = ""
    everything: bool = False
    actor: str = ""
    entered_by: str = ""
    document: str = ""
    on: str = ""


class Migration(msgspec.Struct, frozen=True):
    """What became of one record: the decision, the workflows from and to which it was to come over.

    Where it moved, `changes` has every field that came out differently (None: emptied), and `owes` what the model in
    force still asks of it.
    """

    decision: Decision
    source: Workflow
    to: Workflow
    changes: dict[str, Any] = {}
    owes: tuple[Owed, ...] = ()


def migrate(service: Service, wanted: Wanted, *, dry_run: bool = False) -> tuple[Migration, ...]:
    """Bring records over to the model in force, all in one transaction, each decided and logged by itself.

    A refused one holds up no other. A dry run tells the same and keeps nothing. Raises UnknownName, UsageError.
    """
    with service.transaction(rehearsing=dry_run) as at:
        found = _migrated(service.workspace, wanted, at)
    return tuple(msgspec.structs.replace(one, decision=rehearsed(one.decision)) for one in found) if dry_run else found


def _migrated(workspace: Workspace, wanted: Wanted, at: str) -> tuple[Migration, ...]:
    """Decide and carry out every migration; what is owed is looked at when all have come over."""
    references = _references(workspace, wanted)
    request, personal = _request(workspace, wanted, at)
    found = []
    for reference in references:
        asked = msgspec.structs.replace(request, reference=reference)
        found.append(_one(workspace, asked, personal))
        personal = () if found[-1].decision.moved else personal  # kept once, with the first that comes over
    owing = tuple(msgspec.structs.replace(one, owes=_owed(workspace, one.decision, at[:10])) for one in found)
    workspace.flush(at)
    return owing


def _one(workspace: Workspace, request: Request, personal: Personal) -> Migration:
    before = workspace.record(request.reference)
    assert before is not None
    source = workspace.workflow(before)
    decision = submit_migration(workspace, request, personal)
    after = workspace.record(request.reference)
    assert after is not None
    names = {**before.fields, **after.fields}
    changes = {name: after.fields.get(name) for name in names if before.fields.get(name) != after.fields.get(name)}
    return Migration(decision, source, workspace.workflow(after), changes)


def _owed(workspace: Workspace, decision: Decision, today: str) -> tuple[Owed, ...]:
    record = workspace.record(decision.reference)
    return owed(workspace, record, today) if record is not None and decision.moved else ()


def _references(workspace: Workspace, wanted: Wanted) -> list[str]:
    """Return the records that are meant, kind by kind and as they were opened.

    Kinds with standing conditions come last: these look at other records as the model in force calls them.
    """
    model = workspace.model
    every = sorted(model.workflows, key=lambda name: bool(model.workflows[name].standing))
    kinds = [workflow_named(model, wanted.kind).name] if wanted.kind else every
    if bool(wanted.records) == wanted.everything:
        raise UsageError("name the records to bring over, or ask for all of them")
    if wanted.records:
        return list(dict.fromkeys(resolve(workspace, kinds, text) for text in wanted.records))
    found = (record for kind in kinds for record in records_of(workspace.connection, workspace.kinds_of(kind)))
    return [record.reference for record in found if record.model != model.digest]


def _request(workspace: Workspace, wanted: Wanted, at: str) -> tuple[Request, Personal]:
    return asked_act(
        workspace,
        MIGRATE,
        "bringing records over",
        at,
        {},
        actor=wanted.actor,
        entered_by=wanted.entered_by,
        on=wanted.on,
        document=wanted.document,
    )


def submit_migration(workspace: Workspace, request: Request, personal: Personal = ()) -> Decision:
    """Decide and carry out one migration, live or from a log."""
    verdict = decide_migration(workspace, request)
    if verdict.decision.moved:
        return carry_out(workspace, request, verdict, None, personal)
    return append_refusal(workspace, request, verdict)
