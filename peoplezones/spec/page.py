"""The features as plain values for the template that shows them to people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from .prepared import Prepared
from .trial import Tale, Trial
from .trials import Results
from .words import day_in_words

MADE = "<!-- Made by `peoplezones model features`; what is changed here is lost. -->"


def page_values(prepared: Prepared, results: Results) -> dict[str, Any]:
    """Return what `features.html` shows: the model, the features in the order of their names, those that fail apart."""
    model = prepared.model
    clauses = {clause.id: f"{clause.title} ({clause.paper}, {clause.id})" for clause in model.clauses.values()}
    anchors = _anchors(results.trials)
    features = [_feature(trials, clauses, anchors) for trials in _by_feature(results.trials)]
    return {
        "model": {"title": model.title, "version": model.version, "source": model.source, "digest": model.digest[:12]},
        "made_on": day_in_words(datetime.now(UTC).date()),
        "features": features,
        "held": sum(feature["held"] for feature in features),
        "total": len(results.trials),
        "failing": [
            {**_scenario(trial, anchors), "feature": trial.feature, "rule": trial.rule}
            for trial in results.trials
            if not trial.held
        ],
    }


def _by_feature(trials: Iterable[Trial]) -> list[list[Trial]]:
    """Return the scenarios of each feature file, as they are written, by the feature's name."""
    found = [list(group) for _, group in groupby(trials, lambda trial: trial.file)]
    return sorted(found, key=lambda group: (group[0].feature.casefold(), group[0].file))


def _anchors(trials: Iterable[Trial]) -> dict[int, str]:
    """Return for each scenario (by identity: the rows of one outline share file and line) an id of its own."""
    seen: dict[str, int] = {}
    found = {}
    for trial in trials:
        name = f"{_id(trial.file)}-{trial.line}"
        seen[name] = seen.get(name, 0) + 1
        found[id(trial)] = name if seen[name] == 1 else f"{name}-{seen[name]}"
    return found


def _id(file: str) -> str:
    return "f-" + re.sub(r"[^a-z0-9]+", "-", file.removesuffix(".feature").casefold()).strip("-")


def _feature(trials: list[Trial], clauses: dict[str, str], anchors: dict[int, str]) -> dict[str, Any]:
    first = trials[0]
    held = sum(trial.held for trial in trials)
    return {
        "anchor": _id(first.file),
        "name": first.feature,
        "introduction": first.about,
        "file": first.file,
        "held": held,
        "failing": len(trials) - held,
        "total": len(trials),
        "rules": list(_rules(trials, clauses, anchors)),
    }


def _rules(trials: list[Trial], clauses: dict[str, str], anchors: dict[int, str]) -> Iterator[dict[str, Any]]:
    """Yield each rule with its scenarios; clauses that all of them share stand at the rule, others at the scenario."""
    for name, group in groupby(trials, lambda trial: trial.rule):
        scenarios = list(group)
        shared = [
            clause for clause in scenarios[0].clauses if all(clause in scenario.clauses for scenario in scenarios)
        ]
        yield {
            "name": name,
            "clauses": [clauses.get(clause, clause) for clause in shared],
            "scenarios": [
                {
                    **_scenario(scenario, anchors),
                    "clauses": [clauses.get(clause, clause) for clause in scenario.clauses if clause not in shared],
                }
                for scenario in scenarios
            ],
        }


def _scenario(trial: Trial, anchors: dict[int, str]) -> dict[str, Any]:
    return {
        "anchor": anchors[id(trial)],
        "name": trial.name,
        "at": trial.place,
        "held": trial.held,
        "steps": [_step(step, failed=step == trial.failed) for step in trial.steps],
        "failed": f"{trial.failed.keyword} {trial.failed.words}" if trial.failed else "",
        "instead": trial.instead,
    }


def _step(step: Tale, *, failed: bool) -> dict[str, Any]:
    """Return a step; its table is a `list` of one column, `rows` of labels and values, or a `grid` under its heads."""
    columns = max((len(row) for row in step.table), default=0)
    rows = [list(row) for row in step.table]
    return {
        "keyword": step.keyword,
        "words": step.words,
        "failed": failed,
        "list": [row[0] for row in rows] if columns == 1 else [],
        "rows": rows if columns == 2 else [],
        "grid": rows if columns > 2 else [],
    }
