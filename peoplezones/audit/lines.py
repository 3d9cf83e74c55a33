"""The lines of a log, one by one and in order: each canonical, whole, numbered, and linked to its record's line before.

Steps 2, 3 and 4 of "How to check a bundle" in docs/log-format.md. A line that is right is read by msgspec; one that is
not is looked at again, slowly, to tell what is wrong with it.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
from collections import Counter
from collections.abc import Container
from typing import Any, NoReturn

import msgspec

from peoplezones.domain.canonical import LONGEST_LINE, NotCanonical, canonical_line
from peoplezones.domain.entry import is_move
from peoplezones.domain.errors import PeopleZonesError

from .keyring import Keyring
from .note import NoteWrong

FIRST = {
    *("v", "log", "n", "at", "on", "kind", "transition", "record", "seq", "from", "to", "model", "actor"),
    *("entered_by", "authn", "authority", "document", "reason", "key", "seen", "asked", "changes", "outcomes"),
    *("moved", "opened", "cause", "takes_back", "prev"),
}
KEYS = {1: FIRST, 2: FIRST | {"attachments", "signature"}}
_OPTIONAL = {"migrated", "names"}
_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("log", "at", "on", "kind", "transition", "from", "to", "model", "authn"), (str,)),
    **dict.fromkeys(("record", "actor", "entered_by", "document", "reason", "key", "prev"), (str, type(None))),
    **dict.fromkeys(("seq", "cause", "takes_back", "seen"), (int, type(None))),
    **dict.fromkeys(("asked", "changes"), (dict,)),
    **dict.fromkeys(("outcomes", "opened"), (list,)),
    "authority": (dict, type(None)),
    "moved": (bool,),
    "n": (int,),
}
_LAST = struct.Struct(">QQ32s")
_DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
_MANY_DIGITS = b"0" * 16  # a number of fewer is below 2^53
_LONG = 64  # characters of a reference; of a longer one the digest is kept
_MOST_WAYS = 20  # in which actors are known, and which are counted one by one
_GAP = 1_000  # numbers that may be missing before it is the number itself that is taken to be wrong
_AT = re.compile(r"[0-9-]{10}T[0-9:]{8}\.[0-9]{6}Z")
_LOG = re.compile(r"[0-9a-f]{32}")


class LineWrong(PeopleZonesError):
    """A line is not what the log's format says that it must be."""


class OutOfOrder(LineWrong):
    """A line is not the next; carries the number that was to come and the one that came."""

    def __init__(self, expected: int, found: int) -> None:
        super().__init__()
        self.expected, self.found = expected, found


def _refuse_float(text: str) -> NoReturn:
    raise LineWrong(f"{text[:40]} is not a whole number below 2^53")


_decode = msgspec.json.Decoder(float_hook=_refuse_float).decode
_encode = msgspec.json.Encoder(order="sorted").encode


class Unlinked(LineWrong):
    """A line does not follow the one before it of the same record; carries that one's number (0: there is none)."""

    def __init__(self, before: int, told: str) -> None:
        super().__init__(told)
        self.before = before


