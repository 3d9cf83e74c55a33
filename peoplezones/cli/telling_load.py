"""Who carries what, as text: warnings first, then who carries what, then how it is spread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peoplezones.network.load import AT_LIMIT, EXCUSED, OVER, Amount, Concentration, Loads

from .printing import heading, say, table
from .wrapping import legend, letter, paragraph, record_called

_MARKS = {OVER: "!!", AT_LIMIT: "!", EXCUSED: "*"}
_MEANS = "! as much as the model allows, !! more than that, * more, by an exception"
_SPREAD = (
    "Gini: 0.00 where all carry the same, near 1 where one carries everything. "
    "Top three: what the three with most carry of the whole."
)
_LONGEST = 34  # what names are cut to in the table: below 80 columns with four figures beside them


def tell_loads(found: Iterable[Loads], today: str) -> None:
    """Print every load."""
    for place, loads in enumerate(found):
        if place:
            say()
        heading(f"{loads.title}, {today} ({loads.leans})")
        _tell(loads)


def _tell(loads: Loads) -> None:
    if not loads.bearers:
        say(f"  No {loads.plural} to look at.")
        return
    for warning in loads.warnings:
        paragraph(f"{_MARKS[warning.standing]} {warning.words} ({warning.leans}).", "  ", "     ")
    _tell_bearers(loads)
    _tell_spread(loads.concentration)
    if loads.together:
        say()
        rows = [
            (_short(record_called(group.reference, group.label)), f"{group.people:,}", *map(_marked, group.amounts))
            for group in loads.together
        ]
        table((f"By {loads.within}", "People", *_letters(loads.figures)), rows, "  ")


def _tell_bearers(loads: Loads) -> None:
    carrying = [bearer for bearer in loads.bearers if any(amount.value for amount in bearer.amounts)]
    if not carrying:
        say("  Nobody carries anything.")
        return
    rows = [(_short(record_called(b.reference, b.label)), *map(_marked, b.amounts)) for b in carrying]
    table((loads.plural, *_letters(loads.figures)), rows, "  ")
    idle = len(loads.bearers) - len(carrying)
    if idle:
        say(f"  And {idle:,} who carry nothing of this.")
    limits = {amount.figure: amount.limit for amount in loads.bearers[0].amounts}
    legend(
        label if limits[name] is None else f"{label} (at most {limits[name]})"
        for name, label in zip(loads.figures, loads.labels, strict=True)
    )
    if loads.warnings:
        say(f"  {_MEANS}")


def _letters(figures: Sequence[str]) -> list[str]:
    return [letter(place) for place in range(len(figures))]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _marked(amount: Amount) -> str:
    return f"{amount.text}{_MARKS.get(amount.standing, '')}"


def _tell_spread(concentration: Sequence[Concentration]) -> None:
    say()
    rows = [
        (
            letter(place),
            found.total,
            f"{found.carrying:,} of {found.bearers:,}",
            "-" if found.gini is None else f"{found.gini:.2f}",
            "-" if found.top_three is None else f"{found.top_three:.0%}",
        )
        for place, found in enumerate(concentration)
    ]
    table(("", "Total", "Carried by", "Gini", "Top three"), rows, "  ")
    if any(found.gini is not None for found in concentration):
        paragraph(_SPREAD, "  ", "  ")
