"""Reading one step of a journey, and checking it against the model and the records saved before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypedDict

from peoplezones.domain.entry import ACT
from peoplezones.domain.migrate import ADOPT, MIGRATE
from peoplezones.domain.values import parse_field
from peoplezones.domain.workflow import Field, Model
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.model_file import MODEL_FILE
from peoplezones.operating_model.shapes import Table, known, names
from peoplezones.operating_model.source import List, Mark, Node, Nothing, Problems, Text

from .journey import NAME, SHOWN, Journey, Step
from .words import file_saying

_MAY_HAVE = "for with on enters document save opened refused chapter tell"
_SAVED = "record saved before this step"
_DOLLAR = "; `$` is followed by the alias that a step saves a record under"


class _When(TypedDict, total=False):
    days: int
    day: str


@dataclass(slots=True)
class Reading:
    """What the reader of one journey has at hand: the model, the journeys read so far, the aliases known so far."""

    model: Model
    journeys: dict[str, Journey]
    problems: Problems
    aliases: dict[str, str] = field(default_factory=dict)  # alias -> kind, "" where it cannot be told
    models: Path = field(kw_only=True)

    def begin_under(self, name: Text | None) -> None:
        """Read what follows as steps of a Board that works by another model."""
        if name is None:
            return
        folder = self.models / name.value
        if name.value == self.model.name:
            return
        if folder.parent == self.models and (folder / MODEL_FILE).is_file():
            self.model = load_folder(folder)
        else:
            self.problems.add(name.at, f"there is no model called '{name.value}' in {self.models}")


def saved_by(step: Step) -> dict[str, str]:
    """Return the aliases that a step saves, with the kind of each."""
    saved = {step.save: step.kind} if step.save else {}
    return {**saved, **dict.fromkeys(step.opened, "")}


def read_step(reading: Reading, node: Node) -> Step:
    """Return a step; what it saves becomes known to those after it."""
    table = Table(node, "a step", reading.problems, "as do", _MAY_HAVE)
    for word in ("as", "for", "enters"):
        if table.has(word):
            known(table.scalar(word), reading.aliases, _SAVED, reading.problems)
    if table.has("do") and table.text("do").partition(" ")[0] == ACT:
        return _read_act(reading, table)
    kind, transition = _read_do(reading, table)
    step = Step(
        actor=table.text("as"),
        kind=kind,
        transition=transition,
        record=text(table, "for"),
        values={word: _value(value) for word, _, value in _with(table)},
        **_when(table),
        enters=text(table, "enters"),
        document=text(table, "document"),
        save=text(table, "save"),
        opened=texts(table, "opened"),
        refused=texts(table, "refused"),
        chapter=text(table, "chapter"),
        tell=text(table, "tell"),
        where=f"{table.at.file}:{table.at.line}",
    )
    if kind:
        _check_values(reading, table, step)
    reading.aliases.update(saved_by(step))
    _check_told(reading, table)
    return step


def _read_act(reading: Reading, table: Table) -> Step:
    """Return a step that adopts a model, which what follows is of, or brings the record under `for` (or all) over."""
    do = table.scalar("do")
    act = do.value.partition(" ")[2].strip() if do else ""
    given = {word: node for word, _, node in _with(table)}
    name = given.get("model")
    if do is not None:
        known(Text(do.at, act), (ADOPT, MIGRATE), "act", reading.problems)
    if act == ADOPT and isinstance(name, Text):
        reading.begin_under(name)
    elif act == ADOPT:
        reading.problems.add(table.key("do"), "say which model is adopted: `with: {model: NAME}`")
    return Step(
        actor=table.text("as"),
        kind=ACT,
        transition=act,
        record=text(table, "for"),
        values={word: _value(node) for word, node in given.items()},
        **_when(table),
        enters=text(table, "enters"),
        document=text(table, "document"),
        chapter=text(table, "chapter"),
        tell=text(table, "tell"),
        where=f"{table.at.file}:{table.at.line}",
    )


def text(table: Table, word: str) -> str:
    """Return the text under a word that may be absent."""
    return table.text(word) if table.has(word) else ""


def texts(table: Table, word: str) -> tuple[str, ...]:
    """Return the texts under a word that may be absent."""
    return tuple(found.value for found in table.names(word)) if table.has(word) else ()


def _with(table: Table) -> list[tuple[str, Mark, Node]]:
    return [*table.pairs("with")] if table.has("with") else []


def _check_told(reading: Reading, table: Table) -> None:
    """Complain of a fact of a record that is told, where there is no such record or fact."""
    told = table.scalar("tell") if table.has("tell") else None
    if told is None:
        return
    for word in SHOWN.finditer(told.value):
        alias = word["alias"]
        if known(Text(told.at, alias), reading.aliases, _SAVED, reading.problems):
            workflow = reading.model.workflows.get(reading.aliases[alias])
            if workflow is not None:  # what a step opens besides is of a kind that only the Board knows
                known(Text(told.at, word["fact"]), workflow.facts, f"fact of '{alias}'", reading.problems)


def _value(node: Node) -> str | tuple[str, ...]:
    if isinstance(node, List):
        return tuple(found.value for found in names(node, Problems()))
    return node.value if isinstance(node, Text) else ""


def _read_do(reading: Reading, table: Table) -> tuple[str, str]:
    """Return the kind and the transition that a step names, or two empty texts where it names none."""
    do = table.scalar("do")
    kind, _, transition = do.value.partition(" ") if do else ("", "", "")
    workflows = reading.model.workflows
    if do is None or not known(Text(do.at, kind), workflows, "kind of record", reading.problems):
        return "", ""
    transition = transition.strip()
    moves = workflows[kind].transitions
    if not known(Text(do.at, transition), moves, f"transition of {kind}", reading.problems):
        return "", ""
    if moves[transition].opening and table.has("for"):
        reading.problems.add(table.key("for"), f"'{transition}' opens a new record; take `for` out")
    if not moves[transition].opening and not table.has("for"):
        reading.problems.add(do.at, f"'{transition}' moves a record; say which with `for`")
    return kind, transition


def _when(table: Table) -> _When:
    """Return how many days after the step before this one is (`on: +3`), or for which day it waits."""
    on = table.scalar("on") if table.has("on") else None
    if on is None:
        return {}
    if is_days(on.value):
        return {"days": int(on.value[1:])}
    if is_day(on.value):
        return {"day": on.value}
    table.problems.add(on.at, f"'{on.value}' is no number of days and no date; write it as +3 or as 2020-01-06")
    return {}


def is_day(value: str) -> bool:
    """Whether a value is a date such as `2020-01-06`."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_days(value: str) -> bool:
    """Whether a value stands for so many days after the step: `+3`."""
    return value[:1] == "+" and value[1:].isascii() and value[1:].isdecimal() and len(value) <= 6


