"""Check an audit bundle of a People Zones log: one file, for Python 3.11 or later with the package `cryptography`.

    python verify.py bundle.zip [--key KEY ...] [--checkpoint FILE ...]

KEY is a public key of the log or of a witness (NAME+ID+KEY) that you have from elsewhere than the bundle; FILE is a
checkpoint that was kept. Without either, all may be made up. The answer names the first entry that is wrong, and up to
which one things are certain. Exit code: 0, nothing is wrong; 1, something is; 2, this is no bundle, or what you gave
cannot be used. Written from docs/log-format.md (numbers in docstrings are its steps); it shares no code of peoplezones.
"""

import argparse
import base64
import hashlib
import hmac
import io
import json
import re
import struct
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MIB, LINE, ALL, MEMBERS, SIGNS, COSIGNS = 1 << 20, 65_536, 1 << 33, 100_000, 1, 4  # a line with its newline
LIMITS = {"MANIFEST": 16 * MIB, "README.txt": MIB, "keys.txt": MIB, "models": 16 * MIB, "checkpoints": 65_536}
NEEDED = {"MANIFEST", "README.txt", "log.jsonl", "leaves", "keys.txt"}
FOLDERS = r"checkpoints/[1-9][0-9]{0,7}\.txt|models/[0-9a-f]{64}\.json|attachments/[0-9a-f]{64}"
PLACES = rf"MANIFEST|README\.txt|log\.jsonl|leaves|keys\.txt|personal\.jsonl|{FOLDERS}"
BASE64 = "((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?)"  # one way to write it
HEAD = rf"([^\0-\x1f\x7f]+)\n([1-9][0-9]{{0,15}})\n{BASE64}\n"  # origin, size, root
SIGNATURES = rf"\n((?:\u2014 [^\0-\x1f\s+]+ (?=\S{{7}}){BASE64}\n){{1,100}})"
CHECKPOINT = f"({HEAD}()){SIGNATURES}"
MANIFEST = rf"(peoplezones-bundle/v1\n(?=peoplezones/){HEAD}((?:[0-9a-f]{{64}} [0-9]{{1,16}} \S+\n)+))(?:{SIGNATURES})?"
KINDS = "int v n;bool moved;dict asked changes;list outcomes opened;str log at on kind transition from to model authn;"
KINDS += "dict,NoneType authority;int,NoneType seq cause takes_back seen;"
KINDS += "str,NoneType record prev actor entered_by document reason key"
HARM = (ArithmeticError, EOFError, LookupError, OSError, RuntimeError, ValueError, struct.error, zlib.error)
Key = tuple[str, str, int, bytes]  # NAME, ID in hexadecimal, kind, 32 bytes
Note = tuple[str, str, int, bytes, str, list[tuple[str, str, bytes]]]  # text, origin, size, root, more, signatures


class _Bounded(io.FileIO):  # so that a huge table of contents is found cut short, and does not fill the memory
    def read(self, size: int | None = -1) -> bytes:
        return super().read(-1 if size is None else min(size, 16 * MIB)) or b""


def read_key(text: Any) -> Key:
    """Read a public key, whose ID must be its own."""
    match = re.fullmatch(rf"([^\s+]+)\+([0-9a-f]{{8}})\+{BASE64}", str(text))
    raw = base64.b64decode(match[3]) if match else b""
    if not match or len(raw) != 33 or hashlib.sha256(match[1].encode() + b"\n" + raw).hexdigest()[:8] != match[2]:
        raise ValueError(f"{str(text)[:200]} is not a public key NAME+ID+KEY, or has an ID that is not its own")
    return match[1], match[2], raw[0], raw[1:]


