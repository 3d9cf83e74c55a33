"""Entries of the log as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peoplezones.domain.values import listed
from peoplezones.queries.history import Gone, Line

from .printing import called, heading, pairs, say


def tell_lines(lines: Sequence[Line]) -> None:
    """Print entries, oldest first."""
    if not lines:
        say("There is nothing in the log like that.")
    for line in lines:
        _tell(line)


def _tell(line: Line) -> None:
    subject = called(line.reference, line.name) or line.kind_title
    heading(f"{line.n}. {line.on}  {subject}: {line.title}{'' if line.moved else ' - REFUSED'}")
    pairs([*_people(line), *_contents(line)], "   ")


def _people(line: Line) -> Iterator[tuple[str, str]]:
    """Yield where it led, who did it, when and from which document."""
    if line.moved and line.to and line.source != line.to:
        yield "Stage", f"{line.source} -> {line.to}" if line.source else line.to
    if line.actor:
        yield "By", f"{line.actor}, {line.office}" if line.office else line.actor
    if line.entered_by:
        yield "Entered by", line.entered_by
    if line.recorded[:10] != line.on:
        yield "Recorded", line.recorded[:10]
    yield from ((name, text) for name, text in (("Document", line.document), ("Reason", line.reason)) if text)


def _contents(line: Line) -> Iterator[tuple[str, str]]:
    """Yield what it changed, erased or opened, or why it was refused."""
    yield from ((field.label, field.text) for field in line.values)
    if line.lawful_basis:
        yield "Lawful basis", line.lawful_basis
    if line.erased:
        yield "Erased" if line.moved else "To be erased", values_in_words(line.erased)
    if line.takes_back:
        yield "Takes back", f"entry {line.takes_back}"
    if line.cause:
        yield "Caused by", f"entry {line.cause}"
    if line.opened:
        yield "Opened", ", ".join(line.opened)
    if line.refused:
        yield "Needed", "\n".join(line.refused)


def values_in_words(values: Iterable[Gone]) -> str:
    """Return what was erased, a line for each field: `Contact (entries 3 and 17)`; a file and its name are one."""
    entries: dict[str, dict[str, None]] = {}
    for value in values:
        entries.setdefault(value.label, {})[f"{value.entry:,}"] = None
    return "\n".join(
        f"{label} ({'entry' if len(numbers) == 1 else 'entries'} {listed(list(numbers))})"
        for label, numbers in entries.items()
    )
