"""To erase personal values: who may, on which lawful basis, and that what is erased as due is due.

An erasure is an entry about a record and no move of it: stage, fields and last effective date stay as they are, and no
rule ever comes out otherwise, since rules see commitments only.
"""

from __future__ import annotations

from typing import Any

import msgspec

from .acting import judge_act
from .entry import ACT
from .record import Outcome, Record, Request, View
from .retention import Kept, kept_of
from .timing import judge_request
from .values import listed
from .verdict import Verdict, verdict
from .workflow import Erasure

MOST_TOLD = 3  # values that are kept for longer, of which a refusal tells

Erased = tuple[int, str, str]  # number of the entry that gave the value, its field there, and its commitment


def asked(basis: str, values: list[Erased]) -> dict[str, Any]:
    """Return what an entry asks that erases values: on which lawful basis, and which."""
    return {"basis": basis, "erased": [list(value) for value in sorted(values)]}


def erased_by(entry: dict[str, Any]) -> list[Erased]:
    """Return the values that an entry erases. Raises ValueError, TypeError or LookupError where it is not one."""
    return [(n, field, commitment) for n, field, commitment in entry["asked"]["erased"]]


def decide_erasure(view: View, request: Request) -> Verdict:
    """Answer a request to erase values of the record that it names, or of an entry that is about none."""
    rule, root = view.model.erasure, view.record(view.root)
    assert rule is not None
    assert root is not None
    record = view.record(request.reference) if request.reference else None
    about = msgspec.structs.replace(record or root, effective="")
    capacity, acting = judge_act(view, rule, request, "personal values are erased")
    outcomes = [*judge_request(view, view.workflow(about), about, request), *acting]
    if request.values["basis"] == rule.when_due:
        outcomes.append(_judge_due(rule, kept_of(view, record) if record else (), request))
    before = record or Record(kind=ACT, reference="")
    return verdict(request, before, before, tuple(outcomes), {}, capacity)


def _judge_due(rule: Erasure, kept: tuple[Kept, ...], request: Request) -> Outcome:
    """Judge that every value has been kept for as long as it is to be."""
    wanted = {commitment: f"'{field}' of entry {n}" for n, field, commitment in request.values["erased"]}
    due = {value.commitment: value.due for value in kept}
    early = [
        f"{words} is kept until {due[one]}" if due.get(one) else f"{words} is kept for as long as is needed"
        for one, words in wanted.items()
        if not due.get(one) or due[one] > request.on
    ]
    more = [f"{len(early) - MOST_TOLD:,} more are kept"] if len(early) > MOST_TOLD else []
    return Outcome(
        rule="kept-long-enough",
        held=not early,
        needed="what is erased as due has been kept for as long as the model says",
        clause=rule.clause,
        basis=rule.basis,
        found=listed([*early[:MOST_TOLD], *more]) if early else "",
    )
