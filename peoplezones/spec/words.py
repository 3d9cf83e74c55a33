"""Between what people write in features and what the model calls it: kinds, stages, titles, labels, dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TypeVar

from peoplezones.app import Board
from peoplezones.domain.errors import UnknownName, did_you_mean
from peoplezones.domain.files import File
from peoplezones.domain.record import Decision
from peoplezones.domain.workflow import Field, Model, Transition, Workflow
from peoplezones.queries.explain import decision_names, explain

T = TypeVar("T")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def kind_named(model: Model, words: str) -> Workflow:
    """Return the kind that people call so: by its name, title or plural, whatever the case. Raises UnknownName."""
    known: dict[str, Workflow] = {}
    for workflow in model.workflows.values():
        for name in (workflow.plural, workflow.title, workflow.name.replace("_", " ")):
            known[name.casefold()] = workflow
    return _one(known, words, "kind of record")


def stage_named(workflow: Workflow, words: str) -> str:
    """Return the name of the stage with this title. Raises UnknownName."""
    return _one({s.title.casefold(): s.name for s in workflow.states.values()}, words, f"stage of a {workflow.title}")


def move_named(workflow: Workflow, words: str) -> Transition:
    """Return the transition with this title. Raises UnknownName."""
    moves = [move for move in workflow.transitions.values() if not move.opening]
    return _one({move.title.casefold(): move for move in moves}, words, f"transition of a {workflow.title}")


def opening_named(model: Model, words: str) -> tuple[Workflow, Transition]:
    """Return the transition with this title that opens a record, and its kind. Raises UnknownName."""
    known = {
        move.title.casefold(): (workflow, move) for workflow in model.workflows.values() for move in workflow.openings
    }
    return _one(known, words, "transition that opens a record")


def field_named(workflow: Workflow, words: str, names: Iterable[str]) -> Field:
    """Return the field, among those named, with this label or name. Raises UnknownName."""
    fields = [workflow.fields[name] for name in names]
    known = {field.name.casefold(): field for field in fields} | {field.label.casefold(): field for field in fields}
    return _one(known, words, "value asked for here")


def file_saying(field: Field, words: str) -> File:
    """Return a small text file, made up for an example: it holds these words, and is called after its field."""
    return File(f"{field.name}.txt", words.encode())


def label_named(workflow: Workflow, words: str) -> str:
    """Return the name of the field or fact with this label or name. Raises UnknownName."""
    labels = {fact.name: fact.label for fact in workflow.facts.values()}
    labels |= {field.name: field.label for field in workflow.fields.values()}
    known = {name: name for name in labels} | {label.casefold(): name for name, label in labels.items()}
    return _one(known, words, f"value of a {workflow.title}")


def office_named(model: Model, words: str) -> str:
    """Return the name of the office with this title. Raises UnknownName."""
    return _one({office.title.casefold(): office.name for office in model.offices.values()}, words, "office")


def _one(known: Mapping[str, T], words: str, what: str) -> T:
    found = known.get(words.strip().casefold())
    if found is None:
        hint = did_you_mean(words, known) or f"; there are: {', '.join(known)}"
        raise UnknownName(f"no {what} is called '{words}'{hint}")
    return found


def day_named(words: str, today: date) -> date:
    """Return the day that people mean: `3 March 2020`, `2020-03-03`, `today`, `in 3 days`, `3 days ago`."""
    match words.strip().split():
        case ["today"]:
            return today
        case ["in", number, "day" | "days"] if number.isdecimal():
            return today + timedelta(days=int(number))
        case [number, "day" | "days", "ago"] if number.isdecimal():
            return today - timedelta(days=int(number))
        case [day, month, year] if month in _MONTHS and day.isdecimal() and year.isdecimal():
            return date(int(year), _MONTHS.index(month) + 1, int(day))
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        raise UnknownName(f"'{words}' is no day; write it as 3 March 2020, today, in 3 days or 3 days ago") from None


def day_in_words(day: date) -> str:
    """Return a day as people write it: `3 March 2020`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def explained(board: Board, decision: Decision) -> str:
    """Return a decision as people read it: every reason of a refusal, what was found, and who can put it right."""
    with board.view() as view:
        return "\n".join(explain(view.model, decision, decision_names(view, decision)))
