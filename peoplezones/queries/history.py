"""The log in human words: of one record, or of the whole Board."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from peoplezones.domain.entry import ACT, ERASE, decision_of
from peoplezones.domain.erasure import erased_by
from peoplezones.domain.record import AMEND, UNDO, Decision, Value
from peoplezones.domain.retention import kept_of
from peoplezones.domain.values import ERASED
from peoplezones.domain.wording import BUILT_IN
from peoplezones.domain.workflow import Model, Workflow
from peoplezones.store.reading import lines, lines_about
from peoplezones.store.view import BoardView

from .fields import Shown, shown
from .naming import NOT_KEPT, called, names, revealed

ACT_WORDS = {
    "found": "Found the Board",
    "adopt": "Adopt an operating model",
    "migrate": "Bring over to the model in force",
    "register_key": "Register a key of the log",
    "erase": "Erase personal values",
}
CORRECTION_WORDS = {AMEND: "Put fields right", UNDO: "Take back the last transition"}


class Gone(Value, frozen=True):
    """A personal value that an entry erased: the entry that gave it, and its field, as that is called now."""

    entry: int
    field: str
    label: str


class Line(Value, frozen=True):
    """One entry of the log as people read it."""

    n: int
    recorded: str
    on: str
    kind: str
    kind_title: str
    reference: str
    name: str
    transition: str
    title: str
    moved: bool
    source: str
    to: str
    actor: str
    office: str
    entered_by: str
    document: str = ""
    reason: str = ""
    values: tuple[Shown, ...] = ()
    opened: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    takes_back: int = 0
    cause: int = 0
    erased: tuple[Gone, ...] = ()
    lawful_basis: str = ""


def history(view: BoardView, reference: str) -> tuple[Line, ...]:
    """Return every entry about a record, oldest first, refusals too."""
    return _read(view, lines_about(view.connection, reference))


def log(view: BoardView, *, since: str = "", kind: str = "", by: str = "", limit: int = 50) -> tuple[Line, ...]:
    """Return the last entries of the log, newest last: recorded on day `since` or later, of a kind, by a person."""
    return _read(view, lines(view.connection, since=since, kind=kind, actor=by, limit=limit))


def _read(view: BoardView, texts: Iterable[str]) -> tuple[Line, ...]:
    entries = [json.loads(text) for text in texts]
    wanted = [reference for entry in entries for reference in _mentioned(entry) if reference]
    known = names(view, wanted)
    texts_of: dict[str, str] = {}
    for moved, gone in ((True, ERASED), (False, NOT_KEPT)):
        told = [entry for entry in entries if entry["moved"] is moved]
        texts_of |= revealed(view, [text for e in told for text in (_document(e), e["reason"]) if text], gone)
    return tuple(_line(view, entry, known, texts_of) for entry in entries)


def _document(entry: dict[str, Any]) -> str:
    """Return the commitment to what the document is called that an entry came from; "" where there was none."""
    return entry.get("names", {}).get("document") or entry["document"] or ""


def _mentioned(entry: dict[str, Any]) -> list[str | None]:
    return [entry["record"], entry["actor"], entry["entered_by"], *entry["opened"]]


def _line(view: BoardView, entry: dict[str, Any], known: dict[str, str], texts: dict[str, str]) -> Line:
    model = view.model_by(entry["model"])
    migrated = entry.get("migrated")
    kind = migrated["to_kind"] if migrated else entry["kind"]
    workflow = model.workflows.get(kind)
    before = view.model_by(migrated["from_model"]).workflows[migrated["from_kind"]] if migrated else workflow
    decision = decision_of(entry, model)
    values = entry["changes"] if entry["moved"] else entry["asked"]
    gone = ERASED if entry["moved"] else NOT_KEPT
    entered_by = entry["entered_by"] if entry["entered_by"] != entry["actor"] else None
    return Line(
        n=entry["n"],
        recorded=entry["at"],
        on=entry["on"],
        kind=entry["kind"],
        kind_title=workflow.title if workflow else "The Board",
        reference=entry["record"] or "",
        name=known.get(entry["record"] or "", ""),
        transition=entry["transition"],
        title=title_of(workflow, entry["kind"], entry["transition"]),
        moved=entry["moved"],
        source=_state(before, entry["from"]),
        to=_state(workflow, entry["to"]),
        actor=called(entry["actor"], known) if entry["actor"] else "",
        office=_office(model, entry["authority"]),
        entered_by=called(entered_by, known) if entered_by else "",
        document=texts.get(_document(entry), ""),
        reason=texts.get(entry["reason"] or "", ""),
        values=shown(view, workflow, values, gone) if workflow else (),
        opened=tuple(called(reference, known) for reference in entry["opened"]),
        refused=tuple(_reasons(decision)),
        takes_back=entry["takes_back"] or 0,
        cause=entry["cause"] or 0,
        erased=_gone(view, entry) if _erases(entry) else (),
        lawful_basis=_lawful_basis(model, entry) if _erases(entry) else "",
    )


def _erases(entry: dict[str, Any]) -> bool:
    return bool(entry["kind"] == ACT and entry["transition"] == ERASE)


def _gone(view: BoardView, entry: dict[str, Any]) -> tuple[Gone, ...]:
    """Return what an erasure was to erase, by what the record's own model calls the fields now."""
    record = view.record(entry["record"]) if entry["record"] else None
    called = {kept.commitment: kept.name for kept in kept_of(view, record)} if record else {}
    fields = view.workflow(record).fields if record else {}
    return tuple(
        Gone(n, name, fields[name].label if name in fields else name.capitalize())
        for n, field, commitment in erased_by(entry)
        for name in (called.get(commitment, field),)
    )


def _lawful_basis(model: Model, entry: dict[str, Any]) -> str:
    bases = model.erasure.lawful_bases if model.erasure else ()
    return next((basis.title for basis in bases if basis.name == entry["asked"]["basis"]), "")


def title_of(workflow: Workflow | None, kind: str, transition: str) -> str:
    """Return what a transition, a correction or an act on the Board as a whole is called."""
    if kind == ACT:
        return ACT_WORDS.get(transition, transition)
    if transition in CORRECTION_WORDS:
        return CORRECTION_WORDS[transition]
    move = workflow.transitions.get(transition) if workflow else None
    return move.title if move else transition


def _state(workflow: Workflow | None, name: str) -> str:
    return workflow.states[name].title if workflow and name in workflow.states else name


def _office(model: Model, authority: dict[str, Any] | None) -> str:
    if authority is None or not authority["office"]:
        return ""
    office = model.offices.get(authority["office"])
    title = office.title if office else str(authority["office"])
    return f"deputy {title}" if authority["deputy"] else title


def _reasons(decision: Decision) -> Iterable[str]:
    for outcome in decision.reasons:
        leaning = f" ({outcome.clause})" if outcome.clause and outcome.basis != BUILT_IN else ""
        yield f"{outcome.needed}{leaning}"
