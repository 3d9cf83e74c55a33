"""What is declared where: the names that every part of a model may use, gathered before any part is read.

A kind whose file could not be parsed is `known=False`: naming it, or anything in it, is no second mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from peoplezones.domain.workflow import Choice, Clause, Fact, Field, FieldType, Model, Office, ValueType

from .doubts import Doubts
from .shapes import known
from .source import Map, Mark, Node, Problems, Text

YieldType = FieldType | Literal["list", "state", "reference"]


@dataclass(frozen=True, slots=True)
class Typed:
    """The type of what a path, field or fact yields, with what rules need to know besides the public `ValueType`.

    `kinds` are those that references lead to (of a state: whose state it is); `many` tells that there may be several.
    """

    type: YieldType
    kinds: tuple[str, ...] = ()
    many: bool = False
    decimals: int = 0
    percent: bool = False
    choices: tuple[Choice, ...] = ()
    personal: bool = False

    @property
    def is_reference(self) -> bool:
        """Whether it is the reference of a record."""
        return self.type in ("ref", "reference")

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return self.many or self.type == "list"

    def public(self) -> ValueType:
        """Return the type as the model states it."""
        if self.is_list:
            return ValueType(type="list", choices=self.choices, personal=self.personal)
        return ValueType(
            type=self.type,
            decimals=self.decimals,
            percent=self.percent,
            choices=self.choices,
            personal=self.personal,
        )

    def in_words(self) -> str:
        """Return the type as a message names it."""
        if self.is_list:
            return "a list"
        if self.is_reference:
            return f"a reference to {' or '.join(self.kinds)}" if self.kinds else "a reference"
        words = {"yes_no": "a yes_no", "number": "a number", "money": "an amount of money"}
        return words.get(self.type, f"a {self.type}")


NUMBER, YES_NO = Typed("number"), Typed("yes_no")


def type_of_field(declared: Field) -> Typed:
    """Return the type of what a field holds."""
    return Typed(
        declared.type,
        kinds=declared.to,
        many=declared.many,
        decimals=2 if declared.type == "money" else declared.decimals,
        choices=declared.choices,
        personal=declared.personal,
    )


@dataclass(slots=True)
class Sketch:
    """The outline of a transition, read before the transitions themselves, so that others can name it."""

    at: Mark
    node: Node
    opening: bool = False
    asks: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


@dataclass(slots=True)
class KindScope:
    """The names that one workflow declares, each with its place."""

    name: str
    at: Mark
    tree: Map | None = None
    known: bool = True
    fields: dict[str, Field] = field(default_factory=dict)
    field_marks: dict[str, Mark] = field(default_factory=dict)
    states: dict[str, Choice] = field(default_factory=dict)
    state_marks: dict[str, Mark] = field(default_factory=dict)
    final: tuple[str, ...] = ()
    transitions: dict[str, Sketch] = field(default_factory=dict)
    facts: dict[str, tuple[Mark, Node]] = field(default_factory=dict)
    guards: dict[str, Mark] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)  # fields that something asks, takes, sets or amends
    graph_sound: bool = True  # whether every `from` and `to` could be read


@dataclass(slots=True)
class OfficeUse:
    """Somewhere an office is needed, of the records of some kinds (none: of the Board)."""

    at: Mark
    office: str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Scope:
    """Everything that is declared in the model, and what reading it has found out so far."""

    problems: Problems
    kinds: dict[str, KindScope] = field(default_factory=dict)
    model_known: bool = True
    offices: dict[str, Office] = field(default_factory=dict)
    clauses: dict[str, Clause] = field(default_factory=dict)
    choices: dict[str, tuple[Choice, ...]] = field(default_factory=dict)
    root_kind: str = ""
    actor_kind: str = ""
    next_meeting: bool = False
    facts: dict[tuple[str, str], tuple[Fact, Typed] | None] = field(default_factory=dict)
    fact_uses: set[tuple[str, str]] = field(default_factory=set)
    fact_stack: list[tuple[str, str]] = field(default_factory=list)
    office_uses: list[OfficeUse] = field(default_factory=list)
    conferred: set[tuple[str, str]] = field(default_factory=set)  # office, kind of its scope
    opened: set[tuple[str, str]] = field(default_factory=set)  # kind, transition that something else opens
    documents: dict[str, Mark] = field(default_factory=dict)
    doubts: Doubts | None = None
    earlier: Callable[[str], Sequence[Model]] = field(repr=False, default=lambda _: ())  # earlier models, by name
    read_fact: Callable[[Scope, str, str], tuple[Fact, Typed] | None] = field(repr=False, kw_only=True)

    def fact(self, kind: str, name: str, at: Mark) -> Typed | None:
        """Return the type of a fact that exists, reading it first if need be; circles are complained of `at`."""
        key = (kind, name)
        self.fact_uses.add(key)
        if key not in self.facts:
            if key in self.fact_stack:
                circle = [fact for _, fact in self.fact_stack[self.fact_stack.index(key) :]]
                path = " -> ".join([*circle, name])
                self.problems.add(at, f"the fact '{name}' is computed from itself ({path}); break the circle")
                return None
            self.fact_stack.append(key)
            try:
                self.facts[key] = self.read_fact(self, kind, name)
            finally:
                self.fact_stack.pop()
        found = self.facts[key]
        return found[1] if found else None

    def state_type(self, kind: str) -> Typed:
        """Return the type of the state of records of a kind."""
        return Typed("state", kinds=(kind,), choices=tuple(self.kinds[kind].states.values()))

    def kind_exists(self, word: Text | None) -> bool:
        """Return whether a kind is called that; complain if not."""
        return known(word, self.kinds, "kind", self.problems)

    def check_clause(self, word: Text | None) -> str:
        """Return the clause that is named, complaining if model.yaml has none of that name."""
        if word is not None and self.model_known:
            known(word, self.clauses, "clause", self.problems, "; add it to the clauses in model.yaml")
        return word.value if word else ""

    def check_office(self, word: Text | None) -> str:
        """Return the office that is named, complaining if model.yaml has none of that name."""
        if word is not None and self.model_known:
            known(word, self.offices, "office", self.problems, "; add it to the offices in model.yaml")
        return word.value if word else ""
