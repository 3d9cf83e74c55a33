"""Alterations of the log itself, as a list of lines: in a bundle, and in the database behind the triggers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random
from typing import Any

from .databases import with_lines
from .kinds import ALONE, BUNDLE, DATABASE, SECOND, Altered, kind
from .subject import Subject, sealed

Lines = list[bytes]
Change = Callable[[Random, Lines], tuple[Lines, int, tuple[int, ...]]]


def line_of(entry: dict[str, Any]) -> bytes:
    """Return an entry as a canonical line, whether the format allows it or not."""
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def of_the_log(name: str) -> Callable[[Change], Change]:
    """Add a change of the lines as two kinds: made in a bundle, and made in the database, which is then exported."""

    def added(change: Change) -> Change:
        @kind(f"{name}, in a bundle", **{BUNDLE: ALONE, SECOND: ALONE})
        def in_bundle(rng: Random, subject: Subject) -> Altered:
            lines, entry, named = change(rng, subject.lines)
            members = subject.members | {"log.jsonl": b"".join(line + b"\n" for line in lines)}
            return Altered(sealed(members) if rng.random() < 0.7 else members, entry=entry, named=named)

        @kind(f"{name}, in the database", **{DATABASE: ALONE, BUNDLE: ALONE, SECOND: ALONE})
        def in_database(rng: Random, subject: Subject) -> Altered:
            lines, entry, named = change(rng, subject.lines)
            return Altered(database=with_lines(subject.database, lines), entry=entry, named=named)

        return change

    return added


def other(rng: Random, value: Any) -> Any:
    """Return another value of the same sort, or something where there was nothing."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + rng.choice([-1, 1, 2, 1000])
    if isinstance(value, str):
        at = rng.randrange(len(value) + 1)
        found = value[:at] + rng.choice("0123456789abcdefxyz ") + value[at + rng.randrange(2) :]
        return found if found != value else f"{value}x"
    if isinstance(value, list):
        return [*value, *value[:1]] if value and rng.random() < 0.5 else [*value, "PE-001"]
    if isinstance(value, dict):
        return value | {rng.choice(sorted(value) or ["more"]): rng.choice(["PE-009", 7])}
    return rng.choice(["PE-001", 3, "x"])