def _check_values(reading: Reading, table: Table, step: Step) -> None:
    """Complain of values that the transition does not take, that it needs and that are not of their type."""
    workflow = reading.model.workflows[step.kind]
    move = workflow.transitions[step.transition]
    for word, at, node in table.pairs("with") if table.has("with") else []:
        if isinstance(node, Nothing):
            continue
        if known(Text(at, word), (*move.asks, *move.takes), f"value that '{step.transition}' takes", reading.problems):
            for found in [node] if isinstance(node, Text) else names(node, reading.problems):
                _check_value(reading, workflow.fields[word], found)
    for name in move.asks:
        if name not in step.values:
            reading.problems.add(table.key("do"), f"'{step.transition}' asks for '{name}'; add it to `with`")


def _check_value(reading: Reading, declared: Field, found: Text) -> None:
    value = found.value
    if value.startswith("$") and not value.startswith(NAME):
        known(Text(found.at, value[1:]), reading.aliases, _SAVED, reading.problems, _DOLLAR)
    elif declared.type == "ref" and not value.startswith(NAME):
        reading.problems.add(found.at, f"'{value}' is no record; write `$` and the alias that a step saves it under")
    elif declared.type != "ref" and not (declared.type == "date" and is_days(value)):
        try:
            parse_field(declared, file_saying(declared, value) if declared.type == "file" else value)
        except ValueError as error:
            reading.problems.add(found.at, str(error))
