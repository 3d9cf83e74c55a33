"""Is the log in this bundle whole? Offline: no database, no trust in whoever exported it.

The steps are those of docs/log-format.md, "How to check a bundle"; `docs/verify.py` does them a second time, with no
code of ours.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Sequence
from os import PathLike
from typing import Any

from peoplezones.domain.canonical import LONGEST_LINE, NotCanonical, canonical, commitment

from .attached import attached_in
from .bundle import KEYS, LEAVES, LOG, MANIFEST, PERSONAL, Bundle, BundleWrong, open_bundle
from .checkpoints import Bench, Held, held, sizes, strange
from .findings import Report
from .keyring import origin_of
from .note import COSIGNATURE, Note, NoteWrong, PublicKey, Witnessed, signed_by
from .reporting import report_of
from .walk import Progress, Walk

_HASH = 32
_SALT = _DIGEST = re.compile(r"[0-9a-f]{64}")
_VALUE_KEYS = {"n": int, "commitment": str, "field": str, "salt": str, "value": str}
_LONGEST_VALUE = 1 << 20
_EVERY = 1_000


def verify_bundle(
    path: str | PathLike[str],
    checkpoints: Sequence[Held] = (),
    trusted: Sequence[PublicKey] = (),
    progress: Progress | None = None,
) -> Report:
    """Verify a bundle, and hold checkpoints that were kept elsewhere against it. Raises BundleWrong if it is none."""
    with open_bundle(path) as bundle:
        every = [*(held(bundle.text(name), name, kept=False) for name in bundle.names("checkpoints")), *checkpoints]
        keys = bundle.keys()
        models = {name[len("models/") : -len(".json")] for name in bundle.names("models")}
        leaves = _Leaves(bundle)
        walk = Walk(models, leaves.at, sizes(every))
        _look_at_order(every, walk)
        bench = Bench(walk, trusted, [key for key in keys if key.kind == COSIGNATURE])
        personal = _Personal(bundle, walk)
        _look_at_models(bundle, walk)
        if _look_at_lines(bundle, walk, personal, progress):
            leaves.finish(walk)
            _look_at_manifest(bundle, walk, bench, keys, trusted)
            _look_at_keys(keys, walk)
            _look_at_the_rest(bundle, walk, personal.files)
            _look_for_attachments(bundle, walk, personal.files)
        bench.try_all(every, expected=True)
        return report_of(str(path), walk, bench, trusted)


class _Leaves:
    """The leaves in a bundle, read from the first to the last."""

    def __init__(self, bundle: Bundle) -> None:
        self._blocks = bundle.blocks(LEAVES)
        self._start, self._block = 0, b""  # index of the first leaf in the block
        self._wrong: BundleWrong | None = None

    def at(self, index: int) -> bytes:
        """Return the leaf at an index that is not before one asked for earlier; empty where there is none."""
        while index >= self._start + len(self._block) // _HASH:
            known = len(self._block) // _HASH * _HASH
            block = self._more()
            if not block:
                return b""
            self._start += known // _HASH
            self._block = self._block[known:] + block
        at = (index - self._start) * _HASH
        return self._block[at : at + _HASH] if at >= 0 else b""

    def finish(self, walk: Walk) -> None:
        """See that there are no more leaves than lines, and that the member is the one that the manifest lists."""
        if self.at(walk.count) or len(self._block) % _HASH:
            walk.findings.add(walk.count + 1, LEAVES, f"has more than the leaves of {walk.count:,} lines")
        while self._more():
            pass
        if self._wrong is not None:
            walk.findings.add(0, self._wrong.where, self._wrong.what)

    def _more(self) -> bytes:
        """Return the next block, empty at the end, or where no more can be read."""
        try:
            return next(self._blocks, b"")
        except BundleWrong as error:
            self._wrong = error
            return b""


def _look_at_models(bundle: Bundle, walk: Walk) -> None:
    for name in bundle.names("models"):
        if f"models/{hashlib.sha256(bundle.read(name)).hexdigest()}.json" != name:
            walk.findings.add(0, name, "is not the model of that digest")


def _look_at_lines(bundle: Bundle, walk: Walk, personal: _Personal, progress: Progress | None) -> bool:
    """Walk through the log and, beside it, the personal values; return whether to the end."""
    total = bundle.manifest.checkpoint.size
    try:
        for line in bundle.lines(LOG, LONGEST_LINE):
            entry = walk.take(line)
            personal.compare(entry["n"] if entry else walk.lines.size, line, attached_in(entry))
            if progress and walk.count % _EVERY == 0:
                progress(walk.count, total)
            if walk.findings.enough:
                return False
        personal.finish()
    except BundleWrong as error:  # what can be read of the lines has been looked at
        walk.findings.add(0, error.where, error.what)
    return True


def _look_at_order(checkpoints: Sequence[Held], walk: Walk) -> None:
    own = sizes([one for one in checkpoints if not one.kept])
    if own != sorted(own):
        walk.findings.add(0, "checkpoints", "are not numbered by size")


def _look_at_manifest(
    bundle: Bundle, walk: Walk, bench: Bench, keys: Sequence[PublicKey], trusted: Sequence[PublicKey]
) -> None:
    """Compare what the manifest says with the lines, and see who signed it."""
    said, findings = bundle.manifest.checkpoint, walk.findings
    own, same = said.origin == origin_of(walk.lines.log), said.root == walk.root(walk.count)
    if not walk.count:
        findings.add(0, LOG, "has no entry: a log has at least the one that founds the Board")
    elif not own:
        findings.add(0, MANIFEST, f"is of another log: {said.origin[:80]!r}")
    if said.size != walk.count:
        where = min(said.size, walk.count) + 1
        findings.add(where, MANIFEST, f"says that there are {said.size:,} entries, and there are {walk.count:,}")
    elif not same and not findings.wrong:
        findings.add(0, MANIFEST, "has another root than the lines: one of the two was altered")
    if bundle.note is None:
        return
    try:
        signers = _signers(bundle.note, walk, keys, trusted)
        if own and same and said.size == walk.count:
            bench.hear(MANIFEST, said.size, signers)
    except NoteWrong as error:
        findings.add(0, MANIFEST, str(error))


def _signers(note: Note, walk: Walk, keys: Sequence[PublicKey], trusted: Sequence[PublicKey]) -> list[Witnessed]:
    """Return who signed the manifest. Raises NoteWrong where it is not who had to."""
    known, needed = [*keys, *walk.lines.keyring.known(trusted)], walk.lines.keyring.at(walk.count)
    if stranger := strange(note, known):
        raise NoteWrong(f"is signed in the name of '{stranger}' with a key that is not there, or was altered")
    signers = signed_by(note, known)
    if not any(one.key == needed if needed else one.key in trusted for one in signers):
        raise NoteWrong(f"is not signed by the key in force ({needed.id.hex() if needed else 'there is none yet'})")
    return signers


def _look_at_keys(keys: list[PublicKey], walk: Walk) -> None:
    """See that the keys in the bundle are those that the log itself put in force, and then witnesses'."""
    own = walk.lines.keyring.known()
    if keys[: len(own)] != own or any(key.kind != COSIGNATURE for key in keys[len(own) :]):
        walk.findings.add(0, KEYS, "does not list the keys that the log's entries put in force, in that order")


