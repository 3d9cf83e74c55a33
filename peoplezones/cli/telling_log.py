"""Entries of the log as text."""

from __future__ import annotations

from collections.abc import Sequence

from peoplezones.queries.history import Line

from .printing import heading, pairs, say


def tell_lines(lines: Sequence[Line]) -> None:
    """Print entries, oldest first."""
    if not lines:
        say("There is nothing in the log like that.")
    for line in lines:
        _tell(line)


def _tell(line: Line) -> None:
    subject = f"{line.reference} ({line.name})" if line.name else line.reference or line.kind_title
    heading(f"{line.n}. {line.on}  {subject}: {line.title}{'' if line.moved else ' - REFUSED'}")
    rows = []
    if line.moved and line.to and line.source != line.to:
        rows.append(("Stage", f"{line.source} -> {line.to}" if line.source else line.to))
    if line.actor:
        rows.append(("By", f"{line.actor}, {line.office}" if line.office else line.actor))
    if line.entered_by:
        rows.append(("Entered by", line.entered_by))
    if line.recorded[:10] != line.on:
        rows.append(("Recorded", line.recorded[:10]))
    rows += [(name, text) for name, text in (("Document", line.document), ("Reason", line.reason)) if text]
    rows += [(field.label, field.text) for field in line.values]
    if line.takes_back:
        rows.append(("Takes back", f"entry {line.takes_back}"))
    if line.cause:
        rows.append(("Caused by", f"entry {line.cause}"))
    if line.opened:
        rows.append(("Opened", ", ".join(line.opened)))
    if line.refused:
        rows.append(("Needed", "\n".join(line.refused)))
    pairs(rows, "   ")
