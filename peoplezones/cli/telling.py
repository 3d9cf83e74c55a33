"""Records and lists as text."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.files import size_in_words
from peoplezones.queries.attachments import Attached
from peoplezones.queries.breaches import Breach
from peoplezones.queries.due import Due
from peoplezones.queries.escalation import Escalated
from peoplezones.queries.listing import Listing
from peoplezones.queries.owes import Owing
from peoplezones.queries.people import Actor
from peoplezones.queries.records import Held, Whole

from .groups import dashed
from .printing import called, days_in_words, heading, pairs, say, table

STILL_OWED = "Still asked of it by the model that it was brought over to"


def tell_listing(found: Listing) -> None:
    """Print a list of records."""
    if not found.rows:
        say(f"There are no {found.plural} like that.")
        return
    headers = ["Reference", "Stage", "For", *(label for _, label in found.columns)]
    rows = []
    for row in found.rows:
        texts = {field.name: field.text for field in row.fields}
        cells = [texts.get(name, "") for name, _ in found.columns]
        rows.append([row.reference, row.state_title, days_in_words(row.days), *cells])
    table(headers, rows)


def tell_record(found: Whole) -> None:
    """Print everything about a record."""
    title = f"{found.title} {found.reference}"
    heading(f"{title}: {found.name}" if found.name else title)
    stage = f"{found.state_title}, since {found.since} ({days_in_words(found.days)})"
    rows = [("Stage", stage)]
    if found.due:
        rows.append(("Until", due_in_words(found.due)))
    pairs([*rows, *((field.label, field.text) for field in found.fields)])
    tell_breaches(found.breaches)
    if found.owes:
        _section(STILL_OWED)
        tell_owes(found.owes)
    if found.attachments:
        _section("Files")
        tell_attachments(found.attachments)
    _tell_offices(found)
    _tell_exceptions(found)
    if found.facts:
        _section("Figures")
        pairs((fact.label, fact.text) for fact in found.facts)
    if found.referring:
        _section("What refers to it")
        for group in found.referring:
            more = f" and {group.count - len(group.records):,} more" if group.count > len(group.records) else ""
            say(f"  {group.plural} ({group.label}): {group.count:,}")
            say(f"    {', '.join(group.records)}{more}")
    if found.next:
        _section("What can come next")
        rows = [
            (f"{dashed(found.kind)} {dashed(way.transition)}", f"{way.title} -> {way.to_title}") for way in found.next
        ]
        pairs(rows)
        say(f"  '{dashed(found.kind)} why {found.reference}' tells what each needs.")


def tell_attachments(found: Iterable[Attached]) -> None:
    """Print the files that came with entries."""
    table(
        ["Entry", "Name", "What it is", "Size", "Given as", "Digest"],
        [
            [
                str(one.entry),
                one.name,
                one.type,
                size_in_words(one.size) if one.size else "",
                f"{one.label} ({one.record})" if one.record else one.label,
                one.digest[:12],
            ]
            for one in found
        ],
    )


def _tell_exceptions(found: Whole) -> None:
    if found.exceptions:
        _section("Held only by an exception")
    for exception in found.exceptions:
        say(f"  {exception.needed} ({exception.leans})")
        say(f"    {exception.exception}")


def _tell_offices(found: Whole) -> None:
    sections = (
        ("Offices that it confers", found.confers),
        ("Offices held", found.holds),
        ("In office", found.held_of_it),
    )
    for title, offices in sections:
        if offices:
            _section(title)
            for held in offices:
                say(f"  {office_in_words(held)}")


def office_in_words(held: Held) -> str:
    """Return an office held in words."""
    until = f" until {held.until}" if held.until else ""
    deputy = "Deputy " if held.deputy else ""
    return f"{deputy}{held.title} of {held.scope}: {held.person}, from {held.since}{until} (by {held.source})"


def due_in_words(due: Due) -> str:
    """Return a deadline in words, and by how much it has passed."""
    if not due.day:
        return due.words
    over = f": overdue by {days_in_words(due.days_over)}" if due.overdue else ""
    return f"{due.day}, {due.words}{f' ({due.note})' if due.note else ''}{over}"


def escalated_in_words(found: Escalated) -> str:
    """Return to whom something was, or will be, escalated, and on which day."""
    note = f"; {found.note}" if found.note else ""
    people = people_in_words(f"{found.who} on {found.day}", found.actors)
    return f"{'escalated' if found.reached else 'to be escalated'} to {people}{note}"


def tell_breaches(breaches: Iterable[Breach], columns: int = 0) -> None:
    """Print the standing conditions that do not hold, no wider than `columns` where that is given."""
    found = list(breaches)
    if found:
        _section("Breaches")
    for breach in found:
        say(f"  {called(breach.record, breach.name)}, since {breach.since}")
        rows = [("Needed", f"{breach.needed} ({breach.leans})"), ("Found", breach.found)]
        rows.append(("Must act", people_in_words(breach.who, breach.actors)))
        if breach.steps:
            rows.append(("By", " or ".join(step.command for step in breach.steps)))
        if breach.escalation:
            rows.append(("Then", escalated_in_words(breach.escalation)))
        pairs(rows, "    ", columns)


def tell_owes(owes: Iterable[Owing], indent: str = "  ") -> None:
    """Print what the model still asks of a record that was brought over to it."""
    for owing in owes:
        say(f"{indent}{owing.needed} ({owing.leans}; for '{owing.transition_title}')")
        rows = [("Found", owing.found)] if owing.found else []
        if owing.steps:
            rows.append(("By", " or ".join(f"{step.command} ({step.who})" for step in owing.steps)))
        pairs(rows, f"{indent}  ")


def people_in_words(who: str, actors: Iterable[Actor]) -> str:
    """Return who may or must act, and who that is now."""
    known = [f"{actor.name or actor.reference}{' (deputy)' if actor.deputy else ''}" for actor in actors]
    if not known:
        return who if who.startswith("anyone") else f"{who} (now nobody)"
    return f"{who} (now {', '.join(known[:8])}{' and others' if len(known) > 8 else ''})"


def _section(title: str) -> None:
    say()
    heading(title)
