"""`status` as text."""

from __future__ import annotations

from peoplezones.queries.status import Stage, Status, Waiting

from .groups import dashed
from .printing import days_in_words, heading, say, table
from .telling import people_in_words, tell_breaches

MOST = 20  # overdue records and breaches that are shown; --json gives all


def tell_status(found: Status) -> None:
    """Print the Board at a glance."""
    heading(f"{found.name or found.board} on {found.today}")
    say(f"{found.model}, {found.version}; {found.entries:,} entries in the log")
    say()
    heading(f"{found.plural} by stage")
    if not found.stages:
        say(f"  There are none yet. 'peoplezones {dashed(found.main)} --help' tells how to begin.")
    for stage in found.stages:
        _tell_stage(stage)
    _tell_overdue(found)
    tell_breaches(found.breaches[:MOST])
    _more(len(found.breaches))
    if not found.overdue and not found.breaches:
        say()
        say("Nothing is overdue, and no standing condition is broken.")


def _tell_overdue(found: Status) -> None:
    if found.overdue:
        say()
        heading(f"Overdue: {len(found.overdue):,}")
        rows = [
            (
                item.reference,
                item.name,
                item.state_title,
                item.due.day,
                days_in_words(item.due.days_over),
                people_in_words(item.who, item.actors),
            )
            for item in found.overdue[:MOST]
        ]
        table(("Reference", "Name", "Stage", "Until", "Over by", "Who is to know"), rows, "  ")
        _more(len(found.overdue))


def _more(count: int) -> None:
    if count > MOST:
        say(f"  and {count - MOST:,} more")


def _tell_stage(stage: Stage) -> None:
    say(f"  {stage.title}: {stage.count:,}")
    for record in stage.records:
        broken = f", {record.breaches} in breach" if record.breaches else ""
        late = f", overdue by {days_in_words(record.due.days_over)}" if record.due and record.due.overdue else ""
        called = f"{record.reference} {record.name}".rstrip()
        say(f"    {called}  ({days_in_words(record.days)}{late}{broken})")
        if record.next:
            say(f"      {waits_for(record)}")
    if stage.count > len(stage.records):
        say(f"    and {stage.count - len(stage.records):,} more")


def waits_for(record: Waiting) -> str:
    """Return in one line what a record waits for."""
    if not record.unmet:
        return f"waits for: {record.next}, by {record.who}"
    first, more = record.unmet[0], len(record.unmet) - 1
    others = f", and {more} more" if more else ""
    return f"before '{record.next}': {first}{others}"
