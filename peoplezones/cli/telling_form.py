"""Telling what a returned form says."""

from __future__ import annotations

from peoplezones.domain.values import named
from peoplezones.forms import FormRead

from .printing import heading, pairs, say


def tell_form(read: FormRead) -> None:
    """Print what a form says, what is amiss with it, and what becomes of it."""
    what = f"'{read.title}'" if read.title else "no answer chosen"
    heading(f"{read.file}: {read.kind_title} {read.reference or '(new)'}, {what}")
    signed = named(read.actor, read.actor_name) if read.actor else "nobody on the register"
    pairs([("From", signed), ("Holds from", read.on or "not said"), ("Made on", read.made), ("Code", read.code)])
    say()
    if read.answers:
        heading("What it says")
        pairs((f"{said.code} {said.label}", said.text) for said in read.answers)
        say()
    for note in (*read.awaited, *read.notes):
        say(f"Note: {note}")
    if read.entered:
        say(f"This very file has been entered already: entry {read.entered}.")
    if not read.problems:
        enters = "'form enter' enters it; whether the rules allow it is told then, or with --dry-run."
        say(f"Nothing is amiss. {'Entering it again changes nothing.' if read.entered else enters}")
        return
    count = len(read.problems)
    heading(f"Amiss ({count} {'thing' if count == 1 else 'things'}); nothing can be entered")
    for one in read.problems:
        say(f"  {one.place}: {one.problem}")
