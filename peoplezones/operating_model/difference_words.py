"""A change of one part of a model in words, field by field; what has no words of its own is told plainly."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from peoplezones.domain.values import listed
from peoplezones.domain.wording import basis_in_words, who_in_words
from peoplezones.domain.workflow import (
    PREVIOUS,
    SAME,
    Document,
    Erasure,
    Escalation,
    Field,
    Guard,
    Issue,
    Model,
    Notices,
    Part,
    Period,
    Retention,
    Standing,
    State,
    Supply,
    Test,
    Transition,
    Who,
    Workflow,
)

from .describe import (
    deadline_in_words,
    delay_in_words,
    escalation_in_words,
    period_in_words,
    test_in_words,
    tests_in_words,
)
from .document_words import FORMS, supply_in_words

_LABELS = {
    "by": "who may",
    "not_by": "who may not",
    "to": "where it leads",
    "minimum": "the least",
    "maximum": "the most",
    "list_fields": "the fields that a list shows",
    "label_field": "the field that it is called by",
    "final": "the final stages",
    "figures": "the facts shown as figures",
    "publicly": "how it is called in public",
    "goal": "the goal of a plan",
    "readers": "who reads it",
    "because": "what is needed, in words,",
    "clause": "the clause that it rests on",
    "basis": "how far it rests on its clause",
}
_SAME_STAGE = {SAME: "where it is", PREVIOUS: "the stage it was at before"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two models, and the workflow of it that is compared, if it is one."""

    model: Model
    workflow: Workflow | None = None

    @property
    def kind(self) -> Workflow:
        """The workflow; of the model itself, that of the Board's own record."""
        return self.workflow or self.model.workflows[self.model.founding.opens[0].kind]

    def who(self, who: Who) -> str:
        """Return somebody in words."""
        return who_in_words(self.model, self.kind, who)

    def label(self, field: str) -> str:
        """Return what people call a field."""
        found = self.kind.fields.get(field)
        return f"'{found.label}'" if found else f"'{field}'"

    def step(self, transition: str) -> str:
        """Return what people call a transition."""
        found = self.kind.transitions.get(transition)
        return f"'{found.title}'" if found else f"'{transition}'"

    def stage(self, state: str) -> str:
        """Return what people call a state, or where a transition leads."""
        found = self.kind.states.get(state)
        return f"'{found.title}'" if found else _SAME_STAGE.get(state, f"'{state}'")


Teller = Callable[[Side, Side, Any, Any], Iterable[str]]


def told(before: Side, after: Side, old: Part, new: Part) -> Iterator[str]:
    """Yield in words how `new` differs from `old`, the same part of two models: something for each field."""
    tellers = _TELLERS.get(type(new), {})
    for name in new.__struct_fields__:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            teller = tellers.get(name)
            words = list(teller(before, after, was, now)) if teller else []
            yield from words or [plainly(name, was, now)]


def label_of(name: str) -> str:
    """Return what people call a field of a part."""
    return _LABELS.get(name, name.replace("_", " "))


def plainly(name: str, was: Any, now: Any) -> str:
    """Return a change of which nothing but the values is known."""
    return f"{label_of(name)} is now {_shown(now)} instead of {_shown(was)}"


def _shown(value: Any) -> str:
    plain = msgspec.to_builtins(value)
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    if plain is None or plain in ("", [], {}):
        return "nothing"
    if isinstance(plain, str):
        return f"'{plain}'"
    if isinstance(plain, list | tuple) and all(isinstance(item, str) for item in plain):
        return ", ".join(plain)
    return json.dumps(plain, ensure_ascii=False)


def rule_in_words(side: Side, guard: Guard) -> str:
    """Return what a rule needs: `at least 2 community leaders have pledged (house rule X-4)`."""
    when = f", when {tests_in_words(side.kind, guard.when)}" if guard.when else ""
    return f"{guard.because} ({basis_in_words(guard.clause, guard.basis)}){when}"


