"""Keys, notes, cosignatures and proofs, against what the specifications and other implementations publish."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from peoplezones.audit.note import NoteWrong, public_key, read_checkpoint, read_note, signed_by
from peoplezones.audit.secret import Secret, read_secret, write_secret
from peoplezones.domain import merkle
from peoplezones.domain.public_key import ED25519

from .trees import Tree
from .vectors import (
    CONSISTENCY,
    COSIGNED,
    COSIGNER,
    GO_BAD_KEYS,
    GO_KEY,
    GO_LINE,
    GO_SECRET,
    GO_TEXT,
    INCLUSION,
    LEAVES,
    ROOTS,
)

CT = Tree(LEAVES)


def raw(path: tuple[str, ...]) -> list[bytes]:
    return [base64.b64decode(one) for one in path]


def test_the_key_file_of_the_reference_implementation_signs_as_it_does_there(tmp_path: Path) -> None:
    file = tmp_path / "go.key"
    file.write_text(GO_SECRET + "\n")
    file.chmod(0o600)
    secret = read_secret(file, ED25519)
    assert str(secret.public) == GO_KEY
    assert str(secret.sign(GO_TEXT)) == GO_LINE


def test_a_key_file_is_written_as_the_reference_implementation_writes_it(tmp_path: Path) -> None:
    seed = base64.b64decode(GO_SECRET.rsplit("+c74f20a3+", 1)[1])[1:]
    write_secret(tmp_path / "key", Secret("PeterNeumann", ED25519, seed))
    assert (tmp_path / "key").read_text() == GO_SECRET + "\n"


def test_the_note_of_the_reference_implementation_is_read_and_checked() -> None:
    note = read_note(f"{GO_TEXT}\n{GO_LINE}")
    assert [one.key.name for one in signed_by(note, [public_key(GO_KEY)])] == ["PeterNeumann"]


@pytest.mark.parametrize("text", GO_BAD_KEYS)
def test_keys_that_the_reference_implementation_refuses_are_refused(text: str) -> None:
    with pytest.raises(NoteWrong):
        public_key(text)


@pytest.mark.parametrize(
    "text",
    [
        GO_TEXT,
        f"{GO_TEXT}\n",
        f"{GO_TEXT}\n{GO_LINE.rstrip()}",
        f"\x01{GO_TEXT}\n{GO_LINE}",
        f"{GO_TEXT}\n{GO_LINE.replace('PeterNeumann', 'Bad Name')}",
        f"{GO_TEXT}\n{GO_LINE}Unexpected line.\n",
        f"{GO_TEXT}\n{GO_LINE * 101}",
    ],
)
def test_notes_that_the_reference_implementation_refuses_are_refused(text: str) -> None:
    with pytest.raises(NoteWrong):
        read_note(text)


def test_a_hundred_signatures_are_taken_and_a_second_one_of_a_key_is_passed_over() -> None:
    assert len(read_note(f"{GO_TEXT}\n{GO_LINE * 100}").signatures) == 100
    false = GO_LINE.replace("RyyBwJnAM=", "RyyBwJnBM=")
    assert signed_by(read_note(f"{GO_TEXT}\n{GO_LINE}{false}"), [public_key(GO_KEY)])
    with pytest.raises(NoteWrong, match="is false"):
        signed_by(read_note(f"{GO_TEXT}\n{false}{GO_LINE}"), [public_key(GO_KEY)])


def test_a_cosignature_of_another_implementation_holds_and_one_byte_changed_does_not() -> None:
    note, key = read_note(COSIGNED), public_key(COSIGNER)
    (found,) = signed_by(note, [key])
    assert (read_checkpoint(note).size, found.at) == (42, 0x6A6CBE50)
    with pytest.raises(NoteWrong, match="is false"):
        signed_by(read_note(COSIGNED.replace("\n42\n", "\n43\n")), [key])


@pytest.mark.parametrize("size", ROOTS)
def test_roots_are_those_of_the_reference_log(size: int) -> None:
    assert base64.b64encode(CT.root(size)).decode() == ROOTS[size]


@pytest.mark.parametrize(("index", "size", "path"), INCLUSION)
def test_inclusion_is_proved_as_in_the_reference_log(index: int, size: int, path: tuple[str, ...]) -> None:
    assert merkle.inclusion(index, size, CT) == raw(path)
    assert merkle.root_from_inclusion(index, size, CT(0, index), raw(path)) == base64.b64decode(ROOTS[size])


@pytest.mark.parametrize(("old", "size", "path"), CONSISTENCY)
def test_consistency_is_proved_as_in_the_reference_log(old: int, size: int, path: tuple[str, ...]) -> None:
    assert merkle.consistency(old, size, CT) == raw(path)
    merkle.check_consistency(old, CT.root(old), size, CT.root(size), raw(path))


def changes(old: int, size: int, path: list[bytes]) -> list[tuple[int, bytes, int, bytes, list[bytes]]]:
    """Return a proof changed in every way that the reference tests change it in."""
    one, two = CT.root(old), CT.root(size)
    bit = [[*path[:n], bytes([path[n][0] ^ 16]) + path[n][1:], *path[n + 1 :]] for n in range(len(path))]
    ways = [[], path[:-1], path[1:], [*path, b""], [*path, one], [*path, two], [one, *path], [two, *path], *bit]
    return [
        *((old, one, size, two, way) for way in ways),
        *((old + by, one, size, two, path) for by in (-1, 1, 2)),
        (old, one, size * 2, two, path),
        (old, one, size // 2, two, path),
        (old, two, size, one, path),
        (old, b"wrong root", size, two, path),
        (old, one, size, b"wrong root", path),
    ]


@pytest.mark.parametrize(("old", "size", "path"), CONSISTENCY)
def test_a_changed_proof_of_consistency_never_holds(old: int, size: int, path: tuple[str, ...]) -> None:
    for changed in changes(old, size, raw(path)):
        with pytest.raises(merkle.ProofWrong):
            merkle.check_consistency(*changed)
