"""The witness that a second agency runs: it cosigns a log only as that grows, and never two that do not agree.

It needs no database: a key of its own, a folder in which it remembers the last checkpoint of each log, and the requests
that logs make (`request`). What it answers is C2SP tlog-cosignature; how it decides is C2SP tlog-witness.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from peoplezones.domain import merkle
from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.public_key import ED25519, NoteWrong, PublicKey

from .note import Note, Signature, checkpoint_in, signed_by
from .request import WitnessRequest
from .secret import Secret
from .witness_state import Seen, State


class WitnessRefuses(PeopleZonesError):
    """The witness does not cosign this."""

    exit_code = 3


def trust(state: State, key: PublicKey, *, replace: bool = False) -> Seen:
    """Trust a log's key: at once for a log that is new, else from the checkpoint that the old key has signed, too.

    `replace` puts it in the place of the old one at once. Raises WitnessRefuses.
    """
    if key.kind != ED25519:
        raise WitnessRefuses(f"this is the key of a witness; a log's key is needed ('{key.name}' is no log)")
    before = state.seen(key.name)
    if before is None or replace:
        after = Seen(key) if before is None else msgspec.structs.replace(before, key=key, following=None)
    elif before.key == key:
        return before
    else:
        after = msgspec.structs.replace(before, following=key)
    state.put(after)
    return after


def cosign(state: State, secret: Secret, request: WitnessRequest, clock: Callable[[], float]) -> Note:
    """Return the checkpoint with the cosignature of this witness, which remembers it before it gives it out.

    Raises WitnessRefuses; where the log has signed what cannot be true, the request is kept as evidence.
    """
    before = state.seen(request.said.origin)
    if before is None:
        raise WitnessRefuses(
            f"this witness does not know the log {request.said.origin}: 'peoplezones witness trust' with the log's "
            "key, which its Board has given you by another way than this request"
        )
    signed = _signed(before, request.note)
    try:
        _check_growth(before, request)
    except _Contradicts as contradiction:
        kept = state.keep_evidence(str(request))
        raise WitnessRefuses(
            f"refused: {contradiction}. The request, with a checkpoint that the log has signed, is kept as evidence in "
            f"'{kept}'. Ask the Board how this came about; if it cannot show the growth, tell the auditors"
        ) from None
    cosigned = _with_cosignature(request.note, signed, secret, int(clock()))
    after = before
    if before.following in signed:
        after = Seen(before.following, None)
    state.put(msgspec.structs.replace(after, note=cosigned, said=request.said))
    return cosigned


def _signed(seen: Seen, note: Note) -> list[PublicKey]:
    """Return which of the log's keys, the one that may follow among them, have signed. Raises WitnessRefuses."""
    known = [seen.key, *([seen.following] if seen.following else [])]
    try:
        signed = [one.key for one in signed_by(note, known)]
    except NoteWrong as wrong:
        raise WitnessRefuses(f"refused: {wrong}") from None
    if seen.key not in signed:
        raise WitnessRefuses(
            f"refused: the key {seen.key.id.hex()}, by which this witness knows the log, has not signed. If the log "
            "has a new key: 'peoplezones witness trust' that one, and ask for a checkpoint that both have signed"
        )
    return signed


class _Contradicts(Exception):
    """What the log has signed cannot be true together with what it signed before."""


def _check_growth(before: Seen, request: WitnessRequest) -> None:
    """Raise unless the log is proved to have grown from what was cosigned last."""
    said, last = request.said, before.said
    if said.size < before.size:
        raise _Contradicts(
            f"the log had {before.size:,} entries when it was last cosigned, and this says {said.size:,}: it was cut "
            "short, or put back to an earlier state (or this is an old request, sent again)"
        )
    if last is not None and said.size == last.size and said.root != last.root:
        raise _Contradicts(f"there are two different logs of {said.size:,} entries: it was rewritten, or forked")
    if said == last:
        return  # asked again, as after an answer that was lost
    if request.old != before.size:
        raise WitnessRefuses(
            f"the proof begins at {request.old:,} entries, and this witness has last seen {before.size:,}: ask for "
            f"'peoplezones audit checkpoint --for-witness {before.size}'"
        )
    try:
        if last is None or last.size == 0:
            _check_first(request)
        else:
            merkle.check_consistency(last.size, last.root, said.size, said.root, request.path)
    except merkle.ProofWrong as wrong:
        raise _Contradicts(
            f"it is not shown that the log still begins with the {before.size:,} entries that were cosigned ({wrong}): "
            "it was rewritten, or the proof is of another log"
        ) from None


def _check_first(request: WitnessRequest) -> None:
    if request.path:
        raise merkle.ProofWrong("there is nothing yet to prove it from")
    if request.said.size == 0 and request.said.root != merkle.EMPTY:
        raise merkle.ProofWrong("an empty log has another root")


def _with_cosignature(note: Note, keys: list[PublicKey], secret: Secret, at: int) -> Note:
    """Return the note with our cosignature, and those signatures of the log that were checked; no others."""
    known = {(key.name, key.id) for key in keys}
    checked: dict[tuple[str, bytes], Signature] = {}
    for one in note.signatures:
        if (one.name, one.id) in known:
            checked.setdefault((one.name, one.id), one)
    cosigned = Note(note.text, (*checked.values(), secret.sign(note.text, at)))
    checkpoint_in(str(cosigned))  # or what is remembered could not be read again
    return cosigned