def people_in_words(side: Side, people: tuple[Who, ...]) -> str:
    """Return who is meant, in words; nobody where nobody is."""
    return listed(map(side.who, people), "or") if people else "nobody"


def _gained_and_lost(words: Callable[[Side, Any], str], gained: str, lost: str) -> Teller:
    """Return a teller of a list: what is in it now and was not, what was in it and is not now."""

    def tell(before: Side, after: Side, old: Any, new: Any) -> Iterator[str]:
        was, now = [words(before, item) for item in old], [words(after, item) for item in new]
        come, gone = [w for w in now if w not in was], [w for w in was if w not in now]
        if come:
            yield f"{gained} {listed(come)}"
        if gone:
            yield f"{lost} {listed(gone)}"

    return tell


def _guards(before: Side, after: Side, old: tuple[Guard, ...], new: tuple[Guard, ...]) -> Iterator[str]:
    was, now = {guard.id: guard for guard in old}, {guard.id: guard for guard in new}
    for guard in new:
        if guard.id not in was:
            yield f"now also needs: {rule_in_words(after, guard)}"
        elif guard != was[guard.id]:
            yield from _rule(before, after, was[guard.id], guard)
    for guard in old:
        if guard.id not in now:
            yield f"no longer needs: {rule_in_words(before, guard)}"


def _rule(before: Side, after: Side, old: Guard, new: Guard) -> Iterator[str]:
    """Yield what is different in a rule, after its name."""
    if old.because != new.because:
        yield f"needs: {rule_in_words(after, new)}; it was: {rule_in_words(before, old)}"
    for words in told(before, after, old, new):
        if not words.startswith(_LABELS["because"]):
            yield f"the rule '{new.id}': {words}"


def _standing_guard(before: Side, after: Side, old: Guard, new: Guard) -> Iterator[str]:
    return told(before, after, old, new)


def _tests(before: Side, after: Side, old: tuple[Test, ...], new: tuple[Test, ...]) -> Iterator[str]:
    was, now = (
        " or ".join(test_in_words(side.kind, test) for test in tests) for side, tests in ((before, old), (after, new))
    )
    if was != now:
        yield f"holds where {now}; it was where {was}"


def _when(before: Side, after: Side, old: tuple[Test, ...], new: tuple[Test, ...]) -> Iterator[str]:
    was, now = (
        f"when {tests_in_words(side.kind, tests)}" if tests else "always"
        for side, tests in ((before, old), (after, new))
    )
    if was != now:
        yield f"asked for {now}; it was {was}"


def _to(before: Side, after: Side, old: str, new: str) -> Iterator[str]:
    if before.stage(old) != after.stage(new):
        yield f"leads to {after.stage(new)} instead of {before.stage(old)}"


def _within(before: Side, after: Side, old: Any, new: Any) -> Iterator[str]:
    was, now = (
        deadline_in_words(side.model, side.kind, within) if within else ""
        for side, within in ((before, old), (after, new))
    )
    if was and now and was != now:
        yield f"should be left {now} instead of {was}"
    elif now and not was:
        yield f"should now be left {now}"
    elif was and not now:
        yield f"need no longer be left {was}"


def _escalate(before: Side, after: Side, old: Escalation | None, new: Escalation | None) -> Iterator[str]:
    was, now = (
        escalation_in_words(side.model, side.kind, rule) if rule else "whom the model says"
        for side, rule in ((before, old), (after, new))
    )
    if was != now:
        yield f"overdue now goes on to {now} instead of {was}"


def _after(_: Side, __: Side, old: Any, new: Any) -> Iterator[str]:
    yield f"is told {_delay(new)} after a deadline instead of {_delay(old)}"


def _delay(after: Any) -> str:
    return delay_in_words(Escalation(to=(), after=after))


def _required(_: Side, __: Side, ___: bool, new: bool) -> Iterator[str]:
    yield "must now be given when the record is opened" if new else "need no longer be given when the record is opened"


