"""What comes back from witnesses: their cosignatures, checked before they are added to what is kept."""

from __future__ import annotations

from collections.abc import Sequence

from peoplezones.domain.errors import UsageError
from peoplezones.domain.public_key import COSIGNATURE, NoteWrong, PublicKey

from .checkpoint import Head, prove_growth
from .note import Note, read_checkpoint, signed_by


def witnessed(now: Head, note: Note, witnesses: Sequence[PublicKey]) -> Note:
    """Return a checkpoint of this log with the signatures of its own keys and of these witnesses, and no others.

    Raises UsageError, NoteWrong, and LogRewritten where it is not a checkpoint of the log as it is.
    """
    if not witnesses or any(key.kind != COSIGNATURE for key in witnesses):
        raise UsageError("name the public keys of the witnesses: --trust KEY ('peoplezones witness new' shows it)")
    prove_growth(now, note, now.at(now.size), "the cosigned checkpoint")
    known = {(one.key.name, one.key.id) for one in signed_by(note, [*now.public_keys(), *witnesses])}
    if not any((key.name, key.id) in known for key in witnesses):
        raise NoteWrong(f"none of these witnesses has cosigned the log at {read_checkpoint(note).size:,} entries")
    return Note(note.text, tuple(one for one in note.signatures if (one.name, one.id) in known))
