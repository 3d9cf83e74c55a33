"""Records, requests and decisions, and what the rules may see of the Board's world.

Dates are ISO text (`2019-11-05`), which sort as they should; moments are UTC, `2019-11-05T10:00:00.000000Z`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import msgspec

from .workflow import KindMapping, Model, Workflow

AMEND, UNDO = "amend", "undo"


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the plain values in this module."""


class Record(Value, frozen=True, kw_only=True):
    """One thing that follows a workflow, as the log has left it.

    `state` is empty before the record is opened; `previous` is the state before this one; `entered` the date it entered
    its state; `seq` counts its moves; `opened` and `changed` are log positions; `leaf` is the hash of its last entry.
    """

    kind: str
    reference: str
    state: str = ""
    previous: str = ""
    entered: str = ""
    seq: int = 0
    effective: str = ""
    opened: int = 0
    changed: int = 0
    model: str = ""
    fields: dict[str, Any] = {}
    leaf: str = ""


def consents(workflow: Workflow, record: Record) -> bool:
    """Whether whoever the record is about has agreed to be named in public (`publicly`)."""
    publicly = workflow.publicly
    return publicly is not None and bool(publicly.consent) and record.fields.get(publicly.consent) is True


class Holding(Value, frozen=True, kw_only=True):
    """An office held: by whom, of what (`scope`), from and until when (inclusive, empty = open), by which record."""

    office: str
    scope: str
    person: str
    source: str
    slot: int = 0
    deputy: bool = False
    since: str = ""
    until: str = ""

    def on(self, day: str) -> bool:
        """Whether the office is held on that day."""
        return self.since <= day and (not self.until or day <= self.until)


class Migrated(Value, frozen=True, kw_only=True):
    """How a record came over to another model: kind and digest of the model before and after.

    `previous` is the state before its state, as the new model calls it.
    """

    from_kind: str
    from_model: str
    to_kind: str
    to_model: str
    previous: str = ""


class Move(Value, frozen=True, kw_only=True):
    """A transition that a record made: one moved entry of its history (an erasure is none)."""

    n: int
    seq: int
    transition: str
    actor: str
    effective: str
    source: str
    to: str
    changes: dict[str, Any]
    document: str = ""  # like `reason` a commitment
    reason: str = ""
    names: dict[str, str] = {}  # by field, what its file is called
    takes_back: int = 0  # for an undo: the `n` of the move that it takes back
    migrated: Migrated | None = None  # for a migration: from what to what


FORMAT = 2  # of the entries that are written now; those of format 1 are still read


class Request(Value, frozen=True, kw_only=True):
    """What somebody asks for. `values` are in stored form; personal ones are commitments.

    `actor` decides, `entered_by` types it in; `on` is the effective date, `at` the moment of recording. `document`
    and `reason` are commitments too. `seen` is the record's `seq` that the person saw. `attachments` are commitments to
    the digests of files, among those in `values` and `document`; `names`, by field, to what the files are called.
    `signature` is the actor's own over what they asked for; `v` is the format of its entry.
    """

    kind: str
    transition: str
    actor: str
    entered_by: str
    on: str
    at: str
    reference: str = ""
    values: dict[str, Any] = {}
    document: str = ""
    reason: str = ""
    key: str = ""
    seen: int | None = None
    authn: str = "asserted"
    attachments: tuple[str, ...] = ()
    names: dict[str, str] = {}
    signature: str = ""
    v: int = FORMAT


class Finding(Value, frozen=True, kw_only=True):
    """What was found when a fact was looked at: the fact's name and its value in stored form."""

    fact: str
    value: Any


class Remedy(Value, frozen=True, kw_only=True):
    """A transition that could put a failed rule right, on which kind, and who may make it, in words."""

    kind: str
    transition: str
    who: str


class Outcome(Value, frozen=True, kw_only=True):
    """How one rule came out: what was needed, what was found, under which clause, and who can put it right.

    `rule` is a guard's id, or one of the engine's own: `state`, `may-act`, `must-not-act`, `may-enter`, `not-before`,
    `not-after`, `seen`, `asked`, `acyclic`, `undo`. `found` is a sentence for the engine's own rules and empty for
    guards, whose `findings` say it. `applies` is false where a guard's `when` did not hold.
    """

    rule: str
    held: bool
    needed: str
    clause: str
    basis: str
    found: str = ""
    findings: tuple[Finding, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    applies: bool = True
    record: str = ""  # set where the rule belongs to a record that this one was to open


class Authority(Value, frozen=True, kw_only=True):
    """In what office somebody acted: office, scope, the record that confers it; or as the person named or anyone."""

    office: str = ""
    scope: str = ""
    source: str = ""
    deputy: bool = False
    named: str = ""  # the path by which a record names the person
    words: str = ""


class Decision(Value, frozen=True, kw_only=True):
    """The answer to a request: moved or refused, with the outcome of every rule.

    `entry` is its number in the log (0 for a dry run); `opened` are the references of records it opened;
    `repeated` is true when the same request with the same key had been answered before.
    """

    moved: bool
    kind: str
    transition: str
    reference: str
    source: str
    to: str
    outcomes: tuple[Outcome, ...]
    on: str
    authority: Authority | None = None
    entry: int = 0
    seq: int = 0
    opened: tuple[str, ...] = ()
    repeated: bool = False
    names: dict[str, str] = {}

    @property
    def reasons(self) -> tuple[Outcome, ...]:
        """The outcomes that did not hold."""
        return tuple(outcome for outcome in self.outcomes if not outcome.held)


class View(Protocol):
    """What the rules may see: the records of one Board at one position of its log, and nothing else."""

    @property
    def root(self) -> str:
        """The reference of the Board's own record."""

    @property
    def model(self) -> Model:
        """The operating model in force."""

    def workflow(self, record: Record) -> Workflow:
        """The workflow that the record follows, under the model it lives by."""

    def model_of(self, record: Record) -> Model:
        """The model that the record lives by: the one it began under, or was migrated to."""

    def mapping(self, migrated: Migrated) -> KindMapping:
        """How the model to which a record was migrated maps what it was before."""

    def record(self, reference: str) -> Record | None:
        """The record, or None where there is none."""

    def referrers(self, target: str, kind: str, field: str) -> Sequence[str]:
        """References of the records of `kind` whose `field` now refers to `target`, in the order they were opened."""

    def offices_of(self, person: str) -> Sequence[Holding]:
        """Every office that the person holds or held."""

    def holders(self, office: str, scope: str) -> Sequence[Holding]:
        """Everyone who holds or held the office."""

    def moves(self, reference: str) -> Sequence[Move]:
        """The record's history of moves, oldest first."""

    def records_in(self, kind: str, states: frozenset[str]) -> Sequence[str]:
        """References of the records of `kind` in one of `states` (in any, where none is given), as they were opened."""
