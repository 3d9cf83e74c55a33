"""`why` and `plan` as text: transitions with what they need."""

from __future__ import annotations

from peoplezones.queries.needs import Need
from peoplezones.queries.ways import Ask, Way
from peoplezones.queries.why import Plan, Why

from .printing import heading, pairs, say
from .telling import STILL_OWED, due_in_words, people_in_words, tell_breaches, tell_owes


def tell_why(found: Why) -> None:
    """Print what the next transitions of a record need."""
    heading(_title(found.reference, found.name))
    rows = [("Stage", f"{found.state_title}, since {found.since}")]
    if found.due:
        rows.append(("Until", due_in_words(found.due)))
    pairs(rows)
    tell_breaches(found.breaches)
    if found.owes:
        say()
        heading(STILL_OWED)
        tell_owes(found.owes)
    if not found.ways:
        say("It has come to its end: nothing follows." if found.final else "Nothing follows from here.")
    for way in found.ways:
        say()
        _tell_way(way)


def tell_plan(found: Plan) -> None:
    """Print everything between a record and its goal."""
    heading(_title(found.reference, found.name))
    pairs([("Stage", found.state_title), ("Goal", found.goal_title or "none is declared for this kind of record")])
    tell_breaches(found.breaches)
    if found.reached:
        say("It is there.")
    elif not found.possible:
        say("No way leads there from here.")
    for number, way in enumerate(found.steps, start=1):
        say()
        _tell_way(way, f"{number}. ")


def _title(reference: str, name: str) -> str:
    return f"{reference}: {name}" if name else reference


def _tell_way(way: Way, number: str = "") -> None:
    ready = "" if way.unmet or not way.now else " - nothing is missing" if not _waiting(way) else ""
    heading(f"{number}{way.title} -> {way.to_title}{ready}")
    rows = [("Command", f"{way.command}{_options(way)}"), ("For", people_in_words(way.who, way.actors))]
    if way.barred:
        rows.append(("Not for", ", ".join(f"{a.name or a.reference} ({a.words})" for a in way.barred)))
    if way.help:
        rows.append(("About", way.help))
    pairs(rows, "   ")
    for ask in way.asks:
        say(f"   asks    {ask.option}: {_asked(ask)}")
    for need in way.needs:
        if need.applies:
            _tell_need(need)


def _waiting(way: Way) -> bool:
    return any(need.later for need in way.needs)


def _options(way: Way) -> str:
    return "".join(f" {ask.option} ..." for ask in way.asks if ask.required)


def _asked(ask: Ask) -> str:
    if ask.to:
        kind = f" ({' or '.join(name.replace('_', ' ') for name in ask.to)}, by reference or name)"
    else:
        kind = f" ({', '.join(ask.choices)})" if ask.choices else f" ({ask.type.replace('_', ' ')})"
    optional = "" if ask.required else "; may be left out"
    several = "; repeat it for several" if ask.many else ""
    return f"{ask.label}{kind}{several}{optional}"


def _tell_need(need: Need) -> None:
    word = "later  " if need.later else "there  " if need.held else "MISSING"
    stay = ", and must stay so" if need.standing else ""
    say(f"   {word} {need.needed}{stay} ({need.leans})")
    if need.later:
        say("           will be judged on what you give")
    elif need.held:
        return
    elif need.found:
        say(f"           found: {need.found}")
    for looked_at in need.looks_at:
        say(f"           what counts: {looked_at}")
    lead = "can be prepared by" if need.later else "can be put right by"
    for step in need.steps:
        who = f", by {step.who}" if step.who else ""
        say(f"           {lead}: {step.command} ('{step.title}'){who}")
