"""Taking a checkpoint: what the log says of itself is looked over, compared with what was said before, and signed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, bindparam, select

from peoplezones.domain import merkle
from peoplezones.domain.errors import PeopleZonesError, StoreError, UsageError
from peoplezones.domain.keys import LogKey, origin_of
from peoplezones.domain.public_key import PublicKey
from peoplezones.store.tables import entry, head
from peoplezones.store.tree import Hashes, unpacked

from .keys import NoKey, key_in_force, keys_of
from .note import Checkpoint, Note, NoteWrong, read_checkpoint, signed_by
from .secret import Secret

_LOOKED_AT = 256  # of the last entries, whose lines are compared with the tree


class LogRewritten(PeopleZonesError):
    """The log is not the one of which an earlier checkpoint speaks."""


class Head(msgspec.Struct, frozen=True):
    """The log as it stands in one transaction: its origin, its size, its keys, and the hashes of its tree."""

    origin: str
    size: int
    keys: tuple[LogKey, ...]
    hashes: Hashes

    def at(self, size: int) -> Checkpoint:
        """Return what the log says of itself at a size. Raises UsageError where it has never been that large."""
        if not 0 < size <= self.size:
            raise UsageError(f"the log has {self.size:,} entries, so there is nothing to say of {size:,}")
        return Checkpoint(self.origin, size, merkle.root(merkle.frontier_of(size, self.hashes)))

    def public_keys(self) -> list[PublicKey]:
        """Return every key that the log ever had."""
        return [key.key for key in self.keys]


def head_of(connection: Connection) -> Head:
    """Return the log as it stands, once it agrees with itself: its head, its tree, its last lines and its keys.

    Raises StoreError where they do not agree. (That every line is as it was is for `audit verify` to say.)
    """
    row = connection.execute(select(head)).one()
    hashes = Hashes(connection)
    if merkle.frontier_of(row.size, hashes) != _frontier(row.frontier):
        raise _disagrees("the tree", "the head")
    last = select(entry.c.n, entry.c.line).order_by(entry.c.n.desc()).limit(_LOOKED_AT)
    for place, (n, line) in enumerate(connection.execute(last)):
        if n != row.size - place:
            raise _disagrees(f"entry {n} is found where {row.size - place} should be, and the log", "the head")
        _check_line(hashes, row.log, n, line)
    keys = keys_of(connection)
    for key in keys:
        _check_line(hashes, row.log, key.n, connection.execute(_LINE, {"n": key.n}).scalar_one())
    return Head(origin_of(row.log), row.size, keys, hashes)


_LINE = select(entry.c.line).where(entry.c.n == bindparam("n"))


def _frontier(kept: object) -> merkle.Frontier:
    return unpacked(bytes(kept)) if isinstance(kept, bytes | memoryview) else ()


def _check_line(hashes: Hashes, log: str, n: int, line: object) -> None:
    """Raise StoreError unless the line of an entry is the one of which the tree has the hash, and of this log."""
    text = line if isinstance(line, str) else ""
    if hashes(0, n - 1) != merkle.leaf(text.encode(errors="surrogatepass")) or f'"log":"{log}"' not in text:
        raise _disagrees(f"entry {n}", "the tree")


def _disagrees(what: str, other: str) -> StoreError:
    return StoreError(
        f"{what} does not agree with {other}, so nothing is signed: 'peoplezones audit verify' tells what is wrong; "
        "keep this database as it is, and put a backup in its place"
    )


def take(now: Head, secrets: Sequence[Secret], size: int = 0) -> Note:
    """Return the signed checkpoint of the log as it stands, or at a size that it had.

    Raises NoKey, UsageError where these are not the keys that may sign.
    """
    said = now.at(size or now.size)
    _check_keys(now, secrets, said.size)
    return Note(said.text, tuple(secret.sign(said.text) for secret in secrets))


def _check_keys(now: Head, secrets: Sequence[Secret], size: int) -> None:
    if not secrets:
        raise NoKey
    known = {str(key.key): key for key in now.keys}
    for secret in secrets:
        if str(secret.public) not in known:
            raise UsageError(
                f"the key {secret.public.id.hex()} was never registered in this log ({now.origin}); "
                "'peoplezones audit key show' tells which were"
            )
    needed = key_in_force(now.keys, size)
    if needed is None:
        raise UsageError(
            f"at {size:,} entries no key had been registered yet; the first came with entry {now.keys[0].n}"
        )
    if needed.key not in [secret.public for secret in secrets]:
        raise UsageError(f"at {size:,} entries the key {needed.id} is in force, and must sign (others may beside it)")


def prove_growth(now: Head, kept: Note, said: Checkpoint, where: str = "") -> list[bytes]:
    """Return the proof that the log as `said` now begins with the log of a checkpoint that was kept.

    Raises LogRewritten where it does not, NoteWrong where no key of this log has signed what was kept.
    """
    before = read_checkpoint(kept)
    if before.origin != said.origin:
        raise UsageError(
            f"{where or 'the earlier checkpoint'} is of another log ({before.origin}; this is {said.origin})"
        )
    if not signed_by(kept, now.public_keys()):
        raise NoteWrong(
            f"{where or 'the earlier checkpoint'} is signed by no key that this log has: either somebody else put it "
            "there, or this is not the log that it was; find out which before anything else is signed"
        )
    if before.size > now.size:
        raise LogRewritten(_rewritten(f"it had {before.size:,} entries, and now has {now.size:,}", where))
    if before.size > said.size:
        raise UsageError(f"{where or 'the earlier checkpoint'} is of {before.size:,} entries, more than {said.size:,}")
    path = growth(now, before.size, said)
    try:
        merkle.check_consistency(before.size, before.root, said.size, said.root, path)
    except merkle.ProofWrong:
        raise LogRewritten(_rewritten(f"its first {before.size:,} entries are not what they were", where)) from None
    return path


def growth(now: Head, old: int, said: Checkpoint) -> list[bytes]:
    """Return the proof that the log as `said` begins with what it was at `old` entries. Raises UsageError."""
    if old > said.size:
        raise UsageError(f"a log of {said.size:,} entries cannot have grown from one of {old:,}")
    if not old:
        return []
    path = merkle.consistency(old, said.size, now.hashes)
    merkle.check_consistency(old, now.at(old).root, said.size, said.root, path)
    return path


def _rewritten(found: str, where: str) -> str:
    return (
        f"the log was rewritten, cut short or put back to an earlier state: {found}. "
        f"{where or 'The earlier checkpoint'} is the proof: keep it, and do not sign anything. If a backup was put "
        "back by right, the entries since are lost, and everybody who keeps checkpoints must hear of it; "
        "'peoplezones audit verify --against' tells how far back things are certain"
    )