class Lines:
    """What is known of a log after some of its lines."""

    def __init__(self, models: Container[str]) -> None:
        self.models = models
        self.log = ""
        self.size = 0
        self.version = 0
        self.moved = 0
        self.authn: Counter[str] = Counter()
        self.keyring = Keyring()
        self._chains: dict[str, bytes] = {}  # by record: number, seq and leaf of its last line, packed to save memory

    def take(self, line: bytes, leaf: bytes) -> dict[str, Any]:
        """Return the entry of the next line. Raises LineWrong, and then counts the line as the next nevertheless."""
        try:
            entry = entry_in(line)
        except LineWrong:
            self.size += 1
            raise
        self._number(entry)
        before, unlinked = self._link(entry, leaf)
        self._belong(entry)
        if unlinked:
            raise Unlinked(before, unlinked)
        if entry["moved"]:
            self.moved += 1
            self._keys(entry)
        known = entry["authn"] in self.authn or len(self.authn) < _MOST_WAYS
        self.authn[entry["authn"] if known else "others"] += 1
        return entry

    def _number(self, entry: dict[str, Any]) -> None:
        expected = self.size + 1
        if entry["n"] != expected:
            self.size = max(self.size, entry["n"]) if entry["n"] - expected < _GAP else expected
            raise OutOfOrder(expected, entry["n"])
        self.size = expected

    def _belong(self, entry: dict[str, Any]) -> None:
        """Raise LineWrong where a line is of another log, of an earlier format, or of a model that is not there."""
        if not self.log:
            self.log = entry["log"]
        if entry["log"] != self.log or not _LOG.fullmatch(self.log):
            raise LineWrong(f"is of the log '{entry['log'][:40]}', and not of '{self.log[:40]}'")
        if entry["v"] < self.version:
            raise LineWrong(f"is of format {entry['v']}, and the one before of format {self.version}")
        self.version = entry["v"]
        if entry["model"] not in self.models:
            raise LineWrong(f"was judged by a model that is not there: {entry['model'][:64]}")
        for name in ("cause", "takes_back"):
            if entry[name] is not None and not 0 < entry[name] < entry["n"]:
                raise LineWrong(f"has {name} {entry[name]}, which is no earlier entry")

    def _link(self, entry: dict[str, Any], leaf: bytes) -> tuple[int, str]:
        """Add a line to its record's chain; return the number of the one before, and what is wrong between the two."""
        record, seq, prev = entry["record"], entry["seq"], entry["prev"]
        if record is None:
            return 0, "" if seq is None and prev is None else "names no record, and has a seq or a prev"
        name = record if len(record) <= _LONG else hashlib.sha256(record.encode()).hexdigest() + record[:_LONG]
        before = self._chains.get(name)
        self._chains[name] = _LAST.pack(entry["n"], seq or 0, leaf)
        n, steps, last = _LAST.unpack(before) if before else (0, 0, b"")
        expected = last.hex() or None
        if prev != expected:
            return n, f"follows a line of {record[:40]} of hash {prev}, and the one before it has {expected}"
        steps += is_move(entry)
        return n, "" if seq == steps else f"is step {seq} of {record[:40]}, where step {steps} was to come"

    def _keys(self, entry: dict[str, Any]) -> None:
        try:
            self.keyring.take(entry)
        except NoteWrong as error:
            raise LineWrong(str(error)) from None


def entry_in(line: bytes) -> dict[str, Any]:
    """Return the entry in a line. Raises LineWrong where it is not canonical, or not an entry."""
    if len(line) > LONGEST_LINE:
        raise LineWrong(f"has {len(line):,} bytes, and a line has at most {LONGEST_LINE:,}")
    try:
        entry = _decode(line)
        plain = _encode(entry) == line and line.isascii() and _MANY_DIGITS not in line.translate(_DIGITS)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        plain = False
    if not plain:
        entry = _slowly(line)
    if not isinstance(entry, dict):
        raise LineWrong("is not an object of JSON")
    _check_shape(entry)
    return entry


def _check_shape(entry: dict[str, Any]) -> None:
    wanted = KEYS.get(entry.get("v", 0)) if type(entry.get("v")) is int else None
    if wanted is None:
        raise LineWrong(f"is of format {str(entry.get('v'))[:40]}, which this version does not know")
    if entry.keys() != wanted:
        missing, needless = sorted(wanted - entry.keys()), sorted(entry.keys() - wanted - _OPTIONAL)
        if missing or needless:
            told = [f"lacks '{name}'" for name in missing] + [f"has '{name[:40]}' besides" for name in needless]
            raise LineWrong(" and ".join(told))
    for name, types in _TYPES.items():
        if type(entry[name]) not in types:
            raise LineWrong(f"has in '{name}' what does not belong there")
    if not _AT.fullmatch(entry["at"]):
        raise LineWrong(f"was recorded at no moment: {entry['at'][:40]!r}")
    if entry["v"] > 1 and type(entry["attachments"]) is not list:
        raise LineWrong("has in 'attachments' what does not belong there")
    if entry["n"] < 1 or (entry["seq"] or 0) < 0:
        raise LineWrong("counts below its first number")


def _slowly(line: bytes) -> Any:
    """Return what a line holds, found with the standard library; say what is wrong with it."""
    try:
        text = line.decode()
        entry = json.loads(text, parse_float=_refuse_float, parse_constant=_refuse_float, object_pairs_hook=_once)
        again = canonical_line(entry) if isinstance(entry, dict) else ""
    except UnicodeDecodeError:
        raise LineWrong("is not UTF-8") from None
    except NotCanonical as error:
        raise LineWrong(f"is outside the format: {error}") from None
    except (ValueError, RecursionError) as error:
        raise LineWrong(f"is not JSON: {str(error) or 'nested too deeply'}") from None
    if again != text:
        at = next((n for n, (one, other) in enumerate(zip(text, again, strict=False)) if one != other), len(again))
        raise LineWrong(f"is not canonical JSON, from character {at + 1} on")
    return entry


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(name for name, many in Counter(name for name, _ in pairs).items() if many > 1)
        raise LineWrong(f"has '{twice[:40]}' twice")
    return found
