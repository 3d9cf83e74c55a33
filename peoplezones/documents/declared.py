"""Which documents a model declares, and which of them fit a record where it is now."""

from __future__ import annotations

from collections.abc import Iterator

from peoplezones.domain.errors import UnknownName, UsageError, did_you_mean
from peoplezones.domain.record import Record, Value
from peoplezones.domain.values import listed
from peoplezones.domain.workflow import Document, Issue, Model, Workflow
from peoplezones.store.view import BoardView


class DoesNotFit(UsageError):
    """The document is not about records of this kind, or makes no sense at this stage."""


class Listed(Value, frozen=True):
    """A document that there is: about which kind of record, for whom, in which form, at which stages."""

    name: str
    title: str
    help: str
    kind: str
    kind_title: str
    readers: str
    template: str
    publish: str
    stages: tuple[str, ...]
    clause: str
    issued_by: str = ""


def documents(model: Model) -> Iterator[tuple[Workflow, Document]]:
    """Yield every document of a model, with the kind that it is about, in the model's order."""
    for workflow in model.workflows.values():
        for document in workflow.documents.values():
            yield workflow, document


def listed_documents(model: Model) -> tuple[Listed, ...]:
    """Return every document of a model."""
    return tuple(_listed(*pair) for pair in documents(model))


def fitting(view: BoardView, record: Record) -> tuple[Listed, ...]:
    """Return the documents that make sense for a record where it is now."""
    kind = view.kind_now(record)
    return tuple(
        _listed(workflow, document)
        for workflow, document in documents(view.model)
        if workflow.name == kind and fits(document, record)
    )


def fits(document: Document, record: Record) -> bool:
    """Whether a document makes sense for a record where it is now."""
    return not document.states or record.state in document.states


def document_named(model: Model, name: str) -> tuple[Workflow, Document]:
    """Return the document of this name, and the kind that it is about. Raises UnknownName with the nearest."""
    known = {document.name: (workflow, document) for workflow, document in documents(model)}
    found = known.get(name.replace("-", "_"))
    if found is None:
        names = [word.replace("_", "-") for word in known]
        hint = did_you_mean(name, names) or "; `peoplezones document list` shows those there are"
        none = "; the model in force on that day declares no documents"
        raise UnknownName(f"no document is called '{name[:80]}'{hint if names else none}")
    return found


def issue_of(model: Model, name: str) -> tuple[str, Issue]:
    """Return how a document is issued, and the kind that it is about. Raises UnknownName, UsageError."""
    workflow, document = document_named(model, name)
    if document.issue is None:
        can = [one.name.replace("_", "-") for _, one in documents(model) if one.issue]
        those = f"; these are: {listed(can)}" if can else ""
        raise UsageError(f"the model does not say how '{document.title}' is put on record as given out{those}")
    return workflow.name, document.issue


def check_fits(view: BoardView, workflow: Workflow, document: Document, record: Record) -> None:
    """Raise DoesNotFit where a document makes no sense for a record where it is."""
    if fits(document, record):
        return
    stages = listed((f"'{workflow.states[name].title}'" for name in document.states), "or")
    state = view.workflow(record).states.get(record.state)
    raise DoesNotFit(
        f"'{document.title}' is made at {stages}, and {record.reference} is at "
        f"'{state.title if state else record.state}'; as a draft it can be made at any stage (--draft)"
    )


def _listed(workflow: Workflow, document: Document) -> Listed:
    return Listed(
        name=document.name.replace("_", "-"),
        title=document.title,
        help=document.help,
        kind=workflow.name,
        kind_title=workflow.title,
        readers=document.readers,
        template=document.template,
        publish=document.publish,
        stages=tuple(workflow.states[name].title for name in document.states),
        clause=document.clause,
        issued_by=document.issue.transition if document.issue else "",
    )
