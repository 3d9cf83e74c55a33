"""Writing a bundle: the log, its leaves, models, keys and checkpoints, for whoever wants to check it without us.

Nothing is checked and nothing is left out: a log that is not whole is exported as it stands, for that is evidence. The
format is that of docs/log-format.md, "The bundle".
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from sqlalchemy import Connection, Engine, select

from peoplezones.domain import merkle
from peoplezones.domain.canonical import canonical
from peoplezones.store import tables
from peoplezones.store.database import place_of, reading
from peoplezones.store.dialects import need_personal
from peoplezones.store.files import all_digests
from peoplezones.store.tree import unpacked

from .as_kept import in_bytes, line_as_kept
from .bundle import KEYS, LEAVES, LOG, MANIFEST, PERSONAL, README, Listed, Manifest
from .keyring import REGISTER_KEY, Keyring, origin_of
from .lines import LineWrong, entry_in
from .note import Checkpoint, Note, NoteWrong, PublicKey, Signature, read_checkpoint, read_note
from .walk import Progress

Sign = Callable[[str], Signature]
_AT_ONCE = 1_000
_DAY_ONE = (1980, 1, 1, 0, 0, 0)  # of every member, so that one log always makes one bundle


def export(
    engine: Engine,
    out: BinaryIO,
    *,
    sign: Sequence[Sign] = (),
    checkpoints: Sequence[str] = (),
    witnesses: Sequence[PublicKey] = (),
    personal: bool = False,
    attachments: bool = False,
    progress: Progress | None = None,
) -> Checkpoint:
    """Write a Board's log as it stands to `out`; return its size and root.

    `sign` are the log's keys, with which a new checkpoint and the manifest are signed; `checkpoints` are those taken
    before, as text. Personal values are left out unless asked for, and so are attachments, which come with the personal
    values: those say where they belong. Raises NoteWrong where one is no checkpoint, DatabaseForbidden where personal
    values are asked for and hidden from us.
    """
    with reading(engine) as connection:
        if personal or attachments:
            need_personal(connection, place_of(engine))
    with reading(engine) as connection, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        head = connection.execute(select(tables.head)).one()
        root = merkle.root(unpacked(bytes(head.frontier)))
        now = Checkpoint(origin_of(head.log), head.size, root)
        writer = _Writer(zipped)
        kept = [*map(_checked, checkpoints), *([Note(now.text, tuple(s(now.text) for s in sign))] if sign else [])]
        writer.put(README, [_README.format(origin=now.origin, size=now.size, root=root.hex()).encode()])
        writer.put(LOG, _lines(connection, head.size, progress))
        writer.put(LEAVES, _leaves(connection))
        for row in connection.execute(select(tables.operating_model).order_by(tables.operating_model.c.adopted)):
            writer.put(f"models/{row.digest}.json", [_model(row.texts)])
        keys = [*_keys(connection), *witnesses]
        writer.put(KEYS, [f"{key}\n".encode() for key in keys])
        for number, note in enumerate(sorted(kept, key=lambda note: read_checkpoint(note).size), 1):
            writer.put(f"checkpoints/{number}.txt", [str(note).encode()])
        if personal or attachments:
            writer.put(PERSONAL, _values(connection))
        for digest in all_digests(connection) if attachments else ():
            writer.put(f"attachments/{digest}", [_file(connection, digest)])
        manifest = Manifest(now, tuple(sorted(writer.listed, key=lambda one: one.name)))
        signed = Note(manifest.text, tuple(s(manifest.text) for s in sign)) if sign else manifest.text
        writer.put(MANIFEST, [str(signed).encode()])
        return now


class _Writer:
    """Writes members, and lists each with its length and digest."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zip = zipped
        self.listed: list[Listed] = []

    def put(self, name: str, blocks: Iterable[bytes]) -> None:
        sha, size = hashlib.sha256(), 0
        with self._member(name) as file:
            for block in blocks:
                sha.update(block)
                size += len(block)
                file.write(block)
        self.listed.append(Listed(name, size, sha.hexdigest()))

    @contextmanager
    def _member(self, name: str) -> Iterator[BinaryIO]:
        info = zipfile.ZipInfo(name, _DAY_ONE)
        info.compress_type = zipfile.ZIP_STORED if name == LEAVES else zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        with self._zip.open(info, "w", force_zip64=True) as file:
            yield file  # type: ignore[misc]


def _lines(connection: Connection, total: int, progress: Progress | None) -> Iterator[bytes]:
    statement = select(line_as_kept(connection)).order_by(tables.entry.c.n)
    done = 0
    for rows in connection.execute(statement, execution_options={"yield_per": _AT_ONCE}).scalars().partitions():
        yield b"".join(in_bytes(line) + b"\n" for line in rows)
        done += len(rows)
        if progress:
            progress(done, total)


def _leaves(connection: Connection) -> Iterator[bytes]:
    tile = tables.tile
    statement = select(tile.c.hashes).where(tile.c.level == 0).order_by(tile.c.idx)
    yield from map(bytes, connection.execute(statement, execution_options={"yield_per": _AT_ONCE}).scalars())


def _model(texts: str) -> bytes:
    return json.dumps(json.loads(texts), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _keys(connection: Connection) -> list[PublicKey]:
    """Return the keys that the log's entries put in force."""
    keyring = Keyring()
    of_keys = tables.entry.c.transition == REGISTER_KEY, tables.entry.c.moved == 1
    statement = select(line_as_kept(connection)).where(*of_keys)
    for line in connection.execute(statement.order_by(tables.entry.c.n)).scalars():
        try:
            keyring.take(entry_in(in_bytes(line)))
        except (LineWrong, NoteWrong):
            break  # `verify` tells what is wrong with it
    return keyring.known()


def _values(connection: Connection) -> Iterator[bytes]:
    personal = tables.personal
    statement = select(personal).order_by(personal.c.n, personal.c.commitment)
    for row in connection.execute(statement, execution_options={"yield_per": _AT_ONCE}):
        salt = row.salt.hex() if isinstance(row.salt, bytes) else ""
        one = {"n": row.n, "commitment": row.commitment, "field": row.field, "salt": salt, "value": row.value}
        yield f"{canonical(one)}\n".encode()


def _file(connection: Connection, digest: str) -> bytes:
    found = connection.execute(select(tables.blob.c.content).where(tables.blob.c.sha256 == digest)).scalar_one()
    return found if isinstance(found, bytes) else str(found).encode(errors="surrogatepass")


def _checked(text: str) -> Note:
    note = read_note(text)
    read_checkpoint(note)
    return note


_README = """\
This is the log of a Prevention Board, kept with People Zones, for whoever wants to check it.

  log    {origin}
  size   {size} entries
  root   {root}

To check it, with People Zones installed:
  peoplezones audit verify THIS-FILE.zip --against A-CHECKPOINT-THAT-YOU-KEPT
  peoplezones audit replay THIS-FILE.zip
or with nothing but Python and the package `cryptography`, by the one file docs/verify.py of People Zones:
  python verify.py THIS-FILE.zip --checkpoint A-CHECKPOINT-THAT-YOU-KEPT

What each member holds and how to check it by other means: docs/log-format.md of People Zones.
A checkpoint that you (or a witness) kept is what shows that the log was not rewritten since. The keys in this file are
its own word; ask the Board for the id of its key by another way, and give it with --key.
"""
