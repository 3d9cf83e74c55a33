"""`review`: every question asked of a log, in one pass over its entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import msgspec

from peoplezones.domain.record import Value

from .asking import Asked, Entry
from .people import EnteredForOthers, ShortlyAfter, TwoCapacities, TwoOffices
from .question import Models, Question, acted
from .rules import Exceptions, Refusals
from .steps import BoardActs, Corrections, Reopened
from .telling import Finding, Words, capacity_in_words, mentioned
from .times import ClockJumps, LongAfter, OutsideHours

QUESTIONS: tuple[type[Question], ...] = (
    EnteredForOthers,
    TwoCapacities,
    TwoOffices,
    ShortlyAfter,
    OutsideHours,
    LongAfter,
    Exceptions,
    Refusals,
    Corrections,
    Reopened,
    ClockJumps,
    BoardActs,
)


class Around(Models, Protocol):
    """What a review needs besides the entries: their models, and by what names people know things."""

    def entry(self, n: int) -> Entry:
        """Return an entry by number."""

    def names(self, references: Iterable[str]) -> dict[str, str]:
        """Return the names of those that exist and have one."""

    def texts(self, commitments: Iterable[str]) -> dict[str, str]:
        """Return the texts behind commitments, but for those that are no longer kept."""


class Acting(Value, frozen=True, kw_only=True):
    """What one person did: moved and refused, how often entered by and for others, and in which capacities."""

    person: str
    name: str
    moved: int
    refused: int
    entered_by_others: int
    entered_for_others: int
    capacities: dict[str, int]


class Section(Value, frozen=True, kw_only=True):
    """The answer to one question: how many entries, which, of what sorts, and the first of them one by one."""

    key: str
    title: str
    none: str
    count: int
    counts: dict[str, int]
    entries: tuple[int, ...]
    findings: tuple[Finding, ...]


class Review(Value, frozen=True, kw_only=True):
    """What an auditor's questions came to: of how many entries they were asked, and everything that was found."""

    entries: int
    looked_at: int
    people: tuple[Acting, ...]
    how_known: dict[str, int]
    sections: tuple[Section, ...]


def review(entries: Iterable[Entry], around: Around, asked: Asked) -> Review:
    """Ask everything of a log, whose entries come in order and once.

    Of the entries only numbers are kept, and of records and people what later entries are compared with.
    """
    people, questions = _People(around), [question(asked, around) for question in QUESTIONS]
    seen = looked_at = 0
    root = ""
    for entry in entries:
        wanted = asked.wants(entry)
        seen, looked_at = seen + 1, looked_at + wanted
        root = root or next(iter(entry["opened"]), "")
        people.take(entry, wanted)
        for question in questions:
            question.take(entry, wanted)
    found = [_Told(question, around) for question in questions]
    words = _words(around, [entry for told in found for entry in told.every()], people.people(), root)
    return Review(
        entries=seen,
        looked_at=looked_at,
        people=people.told(words),
        how_known=people.how_known,
        sections=tuple(told.section(words) for told in found),
    )


def _words(around: Around, entries: list[Entry], people: Iterable[str], root: str) -> Words:
    kept = {entry[name] for entry in entries for name in ("document", "reason") if entry[name]}
    return Words(around, around.names({*mentioned(entries), *people}), around.texts(kept), root)


class _Told:
    """A question, with the entries that are told one by one, read again."""

    def __init__(self, question: Question, around: Around) -> None:
        self._question = question
        self._found: list[tuple[Entry, tuple[Entry, ...]]] = []
        for n, others in question.others.items():
            after = question.followed(n) if isinstance(question, Refusals) else others
            self._found.append((around.entry(n), tuple(around.entry(other) for other in after)))

    def every(self) -> Iterable[Entry]:
        """Return every entry that is told of."""
        return (one for entry, others in self._found for one in (entry, *others))

    def section(self, words: Words) -> Section:
        """Return the answer to the question."""
        question = self._question
        return Section(
            key=question.key,
            title=question.heading(),
            none=question.none,
            count=len(question.numbers),
            counts=question.counts,
            entries=tuple(question.numbers),
            findings=tuple(self._finding(words, entry, others) for entry, others in self._found),
        )

    def _finding(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> Finding:
        return Finding(
            entry=entry["n"],
            on=entry["on"],
            recorded=entry["at"],
            record=entry["record"] or "",
            record_name=words.name(entry["record"]),
            act=words.act(entry),
            moved=entry["moved"],
            by=entry["actor"] or "",
            by_name=words.name(entry["actor"]),
            capacity=words.capacity(entry),
            entered_by=entry["entered_by"] or "",
            says=self._question.says(words, entry, others),
            others=tuple(other["n"] for other in others),
            rules=self._question.rules(words, entry, others),
        )


class _Counted(msgspec.Struct):
    moved: int = 0
    refused: int = 0
    by_others: int = 0
    for_others: int = 0
    capacities: dict[str, int] = msgspec.field(default_factory=dict)


class _People:
    """Who acted, and how those who acted were known."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._counted: dict[str, _Counted] = {}
        self.how_known: dict[str, int] = {}

    def take(self, entry: Entry, wanted: bool) -> None:
        """Count an entry that somebody made; what it caused is not counted again."""
        if not wanted or not acted(entry):
            return
        self.how_known[entry["authn"]] = self.how_known.get(entry["authn"], 0) + 1
        if not entry["actor"]:
            return
        counted = self._counted.setdefault(entry["actor"], _Counted())
        counted.moved += entry["moved"]
        counted.refused += not entry["moved"]
        if entry["entered_by"] != entry["actor"]:
            counted.by_others += 1
            self._counted.setdefault(entry["entered_by"], _Counted()).for_others += 1
        if entry["moved"] and entry["authority"]:
            capacity = self._capacity(entry)
            counted.capacities[capacity] = counted.capacities.get(capacity, 0) + 1

    def _capacity(self, entry: Entry) -> str:
        model = self._models.model(entry["model"])
        return capacity_in_words(model, model.workflows.get(entry["kind"]), entry["authority"], lambda _: "")

    def people(self) -> Iterable[str]:
        """Return everybody who acted or entered something."""
        return self._counted.keys()

    def told(self, words: Words) -> tuple[Acting, ...]:
        """Return what each person did, who did most first."""
        most_first = sorted(self._counted.items(), key=lambda item: (-item[1].moved - item[1].refused, item[0]))
        return tuple(
            Acting(
                person=person,
                name=words.name(person),
                moved=counted.moved,
                refused=counted.refused,
                entered_by_others=counted.by_others,
                entered_for_others=counted.for_others,
                capacities=counted.capacities,
            )
            for person, counted in most_first
        )
