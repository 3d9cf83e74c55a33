"""Steps about personal values: that they are erased, for how long they are kept, and that nothing of them is left."""

from __future__ import annotations

from peoplezones.queries.erasures import kept_of_record
from peoplezones.service import Erasing

from .definition import ACTOR, ENTERED, RECORD, expect, step
from .looking import files_that_say
from .words import day_in_words, day_named, kind_named
from .world import Rows, World

_NEEDED = "as needed"


@step(
    "when",
    rf'{ENTERED}{ACTOR} erases (?:"(?P<fields>[^"]+)" of )?{RECORD}(?P<more> and what refers to it)?'
    r' because "(?P<basis>[^"]+)"',
)
def erase(
    world: World,
    actor: str,
    fields: str | None,
    kind: str,
    name: str,
    more: str | None,
    basis: str,
    enterer: str | None,
    document: str | None,
) -> None:
    """Ask to erase the personal values of a record, or those of some fields, on a lawful basis."""
    workflow = kind_named(world.model, kind)
    called = {field.label.casefold(): field.name for field in workflow.fields.values()}
    named = [text.strip().casefold() for text in (fields or "").split(",") if text.strip()]
    world.erase(
        Erasing(
            records=(world.reference(workflow, name),),
            and_referring=bool(more),
            fields=tuple(called.get(label, label) for label in named),
            basis=basis,
            actor=world.person(actor),
            entered_by=world.person(enterer or actor),
            document=document or "",
        )
    )


@step("when", rf"{ACTOR} erases everything that is due")
def erase_due(world: World, actor: str) -> None:
    """Ask to erase whatever has been kept for as long as the model says."""
    world.erase(Erasing(due=True, entered_by=world.person(actor)))


@step("then", rf"these personal values of {RECORD} are kept")
def are_kept(world: World, kind: str, name: str, datatable: Rows) -> None:
    """Check which personal values of a record there are, and until when: exactly those in the table."""
    world.all_heard()
    found = _kept(world, kind, name)
    wanted = sorted((what, _until(world, until)) for what, until in datatable[1:])
    expect(sorted(found) == wanted, lambda: f"these are:\n{_table(found)}")


@step("then", rf"nothing personal of {RECORD} is kept")
def is_kept_not(world: World, kind: str, name: str) -> None:
    """Check that no personal value of a record is there any more."""
    world.all_heard()
    found = _kept(world, kind, name)
    expect(not found, lambda: f"these are:\n{_table(found)}")


@step("then", r'nothing is left of "(?P<words>[^"]+)"')
def nothing_is_left(world: World, words: str) -> None:
    """Check that these words stand in no file of the database, neither in a table nor beside one."""
    world.all_heard()
    found = files_that_say(world, words)
    expect(not found, f"it stands in {', '.join(found)}")


def _table(found: list[tuple[str, str]]) -> str:
    """Return what was found as the table of a feature."""
    rows = [("Value", "Until"), *found]
    width = max(len(what) for what, _ in rows)
    return "\n".join(f"| {what.ljust(width)} | {until} |" for what, until in rows)


def _kept(world: World, kind: str, name: str) -> list[tuple[str, str]]:
    reference = world.reference(kind_named(world.model, kind), name)
    with world.board.view() as view:
        kept = kept_of_record(view, world.record(view, reference))
    return [(one.label, _until(world, one.until or _NEEDED)) for one in kept]


def _until(world: World, words: str) -> str:
    return words if words == _NEEDED else day_in_words(day_named(words, world.today))
