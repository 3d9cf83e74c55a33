"""What is proved of a model: its promises on the graph, its rules by the scenarios that show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pytest_bdd.parser import Scenario

from peoplezones.domain.errors import UnknownName
from peoplezones.domain.workflow import Promise
from peoplezones.operating_model.load import canonical_texts
from peoplezones.operating_model.places import Part, places
from peoplezones.operating_model.source import Mark, Problem

from .kept import keep_results
from .observed import not_seen
from .prepared import Prepared
from .soundness import clauses_of
from .trial import Trial
from .trials import Progress, Results, try_all


@dataclass(frozen=True, slots=True)
class Proved:
    """A promise of a kind, where it is made, and the shortest ways that break it: none where it is kept."""

    kind: str
    promise: Promise
    at: Mark
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """How promises and scenarios come out, rules that no scenario has shown, and what is declared for nothing."""

    promises: tuple[Proved, ...]
    trials: tuple[Trial, ...]
    not_shown: tuple[Problem, ...]
    unused: tuple[Problem, ...]

    @property
    def broken(self) -> tuple[Proved, ...]:
        """The promises that are broken."""
        return tuple(found for found in self.promises if found.broken)

    @property
    def failing(self) -> tuple[Trial, ...]:
        """The scenarios that fail."""
        return tuple(trial for trial in self.trials if not trial.held)

    @property
    def holds(self) -> bool:
        """Whether all is proved."""
        return not (self.broken or self.failing or self.not_shown or self.unused)


def prove(prepared: Prepared, words: str = "", progress: Progress | None = None) -> Proof:
    """Prove the promises and try the features; with `words`, only the scenarios about them.

    Which rules have been shown is told of all scenarios only. Raises UnknownName where no scenario has the words.
    """
    folder = prepared.folders.model
    at = places(canonical_texts(folder), folder=str(folder))
    wanted = tuple(found for found in prepared.trying.scenarios if _about(found, words))
    if not wanted:
        raise UnknownName(f"no scenario has the words '{words}' in its name, rule, feature, file or tags")
    results = try_all(replace(prepared.trying, scenarios=wanted), progress)
    if not words:
        keep_results(prepared.folders, results)
    return Proof(
        promises=tuple(_promises(prepared, at)),
        trials=results.trials,
        not_shown=() if words else tuple(sorted(not_shown(prepared, results, at))),
        unused=prepared.doubts.unused.sorted(),
    )


def _about(scenario: Scenario, words: str) -> bool:
    rule = scenario.rule.name if scenario.rule else ""
    feature = scenario.feature
    texts = (scenario.name, rule, feature.name, feature.rel_filename, *clauses_of(scenario))
    return any(words.casefold() in text.casefold() for text in texts)


def _promises(prepared: Prepared, at: Mapping[Part, Mark]) -> Iterator[Proved]:
    for workflow in prepared.model.workflows.values():
        for promise in workflow.promises:
            said = f"the promise '{promise.id}' is broken: "
            broken = tuple(
                found.problem.message.removeprefix(said)
                for found in prepared.doubts.broken
                if (found.kind, found.promise.id) == (workflow.name, promise.id)
            )
            yield Proved(workflow.name, promise, at[workflow.name, "promise", promise.id], broken)


def not_shown(prepared: Prepared, results: Results, at: Mapping[Part, Mark]) -> Iterator[Problem]:
    """Yield the guards that have not been seen to let pass and to refuse alone, each with its place."""
    lacking: dict[tuple[str, str], list[str]] = {}
    for sighting in not_seen(prepared.model, results.seen):
        lacking.setdefault((sighting.kind, sighting.rule), []).append(sighting.how)
    for (kind, rule), ways in lacking.items():
        mark = at[kind, "guard", rule]
        message = f"no scenario has shown '{rule}' of {kind}: {' and '.join(ways)}"
        yield Problem(mark.file, mark.line, mark.column, message)
