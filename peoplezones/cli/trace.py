"""`model trace`: from each clause to the rules that state it, the scenarios that test it, and their last result."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .faults import DONE, REFUSED
from .options import db_option, json_option, named_model_option, run_option
from .printing import heading, pairs, place_from_here, progress, say, show_json, table
from .prove import problem_as_json

if TYPE_CHECKING:
    from peoplezones.spec.tracing import Trace, TracedClause, TracedRule
    from peoplezones.spec.trial import Trial

_MOST = 5  # scenarios named of a rule, where all of a clause is told


@click.command(params=[named_model_option(), run_option(), json_option(), db_option()])
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@click.option("--clause", "wanted", metavar="ID", default="", help="Tell everything about this clause.")
@click.pass_context
def trace(ctx: click.Context, folder: Path | None, name: str, run: bool | None, as_json: bool, wanted: str) -> None:
    """Follow every clause to the rules that state it, the scenarios that test it and their last result.

    DIR holds the folders `workflows` and `features`; without it, the shipped ones are meant. Everything that is missing
    between clauses, rules and scenarios is told with file and line, and makes the exit code 3.
    """
    from peoplezones.spec.folders import folders_in

    folders = folders_in(folder, name)
    from peoplezones.spec.prepared import prepare, results_needed
    from peoplezones.spec.tracing import trace as trace_model

    prepared = prepare(folders, tags_may_be_wrong=True)
    found = trace_model(prepared, results_needed(prepared, run=run, progress=progress))
    clauses = _wanted(found, wanted)
    if as_json:
        show_json({"clauses": [_clause(c) for c in clauses], "failures": [problem_as_json(p) for p in found.failures]})
    elif wanted:
        _tell_clause(clauses[0])
    else:
        _tell(found)
    ctx.exit(REFUSED if found.failures and not wanted else DONE)


def _wanted(found: Trace, clause: str) -> list[TracedClause]:
    from peoplezones.domain.errors import UnknownName, did_you_mean

    known = {traced.clause.id.casefold(): traced for traced in found.clauses}
    if not clause:
        return list(found.clauses)
    if clause.casefold() not in known:
        raise UnknownName(f"no clause is called '{clause}'{did_you_mean(clause, [c.clause.id for c in found.clauses])}")
    return [known[clause.casefold()]]


def _tell(found: Trace) -> None:
    rows = [
        (c.clause.id, c.clause.title, stated_in_short(c), str(len(c.scenarios) or "none"), c.result)
        for c in found.clauses
    ]
    table(("Clause", "What it asks", "Rules", "Scenarios", "Result"), rows)
    say()
    for problem in found.failures:
        say(f"{place_from_here(problem.file)}:{problem.line}: {problem.message}")
    results = Counter("fail" if c.result.startswith(tuple("123456789")) else c.result for c in found.clauses)
    say(f"{len(found.clauses)} clauses: " + ", ".join(f"{count} {word}" for word, count in results.items()) + ".")
    say(f"{len(found.failures) or 'Nothing'} missing. 'peoplezones model trace --clause ID' tells all about one.")


def stated_in_short(found: TracedClause) -> str:
    """Return how many rules lean on a clause in which way: `3 say, 2 imply`."""
    words = {"says": "say", "implies": "imply", "house": "house", "": "kind"}
    counts = Counter(words[rule.rule.basis] for rule in found.rules)
    return ", ".join(f"{counts[word]} {word}" for word in words.values() if counts[word]) or "none"


def _tell_clause(found: TracedClause) -> None:
    clause = found.clause
    heading(f"{clause.id} ({clause.paper}): {clause.title}")
    if clause.context:
        say(f"  No rule states it. {clause.context}")
    for rule in found.rules:
        say()
        named = f"{rule.rule.kind} {rule.rule.name}".strip()
        say(f"  {rule.rule.sort} {named}: {rule.rule.words}")
        rows = [("Where", f"{place_from_here(rule.at.file)}:{rule.at.line}"), ("Basis", rule.rule.basis)]
        passing = "Made in" if rule.rule.sort == "transition" else "Lets pass in"
        rows += [(passing, _named(rule.passing)), ("Refuses in", _named(rule.refusing))]
        pairs(((label, words) for label, words in rows if words), "    ")
    say()
    heading(f"Scenarios: {found.result}")
    for trial in found.scenarios:
        say(f"  {trial.place}: {'' if trial.held else 'FAILS: '}{trial.name}")


def _named(trials: tuple[Trial, ...]) -> str:
    more = f" and {len(trials) - _MOST} more" if len(trials) > _MOST else ""
    return "\n".join(trial.place for trial in trials[:_MOST]) + more


def _clause(found: TracedClause) -> dict[str, Any]:
    return {
        "id": found.clause.id,
        "paper": found.clause.paper,
        "title": found.clause.title,
        "context": found.clause.context,
        "file": found.at.file,
        "line": found.at.line,
        "result": found.result,
        "rules": [_rule(rule) for rule in found.rules],
        "scenarios": [{**_scenario(trial), "holds": trial.held} for trial in found.scenarios],
    }


def _rule(found: TracedRule) -> dict[str, Any]:
    return {
        "kind": found.rule.kind,
        "rule": found.rule.sort,
        "name": found.rule.name,
        "words": found.rule.words,
        "basis": found.rule.basis,
        "file": found.at.file,
        "line": found.at.line,
        "passes": [_scenario(trial) for trial in found.passing],
        "refuses": [_scenario(trial) for trial in found.refusing],
    }


def _scenario(trial: Trial) -> dict[str, Any]:
    return {"file": trial.file, "line": trial.line, "name": trial.name}
