"""What was found, in plain words, with the names that people know things by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from peoplezones.domain.entry import decision_of
from peoplezones.domain.record import Decision, Outcome, Value
from peoplezones.domain.values import listed
from peoplezones.domain.wording import basis_in_words, name_in_words
from peoplezones.domain.workflow import Model, Workflow
from peoplezones.queries.explain import found_of, with_names
from peoplezones.queries.history import title_of
from peoplezones.queries.naming import called

from .asking import Entry
from .question import Models

_WORD = re.compile(r"\b[A-Z][A-Z0-9]*(?:-\w+)+\b")
ANYONE = "anyone"  # what the log names where no capacity was needed
_UNITS = ((" days", 86_400), (" hours", 3_600), (" minutes", 60), (" seconds", 1))


class Ruled(Value, frozen=True, kw_only=True):
    """A rule that a finding is about: what it asks for, what was found, and what was found `later`, when it held.

    `held_by` is the exception by which alone it held.
    """

    rule: str
    needed: str
    leans: str
    found: str = ""
    later: str = ""
    held_by: str = ""


class Finding(Value, frozen=True, kw_only=True):
    """One thing that was found: the entry, what it was, who did it in what office, and what is worth saying about it.

    `others` are the entries before or after it that it is about.
    """

    entry: int
    on: str
    recorded: str
    record: str
    record_name: str
    act: str
    moved: bool
    by: str
    by_name: str
    capacity: str
    entered_by: str
    says: str
    others: tuple[int, ...] = ()
    rules: tuple[Ruled, ...] = ()


class Words:
    """How entries are told: with the names of records, and the texts behind commitments where they are still kept."""

    def __init__(self, models: Models, names: dict[str, str], texts: Mapping[str, str], root: str) -> None:
        self._models, self._names, self._texts, self._root = models, names, texts, root

    def called(self, reference: str | None) -> str:
        """Return how a record is called: reference and name."""
        return called(reference, self._names) if reference else "nobody"

    def scope(self, reference: str) -> str:
        """Return of what an office is; nothing where it is the Board's own."""
        return "" if reference == self._root else self.called(reference)

    def name(self, reference: str | None) -> str:
        """Return the name of a record, or nothing where it has none."""
        return self._names.get(reference or "", "")

    def text(self, entry: Entry, name: str) -> str:
        """Return the document or the reason of an entry in quotation marks, or why it is not to be had."""
        kept = entry[name]
        if not kept:
            return ""
        found = self._texts.get(kept)
        label = {"document": "a document"}.get(name, "a text")
        if found is None:
            return f"{label} ({'erased' if entry['moved'] else 'not kept, since it was refused'})"
        return f"'{found}'"

    def workflow(self, entry: Entry) -> Workflow | None:
        """Return the workflow by which an entry was made."""
        migrated = entry.get("migrated")
        kind = migrated["to_kind"] if migrated else entry["kind"]
        return self._models.model(entry["model"]).workflows.get(kind)

    def act(self, entry: Entry) -> str:
        """Return what was done, by its title."""
        return title_of(self.workflow(entry), entry["kind"], entry["transition"])

    def capacity(self, entry: Entry) -> str:
        """Return in what capacity somebody acted: an office, as the person named, or as anyone."""
        authority = entry["authority"]
        if authority is None:
            return ""
        model = self._models.model(entry["model"])
        return capacity_in_words(model, self.workflow(entry), authority, self.scope)

    def state(self, entry: Entry, end: str) -> str:
        """Return the title of the state `from` or `to` which a record moved."""
        workflow, name = self.workflow(entry), entry[end]
        return workflow.states[name].title if workflow and name in workflow.states else str(name)

    def model_called(self, digest: str) -> str:
        """Return title and version of a model."""
        model = self._models.model(digest)
        return f"'{model.title}', version {model.version}"

    def fields(self, entry: Entry) -> str:
        """Return the labels of the fields that an entry changed."""
        workflow = self.workflow(entry)
        return listed(name_in_words(workflow, name) if workflow else name for name in sorted(entry["changes"]))

    def decided(self, entry: Entry) -> Decision:
        """Return what was decided in an entry, its rules in the words of their model."""
        return decision_of(entry, self._models.model(entry["model"]))

    def ruled(
        self, entry: Entry, outcome: Outcome, *, later: tuple[Entry, Outcome] | None = None, held_by: str = ""
    ) -> Ruled:
        """Return how a rule came out in an entry, and in a later one."""
        return Ruled(
            rule=outcome.rule,
            needed=with_names(outcome.needed, self._names),
            leans=basis_in_words(outcome.clause, outcome.basis),
            found=self._found(entry, outcome),
            later=self._found(*later) if later else "",
            held_by=held_by,
        )

    def _found(self, entry: Entry, outcome: Outcome) -> str:
        model = self._models.model(entry["model"])
        workflow = model.workflows.get(outcome.record) if outcome.record else self.workflow(entry)
        return found_of(workflow, outcome, self._names)


def capacity_in_words(
    model: Model, workflow: Workflow | None, authority: Mapping[str, Any], calls: Callable[[str], str]
) -> str:
    """Return in what capacity somebody acted; `calls` says of what an office is, nothing where it is the Board's."""
    if authority["office"]:
        office = model.offices.get(authority["office"])
        title = office.title if office else authority["office"]
        scope = calls(authority["scope"])
        return f"{'deputy ' if authority['deputy'] else ''}{title}{f' of {scope}' if scope else ''}"
    if authority["named"] == ANYONE:
        return ANYONE
    move = workflow.transitions.get(authority["named"]) if workflow else None
    if move:
        return f"whoever made '{move.title}'"
    first = authority["named"].partition(".")[0]
    return f"the person named ({name_in_words(workflow, first) if workflow else first})"


def in_short(words: Words, entry: Entry) -> str:
    """Return what an entry did, in quotation marks."""
    return f"'{words.act(entry)}'"


def span(earlier: str, later: str) -> str:
    """Return how far two moments are apart, in the largest unit that fits: `3 days`, `1 hour`, whichever came first."""
    apart = datetime.fromisoformat(later) - datetime.fromisoformat(earlier)
    seconds = abs(apart.total_seconds())
    unit, size = next((pair for pair in _UNITS if seconds >= pair[1]), _UNITS[-1])
    count = int(seconds // size)
    return f"{count:,}{unit[:-1] if count == 1 else unit}"


def mentioned(entries: Iterable[Entry]) -> set[str]:
    """Return what may be references in entries, by whose names things are called when they are told."""
    found: set[Any] = set()
    for entry in entries:
        found |= {entry["record"], entry["actor"], entry["entered_by"], *entry["opened"]}
        found |= {(entry["authority"] or {}).get("scope")}
        for outcome in entry["outcomes"]:
            seen = outcome.get("found")
            found |= set(_WORD.findall(seen)) if isinstance(seen, str) else set()
            for value in seen.values() if isinstance(seen, dict) else ():
                found |= set(value if isinstance(value, list) else [value])
    return {reference for reference in found if isinstance(reference, str) and reference}
