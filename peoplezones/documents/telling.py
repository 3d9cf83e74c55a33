"""What documents tell of a record besides its values: offices, history, stages, the way ahead, deadlines, files.

Each function takes a record and returns plain values; what there is in them is told in docs/documents.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from peoplezones.domain.entry import decision_of
from peoplezones.domain.record import Outcome, Record
from peoplezones.domain.wording import basis_in_words
from peoplezones.domain.workflow import Model
from peoplezones.queries.attachments import attachments_of
from peoplezones.queries.breaches import breaches_of
from peoplezones.queries.due import due
from peoplezones.queries.history import Line, history
from peoplezones.queries.naming import NOT_PUBLISHED
from peoplezones.queries.needs import Need, findings_in_words
from peoplezones.queries.people import Actor
from peoplezones.queries.ways import Way
from peoplezones.queries.why import plan, why
from peoplezones.store.reading import lines_about, referring

from .offices import offices_of
from .stages import stages_of
from .values import Plain, Values

_NO_LISTS: Plain = {name: [] for name in ("asks", "takes", "needs", "actors", "barred")}
_UNKNOWN: Plain = {"known": False, "possible": False, "title": "", "help": "", "to": "", "by": "", **_NO_LISTS}
_NEVER = "9999-12-31"  # sorts after every day


def told_history(values: Values, record: Record) -> list[Plain]:
    """Return every entry about a record, oldest first, refusals too, with every rule as it was judged."""
    view = values.view
    entries = {entry["n"]: entry for entry in map(json.loads, lines_about(view.connection, record.reference))}
    return [_step(values, line, entries[line.n]) for line in history(view, record.reference)]


def _step(values: Values, line: Line, entry: dict[str, Any]) -> Plain:
    model = values.view.model_by(entry["model"])
    outcomes = decision_of(entry, model).outcomes
    return {
        "entry": line.n,
        "recorded": line.recorded,
        "on": line.on,
        "title": line.title,
        "moved": line.moved,
        "from": line.source,
        "to": line.to,
        "actor": line.actor,
        "office": line.office,
        "entered_by": line.entered_by,
        "document": line.document,
        "reason": line.reason,
        "values": [{"label": shown.label, "text": shown.text} for shown in line.values],
        "opened": list(line.opened),
        "refused": list(line.refused),
        "takes_back": line.takes_back,
        "cause": line.cause,
        "rules": [_rule(values, model, entry["kind"], outcome) for outcome in outcomes if outcome.applies],
    }


def _rule(values: Values, model: Model, kind: str, outcome: Outcome) -> Plain:
    workflow, clauses = model.workflows.get(outcome.record or kind), model.clauses
    return {
        "rule": outcome.rule,
        "held": outcome.held,
        "needed": outcome.needed,
        "found": findings_in_words(values.view, workflow, outcome) if workflow else outcome.found,
        "clause": outcome.clause,
        "clause_title": clauses[outcome.clause].title if outcome.clause in clauses else "",
        "rests_on": basis_in_words(outcome.clause, outcome.basis),
    }


def told_plan(values: Values, record: Record) -> Plain:
    """Return the steps between a record and its goal, each as it stands."""
    found = plan(values.view, record.reference, values.today)
    return {
        "goal": found.goal_title,
        "reached": found.reached,
        "possible": found.possible,
        "steps": [_way(way) for way in found.steps],
    }


def told_why(values: Values, record: Record, transition: str) -> Plain:
    """Return one transition as it stands: what it needs, whether anything is missing, and how that is put right.

    A record of an earlier model may know no such transition: then it is not `known`, and needs nothing.
    """
    if transition not in values.view.workflow(record).transitions:
        return {**_UNKNOWN, "title": transition.replace("_", " ")}
    way = why(values.view, record.reference, values.today, transition).ways[0]
    return {
        **_way(way),
        "known": True,
        "possible": not way.unmet,
        "actors": _people(way.actors),
        "barred": _people(way.barred),
    }


def _people(actors: Iterable[Actor]) -> list[Plain]:
    return [{"name": actor.name or actor.reference, "as": actor.words, "deputy": actor.deputy} for actor in actors]


def _way(way: Way) -> Plain:
    return {
        "title": way.title,
        "help": way.help,
        "to": way.to_title,
        "by": way.who,
        "asks": [ask.label for ask in way.asks if ask.required],
        "takes": [ask.label for ask in way.asks if not ask.required],
        "needs": [_need(need) for need in way.needs if need.applies],
    }


def _need(need: Need) -> Plain:
    return {
        "rule": need.rule,
        "needed": need.needed,
        "held": need.held,
        "later": need.later,
        "found": need.found,
        "clause": need.clause,
        "rests_on": need.leans,
        "remedies": [{"title": step.title, "by": step.who} for step in need.steps],
    }


def told_deadlines(values: Values, record: Record) -> list[Plain]:
    """Return until when the record and those that refer to it should have moved on, the earliest first."""
    view = values.view
    rows = referring(view.connection, record.reference)
    every = [record.reference, *dict.fromkeys(source for _, _, source in rows)]
    known = [one for one in map(view.record, every) if one is not None]
    waiting = [one for one in known if due(view, one, values.today, values.meetings) is not None]
    found = values.records(waiting)
    return sorted(found, key=lambda one: (one["due"]["day"] or _NEVER, one["reference"]))


def told_breaches(values: Values, record: Record) -> list[Plain]:
    """Return the standing conditions that do not hold: what is needed, what was found, since when, who must act."""
    return [
        {
            "needed": breach.needed,
            "found": breach.found,
            "since": breach.since,
            "by": breach.who,
            "clause": breach.clause,
            "rests_on": breach.leans,
        }
        for breach in breaches_of(values.view, record, values.today)
    ]


def told_files(values: Values, record: Record) -> list[Plain]:
    """Return the files that came with the record's entries; in what is published, only that there are some."""
    hidden = bool(values.view.published)
    return [
        {
            "entry": file.entry,
            "label": file.label,
            "name": NOT_PUBLISHED if hidden else file.name,
            "type": NOT_PUBLISHED if hidden else file.type,
            "digest": "" if hidden else file.digest,
            "size": 0 if hidden else file.size,
        }
        for file in attachments_of(values.view, record.reference)
    ]


TELLERS: dict[str, Callable[[Values, Record], Any]] = {
    "offices": offices_of,
    "history": told_history,
    "stages": stages_of,
    "plan": told_plan,
    "deadlines": told_deadlines,
    "breaches": told_breaches,
    "files": told_files,
}
