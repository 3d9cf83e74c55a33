"""The hashes of a proof as C2SP's proofs and witnesses' requests write them: base64, one a line."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from peoplezones.domain.public_key import NoteWrong, decoded

_MOST = 63  # levels of a tree that nobody will outgrow


def hashes_in(lines: Sequence[str]) -> tuple[bytes, ...]:
    """Return the hashes, 32 bytes each. Raises NoteWrong."""
    if len(lines) > _MOST:
        raise NoteWrong(f"a proof has at most {_MOST} hashes; this one has {len(lines)}")
    path = tuple(decoded(line, "a hash of the proof") for line in lines)
    if any(len(one) != 32 for one in path):
        raise NoteWrong("a hash of the proof is not of 32 bytes")
    return path


def written(path: Sequence[bytes]) -> str:
    """Return the lines of the hashes."""
    return "".join(f"{base64.b64encode(one).decode()}\n" for one in path)
