"""What an auditor's questions came to, as text."""

from __future__ import annotations

from peoplezones.audit.review import Finding, Review, Ruled, Section
from peoplezones.domain.values import listed
from peoplezones.queries.history import ACT_WORDS, CORRECTION_WORDS

from .printing import called, heading, pairs, say, table


def tell_review(review: Review) -> None:
    """Print who acted, and the answer to every question."""
    say(f"{_entries(review.looked_at)} of {review.entries:,} in the log were looked at.")
    _tell_people(review)
    for section in review.sections:
        say()
        _tell_section(section)


def _tell_people(review: Review) -> None:
    say()
    heading("Who acted")
    if not review.people:
        say("  Nobody did.")
        return
    rows = [
        (
            called(person.person, person.name),
            f"{person.moved:,}",
            f"{person.refused:,}",
            f"{person.entered_by_others:,}",
            f"{person.entered_for_others:,}",
            ", ".join(f"{capacity} {count:,}" for capacity, count in person.capacities.items()),
        )
        for person in review.people
    ]
    table(("Person", "Done", "Refused", "Entered by others", "Entered for others", "Acted as"), rows, "  ")
    known = listed(f"{count:,} {how}" for how, count in sorted(review.how_known.items()))
    say(f"  How those who acted were known: {known}.")


def _tell_section(section: Section) -> None:
    heading(f"{section.title}: {_entries(section.count) if section.count else 'none'}")
    if not section.count:
        say(f"  {section.none}")
        return
    sorts = [_sort_in_words(sort, count) for sort, count in section.counts.items() if count]
    if sorts:
        say(f"  Of these: {listed(sorts)}.")
    for finding in section.findings:
        _tell(finding)
    left = section.count - len(section.findings)
    if left:
        say(f"  And {left:,} more; --limit tells more of them, --json every number.")


def _tell(finding: Finding) -> None:
    subject = called(finding.record, finding.record_name)
    what = f"{subject}: {finding.act}" if subject else finding.act
    by = called(finding.by, finding.by_name)
    say(f"  {finding.entry}. {finding.on}  {what}{'' if finding.moved else ' - REFUSED'}")
    rows = [("By", f"{by}, {finding.capacity}" if finding.capacity else by), ("Found", finding.says)]
    pairs([*rows, *(("Rule", _ruled(rule)) for rule in finding.rules)], "     ")


def _ruled(rule: Ruled) -> str:
    """Return a rule on a line, and on lines below it what was found then and later."""
    found = [(f"found: {rule.found}", rule.found), (f"when it was done: {rule.later}", rule.later)]
    return "\n".join([f"{rule.needed} ({rule.leans})", *(text for text, told in found if told)])


def _sort_in_words(sort: str, count: int) -> str:
    title = {**ACT_WORDS, **CORRECTION_WORDS}.get(sort)
    return f"'{title}' ({count:,})" if title else f"{count:,} {sort.replace('_', ' ')}"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"
