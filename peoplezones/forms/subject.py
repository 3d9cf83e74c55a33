"""What a returned form is about, as that stands now, and what has happened to it since the form was made."""

from __future__ import annotations

import msgspec

from peoplezones.domain.record import Record
from peoplezones.domain.workflow import Model, Workflow
from peoplezones.queries.history import title_of
from peoplezones.store.workspace import Workspace

from .code import FormCode
from .errors import FormUnreadable
from .plan import impossible


class Subject(msgspec.Struct, frozen=True):
    """The model and workflow that a form was made under, its record where that still lives by them, and problems."""

    model: Model
    workflow: Workflow
    record: Record | None
    problems: tuple[str, ...]


def subject_of(view: Workspace, code: FormCode, name: str, *, entered: bool) -> Subject:
    """Return what a form is about; of one that has been `entered` nothing is said of what happened since.

    Raises FormUnreadable where that cannot be told.
    """
    record = view.record(code.reference) if code.reference else None
    if code.reference and record is None:
        raise FormUnreadable(f"{name} is about {code.reference}, and there is no such record here")
    digest = next((one for one in view.digests() if one.startswith(code.model)), "")
    if not digest:
        raise FormUnreadable(f"{name} was made under an operating model that this Board never adopted")
    model = view.model_by(digest)
    workflow = model.workflows.get(code.kind)
    if workflow is None or any(move not in workflow.transitions for move in code.transitions):
        raise FormUnreadable(f"{name} asks for something that its operating model does not have")
    now = view.model_of(record) if record else view.model
    if now.digest != digest:
        return Subject(model, workflow, None, (_other_model(code, now, record),))
    problems = [] if record is None or entered else _since(view, code, workflow, record)
    return Subject(model, workflow, record, tuple(problems))


def _other_model(code: FormCode, now: Model, record: Record | None) -> str:
    where = f"{record.reference} has been brought over to" if record else "the Board has adopted"
    return (
        f"since it was made (on {code.made}) {where} another operating model, '{now.title}' ({now.version}), which may "
        "ask for something else; make the form anew and ask again"
    )


def _since(view: Workspace, code: FormCode, workflow: Workflow, record: Record) -> list[str]:
    """Return what has happened to the record since the form was made, and what it therefore can no longer ask."""
    problems = []
    if record.seq != code.seen:
        since = [move for move in view.moves(record.reference) if move.seq > code.seen]
        told = ", ".join(f"'{title_of(workflow, code.kind, one.transition)}' on {one.effective}" for one in since)
        problems.append(
            f"{record.reference} has moved on since it was made (on {code.made}). Since then: {told or 'nothing'}. Ask "
            "whether the answer still holds, and make the form anew"
        )
    ways = [move for move in code.transitions if record.state not in workflow.transitions[move].sources]
    return problems + [impossible(workflow, record, move) for move in ways]
