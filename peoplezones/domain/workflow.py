"""What a loaded operating model is: plain, frozen values, the same for every kind of record.

`peoplezones.operating_model` makes these from YAML and proves them sound; `peoplezones.domain.decide`
interprets them. Nothing here knows any particular kind, field or state. The words are those of
`docs/workflow-language.md`. msgspec structs, so that a model can be kept by digest and read back in
a millisecond or two without parsing YAML.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

FieldType = Literal["text", "long_text", "date", "number", "money", "yes_no", "choice", "ref", "file"]
FactHead = Literal["count", "sum", "latest", "distinct", "missing", "value", "days_since", "share", "holders", "holds"]
Comparison = Literal["is", "is_not", "one_of", "at_least", "at_most", "given"]
Basis = Literal["says", "implies", "house"]

#: Transitions may lead to these besides the declared states.
SAME, PREVIOUS = "same", "previous"


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of every part of a model."""


class Choice(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One of the values that a `choice` field may take."""

    name: str
    title: str


class Operand(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The right-hand side of a comparison, or a value that is set.

    Exactly one is meant, by `kind`: a `literal` (already in stored form: pence, scaled integers,
    ISO dates), `today` (the effective date), `actor` (reference of who acts), `this` (the record, or with a
    `path` what lies along it), `each` (in `opens` with `for_each`), or the value of a `fact`.
    """

    kind: Literal["literal", "today", "actor", "this", "each", "root", "fact"]
    literal: Any = None
    path: tuple[str, ...] = ()
    fact: str = ""


class Where(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A condition on a record that a fact looks at: field (or `state`, `reference`), comparison, operands."""

    field: str
    op: Comparison
    operands: tuple[Operand, ...]
    or_empty: bool = False


class Test(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A fact (or a field of the record, or `state`) compared with something."""

    fact: str
    op: Comparison
    operands: tuple[Operand, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What is looked at: the fact, and the facts that it is compared with."""
        return (self.fact, *(operand.fact for operand in self.operands if operand.fact))


class Field(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A declared, typed value of a record."""

    name: str
    type: FieldType
    label: str
    help: str = ""
    required: bool = False
    required_when: tuple[Test, ...] = ()
    choices: tuple[Choice, ...] = ()
    minimum: int | str | None = None  # number, money: stored form; date: ISO; text, many: length
    maximum: int | str | None = None
    decimals: int = 0
    to: tuple[str, ...] = ()
    many: bool = False
    acyclic: bool = False
    personal: bool = False


class ValueType(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The type of what a fact or field yields: a field type, or `list` (of references or names)."""

    type: FieldType | Literal["list", "state", "reference"]
    decimals: int = 0
    percent: bool = False
    choices: tuple[Choice, ...] = ()
    personal: bool = False


class Fact(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A named value that guards look at, computed from the record and those around it.

    count       how many `kind` records match `where`
    distinct    how many different values of `field` the matching `kind` records have
    sum         the sum of `field` over them (0 where there are none)
    latest      `field` of the one with the highest `by` (empty where there are none)
    missing     the names in the list at `path` (or `choices`) for which no `kind` record with `field` = the
                name matches `where`; with no `kind`, those that do not match `where` themselves
    value       what lies at the end of `path`
    days_since  whole days from the date at `path` (or, for ("state",), from entering the state) to today
    share       fact `share_of` as a percentage of fact `share_in`, exact
    holders     how many different people hold `office` of the record at `path` (and `also` that office of the Board)
    holds       whether the person at `person` holds `office` of the record(s) at `path`
    """

    name: str
    label: str
    head: FactHead
    kind: str = ""
    field: str = ""
    path: tuple[str, ...] = ()
    where: tuple[Where, ...] = ()
    by: str = ""
    choices: tuple[Choice, ...] = ()
    office: str = ""
    also: str = ""
    person: tuple[str, ...] = ()
    except_this: bool = False
    share_of: str = ""
    share_in: str = ""
    yields: ValueType = ValueType(type="number")


class Guard(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A rule with an id: at least one of `tests` holds, whenever all of `when` hold."""

    id: str
    tests: tuple[Test, ...]
    because: str
    clause: str
    basis: Basis
    when: tuple[Test, ...] = ()


class Who(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who may (or may not) act: by office, by name in a field, by an earlier act, or anyone.

    `of` is the path to the office's scope; empty means the Board itself, ("this",) the record.
    """

    kind: Literal["anyone", "office", "person", "did"]
    office: str = ""
    of: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    transition: str = ""


class Opening(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A child record that a transition opens: one, or one `for_each` reference along a path."""

    kind: str
    transition: str
    for_each: tuple[str, ...] = ()
    set: dict[str, Operand] = {}


class Transition(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A way to open a record (`opening`) or to move it from one of `sources` to `to`."""

    name: str
    title: str
    sources: tuple[str, ...]
    to: str
    by: tuple[Who, ...]
    clause: str
    basis: Basis
    help: str = ""
    not_by: tuple[Who, ...] = ()
    asks: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    set: dict[str, Operand] = {}
    guards: tuple[Guard, ...] = ()
    opens: tuple[Opening, ...] = ()

    @property
    def opening(self) -> bool:
        """Whether this transition opens a record."""
        return not self.sources


class Deadline(Part, frozen=True, kw_only=True, omit_defaults=True):
    """How long a record may stay in a state: some (working) days, until the date at `path`, or each so many days."""

    kind: Literal["days", "working_days", "date", "next_meeting", "every"]
    days: int = 0
    path: tuple[str, ...] = ()


class Escalation(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Who else hears of a deadline that has passed (nobody, where `to` is empty), and how long `after` its day.

    What a state says for itself rests on the clause of its kind, so `clause` is empty there.
    """

    to: tuple[Who, ...]
    after: Deadline | None = None
    clause: str = ""
    basis: Basis = "house"


class State(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A stage in the life of a record; `escalate` goes before what the model says for all."""

    name: str
    title: str
    help: str = ""
    within: Deadline | None = None
    tell: tuple[Who, ...] = ()
    escalate: Escalation | None = None


class Standing(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A guard that must hold to enter `states` and go on holding there; `act` says who must put a breach right."""

    guard: Guard
    states: tuple[str, ...]
    act: tuple[Who, ...]


class Confers(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The office that a record gives to the person in field `to`.

    The office is `office`, or what choice field `office_field` says. Scope: the
    record in field `of`, or the Board when empty, or this record for "this". Held while in `states`, from field
    `since`, until field `until` (inclusive).
    """

    to: str
    states: tuple[str, ...]
    office: str = ""
    office_field: str = ""
    of: str = ""
    deputy: bool = False
    since: str = ""
    until: str = ""


class Link(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What a reference means in the network; it counts while the record is in `states`, up to the date in `until`."""

    field: str
    edge: str
    reverse: bool = False
    states: tuple[str, ...] = ()
    weight: str = ""
    until: str = ""


class Publicly(Part, frozen=True, kw_only=True, omit_defaults=True):
    """How a record whose name is personal is called in public: by its name where `consent`, a yes_no field, is given.

    Without consent, by the first of the fields `otherwise` that is given, else by the offices that it holds.
    """

    consent: str = ""
    otherwise: tuple[str, ...] = ()


class Promise(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A property proved on the state graph when the model loads.

    only_after    `state` is reached only after every one of `states` (dominators)
    only_with     every transition that enters `state` from elsewhere carries all of `guards`
    reaches_final every state can reach a final one
    apart         nobody can make both of `transitions` on one record
    """

    id: str
    kind: Literal["only_after", "only_with", "reaches_final", "apart"]
    because: str
    clause: str
    basis: Basis
    state: str = ""
    states: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    transitions: tuple[str, ...] = ()


class Correction(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Which fields may be amended, by whom, and in which states (all, where none is named)."""

    fields: tuple[str, ...]
    by: tuple[Who, ...]
    states: tuple[str, ...] = ()


class Undo(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Which transition may be taken back, and by whom."""

    transition: str
    by: tuple[Who, ...]


class Period(Part, frozen=True, kw_only=True, omit_defaults=True):
    """So many days, months or years."""

    number: int
    unit: Literal["days", "months", "years"]


class Retention(Part, frozen=True, kw_only=True, omit_defaults=True):
    """For how long personal values are kept: those of `fields` (`document` and `reason`: the texts of entries).

    final, states  counted from the day on which the record came to be in one of `states`, where it is still
    given          counted from the day on which the value was given
    changed        counted from the day on which another value took its place, or it was emptied
    """

    id: str
    fields: tuple[str, ...]
    period: Period
    after: Literal["final", "states", "given", "changed"]
    clause: str
    basis: Basis
    states: tuple[str, ...] = ()


class Supply(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What a document's template is given under a name, beside the record itself; `kinds` are those of its records.

    records    the records of `kind` that match `where`, in the order of `by` (as opened, where empty)
    path       what lies at the end of `path`: a record, records or a value
    facts      the facts of the record in `facts`
    offices    who holds which office of the record
    history    every entry of the log about the record: who, in what office, under which rule, what the facts were
    stages     the stages of the kind, with what each needs of whom
    plan       the steps from here to the goal, as they stand
    why        `transition` as it stands: whether it could be made now, and if not, what is missing
    deadlines  until when the record, and those that refer to it, should have moved on
    breaches   standing conditions that the record breaks, and since when
    files      what came with the record's entries
    series     a chart of `value` of those records over the days in `by`, against the fact or field `baseline`
    timeline   a chart of the stages that the record has been at

    Each record of `records` and `path` brings `facts`, and what `supplies` names, of its own.
    """

    name: str
    source: Literal[
        "records",
        "path",
        "facts",
        "offices",
        "history",
        "stages",
        "plan",
        "why",
        "deadlines",
        "breaches",
        "files",
        "series",
        "timeline",
    ]
    kind: str = ""
    where: tuple[Where, ...] = ()
    by: str = ""
    latest_first: bool = False
    path: tuple[str, ...] = ()
    transition: str = ""
    facts: tuple[str, ...] = ()
    supplies: tuple[Supply, ...] = ()
    value: str = ""
    baseline: str = ""
    better: str = ""
    unit: str = ""
    marks: tuple[str, ...] = ()


class Issue(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The transition that says a document was given out, and the file field that takes it."""

    transition: str
    file: str


class Document(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A document about a record of this kind, made by filling `template`; `readers` says for whom.

    `publish` says in which form: either, `always` the publishable one, or `never` that one. `states` are those in which
    it makes sense (every one, where none is named).
    """

    name: str
    title: str
    template: str
    readers: str
    clause: str
    basis: Basis
    help: str = ""
    numbered: bool = False
    publish: Literal["either", "always", "never"] = "either"
    states: tuple[str, ...] = ()
    supplies: tuple[Supply, ...] = ()
    issue: Issue | None = None


class Workflow(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that is declared about one kind of record."""

    name: str
    title: str
    plural: str
    help: str
    reference: str
    label_field: str
    fields: dict[str, Field]
    states: dict[str, State]
    transitions: dict[str, Transition]
    clause: str
    facts: dict[str, Fact] = {}
    standing: tuple[Standing, ...] = ()
    confers: tuple[Confers, ...] = ()
    links: tuple[Link, ...] = ()
    node: str = ""
    joins: bool = False  # whether its records stand for nothing but a tie between those that they refer to
    promises: tuple[Promise, ...] = ()
    amend: tuple[Correction, ...] = ()
    undo: tuple[Undo, ...] = ()
    goal: str = ""
    final: tuple[str, ...] = ()
    list_fields: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()  # facts that people look at, whether or not a rule does
    retention: tuple[Retention, ...] = ()
    publicly: Publicly | None = None
    documents: dict[str, Document] = {}

    @property
    def openings(self) -> tuple[Transition, ...]:
        """The transitions that open a record of this kind."""
        return tuple(t for t in self.transitions.values() if t.opening)

    def guards(self) -> tuple[tuple[str, Guard], ...]:
        """Every guard with the name of its transition, and every standing condition with an empty name."""
        found = [(t.name, guard) for t in self.transitions.values() for guard in t.guards]
        return (*found, *(("", standing.guard) for standing in self.standing))


class Clause(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A numbered demand of a source paper, of the client's card (C-…) or a house rule (X-…).

    `context` is the reason why no rule states it, where none does: it tells of the past or of how things are.
    """

    id: str
    title: str
    paper: str
    context: str = ""


class Office(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What gives a person authority."""

    name: str
    title: str
    help: str = ""


class FoundingRecord(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One record that the founding act opens; `$name` operands are what the founder gave, `@alias` earlier records."""

    alias: str
    kind: str
    transition: str
    set: dict[str, str]


class Founding(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The act that begins a Board: the records it opens, in order; the first is the Board itself (the root)."""

    opens: tuple[FoundingRecord, ...]
    actor: str  # the alias of the person who founds
    clause: str
    basis: Basis


class Adoption(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Who may adopt a model, bring records over to it, or register a key of the log."""

    by: tuple[Who, ...]
    clause: str
    basis: Basis


class Erasure(Adoption, frozen=True, kw_only=True, omit_defaults=True):
    """Who may erase personal values, and on which lawful bases; `when_due` is that of values kept for long enough."""

    lawful_bases: tuple[Choice, ...]
    when_due: str = ""


class Notices(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Which field of a person is the e-mail address, and how many days before a deadline people are told of it."""

    address: str
    before: int = 7


class Group(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Kinds that the command line lists together."""

    title: str
    kinds: tuple[str, ...]


class KindMapping(Part, frozen=True, kw_only=True, omit_defaults=True):
    """How a kind of an earlier model maps onto this one."""

    to: str
    states: dict[str, str] = {}
    fields: dict[str, str] = {}
    choices: dict[str, dict[str, str]] = {}
    transitions: dict[str, str] = {}


class Migration(Part, frozen=True, kw_only=True, omit_defaults=True):
    """From which earlier model, by name, records can be migrated, and how their parts map."""

    model: str
    kinds: dict[str, KindMapping]


class Cells(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What stands where a row and a column of a matrix meet: the records of `kind` that name both.

    `row` and `column` are their fields: references, or for `column` a choice. In `there` the place is filled, until the
    date in field `until` (inclusive); in `awaited` an answer is still to come; in `held_back` it was no.
    """

    kind: str
    row: str
    column: str
    there: tuple[str, ...]
    awaited: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()
    until: str = ""


class Gap(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Where something is missing: the records of `kind` that meet `when`, each with what its `facts` find missing.

    With `cells` it is a matrix. Its columns are the records that field `asked_in` of the rows names, or `choices`; and
    whatever else has a cell. `by` is a choice field of the columns: which of its choices no filled cell has, is told.
    """

    id: str
    title: str
    kind: str
    clause: str
    basis: Basis
    when: tuple[Test, ...] = ()
    facts: tuple[str, ...] = ()
    cells: Cells | None = None
    asked_in: str = ""
    choices: tuple[Choice, ...] = ()
    by: str = ""
    leave_out: tuple[str, ...] = ()  # choices of `by` that are not looked for


class Bound(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A limit of fact `fact` that the standing condition `rule` of the same kind sets."""

    fact: str
    rule: str


class Load(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What the records of `kind` that meet `when` carry: `figures` are facts of theirs, some with a limit.

    `within` is a reference field: what all who name the same record there carry is added up.
    """

    id: str
    title: str
    kind: str
    clause: str
    basis: Basis
    figures: tuple[str, ...]
    when: tuple[Test, ...] = ()
    limits: tuple[Bound, ...] = ()
    within: str = ""


class NetworkSide(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One of two sides that are to be linked: what it is called, and the kinds of record on it.

    On it is what is tied to the record in the middle by one of `through` (kind, reference field; by any, where none is
    named). Whoever holds one of `offices` of that record, or is tied to it by one of `ties`, stands for this side as a
    whole, unless they are tied to something on it themselves.
    """

    title: str
    kinds: tuple[str, ...]
    through: tuple[tuple[str, str], ...] = ()
    offices: tuple[str, ...] = ()
    ties: tuple[tuple[str, str], ...] = ()


class Resilience(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What would fall apart around the records of `kind` that meet `when`, if one of those that link it left.

    `may_leave` are the kinds of those who link and may leave, `sides` what they link. `depth` are facts that tell how
    many stand behind one of the sides, `enough` a standing condition that says how many there must be.
    """

    id: str
    title: str
    kind: str
    clause: str
    basis: Basis
    may_leave: tuple[str, ...]
    sides: tuple[NetworkSide, ...]
    when: tuple[Test, ...] = ()
    depth: tuple[str, ...] = ()
    enough: tuple[Bound, ...] = ()


class Works(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Work that is asked for and carried out: the records of `kind`, told for each record that field `per` names.

    `asks` and `does` are reference fields to those who asked for it and who carry it out, `hours` a number field;
    `steps` are the transitions whose days count.
    """

    kind: str
    per: str
    clause: str
    basis: Basis
    asks: tuple[str, ...]
    does: tuple[str, ...]
    steps: tuple[str, ...]
    hours: str = ""


class Model(Part, frozen=True, kw_only=True, omit_defaults=True):
    """An operating model: its workflows and what they share."""

    name: str
    title: str
    version: str
    source: str
    offices: dict[str, Office]
    clauses: dict[str, Clause]
    groups: tuple[Group, ...]
    workflows: dict[str, Workflow]
    founding: Founding
    adoption: Adoption
    enters_for_others: tuple[Who, ...]
    main: str  # the kind whose records `status` shows by stage
    watch: tuple[str, ...] = ()  # other kinds whose overdue records `status` shows
    next_meeting: str = ""  # the field of the root record that has the date of the next meeting
    migrates: tuple[Migration, ...] = ()
    migration: Adoption | None = None  # who may bring records over; whoever may adopt, where nothing is declared
    keys: Adoption | None = None  # who may register a key of the log; nobody, where nothing is declared
    erasure: Erasure | None = None  # nobody may erase anything where nothing is declared
    escalation: Escalation | None = None  # who hears when any deadline has passed and nothing is done
    gaps: tuple[Gap, ...] = ()
    loads: tuple[Load, ...] = ()
    resilience: tuple[Resilience, ...] = ()
    works: Works | None = None
    notices: Notices | None = None  # nobody is written to where nothing is declared
    digest: str = ""
