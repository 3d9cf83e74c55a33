"""How things stand on a scenario's Board: what is on record, who holds what, what is in breach."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from peoplezones.domain.facts import Scene
from peoplezones.domain.filetypes import TEXT, examined
from peoplezones.domain.record import Record
from peoplezones.domain.standing import broken, since_when
from peoplezones.domain.values import show_value
from peoplezones.domain.wording import name_type
from peoplezones.domain.workflow import Workflow
from peoplezones.queries.due import due
from peoplezones.queries.naming import names, references_in, revealed
from peoplezones.store.files import content_of
from peoplezones.store.naming import person_kind
from peoplezones.store.workspace import Workspace

from .observed import Sighting
from .words import day_named, label_named, office_named
from .world import World


def how_many(world: World, workflow: Workflow, state: str) -> int:
    """Return how many records of a kind are in a state."""
    query = text("select count(*) from record where kind = :kind and state = :state")
    with world.board.view() as view:
        return int(view.connection.execute(query, {"kind": workflow.name, "state": state}).scalar_one())


def shown(world: World, workflow: Workflow, reference: str, label: str) -> str:
    """Return a value or fact of a record as people read it: names for records, titles for choices."""
    name = label_named(workflow, label)
    with world.board.view() as view:
        scene = scene_of(world, view, workflow, world.record(view, reference))
        return _in_words(view, workflow, name, scene.value(name))


def scene_of(world: World, view: Workspace, workflow: Workflow, record: Record) -> Scene:
    """Return what facts about a record are computed from, today."""
    return Scene(view, workflow, record, world.today.isoformat())


def _in_words(view: Workspace, workflow: Workflow, name: str, value: Any) -> str:
    kind = name_type(workflow, name)
    if kind.personal and value:
        found = revealed(view, [value])[value]
        return _file_in_words(view, found) if kind.type == "file" else found
    references = references_in(kind, value)
    if not references:
        return show_value(kind, value)
    known = names(view, references)
    return ", ".join(known.get(reference, reference) for reference in references)


def _file_in_words(view: Workspace, digest: str) -> str:
    """Return what a file says, if it is a text, and else its digest."""
    content = content_of(view.connection, digest)
    return content.decode() if examined(content)[0] == TEXT else digest


def wanted(world: World, workflow: Workflow, label: str, words: str) -> str:
    """Return what a feature says of a value as `shown` would: days in any of the ways that people write them."""
    dated = name_type(workflow, label_named(workflow, label)).type == "date"
    return day_named(words, world.today).isoformat() if dated and words != "nothing" else words


def how_held(world: World, actor: str, office: str, scope: str) -> str:
    """Return how somebody has to do with an office today, of the record `scope` or of the Board, as features say it."""
    people = world.model.workflows[person_kind(world.model)]
    person = world.reference(people, world.person(actor))
    with world.board.view() as view:
        holders = view.holders(office_named(world.model, office), scope or view.root)
        held = [h.deputy for h in holders if h.person == person and h.on(world.today.isoformat())]
    if not held:
        return "does not hold"
    return "deputises in" if all(held) else "holds"


def breaches(world: World, reference: str) -> dict[str, str]:
    """Return the standing conditions that a record does not meet today: what each needs -> since when."""
    today = world.today.isoformat()
    with world.board.view() as view:
        record = world.record(view, reference)
        known = view.breaches(reference)
        found = {}
        for condition, outcome in broken(view, record, today):
            breach = known.get(condition.guard.id)
            found[outcome.needed] = breach.since if breach else since_when(view, record, condition, today)
            world.found_broken.add(reference)
            world.note(Sighting(record.kind, condition.guard.id, "broken"))
    return found


def was_broken(world: World, reference: str) -> bool:
    """Whether a breach of the record is on the log or was found by a step (time may break what no entry notes)."""
    if reference in world.found_broken:
        return True
    with world.board.view() as view:
        found = view.connection.execute(text("select 1 from breach where record = :record"), {"record": reference})
        return found.first() is not None


def lines_that_say(world: World, words: str) -> list[int]:
    """Return the numbers of the log's entries in whose text these words stand."""
    query = text("select n from entry where replace(line, :words, '') <> line order by n")
    with world.board.view() as view:
        return list(view.connection.execute(query, {"words": words}).scalars())


def files_that_say(world: World, words: str) -> list[str]:
    """Return the names of the database's files in which these words stand, wherever in them."""
    there = [file for file in world.files if file.exists()]
    return [file.name for file in there if words.encode() in file.read_bytes()]


def due_by(world: World, reference: str) -> str:
    """Return until when a record may stay at its stage: a day, "no day" if it is yet to be set, "" for ever."""
    with world.board.view() as view:
        found = due(view, world.record(view, reference), world.today.isoformat())
    return "" if found is None else found.day or "no day"
