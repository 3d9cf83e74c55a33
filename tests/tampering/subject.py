"""What is tampered with: a Board with a history, its keys, checkpoints that were kept elsewhere, and its bundle."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from peoplezones.audit.export import export
from peoplezones.audit.keyring import origin_of
from peoplezones.audit.note import COSIGNATURE, ED25519, Checkpoint, Note, PublicKey, Signature, sign
from peoplezones.domain import merkle
from peoplezones.domain.canonical import canonical_line, commitment
from peoplezones.service import Erasing
from peoplezones.store.tree import Tree
from tests.engine import Engine

WITNESS = "witness.example/second-agency"
PAPER = b"The paper on which the first key was agreed.\n"

Members = dict[str, bytes]


class Signer:
    """A secret key and what it is called: signs notes, or with `at` cosigns checkpoints."""

    def __init__(self, name: str, seed: str, at: int | None = None) -> None:
        self.name, self.at = name, at
        self.secret = hashlib.sha256(seed.encode()).digest()
        public = Ed25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw()
        self.key = PublicKey(name, ED25519 if at is None else COSIGNATURE, public)

    def __call__(self, text: str) -> Signature:
        """Return a signature of a text."""
        return sign(text, self.name, self.secret, self.at)


@dataclass(frozen=True)
class Subject:
    """A Board's database file in bytes, the members of its bundle, its keys, and checkpoints kept elsewhere."""

    database: bytes
    members: Members
    first: Signer
    second: Signer
    witness: Signer
    kept: tuple[str, ...]

    @property
    def lines(self) -> list[bytes]:
        """The lines of the log."""
        return lines_of(self.members)


def lines_of(members: Members) -> list[bytes]:
    """Return the lines of the log in a bundle, without their ends."""
    return members["log.jsonl"].split(b"\n")[:-1]


def entries_of(members: Members) -> list[dict[str, Any]]:
    """Return the entries of the log in a bundle."""
    return [json.loads(line) for line in lines_of(members)]


def a_board(folder: Path) -> Subject:
    """Make a Board with refusals, corrections, personal values, two keys, an attachment, and four checkpoints.

    What it draws at random (its name, salts) is drawn from a seed, so that it is the same each time.
    """
    rng = Random("a Board")
    with patch("os.urandom", rng.randbytes), patch("secrets.token_hex", lambda size: rng.randbytes(size).hex()):
        return _a_board(folder)


def _a_board(folder: Path) -> Subject:
    engine = Engine(folder / "board.db", "allotment")
    engine.people("Bob", "Cy")
    origin = origin_of(engine.sql("select log from head")[0][0])
    first, second = Signer(origin, "first"), Signer(origin, "second")
    witness = Signer(WITNESS, "witness", 1_790_000_000)
    live(engine, 1, 8)
    write_on(engine, str(first.key), PAPER)
    live(engine, 9, 17)
    checkpoints = [checkpoint(engine, first), checkpoint(engine, first, witness)]
    live(engine, 18, 23)
    decision = engine.board.register_key(str(second.key), replaces=first.key.id.hex(), entered_by="PE-001")
    assert decision.moved, decision.reasons
    live(engine, 24, 26)
    checkpoints.append(checkpoint(engine, first, second, witness))
    live(engine, 27, 30)
    engine.board.erase(Erasing(records=("PL-2026-007", "PE-003"), entered_by="PE-001", basis="mistake"))
    last = checkpoint(engine, second, witness)
    out = io.BytesIO()
    export(engine.board.engine, out, sign=[second], checkpoints=checkpoints, witnesses=[witness.key], personal=True)
    engine.board.close()
    members = unpacked(out.getvalue())
    members[f"attachments/{hashlib.sha256(PAPER).hexdigest()}"] = PAPER
    return Subject(backup(engine.path), sealed(members, second), first, second, witness, (checkpoints[1], last))


def live(engine: Engine, first: int, last: int) -> None:
    """Take some plots through a season: part of it is refused, and part put right afterwards."""
    for number in range(first, last + 1):
        plot = f"PL-2026-{number:03}"
        engine.do("plot", "propose", name=f"Plot {number}", rent="12.50", on="2026-01-02", key=f"k{number}")
        engine.do("plot", "ask", plot, members=["Bob", "Cy"], on="2026-01-02")
        engine.do("pledge", "pledge", f"PG-{2 * number - 1:03}", by="PE-002", hours=5, on="2026-01-03")
        engine.why_not("plot", "plant", plot, by="PE-002", on="2026-01-03")
        engine.do("pledge", "pledge", f"PG-{2 * number:03}", by="PE-003", hours=5, on="2026-01-03")
        engine.do("plot", "amend", plot, rent="3", reason=f"slip of plot {number}", document=f"letter {number}")
        engine.why_not("plot", "propose", name="Never", by="PE-003", on="2027-01-01")


