"""To adopt a model: it rules what is opened from then on, and what is open lives on under its own."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from peoplezones.domain.acting import judge_act
from peoplezones.domain.errors import StoreError
from peoplezones.domain.mapping import kind_now
from peoplezones.domain.migrate import ADOPT
from peoplezones.domain.record import Decision, Outcome, Request
from peoplezones.domain.timing import judge_request
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.load import load_texts
from peoplezones.store.naming import person_kind, root_kind
from peoplezones.store.reading import kinds_in_use, offices_held
from peoplezones.store.workspace import Workspace

from .acts import append_act, model_row
from .asked_act import asked_act
from .entry import FORMAT_2
from .perform import Personal
from .writer import Service

SAME_RECORDS = "same-records"  # the rule that looks at the model itself


def adopt(
    service: Service,
    model: Model,
    texts: Mapping[str, str],
    *,
    actor: str,
    entered_by: str = "",
    document: str = "",
    on: str = "",
    folder: str = "the new model",
) -> Decision:
    """Put a model in force for records opened from now on; those that are open live on under theirs.

    Raises ModelInvalid where what it says of records of earlier models (`migrates`) leaves anything out; `folder` is
    what messages put before file names.
    """
    workspace = service.workspace
    with service.transaction() as at:
        _check_migrations(workspace, model, texts, folder)
        given = {"actor": actor, "entered_by": entered_by, "on": on, "document": document}
        values = {"model": model.digest}
        request, personal = asked_act(workspace, ADOPT, "adopting a model", at, {}, **given, values=values)
        return submit_adoption(workspace, model, texts, request, personal)


def _check_migrations(workspace: Workspace, model: Model, texts: Mapping[str, str], folder: str) -> None:
    """Raise ModelInvalid where the model leaves out anything of a model by which records of this Board live."""
    in_use = {digest for digest, _ in kinds_in_use(workspace.connection)} - {model.digest}
    live = [workspace.model_by(digest) for digest in workspace.digests() if digest in in_use]
    if any(migration.model == earlier.name for migration in model.migrates for earlier in live):
        load_texts(texts, folder=folder, earlier=lambda name: [found for found in live if found.name == name])


def submit_adoption(
    workspace: Workspace,
    model: Model | None,
    texts: Mapping[str, str],
    request: Request,
    personal: Personal = (),
    recorded: str = "",
) -> Decision:
    """Decide and carry out an adoption, live or from a log.

    A model that was refused is kept nowhere: from a log, `model` is then None and `recorded` what it was found to lack.
    """
    workspace.flush(request.at)  # what is kept is looked at in the database
    lacking = ", ".join(_lacking(workspace, model)) if model else recorded
    root = workspace.record(workspace.root)
    assert root is not None
    rule = workspace.model.adoption
    capacity, acting = judge_act(workspace, rule, request, "a model is adopted")
    outcomes = (
        *judge_request(workspace, workspace.workflow(root), msgspec.structs.replace(root, effective=""), request),
        *acting,
        Outcome(
            rule=SAME_RECORDS,
            held=not lacking,
            clause=rule.clause,
            basis=rule.basis,
            needed="the new model has or maps every kind of record that the Board keeps, and every office that is held",
            found=lacking,
        ),
    )
    authority = capacity if request.v >= FORMAT_2 else None  # entries before it did not say in what office
    decision = append_act(workspace, request, outcomes, personal=personal, authority=authority)
    if decision.moved and model is None:
        raise StoreError(f"the database does not hold the operating model {request.values['model'][:12]}…")
    if decision.moved and model:
        workspace.teach(model)
        row = None if workspace.has_model(model.digest) else model_row(model, texts, decision.entry)
        workspace.adopt(model.digest, row, workspace.root, workspace.log)
    return decision


def _lacking(workspace: Workspace, new: Model) -> list[str]:
    """Return what records live by, under any model, that a new model neither has nor maps: kinds, offices, roles.

    The kinds of the Board's own record and of people are needed even where a model maps them: the engine itself looks
    for them under the names that the new model has for them.
    """
    found: dict[str, None] = {}
    for digest, kind in kinds_in_use(workspace.connection):
        earlier = workspace.model_by(digest)
        to = kind_now(new, earlier, kind)
        if to not in new.workflows:
            found[f"no {kind}"] = None
        found.update(dict.fromkeys(_roles_amiss(earlier, new, kind, to)))
    mapped = {
        office
        for migration in new.migrates
        for mapping in migration.kinds.values()
        for choices in mapping.choices.values()
        for office, now in choices.items()
        if now in new.offices
    }
    held = (
        office for office in offices_held(workspace.connection) if office not in new.offices and office not in mapped
    )
    return [*found, *(f"no {office}" for office in held)]


def _roles_amiss(earlier: Model, new: Model, kind: str, to: str) -> list[str]:
    """Return whether what is the Board itself, or people, would be something else under the new model."""
    roles = (("the Board itself", root_kind), ("those who act", person_kind))
    return [
        f"{words} would be kept as '{kind_of(new)}' and not as '{to}'"
        for words, kind_of in roles
        if kind_of(earlier) == kind and kind_of(new) != to
    ]
