"""Bundles made to be taken, or refused, by one verifier alone: both must find something wrong, and neither may fail."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peoplezones.audit.bundle import BundleWrong
from peoplezones.audit.note import Note, PublicKey, Signature, read_note
from peoplezones.audit.replay import replay_bundle
from peoplezones.domain import merkle
from peoplezones.domain.canonical import canonical, canonical_line, commitment

from .subject import Members, Signer, Subject, a_board, entries_of, packed, regrown, sealed
from .verifiers import of_bundle, of_second

pytestmark = pytest.mark.sqlite

Entries = list[dict[str, Any]]


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    return a_board(tmp_path_factory.mktemp("board"))


def both(path: Path, *keys: PublicKey) -> tuple[tuple[bool, int], tuple[bool, int]]:
    """Return whether each verifier finds something wrong, and how far it calls the log certain."""
    one, other = of_bundle(path, (), keys), of_second(path, (), keys)
    return (one.found, one.certain), (other.found, other.certain)


def refused(members: Members, folder: Path, *keys: PublicKey) -> None:
    path = packed(members, folder / "bundle.zip")
    assert [found for found, _ in both(path, *keys)] == [True, True]


def bare(subject: Subject) -> Members:
    """Return the members without checkpoints."""
    return {name: content for name, content in subject.members.items() if not name.startswith("checkpoints/")}


def head(members: Members) -> str:
    """Return the text of a checkpoint of the whole log."""
    return "".join(f"{line}\n" for line in members["MANIFEST"].decode().split("\n")[1:4])


def rewritten(members: Members, change: Callable[[Entries], object], signer: Signer | None = None) -> Members:
    """Return the members with a log that was changed and linked again."""
    entries = entries_of(members)
    change(entries)
    last: dict[str, str] = {}
    lines = []
    for entry in entries:
        if entry["record"] is not None:
            entry["prev"] = last.get(entry["record"])
        lines.append(canonical_line(entry).encode())
        if entry["record"] is not None:
            last[entry["record"]] = merkle.leaf(lines[-1]).hex()
    return regrown(members | {"log.jsonl": b"".join(line + b"\n" for line in lines)}, signer)


def test_a_manifest_of_another_log_or_signed_falsely_is_wrong(subject: Subject, tmp_path: Path) -> None:
    members, man = subject.members, subject.members["MANIFEST"]
    refused(sealed(bare(subject), None, ["peoplezones/" + "0" * 32, *head(members).split("\n")[1:3]]), tmp_path)
    stranger = Signature(subject.first.name, b"none", b"x" * 64)
    false = Signature(subject.witness.name, subject.witness.key.id, b"x" * 72)
    refused(members | {"MANIFEST": man + str(stranger).encode()}, tmp_path)
    refused(members | {"MANIFEST": man + str(false).encode()}, tmp_path)


def test_a_log_without_entries_is_wrong(subject: Subject, tmp_path: Path) -> None:
    nothing = dict.fromkeys(("log.jsonl", "leaves", "keys.txt"), b"")
    members = {name: text for name, text in bare(subject).items() if name.partition("/")[0] not in ("attachments",)}
    del members["personal.jsonl"]
    said = [subject.first.name, "0", b64encode(merkle.EMPTY).decode()]
    refused(sealed(members | nothing, None, said), tmp_path)


def test_each_key_that_is_given_must_have_signed(subject: Subject, tmp_path: Path) -> None:
    text = head(subject.members)
    members = bare(subject) | {"checkpoints/1.txt": str(Note(text, (subject.second(text),))).encode()}
    members = sealed(members, subject.second)
    assert both(packed(members, tmp_path / "b.zip"), subject.second.key) == ((False, 280), (False, 280))
    refused(members, tmp_path, subject.second.key, subject.witness.key)
    members = sealed(bare(subject), subject.second)  # signed, and no checkpoint in it
    assert both(packed(members, tmp_path / "b.zip"), subject.second.key) == ((False, 280), (False, 280))


def test_a_forged_key_beside_a_true_signature_is_not_trusted(subject: Subject, tmp_path: Path) -> None:
    evil = Signer(subject.first.name, "evil")

    def forge(entries: Entries) -> None:
        last = [entry for entry in entries if entry["transition"] == "register_key"][-1]
        last["asked"] |= {"key": str(evil.key)}
        entries[50]["on"] = "1999-01-01"

    keys = subject.members["keys.txt"].replace(str(subject.second.key).encode(), str(evil.key).encode())
    members = rewritten(bare(subject) | {"keys.txt": keys}, forge)
    true, text = read_note(subject.members["checkpoints/3.txt"].decode()), head(members)
    signed = [one for one in true.signatures if one.id != subject.second.key.id]
    members["checkpoints/1.txt"] = str(Note(true.text, (*signed, evil(true.text)))).encode()
    members["checkpoints/2.txt"] = str(Note(text, (evil(text),))).encode()
    path = packed(sealed(members, evil), tmp_path / "b.zip")
    for key in (subject.witness.key, subject.first.key):
        assert of_bundle(path, (), [key]).certain == 0
        assert of_bundle(path, (), [key]).found
        assert "by what you gave (without it, all may be made up): nothing" in of_second(path, (), [key]).text


def test_checkpoints_are_numbered_by_size_and_say_nothing_more(subject: Subject, tmp_path: Path) -> None:
    notes = [subject.members[f"checkpoints/{n}.txt"].decode() for n in (1, 2, 3, 4)]
    more = read_note(notes[3]).text + "and more\n"
    empty = f"{subject.first.name}\n0\n{b64encode(merkle.EMPTY).decode()}\n"
    signed = [str(Note(text, (subject.second(text),))) for text in (more, empty)]
    for kept in ({2: notes[3]}, {1: notes[3], 2: notes[0]}, {1: signed[0]}, {1: signed[1], 2: notes[3]}):
        members = {f"checkpoints/{n}.txt": text.encode() for n, text in kept.items()}
        refused(sealed(bare(subject) | members, subject.second), tmp_path, subject.second.key)


@pytest.mark.parametrize("keys", ["{}\n", "\n{}", "{}\r\n", " {}"], ids=ascii)
def test_keys_are_one_a_line(subject: Subject, tmp_path: Path, keys: str) -> None:
    text = keys.format(subject.members["keys.txt"].decode())
    refused(sealed(subject.members | {"keys.txt": text.encode()}, subject.second), tmp_path)
    short = subject.members["keys.txt"][:-1]
    for content in (short, short + b"A", short + b"\xc2\x85"):
        refused(sealed(subject.members | {"keys.txt": content}, subject.second), tmp_path)


def test_a_note_has_no_control_character_in_a_name(subject: Subject, tmp_path: Path) -> None:
    note = subject.members["checkpoints/3.txt"] + "\u2014 a\0b AAAAAAAA\n".encode()
    refused(sealed(subject.members | {"checkpoints/3.txt": note}, subject.second), tmp_path)


def registering(entries: Entries) -> dict[str, Any]:
    return next(entry for entry in entries if entry["transition"] == "register_key")


@pytest.mark.parametrize(
    "change",
    [
        lambda entries: entries[20].update(more=1),
        lambda entries: entries[20].pop("at"),
        lambda entries: entries[20].pop("signature"),
        lambda entries: entries[20].update(at="2026-01-02"),
        lambda entries: entries[20].update(actor=3),
        lambda entries: entries[20].update(authority="x"),
        lambda entries: entries[20].update(attachments=None),
        lambda entries: entries[20].update(attachments={}),
        lambda entries: next(one for one in entries[1:] if one["record"] is None).update(record=""),
        lambda entries: registering(entries)["asked"].update(replaces=""),
        lambda entries: registering(entries)["asked"].update(key=" " + registering(entries)["asked"]["key"]),
    ],
)
def test_an_entry_has_its_keys_and_their_kinds(
    subject: Subject, tmp_path: Path, change: Callable[[Entries], object]
) -> None:
    refused(rewritten(bare(subject), change), tmp_path)


def test_a_key_counts_whichever_record_its_entry_names(subject: Subject, tmp_path: Path) -> None:
    members = rewritten(bare(subject), lambda entries: registering(entries).update(record="zz", seq=1))
    assert both(packed(members, tmp_path / "b.zip")) == ((False, 0), (False, 0))


def test_a_zero_byte_cannot_move_a_value_to_another_field(subject: Subject, tmp_path: Path) -> None:
    values = [json.loads(line) for line in subject.members["personal.jsonl"].splitlines()]
    value = next(one for one in values if one["field"] == "reason")
    new = commitment(bytes.fromhex(value["salt"]), "reason", "a\0b")
    members = rewritten(bare(subject), lambda entries: entries[value["n"] - 1].update(reason=new))
    for field, text, wrong in (("reason", "a\0b", False), ("reason\0a", "b", True)):
        value |= {"commitment": new, "field": field, "value": text}
        values.sort(key=lambda one: (one["n"], one["commitment"]))
        personal = "".join(f"{canonical(one)}\n" for one in values).encode()
        path = packed(sealed(members | {"personal.jsonl": personal}), tmp_path / "b.zip")
        assert [found for found, _ in both(path)] == [wrong, wrong]


def test_members_that_are_no_files_or_lie_nowhere_are_refused(subject: Subject, tmp_path: Path) -> None:
    path = packed(subject.members, tmp_path / "bundle.zip")
    whole = path.read_bytes()
    at = whole.find(b"PK\1\2")
    folder = bytearray(whole)
    folder[at + 38 : at + 42] = struct.pack("<L", 0o040755 << 16)
    far = bytearray(whole)
    name, more = struct.unpack("<HH", whole[at + 28 : at + 32])
    far[at + 30 : at + 32] = struct.pack("<H", more + 12)
    far[at + 42 : at + 46] = b"\xff" * 4
    far[at + 46 + name : at + 46 + name] = struct.pack("<HHQ", 1, 8, (1 << 64) - 1)
    end = far.rfind(b"PK\5\6") + 12
    far[end : end + 4] = struct.pack("<L", struct.unpack("<L", far[end : end + 4])[0] + 12)
    long = bytearray(whole)
    long[at + 24 : at + 28] = struct.pack("<L", 9_999)
    for content in (folder, far, long):
        path.write_bytes(content)
        assert [found for found, _ in both(path)] == [True, True]


def test_a_huge_file_of_lines_that_are_none_ends_soon(subject: Subject, tmp_path: Path) -> None:
    members = subject.members | {"log.jsonl": b"\n" * (32 << 20)}
    refused(sealed(members), tmp_path)


def test_replay_of_a_log_that_no_database_takes_is_told(subject: Subject, tmp_path: Path) -> None:
    for change in ({"cause": 5_000}, {"cause": 5_000, "key": "k"}):
        members = rewritten(bare(subject), lambda entries, change=change: entries[20].update(change))  # type: ignore[misc]
        with pytest.raises(BundleWrong, match=r"log\.jsonl: is no log of a Board"):
            replay_bundle(packed(members, tmp_path / "b.zip"))


def test_replay_of_a_model_nested_too_deeply_is_told(subject: Subject, tmp_path: Path) -> None:
    model = b"[" * 100_000
    members = sealed(bare(subject) | {f"models/{hashlib.sha256(model).hexdigest()}.json": model})
    assert not replay_bundle(packed(members, tmp_path / "b.zip")).agrees


def test_a_table_of_contents_that_would_fill_the_memory_is_cut_short(tmp_path: Path) -> None:
    header = struct.pack("<4sBBBBHHHHLLLHHHHHLL", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    table = (header + b"x") * 500_000
    path = tmp_path / "b.zip"
    path.write_bytes(table + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(table), 0, 0))
    assert "is no whole ZIP file" in of_bundle(path).text
    assert zipfile.is_zipfile(path)