def changed(line: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    """Return a line whose entry was changed; tried until it is another line."""
    while True:
        entry = json.loads(line)
        change(entry)
        if (found := line_of(entry)) != line:
            return found


def at_one(rng: Random, lines: Lines, change: Callable[[dict[str, Any]], None]) -> tuple[Lines, int, tuple[int, ...]]:
    """Change one entry, and say that it must be named."""
    n = rng.randrange(1, len(lines) + 1)
    lines[n - 1] = changed(lines[n - 1], change)
    return lines, n, (n,)


@of_the_log("a field of an entry changed")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    def change(entry: dict[str, Any]) -> None:
        name = rng.choice(sorted(entry))
        entry[name] = other(rng, entry[name])

    return at_one(rng, lines, change)


@of_the_log("a value deep in an entry changed")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    def change(entry: dict[str, Any]) -> None:
        inside: Any = entry
        while deeper := [k for k in (inside if isinstance(inside, dict) else range(len(inside))) if inside[k]]:
            key = rng.choice(deeper)
            if not isinstance(inside[key], dict | list):
                inside[key] = other(rng, inside[key])
                return
            inside = inside[key]

    return at_one(rng, lines, change)


@of_the_log("a field of an entry emptied, left out, or one added")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    def change(entry: dict[str, Any]) -> None:
        name, how = rng.choice(sorted(entry)), rng.randrange(3)
        if how == 0:
            entry[name] = None
        elif how == 1:
            del entry[name]
        else:
            entry[f"{name}_too"] = entry[name]

    return at_one(rng, lines, change)


@of_the_log("an entry back-dated")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    def change(entry: dict[str, Any]) -> None:
        names = rng.choice([["at"], ["on"], ["at", "on"]])
        for name in names:
            entry[name] = f"20{rng.randrange(10, 26)}-{rng.randrange(1, 13):02}{entry[name][7:]}"

    return at_one(rng, lines, change)


@of_the_log("the actor, who entered it or the office of an entry exchanged")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    def change(entry: dict[str, Any]) -> None:
        if entry["authority"] and rng.random() < 0.5:
            entry["authority"] |= {rng.choice(["office", "scope", "source", "named"]): rng.choice(["chair", "PO-009"])}
        else:
            entry[rng.choice(["actor", "entered_by"])] = rng.choice(["PE-001", "PE-002", "PE-003", "PE-004"])

    return at_one(rng, lines, change)


@of_the_log("a refusal made a move, or a move a refusal")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    def change(entry: dict[str, Any]) -> None:
        entry["moved"] = not entry["moved"]
        for outcome in entry["outcomes"]:
            outcome["held"] = entry["moved"]
        if entry["seq"] is not None and rng.random() < 0.5:
            entry["seq"] += 1 if entry["moved"] else -1

    return at_one(rng, lines, change)


@of_the_log("the previous leaf (`prev`) of an entry changed")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    def change(entry: dict[str, Any]) -> None:
        entry["prev"] = rng.choice([None, rng.randbytes(32).hex(), json.loads(rng.choice(lines))["prev"]])

    return at_one(rng, lines, change)


@of_the_log("an entry written otherwise (not canonical)")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    n = rng.randrange(1, len(lines) + 1)
    line, ways = lines[n - 1].decode(), [*UNCANONICAL]
    found = line
    while found == line:
        found = rng.choice(ways)(line, rng)
    lines[n - 1] = found.encode(errors="surrogatepass")
    return lines, n, (n,)


UNCANONICAL: list[Callable[[str, Random], str]] = [
    lambda line, _: line.replace(":", ": ", 1),
    lambda line, _: line.replace("}", " }", 1),
    lambda line, _: line[:-1] + ',"v":2}',
    lambda line, _: '{"zone":1,' + line[1:],
    lambda line, _: re.sub(r'"n":(\d+)', r'"n":\1.0', line),
    lambda line, _: re.sub(r'"n":(\d+)', r'"n":\1e0', line),
    lambda line, _: re.sub(r'"seen":null', '"seen":-0', line),
    lambda line, _: re.sub(r'"seen":null', '"seen":9007199254740992', line),
    lambda line, _: re.sub(r'"seen":null', '"seen":NaN', line),
    lambda line, rng: re.sub(r'"seen":null', '"seen":' + "9" * rng.choice([20, 5_000]), line),
    lambda line, _: re.sub(r'"asserted"', r'"\\u0061sserted"', line),
    lambda line, _: re.sub(r'"asserted"', r'"\\ud800"', line),
    lambda line, _: re.sub(r'"asserted"', '"asserted\ud800"', line),
    lambda line, _: re.sub(r'"asked":\{', '"asked":{"\u00e9":1,', line, count=1),
    lambda line, _: re.sub(r'"asked":', '"asked":' + '{"a":' * 20_000, line, count=1),
    lambda line, rng: "[" * rng.choice([5, 60_000]) + line,
    lambda line, _: line.replace('"asserted"', '"' + "x" * 70_000 + '"'),
    lambda line, _: "\ufeff" + line,
    lambda line, _: line + "\r",
    lambda line, rng: line[: rng.randrange(len(line))],
    lambda _, rng: rng.choice(["", "null", "[]", "{}", "0", '""']),
]


@of_the_log("an entry deleted")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    n = rng.randrange(1, len(lines))
    del lines[n - 1]
    return renumbered(lines, n) if rng.random() < 0.5 else lines, n, (n,)


@of_the_log("an entry put in between")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    n = rng.randrange(1, len(lines) + 1)
    made_up = json.loads(rng.choice(lines)) | {"n": n, "on": "2026-01-06"}
    lines.insert(n - 1, line_of(made_up))
    return renumbered(lines, n + 1) if rng.random() < 0.5 else lines, n, (n,)


@of_the_log("an entry added at the end")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    n = len(lines) + 1
    return [*lines, line_of(json.loads(rng.choice(lines)) | {"n": n})], n, (n,)


@of_the_log("two entries swapped")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    n = rng.randrange(1, len(lines))
    m = n + 1 if rng.random() < 0.5 else rng.randrange(n + 1, len(lines) + 1)
    lines[n - 1], lines[m - 1] = lines[m - 1], lines[n - 1]
    return renumbered(lines, n) if rng.random() < 0.5 else lines, n, (n,)


@of_the_log("an entry doubled")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    n = rng.randrange(1, len(lines) + 1)
    lines.insert(n, lines[n - 1])
    return renumbered(lines, n + 1) if rng.random() < 0.5 else lines, n + 1, (n, n + 1)


@of_the_log("the last entries cut off")
def _(rng: Random, lines: Lines) -> tuple[Lines, int, tuple[int, ...]]:
    left = len(lines) - rng.choice([1, 2, 5, rng.randrange(1, len(lines))])
    return lines[:left], left + 1, (left + 1,)


def renumbered(lines: Lines, first: int) -> Lines:
    """Return the lines with the numbers of their places from entry `first` on."""
    kept = lines[: first - 1]
    return kept + [line_of(json.loads(line) | {"n": n}) for n, line in enumerate(lines[first - 1 :], first)]
