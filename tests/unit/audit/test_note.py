"""Signed notes, checkpoints and cosignatures, against C2SP's published example and by round trip."""

from __future__ import annotations

import base64
import os

import msgspec
import pytest

from peoplezones.audit.note import (
    Checkpoint,
    Note,
    NoteWrong,
    Signature,
    Witnessed,
    public_key,
    read_checkpoint,
    read_note,
    sign,
    signed_by,
)

# From the specification of signed notes (C2SP/signed-note).
EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
EXAMPLE = (
    "This is an example message.\n\n"
    "\u2014 example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
LOG, WITNESS = "board.example/log", "second-agency.example"
SECRET = bytes(range(32))


def signed_checkpoint(size: int = 5) -> Note:
    """Return a checkpoint that the log has signed and a witness has cosigned."""
    text = Checkpoint(LOG, size, b"r" * 32).text
    return Note(text, (sign(text, LOG, SECRET), sign(text, WITNESS, SECRET[::-1], at=1_700_000_000)))


def keys_of(note: Note) -> list[str]:
    """Return the public keys behind `signed_checkpoint`, as text."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from peoplezones.audit.note import COSIGNATURE, ED25519, PublicKey

    pairs = ((LOG, ED25519, SECRET), (WITNESS, COSIGNATURE, SECRET[::-1]))
    assert len(note.signatures) == len(pairs)
    return [
        str(PublicKey(name, kind, Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()))
        for name, kind, secret in pairs
    ]


def test_the_published_example_is_read_and_checked() -> None:
    note, key = read_note(EXAMPLE), public_key(EXAMPLE_KEY)
    assert (note.text, str(note), str(key)) == ("This is an example message.\n", EXAMPLE, EXAMPLE_KEY)
    assert signed_by(note, [key]) == [Witnessed(key, None)]


def test_a_changed_text_is_no_longer_signed() -> None:
    note = msgspec.structs.replace(read_note(EXAMPLE), text="This is another message.\n")
    with pytest.raises(NoteWrong, match=r"'example\.com/foo' is false"):
        signed_by(note, [public_key(EXAMPLE_KEY)])


def test_a_checkpoint_says_who_signed_and_when_a_witness_did() -> None:
    note = read_note(str(signed_checkpoint()))
    log, witness = (public_key(text) for text in keys_of(note))
    assert read_checkpoint(note) == Checkpoint(LOG, 5, b"r" * 32)
    assert signed_by(note, [log, witness]) == [Witnessed(log, None), Witnessed(witness, 1_700_000_000)]
    assert signed_by(note, []) == []


def test_the_moment_of_a_cosignature_is_signed_too() -> None:
    note = signed_checkpoint()
    own, other = note.signatures
    later = Signature(other.name, other.id, (1_700_000_001).to_bytes(8) + other.value[8:])
    with pytest.raises(NoteWrong, match=r"second-agency\.example"):
        signed_by(Note(note.text, (own, later)), map(public_key, keys_of(note)))


def test_a_signature_of_nobody_known_is_passed_over() -> None:
    key = public_key(EXAMPLE_KEY)
    same_name = Signature(key.name, os.urandom(4), b"x" * 64)
    assert signed_by(Note("A text.\n", (same_name,)), [key]) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A text without signatures\n", "blank line"),
        ("A text\n\n", "blank line"),
        ("A text\n\nnot a signature\n", "no signature line"),
        ("A\ttext\n\n\u2014 a AAAAAAA=\n", "control characters"),
        ("A text\n\n\u2014 a b AAAAAAA=\n", "no signature line"),
        ("A text\n\n\u2014 a AAAA\n", "no signature line"),
        ("A text\n\n" + "\u2014 a AAAAAAA=\n" * 101, "1 to 100"),
        ("A" * 70_000, "too long"),
    ],
)
def test_what_is_no_note_is_refused(text: str, message: str) -> None:
    with pytest.raises(NoteWrong, match=message):
        read_note(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{LOG}\n5\n",
        f"{LOG}\n05\n{base64.b64encode(bytes(32)).decode()}\n",
        f"{LOG}\n-1\n{base64.b64encode(bytes(32)).decode()}\n",
        f"{LOG}\n\u0665\n{base64.b64encode(bytes(32)).decode()}\n",
        f"{LOG}\n5\n{base64.b64encode(bytes(31)).decode()}\n",
        f"{LOG}\n5\n!!!\n",
        f"\n5\n{base64.b64encode(bytes(32)).decode()}\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(NoteWrong):
        read_checkpoint(Note(text, ()))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a key", "NAME"),
        (EXAMPLE_KEY.replace("530d903a", "530d903b"), "does not have the id"),
        (EXAMPLE_KEY.replace("Aeky", "Beky"), "only Ed25519"),
        (EXAMPLE_KEY[:-4], "only Ed25519"),
        (EXAMPLE_KEY + "!", "base64"),
    ],
)
def test_what_is_no_public_key_is_refused(text: str, message: str) -> None:
    with pytest.raises(NoteWrong, match=message):
        public_key(text)
