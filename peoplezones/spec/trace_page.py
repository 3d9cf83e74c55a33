"""A trace as plain values: for its own page, and for the pages of a model, which name the scenarios of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from peoplezones.documents.pages import page_name
from peoplezones.domain.workflow import Model

from .tracing import Trace, TracedClause, TracedRule
from .trial import Trial

#: So many scenarios of one rule are named on a page; how many more there are is said.
MOST = 3
BASIS = {"says": "the paper says", "implies": "the paper implies", "house": "house rule", "": "what it is"}


def trace_values(model: Model, trace: Trace, features: str, pages: str) -> dict[str, Any]:
    """Return what `trace.md` shows; `features` and `pages` are where it finds the features and the model's pages."""
    links = {name: {"title": kind.title, "page": pages + page_name(name)} for name, kind in model.workflows.items()}
    return {
        "model": {"title": model.title, "version": model.version},
        "counts": dict(sorted(Counter(_sort(found) for found in trace.clauses).items())),
        "clauses": [_clause(found, links, features) for found in trace.clauses],
        "missing": [problem.message for problem in trace.failures],
    }


def _sort(found: TracedClause) -> str:
    return "fails" if any(not trial.held for trial in found.scenarios) else found.result


def _clause(found: TracedClause, links: dict[str, Any], features: str) -> dict[str, Any]:
    clause = found.clause
    kinds = dict.fromkeys(rule.rule.kind for rule in found.rules)
    return {
        "id": clause.id,
        "paper": clause.paper,
        "title": clause.title,
        "context": clause.context if not found.rules else "",
        "kinds": [
            {
                **links.get(kind, {"title": "", "page": ""}),
                "rules": [_rule(rule) for rule in found.rules if rule.rule.kind == kind],
            }
            for kind in kinds
        ],
        "scenarios": linked(found.scenarios, features),
        "result": found.result,
    }


def _rule(found: TracedRule) -> dict[str, Any]:
    rule = found.rule
    named = rule.sort in ("guard", "standing", "promise", "retention")
    return {"name": rule.name if named else rule.words, "id": named, "basis": BASIS[rule.basis]}


def scenarios_by_rule(rules: Iterable[TracedRule], features: str) -> dict[str, Any]:
    """Return by kind, and there for `transitions` and `guards` by name, the scenarios that show each rule."""
    found: dict[str, Any] = {}
    for traced in rules:
        sort = {"transition": "transitions", "guard": "guards", "standing": "guards"}.get(traced.rule.sort)
        if sort:
            of_kind = found.setdefault(traced.rule.kind, {"transitions": {}, "guards": {}})
            of_kind[sort][traced.rule.name] = {
                "passes": linked(traced.passing, features),
                "refuses": linked(traced.refusing, features),
            }
    return found


def linked(trials: Iterable[Trial], features: str) -> dict[str, Any]:
    """Return the first few places of scenarios with links to them, and how many more there are."""
    places = {trial.place: trial for trial in trials}
    named = list(places.values())[:MOST]
    return {
        "named": [{"at": t.place, "link": f"{features}{t.file}#L{t.line}", "title": t.name} for t in named],
        "more": len(places) - len(named),
    }