def _to_kinds(before: Side, after: Side, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    come, gone = [k for k in new if k not in old], [k for k in old if k not in new]
    if come:
        yield f"may now also refer to {listed(after.model.workflows[k].title for k in come)}"
    if gone:
        yield f"may no longer refer to {listed(before.model.workflows[k].title for k in gone)}"


def _period(_: Side, __: Side, old: Period, new: Period) -> Iterator[str]:
    yield f"kept for {period_in_words(new)} instead of {period_in_words(old)}"


def _before(_: Side, __: Side, old: int, new: int) -> Iterator[str]:
    yield f"people are told {new} days before a deadline instead of {old}"


def _settings(before: Side, after: Side, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for name in dict.fromkeys([*old, *new]):
        if name not in new:
            yield f"no longer sets {before.label(name)}"
        elif name not in old:
            yield f"now sets {after.label(name)} to {_shown(new[name])}"
        elif old[name] != new[name]:
            yield f"sets {after.label(name)} to {_shown(new[name])} instead of {_shown(old[name])}"


def _supplies(before: Side, after: Side, old: tuple[Supply, ...], new: tuple[Supply, ...]) -> Iterator[str]:
    was, now = {supply.name: supply for supply in old}, {supply.name: supply for supply in new}
    for supply in new:
        if supply != was.get(supply.name):
            word = "is given other" if supply.name in was else "is now also given"
            yield f"its template {word} {supply_in_words(after.model, supply)}"
    for supply in old:
        if supply.name not in now:
            yield f"its template is no longer given {supply_in_words(before.model, supply)}"


def _publish(_: Side, __: Side, old: str, new: str) -> Iterator[str]:
    yield f"made as {FORMS[new]} instead of {FORMS[old]}"


def _issue(before: Side, after: Side, old: Issue | None, new: Issue | None) -> Iterator[str]:
    was, now = (
        f"{side.step(issue.transition)} with {side.label(issue.file)}" if issue else "nothing"
        for side, issue in ((before, old), (after, new))
    )
    yield f"put on record by {now} instead of {was}"


def _bases() -> Teller:
    return _gained_and_lost(lambda _, basis: f"'{basis.title}'", "now also on the basis", "no longer on the basis")


def _choices() -> Teller:
    return _gained_and_lost(lambda _, choice: f"'{choice.title}'", "may now also be", "can no longer be")


_PEOPLE: dict[str, Teller] = {"by": _gained_and_lost(Side.who, "now also for", "no longer for")}
_TELLERS: dict[type, dict[str, Teller]] = {
    Transition: {
        **_PEOPLE,
        "not_by": _gained_and_lost(Side.who, "now not for", "no longer kept from"),
        "sources": _gained_and_lost(Side.stage, "now also from", "no longer from"),
        "to": _to,
        "asks": _gained_and_lost(Side.label, "must now be given:", "need no longer be given:"),
        "takes": _gained_and_lost(Side.label, "may now be given:", "is no longer taken of its own accord:"),
        "set": _settings,
        "guards": _guards,
    },
    Guard: {"tests": _tests, "when": _when},
    Document: {
        "states": _gained_and_lost(Side.stage, "now also made at", "no longer made at"),
        "supplies": _supplies,
        "publish": _publish,
        "issue": _issue,
    },
    Standing: {
        "guard": _standing_guard,
        "states": _gained_and_lost(Side.stage, "now also holds at", "no longer holds at"),
        "act": _gained_and_lost(Side.who, "now also to be put right by", "no longer to be put right by"),
    },
    State: {
        "within": _within,
        "tell": _gained_and_lost(Side.who, "overdue is now also told to", "overdue is no longer told to"),
        "escalate": _escalate,
    },
    Escalation: {"to": _gained_and_lost(Side.who, "is now also told to", "is no longer told to"), "after": _after},
    Retention: {"period": _period},
    Notices: {"before": _before},
    Erasure: {**_PEOPLE, "lawful_bases": _bases()},
    Field: {"required": _required, "required_when": _when, "choices": _choices(), "to": _to_kinds},
}
