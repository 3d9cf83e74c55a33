"""How a line of the log is written. How it is read again: `peoplezones.domain.entry`.

Format version 2 (`docs/log-format.md`). A move names what was asked (`asked`) and everything it changed (`changes`:
what was asked and what the transition set); outcomes name rules by id, for the model, kept by digest, holds their
words. `prev` is the leaf of the same record's entry before.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import msgspec

from peoplezones.domain.canonical import canonical_line, leaf_hash
from peoplezones.domain.record import Authority, Outcome, Record, Request
from peoplezones.domain.verdict import Verdict

FORMAT_2 = 2  # brought attachments and signatures


class Line(msgspec.Struct, frozen=True):
    """An entry as it is stored: its columns, its canonical line and the hash of its leaf."""

    row: dict[str, Any]
    leaf: str


def line_of(entry: dict[str, Any]) -> Line:
    """Return the row of the log that holds `entry`."""
    text = canonical_line(entry)
    row = {
        "n": entry["n"],
        "record": entry["record"],
        "seq": entry["seq"],
        "kind": entry["kind"],
        "transition": entry["transition"],
        "moved": int(entry["moved"]),
        "effective": entry["on"],
        "recorded": entry["at"],
        "actor": entry["actor"],
        "key": entry["key"],
        "cause": entry["cause"],
        "line": text,
    }
    return Line(row, leaf_hash(text))


def entry_of(
    log: str, n: int, model: str, request: Request, verdict: Verdict, record: str, opened: tuple[str, ...], cause: int
) -> dict[str, Any]:
    """Return the entry that records a verdict; `record` is empty for a refused opening."""
    decision = verdict.decision
    return {
        "v": request.v,
        "log": log,
        "n": n,
        "at": request.at,
        "on": request.on,
        "kind": request.kind,
        "transition": request.transition,
        "record": record or None,
        "seq": decision.seq if record else None,
        "from": decision.source,
        "to": decision.to if decision.moved else decision.source,
        "model": model,
        "actor": request.actor or None,
        "entered_by": request.entered_by or None,
        "authn": request.authn,
        "authority": _authority(decision.authority),
        "document": request.document or None,
        "reason": request.reason or None,
        "key": request.key or None,
        "seen": request.seen,
        "asked": request.values,
        "changes": verdict.changes if decision.moved else {},
        "outcomes": [_outcome(outcome) for outcome in decision.outcomes],
        "moved": decision.moved,
        "opened": list(opened),
        "cause": cause or None,
        "takes_back": verdict.takes_back or None if decision.moved else None,
        "prev": verdict.after.leaf or None,
        **_since_format_2(request),
        **_migrated(verdict),
    }


def _since_format_2(request: Request) -> dict[str, Any]:
    """Return what entries have had since format 2."""
    if request.v < FORMAT_2:
        return {}
    names = {"names": request.names} if request.names else {}
    return {"attachments": list(request.attachments), "signature": request.signature or None, **names}


def _migrated(verdict: Verdict) -> dict[str, Any]:
    """Return, for a migration that took place, from what to what the record came over."""
    found = verdict.migrated if verdict.decision.moved else None
    return {} if found is None else {"migrated": msgspec.to_builtins(found)}


def _authority(authority: Authority | None) -> dict[str, Any] | None:
    if authority is None:
        return None
    return {
        "office": authority.office,
        "scope": authority.scope,
        "source": authority.source,
        "deputy": authority.deputy,
        "named": authority.named,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as the log keeps it: a rule of the model by id, the engine's own in words."""
    kept: dict[str, Any] = {"rule": outcome.rule, "held": outcome.held}
    if outcome.findings:
        kept["found"] = {finding.fact: _stored(finding.value) for finding in outcome.findings}
    elif outcome.found:
        kept["found"] = outcome.found
    if not outcome.applies:
        kept["applies"] = False
    if outcome.record:
        kept["record"] = outcome.record
    if not outcome.held and not outcome.findings:
        kept["needed"], kept["clause"], kept["basis"] = outcome.needed, outcome.clause, outcome.basis
    return kept


def _stored(value: Any) -> Any:
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else value


def request_of(entry: dict[str, Any]) -> Request:
    """Return the request that an entry records."""
    return Request(
        kind=entry["kind"],
        transition=entry["transition"],
        actor=entry["actor"] or "",
        entered_by=entry["entered_by"] or "",
        on=entry["on"],
        at=entry["at"],
        reference=(entry["record"] or "") if entry["from"] else "",
        values=entry["asked"],
        document=entry["document"] or "",
        reason=entry["reason"] or "",
        key=entry["key"] or "",
        seen=entry["seen"],
        authn=entry["authn"],
        attachments=tuple(entry.get("attachments", ())),
        names=entry.get("names", {}),
        signature=entry.get("signature") or "",
        v=entry["v"],
    )


def sealed(record: Record, n: int, leaf: str, *, opened: bool) -> Record:
    """Return the record after entry `n`, whose leaf is the last of its chain, and which may have opened it."""
    fields = {name: value for name, value in record.fields.items() if value is not None}
    return msgspec.structs.replace(record, opened=n if opened else record.opened, changed=n, leaf=leaf, fields=fields)
