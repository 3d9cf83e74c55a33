"""To adopt a model: it rules what is opened from then on, and what is open lives on under its own."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from peoplezones.domain.entry import ACT
from peoplezones.domain.errors import InvalidValues, StoreError
from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Decision, Outcome, Remedy, Request
from peoplezones.domain.rules import authority
from peoplezones.domain.timing import judge_own_entry, judge_request
from peoplezones.domain.wording import all_in_words
from peoplezones.domain.workflow import Model
from peoplezones.store.database import writing
from peoplezones.store.naming import person_kind, resolve
from peoplezones.store.workspace import Workspace

from .accept import commit_to
from .acts import ADOPT, append_act, model_row
from .given import given_date, given_text
from .perform import Personal
from .writer import Service, moment

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
) -> Decision:
    """Put a model in force for records opened from now on; those that are open live on under theirs."""
    workspace = service.workspace
    try:
        with writing(service.engine) as connection:
            workspace.begin(connection)
            at = moment(service.clock())
            person = [person_kind(workspace.model)]
            problems: dict[str, str] = {}
            day, text = given_date(on, problems), given_text("document", document, problems)
            if problems:
                raise InvalidValues(problems, "adopting a model")
            actor = resolve(workspace, person, actor)
            hidden = commit_to("document", text) if text else None
            request = Request(
                kind=ACT,
                transition=ADOPT,
                actor=actor,
                on=day or at[:10],
                at=at,
                entered_by=resolve(workspace, person, entered_by) if entered_by else actor,
                values={"model": model.digest},
                document=hidden[1] if hidden else "",
            )
            decision = submit_adoption(workspace, model, texts, request, (hidden,) if hidden else ())
            workspace.flush(at)
            return decision
    except BaseException:
        workspace.forget()
        raise


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
    in_force = workspace.model
    lacking = ", ".join(_lacking(in_force, model)) if model else recorded
    root = workspace.record(workspace.root)
    assert root is not None
    workflow = workspace.workflow(root)
    scene = Scene(workspace, workflow, root, request.on, request.actor)
    capacity = authority(scene, in_force, in_force.adoption.by, request.actor, request.on)
    who = all_in_words(in_force, workflow, in_force.adoption.by)
    rule = in_force.adoption
    outcomes = (
        *judge_request(workspace, workflow, msgspec.structs.replace(root, effective=""), request),
        *judge_own_entry(scene, request, rule.by, capacity),
        Outcome(
            rule="may-act",
            held=capacity is not None,
            needed=f"a model is adopted by {who}",
            clause=rule.clause,
            basis=rule.basis,
            found="" if capacity else f"{request.actor} held no such office on {request.on}",
            remedies=() if capacity else (Remedy(kind=ACT, transition=ADOPT, who=who),),
        ),
        Outcome(
            rule=SAME_RECORDS,
            held=not lacking,
            clause=rule.clause,
            basis=rule.basis,
            needed="the new model knows every kind of record that the Board keeps, and its people, Board and offices",
            found=lacking,
        ),
    )
    decision = append_act(workspace, request, outcomes, personal=personal)
    if decision.moved and model is None:
        raise StoreError(f"the database does not hold the operating model {request.values['model'][:12]}…")
    if decision.moved and model:
        workspace.teach(model)
        row = None if workspace.has_model(model.digest) else model_row(model, texts, decision.entry)
        workspace.adopt(model.digest, row, workspace.root, workspace.log)
    return decision


def _lacking(old: Model, new: Model) -> list[str]:
    """Return the kinds and offices of one model that another does not have."""
    return [f"no {name}" for name in (*old.workflows, *old.offices) if name not in {**new.workflows, **new.offices}]
