"""The log rewritten from some entry on, every hash made anew: by whoever holds the database, or the log's key, too.

The tree is made by the product's own code, as it would be by someone who runs it.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

from peoplezones.audit.note import Checkpoint, Note
from peoplezones.domain import merkle
from peoplezones.store.tree import HEIGHT, WIDTH

from .databases import opened, put_line
from .kinds import ALONE, BUNDLE, DATABASE, KEPT, KEY, SECOND, Altered, kind
from .log_lines import Lines, line_of, other
from .subject import Members, Signer, Subject, lines_of, regrown, root_of, sealed

CHANGEABLE = ["asked", "changes", "actor", "entered_by", "on", "at", "to", "authn", "transition", "outcomes"]


def rewritten(rng: Random, lines: Lines) -> tuple[Lines, int]:
    """Change an entry, leave one out, or add one, and make numbers, `seq` and chains fit; return the first changed."""
    how, n = rng.randrange(3), rng.randrange(2, len(lines))
    while b"register_key" in lines[n - 1]:
        n = rng.randrange(2, len(lines))
    entries = [json.loads(line) for line in lines]
    if how == 0:
        name = rng.choice(CHANGEABLE)
        while line_of(entries[n - 1]) == lines[n - 1]:
            entries[n - 1][name] = _changed(rng, name, entries[n - 1][name])
            name = rng.choice(CHANGEABLE)
    elif how == 1:
        del entries[n - 1]
    else:
        entries.insert(n - 1, entries[n - 1] | {"on": "2026-01-07", "actor": "PE-002"})
    return rechained(entries, len(lines)), n


def _changed(rng: Random, name: str, value: Any) -> Any:
    """Return another value that the field can have."""
    if name == "outcomes":
        return []
    return f"2026-02-{rng.randrange(10, 29)}{value[10:]}" if name in ("at", "on") else other(rng, value)


def rechained(entries: list[dict[str, object]], _: int) -> Lines:
    """Return lines whose numbers, `seq` and `prev` follow from their order."""
    found: Lines = []
    last: dict[object, tuple[str | None, int]] = {}
    for n, entry in enumerate(entries, 1):
        entry["n"] = n
        if entry["record"] is not None:
            prev, made = last.get(entry["record"], (None, 0))
            entry["prev"], entry["seq"] = prev, made + (bool(entry["moved"]) and entry["transition"] != "erase")
        for name in ("cause", "takes_back"):
            if entry[name] is not None:
                entry[name] = max(1, min(int(str(entry[name])), n - 1))
        found.append(line_of(entry))
        if entry["record"] is not None:
            last[entry["record"]] = merkle.leaf(found[-1]).hex(), int(str(entry["seq"]))
    return found


def in_the_tables(database: bytes, lines: Lines) -> bytes:
    """Return a database with a log rewritten, and columns, tiles and head as the product would have made them."""
    with opened(database) as file:
        file.sql.execute("delete from entry")
        for n, line in enumerate(lines, 1):
            put_line(file, n, line)
        frontier: merkle.Frontier = ()
        tiles: dict[tuple[int, int], bytes] = {}
        for size, line in enumerate(lines):
            leaf = merkle.leaf(line)
            frontier, whole = merkle.append(size, frontier, leaf)
            nodes = [((0, size), leaf), *whole]
            for (level, index), node in nodes:
                if level % HEIGHT == 0:
                    place = level // HEIGHT, index // WIDTH
                    tiles[place] = tiles.get(place, b"") + node
        file.sql.execute("delete from tile")
        file.sql.executemany("insert into tile values (?, ?, ?)", [(*place, tile) for place, tile in tiles.items()])
        now = len(lines), json.loads(lines[-1])["at"], b"".join(frontier)
        file.sql.execute("update head set size = ?, recorded = ?, frontier = ?", now)
        file.sql.execute("delete from personal")
        file.sql.execute("delete from blob")
    return file.content


def without(members: Members, *prefixes: str) -> Members:
    """Return the members without those of which the name begins so."""
    return {name: content for name, content in members.items() if not name.startswith(prefixes)}


def with_lines_of(subject: Subject, lines: Lines) -> Members:
    """Return a bundle with a log rewritten, leaves and MANIFEST to fit; personal values, which may be missing, gone."""
    content = b"".join(line + b"\n" for line in lines)
    return regrown(without(subject.members, "personal", "attachments") | {"log.jsonl": content})


@kind("an entry changed with its leaf and the root, its record's chain not", **{BUNDLE: ALONE, SECOND: ALONE})
def _(rng: Random, subject: Subject) -> Altered:
    lines = subject.lines
    n = rng.randrange(1, len(lines) + 1)
    entry = json.loads(lines[n - 1])
    name = rng.choice(["on", "to", "authn", "kind"])
    lines[n - 1] = line_of(entry | {name: entry[name] + "0"})
    return Altered(with_lines_of(subject, lines), entry=n)


@kind("all rewritten from some entry on, by someone without the key, in the bundle", **{BUNDLE: ALONE, SECOND: ALONE})
def _(rng: Random, subject: Subject) -> Altered:
    lines, n = rewritten(rng, subject.lines)
    return Altered(with_lines_of(subject, lines), entry=n)


@kind("the same, and the checkpoints that say otherwise left out", **{BUNDLE: KEPT, SECOND: KEPT})
def _(rng: Random, subject: Subject) -> Altered:
    lines, n = rewritten(rng, subject.lines)
    return Altered(sealed(without(with_lines_of(subject, lines), "checkpoints")), entry=n)


@kind("all rewritten from some entry on, in the database", **{DATABASE: KEPT, BUNDLE: KEPT, SECOND: KEPT})
def _(rng: Random, subject: Subject) -> Altered:
    lines, n = rewritten(rng, subject.lines)
    return Altered(database=in_the_tables(subject.database, lines), entry=n)


@kind(
    "the last entries cut off, tree and head with them, in the database", **{DATABASE: KEPT, BUNDLE: KEPT, SECOND: KEPT}
)
def _(rng: Random, subject: Subject) -> Altered:
    left = len(subject.lines) - rng.choice([1, 2, 9, rng.randrange(1, 250)])
    return Altered(database=in_the_tables(subject.database, subject.lines[:left]), entry=left + 1)


@kind("all rewritten and signed anew by someone who holds the log's keys", **{BUNDLE: KEPT, SECOND: KEPT})
def _(rng: Random, subject: Subject) -> Altered:
    lines, n = rewritten(rng, subject.lines)
    return Altered(resigned(subject, with_lines_of(subject, lines), subject.first, subject.second), entry=n)


@kind(
    "the last entries cut off and the rest signed anew by someone who holds the log's keys",
    **{BUNDLE: KEPT, SECOND: KEPT},
)
def _(rng: Random, subject: Subject) -> Altered:
    left = len(subject.lines) - rng.choice([1, 2, 9, rng.randrange(1, 30)])
    members = with_lines_of(subject, subject.lines[:left])
    return Altered(resigned(subject, members, subject.first, subject.second), entry=left + 1)


@kind("all rewritten and signed anew with other keys, which the log then registers", **{BUNDLE: KEPT, SECOND: KEPT})
def _(rng: Random, subject: Subject) -> Altered:
    one, two = (Signer(subject.first.name, f"{rng.random()}") for _ in range(2))
    text = "\n".join(line.decode() for line in subject.lines)
    for old, new in ((subject.first, one), (subject.second, two)):
        text = text.replace(str(old.key), str(new.key)).replace(old.key.id.hex(), new.key.id.hex())
    entries = [json.loads(line) for line in text.split("\n")]
    first = next(n for n, entry in enumerate(entries, 1) if entry["transition"] == "register_key")
    members = with_lines_of(subject, rechained(entries, 0))
    members["keys.txt"] = f"{one.key}\n{two.key}\n{subject.witness.key}\n".encode()
    return Altered(resigned(subject, members, one, two), entry=first)


@kind("the same, by someone whom no witness knows; the auditor has only a witness's key", **{BUNDLE: KEY, SECOND: KEY})
def _(rng: Random, subject: Subject) -> Altered:
    lines, n = rewritten(rng, subject.lines)
    return Altered(resigned(subject, with_lines_of(subject, lines), subject.first, subject.second), entry=n)


def resigned(subject: Subject, members: Members, first: Signer, second: Signer) -> Members:
    """Return a bundle whose checkpoints and MANIFEST are made and signed anew; what a witness signed is left out."""
    leaves = [merkle.leaf(line) for line in lines_of(members)]
    keys = [n for n, line in enumerate(lines_of(members), 1) if b'"transition":"register_key"' in line]
    found = without(members, "checkpoints")
    for number, size in enumerate((keys[0] + 5, keys[-1] + 5, len(leaves)), 1):
        now = Checkpoint(subject.first.name, size, root_of(leaves[:size]))
        signer = second if len(keys) > 1 and size >= keys[1] else first
        found[f"checkpoints/{number}.txt"] = str(Note(now.text, (signer(now.text),))).encode()
    return regrown(found, second if len(keys) > 1 else first)
