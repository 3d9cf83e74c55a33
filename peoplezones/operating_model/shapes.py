"""Reading shapes: a mapping with its words, a list of names, a text.

Reading never stops at a mistake: what cannot be read is complained of once and stands as an empty value, so
that the rest is read too. Nothing built that way is ever returned to anyone, since one problem refuses the model.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from peoplezones.domain.errors import did_you_mean

from .source import List, Map, Mark, Node, Nothing, Problems, Text, type_names

NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
ID = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)


@cache
def _split(required: str, optional: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that are needed, and all that are known, those needed first."""
    needed = tuple(required.split())
    return needed, (*needed, *optional.split())


class Table:
    """A mapping whose words are known: those it must have and those it may have.

    Unknown and missing words are complained of at once; the rest is asked for by word.
    """

    def __init__(self, node: Node, what: str, problems: Problems, required: str, optional: str = "") -> None:
        self.at = node.at
        self.what = what
        self.problems = problems
        self._entries = entries(node, problems)
        needed, known = _split(required, optional)
        for word, at, value in pairs(node):
            if word not in known and not isinstance(value, Nothing):
                problems.add(at, f"{what} has no word '{word}'{did_you_mean(word, known) or _only(known)}")
        if isinstance(node, Map):
            for word in needed:
                if word not in self._entries:
                    problems.add(node.at, f"{what} needs '{word}'; add it")

    def has(self, word: str) -> bool:
        """Whether the word is there."""
        return word in self._entries

    def node(self, word: str) -> Node:
        """Return what is written under the word; Nothing where it is absent."""
        return self._entries[word][1] if word in self._entries else Nothing(self.at)

    def key(self, word: str) -> Mark:
        """Return where the word itself stands."""
        return self._entries[word][0] if word in self._entries else self.at

    def scalar(self, word: str) -> Text | None:
        """Return the text under the word with its place, or None."""
        return scalar(self.node(word), self.problems)

    def text(self, word: str) -> str:
        """Return the text under the word without surrounding white space, or an empty one."""
        return prose(self.node(word), self.problems)

    def flag(self, word: str) -> bool:
        """Whether the word says `true`."""
        return flag(self.node(word), self.problems)

    def whole(self, word: str, least: int = 0) -> int:
        """Return the whole number under the word, at least `least`."""
        return whole(self.node(word), self.problems, least)

    def names(self, word: str) -> list[Text]:
        """Return the texts under the word: one, or a list of different ones."""
        return names(self.node(word), self.problems)

    def items(self, word: str) -> list[Node]:
        """Return the list under the word."""
        return items(self.node(word), self.problems)

    def pairs(self, word: str) -> list[tuple[str, Mark, Node]]:
        """Return the mapping under the word, as (key, where the key stands, value)."""
        entries(self.node(word), self.problems)
        return list(pairs(self.node(word)))


def _only(known: Collection[str]) -> str:
    return f"; it may have: {', '.join(known)}"


def entries(node: Node, problems: Problems) -> dict[str, tuple[Mark, Node]]:
    """Return the entries of a mapping; anything else is complained of and has none."""
    if isinstance(node, Map):
        return node.entries
    wrong_shape(node, "a mapping (`word: value`)", problems)
    return {}


def pairs(node: Node) -> Iterator[tuple[str, Mark, Node]]:
    """Yield key, place of the key and value of a mapping; nothing for anything else."""
    if isinstance(node, Map):
        for word, (at, value) in node.entries.items():
            yield word, at, value


def items(node: Node, problems: Problems) -> list[Node]:
    """Return the items of a list; anything else is complained of and has none."""
    if isinstance(node, List):
        return node.items
    wrong_shape(node, "a list", problems)
    return []


def scalar(node: Node, problems: Problems) -> Text | None:
    """Return a text with its place; anything else is complained of."""
    if isinstance(node, Text):
        return node
    wrong_shape(node, "a text", problems)
    return None


def prose(node: Node, problems: Problems) -> str:
    """Return a text for people to read, on one line, or an empty one."""
    found = scalar(node, problems)
    text = " ".join(found.value.split()) if found else ""
    if found and not text:
        problems.add(node.at, "nothing is written here; give a value or take the word out")
    return text


def flag(node: Node, problems: Problems) -> bool:
    """Return whether it says `true`; only `true` and `false` are understood."""
    found = scalar(node, problems)
    if found and found.value not in ("true", "false"):
        problems.add(found.at, f"'{found.value}' is neither `true` nor `false`; write one of them")
    return bool(found and found.value == "true")


def whole(node: Node, problems: Problems, least: int = 0) -> int:
    """Return a whole number, at least `least`."""
    found = scalar(node, problems)
    if found is None:
        return least
    if not _WHOLE.fullmatch(found.value) or int(found.value) < least:
        problems.add(found.at, f"'{found.value}' is not a whole number of at least {least}; write one")
        return least
    return int(found.value)


def names(node: Node, problems: Problems) -> list[Text]:
    """Return one text, or a list of different texts, each with its place."""
    if isinstance(node, Text):
        return [node]
    found: dict[str, Text] = {}
    for item in items(node, problems):
        text = scalar(item, problems)
        if text and text.value in found:
            problems.add(text.at, f"'{text.value}' is already in this list; take one out")
        elif text:
            found[text.value] = text
    return list(found.values())


def wrong_shape(node: Node, needed: str, problems: Problems) -> None:
    """Complain that something else is needed; Nothing has been complained of already."""
    if not isinstance(node, Nothing):
        problems.add(node.at, f"{needed} is needed here, not {type_names[type(node)]}")


def check_name(word: str, at: Mark, what: str, problems: Problems, reserved: Collection[str] = ()) -> bool:
    """Return whether `word` can name a `what`; complain if it cannot."""
    if not NAME.fullmatch(word) or len(word) > 60:
        rule = "lower case letters, digits and _, beginning with a letter"
        problems.add(at, f"'{word}' cannot be the name of a {what}; a name has {rule}")
        return False
    if word in reserved:
        problems.add(at, f"a {what} may not be called '{word}'; the word means something already, so choose another")
        return False
    return True


def check_id(word: Text | None, seen: dict[str, Mark], what: str, problems: Problems) -> str:
    """Return an id that is well formed and not in `seen` yet, or an empty one; put it in `seen`."""
    if word is None:
        return ""
    if not ID.fullmatch(word.value):
        problems.add(word.at, f"'{word.value}' cannot be an id; an id has lower case letters, digits, _ and -")
    elif word.value in seen:
        first = seen[word.value].line
        problems.add(word.at, f"'{word.value}' already names a {what} on line {first}; choose another id")
    else:
        seen[word.value] = word.at
        return word.value
    return ""


def known(word: Text | None, names: Collection[str], what: str, problems: Problems, hint: str = "") -> bool:
    """Return whether the word is among the names; complain with the nearest right one if not."""
    if word is None:
        return False
    if word.value in names:
        return True
    problems.add(word.at, f"no {what} is called '{word.value}'{did_you_mean(word.value, names) or hint}")
    return False