def _look_at_the_rest(bundle: Bundle, walk: Walk, files: Collection[str]) -> None:
    """See that every member that nothing else looks at is the one listed; `files` belong to entries."""
    for name in (one for one in bundle.listed if one.startswith("attachments/") or one == "README.txt"):
        try:
            for _ in bundle.blocks(name):
                pass
            listed = bundle.listed[name]
            if name.startswith("attachments/") and not name.endswith(listed.digest):
                raise BundleWrong(name, "is not the file of that digest")
            if name.startswith("attachments/") and listed.digest not in files:
                raise BundleWrong(name, "belongs to no entry: none has committed to its digest in 'attachments'")
        except BundleWrong as error:
            walk.findings.add(0, error.where, error.what)


def _look_for_attachments(bundle: Bundle, walk: Walk, files: dict[str, int]) -> None:
    """See that, where there are attachments, none is missing."""
    there = {name.removeprefix("attachments/") for name in bundle.names("attachments")}
    for digest in sorted(files.keys() - there) if there else ():
        walk.findings.add(files[digest], f"attachments/{digest}", f"is missing: it came with entry {files[digest]}")


class _Personal:
    """The personal values of a bundle, walked through beside the lines that commit to them."""

    def __init__(self, bundle: Bundle, walk: Walk) -> None:
        there = PERSONAL in bundle.listed
        self._lines: Iterator[bytes] = bundle.lines(PERSONAL, _LONGEST_VALUE) if there else iter(())
        self._walk = walk
        self._next: dict[str, Any] | None = None
        self._number = 0
        self._last = (0, "")
        self.files: dict[str, int] = {}  # by digest: the entry with which it came
        self._advance()

    def compare(self, n: int, line: bytes, attached: Collection[str]) -> None:
        """Compare the values of entry `n` with its line; `attached` are its commitments to files."""
        while (one := self._next) is not None and one["n"] <= n:
            told = _value_wrong(one, line if one["n"] == n else b"")
            if told:
                self._walk.findings.add(one["n"], f"entry {one['n']}, personal value of '{one['field'][:40]}'", told)
            elif one["commitment"] in attached and _DIGEST.fullmatch(one["value"]):
                self.files.setdefault(one["value"], n)
            self._advance()

    def finish(self) -> None:
        """Tell of values that belong to no line."""
        if self._next is not None:
            self._walk.findings.add(0, PERSONAL, f"has a value of entry {self._next['n']}, which is not there")

    def _advance(self) -> None:
        """Go on to the next value that can be read."""
        self._next = None
        try:
            for line in self._lines:
                self._number += 1
                self._next = _value_in(line)
                where = f"{PERSONAL}, line {self._number}"
                if self._next is not None:
                    place = self._next["n"], self._next["commitment"]
                    if place <= self._last:
                        self._walk.findings.add(0, where, f"comes twice, or out of order, after entry {self._last[0]}")
                    self._last = place
                    return
                self._walk.findings.add(0, where, "is not a personal value in canonical JSON")
        except BundleWrong as error:
            self._walk.findings.add(0, error.where, error.what)


def _value_in(line: bytes) -> dict[str, Any] | None:
    if len(line) >= _LONGEST_VALUE:
        return None
    try:
        text = line.decode()
        found = json.loads(text)
        if not isinstance(found, dict) or canonical(found) != text:
            return None
    except (ValueError, RecursionError, NotCanonical):
        return None
    typed = found.keys() == _VALUE_KEYS.keys() and all(type(found[k]) is t for k, t in _VALUE_KEYS.items())
    return found if typed else None


def _value_wrong(one: dict[str, Any], line: bytes) -> str:
    if not _SALT.fullmatch(one["salt"]):
        return "has no salt of 32 bytes"
    if "\0" in one["field"]:
        return "has a field with a zero byte, so that it could be another value of another field"
    if commitment(bytes.fromhex(one["salt"]), one["field"], one["value"]) != one["commitment"]:
        return "is not the one that was committed to"
    return "" if f'"{one["commitment"]}"'.encode() in line else "is not one that the entry committed to"