def write_on(engine: Engine, key: str, paper: bytes) -> None:
    """Write one more entry, past the service: it puts a key of the log in force, and has a paper attached."""
    with engine.board.engine.begin() as connection:
        size, frontier = connection.exec_driver_sql("select size, frontier from head").one()
        entry = json.loads(connection.exec_driver_sql("select line from entry where n = 1").scalar_one())
        at = f"{engine.clock():%Y-%m-%dT%H:%M:%S.%fZ}"
        asked = {"key": key}
        entry |= {"n": size + 1, "at": at, "transition": "register_key", "asked": asked, "changes": asked, "opened": []}
        digest, salt = hashlib.sha256(paper).hexdigest(), hashlib.sha256(b"salt").digest()
        entry["document"] = commitment(salt, "document", digest)
        entry["attachments"] = [entry["document"]]
        line = canonical_line(entry)
        columns = (entry["n"], None, None, "act", "register_key", 1, entry["on"], at, entry["actor"], None, None, line)
        connection.exec_driver_sql(f"insert into entry values ({', '.join('?' * len(columns))})", columns)
        value = (entry["document"], entry["n"], None, "document", salt, digest)
        connection.exec_driver_sql("insert into personal values (?, ?, ?, ?, ?, ?)", value)
        kept = (digest, len(paper), "text/plain", paper)
        connection.exec_driver_sql("insert into blob values (?, ?, ?, ?)", kept)
        tree = Tree()
        tree.begin(frontier)
        now = (size + 1, at, tree.grow(connection, size, [line]))
        connection.exec_driver_sql("update head set size = ?, recorded = ?, frontier = ?", now)


def checkpoint(engine: Engine, *signers: Signer) -> str:
    """Take a checkpoint of a Board as it stands."""
    now = export(engine.board.engine, io.BytesIO())
    return str(Note(now.text, tuple(signer(now.text) for signer in signers)))


def backup(path: Path) -> bytes:
    """Return a database as one file, in bytes, which no longer says that a write-ahead log belongs to it."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(":memory:")) as target:
        source.backup(target)
        content = target.serialize()
    return content[:18] + b"\1\1" + content[20:]


def unpacked(bundle: bytes) -> Members:
    """Return the members of a bundle by name."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def packed(members: Members, path: Path) -> Path:
    """Write a bundle with these members, and return where."""
    with zipfile.ZipFile(path, "w") as zipped:
        for name, content in members.items():
            zipped.writestr(zipfile.ZipInfo(name), content)
    return path


def sealed(members: Members, signer: Signer | None = None, head: Sequence[str] = ()) -> Members:
    """Return the members with a MANIFEST that lists them as they are; signed, if there is a key to sign it.

    `head` are origin, size and root; without it, what the old one says stays.
    """
    said = head or members["MANIFEST"].decode().split("\n")[1:4]
    rest = {name: content for name, content in members.items() if name != "MANIFEST"}
    lines = [f"{hashlib.sha256(rest[name]).hexdigest()} {len(rest[name])} {name}" for name in sorted(rest)]
    text = "".join(f"{line}\n" for line in ["peoplezones-bundle/v1", *said, *lines])
    return rest | {"MANIFEST": (str(Note(text, (signer(text),))) if signer else text).encode()}


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root of the tree over some leaves."""
    frontier: merkle.Frontier = ()
    for size, leaf in enumerate(leaves):
        frontier, _ = merkle.append(size, frontier, leaf)
    return merkle.root(frontier)


def regrown(members: Members, signer: Signer | None = None) -> Members:
    """Return the members with leaves and MANIFEST as their lines make them."""
    lines = lines_of(members)
    leaves = [merkle.leaf(line) for line in lines]
    now = Checkpoint(members["MANIFEST"].decode().split("\n")[1], len(lines), root_of(leaves))
    return sealed(members | {"leaves": b"".join(leaves)}, signer, now.text.split("\n")[:3])
