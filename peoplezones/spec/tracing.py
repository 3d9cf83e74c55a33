"""From clause to rule to scenario to result; and every place where that chain is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from peoplezones.domain.workflow import Clause, Model
from peoplezones.operating_model.load import canonical_texts
from peoplezones.operating_model.places import Part, places
from peoplezones.operating_model.source import Mark, Problem
from peoplezones.operating_model.stated import Stated, stated

from .observed import How, Sighting
from .prepared import Prepared
from .proving import not_shown
from .trial import Trial
from .trials import Results


@dataclass(frozen=True, slots=True)
class TracedRule:
    """A rule, where it stands, and the scenarios that showed it themselves: its being let pass (made), and refused."""

    rule: Stated
    at: Mark
    passing: tuple[Trial, ...] = ()
    refusing: tuple[Trial, ...] = ()


@dataclass(frozen=True, slots=True)
class TracedClause:
    """A clause, the rules that state it, and the scenarios that are tagged with it."""

    clause: Clause
    at: Mark
    rules: tuple[TracedRule, ...]
    scenarios: tuple[Trial, ...]

    @property
    def result(self) -> str:
        """How it stands, in a word or two."""
        failed = sum(not trial.held for trial in self.scenarios)
        if failed:
            return f"{failed} fail{'s' if failed == 1 else ''}"
        if not self.rules:
            return "context" if self.clause.context else "no rule"
        return "holds" if self.scenarios else "not shown"


@dataclass(frozen=True, slots=True)
class Trace:
    """Every clause of a model, and what is missing between clauses, rules and scenarios."""

    clauses: tuple[TracedClause, ...]
    failures: tuple[Problem, ...]


def trace(prepared: Prepared, results: Results) -> Trace:
    """Follow every clause of a model to the results of its scenarios."""
    model, folder = prepared.model, prepared.folders.model
    at = places(canonical_texts(folder), folder=str(folder))
    rules = tuple(traced_rules(model, results, at))
    clauses = tuple(
        TracedClause(
            clause,
            at["", "clause", clause.id],
            tuple(rule for rule in rules if rule.rule.clause == clause.id),
            tuple(trial for trial in results.trials if clause.id in trial.clauses),
        )
        for clause in model.clauses.values()
    )
    failures = [
        *gaps(clauses),
        *not_shown(prepared, results, at),
        *prepared.wrong_tags,
        *_failing(results.trials, prepared),
    ]
    return Trace(clauses, tuple(sorted(failures)))


def traced_rules(model: Model, results: Results, at: Mapping[Part, Mark]) -> Iterator[TracedRule]:
    """Yield every rule of a model with the scenarios that have shown it, those tagged with its clause first."""
    shown: dict[Sighting, list[Trial]] = {}
    for trial in results.trials:
        for sighting in trial.shown:
            shown.setdefault(sighting, []).append(trial)
    for rule in stated(model):
        sort = "guard" if rule.sort == "standing" else rule.sort
        passing, refusing = _ways(shown, rule)
        yield TracedRule(rule, at[rule.kind, sort, rule.name], passing, refusing)


def _ways(shown: Mapping[Sighting, list[Trial]], rule: Stated) -> tuple[tuple[Trial, ...], tuple[Trial, ...]]:
    def seen(*ways: How) -> tuple[Trial, ...]:
        found = {t.place: t for way in ways for t in shown.get(Sighting(rule.kind, rule.name, way), ())}
        return tuple(sorted(found.values(), key=lambda trial: rule.clause not in trial.clauses))

    if rule.sort == "transition":
        return seen("made"), ()
    if rule.sort in ("guard", "standing"):
        alone = seen("refused alone")
        return seen("let pass"), (*alone, *(t for t in seen("refused", "broken") if t not in alone))
    return (), ()


def gaps(clauses: Iterable[TracedClause]) -> Iterator[Problem]:
    """Yield clauses that no rule states, or that are said to have none and have; and those that no scenario tests."""
    for found in clauses:
        clause = found.clause
        if not found.rules and not clause.context:
            yield _problem(
                found.at, f"no rule states {clause.id} ({clause.title}); state it, or say with `context` why none does"
            )
        if found.rules and clause.context:
            rule = found.rules[0].rule
            where = f"{rule.kind} {rule.name}".strip() or rule.words
            yield _problem(
                found.at, f"{clause.id} is said to be context, but a rule states it ({where}); take `context` out"
            )
        if found.rules and not found.scenarios:
            yield _problem(found.at, f"no scenario is tagged with {clause.id} ({clause.title}), which rules state")


def _failing(trials: Iterable[Trial], prepared: Prepared) -> Iterator[Problem]:
    for trial in trials:
        if trial.failed:
            file = str(prepared.folders.features / trial.file)
            yield Problem(file, trial.failed.line, 1, f"the scenario '{trial.name}' fails at this step")


def _problem(at: Mark, message: str) -> Problem:
    return Problem(at.file, at.line, at.column, message)