def read_note(raw: bytes, form: str = CHECKPOINT) -> Note:
    """Read a checkpoint, or a MANIFEST, which holds more and may be unsigned."""
    match = re.fullmatch(form, raw.decode("utf-8"))
    if not match or len(root := base64.b64decode(match[4])) != 32:
        raise ValueError("it is not origin, size, root and signatures, each as it should be written")
    signatures = [(name, base64.b64decode(s)) for _, name, s in map(str.split, (match[6] or "").splitlines())]
    first = {(name, s[:4].hex()): s[4:] for name, s in reversed(signatures)}  # a second one of a key is passed over
    return match[1], match[2], int(match[3]), root, match[5], [(*who, s) for who, s in first.items()]


def signed_by(text: str, key: Key, signature: bytes) -> bool:
    """Tell whether the key signed a text; a witness signs the time with it."""
    if key[2] == COSIGNS:
        text, signature = f"cosignature/v1\ntime {int.from_bytes(signature[:8], 'big')}\n{text}", signature[8:]
    try:
        return Ed25519PublicKey.from_public_bytes(key[3]).verify(signature, text.encode()) is None
    except (InvalidSignature, ValueError):
        return False


def whole_number(text: str) -> int:
    """Return a number of JSON, which must be whole and below 2^53."""
    if not re.fullmatch(r"-?[0-9]{1,16}", text) or abs(int(text)) >= 1 << 53:
        raise ValueError(f"it holds {text[:40]}, and only whole numbers below 2^53 may be there")
    return int(text)


def read_json(line: bytes, kinds: str) -> dict[str, Any]:
    """Read a line with an object of canonical JSON, in which some values are of given kinds (2)."""
    text = line.decode("utf-8")
    value = json.loads(text, parse_float=whole_number, parse_int=whole_number, parse_constant=whole_number)
    again = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    if not line.isascii():  # its keys must be
        json.loads(text, object_pairs_hook=lambda pairs: [name.encode("ascii") for name, _ in pairs])
    if again.encode("utf-8") != line or not isinstance(value, dict):
        raise ValueError("it is not one object of canonical JSON: keys once and in order, no space, no needless escape")
    for kind, name in ((kind, name) for kind, *names in map(str.split, kinds.split(";")) for name in names):
        if type(value.get(name, KeyError)).__name__ not in kind.split(","):
            raise ValueError(f"its `{name}` is missing, or not of the right kind")
    return value


