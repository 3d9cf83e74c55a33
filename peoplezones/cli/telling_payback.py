"""What was asked for and carried out, as text."""

from __future__ import annotations

from peoplezones.domain.values import listed
from peoplezones.network.payback import Payback, Place, Share, Taken, Work

from .printing import heading, say, table
from .wrapping import paragraph, record_called


def tell_payback(found: Payback, today: str) -> None:
    """Print the work for each zone, and how it all adds up."""
    heading(f"{found.plural}, {today} ({found.leans})")
    if not found.whole.asked:
        say("  None has been asked for yet.")
        return
    for place in found.places:
        paragraph(record_called(place.reference, place.label), "  ")
        _tell(found, place)
        for work in place.works:
            _tell_work(work, found.hours_label)
    if len(found.places) != 1:
        say("  All together")
        _tell(found, found.whole)


def _tell(found: Payback, place: Place) -> None:
    hours = f"; {found.hours_label}: {place.hours_text}" if found.hours_label else ""
    say(f"    Asked for: {place.asked:,}{hours}")
    rows = [
        (taken.title, f"{taken.count:,}", _median(taken), "-" if taken.most_days is None else f"{taken.most_days:,}")
        for taken in place.taken
    ]
    table(("Step", "Took it", "Days, median", "Most"), rows, "    ")
    for words, shares in (("Asked for by", place.asked_by), ("Carried out by", place.done_by)):
        if shares:
            paragraph(f"{words}: {', '.join(map(_share, shares))}", "    ")


def _median(taken: Taken) -> str:
    return "-" if taken.median_days is None else f"{taken.median_days:g}"


def _share(share: Share) -> str:
    return f"{share.label} ({share.count:,})"


def _tell_work(work: Work, hours_label: str) -> None:
    asked = listed(one.label for one in work.asked_by) if work.asked_by else "nobody named"
    hours = f"; {hours_label}: {work.hours_text}" if work.hours is not None else ""
    paragraph(f"{record_called(work.reference, work.label)}: {work.state}{hours}", "    ")
    steps = "".join(f"; {step.title} {step.on} ({step.days:,} days)" for step in work.steps)
    paragraph(f"asked for {work.asked_on} by {asked}{steps}", "      ")
