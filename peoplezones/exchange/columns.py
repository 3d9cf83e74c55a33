"""What each heading of a table means: a field of the kind, or one of the words of a request.

Headings are matched whatever their case, and whether they have spaces, underscores or hyphens. A field's own name comes
first, then the words of a request, then the labels of fields. A word that is also a field's label is the word only
when it is written as here, and otherwise a mistake, for nobody could say what was meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import msgspec

from peoplezones.domain.errors import did_you_mean
from peoplezones.domain.record import AMEND, UNDO
from peoplezones.domain.wording import with_article
from peoplezones.domain.workflow import Transition, Workflow

REFERENCE, TRANSITION, KEY, PROBLEM = "reference", "transition", "key", "problem"
#: The words of a request that a row may give for itself.
WORDS = (REFERENCE, TRANSITION, "on", "for", "document", "reason", KEY)
#: Written by an export or a report, and not read.
UNREAD = ("state", "since", PROBLEM)
_PROBLEMS = re.compile(r"problem_\d+")


class Column(msgspec.Struct, frozen=True):
    """A heading understood: its column's place, and the field or word that it stands for (neither: not read)."""

    place: int
    heading: str
    field: str = ""
    word: str = ""


def plain(heading: str) -> str:
    """Return a heading as it is compared: no case, and one `_` for white space, hyphens and underscores."""
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFC", heading).strip().casefold())


def doubled(headings: Iterable[str]) -> list[str]:
    """Return a problem for every heading that stands there more than once."""
    places: dict[str, list[int]] = {}
    for place, heading in enumerate(headings, start=1):
        if heading:
            places.setdefault(plain(heading), []).append(place)
    return [
        f"'{name}' is the heading of columns {' and '.join(map(str, found))}; keep one"
        for name, found in places.items()
        if len(found) > 1
    ]


def column_for(workflow: Workflow, heading: str, place: int = 0) -> Column | None:
    """Return what a heading means for this kind, or None where it means nothing or more than one field."""
    name = plain(heading)
    field = next((field for field in workflow.fields if plain(field) == name), "")
    if field:
        return Column(place, heading, field=field)
    labelled = _labelled(workflow, name)
    if _reserved(name) and (not labelled or heading.strip() == name):
        return Column(place, heading, word=name if name in WORDS else "")
    if _reserved(name):
        return None
    return Column(place, heading, field=labelled[0]) if len(labelled) == 1 else None


def heading_for(workflow: Workflow, field: str, *, names: bool = False) -> str:
    """Return the heading of a field: its label if that is sure to be read as this field again, or else its name."""
    label = workflow.fields[field].label
    found = None if names else column_for(workflow, label)
    return label if found and found.field == field and label.strip() == label else field


def understand(workflow: Workflow, headings: tuple[str, ...], move: str) -> tuple[tuple[Column, ...], tuple[str, ...]]:
    """Return the columns of a table, and every problem that its headings have.

    `move` is the transition of every row, or "" where each row names its own.
    """
    columns, problems = [], doubled(headings)
    taken = _taken(workflow, move)
    for place, heading in enumerate(headings):
        column = column_for(workflow, heading, place) if heading else None
        if column is not None:
            columns.append(column)
        elif heading:
            problems.append(_unknown(workflow, heading))
        if column and column.field and taken is not None and column.field not in taken:
            problems.append(f"'{heading}' is not asked for by '{move.replace('_', '-')}'; take the column out")
    fields = [column.field for column in columns if column.field]
    problems += [
        f"{' and '.join(repr(c.heading) for c in columns if c.field == field)} are the same; keep one"
        for field in dict.fromkeys(fields)
        if len({plain(c.heading) for c in columns if c.field == field}) > 1
    ]
    problems += _missing(workflow, move, {*fields, *(column.word for column in columns)})
    return tuple(columns), tuple(problems)


def _taken(workflow: Workflow, move: str) -> set[str] | None:
    """Return the fields that a transition asks or takes, or None where any may be given."""
    if move == AMEND:
        return {field for correction in workflow.amend for field in correction.fields}
    if move == UNDO:
        return set()
    return {*workflow.transitions[move].asks, *workflow.transitions[move].takes} if move else None


def _missing(workflow: Workflow, move: str, found: set[str]) -> Iterable[str]:
    """Yield a problem for every column without which no row could be accepted."""
    transition: Transition | None = workflow.transitions.get(move)
    if move and REFERENCE not in found and not (transition and transition.opening):
        yield f"there is no column '{REFERENCE}' to say which {workflow.title} each row is about"
    for field in transition.asks if transition else ():
        if field not in found:
            yield f"there is no column '{heading_for(workflow, field)}', which '{move.replace('_', '-')}' asks for"


def _unknown(workflow: Workflow, heading: str) -> str:
    same = _labelled(workflow, plain(heading))
    if same and _reserved(plain(heading)):
        return f"'{heading}' may be a field or not; write '{same[0]}' for the field, or else '{plain(heading)}'"
    if same:
        return f"'{heading}' is the label of several fields; name one of them: {', '.join(same)}"
    labels = [field.label for field in workflow.fields.values()]
    known = [*workflow.fields, *labels, *WORDS]
    hint = did_you_mean(heading, known) or f"; these can be read: {', '.join([*workflow.fields, *WORDS])}"
    return f"'{heading[:80]}' is not a column of {with_article(workflow.title)}{hint}"


def _reserved(name: str) -> bool:
    return name in WORDS or name in UNREAD or _PROBLEMS.fullmatch(name) is not None


def _labelled(workflow: Workflow, name: str) -> list[str]:
    return [field.name for field in workflow.fields.values() if plain(field.label) == name]
