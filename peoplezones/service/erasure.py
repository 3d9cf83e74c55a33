"""To erase personal values: an entry for each record, which names what went and on which lawful basis.

Whatever else the log holds stays as it is: entries commit to personal values and do not hold them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from peoplezones.domain.entry import ERASE, commitments_of
from peoplezones.domain.erasure import asked, decide_erasure, erased_by
from peoplezones.domain.errors import PeopleZonesError, did_you_mean
from peoplezones.domain.record import Decision, Record, Request
from peoplezones.domain.retention import Kept
from peoplezones.domain.workflow import Erasure
from peoplezones.store.workspace import Workspace

from .asked_act import asked_act
from .entry import entry_of, line_of
from .erasable import Part, Wanted, check_wanted, erasable
from .perform import Personal, personal_rows
from .writer import Service, rehearsed

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
    with service.transaction(rehearsing=dry_run) as at:
        found = tuple(_erased(service.workspace, wanted, at, rehearsing=dry_run))
    return tuple(msgspec.structs.replace(one, decision=rehearsed(one.decision)) for one in found) if dry_run else found


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
    problems: dict[str, str] = {}
    basis = _basis(rule, wanted, problems)
    return asked_act(
        workspace,
        ERASE,
        "erasing personal values",
        at,
        problems,
        actor=wanted.actor,
        entered_by=wanted.entered_by,
        on=wanted.on,
        document=wanted.document,
        reason=wanted.reason,
        values={"basis": basis},
    )


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
