"""What would fall apart if somebody left, as text."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.values import listed
from peoplezones.network.resilience import Around, Depth, Resiliences

from .printing import heading, say
from .wrapping import paragraph, record_called


def tell_resilience(found: Iterable[Resiliences], today: str) -> None:
    """Print what would fall apart around each record, and in the whole network."""
    for place, part in enumerate(found):
        if place:
            say()
        heading(f"{part.title}, {today} ({part.leans})")
        if not part.around:
            paragraph(f"No {part.plural} to look at{_counted(part)}.", "  ")
        for around in part.around:
            _tell(part, around)
        if part.around and part.left_out:
            paragraph(f"Not looked at: {_counted(part).strip(' ()')}.", "  ")
        _tell_whole(part)


def _counted(part: Resiliences) -> str:
    stages = ", ".join(f"{count:,} at '{stage}'" for stage, count in part.left_out.items())
    return f" ({stages})" if stages else ""


def _tell(part: Resiliences, around: Around) -> None:
    people = "1 person is" if around.people == 1 else f"{around.people:,} people are"
    paragraph(f"{record_called(around.reference, around.label)}, {around.state}: {people} tied to it", "  ")
    ends = (bridge for bridge in around.bridges if set(bridge.references) & set(bridge.cut_off))
    for point in (*around.points, *ends):
        paragraph(f"! {point.words}.", "    ")
    for body in around.unlinked:
        paragraph(f"x No one links it to {body.label} ({body.side}).", "    ")
    for body in around.linked:
        paragraph(f"+ {body.label}: {listed(person.role for person in body.by)}", "    ")
    paragraph(_cut_in_words(part, around), "    ")
    for depth in around.depth:
        paragraph(_depth_in_words(depth), "    ")


def _cut_in_words(part: Resiliences, around: Around) -> str:
    sides = listed(part.sides)
    if around.cut is None:
        return f"Between {sides}: one of the two has nobody here yet."
    if not around.cut:
        return f"Between {sides}: no one links the two."
    who = listed(person.role for person in around.cut_by)
    many = "1 leaves" if around.cut == 1 else f"{around.cut:,} leave"
    return f"Between {sides}: if {many} ({who}), no one links the two."


def _depth_in_words(depth: Depth) -> str:
    least = f" of at least {depth.least}" if depth.least is not None else ""
    return f"{depth.label}: {depth.value}{least} ({depth.words})"


def _tell_whole(part: Resiliences) -> None:
    if not part.around:
        return
    say("  In the whole network:")
    for point in part.whole:
        paragraph(f"! {point.words}.", "    ")
    if not part.whole:
        say("    Nobody's leaving alone would cut anything off.")
