"""Questions about rules: which held only by an exception, and what followed where one did not hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from peoplezones.domain.entry import ACT, decision_of
from peoplezones.domain.facts import compare
from peoplezones.domain.record import AMEND, Outcome
from peoplezones.domain.workflow import Guard, Operand, Test, Workflow
from peoplezones.operating_model.describe import test_in_words

from .asking import Asked, Entry
from .question import Models, Question
from .telling import Ruled, Words, in_short, span

_COMMITMENT = "hmac-sha256:"


class Exceptions(Question):
    """Which steps were taken although a rule held only by an exception.

    A rule with several alternatives asks for the first; one that looks at a field of the record itself is another way
    to meet it, any other an exception to it. `show` tells exceptions of a record in the same sense.
    """

    key = "exceptions"
    title = "Allowed only by an exception"
    none = "No step was allowed only by an exception."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._guards: dict[tuple[str, str], dict[str, Guard]] = {}

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find a step for which a rule was met only by an exception."""
        if wanted and entry["moved"] and entry["kind"] != ACT and next(self._excepted(entry), None):
            self.find(entry)

    def _excepted(self, entry: Entry) -> Iterator[tuple[Workflow, Outcome, Test]]:
        """Yield the rules that held only by an exception: the workflow, how the rule came out, and the exception."""
        model, kind = self.models.model(entry["model"]), entry["kind"]
        if not any(one["rule"] in self._several(model.digest, one.get("record") or kind) for one in entry["outcomes"]):
            return
        for outcome in decision_of(entry, model).outcomes:
            guard = self._several(model.digest, outcome.record or kind).get(outcome.rule)
            if guard is None or not outcome.held or not outcome.findings:
                continue
            workflow = model.workflows[outcome.record or kind]
            exception = exception_to(guard, workflow, outcome, entry)
            if exception is not None:
                yield workflow, outcome, exception

    def _several(self, digest: str, kind: str) -> dict[str, Guard]:
        """Return the rules of a kind that have alternatives, by id."""
        found = self._guards.get((digest, kind))
        if found is None:
            workflow = self.models.model(digest).workflows.get(kind)
            guards = workflow.guards() if workflow else ()
            found = {guard.id: guard for _, guard in guards if len(guard.tests) > 1}
            self._guards[digest, kind] = found
        return found

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:  # noqa: ARG002
        """Return by which exceptions."""
        return "; ".join(f"{rule.held_by} ({rule.rule})" for rule in self.rules(words, entry, ()))

    def rules(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> tuple[Ruled, ...]:  # noqa: ARG002
        """Return the rules that held only by an exception."""
        return tuple(
            words.ruled(entry, outcome, held_by=test_in_words(workflow, exception))
            for workflow, outcome, exception in self._excepted(entry)
        )


def exception_to(guard: Guard, workflow: Workflow, outcome: Outcome, entry: Entry) -> Test | None:
    """Return the exception by which alone a rule held, or None where what it asks for was there."""
    found = {finding.fact: finding.value for finding in outcome.findings}

    def operand(one: Operand) -> Any:
        return {"today": entry["on"], "actor": entry["actor"], "fact": found.get(one.fact)}.get(one.kind, one.literal)

    met = [test for test in guard.tests if compare(found.get(test.fact), test.op, list(map(operand, test.operands)))]
    if not met or guard.tests[0] in met or any(test.fact in workflow.fields for test in met):
        return None
    return met[0]


class Refusals(Question):
    """What was refused, and whether the same was done later: by whom, after how long, and what had changed by then."""

    key = "refusals"
    title = "Refused, and what followed"
    none = "Nothing was refused."

    def __init__(self, asked: Asked, models: Models) -> None:
        super().__init__(asked, models)
        self._open: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        self._later: dict[int, int] = {}
        self._counts = {"done_later": 0, "done_later_by_somebody_else": 0}

    def take(self, entry: Entry, wanted: bool) -> None:
        """Find a refusal, and whether this entry is what followed earlier ones."""
        if entry["moved"]:
            self._follow(entry)
        elif wanted:
            self.find(entry)
            for sameness in _samenesses(entry):
                self._open.setdefault(sameness, []).append((entry["n"], entry["actor"]))

    def _follow(self, entry: Entry) -> None:
        if not self._open:
            return
        refused = {one for sameness in _samenesses(entry) for one in self._open.pop(sameness, ())}
        for n, actor in refused:
            if n not in self._later:
                self._later[n] = entry["n"]
                self._counts["done_later"] += 1
                self._counts["done_later_by_somebody_else"] += actor != entry["actor"]

    @property
    def counts(self) -> dict[str, int]:
        """How many were done later, and how many of these by somebody else."""
        return dict(self._counts)

    def followed(self, n: int) -> tuple[int, ...]:
        """Return the entry by which a refused one was done later, if it was."""
        return (self._later[n],) if n in self._later else ()

    def says(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> str:
        """Return what became of it."""
        if not others:
            return "not done since"
        (later,) = others
        whose = "the same person" if later["actor"] == entry["actor"] else words.called(later["actor"])
        after = f"{span(entry['at'], later['at'])} later" if later["at"] != entry["at"] else "at the same moment"
        return f"done {after} by {whose} (entry {later['n']}, {in_short(words, later)})"

    def rules(self, words: Words, entry: Entry, others: tuple[Entry, ...]) -> tuple[Ruled, ...]:
        """Return the rules that did not hold, with what was found then and when it was done."""
        then = {outcome.rule: outcome for outcome in words.decided(others[0]).outcomes} if others else {}
        broken = {outcome.rule: outcome for outcome in words.decided(entry).reasons}
        return tuple(
            words.ruled(entry, outcome, later=(others[0], then[rule]) if rule in then else None)
            for rule, outcome in broken.items()
        )


def _samenesses(entry: Entry) -> list[tuple[str, ...]]:
    """Return in what senses another request would be the same as this one.

    The same step of the same record; of what opens a record, the same key or the same values, but for personal ones,
    whose commitments always differ. Where all of them are personal, only the key can tell.
    """
    step = (entry["kind"], entry["transition"])
    opened = entry["kind"] != ACT and not entry["from"]
    if entry["record"] and not opened:
        return [(*step, entry["record"], *(sorted(entry["asked"]) if entry["transition"] == AMEND else ()))]
    plain = {name: value for name, value in entry["asked"].items() if not str(value).startswith(_COMMITMENT)}
    same: list[tuple[str, ...]] = (
        [(*step, "", json.dumps(plain, sort_keys=True))] if plain or not entry["asked"] else []
    )
    return [*same, (*step, "key", entry["key"])] if entry["key"] else same
