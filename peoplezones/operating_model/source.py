"""YAML text as a tree of plain nodes, each with the place it was written at.

PyYAML's events are read, not its composed nodes: so that no scalar gets a type from the way it looks, anchors, aliases,
tags and second documents are seen, and the depth is known before anything recurses (libyaml's composer crashes on
deep nesting). What must never reach libyaml is refused in `inspect` first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
import yaml

LARGEST_FILE = 1_048_576  # bytes
DEEPEST = 32
_MOST_OF_A_KIND = 10  # the same complaint about the same file is made at most so often
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_QUOTES = ("'", '"', "|", ">")
_EVENTS = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
#: Controls, other line ends than LF, byte order marks, halves of characters, and marks that reorder what is read.
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


class Mark(msgspec.Struct, frozen=True, order=True, gc=False):  # a file has thousands: made fast, never collected
    """A place in a file, counted from 1 as editors do."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where, what, and what to do about it."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class Problems:
    """The mistakes found so far; collecting them is never interrupted by the next."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def add(self, at: Mark, message: str) -> None:
        """Note what is wrong at a place; the same again is not noted twice."""
        self._found[Problem(at.file, at.line, at.column, message)] = None

    def __len__(self) -> int:
        return len(self._found)

    def sorted(self) -> tuple[Problem, ...]:
        """Every mistake, by file, line and column."""
        return tuple(sorted(self._found))


class Text(msgspec.Struct, frozen=True, gc=False):
    """A scalar, as written; `quoted` tells whether it stood in quotation marks or in a block."""

    at: Mark
    value: str
    quoted: bool = False


class Nothing(msgspec.Struct, frozen=True, gc=False):
    """Where something should be and is not; it has been complained of already, so readers pass over it."""

    at: Mark


class List(msgspec.Struct, frozen=True, gc=False):
    """A sequence."""

    at: Mark
    items: list[Node] = []


class Map(msgspec.Struct, frozen=True, gc=False):
    """A mapping: each key with its own place and its value, in the order written."""

    at: Mark
    entries: dict[str, tuple[Mark, Node]] = {}


type_names = {Text: "a text", List: "a list", Map: "a mapping"}
Node = Text | List | Map | Nothing


def read(name: str, text: str, problems: Problems) -> Map | None:
    """Return the tree of one file, or None where it cannot be trusted; `name` is the file as people know it."""
    before = len(problems)
    inspect(name, text, problems)
    if len(problems) > before:
        return None
    try:
        tree = _Builder(name, problems).build(text)
    except _RefusedError:
        return None
    except yaml.YAMLError as error:
        problems.add(_mark_of(name, error), _explain(error))
        return None
    if isinstance(tree, Map):
        return tree
    if not isinstance(tree, Nothing):
        problems.add(tree.at, f"a file must be a mapping (`word: value`), not {type_names[type(tree)]}")
    return None


def inspect(name: str, text: str, problems: Problems) -> None:
    """Refuse what must not reach the parser: too large, control characters and tabs, indented too deep."""
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        problems.add(Mark(name), f"the file is larger than {LARGEST_FILE:,} bytes; split it or make it shorter")
        return
    for count, match in enumerate(_FORBIDDEN.finditer(text)):
        if count == _MOST_OF_A_KIND:
            break
        char = match.group()
        hidden = f"a character that cannot be shown (U+{ord(char):04X}) is here; take it out"
        problems.add(place(name, text, match.start()), "a tab is here; use spaces" if char == "\t" else hidden)


def place(name: str, text: str, index: int) -> Mark:
    """Return the place of the character at `index`."""
    return Mark(name, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


class _RefusedError(Exception):
    """The file has been complained of and cannot be read further."""


class _Builder:
    """Builds the tree from libyaml's events, refusing whatever the language leaves out."""

    def __init__(self, name: str, problems: Problems) -> None:
        self._name = name
        self._problems = problems

    def build(self, text: str) -> Node:
        events: Iterator[Any] = yaml.parse(text, Loader=_EVENTS)
        tree: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if tree is not None:
                    self._refuse(event, "a second document begins; a file holds one, so take out the `---`")
                if event.tags or event.version:
                    self._refuse(event, "directives (%YAML, %TAG) are not used; take the line out")
                tree = self._node(next(events), events, 1)
        if tree is None:
            self._problems.add(Mark(self._name), "the file is empty; write a workflow or take the file away")
            raise _RefusedError
        return tree

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"an alias (*{event.anchor}) is not allowed; write the value out")
        if event.anchor is not None:
            self._refuse(event, f"an anchor (&{event.anchor}) is not allowed; take it out")
        if event.tag is not None:
            self._refuse(event, f"a tag ({event.tag}) is not allowed; take it out, each word knows its type")
        if depth > DEEPEST:
            self._refuse(event, f"this is nested more than {DEEPEST} deep; make it flatter")
        begins = event.start_mark
        at = Mark(self._name, begins.line + 1, begins.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            quoted = event.style in _QUOTES
            if not quoted and event.value in _NOTHING:
                return self._nothing(at)
            return Text(at, event.value, quoted)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(at, events, depth)
        return self._map(at, events, depth)

    def _list(self, at: Mark, events: Iterator[Any], depth: int) -> List:
        items: list[Node] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, depth + 1))
        return List(at, items)

    def _map(self, at: Mark, events: Iterator[Any], depth: int) -> Map:
        entries: dict[str, tuple[Mark, Node]] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1)
            event = next(events)
            if (
                isinstance(key, Text)
                and isinstance(event, yaml.ScalarEvent)
                and not (event.value or event.style in _QUOTES)
            ):
                value: Node = self._no_value(key)
            else:
                value = self._node(event, events, depth + 1)
            if not isinstance(key, Text):
                if not isinstance(key, Nothing):
                    self._problems.add(key.at, f"{type_names[type(key)]} cannot name anything; use a plain word")
            elif key.value in entries:
                first = entries[key.value][0]
                self._problems.add(key.at, f"'{key.value}' was already given on line {first.line}; keep one of them")
            else:
                entries[key.value] = (key.at, value)
        return Map(at, entries)

    def _nothing(self, at: Mark) -> Nothing:
        self._problems.add(at, "nothing is written here; give a value or take the word out")
        return Nothing(at)

    def _no_value(self, key: Text) -> Nothing:
        """Complain of a word without a value: often the rest of a text that a comma has cut off."""
        self._problems.add(
            key.at,
            f"nothing is written after '{key.value}'; give a value, take the word out, "
            "or put the text in quotation marks if the words are part of one",
        )
        return Nothing(key.at)

    def _mark(self, event: Any) -> Mark:
        return Mark(self._name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse(self, event: Any, message: str) -> None:
        self._problems.add(self._mark(event), message)
        raise _RefusedError


def _mark_of(name: str, error: yaml.YAMLError) -> Mark:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return Mark(name, mark.line + 1, mark.column + 1) if mark else Mark(name)


def _explain(error: yaml.YAMLError) -> str:
    """Say what libyaml stumbled over, with the remedies that most often help."""
    problem, context = getattr(error, "problem", None) or str(error), getattr(error, "context", None)
    begun = getattr(error, "context_mark", None)
    said = f"{context}, {problem}" if context else problem
    if begun is not None:
        said += f"; it began on line {begun.line + 1}"
    return f"this is not YAML ({said}); look for a missing quotation mark, bracket, comma or indentation"
