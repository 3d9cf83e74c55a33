"""Reading journeys: YAML to `Journey`, checked against the model; or every mistake at once, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from peoplezones.domain.errors import UsageError
from peoplezones.domain.workflow import Model
from peoplezones.operating_model.shapes import Table, known
from peoplezones.operating_model.shipped import shipped
from peoplezones.operating_model.source import List, Mark, Problem, Problems, Text, read

from .journey import After, Journey, states_reached
from .step_reading import Reading, read_step, saved_by, text, texts


class JourneysInvalid(UsageError):
    """The journeys have mistakes; every one is listed with file, line and column."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        noun = "mistake" if len(problems) == 1 else "mistakes"
        super().__init__(f"the journeys have {len(problems)} {noun}:\n" + "\n".join(str(p) for p in problems))


def load_journeys(folder: Path, model: Model, models: Path | None = None) -> dict[str, Journey]:
    """Return the journeys in a folder by name. Raises JourneysInvalid with every mistake.

    `models` is the folder in which journeys that begin under another model find it (the shipped ones, unless given).
    """
    if not folder.is_dir():
        raise UsageError(f"'{folder}' is no folder; name the one with your journeys")
    problems = Problems()
    trees = _read_files(folder, problems)
    waiting, found = dict(trees), dict[str, Journey]()
    while waiting:
        ready = [name for name, table in waiting.items() if not _before(table) & waiting.keys() - {name}]
        for name in ready or list(waiting):  # a circle is complained of where it is read
            table = waiting.pop(name)
            reading = Reading(model, found, problems, models=models or shipped("workflows"))
            found[name] = _read_journey(reading, name, table)
    if problems:
        raise JourneysInvalid(problems.sorted())
    return found


def _read_files(folder: Path, problems: Problems) -> dict[str, Table]:
    found = {}
    for file in sorted(folder.glob("*.yaml")):
        try:
            content = file.read_bytes().decode("utf-8-sig")
        except OSError as error:
            problems.add(Mark(str(file)), f"this cannot be read ({error.strerror}); mend it or take it away")
            continue
        except UnicodeDecodeError:
            problems.add(Mark(str(file)), "this is not UTF-8; save the file as UTF-8")
            continue
        tree = read(str(file), content.replace("\r\n", "\n"), problems)
        if tree is not None:
            needed, may_have = "journey title kind record steps", "name after begins try model"
            found[file.stem] = Table(tree, "a journey", problems, needed, may_have)
    return found


def _before(table: Table) -> set[str]:
    """Return the names of the journeys that one comes after."""
    node = table.node("after")
    if isinstance(node, Text):
        return {node.value}
    return {after.journey for after in _read_after(node, Problems())} if isinstance(node, List) else set()


def _read_after(node: Text | List, problems: Problems) -> list[After]:
    found = []
    for item in [node] if isinstance(node, Text) else node.items:
        if isinstance(item, Text):
            found.append(After(journey=item.value))
        else:
            table = Table(item, "a journey before", problems, "journey", "name until")
            found.append(After(journey=text(table, "journey"), name=text(table, "name"), until=text(table, "until")))
    return found


def _read_journey(reading: Reading, stem: str, table: Table) -> Journey:
    problems = reading.problems
    if table.has("model"):
        reading.begin_under(table.scalar("model"))
    name = table.scalar("journey")
    if name is not None and name.value != stem:
        problems.add(name.at, f"the file is called '{stem}.yaml', so its journey must be '{stem}'")
    known(table.scalar("kind"), reading.model.workflows, "kind of record", problems)
    after = _earlier(reading, table)
    founders, on = _read_begins(reading, table)
    steps = tuple(read_step(reading, item) for item in table.items("steps"))
    record = table.scalar("record")
    if known(record, reading.aliases, "record that a step saves", problems) and record is not None:
        _check_kind(reading, table, record)
    return Journey(
        name=stem,
        title=table.text("title"),
        kind=table.text("kind"),
        record=table.text("record"),
        called=text(table, "name"),
        steps=steps,
        after=after,
        on=on,
        founders=founders,
        try_next=texts(table, "try"),
        model=text(table, "model"),
    )


def _check_kind(reading: Reading, table: Table, record: Text) -> None:
    kind = reading.aliases[record.value]
    if kind and kind != table.text("kind"):
        reading.problems.add(
            record.at, f"'{record.value}' is saved as a {kind}; the journey is said to lead another kind"
        )


def _earlier(reading: Reading, table: Table) -> tuple[After, ...]:
    """Return the journeys before this one; the aliases that they save become known."""
    node = table.node("after")
    if not isinstance(node, (Text, List)):
        return ()
    found = _read_after(node, reading.problems)
    for after in found:
        at = node.at
        if known(Text(at, after.journey), reading.journeys, "journey before this one", reading.problems):
            journey = reading.journeys[after.journey]
            reading.aliases.update(_aliases(reading, journey))
            reached = {state for _, state in states_reached(reading.model, reading.journeys, journey)}
            if after.until and reached:
                known(Text(at, after.until), reached, f"state that '{journey.name}' reaches", reading.problems)
    return tuple(found)


def _aliases(reading: Reading, journey: Journey) -> dict[str, str]:
    found: dict[str, str] = {}
    for after in journey.after:
        if after.journey in reading.journeys:
            found.update(_aliases(reading, reading.journeys[after.journey]))
    if journey.on:
        found.update({part.alias: part.kind for part in reading.model.founding.opens})
    for step in journey.steps:
        found.update(saved_by(step))
    return found


def _read_begins(reading: Reading, table: Table) -> tuple[Mapping[str, str], str]:
    """Return what the founders give, and the day; the records that the founding act opens become known."""
    if not table.has("begins"):
        if not table.has("after"):
            reading.problems.add(table.at, "a journey needs `after` (what comes before) or `begins` (a new Board)")
        return {}, ""
    founding = reading.model.founding
    asked = {value[1:] for part in founding.opens for value in part.set.values() if value.startswith("$")}
    begins = Table(table.node("begins"), "`begins`", reading.problems, f"on {' '.join(sorted(asked))}")
    reading.aliases.update({part.alias: part.kind for part in founding.opens})
    on = begins.scalar("on")
    if on is not None:
        _check_day(on, reading.problems)
    return {word: begins.text(word) for word in asked}, on.value if on else ""


def _check_day(on: Text, problems: Problems) -> None:
    try:
        date.fromisoformat(on.value)
    except ValueError:
        problems.add(on.at, f"'{on.value}' is not a date; write it as year-month-day, such as 2020-01-06")
