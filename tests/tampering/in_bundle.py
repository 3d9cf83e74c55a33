"""Alterations of what a bundle holds beside the lines, and of the ZIP file itself."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import struct
import zipfile
from random import Random

from .in_database import flipped
from .kinds import ALONE, BUNDLE, SECOND, Altered, kind
from .log_lines import line_of, other
from .subject import Members, Signer, Subject, sealed

BOTH = {BUNDLE: ALONE, SECOND: ALONE}
HASH = 32


def listed(rng: Random, subject: Subject, changed: Members) -> Members:
    """Return the members with some changed; MANIFEST lists them as they are, unless its forger forgot."""
    members = subject.members | changed
    return sealed(members) if rng.random() < 0.8 else members


def folder(subject: Subject, name: str) -> list[str]:
    """Return the members in a folder."""
    return [member for member in subject.members if member.startswith(f"{name}/")]


@kind("a leaf in the bundle changed", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    leaves, n = subject.members["leaves"], rng.randrange(len(subject.lines))
    wrong = rng.choice([flipped(rng, leaves[n * HASH : (n + 1) * HASH]), rng.randbytes(HASH)])
    content = leaves[: n * HASH] + wrong + leaves[(n + 1) * HASH :]
    return Altered(listed(rng, subject, {"leaves": content}), named=(n + 1,))


@kind("leaves in the bundle left out, doubled, swapped or cut short", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    leaves = subject.members["leaves"]
    whole = [leaves[at : at + HASH] for at in range(0, len(leaves), HASH)]
    n, how = rng.randrange(len(whole) - 1), rng.randrange(4)
    first = n + 1
    if how == 0:
        del whole[n]
    elif how == 1:
        whole.insert(n, whole[n])
        first += 1
    elif how == 2:
        whole[n], whole[n + 1] = whole[n + 1], whole[n]
    content = b"".join(whole)
    if how == 3:
        left = rng.randrange(len(content))
        content, first = content[:left], left // HASH + 1
    return Altered(listed(rng, subject, {"leaves": content}), named=(first,))


@kind("a personal value or its salt changed, in the bundle", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    return _personal(rng, subject, rng.choice(["value", "salt"]))


@kind("a personal value put to another field, entry or commitment, in the bundle", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    return _personal(rng, subject, rng.choice(["field", "n", "commitment"]))


def _personal(rng: Random, subject: Subject, name: str) -> Altered:
    lines = subject.members["personal.jsonl"].splitlines()
    at = rng.randrange(len(lines))
    one = json.loads(lines[at])
    before = one["n"]
    while line_of(one) == lines[at]:
        one[name] = rng.randbytes(HASH).hex() if name == "salt" else other(rng, one[name])
    lines[at] = line_of(one)
    content = b"".join(line + b"\n" for line in lines)
    return Altered(listed(rng, subject, {"personal.jsonl": content}), about=0 if name == "n" else before)


@kind("personal values doubled, out of order, or written otherwise, in the bundle", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    lines = subject.members["personal.jsonl"].splitlines()
    at, how = rng.randrange(len(lines) - 1), rng.randrange(5)
    if how == 0:
        lines.insert(at, lines[at])
    elif how == 1:
        lines[at], lines[at + 1] = lines[at + 1], lines[at]
    elif how == 2:
        lines[at] = lines[at].replace(b":", b": ", 1)
    elif how == 3:
        lines[at] = line_of(json.loads(lines[at]) | {"more": 1})
    else:
        lines[at] = lines[at][: rng.randrange(len(lines[at]))]
    return Altered(listed(rng, subject, {"personal.jsonl": b"".join(line + b"\n" for line in lines)}))


@kind("the text of a model changed, in the bundle", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    (name,) = folder(subject, "models")
    content = flipped(rng, subject.members[name])
    how = rng.randrange(3)
    if how == 0:
        return Altered(listed(rng, subject, {name: content}))
    rest = {member: kept for member, kept in subject.members.items() if member != name}
    if how == 1:
        rest[f"models/{hashlib.sha256(content).hexdigest()}.json"] = content
    return Altered(sealed(rest), named=(1,))


@kind("an attachment changed, or one put in", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    (name,) = folder(subject, "attachments")
    content = rng.choice([flipped(rng, subject.members[name]), subject.members[name][:-1], rng.randbytes(40)])
    if rng.random() < 0.5:
        return Altered(listed(rng, subject, {name: content}))
    return Altered(sealed(subject.members | {f"attachments/{hashlib.sha256(content).hexdigest()}": content}))


@kind("a checkpoint in the bundle changed: origin, size or root", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    name = rng.choice(folder(subject, "checkpoints"))
    lines = subject.members[name].decode().split("\n")
    at = rng.randrange(3)
    if at == 0:
        lines[0] = rng.choice(["peoplezones/" + rng.randbytes(16).hex(), lines[0][:-1], lines[0] + "0"])
    elif at == 1:
        lines[1] = str(int(lines[1]) + rng.choice([-1, 1, 7, 10**9]))
    else:
        lines[2] = base64.b64encode(flipped(rng, base64.b64decode(lines[2]))).decode()
    return Altered(listed(rng, subject, {name: "\n".join(lines).encode()}))


@kind("a signature or cosignature of a checkpoint changed", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    name = rng.choice(folder(subject, "checkpoints"))
    return Altered(listed(rng, subject, {name: _with_false_signature(rng, subject.members[name].decode()).encode()}))


def _with_false_signature(rng: Random, note: str) -> str:
    text, _, signed = note.rpartition("\n\n")
    lines = signed.splitlines()
    at = rng.randrange(len(lines))
    dash, owner, signature = lines[at].split(" ")
    lines[at] = " ".join([dash, owner, base64.b64encode(flipped(rng, base64.b64decode(signature))).decode()])
    return text + "\n\n" + "".join(f"{line}\n" for line in lines)


@kind("a checkpoint signed by a key that was not in force, or by none", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    name = rng.choice(folder(subject, "checkpoints"))
    text = subject.members[name].decode().rpartition("\n\n")[0] + "\n"
    stranger = Signer(subject.first.name, f"stranger {rng.random()}")
    early = int(text.split("\n")[1]) < len(subject.lines) - 60
    signers = [rng.choice([stranger, subject.witness, subject.second if early else subject.first])]
    note = text + "\n" + "".join(str(signer(text)) for signer in signers)
    return Altered(listed(rng, subject, {name: note.encode()}))


@kind("a public key in the bundle changed, exchanged, left out or put in another place", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    keys = subject.members["keys.txt"].decode().splitlines()
    how, at = rng.randrange(4), rng.randrange(len(keys))
    if how == 0:
        while True:
            place = rng.randrange(len(keys[at]))
            found = keys[at][:place] + rng.choice("0123456789abcdefXYZ+/=") + keys[at][place + 1 :]
            if found != keys[at]:
                break
        keys[at] = found
    elif how == 1:
        old = [subject.first, subject.second, subject.witness][at]
        keys[at] = str(Signer(old.name, f"stranger {rng.random()}", old.at).key)
    elif how == 2:
        del keys[rng.randrange(2)]
    else:
        rng.shuffle(keys)
        keys = [str(subject.second.key), *keys] if keys[0] == str(subject.first.key) else keys
    return Altered(listed(rng, subject, {"keys.txt": "".join(f"{key}\n" for key in keys).encode()}))


@kind("MANIFEST changed: title, log, size, root, or what it lists", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    text, _, signed = subject.members["MANIFEST"].decode().rpartition("\n\n")
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    how = rng.randrange(5) if at > 3 else 0
    if how == 0:
        place = rng.randrange(len(lines[at]) - 2)
        lines[at] = lines[at][:place] + rng.choice("!#%") + lines[at][place + 1 :]
    elif how == 1:
        del lines[at]
    elif how == 2:
        lines.insert(at, lines[at])
    elif how == 3:
        digest, size, name = lines[at].split(" ")
        lines[at] = f"{digest} {int(size) + 1} {name}"
    else:
        lines[4:] = lines[5:] + lines[4:5]
    changed = "\n".join(lines) + "\n"
    return Altered(subject.members | {"MANIFEST": (changed + rng.choice(["", "\n" + signed])).encode()})


@kind("the signature of MANIFEST changed", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    changed = _with_false_signature(rng, subject.members["MANIFEST"].decode())
    return Altered(subject.members | {"MANIFEST": changed.encode()})


@kind("a member of the bundle left out, or one put in", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    always = ["README.txt", "log.jsonl", "leaves", "keys.txt", "MANIFEST"]
    if rng.random() < 0.5:
        gone = rng.choice(always)
        rest = {name: content for name, content in subject.members.items() if name != gone}
        return Altered(rest if gone == "MANIFEST" or rng.random() < 0.5 else sealed(rest))
    name = rng.choice(STRANGE)
    return Altered(sealed(subject.members | {name: b"x"}))


STRANGE = [
    *("../../etc/passwd", "/etc/passwd", "C:\\x", "log.jsonl ", "LOG.JSONL", "models/x.json", "checkpoints/0.txt"),
    *("checkpoints/01.txt", "checkpoints/../log.jsonl", "attachments/x", "attachments/", "more.txt", "log.jsonl\n"),
    *("models/" + "A" * 64 + ".json", "\u202elog.jsonl", "a" * 300, "checkpoints/9.txt"),
]


@kind("the ZIP file cut short, or a byte of a member in it changed", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    content = zipped(subject.members, rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    if rng.random() < 0.3:
        return Altered(raw=content[: rng.randrange(len(content))])
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        info = rng.choice([info for info in file.infolist() if info.compress_size])
    start = info.header_offset + 30 + len(info.filename)
    at = start + rng.randrange(info.compress_size)
    return Altered(raw=content[:at] + bytes([content[at] ^ 1 << rng.randrange(8)]) + content[at + 1 :])


@kind("a member doubled, encrypted, a link, or packed otherwise, in the ZIP file", **BOTH)
def _(rng: Random, subject: Subject) -> Altered:
    out, name, how = io.BytesIO(), rng.choice(sorted(subject.members)), rng.randrange(4)
    with zipfile.ZipFile(out, "w") as file:
        for member, content in subject.members.items():
            info = zipfile.ZipInfo(member)
            if member == name and how == 1:
                info.external_attr = 0o120777 << 16
            if member == name and how == 2:
                info.compress_type = rng.choice([zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
            file.writestr(info, content)
        if how == 0:
            file.filelist.append(file.getinfo(name))
    content = out.getvalue()
    return Altered(raw=_encrypted(content, name.encode()) if how == 3 else content)


def _encrypted(content: bytes, name: bytes) -> bytes:
    """Set the flag that says that a member is encrypted, in both places."""
    found = bytearray(content)
    for magic, flags, length, rest in ((b"PK\3\4", 6, 26, 30), (b"PK\1\2", 8, 28, 46)):
        at = found.find(magic)
        while at >= 0:
            (size,) = struct.unpack_from("<H", found, at + length)
            if found[at + rest : at + rest + size] == name:
                found[at + flags] |= 1
            at = found.find(magic, at + 1)
    return bytes(found)


def zipped(members: Members, how: int = zipfile.ZIP_STORED) -> bytes:
    """Return a bundle's ZIP file in bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()
