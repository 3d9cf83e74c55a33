"""What is wrong with features as they are written, before any of them is tried: each with file and line."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pytest_bdd.gherkin_parser import ExamplesTable, get_gherkin_document
from pytest_bdd.parser import Scenario, Step

from peoplezones.domain.errors import did_you_mean
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.source import Problem

from .feature_reading import ENCODING, feature_files
from .plain_words import not_plain, without_clause
from .run import matching, scenarios_in
from .vocabulary import DEFINITIONS


def mistakes_in(folder: Path, model: Model) -> tuple[Problem, ...]:
    """Return what is wrong with the features in a folder: names, words, tags and steps; sorted by file and line.

    Raises FeaturesInvalid where one cannot be read at all.
    """
    found: dict[Problem, None] = {}
    scenarios = list(scenarios_in(folder))
    for file in feature_files(folder.absolute()):
        found.update(dict.fromkeys(_names_taken_twice(file)))
        found.update(dict.fromkeys(not_plain(file, model)))
        found.update(dict.fromkeys(without_clause(file)))
    for scenario in scenarios:
        found.update(dict.fromkeys(_wrong_tags(scenario, model)))
        found.update(dict.fromkeys(_wrong_steps(scenario)))
    return _as_named(folder, found)


def _as_named(folder: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems, sorted, with their files as seen through the folder that was named."""
    whole = str(folder.absolute())
    return tuple(sorted(replace(p, file=f"{folder}{p.file.removeprefix(whole)}") for p in problems))


def wrong_tags_in(folder: Path, model: Model) -> tuple[Problem, ...]:
    """Return the tags that name no clause, each with the scenario that it is about."""
    return _as_named(folder, {problem for found in scenarios_in(folder) for problem in _wrong_tags(found, model)})


def clauses_of(scenario: Scenario) -> set[str]:
    """Return the clauses that a scenario is about: its tags, its rule's and its feature's."""
    return scenario.tags | scenario.feature.tags | (scenario.rule.tags if scenario.rule else set())


def _names_taken_twice(file: Path) -> Iterator[Problem]:
    """Yield scenarios of a file that have the name of another: pytest-bdd would silently try only the last."""
    feature = get_gherkin_document(str(file), ENCODING).feature
    children = [inner for child in feature.children for inner in (child.rule.children if child.rule else [child])]
    seen: dict[str, int] = {}
    for child in children:
        if child.scenario is None:
            continue
        name, line = child.scenario.name, child.scenario.location.line
        if name in seen:
            yield Problem(
                str(file), line, 1, f"line {seen[name]} has a scenario of this name; choose another: '{name}'"
            )
        seen[name] = line
        yield from _tagged_examples(file, child.scenario.examples)


def _tagged_examples(file: Path, examples: Sequence[ExamplesTable]) -> Iterator[Problem]:
    for table in examples:
        if table.tags:
            yield Problem(
                str(file), table.location.line, 1, "examples have no tags of their own; put them on the scenario"
            )


def _wrong_tags(scenario: Scenario, model: Model) -> Iterator[Problem]:
    for tag in clauses_of(scenario):
        if tag not in model.clauses:
            message = f"no clause is called '{tag}'{did_you_mean(tag, model.clauses)}"
            yield Problem(scenario.feature.filename, scenario.line_number, 1, message)


def _wrong_steps(scenario: Scenario) -> Iterator[Problem]:
    """Yield steps that nobody defined or that fit several definitions, and scenarios that look at nothing."""
    file = scenario.feature.filename
    for step in scenario.steps:
        found = matching(step)
        if not found:
            yield Problem(file, step.line_number, 1, f"no step is defined as: {step.keyword} {step.name}")
        elif len(found) > 1:
            yield Problem(file, step.line_number, 1, f"this fits {len(found)} steps: {step.keyword} {step.name}")
        elif _table_is_wrong(step):
            yield Problem(file, step.line_number, 1, f"this step and its table do not go together: {step.name}")
    if not any(step.type == "then" for step in scenario.steps):
        yield Problem(file, scenario.line_number, 1, "nothing is looked at; end the scenario with `Then`")


def _table_is_wrong(step: Step) -> bool:
    """Whether a step has a table that nobody reads, or lacks one that it needs."""
    declared = inspect.signature(matching(step)[0][0].act).parameters.get("datatable")
    if step.datatable is None:
        return declared is not None and declared.default is inspect.Parameter.empty
    return declared is None


def flaws_of_steps(scenarios: list[Scenario]) -> list[str]:
    """Return what is wrong with the steps themselves: defined twice, never used, or asynchronous."""
    defined = Counter((keyword, d.pattern.pattern) for d in DEFINITIONS for keyword in d.keywords)
    used = {definition for scenario in scenarios for step in scenario.steps for definition, _ in matching(step)}
    flaws = [
        f"defined {count} times: {keyword} {pattern}" for (keyword, pattern), count in defined.items() if count > 1
    ]
    for definition in DEFINITIONS:
        name = definition.act.__name__
        if inspect.iscoroutinefunction(definition.act) or inspect.isasyncgenfunction(definition.act):
            flaws.append(f"asynchronous, so it would never be waited for: {name}")
        if definition not in used:
            flaws.append(f"never used: {name}")
    return flaws
