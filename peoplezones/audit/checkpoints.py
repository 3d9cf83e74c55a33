"""Checkpoints held against a log: whose they are, who signed them, and whether the tree at their size is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from .findings import Signed
from .keyring import origin_of
from .note import Checkpoint, Note, NoteWrong, PublicKey, Witnessed, read_checkpoint, read_note, signed_by
from .walk import Walk


class Held(msgspec.Struct, frozen=True):
    """A checkpoint that is to be held against a log; `kept` where it came from outside, `wrong` where it is none."""

    where: str
    kept: bool
    note: Note | None
    checkpoint: Checkpoint | None
    wrong: str = ""


def held(text: str, where: str, *, kept: bool) -> Held:
    """Return the checkpoint in a text, or why there is none."""
    try:
        note = read_note(text)
        return Held(where, kept, note, read_checkpoint(note))
    except NoteWrong as error:
        return Held(where, kept, None, None, str(error))


def sizes(checkpoints: Sequence[Held]) -> list[int]:
    """Return the sizes at which roots are wanted."""
    return [one.checkpoint.size for one in checkpoints if one.checkpoint]


class Bench:
    """Holds checkpoints against what was walked through, smallest first, and keeps how that came out.

    `trusted` are keys that the auditor has by another way; `known` those of witnesses whose names may be told.
    """

    def __init__(self, walk: Walk, trusted: Sequence[PublicKey], known: Sequence[PublicKey] = ()) -> None:
        self._walk = walk
        self._trusted = list(trusted)
        self._known = known
        self.signed: list[Signed] = []
        self._spoke: set[PublicKey] = set()  # those that signed something that counts
        self._counting: list[Signed] = []  # those that a trusted key has signed, where any is trusted

    def try_all(self, checkpoints: Sequence[Held], *, expected: bool = False) -> None:
        """Hold each against the log; what is wrong goes to the findings of the walk.

        Where there are trusted keys and checkpoints, or where these are `expected`, each such key must have signed one:
        a bundle from which the signatures of a witness were taken away shows nothing else that is wrong.
        """
        given = list(self._trusted)
        for one in checkpoints:
            if one.checkpoint is None:
                self._walk.findings.add(0, one.where, f"is none: {one.wrong}")
        for one in sorted((one for one in checkpoints if one.checkpoint), key=lambda one: one.checkpoint.size):  # type: ignore[union-attr]
            self._try(one)
        if self._trusted and (self.signed or expected) and not self._counting:
            self._walk.findings.add(0, "the checkpoints", "none that agrees is signed by a key that you trust")
        elif self.signed or expected:
            for key in (key for key in given if key not in self._spoke):
                told = f"none that agrees is signed by '{key.name}' ({key.id.hex()}), a key that you trust"
                self._walk.findings.add(0, "the checkpoints", told)

    @property
    def certain(self) -> int:
        """The number of the last entry that a checkpoint vouches for.

        Where one that was kept does not agree, whoever signed the others has signed two histories: they count no more.
        """
        two = any(one.kept and not one.agrees for one in self.signed)
        return max((one.size for one in self._counting if one.kept or not two), default=0)

    def _try(self, one: Held) -> None:
        assert one.note is not None
        assert one.checkpoint is not None
        signers: list[Witnessed] = []
        try:
            signers = self._signers(one.note, one.checkpoint, kept=one.kept)
            wrong = self._disagreement(one.checkpoint)
        except NoteWrong as error:
            wrong = 0, str(error)
        if wrong:
            self._walk.findings.add(wrong[0], one.where, wrong[1])
        by = tuple(map(named, signers))
        self.signed.append(Signed(one.where, one.checkpoint.size, by, one.kept, not wrong))
        if not wrong and (not self._trusted or self._trust(signers, one.checkpoint.size)):
            self._counting.append(self.signed[-1])

    def hear(self, where: str, size: int, signers: Sequence[Witnessed]) -> None:
        """Count something else that was signed over the log at a size, and agrees with it: a manifest."""
        if not self._trusted or self._trust(signers, size):
            self._counting.append(Signed(where, size, tuple(map(named, signers)), False, True))

    def _trust(self, signers: Sequence[Witnessed], size: int) -> bool:
        """Return whether a key that is trusted has signed; the log's key beside it is trusted, too, from then on."""
        keys = [signer.key for signer in signers]
        if not any(key in self._trusted for key in keys):
            return False
        self._spoke.update(keys)
        needed = self._walk.lines.keyring.at(size)
        if needed is not None and needed not in self._trusted:
            self._trusted.append(needed)
        return True

    def _signers(self, note: Note, checkpoint: Checkpoint, *, kept: bool) -> list[Witnessed]:
        """Return who signed. Raises NoteWrong where it is not who had to, or is of another log."""
        keyring = self._walk.lines.keyring
        if checkpoint.origin != origin_of(self._walk.lines.log):
            raise NoteWrong(f"is of another log: {checkpoint.origin[:80]!r}")
        if note.text != checkpoint.text or not checkpoint.size:
            raise NoteWrong("says more than the origin, the size and the root of a log, or is of one without entries")
        known = keyring.known([*self._trusted, *self._known])
        signers = signed_by(note, known)
        names = [one.key for one in signers]
        if not kept and (stranger := strange(note, known)):
            raise NoteWrong(f"is signed in the name of '{stranger}' with a key that is not there, or was altered")
        needed = keyring.at(checkpoint.size)
        if needed is None and not any(key in self._trusted for key in names):
            raise NoteWrong(f"vouches for {checkpoint.size:,} entries, when the log had no key yet")
        if needed is not None and needed not in names and checkpoint.size <= self._walk.count:
            raise NoteWrong(f"is not signed by the key that was in force then ({needed.id.hex()})")
        return signers

    def _disagreement(self, checkpoint: Checkpoint) -> tuple[int, str] | None:
        """Return from which entry on the log is not the one that was signed, and how; None where it is."""
        size, count = checkpoint.size, self._walk.count
        if size > count:
            how = "the last were cut off, or this is a copy from before"
            return count + 1, f"vouches for {size:,} entries, and there are only {count:,}: {how}"
        if self._walk.root(size) == checkpoint.root:
            return None
        where = f"between entries {self.certain + 1} and {size}" if self.certain + 1 < size else f"in entry {size}"
        if self._walk.kept_root(size) == checkpoint.root:
            return self._first(), f"the lines are not those that were signed, {where}; the hashes kept of them are"
        return self._first(), f"the log is not the one that was signed: it was altered {where}"

    def _first(self) -> int:
        """Return the first entry of which it is known already that it is wrong, or 0."""
        about = [one.entry for one in self._walk.findings.wrong if one.entry]
        return min(about, default=0)


def strange(note: Note, known: Sequence[PublicKey]) -> str:
    """Return the name of a known key under which another one signed, empty if there is none."""
    keys = {(key.name, key.id) for key in known}
    names = {key.name for key in known}
    return next((one.name for one in note.signatures if one.name in names and (one.name, one.id) not in keys), "")


def named(signer: Witnessed) -> str:
    """Return who signed, by name and id, and a witness with the moment that it says."""
    if signer.at is None:
        return f"{signer.key.name} ({signer.key.id.hex()})"
    try:
        when = datetime.fromtimestamp(signer.at, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError):
        when = f"{signer.at} seconds after 1970 began"
    return f"{signer.key.name}, a witness, at {when}"
