"""Steps that look: how a request was answered, and how things then stand."""

from __future__ import annotations

from peoplezones.domain.record import Outcome

from .definition import ACTOR, RECORD, expect, step
from .looking import breaches, due_by, how_held, how_many, lines_that_say, shown, wanted, was_broken
from .trying import differs, openings, steps_open, table, told, told_then
from .words import day_in_words, day_named, kind_named, stage_named
from .world import Rows, World


def check_stage(world: World, kind: str, name: str, stage: str) -> None:
    """Raise AssertionError unless the record is at the stage."""
    reference = world.reference(kind_named(world.model, kind), name)
    with world.board.view() as view:
        record = world.record(view, reference)
        found, workflow = record.state, view.workflow(record)
    state = stage_named(workflow, stage)
    expect(found == state, f'the {kind} "{name}" is at "{workflow.states[found].title}"')


@step("then", r"it is done")
def it_is_done(world: World) -> None:
    """Check that what was asked for happened."""
    world.heard()
    expect(world.moved, world.answer)


@step("then", r'it is refused(?P<only> only)? because "(?P<because>[^"]+)"')
def it_is_refused(world: World, only: str | None, because: str) -> None:
    """Check that it was refused for this reason, or for this reason only."""
    reasons = [outcome.needed for outcome in _reasons(world)]
    expect(because in reasons, world.answer)
    expect(not only or len(reasons) == 1, lambda: f"that is not the only reason. {world.answer()}")


@step("then", r"it is refused because")
def it_is_refused_for_all(world: World, datatable: Rows) -> None:
    """Check that it was refused for exactly the reasons in the table."""
    found = {outcome.needed for outcome in _reasons(world)}
    expect(found == {row[0] for row in datatable}, world.answer)


@step("then", r'it is sent back because "(?P<problem>[^"]+)"')
def it_is_sent_back(world: World, problem: str) -> None:
    """Check that the request could not be understood, and that this is part of what was said about it."""
    world.heard()
    expect(problem in str(world.fault or ""), world.answer)


def _reasons(world: World) -> tuple[Outcome, ...]:
    world.heard()
    expect(bool(world.reasons), world.answer)
    return world.reasons


@step("then", rf'{RECORD} is at "(?P<stage>[^"]+)"')
def is_at_stage(world: World, kind: str, name: str, stage: str) -> None:
    """Check the stage of a record."""
    world.all_heard()
    check_stage(world, kind, name, stage)


@step("then", r'there (?:are|is) (?P<count>\d+|no) (?P<kind>[^"]+) at "(?P<stage>[^"]+)"')
def are_at_stage(world: World, count: str, kind: str, stage: str) -> None:
    """Check how many records of a kind are at a stage."""
    world.all_heard()
    workflow = kind_named(world.model, kind)
    found = how_many(world, workflow, stage_named(workflow, stage))
    expect(found == (0 if count == "no" else int(count)), f"there are {found}")


@step("then", rf'{RECORD} is in breach because "(?P<because>[^"]+)" since (?P<day>[^"]+)')
def is_in_breach(world: World, kind: str, name: str, because: str, day: str) -> None:
    """Check that the record does not meet a standing condition, and since when."""
    broken = breaches(world, world.reference(kind_named(world.model, kind), name))
    expect(because in broken, f"the breaches are: {', '.join(broken) or 'none'}")
    since = day_named(broken[because], world.today)
    expect(since == day_named(day, world.today), f"it is in breach since {day_in_words(since)}")


@step("then", rf"{RECORD} is (?P<how>not|no longer) in breach")
def is_not_in_breach(world: World, kind: str, name: str, how: str) -> None:
    """Check that the record meets all its standing conditions; "no longer" also that it once did not."""
    reference = world.reference(kind_named(world.model, kind), name)
    broken = breaches(world, reference)
    expect(not broken, f"the breaches are: {', '.join(broken)}")
    expect(how == "not" or was_broken(world, reference), "it was never in breach")


@step("then", rf"{RECORD} shows")
def shows(world: World, kind: str, name: str, datatable: Rows) -> None:
    """Check what is on record: label of a value (or of what is counted) in one column, the value in the other."""
    world.all_heard()
    workflow = kind_named(world.model, kind)
    reference = world.reference(workflow, name)
    for label, words in datatable:
        found = shown(world, workflow, reference, label)
        expect(found == wanted(world, workflow, label, words), f"{label}: {found}")


@step("then", rf'{ACTOR} (?P<how>holds|deputises in|does not hold) the office "(?P<office>[^"]+)"(?: of {RECORD})?')
def holds_office(world: World, actor: str, how: str, office: str, kind: str | None, name: str | None) -> None:
    """Check whether somebody holds an office today, of the Board or of a record, or is a deputy there."""
    world.all_heard()
    scope = world.reference(kind_named(world.model, kind), name) if kind and name else ""
    found = how_held(world, actor, office, scope)
    expect(found == how, f"{actor} {found} it")


@step("then", r'the log does not say "(?P<words>[^"]+)"')
def log_does_not_say(world: World, words: str) -> None:
    """Check that these words stand nowhere in the log, which is never erased."""
    world.all_heard()
    found = lines_that_say(world, words)
    expect(not found, f"entry {found[0] if found else 0} of the log says it")


@step("then", rf"these steps are open to {RECORD}")
def can_be_done(world: World, kind: str, name: str, datatable: Rows) -> None:
    """Check what can be done with a record where it is, by whom, what must be given and where it leads: all of it."""
    world.all_heard()
    workflow = kind_named(world.model, kind)
    found = steps_open(world, workflow, world.reference(workflow, name))
    expect(not differs(found, datatable), lambda: f"these are:\n{table(found)}")


@step("then", r"(?:a|an) (?P<kind>[^\"]+) is opened by these steps")
def can_be_opened(world: World, kind: str, datatable: Rows) -> None:
    """Check how a record of a kind is opened, by whom and what must be given: all of it."""
    world.all_heard()
    found = openings(world, kind_named(world.model, kind))
    expect(not differs(found, datatable), lambda: f"these are:\n{table(found)}")


@step(
    "then",
    rf"{RECORD} should move on (?:by )?(?P<day>[^\",]+), or (?P<people>[^\"]+?) (?:is|are) told"
    r"(?:, then (?P<then>[^\"]+?) (?:on )?(?P<later>(?:in )?\d[^\",]*))?",
)
def should_move_on(
    world: World, kind: str, name: str, day: str, people: str, then: str | None, later: str | None
) -> None:
    """Check until when a record may stay at its stage, who hears when that day passes, and who if nothing is done."""
    workflow = kind_named(world.model, kind)
    reference = world.reference(workflow, name)
    found, heard = due_by(world, reference), told(world, workflow, reference)
    expect(bool(found), "no deadline is set for this stage")
    shown = found if found == "no day" else day_in_words(day_named(found, world.today))
    wanted_day = day if day == "no day" else day_in_words(day_named(day, world.today))
    expect(
        (shown, heard) == (wanted_day, people),
        f"should move on by {shown}, or {heard} {'are' if ',' in heard else 'is'} told",
    )
    if then is not None and later is not None:
        goes_to, goes_on = told_then(world, reference, found)
        expect(
            (goes_to, goes_on) == (then, day_named(later, world.today).isoformat()),
            f"then {goes_to} {f'on {day_in_words(day_named(goes_on, world.today))}' if goes_on else 'at no time'}",
        )
