"""To erase personal values: an entry for each record, which names what went and on which lawful basis.

Whatever else the log holds stays as it is: entries commit to personal values and do not hold them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from peoplezones.domain.entry import ACT, ERASE, commitments_of
from peoplezones.domain.erasure import asked, decide_erasure, erased_by
from peoplezones.domain.errors import InvalidValues, PeopleZonesError, did_you_mean
from peoplezones.domain.record import Decision, Record, Request
from peoplezones.domain.retention import Kept
from peoplezones.domain.workflow import Erasure
from peoplezones.store.database import writing
from peoplezones.store.naming import person_kind, resolve
from peoplezones.store.workspace import Workspace

from .accept import commit_to
from .entry import entry_of, line_of
from .erasable import Part, Wanted, check_wanted, erasable
from .given import given_date, given_text
from .perform import Personal, personal_rows
from .writer import Rehearsed, Service, moment

MOST_IN_ONE = 400  # values that one entry names, which may not have more than 65,535 bytes


class ErasureNotDeclared(PeopleZonesError):
    """The model in force does not say who may erase personal values: add `erasure` to its model.yaml and adopt it."""


class Erased(msgspec.Struct, frozen=True):
    """What became of the values of one record (or of an entry that is about none): the decision, and the values."""

    decision: Decision
    values: tuple[Kept, ...]


def erase(service: Service, wanted: Wanted, *, dry_run: bool = False) -> tuple[Erased, ...]:
    """Erase personal values, all in one transaction with an entry for each record; the first refusal is the last.

    A dry run tells the same and keeps nothing. Raises UnknownName, UsageError, InvalidValues, ErasureNotDeclared.
    """
    workspace = service.workspace
    found: tuple[Erased, ...] = ()
    try:
        with writing(service.engine) as connection:
            workspace.begin(connection)
            at = moment(service.clock())
            found = tuple(_erased(workspace, wanted, at, rehearsing=dry_run))
            workspace.flush(at)
            if dry_run:
                raise Rehearsed
    except Rehearsed:
        workspace.forget()
        return tuple(
            msgspec.structs.replace(one, decision=msgspec.structs.replace(one.decision, entry=0)) for one in found
        )
    except BaseException:
        workspace.forget()
        raise
    return found


def _erased(workspace: Workspace, wanted: Wanted, at: str, *, rehearsing: bool) -> Iterator[Erased]:
    rule = workspace.model.erasure
    if rule is None:
        raise ErasureNotDeclared
    check_wanted(wanted)
    if rehearsing and not (wanted.basis or wanted.due):  # to look, nobody need know on which basis yet
        others = (basis.name for basis in rule.lawful_bases if basis.name != rule.when_due)
        wanted = msgspec.structs.replace(wanted, basis=next(others, rule.when_due))
    request, personal = _request(workspace, rule, wanted, at)
    for reference, values in _in_parts(erasable(workspace, wanted, request.on)):
        erased = [(kept.n, kept.field, kept.commitment) for kept in values]
        one = msgspec.structs.replace(request, reference=reference, values=asked(request.values["basis"], erased))
        decision = submit_erasure(workspace, one, personal)
        yield Erased(decision, values)
        if not decision.moved:
            return
        personal = ()  # kept once, with the first


def _in_parts(parts: list[Part]) -> Iterator[Part]:
    """Yield the values of each record, no more at once than an entry can name."""
    for reference, values in parts:
        for first in range(0, len(values), MOST_IN_ONE):
            yield reference, values[first : first + MOST_IN_ONE]


def _request(workspace: Workspace, rule: Erasure, wanted: Wanted, at: str) -> tuple[Request, Personal]:
    """Return what is asked of every record. Raises InvalidValues with everything that is wrong."""
    person = [person_kind(workspace.model)]
    problems: dict[str, str] = {}
    day = given_date(wanted.on, problems)
    texts = {name: given_text(name, getattr(wanted, name), problems) for name in ("document", "reason")}
    basis = _basis(rule, wanted, problems)
    enterer = wanted.entered_by or wanted.actor
    if not enterer:
        problems["as"] = "say who you are: --as PERSON, or set PEOPLEZONES_AS"
    if problems:
        raise InvalidValues(problems, "erasing personal values")
    hidden = {name: commit_to(name, text) for name, text in texts.items() if text}
    request = Request(
        kind=ACT,
        transition=ERASE,
        actor=resolve(workspace, person, wanted.actor or enterer),
        entered_by=resolve(workspace, person, enterer),
        on=day or at[:10],
        at=at,
        values={"basis": basis},
        document=hidden["document"][1] if "document" in hidden else "",
        reason=hidden["reason"][1] if "reason" in hidden else "",
    )
    return request, tuple(hidden.values())


def _basis(rule: Erasure, wanted: Wanted, problems: dict[str, str]) -> str:
    """Return the lawful basis by name; everything that is due goes on the basis that the model has for it."""
    if wanted.due and not rule.when_due:
        problems["basis"] = "the model in force says for nothing how long it is kept, nor on which basis it then goes"
        return ""
    if wanted.due and not wanted.basis:
        return rule.when_due
    text = wanted.basis.strip().casefold()
    for basis in rule.lawful_bases:
        if text in (basis.name, basis.name.replace("_", "-"), basis.title.casefold()):
            if wanted.due and basis.name != rule.when_due:
                problems["basis"] = f"what is due is erased because it is due: '{rule.when_due}'"
            return basis.name
    names = [basis.name.replace("_", "-") for basis in rule.lawful_bases]
    known = did_you_mean(wanted.basis, names) or f"; there are: {', '.join(names)}"
    problems["basis"] = f"'{wanted.basis}' is no lawful basis of the model{known}" if text else f"must be given{known}"
    return ""


def submit_erasure(workspace: Workspace, request: Request, personal: Personal = ()) -> Decision:
    """Decide and carry out one erasure, live or from a log. Raises PeopleZonesError where it names no such value."""
    _check(workspace, request)
    verdict = decide_erasure(workspace, request)
    moved, n = verdict.decision.moved, workspace.size + 1
    entry = entry_of(workspace.log, n, workspace.model_digest, request, verdict, request.reference, (), 0)
    line = line_of(entry)
    workspace.append(line.row, personal_rows(personal, n, request.reference or None) if moved else [])
    record: Record | None = workspace.record(request.reference) if request.reference else None
    if record is not None:
        workspace.put(msgspec.structs.replace(record, leaf=line.leaf))
    if moved:
        workspace.erase(commitment for _, _, commitment in erased_by(entry))
    return msgspec.structs.replace(verdict.decision, entry=n)


def _check(workspace: Workspace, request: Request) -> None:
    """Raise PeopleZonesError unless the basis is one of the model's and every value one of that record's entries."""
    rule = workspace.model.erasure
    if rule is None:
        raise ErasureNotDeclared
    if request.values["basis"] not in {basis.name for basis in rule.lawful_bases}:
        raise PeopleZonesError(f"'{request.values['basis']}' is no lawful basis of the model in force")
    for n, field, commitment in erased_by({"asked": request.values}):
        entry = json.loads(workspace.line(n) or "null")
        about = entry and (entry["record"] or "") == request.reference
        if not about or commitments_of(entry, workspace.model_by(entry["model"])).get(field) != commitment:
            raise PeopleZonesError(f"entry {n} commits to no such value in '{field}'")