class Bundle:
    """The bundle, and what is found in it: what is wrong, the first entry that is, the checkpoints that agree."""

    def __init__(self, file: io.FileIO, given: list[Key], kept: dict[str, Note]) -> None:
        self.zip, self.given, self.kept, self.problems = zipfile.ZipFile(file), given, kept, list[str]()
        self.names = {info.orig_filename for info in self.zip.infolist()}
        self.files, self.attached = {name[12:] for name in self.names if name.startswith("attachments/")}, set[str]()
        self.first_wrong = self.size = self.moves = self.values = self.wrong = 0
        self.version, self.contradicted, self.authn, self.signers = 1, False, Counter[str](), set[Key]()
        self.records, self.roots = dict[bytes, bytes](), dict[int, tuple[bytes, set[Key]]]()  # by record, by size
        self.registered, self.agreed = list[Key](), list[tuple[int, bool, str]]()  # size, from elsewhere, in words
        self.check_members()
        self.note = read_note(self.zip.read("MANIFEST"), MANIFEST)

    def problem(self, what: str, fault: object, n: int = 0, contradicts: bool = False) -> None:
        """Note what is wrong, with which entry, and whether two histories were signed: then its own word is void."""
        self.first_wrong, self.contradicted = self.first_wrong or n, self.contradicted or contradicts
        self.problems += [f"{what}: {fault}"] if len(self.problems) < 50 else []

    def check(self) -> None:
        """Take all steps."""
        self.check_digests()
        keys = [read_key((k + "\n").removesuffix("\n\n")) for k in self.zip.read("keys.txt").decode().splitlines(True)]
        self.known = {names: key for key in keys + self.given for names in ((key[0], ""), key[:2])}
        names = [f"checkpoints/{k + 1}.txt" for k in range(sum(name[0] == "c" for name in self.names))]
        sizes = [read_note(self.zip.read(name))[2] for name in names]
        self.check_log({*sizes, self.note[2], *(note[2] for note in self.kept.values())})
        if keys[: len(self.registered)] != self.registered or {k[2] for k in keys[len(self.registered) :]} - {COSIGNS}:
            self.problem("keys.txt", "it is not the keys that the log registers, in order, and then those of witnesses")
        if self.note[2] != self.size or sizes != sorted(sizes):
            self.problem("MANIFEST", f"it says {self.note[2]} entries of {self.size}, or checkpoints are not by size")
        for name, note in self.kept.items():
            self.judge(f"the checkpoint {name} that you kept", note, kept=True)
        for name in names:
            self.judge(name, read_note(self.zip.read(name)))
        self.judge("MANIFEST", self.note)
        for key in set(self.given) - self.signers:
            self.problem(f"{key[0]}+{key[1]}, which you gave", "it signed nothing here that agrees", contradicts=True)
        for digest in sorted(self.files ^ self.attached)[: len(self.files)]:
            self.problem(f"attachments/{digest}", "it is missing, or no value of an entry's `attachments` is it")

    def check_members(self) -> None:
        """See that the members are such as a bundle may have, and within bounds (1)."""
        infos = self.zip.infolist()
        for info in infos:
            name, kind = info.orig_filename, info.external_attr >> 28
            odd = info.flag_bits & 1 or info.compress_type not in (0, 8) or kind not in (0, 8)
            if odd or not re.fullmatch(PLACES, name) or info.file_size > LIMITS.get(name.split("/")[0], ALL):
                raise ValueError(f"its member {name} is not one that a bundle has, or encrypted, too large, or no file")
        large = len(infos) > MEMBERS or sum(info.file_size for info in infos) > ALL
        if large or len(self.names) < len(infos) or NEEDED - self.names:
            raise ValueError(f"it has a member twice, or is too large, or lacks {NEEDED - self.names or 'nothing'}")

    def check_digests(self) -> None:
        """See that MANIFEST lists members as they are, and that models and attachments are as they are named (1, 4)."""
        found = []
        for name in sorted(self.names - {"MANIFEST"}):
            with self.zip.open(name) as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
            found.append(f"{digest} {self.zip.getinfo(name).file_size} {name}\n")
            if name[0] in "am" and digest not in name:
                self.problem(name, "it is not the file that its name says")
        odd = {line.split()[2] for line in set(found) ^ set(self.note[4].splitlines(True))}
        for name in sorted(odd)[:20] or ["MANIFEST"] * ("".join(found) != self.note[4]):
            self.problem(name, "it is not there just as MANIFEST lists it")

    def check_log(self, wanted: set[int]) -> None:
        """Go through lines and leaves, with the personal values at their side (2, 3, 5, 9, 10)."""
        log, leaves = self.zip.open("log.jsonl"), self.zip.open("leaves")
        value, peaks = next(values := self.read_values(), None), list[bytes]()  # peaks: of the largest whole trees
        while self.wrong < 1000 and (line := log.readline(LINE)) + (node := leaves.read(32)):
            self.size, attached = self.size + 1, list[Any]()
            try:
                attached = self.check_entry(self.size, line, node)
            except (ValueError, RecursionError) as fault:
                if not self.first_wrong:
                    self.problem(f"entry {self.size}", fault, self.size)
                self.wrong += 1  # of lines that are none a huge file may have so many that they would take days
            for _ in range((self.size & -self.size).bit_length() - 1):  # as often as 2 divides the size
                node = hashlib.sha256(b"\1" + peaks.pop() + node).digest()
            peaks.append(node)
            if self.size in wanted:
                for peak in peaks[-2::-1]:
                    node = hashlib.sha256(b"\1" + peak + node).digest()
                self.roots[self.size] = node, set(self.registered[-1:] or self.given)
            while value and value[0] == self.size:
                if f'"{value[1]}"'.encode() not in line:
                    self.problem("personal.jsonl", f"entry {self.size} does not hold {value[1]}")
                self.attached |= {*re.findall(r"\A[0-9a-f]{64}\Z", value[2])} if value[1] in attached else set()
                value = next(values, None)
        if value:
            self.problem("personal.jsonl", f"it has a value of entry {value[0]}, which is not there")

    def check_entry(self, n: int, line: bytes, theirs: bytes) -> list[Any]:
        """Check entry `n` and that it follows the last one of its record; return its `attachments` (2, 3, 4, 5)."""
        if not line.endswith(b"\n"):
            raise ValueError("its line is missing, cut off, or longer than 65,535 bytes")
        e, leaf = read_json(line, KINDS), hashlib.sha256(b"\0" + line[:-1]).digest()
        record, attached = e["record"], e.get("attachments", [])
        chain = hashlib.sha256(ascii(record).encode()).digest()  # a name may be long, and there may be many
        keys = {*re.findall(" ([a-z_]+)", KINDS)} | ({"attachments", "signature"} if e["v"] > 1 else set())
        last, before, made = struct.unpack("<32sQQ", self.records.get(chain, bytes(48)))
        made += e["moved"] and (e["kind"], e["transition"]) != ("act", "erase")  # an erasure is no step of its record
        for holds, otherwise in (
            (self.version <= e["v"] <= 2 and e["n"] == n, f"its `v` is {e['v']}, its `n` {e['n']}"),
            (re.fullmatch("[0-9a-f]{32}", e["log"]) and self.note[1][12:] == e["log"], "it is of another `log`"),
            (re.fullmatch(r"[0-9-]{10}T[0-9:]{8}\.[0-9]{6}Z", e["at"]), "its `at` is no moment"),
            (f"models/{e['model']}.json" in self.names, "its `model` is not in models/"),
            (all(e[k] is None or 0 < e[k] < n for k in ("cause", "takes_back")), "its `cause` is no earlier entry"),
            (isinstance(attached, list) and e.keys() - {"migrated", "names"} == keys, "its keys are not its `v`'s"),
            (e["prev"] == (last.hex() if before else None), f"its `prev` is not the leaf of entry {before or 'none'}"),
            (e["seq"] == (None if record is None else made), f"its `seq` is {e['seq']}, not {made}"),
            (leaf == theirs, "its line is not the one whose leaf is in `leaves`"),
        ):
            if not holds:
                raise ValueError(otherwise)
        self.version, self.moves = e["v"], self.moves + e["moved"]
        self.authn[e["authn"] if e["authn"] in self.authn or len(self.authn) < 20 else "others"] += 1
        if record is not None:
            self.records[chain] = struct.pack("<32sQQ", leaf, n, e["seq"])
        if e["moved"] and (e["kind"], e["transition"]) == ("act", "register_key"):
            key, old = read_key(e["asked"].get("key")), self.registered[-1][1] if self.registered else None
            if key[0] != self.note[1] or key[2] != SIGNS or e["asked"].get("replaces") != old:
                raise ValueError("it registers a key that is not this log's, or replaces one that was not in force")
            self.registered.append(key)
        return attached

    def read_values(self) -> Iterator[tuple[int, str, str]]:
        """Yield the personal values that are what was committed to: entry, commitment, value (9)."""
        stream, last = self.zip.open("personal.jsonl") if "personal.jsonl" in self.names else io.BytesIO(), (0, "")
        try:
            while line := stream.readline(MIB):
                v = read_json(line, "int n;str commitment field salt value")
                message = f"peoplezones/personal/v1\0{v['field']}\0{v['value']}".encode()
                keyed = "hmac-sha256:" + hmac.digest(bytes.fromhex(v["salt"]), message, "sha256").hex()
                odd = len(v["salt"]) != 64 or "\0" in v["field"] or len(v) != 5 or (v["n"], v["commitment"]) <= last
                if odd or keyed != v["commitment"]:
                    raise ValueError(f"entry {v['n']} did not commit to this {v['field']}, or it is out of order")
                self.values, last = self.values + 1, (v["n"], keyed)
                yield v["n"], keyed, v["value"]
        except (ValueError, RecursionError) as fault:
            self.problem("personal.jsonl", fault)

    def judge(self, what: str, note: Note, kept: bool = False) -> None:
        """Check what is said, and by whom, about size and root (6, 7, 8)."""
        text, origin, size, root, _, signatures = note
        signers, faults = set[Key](), ["it is of another log"] * (origin != self.note[1])
        for name, key_id, signature in signatures:
            if (key := self.known.get((name, key_id))) and signed_by(text, key, signature):
                signers.add(key)
            elif key or (not kept and (name, "") in self.known):
                faults.append(f"its signature by {name}+{key_id} is false, or of a key that is not in keys.txt")
        there, due = self.roots.get(size, (b"", set[Key]()))
        faults += [f"the key in force at entry {size} did not sign it"] * (signatures != [] and not signers & due)
        faults += [f"its root is not that of the first {size} of {self.size} entries"] * (root != there)
        if faults:
            self.problem(what, "; ".join(faults), contradicts=kept)
        elif signatures:
            self.signers, by = self.signers | signers, ", ".join(sorted(f"{key[0]}+{key[1]}" for key in signers))
            self.agreed.append((size, kept or not signers.isdisjoint(self.given), f"{what}, signed by {by}"))

    def report(self) -> Iterator[str]:
        """Yield what was found, a line each."""
        yield f"{self.note[1]}: {self.size} entries, {self.moves} moves, {self.size - self.moves} refusals"
        yield "actors known how: " + ", ".join(f"{how} {number}" for how, number in sorted(self.authn.items()))
        yield f"{len(self.registered)} keys, {len(self.agreed)} checkpoints that agree, {self.values} values"
        yield "not shown: that each step was allowed (peoplezones audit replay shows it), that what was entered is true"
        yield from (f"WRONG: {problem}" for problem in self.problems)
        for brought, whose in (True, "by what you gave (without it, all may be made up)"), (False, "by its own word"):
            size, _, by = max((a for a in self.agreed if a[1] == brought >= self.contradicted), default=(0, 0, ""))
            size = min(size, self.first_wrong - 1) if self.first_wrong else size
            yield f"certain {whose}: " + (f"entries 1 to {size}, {by}" if size else "nothing")


def main(arguments: list[str] | None = None) -> int:
    """Check the bundle that the command line names, and say what was found."""
    parser = argparse.ArgumentParser(description="Check an audit bundle of a People Zones log.")
    parser.add_argument("bundle")
    parser.add_argument("--key", action="append", default=[], help="a public key that you have from elsewhere")
    parser.add_argument("--checkpoint", action="append", default=[], help="a file with a checkpoint that was kept")
    options = parser.parse_args(arguments)
    bundle = None
    try:
        kept = {name: read_note(Path(name).read_bytes()) for name in options.checkpoint}
        with _Bounded(options.bundle) as file:
            bundle = Bundle(file, [read_key(key) for key in options.key], kept)
            bundle.check()
    except (*HARM, zipfile.BadZipFile) as fault:
        if bundle is None:
            parser.exit(2, ascii(f"cannot be used: {fault}")[1:-1][:500] + "\n")
        bundle.problem("the bundle", fault)
    sys.stdout.write("".join(ascii(line)[1:-1][:500] + "\n" for line in bundle.report()))
    return 1 if bundle.problems else 0


if __name__ == "__main__":
    sys.exit(main())
