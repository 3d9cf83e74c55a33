"""`due` as text: legible at 80 columns, in a pipe and without colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from peoplezones.queries.deadlines import Agenda, Deadline

from .groups import dashed
from .printing import called, days_in_words, heading, pairs, say
from .telling import due_in_words, escalated_in_words, people_in_words, tell_breaches

MOST = 50  # of each sort that are shown; --json gives all
WIDTH = 80


def tell_agenda(found: Agenda) -> None:
    """Print what is overdue, what is coming, what waits for a meeting without a date, and what is broken."""
    whom = f" for {called(found.person, found.name)}" if found.person else ""
    heading(f"What is due on {found.today}{whom}")
    say(_how_far(found))
    _tell_several("Overdue", found.overdue)
    _tell_several("Coming", found.coming)
    _tell_several("At the Board's next meeting, which has no date yet", found.undated)
    tell_breaches(found.breaches[:MOST], WIDTH)
    _more(len(found.breaches))
    _tell_nothing(found)


def _tell_several(title: str, found: Sequence[Deadline]) -> None:
    if not found:
        return
    say()
    heading(f"{title}: {len(found):,}")
    for item in found[:MOST]:
        _tell_deadline(item)
    _more(len(found))


def _more(count: int) -> None:
    if count > MOST:
        say(f"  and {count - MOST:,} more; --for and --within show fewer, --json shows all")


def _tell_deadline(found: Deadline) -> None:
    say(f"  {called(found.reference, found.name)}")
    left = f": in {days_in_words(found.due.days_left)}" if found.due.days_left else ""
    rows = [
        ("Until", f"{due_in_words(found.due)}{left or ('' if found.due.overdue or not found.due.day else ': today')}"),
        ("Stage", f"{found.state_title}, since {found.since} ({found.kind_title})"),
    ]
    if found.who:
        rows.append(("Told", people_in_words(found.who, found.actors)))
    if found.due.overdue and found.escalation:
        rows.append(("Then", escalated_in_words(found.escalation)))
    if found.next:
        rows.append(("Next", f"{found.next.title}, by {people_in_words(found.next.who, found.next_actors)}"))
        rows.append(("By", found.next.command))
    else:
        rows.append(("By", f"what 'peoplezones {dashed(found.kind)} why {found.reference}' tells"))
    pairs(rows, "    ", WIDTH)


def _tell_nothing(found: Agenda) -> None:
    """Say so where there is nothing, so that an empty page cannot be taken for a broken one."""
    nothing = []
    if not (found.overdue or found.coming or found.undated):
        nothing.append(f"Nothing is overdue, and nothing is due up to {found.until}.")
    if not found.breaches:
        nothing.append("No standing condition is broken.")
    if nothing:
        say()
    for line in nothing:
        say(line)


def _how_far(found: Agenda) -> str:
    days = (date.fromisoformat(found.until) - date.fromisoformat(found.today)).days
    return f"Looked {days_in_words(days)} ahead, up to {found.until}." if days else "Looked no further than that day."
